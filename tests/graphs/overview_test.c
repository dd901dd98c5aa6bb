#include "tests/test.h"

#include "base/file.h"
#include "graphs/dot/write.h"
#include "graphs/views/link.h"
#include "tests/graphs/knowledge_file.h"

#include <stdlib.h>

static void read_table(GwArena *arena, const char *table, GwKnowledge *knowledge)
{
  GwError error = {GW_OK, ""};
  assert_ok(knowledge_read(arena, gw_view(table), knowledge, &error), error);
}

static void read_groundwater(GwArena *arena, GwKnowledge *knowledge)
{
  GwError error = {GW_OK, ""};
  GwView table;
  const char *source = getenv("GRAPHWRIGHT_SOURCE");
  const GwView path = gw_view_format(arena, "%s/tests/graphs/groundwater.tsv",
                                     source ? source : ".");
  assert_ok(gw_file_read(arena, path.data, 1 << 20, &table, &error), error);
  assert_ok(knowledge_read(arena, table, knowledge, &error), error);
}

static size_t statements_shown(const GwGraphView *view)
{
  size_t shown = 0;
  for (size_t i = 0; i < view->edge_count; i++) {
    shown += view->edges[i].count;
  }
  return shown;
}

static void check_view(const GwKnowledge *knowledge, size_t max_nodes, const GwGraphView *view)
{
  bool connected[200] = {false};
  assert_true(view->node_count <= max_nodes);
  assert_int_equal(view->node_count + view->hidden_nodes, knowledge->entity_count);
  assert_true(statements_shown(view) + view->hidden_edges <= knowledge->statement_count);
  for (size_t i = 0; i < view->edge_count; i++) {
    assert_true(view->edges[i].from < view->node_count && view->edges[i].to < view->node_count);
    assert_true(view->edges[i].from != view->edges[i].to);
    connected[view->edges[i].from] = connected[view->edges[i].to] = true;
  }
  for (size_t i = 0; i < view->node_count; i++) {
    assert_true(connected[i] || max_nodes == 1);
    assert_true(i == 0 || view->nodes[i - 1].entity < view->nodes[i].entity);
    assert_true(view->nodes[i].salience > 0 && view->nodes[i].salience <= 1);
  }
}

static void test_every_limit(void **state)
{
  (void)state;
  GwArena arena = GW_ARENA_INIT;
  GwKnowledge knowledge;
  read_groundwater(&arena, &knowledge);
  for (size_t most = 1; most < 45; most++) {
    GwGraphView view;
    GwError error = {GW_OK, ""};
    assert_ok(gw_view_overview(&arena, &knowledge, most, &view, &error), error);
    check_view(&knowledge, most, &view);
    assert_true(most < 2 || view.node_count + 1 >= most || most > 36);
  }
  gw_arena_free(&arena);
}

static void test_default_limit(void **state)
{
  (void)state;
  GwArena arena = GW_ARENA_INIT;
  GwKnowledge knowledge;
  GwGraphView view;
  GwError error = {GW_OK, ""};
  read_groundwater(&arena, &knowledge);
  assert_ok(gw_view_overview(&arena, &knowledge, 0, &view, &error), error);
  assert_int_equal(view.node_count, GW_VIEW_READABLE);
  assert_view(view.title, "Why Punjab is running out of groundwater");
  for (size_t i = 0; i < view.node_count; i++) {
    assert_true(view.nodes[i].type != GW_QUANTITY && view.nodes[i].type != GW_TIME);
  }
  gw_arena_free(&arena);
}

static void test_same_bytes_again(void **state)
{
  (void)state;
  GwBuffer dots[2] = {GW_BUFFER_INIT, GW_BUFFER_INIT};
  for (size_t i = 0; i < 2; i++) {
    GwArena arena = GW_ARENA_INIT;
    GwKnowledge knowledge;
    GwGraphView view;
    GwError error = {GW_OK, ""};
    read_groundwater(&arena, &knowledge);
    assert_ok(gw_view_overview(&arena, &knowledge, 20, &view, &error), error);
    assert_ok(gw_dot_write(&view, &dots[i], &error), error);
    gw_arena_free(&arena);
  }
  assert_true(gw_view_equal(gw_buffer_view(&dots[0]), gw_buffer_view(&dots[1])));
  gw_buffer_free(&dots[0]);
  gw_buffer_free(&dots[1]);
}

