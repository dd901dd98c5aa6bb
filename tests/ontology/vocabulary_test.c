/* Every term that the program writes is declared in vocabulary.ttl or relations.ttl. */
#include "tests/test.h"

#include "extract/knowledge/knowledge.h"
#include "ontology/read.h"
#include "ontology/vocabulary.h"

#include <stdlib.h>

typedef struct {
  GwArena arena;
  GwGraph *graph;
  const GwQuad *triples;
  size_t count;
} Terms;

static void read_terms(const char *name, Terms *terms)
{
  const char *source = getenv("GRAPHWRIGHT_SOURCE");
  GwError error = {GW_OK, ""};
  const GwView path = gw_view_format(&terms->arena, "%s/ontology/%s", source ? source : ".", name);
  assert_ok(gw_graph_new(&terms->graph, &error), error);
  assert_ok(gw_graph_read(terms->graph, path.data, &error), error);
  assert_ok(gw_graph_triples(terms->graph, &terms->arena, &terms->triples, &terms->count, &error),
            error);
}

static void free_terms(Terms *terms)
{
  gw_graph_free(terms->graph);
  gw_arena_free(&terms->arena);
}

/* Whether `local` of our namespace stands in a triple with this predicate and object. */
static bool says(const Terms *terms, const char *local, const char *predicate, const char *object)
{
  for (size_t i = 0; i < terms->count; i++) {
    const GwQuad *t = &terms->triples[i];
    if (gw_view_starts(t->subject->value, GW_VIEW(GW_NAMESPACE))
        && gw_view_is(gw_view_slice(t->subject->value, sizeof GW_NAMESPACE - 1,
                                    t->subject->value.length), local)
        && gw_view_is(t->predicate->value, predicate)
        && (!object || gw_view_is(t->object->value, object))) {
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
  Terms terms = {GW_ARENA_INIT, NULL, NULL, 0};
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
  free_terms(&terms);
}

static void every_term_is_explained(void **state)
{
  (void)state;
  static const char *const files[] = {"vocabulary.ttl", "relations.ttl"};
  for (size_t f = 0; f < 2; f++) {
    Terms terms = {GW_ARENA_INIT, NULL, NULL, 0};
    read_terms(files[f], &terms);
    assert_true(terms.count > 100);
    for (size_t i = 0; i < terms.count; i++) {
      const GwView iri = terms.triples[i].subject->value;
      assert_true(gw_view_starts(iri, GW_VIEW(GW_NAMESPACE)));
      if (iri.length > sizeof GW_NAMESPACE - 1) {
        const char *local = iri.data + sizeof GW_NAMESPACE - 1;
        check(&terms, local, GW_RDF "type", NULL);
        check(&terms, local, GW_RDFS "label", NULL);
        check(&terms, local, GW_RDFS "comment", NULL);
        check(&terms, local, GW_SKOS "example", NULL);
      }
    }
    free_terms(&terms);
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
