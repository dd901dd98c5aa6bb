/* How JSON-LD, TriG and N-Quads are spelled: quads in, text out. */
#include "tests/test.h"

#include "export/sink.h"
#include "ontology/vocabulary.h"

#define EX "http://example.org/"

typedef struct {
  const char *graph, *subject, *predicate;
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
  GwBuffer out = GW_BUFFER_INIT;
  GwError error = {GW_OK, ""};
  assert_ok(gw_graph_new(&graph, &error), error);
  for (size_t i = 0; i < count; i++) {
    assert_ok(gw_graph_add_to(graph, gw_view(rows[i].graph), gw_view(rows[i].subject),
                              gw_view(rows[i].predicate), rows[i].object, &error), error);
  }
  assert_ok(gw_sink_write(gw_sink_find(format), graph, &out, &error), error);
  assert_view(gw_buffer_view(&out), expected);
  gw_buffer_free(&out);
  gw_graph_free(graph);
}

#define CHECK(format, rows, expected) \
  check((format), (rows), sizeof(rows) / sizeof *(rows), (expected))

static void an_empty_graph_is_an_empty_list(void **state)
{
  (void)state;
  check("jsonld", NULL, 0, "{\n  \"@context\": {},\n  \"@graph\": []\n}\n");
  check("nquads", NULL, 0, "");
}

static void the_context_tells_what_values_are(void **state)
{
  (void)state;
  static const Row rows[] = {
    {"", EX "x", GW_RDF "type", IRI(GW_OWL "Class")},
    {"", EX "x", GW_RDF "type", IRI(GW_SKOS "Concept")},
    {"", EX "x", GW_RDFS "label", LANG("X", "en")},
    {"", EX "y", GW_RDFS "label", LANG("\"Y\"\n", "en")},
    {"", EX "x", GW_RDFS "seeAlso", IRI(EX "y")},
    {"", EX "z", GW_RDFS "seeAlso", IRI(EX "y")},
    {"", EX "x", GW_SCHEMA "datePublished", TYPED("2024-03-04", GW_XSD "date")},
    {"", EX "x", GW_SCHEMA "name", PLAIN("7")},
    {"", EX "x", GW_SCHEMA "name", LANG("seven", "en")},
    {"", EX "x", GW_SCHEMA "name", TYPED("7", GW_XSD "integer")},
    {"", EX "x", GW_SCHEMA "name", IRI(EX "seven?")},
  };
  CHECK("jsonld", rows,
        "{\n  \"@context\": {\n"
        "    \"owl\": \"http://www.w3.org/2002/07/owl#\",\n"
        "    \"rdfs\": \"http://www.w3.org/2000/01/rdf-schema#\",\n"
        "    \"schema\": \"http://schema.org/\",\n"
        "    \"skos\": \"http://www.w3.org/2004/02/skos/core#\",\n"
        "    \"xsd\": \"http://www.w3.org/2001/XMLSchema#\",\n"
        "    \"ns\": \"http://example.org/\",\n"
        "    \"schema:datePublished\": {\"@type\": \"xsd:date\"},\n"
        "    \"rdfs:label\": {\"@language\": \"en\"},\n"
        "    \"rdfs:seeAlso\": {\"@type\": \"@id\"}\n"
        "  },\n  \"@graph\": [\n    {\n"
        "      \"@id\": \"ns:x\",\n"
        "      \"@type\": [\"owl:Class\", \"skos:Concept\"],\n"
        "      \"schema:datePublished\": \"2024-03-04\",\n"
        "      \"schema:name\": [{\"@id\": \"http://example.org/seven?\"}, \"7\", 7, "
        "{\"@language\": \"en\", \"@value\": \"seven\"}],\n"
        "      \"rdfs:label\": \"X\",\n"
        "      \"rdfs:seeAlso\": \"ns:y\"\n"
        "    },\n    {\n"
        "      \"@id\": \"ns:y\",\n"
        "      \"rdfs:label\": \"\\\"Y\\\"\\n\"\n"
        "    },\n    {\n"
        "      \"@id\": \"ns:z\",\n"
        "      \"rdfs:seeAlso\": \"ns:y\"\n"
        "    }\n  ]\n}\n");
}

