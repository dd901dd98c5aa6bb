/* Confidences: features, the table of weights, and keeping only what is sure enough. */
#include "base/file.h"
#include "extract/knowledge/confidence.h"
#include "extract/language/conllu.h"
#include "tests/knowledge/tables.h"
#include "tests/test.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

typedef struct {
  GwArena arena;
  GwArticle article;
  GwDocument document;
  GwKnowledge knowledge;
} Reading;

/* "Norway's transport ministry banned diesel ferries ...": tests/explain/data/ferry.conllu. */
static void read_ferry(Reading *r)
{
  const char *const folder = getenv("GRAPHWRIGHT_SOURCE");
  GwView content = GW_VIEW("");
  GwError error = {0};
  *r = (Reading){.arena = GW_ARENA_INIT};
  const GwView path = gw_view_format(&r->arena, "%s/tests/explain/data/ferry.conllu",
                                     folder ? folder : ".");
  assert_ok(gw_file_read(&r->arena, path.data, 1000 * 1000, &content, &error), error);
  assert_ok(gw_conllu_read(&r->arena, "ferry", content, &r->article, &r->document, &error), error);
  assert_ok(gw_knowledge_build(&r->arena, &resources, &r->document, &r->knowledge, &error), error);
}

/* Number of the first statement with such a relation. */
static size_t find(const GwKnowledge *k, const char *relation)
{
  size_t i = 0;
  while (i < k->statement_count && !gw_view_is(k->statements[i].relation.name, relation)) {
    i++;
  }
  assert_true(i < k->statement_count);
  return i;
}

static bool has_entity(const GwKnowledge *k, const char *label)
{
  for (size_t i = 0; i < k->entity_count; i++) {
    if (gw_view_is(k->entities[i].label, label)) {
      return true;
    }
  }
  return false;
}

static void check_features(void **state)
{
  Reading r;
  double v[GW_FEATURE_COUNT];
  (void)state;
  read_ferry(&r);
  const GwKnowledge *k = &r.knowledge;
  gw_confidence_features(k, &k->statements[find(k, "bans")], v);
  assert_true(v[GW_FEATURE_SURE_PREDICATE] == GW_SUREST && v[GW_FEATURE_NAMES] == 0);
  assert_true(v[GW_FEATURE_EMBEDDED] == 0 && v[GW_FEATURE_LEFT_OVER] == 0);
  assert_true(v[GW_FEATURE_OBJECT_DISTANCE] > v[GW_FEATURE_SUBJECT_DISTANCE]);
  gw_confidence_features(k, &k->statements[find(k, "decreases")], v);
  assert_true(v[GW_FEATURE_REPORTED] == 1 && v[GW_FEATURE_MODAL] == 1);
  assert_true(v[GW_FEATURE_EMBEDDED] == 1);
  gw_confidence_features(k, &k->statements[find(k, "signed")], v);
  assert_true(v[GW_FEATURE_DENIED] == 1 && v[GW_FEATURE_MODAL] == 0);
  gw_confidence_features(k, &k->statements[find(k, "rel-promise")], v);
  assert_true(v[GW_FEATURE_PRONOUNS] == 1 && v[GW_FEATURE_NAMES] == 1);
  gw_confidence_features(k, &k->statements[find(k, "causes")], v);
  assert_true(v[GW_FEATURE_CLAUSES] == 1);
  gw_arena_free(&r.arena);
}

/* The confidence is what the effects say; without a table it is the rule's estimate. */
static void check_effects(void **state)
{
  Reading r;
  (void)state;
  read_ferry(&r);
  for (size_t i = 0; i < r.knowledge.statement_count; i++) {
    const GwStatement *s = &r.knowledge.statements[i];
    assert_true(s->confidence > 0 && s->confidence < 1 && s->estimate > 0.5 && s->number == i);
  }
  gw_set_confidences(NULL, &r.knowledge);
  assert_true(r.knowledge.statements[0].confidence < 1);
  gw_arena_free(&r.arena);
}

