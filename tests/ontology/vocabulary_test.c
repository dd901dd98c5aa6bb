/* Every term that the program writes is declared in vocabulary.ttl or relations.ttl. */
#include "tests/test.h"

#include "base/file.h"
#include "extract/knowledge/knowledge.h"
#include "ontology/vocabulary.h"
#include "tests/export/reader.h"

#include <stdlib.h>

typedef struct {
  GwArena arena;
  GwTriple *triples;
  size_t count;
} Terms;

static void read_terms(const char *name, Terms *terms)
{
  const char *source = getenv("GRAPHWRIGHT_SOURCE");
  GwError error = {GW_OK, ""};
  GwGraph *graph = NULL;
  GwView text;
  char log[256];
  const GwView path = gw_view_format(&terms->arena, "%s/ontology/%s", source ? source : ".", name);
  assert_ok(gw_file_read(&terms->arena, path.data, 1000000, &text, &error), error);
  if (!raptor_read(text, "turtle", &graph, log, sizeof log)) {
    fail_msg("%s: %s", name, log);
  }
  assert_ok(gw_graph_triples(graph, &terms->arena, &terms->triples, &terms->count, &error), error);
  for (size_t i = 0; i < terms->count; i++) {
    GwTriple *t = &terms->triples[i];
    t->subject.value = gw_view(gw_view_copy(&terms->arena, t->subject.value));
    t->predicate.value = gw_view(gw_view_copy(&terms->arena, t->predicate.value));
    t->object.value = gw_view(gw_view_copy(&terms->arena, t->object.value));
  }
  gw_graph_free(graph);
}

/* Whether `local` of our namespace stands in a triple with this predicate and object. */
static bool says(const Terms *terms, const char *local, const char *predicate, const char *object)
{
  for (size_t i = 0; i < terms->count; i++) {
    const GwTriple *t = &terms->triples[i];
    if (gw_view_starts(t->subject.value, GW_VIEW(GW_NAMESPACE))
        && gw_view_is(gw_view_slice(t->subject.value, sizeof GW_NAMESPACE - 1,
                                    t->subject.value.length), local)
        && gw_view_is(t->predicate.value, predicate)
        && (!object || gw_view_is(t->object.value, object))) {
      return true;
    }
  }
  return false;
}

static void check(const Terms *terms, const char *local, const char *predicate, const char *object)
{
  if (!says(terms, local, predicate, object)) {
    fail_msg("gw:%s has no <%s> %s", local, predicate, object ? object : "");
  }
}

static void names_of_the_program_are_declared(void **state)
{
  (void)state;
  Terms terms = {GW_ARENA_INIT, NULL, 0};
  read_terms("vocabulary.ttl", &terms);
  for (size_t i = 0; i < GW_ENTITY_TYPE_COUNT; i++) {
    check(&terms, gw_entity_type_name((GwEntityType)i), GW_RDF "type", GW_OWL "Class");
  }
  for (size_t i = 0; i < GW_MODALITY_COUNT; i++) {
    check(&terms, gw_modality_name((GwModality)i), GW_RDF "type", GW_NAMESPACE "Modality");
  }
  for (size_t i = 0; i < gw_qualifier_role_count; i++) {
    check(&terms, gw_qualifier_roles[i], GW_RDF "type", GW_NAMESPACE "Qualifier");
    check(&terms, gw_qualifier_roles[i], GW_RDFS "subPropertyOf", GW_NAMESPACE "qualifier");
  }
  assert_false(says(&terms, "nothing", GW_RDF "type", NULL));
  gw_arena_free(&terms.arena);
}

static void every_term_is_explained(void **state)
{
  (void)state;
  static const char *const files[] = {"vocabulary.ttl", "relations.ttl"};
  for (size_t f = 0; f < 2; f++) {
    Terms terms = {GW_ARENA_INIT, NULL, 0};
    read_terms(files[f], &terms);
    assert_true(terms.count > 100);
    for (size_t i = 0; i < terms.count; i++) {
      const GwView iri = terms.triples[i].subject.value;
      assert_true(gw_view_starts(iri, GW_VIEW(GW_NAMESPACE)));
      if (iri.length > sizeof GW_NAMESPACE - 1) {
        const char *local = iri.data + sizeof GW_NAMESPACE - 1;
        check(&terms, local, GW_RDF "type", NULL);
        check(&terms, local, GW_RDFS "label", NULL);
        check(&terms, local, GW_RDFS "comment", NULL);
        check(&terms, local, GW_SKOS "example", NULL);
      }
    }
    gw_arena_free(&terms.arena);
  }
}

static void only_listed_qualifiers_are_declared(void **state)
{
  (void)state;
  assert_true(gw_qualifier_is_declared(GW_VIEW("time")));
  assert_false(gw_qualifier_is_declared(GW_VIEW("tim")));
  assert_false(gw_qualifier_is_declared(GW_VIEW("")));
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(names_of_the_program_are_declared),
    cmocka_unit_test(every_term_is_explained),
    cmocka_unit_test(only_listed_qualifiers_are_declared),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
