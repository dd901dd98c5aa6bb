/* Explanations of what data/NAME.conllu says: each line of data/NAME.txt asks for one; together
 * they are data/NAME.expected. And every rule has words. */
#include "tests/cases.h"

#include "explain/parts.h"
#include "extract/language/conllu.h"

static GwArena tables = GW_ARENA_INIT;
static GwResources resources;

static GwView read_beside(GwArena *arena, const char *path, const char *ending)
{
  const GwView stem = {path, strlen(path) - strlen(".txt")};
  const GwView beside = gw_view_format(arena, "%.*s.%s", GW_PRINT(stem), ending);
  GwView content = GW_VIEW("");
  GwError error = {0};
  assert_ok(gw_file_read(arena, beside.data, 1000 * 1000, &content, &error), error);
  return content;
}

static void read_knowledge(GwArena *arena, GwView analysed, GwArticle *article,
                           GwDocument *document, GwKnowledge *knowledge)
{
  GwError error = {0};
  assert_ok(gw_conllu_read(arena, "test", analysed, article, document, &error), error);
  assert_ok(gw_knowledge_build(arena, &resources, document, knowledge, &error), error);
}

static void answer(const GwExplainer *x, GwView question, GwBuffer *out)
{
  GwTopic topic;
  GwError error = {0};
  gw_buffer_format(out, "== %.*s\n", GW_PRINT(question));
  if (gw_explain_find(x, question, &topic, &error)) {
    gw_buffer_format(out, "%s\n", error.message);
  } else {
    gw_explain(x, topic, out);
  }
}

static void explain_file(GwArena *arena, const char *path, GwBuffer *out)
{
  GwArticle article;
  GwDocument document;
  GwKnowledge knowledge;
  GwError error = {0};
  GwExplainer x = {.arena = arena, .resources = &resources, .knowledge = &knowledge};
  read_knowledge(arena, read_beside(arena, path, "conllu"), &article, &document, &knowledge);
  assert_ok(gw_mint(arena, &knowledge, "https://e.org/", &x.iris, &error), error);
  GwView rest = read_beside(arena, path, "txt"), question;
  while (gw_view_next(&rest, '\n', &question)) {
    x.colour = gw_view_starts(question, GW_VIEW("colour "));
    answer(&x, x.colour ? gw_view_slice(question, 7, question.length) : question, out);
  }
}

static void check_rules(void **state)
{
  GwArena arena = GW_ARENA_INIT;
  struct dirent **entries = NULL;
  size_t statements = 0;
  (void)state;
  const GwView folder = gw_view_format(&arena, "%s/tests/knowledge/data", gw_case_source());
  const int count = scandir(folder.data, &entries, NULL, gw_case_order);
  for (int i = 0; i < count; i++) {
    GwArticle article;
    GwDocument document;
    GwKnowledge knowledge = {.statement_count = 0};
    const GwView name = gw_view(entries[i]->d_name);
    const GwView path = gw_view_format(&arena, "%s/%.*s", folder.data, GW_PRINT(name));
    if (gw_view_ends(name, GW_VIEW(".txt"))) {
      read_knowledge(&arena, read_beside(&arena, path.data, "conllu"), &article, &document,
                     &knowledge);
    }
    for (size_t s = 0; s < knowledge.statement_count; s++) {
      if (!gw_rule_words(knowledge.statements[s].rule)) {
        fail_msg("explain/rules.c has no words for '%s'", knowledge.statements[s].rule);
      }
    }
    statements += knowledge.statement_count;
    free(entries[i]);
  }
  free(entries);
  gw_arena_free(&arena);
  assert_true(statements > 100);
}

int main(void)
{
  const struct CMUnitTest tests[] = {cmocka_unit_test(check_rules)};
  GwError error = {0};
  if (gw_resources_open(&tables, &resources, &error)) {
    return 1;
  }
  const int failed = gw_cases_run("tests/explain/data", explain_file)
                     + cmocka_run_group_tests(tests, NULL, NULL);
  gw_arena_free(&tables);
  return failed;
}
