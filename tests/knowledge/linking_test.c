#include "tests/test.h"

#include "base/file.h"
#include "extract/knowledge/linking.h"

#include <stdlib.h>

#define LIST_LIMIT 16

typedef struct {
  GwArena arena;
  GwError error;
  GwGazetteer *gazetteer;
} Fixture;

static int set_up(void **state)
{
  Fixture *f = calloc(1, sizeof *f);
  *state = f;
  return !f || gw_gazetteer_open(&f->arena, &f->gazetteer, &f->error) ? -1 : 0;
}

static int tear_down(void **state)
{
  Fixture *f = *state;
  gw_arena_free(&f->arena);
  free(f);
  return 0;
}

static size_t split(GwView text, char separator, GwView items[LIST_LIMIT])
{
  size_t count = 0;
  while (gw_view_next(&text, separator, &items[count])) {
    count++;
    assert_true(count < LIST_LIMIT);
  }
  return count;
}

static GwEntityType engine_type(GwView name)
{
  return gw_view_is(name, "Person") ? GW_PERSON
         : gw_view_is(name, "Organization") ? GW_ORGANIZATION
         : gw_view_is(name, "Place") ? GW_PLACE : GW_THING;
}

/* Each line of links.tsv: forms of a name, engine's type, countries of the article, Wikidata id
 * or "-". All lines are tried, and those that fail are printed. */
static void test_links(void **state)
{
  Fixture *f = *state;
  const char *path = NULL;
  GwView rest, line, fields[LIST_LIMIT], names[LIST_LIMIT], countries[LIST_LIMIT];
  size_t failed = 0, lines = 0;
  assert_ok(gw_file_data(&f->arena, "tests/knowledge/links.tsv", &path, &f->error), f->error);
  assert_ok(gw_file_read(&f->arena, path, 1000000, &rest, &f->error), f->error);
  gw_view_next(&rest, '\n', &line);
  for (; gw_view_next(&rest, '\n', &line); lines++) {
    assert_int_equal(split(line, '\t', fields), 4);
    const size_t name_count = split(fields[0], '|', names);
    const size_t country_count = split(fields[2], ' ', countries);
    const GwKnownEntity *entity = gw_link_choose(f->gazetteer, names, name_count,
                                                 engine_type(fields[1]), countries, country_count);
    const GwView got = entity ? entity->qid : GW_VIEW("-");
    if (!gw_view_equal(got, fields[3])) {
      print_error("%s:%zu: got %.*s: %.*s\n", path, lines + 2, GW_PRINT(got), GW_PRINT(line));
      failed++;
    }
  }
  assert_true(lines > 50);
  assert_int_equal(failed, 0);
}

static void test_degenerate_names(void **state)
{
  static const char *const odd[] = {"", " ", "\xFF\xFE", "U+\xC3", "\u200B", "'"};
  Fixture *f = *state;
  const GwView unknown_country = GW_VIEW("Q999999999");
  assert_null(gw_link_choose(f->gazetteer, NULL, 0, GW_PLACE, NULL, 0));
  for (size_t i = 0; i < sizeof odd / sizeof odd[0]; i++) {
    const GwView names[] = {gw_view(odd[i]), GW_VIEW("China")};
    assert_null(gw_link_choose(f->gazetteer, names, 1, GW_PLACE, &unknown_country, 1));
    assert_null(gw_link_choose(f->gazetteer, names, 2, GW_PLACE, &unknown_country, 1));
  }
}

/* Institutions that every country has: of the country that the name or the article tells. */
static void test_national_institutions(void **state)
{
  static const struct { const char *name, *country, *qid; } cases[] = {
    {"Senate", "Q30", "Q66096"}, {"Constitution", "Q30", "Q11698"},
    {"Constitution", "Q668", "Q477108"}, {"Indian Parliament", "Q30", "Q695252"},
    {"Parliament", "Q668", "Q695252"}, {"Senate", "Q668", ""}, {"Senate", "", ""},
    {"University", "Q668", ""}, {"Bank", "Q668", ""}, {"India", "Q668", ""}, {"", "Q30", ""},
  };
  Fixture *f = *state;
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    const GwKnownEntity *entity =
      gw_link_national(f->gazetteer, gw_view(cases[i].name),
                       gw_gazetteer_entity(f->gazetteer, gw_view(cases[i].country)));
    assert_view(entity ? entity->qid : GW_VIEW(""), cases[i].qid);
  }
}

static void test_heads_of_state(void **state)
{
  Fixture *f = *state;
  const GwView germany = GW_VIEW("Q183"), spain = GW_VIEW("Q29");
  const GwKnownEntity *merkel = gw_link_head(f->gazetteer, GW_VIEW("Merkel"), &germany, 1);
  assert_non_null(merkel);
  assert_view(merkel->qid, "Q567");
  assert_null(gw_link_head(f->gazetteer, GW_VIEW("Merkel"), &spain, 1));
  assert_null(gw_link_head(f->gazetteer, GW_VIEW("Smith"), &germany, 1));
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test_setup_teardown(test_links, set_up, tear_down),
    cmocka_unit_test_setup_teardown(test_national_institutions, set_up, tear_down),
    cmocka_unit_test_setup_teardown(test_heads_of_state, set_up, tear_down),
    cmocka_unit_test_setup_teardown(test_degenerate_names, set_up, tear_down)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
