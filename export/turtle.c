#include "export/sink.h"

#include "export/order.h"
#include "export/prefixes.h"
#include "export/terms.h"
#include "ontology/vocabulary.h"

#define LINE_BYTES 100 ///< lists of objects are broken before this column

typedef struct {
  GwBuffer *out;
  const GwPrefixes *prefixes;
  size_t line; ///< where the current line begins in `out`
} Writer;

static void write_name(Writer *w, GwView iri)
{
  GwView prefix, local;
  if (!gw_prefixes_abbreviate(w->prefixes, iri, &prefix, &local)) {
    gw_write_iri(w->out, iri);
    return;
  }
  gw_buffer_append(w->out, prefix);
  gw_buffer_char(w->out, ':');
  gw_buffer_append(w->out, local);
}

static void write_literal(Writer *w, const GwTerm *literal)
{
  if (gw_literal_is_bare(literal)) {
    gw_buffer_append(w->out, literal->value);
    return;
  }
  gw_write_quoted(w->out, literal->value);
  if (literal->language.length) {
    gw_buffer_char(w->out, '@');
    gw_buffer_append(w->out, literal->language);
  } else if (literal->datatype.length) {
    gw_buffer_text(w->out, "^^");
    write_name(w, literal->datatype);
  }
}

static void write_object(Writer *w, const GwTerm *object)
{
  if (object->kind == GW_TERM_IRI) {
    write_name(w, object->value);
  } else {
    write_literal(w, object);
  }
}

/* The objects of one predicate, with a line break before one that would run over the line. */
static void write_objects(Writer *w, const GwQuad *triples, size_t count)
{
  for (size_t i = 0; i < count; i++) {
    const size_t before = w->out->length;
    gw_buffer_text(w->out, i ? ", " : " ");
    write_object(w, triples[i].object);
    if (i == 0 || w->out->failed || w->out->length - w->line <= LINE_BYTES) {
      continue;
    }
    w->out->length = before;
    gw_buffer_text(w->out, ",\n        ");
    w->line = before + 2;
    write_object(w, triples[i].object);
  }
}

/* Place of a predicate in its subject's block; those without one follow in the order of IRIs. */
static size_t predicate_place(GwView predicate)
{
  static const char *const first[] = {GW_RDF "type", GW_RDFS "label", GW_SKOS "altLabel",
                                      GW_RDF "subject", GW_RDF "predicate", GW_RDF "object"};
  size_t place = 0;
  while (place < sizeof first / sizeof *first && !gw_view_is(predicate, first[place])) {
    place++;
  }
  return place;
}

#define PLACES 7 ///< six predicates, and the rest

static size_t run_length(const GwSubject *subject, size_t from)
{
  size_t n = 1;
  while (from + n < subject->count
         && gw_view_equal(subject->first[from].predicate->value,
                          subject->first[from + n].predicate->value)) {
    n++;
  }
  return n;
}

static void write_predicate(Writer *w, const GwQuad *triples, size_t count, bool first)
{
  if (!first) {
    gw_buffer_text(w->out, " ;\n    ");
    w->line = w->out->length - 4;
  }
  if (gw_view_is(triples->predicate->value, GW_RDF "type")) {
    gw_buffer_char(w->out, 'a');
  } else {
    write_name(w, triples->predicate->value);
  }
  write_objects(w, triples, count);
}

static void write_subject(Writer *w, const GwSubject *subject)
{
  bool first = true;
  gw_buffer_char(w->out, '\n');
  w->line = w->out->length;
  write_name(w, subject->first->subject->value);
  gw_buffer_char(w->out, ' ');
  for (size_t place = 0; place < PLACES; place++) {
    size_t length = 0;
    for (size_t at = 0; at < subject->count; at += length) {
      length = run_length(subject, at);
      if (predicate_place(subject->first[at].predicate->value) == place) {
        write_predicate(w, subject->first + at, length, first);
        first = false;
      }
    }
  }
  gw_buffer_text(w->out, " .\n");
}

static void write_prefixes(Writer *w)
{
  for (size_t i = 0; i < w->prefixes->count; i++) {
    gw_buffer_format(w->out, "@prefix %.*s: ", GW_PRINT(w->prefixes->list[i].name));
    gw_write_iri(w->out, w->prefixes->list[i].value);
    gw_buffer_text(w->out, " .\n");
  }
}

static void write_title(Writer *w, const GwSubject *subjects, size_t at)
{
  const GwSection section = subjects[at].section;
  const bool begins = at == 0 ? section != GW_SECTION_OTHER : section != subjects[at - 1].section;
  if (begins) {
    gw_buffer_format(w->out, "\n# %s\n", gw_section_title(section));
  }
}

static GwStatus write_all(GwArena *arena, const GwQuad *triples, size_t count, GwBuffer *out,
                          GwError *error)
{
  GwPrefixes prefixes;
  GwSubject *subjects = NULL;
  size_t subject_count = 0;
  GW_TRY(gw_prefixes_find(arena, triples, count, &prefixes, error));
  GW_TRY(gw_subjects_order(arena, triples, count, &subjects, &subject_count, error));
  Writer writer = {out, &prefixes, 0};
  write_prefixes(&writer);
  for (size_t i = 0; i < subject_count; i++) {
    write_title(&writer, subjects, i);
    write_subject(&writer, &subjects[i]);
  }
  return out->failed ? gw_fail_memory(error) : GW_OK;
}

static GwStatus write_turtle(const GwQuad *triples, size_t count, GwBuffer *out, GwError *error)
{
  GwArena arena = GW_ARENA_INIT;
  const GwStatus status = write_all(&arena, triples, count, out, error);
  gw_arena_free(&arena);
  return status;
}

const GwSink gw_turtle_sink = {"turtle", "ttl", "Turtle, ordered for reading", false,
                               write_turtle};