/* A hub with many spokes is shown with some of them, in readable size. */
static void test_a_star_is_cut(void **state)
{
  (void)state;
  GwArena arena = GW_ARENA_INIT;
  GwBuffer table = GW_BUFFER_INIT;
  GwKnowledge knowledge;
  GwGraphView view;
  GwError error = {GW_OK, ""};
  gw_buffer_text(&table, "entity\thub\tGovernment\tHub\t-\t-\n");
  for (size_t i = 0; i < 40; i++) {
    gw_buffer_format(&table, "entity\te%zu\tLaw\tLaw %zu\t-\t-\nstatement\thub\tenacted\taction"
                     "\te%zu\n", i, i, i);
  }
  read_table(&arena, table.data, &knowledge);
  assert_ok(gw_view_overview(&arena, &knowledge, 24, &view, &error), error);
  assert_true(view.node_count > 6 && view.node_count < 14);
  assert_int_equal(view.edge_count + view.hidden_edges, 40);
  gw_buffer_free(&table);
  gw_arena_free(&arena);
}

#define ENTITIES                                 \
  "entity\ta\tPerson\tAnna Amsel\tQ42\t-\n"      \
  "entity\tb\tLaw\tBirds Act\t-\t-\n"            \
  "entity\tc\tCondition\tcold winters\t-\t-\n"   \
  "entity\td\tInternationalOrganization\tInternational Bird Office\t-\tIBO\n" \
  "sentence\tAnna Amsel and the Birds Act met cold winters.\n"

/* What one table of statements is drawn as: "from > to: label" with marks for its look. */
static const struct {
  const char *statements, *edges;
  size_t hidden;
} cases[] = {
  {"statement\ta\tenacted\taction\tb\n", "0 > 1: enacted\n", 0},
  {"statement\tc\tleads to\tcause\tb\n", "1 > 0: leads to bold\n", 0},
  /* polarity and modality */
  {"statement\ta\tenacted\taction\tb\tnot\tmay\n", "0 > 1: not enacted (may) negated\n", 0},
  /* nothing to draw: no object, text, itself */
  {"statement\ta\tsleeps\taction\t-\nstatement\ta\tis\tattribute\ttext:old\n"
   "statement\ta\tlikes\taction\ta\n", "", 3},
  /* parallel statements are one edge, the same label is written once */
  {"statement\ta\tenacted\taction\tb\nstatement\ta\twrote\taction\tb\n"
   "statement\ta\tenacted\taction\tb\nstatement\ta\tloves\taction\tb\n",
   "0 > 1: enacted/wrote/+1 more x4\n", 0},
  /* causes, claims and denials are not bundled with others */
  {"statement\ta\tenacted\taction\tb\nstatement\ta\tcauses\tcause\tb\n"
   "statement\ta\tenacted\taction\tb\tnot\n",
   "0 > 1: causes bold\n0 > 1: enacted\n0 > 1: not enacted negated\n", 0},
  /* a claim names its speaker, in short, and stands for the saying */
  {"statement\tb\tcauses\tcause\tc\tby:d\nstatement\td\tsays\tspeech\t-1\n",
   "0 > 1: causes/(says IBO) claimed bold\n", 0},
  /* a claim without a second entity is drawn from its speaker */
  {"statement\tb\tfails\taction\t-\tby:a\nstatement\ta\tsays\tspeech\t-1\n",
   "0 > 1: says: fails\n", 0},
  {"statement\tb\tmeets\taction\tc\nstatement\ta\twants\taction\t-1\n",
   "0 > 1: wants: meets/cold winters\n1 > 2: meets\n", 0},
  /* about oneself: drawn to the object */
  {"statement\ta\tban\taction\tb\nstatement\ta\tplans\taction\t-1\n",
   "0 > 1: ban/plans: ban x2\n", 0},
  /* an object that is not there */
  {"statement\ta\tsays\tspeech\t-0\n", "", 1},
};

