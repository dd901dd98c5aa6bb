#include "export/sink.h"

#include "export/property_graph.h"

#include <string.h>

/* RFC 4180, with the headers of neo4j-admin (Neo4j Operations Manual, "CSV header format"); the
 * file is a table for other programs all the same. Line breaks within a field, which neo4j-admin
 * does not take by default, become spaces. */

static void write_field(GwBuffer *out, GwView text, char end)
{
  bool quoted = text.length && (text.data[0] == ' ' || text.data[text.length - 1] == ' ');
  for (size_t i = 0; i < text.length && !quoted; i++) {
    quoted = strchr(",\"\r\n", text.data[i]) != NULL;
  }
  gw_buffer_text(out, quoted ? "\"" : "");
  for (size_t i = 0; i < text.length; i++) {
    const char c = text.data[i];
    if (quoted && c == '"') {
      gw_buffer_char(out, c);
    }
    gw_buffer_char(out, c == '\n' || c == '\r' ? ' ' : c);
  }
  gw_buffer_text(out, quoted ? "\"" : "");
  gw_buffer_char(out, end);
}

static void write_node(GwBuffer *out, const GwPropertyNode *node)
{
  write_field(out, node->id, ',');
  write_field(out, node->label, ',');
  write_field(out, node->type, ',');
  write_field(out, node->wikidata, ',');
  gw_buffer_format(out, "%zu\n", node->mentions);
}

static void write_edge(GwBuffer *out, const GwPropertyGraph *graph, const GwPropertyEdge *edge)
{
  write_field(out, graph->nodes[edge->source].id, ',');
  write_field(out, graph->nodes[edge->target].id, ',');
  write_field(out, edge->relation, ',');
  write_field(out, edge->id, ',');
  write_field(out, edge->label, ',');
  write_field(out, edge->statement, ',');
  write_field(out, edge->asserted ? GW_VIEW("true") : GW_VIEW("false"), ',');
  write_field(out, edge->polarity, ',');
  write_field(out, edge->modality, ',');
  write_field(out, edge->speaker, ',');
  write_field(out, edge->confidence, ',');
  write_field(out, edge->first_day, ',');
  write_field(out, edge->last_day, ',');
  write_field(out, edge->sentence, ',');
  write_field(out, edge->document, '\n');
}

static void write_tables(const GwPropertyGraph *graph, GwBuffer *nodes, GwBuffer *edges)
{
  gw_buffer_text(nodes, "iri:ID,label,:LABEL,wikidata,mentions:int\n");
  for (size_t i = 0; i < graph->node_count; i++) {
    write_node(nodes, &graph->nodes[i]);
  }
  gw_buffer_text(edges, ":START_ID,:END_ID,:TYPE,iri,label,statement,asserted:boolean,polarity,"
                 "modality,speaker,confidence:double,firstDay:date,lastDay:date,sentence,"
                 "document\n");
  for (size_t i = 0; i < graph->edge_count; i++) {
    write_edge(edges, graph, &graph->edges[i]);
  }
}

static GwStatus write_csv(const GwQuad *triples, size_t count, GwBuffer *out, GwError *error)
{
  GwArena arena = GW_ARENA_INIT;
  GwPropertyGraph graph;
  GwStatus status = gw_property_graph_find(&arena, triples, count, &graph, error);
  if (!status) {
    write_tables(&graph, &out[0], &out[1]);
  }
  gw_arena_free(&arena);
  return !status && (out[0].failed || out[1].failed) ? gw_fail_memory(error) : status;
}

const GwSink gw_csv_sink = {
  .name = "csv", .extension = "csv", .write = write_csv, .files = {"nodes.csv", "edges.csv"},
  .help = "nodes.csv and edges.csv: statements as edges, for Neo4j and pandas",
};
