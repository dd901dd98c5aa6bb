/* Every triple has the line of its object: the objects of made-up files tell their own lines. */
#include "tests/test.h"

#include "base/buffer.h"
#include "ontology/read.h"
#include "ontology/turtle_lines.h"

#include <stdlib.h>
#include <string.h>

enum { FILES = 300, DEPTH = 3 };

typedef struct {
  GwBuffer text;
  size_t line;
  uint64_t seed;
  size_t triples;
} Maker;

static unsigned draw(Maker *m, unsigned below)
{
  m->seed = m->seed * 6364136223846793005u + 1442695040888963407u;
  return (unsigned)(m->seed >> 33) % below;
}

static void put(Maker *m, const char *text)
{
  gw_buffer_text(&m->text, text);
  for (; *text; text++) {
    m->line += *text == '\n';
  }
}

static void space(Maker *m)
{
  static const char *const spaces[] = {
    " ", "\n", "\t", " \n  ", "  ", " # \"no 'string' [ ( . ; , <\n", "\r\n", "\n\n#\n",
  };
  put(m, spaces[draw(m, sizeof spaces / sizeof *spaces)]);
}

static void put_number(Maker *m, const char *before, const char *after)
{
  gw_buffer_text(&m->text, before);
  gw_buffer_format(&m->text, "%zu", m->line);
  put(m, after);
}

static void put_objects(Maker *m, unsigned depth);

static void put_properties(Maker *m, unsigned depth)
{
  static const char *const verbs[] = {"a", "<http://e/p>", "e:p", "e:p.q", "e:\\(p\\;", "e:%3B",
                                      ":"};
  const unsigned count = 1 + draw(m, 3);
  for (unsigned i = 0; i < count; i++) {
    put(m, verbs[draw(m, sizeof verbs / sizeof *verbs)]);
    space(m);
    put_objects(m, depth);
    put(m, i + 1 < count || draw(m, 3) == 0 ? " ;" : "");
    space(m);
  }
}

static void put_list(Maker *m, unsigned depth);

static void put_object(Maker *m, unsigned depth)
{
  switch (draw(m, depth < DEPTH ? 13 : 9)) {
  case 0: put_number(m, "", " "); break;
  case 1: put_number(m, "\"", "\""); break;
  case 2: put_number(m, "'", "'"); break;
  case 3: put_number(m, "\"\"\"", "\n\\\" \"\" ''' # . \n\"\"\""); break;
  case 4: put_number(m, "'''", "\n' \\''''@en-GB"); break;
  case 5: put_number(m, "\"", "\"^^e:type"); break;
  case 6: put_number(m, "\"", "\" ^^ <http://e/#;.>"); break;
  case 7: put_number(m, "<http://e/", ">"); break;
  case 8: put_number(m, "e:", ""); break;
  case 9: put(m, "[]"); break;
  case 10:
    put(m, "[");
    space(m);
    put_properties(m, depth + 1);
    put(m, "]");
    break;
  default: put_list(m, depth + 1); break;
  }
}

static void put_list(Maker *m, unsigned depth)
{
  const unsigned count = draw(m, 4);
  put(m, "(");
  for (unsigned i = 0; i < count; i++) {
    space(m);
    put_object(m, depth);
    m->triples += 2;
  }
  put(m, " )");
}

static void put_objects(Maker *m, unsigned depth)
{
  const unsigned count = 1 + draw(m, 3);
  for (unsigned i = 0; i < count; i++) {
    put_object(m, depth);
    m->triples++;
    put(m, i + 1 < count ? " ," : "");
    space(m);
  }
}

static void put_statement(Maker *m)
{
  static const char *const subjects[] = {"<http://e/s>", "e:s.t", "_:b.1", "_:b2", "[]", ":s"};
  const unsigned kind = draw(m, 8);
  if (kind == 6) {
    put(m, "[ ");
    put_properties(m, 1);
    put(m, "]");
  } else if (kind == 7) {
    put(m, "(1 2)");
    m->triples += 4;
  } else {
    put(m, subjects[kind]);
  }
  space(m);
  put_properties(m, 0);
  put(m, draw(m, 2) ? "." : " .");
  space(m);
}

