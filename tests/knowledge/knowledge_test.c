/* Knowledge read out of analysed sentences: data/NAME.conllu must give the listing data/NAME.txt,
 * or the propositions data/NAME.tsv. On a difference what came out is left beside the test
 * as NAME.txt.actual or NAME.tsv.actual. */
#include "base/file.h"
#include "extract/knowledge/listing.h"
#include "extract/knowledge/propositions.h"
#include "extract/language/conllu.h"
#include "tests/knowledge/tables.h"
#include "tests/test.h"

#include <stdlib.h>
#include <string.h>

enum { LIMIT = 1000 * 1000 };

static int open_plain_tables(void **state)
{
  const int status = open_tables(state);
  resources.confidence = NULL; /* the listings show what the rules say */
  return status;
}

static GwView read_data(GwArena *arena, const char *name, const char *ending)
{
  const char *const folder = getenv("GRAPHWRIGHT_SOURCE");
  GwView content = GW_VIEW("");
  GwError error = {0};
  const GwView path = gw_view_format(arena, "%s/tests/knowledge/data/%s.%s",
                                     folder ? folder : ".", name, ending);
  assert_ok(gw_file_read(arena, path.data, LIMIT, &content, &error), error);
  return content;
}

static bool lists_propositions(const char *name)
{
  return strncmp(name, "propositions", strlen("propositions")) == 0;
}

/* The listing of an analysed file, in `out`. */
static void list_file(GwArena *arena, const char *name, GwBuffer *out)
{
  GwArticle article;
  GwDocument document;
  GwKnowledge knowledge;
  GwError error = {0};
  const GwView content = read_data(arena, name, "conllu");
  assert_ok(gw_conllu_read(arena, name, content, &article, &document, &error), error);
  assert_ok(gw_knowledge_build(arena, &resources, &document, &knowledge, &error), error);
  if (lists_propositions(name)) {
    GwPropositions propositions;
    assert_ok(gw_propositions_find(arena, &resources, &knowledge, &propositions, &error), error);
    gw_list_propositions(&document, &propositions, out);
  } else {
    gw_list_entities(&knowledge, out);
    gw_list_statements(&knowledge, out);
  }
  assert_false(out->failed);
}

static void check_file(void **state)
{
  const char *const name = *state;
  GwArena arena = GW_ARENA_INIT;
  GwBuffer out = GW_BUFFER_INIT;
  GwError error = {0};
  list_file(&arena, name, &out);
  const char *const ending = lists_propositions(name) ? "tsv" : "txt";
  const GwView wanted = read_data(&arena, name, ending), got = gw_buffer_view(&out);
  const bool same = gw_view_equal(got, wanted);
  if (!same) {
    const GwView path = gw_view_format(&arena, "%s.%s.actual", name, ending);
    gw_file_write(path.data, got, &error);
  }
  gw_buffer_free(&out);
  gw_arena_free(&arena);
  if (!same) {
    fail_msg("%s.conllu gives another listing than %s.%s; see %s.%s.actual", name, name, ending,
             name, ending);
  }
}

/* The same text twice gives the same bytes. */
static void check_repeat(void **state)
{
  GwArena arena = GW_ARENA_INIT;
  GwBuffer first = GW_BUFFER_INIT, second = GW_BUFFER_INIT;
  (void)state;
  list_file(&arena, "beings", &first);
  list_file(&arena, "beings", &second);
  assert_true(first.length > 100);
  assert_true(gw_view_equal(gw_buffer_view(&first), gw_buffer_view(&second)));
  gw_buffer_free(&first);
  gw_buffer_free(&second);
  gw_arena_free(&arena);
}

static void check_empty(void **state)
{
  GwArena arena = GW_ARENA_INIT;
  GwArticle article = {.name = "empty", .text = GW_VIEW("-")};
  GwDocument document = {.article = &article};
  GwKnowledge knowledge;
  GwError error = {0};
  (void)state;
  assert_ok(gw_knowledge_build(&arena, &resources, &document, &knowledge, &error), error);
  assert_int_equal(knowledge.entity_count, 0);
  assert_int_equal(knowledge.statement_count, 0);
  gw_arena_free(&arena);
}

static struct CMUnitTest file_test(const char *name)
{
  return (struct CMUnitTest){name, check_file, NULL, NULL, (void *)name};
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    file_test("actions"), file_test("asides"), file_test("attribution"), file_test("beings"),
    file_test("causes"),
    file_test("claims"), file_test("clauses"), file_test("descriptions"), file_test("directed"),
    file_test("doubt"),
    file_test("found-causes"), file_test("governed"), file_test("metonyms"),
    file_test("lives"), file_test("namesakes"), file_test("nominalizations"),
    file_test("predicates"),
    file_test("pronouns"), file_test("propositions"), file_test("relatives"),
    file_test("results"),
    file_test("unreal"),
    cmocka_unit_test(check_repeat),
    cmocka_unit_test(check_empty),
  };
  return cmocka_run_group_tests(tests, open_plain_tables, close_tables);
}
