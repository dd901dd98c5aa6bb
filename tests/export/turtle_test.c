/* How Turtle and N-Triples are spelled: triples in, text out. */
#include "tests/test.h"

#include "export/sink.h"
#include "ontology/vocabulary.h"

#define EX "http://example.org/"

/* Built from a few triples "subject predicate object"; objects are literals unless they begin
 * with a scheme. */
typedef struct {
  const char *subject, *predicate;
  GwTerm object;
} Row;

#define IRI(text) {GW_TERM_IRI, {text, sizeof(text) - 1}, {NULL, 0}, {NULL, 0}}
#define PLAIN(text) {GW_TERM_LITERAL, {text, sizeof(text) - 1}, {NULL, 0}, {NULL, 0}}
#define LANG(text, tag) \
  {GW_TERM_LITERAL, {text, sizeof(text) - 1}, {NULL, 0}, {tag, sizeof(tag) - 1}}
#define TYPED(text, type) \
  {GW_TERM_LITERAL, {text, sizeof(text) - 1}, {type, sizeof(type) - 1}, {NULL, 0}}

static void check(const char *format, const Row *rows, size_t count, const char *expected)
{
  GwGraph *graph = NULL;
  GwArena arena = GW_ARENA_INIT;
  GwBuffer out = GW_BUFFER_INIT;
  GwError error = {GW_OK, ""};
  const GwQuad *triples = NULL;
  size_t size = 0;
  assert_ok(gw_graph_new(&graph, &error), error);
  for (size_t i = 0; i < count; i++) {
    assert_ok(gw_graph_add(graph, gw_view(rows[i].subject), gw_view(rows[i].predicate),
                           rows[i].object, &error), error);
  }
  assert_ok(gw_graph_triples(graph, &arena, &triples, &size, &error), error);
  assert_ok(gw_sink_find(format)->write(triples, size, &out, &error), error);
  assert_view(gw_buffer_view(&out), expected);
  gw_buffer_free(&out);
  gw_arena_free(&arena);
  gw_graph_free(graph);
}

#define CHECK(format, rows, expected) \
  check((format), (rows), sizeof(rows) / sizeof *(rows), (expected))

static void empty_graph_is_an_empty_file(void **state)
{
  (void)state;
  check("turtle", NULL, 0, "");
  check("ntriples", NULL, 0, "");
}

static void class_and_label_come_first(void **state)
{
  (void)state;
  static const Row rows[] = {
    {EX "x", "http://a.example/p", PLAIN("1")},
    {EX "x", GW_RDFS "label", LANG("X", "EN-gb")},
    {EX "x", GW_RDF "type", IRI(GW_OWL "Class")},
  };
  CHECK("turtle", rows,
        "@prefix owl: <http://www.w3.org/2002/07/owl#> .\n"
        "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
        "\n"
        "# Classes\n"
        "\n"
        "<http://example.org/x> a owl:Class ;\n"
        "    rdfs:label \"X\"@en-gb ;\n"
        "    <http://a.example/p> \"1\" .\n");
}

static void only_plain_numbers_stand_bare(void **state)
{
  (void)state;
  static const Row rows[] = {
    {EX "x", GW_SCHEMA "p", TYPED("-7", GW_XSD "integer")},
    {EX "x", GW_SCHEMA "p", TYPED("+7", GW_XSD "integer")},
    {EX "x", GW_SCHEMA "p", TYPED("0.97", GW_XSD "decimal")},
    {EX "x", GW_SCHEMA "p", TYPED("1.", GW_XSD "decimal")},
    {EX "x", GW_SCHEMA "p", TYPED("1.5", GW_XSD "double")},
    {EX "x", GW_SCHEMA "p", TYPED("1", GW_XSD "boolean")},
  };
  CHECK("turtle", rows,
        "@prefix schema: <http://schema.org/> .\n"
        "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n"
        "\n"
        "<http://example.org/x> schema:p \"+7\"^^xsd:integer, -7, 0.97, \"1.\"^^xsd:decimal, "
        "\"1.5\"^^xsd:double,\n"
        "        true .\n");
}

