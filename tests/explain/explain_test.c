/* Explanations of what data/NAME.conllu says: each line of data/NAME.txt asks for one; together
 * they are data/NAME.expected. */
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

int main(void)
{
  GwError error = {0};
  if (gw_resources_open(&tables, &resources, &error)) {
    return 1;
  }
  resources.confidence = NULL; /* the rules' own estimates: they do not change with the weights */
  const int failed = gw_cases_run("tests/explain/data", explain_file);
  gw_arena_free(&tables);
  return failed;
}
