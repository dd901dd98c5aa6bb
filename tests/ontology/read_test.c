/* Reading RDF files: every syntax, blank nodes, relative IRIs, and what is wrong with a file. */
#include "tests/test.h"

#include "ontology/read.h"
#include "ontology/vocabulary.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define S "http://example.org/s"
#define P "http://example.org/p"

typedef struct {
  GwGraph *graph;
  GwArena arena;
  const GwQuad *quads;
  size_t count;
} Content;

/* What a text says in a syntax, sorted. */
static Content parse(const char *syntax, const char *text)
{
  Content c = {.arena = GW_ARENA_INIT};
  GwError error = {GW_OK, ""};
  assert_ok(gw_graph_new(&c.graph, &error), error);
  assert_ok(gw_graph_parse(c.graph, gw_view(text), gw_syntax_find(syntax), "text", &error), error);
  assert_ok(gw_graph_quads(c.graph, &c.arena, &c.quads, &c.count, &error), error);
  return c;
}

static void release(Content *c)
{
  gw_arena_free(&c->arena);
  gw_graph_free(c->graph);
}

static GwStatus failure(const char *syntax, const char *text, GwError *error)
{
  GwGraph *graph;
  assert_ok(gw_graph_new(&graph, error), *error);
  const GwStatus status =
    gw_graph_parse(graph, gw_view(text), gw_syntax_find(syntax), "bad.file", error);
  gw_graph_free(graph);
  return status;
}

static void every_syntax_is_read(void **state)
{
  (void)state;
  static const char *const texts[][2] = {
    {"turtle", "@prefix e: <http://example.org/> . e:s e:p \"\u6da6 \\\"x\\\"\"@EN , e:o ."},
    {"trig", "@prefix e: <http://example.org/> . e:s e:p \"\u6da6 \\\"x\\\"\"@en , e:o ."},
    {"ntriples", "# two triples\n<" S "> <" P "> \"\\u6DA6 \\\"x\\\"\"@en . # <\"\r\n"
                 "<" S "> <" P "> <http://example.org/o> .\n"},
    {"nquads", "<" S "> <" P "> \"\u6da6 \\\"x\\\"\"@en .\n"
               "<" S "> <" P "> <http://example.org/o> .\n"},
    {"rdfxml", "<rdf:RDF xmlns:rdf=\"" GW_RDF "\" xmlns:e=\"http://example.org/\">"
               "<rdf:Description rdf:about=\"" S "\"><e:p xml:lang=\"en\">&#x6da6; \"x\"</e:p>"
               "<e:p rdf:resource=\"http://example.org/o\"/></rdf:Description></rdf:RDF>"},
  };
  for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
    Content c = parse(texts[i][0], texts[i][1]);
    assert_int_equal(c.count, 2);
    assert_null(c.quads[0].graph);
    assert_view(c.quads[0].subject->value, S);
    assert_view(c.quads[0].predicate->value, P);
    assert_view(c.quads[0].object->value, "http://example.org/o");
    assert_view(c.quads[1].object->value, "\u6da6 \"x\"");
    assert_view(c.quads[1].object->language, "en");
    release(&c);
  }
}

static void literals_keep_their_form(void **state)
{
  (void)state;
  Content c = parse("turtle", "<" S "> <" P "> 007, 1.50, 1e0, true, \"x\"^^<urn:x:t> .");
  static const char *const want[][2] = {
    {"007", GW_XSD "integer"}, {"1.50", GW_XSD "decimal"}, {"1e0", GW_XSD "double"},
    {"true", GW_XSD "boolean"}, {"x", "urn:x:t"},
  };
  assert_int_equal(c.count, sizeof want / sizeof *want);
  for (size_t i = 0; i < c.count; i++) {
    assert_view(c.quads[i].object->value, want[i][0]);
    assert_view(c.quads[i].object->datatype, want[i][1]);
  }
  release(&c);
}