static void literals_are_escaped(void **state)
{
  (void)state;
  static const Row rows[] = {
    {EX "x", EX "p", PLAIN("a \"b\" \\ \n\r\t\b\f\x01\x7f \u6da6 \U0001F600")},
  };
  const char *literal = "\"a \\\"b\\\" \\\\ \\n\\r\\t\\b\\f\\u0001\\u007F \u6da6 \U0001F600\"";
  GwArena arena = GW_ARENA_INIT;
  const GwView line = gw_view_format(
    &arena, "<http://example.org/x> <http://example.org/p> %s .\n", literal);
  CHECK("ntriples", rows, line.data);
  CHECK("turtle", rows, gw_view_format(&arena, "\n%s", line.data).data);
  gw_arena_free(&arena);
}

static void own_namespaces_get_names(void **state)
{
  (void)state;
  static const Row rows[] = {
    {EX "kg/doc/1/entity/a", EX "v/p", IRI(EX "kg/doc/1/entity/0b")},
    {EX "kg/doc/1/entity/a", EX "v/p", IRI(EX "kg/doc/1/entity/c.d")},
    {EX "kg/doc/1/entity/\u6da6", EX "v/p", IRI(EX "kg/doc/1/entity/-e")},
    {EX "kg/doc/1/entity/f", EX "v/p", IRI(EX "kg/entity/g")},
    {EX "kg/entity/h", EX "v/p", IRI(EX "kg/entity/i")},
    {EX "kg/entity/j", EX "w/p", IRI(EX "kg/entity/k_l")},
  };
  CHECK("turtle", rows,
        "@prefix entity: <http://example.org/kg/doc/1/entity/> .\n"
        "@prefix kg-entity: <http://example.org/kg/entity/> .\n"
        "@prefix v: <http://example.org/v/> .\n"
        "\n"
        "entity:a v:p entity:0b, <http://example.org/kg/doc/1/entity/c.d> .\n"
        "\n"
        "entity:f v:p kg-entity:g .\n"
        "\n"
        "entity:\u6da6 v:p <http://example.org/kg/doc/1/entity/-e> .\n"
        "\n"
        "kg-entity:h v:p kg-entity:i .\n"
        "\n"
        "kg-entity:j <http://example.org/w/p> kg-entity:k_l .\n");
}

static void statements_follow_their_sentence(void **state)
{
  (void)state;
  static const Row rows[] = {
    {EX "c/100-120", GW_RDF "type", IRI(GW_NIF "Sentence")},
    {EX "c/100-120", GW_NIF "beginIndex", TYPED("100", GW_XSD "integer")},
    {EX "c/9-20", GW_RDF "type", IRI(GW_NIF "Sentence")},
    {EX "c/9-20", GW_NIF "beginIndex", TYPED("9", GW_XSD "integer")},
    {EX "s/a", GW_RDF "type", IRI(GW_NAMESPACE "Statement")},
    {EX "s/a", GW_NAMESPACE "evidence", IRI(EX "c/100-120")},
    {EX "s/b", GW_RDF "type", IRI(GW_NAMESPACE "Statement")},
    {EX "s/b", GW_NAMESPACE "evidence", IRI(EX "c/9-20")},
    {EX "z", GW_RDF "type", IRI(GW_NAMESPACE "City")},
  };
  CHECK("turtle", rows,
        "@prefix gw: <https://graphwright.org/ns#> .\n"
        "@prefix nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#> .\n"
        "@prefix c: <http://example.org/c/> .\n"
        "\n# Entities\n"
        "\n<http://example.org/z> a gw:City .\n"
        "\n# Sentences, and the statements read from each\n"
        "\nc:9-20 a nif:Sentence ;\n    nif:beginIndex 9 .\n"
        "\n<http://example.org/s/b> a gw:Statement ;\n    gw:evidence c:9-20 .\n"
        "\nc:100-120 a nif:Sentence ;\n    nif:beginIndex 100 .\n"
        "\n<http://example.org/s/a> a gw:Statement ;\n    gw:evidence c:100-120 .\n");
}

static void sinks_are_found_by_name(void **state)
{
  (void)state;
  assert_ptr_equal(gw_sink_find("turtle"), &gw_turtle_sink);
  assert_ptr_equal(gw_sink_find("ntriples"), &gw_ntriples_sink);
  assert_null(gw_sink_find("Turtle"));
  assert_null(gw_sink_find(""));
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(empty_graph_is_an_empty_file),
    cmocka_unit_test(class_and_label_come_first),
    cmocka_unit_test(only_plain_numbers_stand_bare),
    cmocka_unit_test(literals_are_escaped),
    cmocka_unit_test(own_namespaces_get_names),
    cmocka_unit_test(statements_follow_their_sentence),
    cmocka_unit_test(sinks_are_found_by_name),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
