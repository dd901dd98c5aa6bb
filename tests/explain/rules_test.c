/* Every rule that reads a statement of tests/knowledge/data has words for people. */
#include "tests/cases.h"

#include "explain/parts.h"
#include "extract/language/conllu.h"

static void check_file(GwArena *arena, const GwResources *resources, const char *path,
                       size_t *statements)
{
  GwArticle article;
  GwDocument document;
  GwKnowledge knowledge;
  GwView content = GW_VIEW("");
  GwError error = {0};
  assert_ok(gw_file_read(arena, path, 1000 * 1000, &content, &error), error);
  assert_ok(gw_conllu_read(arena, "test", content, &article, &document, &error), error);
  assert_ok(gw_knowledge_build(arena, resources, &document, &knowledge, &error), error);
  for (size_t i = 0; i < knowledge.statement_count; i++) {
    if (!gw_rule_words(knowledge.statements[i].rule)) {
      fail_msg("explain/rules.c has no words for '%s'", knowledge.statements[i].rule);
    }
  }
  *statements += knowledge.statement_count;
}

static void check_rules(void **state)
{
  GwArena arena = GW_ARENA_INIT;
  GwResources resources;
  GwError error = {0};
  struct dirent **entries = NULL;
  size_t statements = 0;
  (void)state;
  assert_ok(gw_resources_open(&arena, &resources, &error), error);
  const GwView folder = gw_view_format(&arena, "%s/tests/knowledge/data", gw_case_source());
  const int count = scandir(folder.data, &entries, NULL, gw_case_order);
  for (int i = 0; i < count; i++) {
    const GwView path = gw_view_format(&arena, "%s/%s", folder.data, entries[i]->d_name);
    if (gw_view_ends(path, GW_VIEW(".conllu"))) {
      check_file(&arena, &resources, path.data, &statements);
    }
    free(entries[i]);
  }
  free(entries);
  gw_arena_free(&arena);
  assert_true(statements > 100);
}

int main(void)
{
  const struct CMUnitTest tests[] = {cmocka_unit_test(check_rules)};
  (void)gw_cases_run; /* its folder is not one of cases */
  return cmocka_run_group_tests(tests, NULL, NULL);
}