static void named_graphs_are_kept(void **state)
{
  (void)state;
  static const char *const texts[][2] = {
    {"trig", "<urn:g:1> { <" S "> <" P "> 1 } <" S "> <" P "> 2 . <urn:g:0> { <" S "> <" P "> 3 }"},
    {"nquads", "<" S "> <" P "> \"1\" <urn:g:1> .\n<" S "> <" P "> \"2\" .\n"
               "<" S "> <" P "> \"3\" <urn:g:0> ."},
  };
  for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
    Content c = parse(texts[i][0], texts[i][1]);
    assert_int_equal(c.count, 3);
    assert_null(c.quads[0].graph);
    assert_view(c.quads[0].object->value, "2");
    assert_view(c.quads[1].graph->value, "urn:g:0");
    assert_view(c.quads[1].object->value, "3");
    assert_view(c.quads[2].graph->value, "urn:g:1");
    release(&c);
  }
}

/* Labelled and unlabelled, as subject, object and name of a graph. */
static void blank_nodes_get_stable_iris(void **state)
{
  (void)state;
  const char *text = "_:a <" P "> _:b . _:b <" P "> [ <" P "> 1 ] . _:a <" P "> 2 .";
  Content one = parse("turtle", text), same = parse("turtle", text);
  Content other = parse("turtle", "_:a <" P "> _:b . _:b <" P "> [ <" P "> 7 ] .");
  assert_int_equal(one.count, 4);
  assert_int_equal(same.count, 4);
  for (size_t i = 0; i < one.count; i++) {
    const GwView subject = one.quads[i].subject->value;
    assert_true(gw_view_starts(subject, GW_VIEW(GW_SKOLEM_PREFIX)));
    assert_true(gw_view_equal(subject, same.quads[i].subject->value));
    assert_true(gw_term_equal(one.quads[i].object, same.quads[i].object));
    for (size_t k = 0; k < other.count; k++) {
      assert_false(gw_view_equal(subject, other.quads[k].subject->value));
      assert_false(gw_term_equal(one.quads[i].object, other.quads[k].object));
    }
  }
  Content named = parse("nquads", "_:g <" P "> \"1\" _:g .");
  assert_true(gw_view_starts(named.quads->subject->value, GW_VIEW(GW_SKOLEM_PREFIX)));
  assert_ptr_equal(named.quads->graph, named.quads->subject);
  release(&one);
  release(&same);
  release(&other);
  release(&named);
}

/* A label that looks like a generated one is a node of its own. */
static void labels_never_meet_generated_ones(void **state)
{
  (void)state;
  Content c = parse("turtle", "[] <" P "> 1 . [] <" P "> 2 . _:genid1 <" P "> 3 . "
                              "_:generated1 <" P "> 4 . _:r1 <" P "> 5 . _:b1 <" P "> 6 .");
  assert_int_equal(c.count, 6);
  for (size_t i = 1; i < c.count; i++) {
    assert_false(gw_view_equal(c.quads[i].subject->value, c.quads[i - 1].subject->value));
  }
  release(&c);
}

/* They are the same in every folder, and those of two files differ. */
static void relative_iris_are_told_apart(void **state)
{
  (void)state;
  Content one = parse("turtle", "<x> <" P "> <#y> ."), same = parse("turtle", "<x> <" P "> <#y> .");
  Content other = parse("turtle", "<x> <" P "> <#y>  .");
  Content based = parse("turtle", "@base <http://example.org/b/> . <x> <" P "> <#y> .");
  assert_true(gw_view_starts(one.quads->subject->value, GW_VIEW(GW_DEFAULT_BASE "file/")));
  assert_true(gw_view_ends(one.quads->subject->value, GW_VIEW("/x")));
  assert_true(gw_view_equal(one.quads->subject->value, same.quads->subject->value));
  assert_false(gw_view_equal(one.quads->subject->value, other.quads->subject->value));
  assert_view(based.quads->subject->value, "http://example.org/b/x");
  assert_view(based.quads->object->value, "http://example.org/b/#y");
  release(&one);
  release(&same);
  release(&other);
  release(&based);
}

