#include "graphs/dot/write.h"

#include "graphs/dot/escape.h"
#include "graphs/dot/legend.h"
#include "graphs/dot/style.h"

#define NO_BREAK_SPACE "\xC2\xA0"

/* A picture for a slide of 1600 by 900 pixels (96 an inch; Graphviz has 72 points an inch).
 * newrank: the older ranking crashes on clusters with edge labels. */
#define GRAPH_ATTRIBUTES                                                          \
  "  graph [fontname=\"" GW_DOT_FONT "\", fontsize=14, labelloc=t, newrank=true,\n" \
  "    size=\"16.2,8.9\", pad=0.2, nodesep=0.28, ranksep=0.38,\n"    \
  "    bgcolor=white, splines=true, overlap=prism, sep=\"+12\"];\n"

#define NODE_ATTRIBUTES \
  "  node [fontname=\"" GW_DOT_FONT "\", fontsize=15, margin=\"0.12,0.07\", height=0.4];\n"

#define EDGE_ATTRIBUTES \
  "  edge [fontname=\"" GW_DOT_FONT "\", fontsize=14, arrowsize=0.8];\n"

static void append_attribute(GwBuffer *out, const char *name, GwView text)
{
  gw_buffer_format(out, ", %s=", name);
  gw_dot_string(out, text);
}

/* The most salient nodes are larger. */
static unsigned font_size(double salience)
{
  return salience > 0.8 ? 20 : salience > 0.6 ? 17 : 15;
}

static void append_node(const GwViewNode *node, size_t number, GwBuffer *out)
{
  const GwNodeLook *look = &gw_node_looks[gw_node_look(node->type)];
  GwBuffer url = GW_BUFFER_INIT;
  gw_buffer_format(out, "  n%zu [id=\"node-%zu\", label=", number, node->entity);
  gw_dot_string(out, node->label);
  append_attribute(out, "tooltip", node->tooltip);
  if (gw_dot_url(&url, node->url)) {
    gw_buffer_text(out, ", target=\"_blank\", URL=");
    gw_buffer_append(out, gw_buffer_view(&url));
  }
  out->failed = out->failed || url.failed;
  gw_buffer_free(&url);
  gw_buffer_format(out, ", shape=%s, style=\"%s\", fillcolor=\"%s\", color=\"%s\"", look->shape,
                   look->style, look->fill, look->border);
  gw_buffer_format(out, ", fontsize=%u, penwidth=%s];\n", font_size(node->salience),
                   node->salience > 0.6 ? "2.4" : "1.4");
}

/* A no-break space on both sides of each line keeps the label off its edge. */
static void append_padded(GwBuffer *out, GwView label)
{
  GwBuffer padded = GW_BUFFER_INIT;
  GwView line;
  while (gw_view_next(&label, '\n', &line)) {
    gw_buffer_text(&padded, padded.length ? "\n" NO_BREAK_SPACE : NO_BREAK_SPACE);
    gw_buffer_append(&padded, line);
    gw_buffer_text(&padded, NO_BREAK_SPACE);
  }
  gw_dot_string(out, gw_buffer_view(&padded));
  out->failed = out->failed || padded.failed;
  gw_buffer_free(&padded);
}

static void append_edge(const GwViewEdge *edge, size_t number, GwBuffer *out)
{
  const GwEdgeLook *look = edge->negated ? &gw_negated_look : &gw_edge_looks[edge->kind];
  gw_buffer_format(out, "  n%zu -> n%zu [id=\"edge-%zu\", label=", edge->from, edge->to, number);
  append_padded(out, edge->label);
  append_attribute(out, "tooltip", edge->tooltip);
  append_attribute(out, "labeltooltip", edge->tooltip);
  gw_buffer_format(out, ", color=\"%s\", fontcolor=\"%s\", arrowhead=%s, penwidth=%.1f",
                   look->color, look->color, look->arrowhead, look->width);
  gw_buffer_text(out, edge->claimed ? ", style=dashed];\n" : "];\n");
}

GwStatus gw_dot_write(const GwGraphView *view, GwBuffer *out, GwError *error)
{
  gw_buffer_text(out, "digraph graphwright {\n" GRAPH_ATTRIBUTES NODE_ATTRIBUTES EDGE_ATTRIBUTES);
  gw_buffer_text(out, "  label=");
  gw_dot_legend(view, out);
  gw_buffer_text(out, ";\n");
  for (size_t i = 0; i < view->node_count; i++) {
    append_node(&view->nodes[i], i, out);
  }
  for (size_t i = 0; i < view->edge_count; i++) {
    append_edge(&view->edges[i], i, out);
  }
  gw_buffer_text(out, "}\n");
  return out->failed ? gw_fail_memory(error) : GW_OK;
}
