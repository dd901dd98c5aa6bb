#include "graphs/dot/legend.h"

#include "graphs/dot/escape.h"
#include "graphs/dot/style.h"

static const GwEdgeLook claimed_look = {
  "somebody says so", "\xE2\x94\x84\xE2\x94\x84\xE2\x96\xB6", "#333333", "normal", 1.3};

static void open_table(GwBuffer *out, unsigned spacing)
{
  gw_buffer_format(out, "<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"%u\">", spacing);
}

/* Empty cells at both ends take up room that a row of few looks would be stretched over. */
static void open_row(GwBuffer *out, unsigned spacing)
{
  gw_buffer_text(out, "<TR><TD>");
  open_table(out, spacing);
  gw_buffer_text(out, "<TR><TD></TD>");
}

static void close_row(GwBuffer *out)
{
  gw_buffer_text(out, "<TD></TD></TR></TABLE></TD></TR>");
}

static void append_title(GwView title, GwBuffer *out)
{
  gw_buffer_text(out, "<TR><TD><FONT POINT-SIZE=\"24\"><B>");
  gw_dot_html(out, title.length ? title : GW_VIEW("What the article says"));
  gw_buffer_text(out, "</B></FONT></TD></TR>");
}

static void append_node_look(const GwNodeLook *look, GwBuffer *out)
{
  gw_buffer_format(out,
                   "<TD BORDER=\"1\" STYLE=\"ROUNDED\" CELLPADDING=\"4\" COLOR=\"%s\""
                   " BGCOLOR=\"%s\"><FONT COLOR=\"%s\" POINT-SIZE=\"18\">%s</FONT> %s</TD>",
                   look->border, look->fill, look->border, look->glyph, look->name);
}

static void append_node_looks(const GwGraphView *view, GwBuffer *out)
{
  bool used[GW_NODE_LOOKS] = {false};
  for (size_t i = 0; i < view->node_count; i++) {
    used[gw_node_look(view->nodes[i].type)] = true;
  }
  open_row(out, 6);
  for (size_t i = 0; i < GW_NODE_LOOKS; i++) {
    if (used[i]) {
      append_node_look(&gw_node_looks[i], out);
    }
  }
  close_row(out);
}

static void append_edge_look(const GwEdgeLook *look, GwBuffer *out)
{
  gw_buffer_format(out, "<TD><FONT COLOR=\"%s\"><B>", look->color);
  gw_dot_html(out, gw_view(look->line));
  gw_buffer_format(out, "</B> %s</FONT></TD>", look->name);
}

static void append_count(size_t count, const char *one, const char *many, GwBuffer *out)
{
  gw_buffer_format(out, "%zu more %s", count, count == 1 ? one : many);
}

static void append_hidden(const GwGraphView *view, GwBuffer *out)
{
  gw_buffer_text(out, "<TD><FONT COLOR=\"#555555\">");
  if (view->hidden_nodes) {
    append_count(view->hidden_nodes, "entity", "entities", out);
  }
  if (view->hidden_edges) {
    gw_buffer_text(out, view->hidden_nodes ? ", " : "");
    append_count(view->hidden_edges, "statement", "statements", out);
  }
  gw_buffer_text(out, " not shown</FONT></TD>");
}

static void append_edge_looks(const GwGraphView *view, GwBuffer *out)
{
  bool used[GW_RELATION_KIND_COUNT] = {false}, claimed = false, negated = false;
  for (size_t i = 0; i < view->edge_count; i++) {
    const GwViewEdge *edge = &view->edges[i];
    claimed = claimed || edge->claimed;
    negated = negated || edge->negated;
    used[edge->kind] = used[edge->kind] || !edge->negated;
  }
  open_row(out, 8);
  for (size_t i = 0; i < GW_RELATION_KIND_COUNT; i++) {
    if (used[i]) {
      append_edge_look(&gw_edge_looks[i], out);
    }
  }
  if (negated) {
    append_edge_look(&gw_negated_look, out);
  }
  if (claimed) {
    append_edge_look(&claimed_look, out);
  }
  if (view->hidden_nodes || view->hidden_edges) {
    append_hidden(view, out);
  }
  close_row(out);
}

void gw_dot_legend(const GwGraphView *view, GwBuffer *out)
{
  gw_buffer_char(out, '<');
  open_table(out, 2);
  append_title(view->title, out);
  if (view->node_count) {
    append_node_looks(view, out);
  }
  if (view->edge_count || view->hidden_nodes || view->hidden_edges) {
    append_edge_looks(view, out);
  }
  gw_buffer_text(out, "</TABLE>>");
}