static void describe_edge(const GwViewEdge *edge, GwBuffer *out)
{
  GwView label = edge->label, line;
  gw_buffer_format(out, "%zu > %zu:", edge->from, edge->to);
  for (const char *gap = " "; gw_view_next(&label, '\n', &line); gap = "/") {
    gw_buffer_format(out, "%s%.*s", gap, GW_PRINT(line));
  }
  gw_buffer_text(out, edge->claimed ? " claimed" : "");
  gw_buffer_text(out, edge->negated ? " negated" : "");
  gw_buffer_text(out, edge->kind == GW_RELATION_CAUSE ? " bold" : "");
  if (edge->count > 1) {
    gw_buffer_format(out, " x%zu", edge->count);
  }
  gw_buffer_char(out, '\n');
}

static void test_how_statements_are_drawn(void **state)
{
  (void)state;
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    GwArena arena = GW_ARENA_INIT;
    GwKnowledge knowledge;
    GwGraphView view;
    GwError error = {GW_OK, ""};
    GwBuffer edges = GW_BUFFER_INIT;
    const GwView table = gw_view_format(&arena, "%s%s", ENTITIES, cases[i].statements);
    read_table(&arena, table.data, &knowledge);
    assert_ok(gw_view_overview(&arena, &knowledge, 10, &view, &error), error);
    for (size_t k = 0; k < view.edge_count; k++) {
      describe_edge(&view.edges[k], &edges);
    }
    assert_view(gw_buffer_view(&edges), cases[i].edges);
    assert_int_equal(view.hidden_edges, cases[i].hidden);
    gw_buffer_free(&edges);
    gw_arena_free(&arena);
  }
}

static void test_nodes_are_described(void **state)
{
  (void)state;
  GwArena arena = GW_ARENA_INIT;
  GwKnowledge knowledge;
  GwGraphView view;
  GwError error = {GW_OK, ""};
  read_table(&arena, ENTITIES "statement\ta\tenacted\taction\tb\n", &knowledge);
  assert_ok(gw_view_overview(&arena, &knowledge, 10, &view, &error), error);
  assert_int_equal(view.node_count, 2);
  assert_int_equal(view.hidden_nodes, 2);
  assert_view(view.nodes[0].url, "https://www.wikidata.org/wiki/Q42");
  assert_view(view.nodes[1].url, "");
  assert_view(view.nodes[0].tooltip, "Anna Amsel\n\xE2\x80\x9C" "Anna Amsel and the Birds Act "
              "met cold winters.\xE2\x80\x9D");
  assert_view(view.edges[0].tooltip, "Anna Amsel \xE2\x80\x93 enacted \xE2\x86\x92 Birds Act\n"
              "\xE2\x80\x9C" "Anna Amsel and the Birds Act met cold winters.\xE2\x80\x9D");
  gw_arena_free(&arena);
}

/* Nothing at all, and entities without a statement. */
static void test_little_knowledge(void **state)
{
  (void)state;
  GwArena arena = GW_ARENA_INIT;
  GwKnowledge knowledge;
  GwGraphView view;
  GwError error = {GW_OK, ""};
  GwBuffer dot = GW_BUFFER_INIT;
  read_table(&arena, "", &knowledge);
  assert_ok(gw_view_overview(&arena, &knowledge, 10, &view, &error), error);
  assert_int_equal(view.node_count, 0);
  assert_view(view.title, "article.txt");
  assert_ok(gw_dot_write(&view, &dot, &error), error);
  read_table(&arena, ENTITIES, &knowledge);
  assert_ok(gw_view_overview(&arena, &knowledge, 3, &view, &error), error);
  assert_int_equal(view.node_count, 3);
  assert_int_equal(view.edge_count, 0);
  gw_buffer_free(&dot);
  gw_arena_free(&arena);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(test_every_limit),
    cmocka_unit_test(test_default_limit),
    cmocka_unit_test(test_same_bytes_again),
    cmocka_unit_test(test_a_star_is_cut),
    cmocka_unit_test(test_how_statements_are_drawn),
    cmocka_unit_test(test_nodes_are_described),
    cmocka_unit_test(test_little_knowledge),
  };
  return cmocka_run_group_tests_name("overview", tests, NULL, NULL);
}