/* Every cut of a file is an error, unless the rest is whole. */
static void cut_files_are_refused(void **state)
{
  (void)state;
  static const char *const texts[][2] = {
    {"ntriples", "<" S "> <" P "> \"a\\\"#b\"@en .\n<" S "> <" P "> \"1\"^^<urn:x:t> .\n"},
    {"nquads", "<" S "> <" P "> \"1\"^^<urn:x:t> <urn:g:1> .\n_:a <" P "> _:b <urn:g:1> ."},
    {"turtle", "<" S "> <" P "> \"1\"^^<urn:x:t> ; <" P "> _:b ."},
    {"trig", "<urn:g:1> { <" S "> <" P "> \"1\"^^<urn:x:t> }"},
    {"rdfxml", "<rdf:RDF xmlns:rdf=\"" GW_RDF "\" xmlns:e=\"urn:x:\">"
               "<rdf:Description rdf:about=\"" S "\"><e:p>1</e:p></rdf:Description></rdf:RDF>"},
  };
  for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
    GwArena arena = GW_ARENA_INIT;
    const GwView whole = gw_view(texts[i][1]);
    for (size_t cut = 1; cut < whole.length; cut++) {
      GwError error = {GW_OK, ""};
      const char *rest = gw_view_copy(&arena, gw_view_slice(whole, 0, cut));
      const char last = whole.data[cut - 1];
      const bool by_line = gw_syntax_find(texts[i][0])->by_line;
      if (failure(texts[i][0], rest, &error) == GW_OK
          && !(by_line && (last == '.' || last == '\n'))) {
        fail_msg("%s: '%s' is read", texts[i][0], rest);
      }
    }
    gw_arena_free(&arena);
  }
}

/* Raptor alone loses what follows a comment with a quotation mark. */
static void comments_are_skipped(void **state)
{
  (void)state;
  Content c = parse("ntriples", "# \"a\n<" S "> <" P "> \"1 # 2\" . # 3\" long\n"
                                "<" S "> <" P "> <http://e.org/#x> .#\n\n#\"\n"
                                "<" S "> <" P "> \"\\\" # 4\\\\u0000\" . # last");
  assert_int_equal(c.count, 3);
  assert_view(c.quads[0].object->value, "http://e.org/#x");
  assert_view(c.quads[1].object->value, "\" # 4\\u0000");
  assert_view(c.quads[2].object->value, "1 # 2");
  release(&c);
}

static void files_without_triples_are_read(void **state)
{
  (void)state;
  static const char *const texts[][2] = {
    {"turtle", ""}, {"turtle", "# nothing\n"}, {"turtle", "@prefix e: <http://example.org/> ."},
    {"trig", ""}, {"ntriples", ""}, {"ntriples", "\n # nothing \n\t\n"}, {"nquads", ""},
    {"rdfxml", "<rdf:RDF xmlns:rdf=\"" GW_RDF "\"><!-- \\u0000 --></rdf:RDF>"},
  };
  for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
    Content c = parse(texts[i][0], texts[i][1]);
    assert_int_equal(c.count, 0);
    release(&c);
  }
}

/* Each with what the message has to name. */
static void errors_name_the_file_and_the_line(void **state)
{
  (void)state;
  static const char *const texts[][3] = {
    {"turtle", "<" S "> <" P "> 1 .\n<" S "> <" P "> \"cut", "bad.file:2: "},
    {"turtle", "<" S "> <" P "> 1 .\n\n<" S "> nope .", "bad.file:3: "},
    {"turtle", "<" S "> <" P "> 1 ;", "bad.file:1: "},
    {"turtle", "\n\ne:s e:p e:o .\n", "bad.file:3: "},
    {"trig", "<urn:g:1> { <" S "> <" P "> 1 .", "bad.file:1: "},
    {"trig", "GRAPH <urn:g:1> { <" S "> <" P "> 1 }",
     "bad.file:1: syntax error at 'G'; of TriG, the word GRAPH"},
    {"ntriples", "<" S "> <" P "> \"1\" .\n<" S "> <" P "> \"2\"\n", "bad.file:2: "},
    {"ntriples", "<" S "> <" P "> \"1\" .\n<" S "> <" P "> \"2\" <urn:g:1> .\n", "bad.file:2: "},
    {"ntriples", "<" S "> <" P "> \"1\" .\n<" S "> <" P "> <http://e.org/a b> .\n",
     "bad.file:2: "},
    {"ntriples", "<" S "> <" P "> \"1\" .\n<" S "> <" P "> \"x\"^^<" GW_XSD "boolean> .\n",
     "bad.file:2: "},
    {"nquads", "<" S "> <" P "> \"1\" \"2\" .\n", "bad.file:1: "},
    {"nquads", "<" S "> <" P "> \"1\" <urn:g:1>", "bad.file:1: the line does not end in '.'"},
    {"ntriples", "<" S "> <" P "> \"1\" # .\n", "bad.file:1: the line does not end in '.'"},
    {"rdfxml", "<rdf:RDF xmlns:rdf=\"" GW_RDF "\">\n<rdf:Description>", "bad.file:2: "},
    {"rdfxml", "<rdf:RDF xmlns:rdf=\"" GW_RDF "\">\n</rdf:Bag>", "bad.file:2: "},
    {"rdfxml", "", "bad.file"},
    {"turtle", "<" S "> <" P "> \"\xff\xfe\" .", "bad.file"},
    {"ntriples", "<" S "> <" P "> \"1\" .\n<" S "> <" P "> \"\xc3\" .\n", "bad.file:2: "},
    {"turtle", "\n<" S "> <" P "> \"a\\u0000b\" .", "bad.file:2: the character U+0000"},
    {"nquads", "<" S "> <" P "> \"a\\\\\\U00000000b\" .", "bad.file:1: the character U+0000"},
  };
  for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
    GwError error = {GW_OK, ""};
    if (failure(texts[i][0], texts[i][1], &error) != GW_ERR_INPUT
        || strncmp(error.message, texts[i][2], strlen(texts[i][2])) != 0) {
      fail_msg("%s: '%s' not '%s...'", texts[i][1], error.message, texts[i][2]);
    }
  }
}