static void put_directive(Maker *m)
{
  static const char *const directives[] = {
    "@prefix x: <http://x/#.> .", "PREFIX x: <http://x/>", "@base <http://e/> .",
    "base <http://e/>", "prefix y.z: <http://y/;>",
  };
  put(m, directives[draw(m, sizeof directives / sizeof *directives)]);
  space(m);
}

static void make(Maker *m, bool trig)
{
  const unsigned count = 1 + draw(m, 8);
  put(m, "@prefix e: <http://e/> .\n@prefix : <http://e/> .\n");
  for (unsigned i = 0; i < count; i++) {
    const bool named = trig && draw(m, 2);
    if (draw(m, 4) == 0) {
      put_directive(m);
    }
    put(m, named ? draw(m, 2) ? "<http://g/1> {\n" : "e:g {" : "");
    put_statement(m);
    if (named && draw(m, 2)) {
      put_statement(m);
    }
    put(m, named ? "}\n" : "");
  }
}

typedef struct {
  size_t triples, told;
} Seen;

/* The number that an object's text, or the end of its IRI, begins with. */
static GwStatus see(void *context, const GwTripleRead *t, GwError *error)
{
  (void)error;
  Seen *seen = context;
  const GwView own = GW_VIEW("http://e/");
  GwView text = t->object.value;
  seen->triples++;
  if (t->object.kind == GW_TERM_IRI) {
    text = gw_view_starts(text, own) ? gw_view_slice(text, own.length, text.length) : GW_VIEW("");
  }
  if (!t->blank_object && text.length && text.data[0] >= '0' && text.data[0] <= '9') {
    const size_t number = strtoul(text.data, NULL, 10);
    if (number > 2) { /* 1 and 2 stand in lists that are subjects */
      assert_int_equal(t->line, number);
      seen->told++;
    }
  }
  return GW_OK;
}

static void check_files(const char *extension)
{
  Seen all = {0, 0};
  for (uint64_t seed = 1; seed <= FILES; seed++) {
    Maker m = {GW_BUFFER_INIT, 1, seed, 0};
    Seen seen = {0, 0};
    GwError error = {GW_OK, ""};
    const GwTripleReader reader = {see, &seen, true};
    make(&m, strcmp(extension, ".trig") == 0);
    if (gw_rdf_parse(gw_buffer_view(&m.text), gw_syntax_of(extension), "made", &reader, &error)) {
      fail_msg("%s\n%s", error.message, m.text.data);
    }
    assert_int_equal(seen.triples, m.triples);
    all.told += seen.told;
    gw_buffer_free(&m.text);
  }
  assert_true(all.told > 10 * FILES);
}

static void turtle(void **state)
{
  (void)state;
  check_files(".ttl");
}

static void trig(void **state)
{
  (void)state;
  check_files(".trig");
}

static void nothing_is_lost_on_broken_files(void **state)
{
  (void)state;
  static const char *const broken[] = {
    "", ".", "]]]", ")(", "[ ( [ (", "\"", "\"\"\"a", "<", "@", "^", "^^", "a b c", "{ } } .", "\\",
    "e:\\", "'''''", "1.", "1.e", ".5", "# x", "@prefix", "a a a. . ; , a",
  };
  for (size_t i = 0; i < sizeof broken / sizeof *broken; i++) {
    GwArena arena = GW_ARENA_INIT;
    GwLines lines;
    GwError error = {GW_OK, ""};
    assert_ok(gw_turtle_lines(&arena, gw_view(broken[i]), &lines, &error), error);
    assert_true(lines.count <= strlen(broken[i]));
    gw_arena_free(&arena);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(turtle),
    cmocka_unit_test(trig),
    cmocka_unit_test(nothing_is_lost_on_broken_files),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