static void check_whole(const GwKnowledge *k)
{
  for (size_t i = 0; i < k->statement_count; i++) {
    const GwStatement *s = &k->statements[i];
    assert_true(s->subject < k->entity_count);
    assert_true(s->object_kind != GW_OBJECT_ENTITY || s->object < k->entity_count);
    assert_true(s->object_kind != GW_OBJECT_STATEMENT || s->object < k->statement_count);
    assert_true(s->speaker == GW_NO_INDEX || s->speaker < k->entity_count);
  }
  for (size_t i = 0; i < k->entity_count; i++) {
    assert_true(k->entities[i].first_mention < k->mention_count);
    assert_int_equal(k->mentions[k->entities[i].first_mention].entity, i);
  }
  for (size_t i = 0; i < k->document->sentence_count; i++) {
    for (size_t t = 0; t < k->document->sentences[i].token_count; t++) {
      const size_t m = gw_mention_at(k, i, t);
      assert_true(m == GW_NO_INDEX || (m < k->mention_count && k->mentions[m].sentence == i
                                       && k->mentions[m].head == t));
    }
  }
}

static void check_keeping(void **state)
{
  Reading r;
  GwError error = {0};
  (void)state;
  read_ferry(&r);
  GwKnowledge *k = &r.knowledge;
  const size_t count = k->statement_count, last = k->statements[count - 1].number;
  for (size_t i = 0; i < count; i++) {
    k->statements[i].confidence = 0.9;
  }
  k->statements[find(k, "decreases")].confidence = 0.5; /* what is said, and so who says it */
  k->statements[find(k, "signed")].confidence = 0.7999;
  assert_ok(gw_keep_confident(&r.arena, k, 0.8, &error), error);
  assert_int_equal(k->statement_count, count - 3);
  assert_int_equal(k->statements[k->statement_count - 1].number, last);
  assert_false(has_entity(k, "World Health Organization"));
  assert_false(has_entity(k, "agreement"));
  assert_true(has_entity(k, "Ferry owners") && has_entity(k, "Norway"));
  check_whole(k);
  assert_ok(gw_keep_confident(&r.arena, k, 1, &error), error);
  assert_int_equal(k->statement_count, 0);
  check_whole(k);
  gw_arena_free(&r.arena);
}

static void check_table(const char *content, GwStatus status, const char *message)
{
  char folder[] = "/tmp/graphwright-confidence-XXXXXX";
  GwArena arena = GW_ARENA_INIT;
  GwError error = {0};
  GwConfidence *confidence = NULL;
  assert_non_null(mkdtemp(folder));
  const GwView models = gw_view_format(&arena, "%s/model", folder);
  const GwView path = gw_view_format(&arena, "%s/" GW_CONFIDENCE_TABLE, folder);
  assert_ok(gw_file_make_folder(models.data, &error), error);
  assert_ok(gw_file_write(path.data, gw_view(content), &error), error);
  const char *old = getenv("GRAPHWRIGHT_DATA");
  char *kept = old ? strdup(old) : NULL;
  setenv("GRAPHWRIGHT_DATA", folder, 1);
  assert_int_equal(gw_confidence_open(&arena, &confidence, &error), status);
  if (!status) {
    assert_true(fabs(gw_confidence_effect(confidence, GW_FEATURE_ALONE, 1) + 0.5) < 1e-9);
    assert_true(fabs(gw_confidence_rule_effect(confidence, "object") - 0.75) < 1e-9);
    assert_true(fabs(gw_confidence_rule_effect(confidence, "new") + 0.25) < 1e-9);
  } else if (!strstr(error.message, message)) {
    fail_msg("'%s' lacks '%s'", error.message, message);
  }
  if (kept) {
    setenv("GRAPHWRIGHT_DATA", kept, 1);
  } else {
    unsetenv("GRAPHWRIGHT_DATA");
  }
  free(kept);
  unlink(path.data);
  rmdir(models.data);
  rmdir(folder);
  gw_arena_free(&arena);
}

static void check_tables(void **state)
{
  (void)state;
  check_table("feature\tmean\tweight\nbias\t0\t1\nalone\t0.5\t-1\nrule=object\t0.25\t1\n",
              GW_OK, "");
  check_table("feature\tmean\tweight\nbias\t0\tmuch\n", GW_ERR_INPUT, ":2: a weight is no number");
  check_table("feature\tmean\tweight\nalone\t\t1\n", GW_ERR_INPUT, ":2: a weight is no number");
  check_table("feature\tmean\tweight\nalone\t0\tinf\n", GW_ERR_INPUT, "no number");
  check_table("feature\tmean\tweight\nbias\t0\t1\nmood\t0\t1\n", GW_ERR_INPUT,
              ":3: a feature is not known");
  check_table("feature\tmean\tweight\nbias\t0\n", GW_ERR_INPUT, "too few fields");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(check_features), cmocka_unit_test(check_effects),
    cmocka_unit_test(check_keeping), cmocka_unit_test(check_tables),
  };
  return cmocka_run_group_tests(tests, open_tables, close_tables);
}