/* Native where every processor makes the same literal of it. */
static void numbers_keep_their_form(void **state)
{
  (void)state;
  static const Row rows[] = {
    {"", "urn:x:s", "urn:x:p", TYPED("123456789012345", GW_XSD "integer")},
    {"", "urn:x:s", "urn:x:p", TYPED("1234567890123456", GW_XSD "integer")},
    {"", "urn:x:s", "urn:x:p", TYPED("-7", GW_XSD "integer")},
    {"", "urn:x:s", "urn:x:p", TYPED("07", GW_XSD "integer")},
    {"", "urn:x:s", "urn:x:p", TYPED("0.5", GW_XSD "decimal")},
    {"", "urn:x:s", "urn:x:p", TYPED("false", GW_XSD "boolean")},
  };
  CHECK("jsonld", rows,
        "{\n  \"@context\": {\n    \"xsd\": \"http://www.w3.org/2001/XMLSchema#\"\n  },\n"
        "  \"@graph\": [\n    {\n      \"@id\": \"urn:x:s\",\n"
        "      \"urn:x:p\": [-7, {\"@type\": \"xsd:decimal\", \"@value\": \"0.5\"}, "
        "{\"@type\": \"xsd:integer\", \"@value\": \"07\"}, 123456789012345, "
        "{\"@type\": \"xsd:integer\", \"@value\": \"1234567890123456\"}, false]\n"
        "    }\n  ]\n}\n");
}

/* <tag:x> is no abbreviation, though the graph would have a prefix "tag". */
static void prefixes_are_no_schemes(void **state)
{
  (void)state;
  static const Row rows[] = {
    {"", EX "tag/a", EX "tag/b", IRI("tag:c")},
    {"", EX "tag/d", EX "tag/e", PLAIN("x")},
  };
  CHECK("jsonld", rows,
        "{\n  \"@context\": {\n"
        "    \"http://example.org/tag/b\": {\"@type\": \"@id\"}\n  },\n"
        "  \"@graph\": [\n    {\n      \"@id\": \"http://example.org/tag/a\",\n"
        "      \"http://example.org/tag/b\": \"tag:c\"\n    },\n"
        "    {\n      \"@id\": \"http://example.org/tag/d\",\n"
        "      \"http://example.org/tag/e\": \"x\"\n    }\n  ]\n}\n");
}

static const Row named[] = {
  {EX "g", EX "s", EX "p", PLAIN("2")},
  {"", EX "s", EX "p", PLAIN("1")},
  {EX "h", EX "s", EX "p", PLAIN("2")},
};

static void named_graphs_are_nodes_with_a_list(void **state)
{
  (void)state;
  CHECK("jsonld", named,
        "{\n  \"@context\": {\n    \"ns\": \"http://example.org/\"\n  },\n  \"@graph\": [\n    {\n"
        "      \"@id\": \"ns:s\",\n"
        "      \"ns:p\": \"1\"\n    },\n    {\n"
        "      \"@id\": \"ns:g\",\n"
        "      \"@graph\": [\n        {\n"
        "          \"@id\": \"ns:s\",\n"
        "          \"ns:p\": \"2\"\n        }\n      ]\n    },\n    {\n"
        "      \"@id\": \"ns:h\",\n"
        "      \"@graph\": [\n        {\n"
        "          \"@id\": \"ns:s\",\n"
        "          \"ns:p\": \"2\"\n        }\n      ]\n    }\n  ]\n}\n");
}

static void quads_of_the_default_graph_are_triples(void **state)
{
  (void)state;
  CHECK("nquads", named,
        "<" EX "s> <" EX "p> \"1\" .\n<" EX "s> <" EX "p> \"2\" <" EX "g> .\n"
        "<" EX "s> <" EX "p> \"2\" <" EX "h> .\n");
}

static void trig_has_braces(void **state)
{
  (void)state;
  CHECK("trig", named,
        "@prefix ns: <" EX "> .\n\nns:s ns:p \"1\" .\n"
        "\nns:g {\n\nns:s ns:p \"2\" .\n}\n"
        "\nns:h {\n\nns:s ns:p \"2\" .\n}\n");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(an_empty_graph_is_an_empty_list),
    cmocka_unit_test(the_context_tells_what_values_are),
    cmocka_unit_test(numbers_keep_their_form),
    cmocka_unit_test(prefixes_are_no_schemes),
    cmocka_unit_test(named_graphs_are_nodes_with_a_list),
    cmocka_unit_test(trig_has_braces),
    cmocka_unit_test(quads_of_the_default_graph_are_triples),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
