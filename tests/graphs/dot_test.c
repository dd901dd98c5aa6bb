#include "tests/test.h"

#include "graphs/dot/escape.h"
#include "graphs/dot/write.h"
#include "tests/graphs/hostile.h"

#include <graphviz/cgraph.h>
#include <stdio.h>
#include <string.h>

static char attribute_room[32];

static const char *value_of(void *object, const char *name)
{
  snprintf(attribute_room, sizeof attribute_room, "%s", name);
  return agget(object, attribute_room);
}

/* What Graphviz shows of a label: escapes resolved, then entities. */
static GwView shown(GwArena *arena, const char *value)
{
  char *text = gw_view_copy(arena, gw_view(value));
  size_t n = 0;
  for (const char *c = value; *c; c++) {
    if (*c == '\\') {
      c++;
      assert_true(*c == '\\' || *c == 'n'); /* no other escape may be left: \N, \G, \l, ... */
      text[n++] = (char)(*c == 'n' ? '\n' : '\\');
    } else if (*c == '&') {
      assert_int_equal(strncmp(c, "&amp;", 5), 0);
      text[n++] = '&';
      c += 4;
    } else {
      text[n++] = *c;
    }
  }
  return (GwView){text, n};
}

/* The same characters but for those that must go: compared by a second, simple reading. */
static GwView printable(GwArena *arena, GwView text)
{
  static const char *const gone[] = {"\xC2\x80", "\xC2\x9F", "\xEF\xBF\xBE", "\xEF\xBF\xBF",
                                     "\xE2\x80\xAE", "\xE2\x81\xA6"};
  static const char *const invalid[] = {"\xFF", "\xC0", "\xAF", "\xED", "\xA0", "\x80"};
  GwBuffer out = GW_BUFFER_INIT;
  for (size_t at = 0, step; at < text.length; at += step) {
    const GwView rest = gw_view_slice(text, at, text.length);
    const unsigned char c = (unsigned char)*rest.data;
    bool dropped = (c < 0x20 && c != '\n' && c != '\t') || c == 0x7F, replaced = false;
    step = c < 0x80 ? 1 : c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4;
    for (size_t i = 0; i < 6; i++) {
      dropped = dropped || gw_view_starts(rest, gw_view(gone[i]));
      const bool surrogate = gw_view_starts(rest, GW_VIEW("\xED\xA0\x80"));
      const bool starts = gw_view_starts(rest, gw_view(invalid[i]));
      replaced = replaced || (starts && (c != 0xED || surrogate));
    }
    step = replaced ? 1 : step;
    if (replaced) {
      gw_buffer_text(&out, "\xEF\xBF\xBD");
    } else if (!dropped) {
      gw_buffer_append(&out, c == '\t' ? GW_VIEW(" ") : gw_view_slice(rest, 0, step));
    }
  }
  const GwView view = {gw_view_copy(arena, gw_buffer_view(&out)), out.length};
  gw_buffer_free(&out);
  return view;
}

static void check_text(GwArena *arena, const char *value, GwView meant)
{
  assert_non_null(value);
  const GwView got = shown(arena, value), want = printable(arena, meant);
  if (!gw_view_equal(got, want)) {
    fail_msg("'%.*s' became '%.*s'", GW_PRINT(want), GW_PRINT(got));
  }
}

/* Lines of an edge's label have a no-break space on both sides. */
static void check_edge_text(GwArena *arena, const char *value, GwView meant)
{
  GwBuffer padded = GW_BUFFER_INIT;
  GwView line;
  while (gw_view_next(&meant, '\n', &line)) {
    gw_buffer_format(&padded, "%s\xC2\xA0", padded.length ? "\n" : "");
    gw_buffer_append(&padded, line);
    gw_buffer_text(&padded, "\xC2\xA0");
  }
  check_text(arena, value, gw_buffer_view(&padded));
  gw_buffer_free(&padded);
}

static Agnode_t *node_of(Agraph_t *graph, size_t number)
{
  char name[32];
  snprintf(name, sizeof name, "n%zu", number);
  return agnode(graph, name, 0);
}

static Agedge_t *edge_of(Agraph_t *graph, size_t number)
{
  char id[32];
  snprintf(id, sizeof id, "edge-%zu", number);
  for (Agnode_t *node = agfstnode(graph); node; node = agnxtnode(graph, node)) {
    for (Agedge_t *edge = agfstout(graph, node); edge; edge = agnxtout(graph, edge)) {
      if (strcmp(value_of(edge, "id"), id) == 0) {
        return edge;
      }
    }
  }
  return NULL;
}

static void check_url(const char *value, GwView meant)
{
  const bool web = (gw_view_starts(meant, GW_VIEW("http://")) && meant.length > 7)
                   || (gw_view_starts(meant, GW_VIEW("https://")) && meant.length > 8);
  assert_true(value ? !*value || (web && strpbrk(value, " \"'<>\\") == NULL) : !web);
}

