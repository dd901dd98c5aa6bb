#include "tests/graphs/hostile.h"

#include "base/buffer.h"

static const char *const pieces[] = {
  "\"", "\\", "\\N", "\\n", "\\\"", "\n", "\r", "\t", "<", ">", "</text>", "<script>alert(1)",
  "</script>", "&", "&amp;", "&lt;", "&#1;", "&#x0;", "&undefined;", "]]>", "<!--", "-->", "--",
  "'", "\"/>", "{a|b}", "|", "<b>bold</b>", "javascript:alert(1)", "onload=", "%s%n", "/*", "//",
  "#", ";", "]", "}", "->", "\x01", "\x08", "\x1B[31m", "\x7F", "\xC2\x80", "\xC2\x9F",
  "\xEF\xBF\xBE", "\xEF\xBF\xBF", "\xE2\x80\xAE", "\xE2\x81\xA6", "\xFF", "\xC0\xAF",
  "\xED\xA0\x80", "\xE4\xB8\xAD", "\xE5\x9B\xBD", "\xD8\xB9\xD8\xB1\xD8\xA8\xD9\x8A",
  "\xD0\x9C\xD0\xBE", "\xF0\x9F\x98\x80", "e\xCC\x81", "\xE2\x80\x8D", " ", "word", "x", "\\\\",
  "graph", "node", "label=", "n0", "\xC2\xA0", "<TABLE>", "\xE2\x80\xA8"};

static uint32_t next(uint32_t *seed, uint32_t below)
{
  *seed = *seed * 1664525u + 1013904223u;
  return (*seed >> 8) % below;
}

GwView hostile_text(GwArena *arena, uint32_t *seed)
{
  GwBuffer text = GW_BUFFER_INIT;
  const size_t length = next(seed, 400) == 0 ? 10000 : next(seed, 60);
  while (text.length < length) {
    gw_buffer_text(&text, pieces[next(seed, sizeof pieces / sizeof *pieces)]);
  }
  if (next(seed, 20) == 0) {
    gw_buffer_append(&text, (GwView){"\0x", 2});
  }
  const GwView view = {gw_view_copy(arena, gw_buffer_view(&text)), text.length};
  gw_buffer_free(&text);
  return view;
}

static GwView hostile_url(GwArena *arena, uint32_t *seed)
{
  static const char *const schemes[] = {"https://example.org/?q=", "http://", "javascript:", "",
                                        "JavaScript:", "data:text/html,", "\x01javascript:"};
  const GwView text = hostile_text(arena, seed);
  return gw_view_format(arena, "%s%.*s", schemes[next(seed, 7)], GW_PRINT(text));
}

GwGraphView hostile_view(GwArena *arena, uint32_t *seed)
{
  const uint32_t node_count = 1 + next(seed, 6), edge_count = next(seed, 8);
  GwGraphView view = {
    .title = hostile_text(arena, seed),
    .nodes = GW_NEW(arena, node_count, GwViewNode), .node_count = node_count,
    .edges = GW_NEW(arena, edge_count, GwViewEdge), .edge_count = edge_count,
    .hidden_nodes = next(seed, 3), .hidden_edges = next(seed, 3)};
  for (size_t i = 0; i < node_count; i++) {
    view.nodes[i] = (GwViewNode){
      .entity = i, .label = hostile_text(arena, seed), .tooltip = hostile_text(arena, seed),
      .url = hostile_url(arena, seed), .type = (GwEntityType)next(seed, GW_ENTITY_TYPE_COUNT),
      .salience = next(seed, 100) / 100.0};
  }
  for (size_t i = 0; i < edge_count; i++) {
    view.edges[i] = (GwViewEdge){
      .from = next(seed, node_count), .to = next(seed, node_count),
      .label = hostile_text(arena, seed), .tooltip = hostile_text(arena, seed),
      .kind = (GwRelationKind)next(seed, GW_RELATION_KIND_COUNT),
      .claimed = next(seed, 2), .negated = next(seed, 2), .count = 1};
  }
  return view;
}
