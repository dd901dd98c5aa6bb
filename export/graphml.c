#include "export/sink.h"

#include "base/hash.h"
#include "export/property_graph.h"

/* GraphML (Brandes et al. 2002, graphml.graphdrawing.org): a property graph for Gephi, yEd and
 * networkx. The schema wants ids without '/' and '#': they are hashes of the IRIs, so that the
 * same node has the same id in every file. */

typedef struct {
  const char *id, *domain, *name, *type;
} Key;

static const Key keys[] = {
  {"node-iri", "node", "iri", "string"},
  {"node-label", "node", "label", "string"},
  {"node-type", "node", "type", "string"},
  {"node-wikidata", "node", "wikidata", "string"},
  {"node-mentions", "node", "mentions", "int"},
  {"edge-iri", "edge", "iri", "string"},
  {"edge-relation", "edge", "relation", "string"},
  {"edge-label", "edge", "label", "string"},
  {"edge-statement", "edge", "statement", "string"},
  {"edge-asserted", "edge", "asserted", "boolean"},
  {"edge-polarity", "edge", "polarity", "string"},
  {"edge-modality", "edge", "modality", "string"},
  {"edge-speaker", "edge", "speaker", "string"},
  {"edge-confidence", "edge", "confidence", "double"},
  {"edge-firstDay", "edge", "firstDay", "string"},
  {"edge-lastDay", "edge", "lastDay", "string"},
  {"edge-sentence", "edge", "sentence", "string"},
  {"edge-document", "edge", "document", "string"},
};

/* How a byte of a text is written, or NULL for as it stands. What XML 1.0 (section 2.2) has no way
 * to write becomes U+FFFD. */
static const char *spelling(unsigned char c)
{
  switch (c) {
  case '&': return "&amp;";
  case '<': return "&lt;";
  case '>': return "&gt;";
  case '"': return "&quot;";
  case '\r': return "&#13;";
  case '\t':
  case '\n': return NULL;
  default: return c < ' ' ? "\xEF\xBF\xBD" : NULL;
  }
}

static void write_text(GwBuffer *out, GwView text)
{
  size_t plain = 0;
  for (size_t i = 0; i < text.length; i++) {
    const char *other = spelling((unsigned char)text.data[i]);
    if (other) {
      gw_buffer_append(out, gw_view_slice(text, plain, i));
      gw_buffer_text(out, other);
      plain = i + 1;
    }
  }
  gw_buffer_append(out, gw_view_slice(text, plain, text.length));
}

static void write_data(GwBuffer *out, const char *key, GwView value)
{
  if (value.length) {
    gw_buffer_format(out, "      <data key=\"%s\">", key);
    write_text(out, value);
    gw_buffer_text(out, "</data>\n");
  }
}

static void write_keys(GwBuffer *out)
{
  for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
    gw_buffer_format(out, "  <key id=\"%s\" for=\"%s\" attr.name=\"%s\" attr.type=\"%s\"/>\n",
                     keys[i].id, keys[i].domain, keys[i].name, keys[i].type);
  }
}

static void write_node(GwBuffer *out, const GwPropertyNode *node)
{
  gw_buffer_format(out, "    <node id=\"n%016llx\">\n", (unsigned long long)gw_hash(node->id));
  write_data(out, "node-iri", node->id);
  write_data(out, "node-label", node->label);
  write_data(out, "node-type", node->type);
  write_data(out, "node-wikidata", node->wikidata);
  gw_buffer_format(out, "      <data key=\"node-mentions\">%zu</data>\n    </node>\n",
                   node->mentions);
}

static void write_edge(GwBuffer *out, const GwPropertyGraph *graph, const GwPropertyEdge *edge)
{
  gw_buffer_format(out, "    <edge id=\"e%016llx\" source=\"n%016llx\" target=\"n%016llx\">\n",
                   (unsigned long long)gw_hash(edge->id),
                   (unsigned long long)gw_hash(graph->nodes[edge->source].id),
                   (unsigned long long)gw_hash(graph->nodes[edge->target].id));
  write_data(out, "edge-iri", edge->id);
  write_data(out, "edge-relation", edge->relation);
  write_data(out, "edge-label", edge->label);
  write_data(out, "edge-statement", edge->statement);
  write_data(out, "edge-asserted", edge->asserted ? GW_VIEW("true") : GW_VIEW("false"));
  write_data(out, "edge-polarity", edge->polarity);
  write_data(out, "edge-modality", edge->modality);
  write_data(out, "edge-speaker", edge->speaker);
  write_data(out, "edge-confidence", edge->confidence);
  write_data(out, "edge-firstDay", edge->first_day);
  write_data(out, "edge-lastDay", edge->last_day);
  write_data(out, "edge-sentence", edge->sentence);
  write_data(out, "edge-document", edge->document);
  gw_buffer_text(out, "    </edge>\n");
}

static void write_graph(GwBuffer *out, const GwPropertyGraph *graph)
{
  gw_buffer_text(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                 "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n");
  write_keys(out);
  gw_buffer_text(out, "  <graph edgedefault=\"directed\">\n");
  for (size_t i = 0; i < graph->node_count; i++) {
    write_node(out, &graph->nodes[i]);
  }
  for (size_t i = 0; i < graph->edge_count; i++) {
    write_edge(out, graph, &graph->edges[i]);
  }
  gw_buffer_text(out, "  </graph>\n</graphml>\n");
}

static GwStatus write_graphml(const GwQuad *triples, size_t count, GwBuffer *out, GwError *error)
{
  GwArena arena = GW_ARENA_INIT;
  GwPropertyGraph graph;
  GwStatus status = gw_property_graph_find(&arena, triples, count, &graph, error);
  if (!status) {
    write_graph(out, &graph);
  }
  gw_arena_free(&arena);
  return !status && out->failed ? gw_fail_memory(error) : status;
}

const GwSink gw_graphml_sink = {
  .name = "graphml", .extension = "graphml", .write = write_graphml,
  .help = "GraphML: statements as edges, for Gephi, yEd and networkx",
};