static void check_graph(GwArena *arena, Agraph_t *graph, const GwGraphView *view)
{
  assert_int_equal(agnnodes(graph), view->node_count);
  assert_int_equal(agnedges(graph), view->edge_count);
  assert_int_not_equal(aghtmlstr((char *)value_of(graph, "label")), 0);
  for (size_t i = 0; i < view->node_count; i++) {
    Agnode_t *node = node_of(graph, i);
    assert_non_null(node);
    check_text(arena, value_of(node, "label"), view->nodes[i].label);
    check_text(arena, value_of(node, "tooltip"), view->nodes[i].tooltip);
    check_url(value_of(node, "URL"), view->nodes[i].url);
  }
  for (size_t i = 0; i < view->edge_count; i++) {
    Agedge_t *edge = edge_of(graph, i);
    assert_non_null(edge);
    assert_ptr_equal(agtail(edge), node_of(graph, view->edges[i].from));
    assert_ptr_equal(aghead(edge), node_of(graph, view->edges[i].to));
    check_edge_text(arena, value_of(edge, "label"), view->edges[i].label);
    check_text(arena, value_of(edge, "tooltip"), view->edges[i].tooltip);
  }
}

static void test_hostile_texts_stay_texts(void **state)
{
  (void)state;
  uint32_t seed = 1;
  for (size_t round = 0; round < 500; round++) {
    GwArena arena = GW_ARENA_INIT;
    GwBuffer dot = GW_BUFFER_INIT;
    GwError error = {GW_OK, ""};
    const GwGraphView view = hostile_view(&arena, &seed);
    assert_ok(gw_dot_write(&view, &dot, &error), error);
    assert_int_equal(strlen(dot.data), dot.length);
    Agraph_t *graph = agmemread(dot.data);
    assert_non_null(graph);
    check_graph(&arena, graph, &view);
    agclose(graph);
    gw_buffer_free(&dot);
    gw_arena_free(&arena);
  }
}

static void test_urls(void **state)
{
  (void)state;
  static const struct {
    const char *url, *written; ///< NULL: refused
  } cases[] = {
    {"https://www.wikidata.org/wiki/Q42", "\"https://www.wikidata.org/wiki/Q42\""},
    {"HTTP://x/?a=1&b=%20#c", "\"HTTP://x/?a=1&amp;b=%20#c\""},
    {"https://x/\"><script>", "\"https://x/%22%3E%3Cscript%3E\""},
    {"https://x/\\' \n\xC3\xA9", "\"https://x/%5C%27%20%0A%C3%A9\""},
    {"javascript:alert(1)", NULL},
    {"JaVaScRiPt:alert(1)", NULL},
    {" https://x/", NULL},
    {"data:text/html,x", NULL},
    {"file:///etc/passwd", NULL},
    {"//x/", NULL},
    {"https://", NULL},
    {"", NULL},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    GwBuffer out = GW_BUFFER_INIT;
    assert_int_equal(gw_dot_url(&out, gw_view(cases[i].url)), cases[i].written != NULL);
    assert_view(gw_buffer_view(&out), cases[i].written ? cases[i].written : "");
    gw_buffer_free(&out);
  }
}

static bool writes(const GwGraphView *view, const char *text)
{
  GwBuffer dot = GW_BUFFER_INIT;
  GwError error = {GW_OK, ""};
  assert_ok(gw_dot_write(view, &dot, &error), error);
  const bool found = strstr(dot.data, text) != NULL;
  gw_buffer_free(&dot);
  return found;
}

static void test_legend_names_only_what_is_used(void **state)
{
  (void)state;
  GwViewNode nodes[] = {
    {.label = GW_VIEW("A"), .tooltip = GW_VIEW(""), .url = GW_VIEW(""), .type = GW_LAW},
    {.label = GW_VIEW("B"), .tooltip = GW_VIEW(""), .url = GW_VIEW(""), .type = GW_PERSON}};
  GwViewEdge edge = {.from = 0, .to = 1, .label = GW_VIEW("x"), .tooltip = GW_VIEW("")};
  GwGraphView view = {GW_VIEW("Title & more"), nodes, 2, &edge, 1, 0, 0};
  assert_true(writes(&view, "Title &amp; more"));
  assert_true(writes(&view, "> Policy or law<") && writes(&view, "> Person or office<"));
  assert_false(writes(&view, "> Place<"));
  assert_true(writes(&view, " acts on<"));
  assert_false(writes(&view, " leads to<") || writes(&view, " not so<"));
  assert_false(writes(&view, "somebody says so<") || writes(&view, "not shown"));
  edge.kind = GW_RELATION_PREVENT;
  edge.claimed = true;
  view.hidden_nodes = 1;
  view.hidden_edges = 5;
  assert_true(writes(&view, " prevents or lowers<") && writes(&view, "somebody says so<"));
  assert_true(writes(&view, "style=dashed") && writes(&view, "arrowhead=tee"));
  assert_true(writes(&view, "1 more entity, 5 more statements not shown"));
  edge.negated = true;
  assert_true(writes(&view, " not so<") && !writes(&view, " prevents or lowers<"));
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(test_hostile_texts_stay_texts),
    cmocka_unit_test(test_urls),
    cmocka_unit_test(test_legend_names_only_what_is_used),
  };
  return cmocka_run_group_tests_name("dot", tests, NULL, NULL);
}