static void check_file(const char *path, GwStatus want, const char *message)
{
  GwGraph *graph;
  GwError error = {GW_OK, ""};
  assert_ok(gw_graph_new(&graph, &error), error);
  const GwStatus status = gw_graph_read(graph, path, &error);
  if (status != want || !strstr(error.message, message)) {
    fail_msg("%s: status %d, '%s'", path, (int)status, error.message);
  }
  gw_graph_free(graph);
}

static void write_file(const char *path, const char *text)
{
  FILE *file = fopen(path, "w");
  assert_non_null(file);
  fputs(text, file);
  assert_int_equal(fclose(file), 0);
}

static void files_are_told_by_their_names(void **state)
{
  (void)state;
  char folder[] = "/tmp/read_test.XXXXXX";
  assert_non_null(mkdtemp(folder));
  assert_int_equal(chdir(folder), 0);
  write_file("good.ttl", "<" S "> <" P "> 1 .");
  write_file("empty.nq", "");
  write_file("bad.ttl", "<" S "> <" P "> 1 .\n?");
  write_file("graph.pdf", "");
  assert_int_equal(mkdir("folder.ttl", 0700), 0);
  check_file("good.ttl", GW_OK, "");
  check_file("empty.nq", GW_OK, "");
  check_file("bad.ttl", GW_ERR_INPUT, "bad.ttl:2: ");
  check_file("graph.pdf", GW_ERR_USAGE, "end in .ttl");
  check_file("folder.ttl", GW_ERR_IO, "folder.ttl: not a regular file");
  check_file("missing.ttl", GW_ERR_IO, "missing.ttl: cannot open");
  static const char *const names[] = {"good.ttl", "empty.nq", "bad.ttl", "graph.pdf"};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    unlink(names[i]);
  }
  rmdir("folder.ttl");
  assert_int_equal(chdir("/"), 0);
  rmdir(folder);
}

static void syntaxes_are_found(void **state)
{
  (void)state;
  assert_string_equal(gw_syntax_of("a/b.ttl")->name, "turtle");
  assert_string_equal(gw_syntax_of("b.nt")->name, "ntriples");
  assert_string_equal(gw_syntax_of("b.owl")->name, "rdfxml");
  assert_null(gw_syntax_of("ttl"));
  assert_null(gw_syntax_of("b.ttl.gz"));
  assert_null(gw_syntax_of(""));
  assert_string_equal(gw_syntax_find("trig")->extension, ".trig");
  assert_null(gw_syntax_find("json"));
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(every_syntax_is_read),
    cmocka_unit_test(literals_keep_their_form),
    cmocka_unit_test(named_graphs_are_kept),
    cmocka_unit_test(blank_nodes_get_stable_iris),
    cmocka_unit_test(labels_never_meet_generated_ones),
    cmocka_unit_test(relative_iris_are_told_apart),
    cmocka_unit_test(cut_files_are_refused),
    cmocka_unit_test(comments_are_skipped),
    cmocka_unit_test(files_without_triples_are_read),
    cmocka_unit_test(errors_name_the_file_and_the_line),
    cmocka_unit_test(files_are_told_by_their_names),
    cmocka_unit_test(syntaxes_are_found),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
