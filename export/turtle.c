#include "export/turtle.h"

#include "export/order.h"
#include "export/sink.h"
#include "export/terms.h"
#include "ontology/vocabulary.h"

#define LINE_BYTES 100 ///< lists of objects are broken before this column

static void write_prefixed(GwTurtle *w, GwView prefix, GwView local)
{
  gw_buffer_append(w->out, prefix);
  gw_buffer_char(w->out, ':');
  gw_buffer_append(w->out, local);
}

void gw_turtle_write_name(GwTurtle *w, GwView iri)
{
  GwView prefix, local;
  if (gw_prefixes_abbreviate(&w->prefixes, iri, &prefix, &local)) {
    write_prefixed(w, prefix, local);
  } else {
    gw_write_iri(w->out, iri);
  }
}

static void write_term_name(GwTurtle *w, const GwTerm *iri)
{
  GwView prefix, local;
  if (gw_prefixes_abbreviate_term(&w->prefixes, iri, &prefix, &local)) {
    write_prefixed(w, prefix, local);
  } else {
    gw_write_iri(w->out, iri->value);
  }
}

static void write_literal(GwTurtle *w, const GwTerm *literal)
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
    gw_buffer_append(w->out, GW_VIEW("^^"));
    gw_turtle_write_name(w, literal->datatype);
  }
}

static void write_object(GwTurtle *w, const GwTerm *object)
{
  if (object->kind == GW_TERM_IRI) {
    write_term_name(w, object);
  } else {
    write_literal(w, object);
  }
}

/* The objects of one predicate, with a line break before one that would run over the line. */
static void write_objects(GwTurtle *w, const GwQuad *triples, size_t count)
{
  for (size_t i = 0; i < count; i++) {
    const size_t before = w->out->length;
    gw_buffer_append(w->out, i ? GW_VIEW(", ") : GW_VIEW(" "));
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

#define LAST_PLACE 6 ///< of the predicates that follow in the order of their IRIs

/* Place of a predicate in its subject's block. */
static size_t predicate_place(GwView predicate)
{
  return gw_view_is(predicate, GW_RDF "type")        ? 0
         : gw_view_is(predicate, GW_RDFS "label")    ? 1
         : gw_view_is(predicate, GW_SKOS "altLabel") ? 2
         : gw_view_is(predicate, GW_RDF "subject")   ? 3
         : gw_view_is(predicate, GW_RDF "predicate") ? 4
         : gw_view_is(predicate, GW_RDF "object")    ? 5
                                                     : LAST_PLACE;
}

/* How many triples of the subject have the same predicate as number `from`. */
static size_t run_length(const GwSubject *subject, size_t from)
{
  size_t n = 1;
  while (from + n < subject->count
         && subject->first[from].predicate == subject->first[from + n].predicate) {
    n++;
  }
  return n;
}

static void write_predicate(GwTurtle *w, const GwSubject *subject, size_t from, bool *first)
{
  const GwTerm *predicate = subject->first[from].predicate;
  if (!*first) {
    gw_buffer_append(w->out, GW_VIEW(" ;\n    "));
    w->line = w->out->length - 4;
  }
  *first = false;
  if (gw_view_is(predicate->value, GW_RDF "type")) {
    gw_buffer_char(w->out, 'a');
  } else {
    write_term_name(w, predicate);
  }
  write_objects(w, subject->first + from, run_length(subject, from));
}

static void write_subject(GwTurtle *w, const GwSubject *subject)
{
  size_t places[LAST_PLACE], place;
  bool first = true;
  gw_buffer_char(w->out, '\n');
  w->line = w->out->length;
  write_term_name(w, subject->first->subject);
  gw_buffer_char(w->out, ' ');
  for (place = 0; place < LAST_PLACE; place++) {
    places[place] = subject->count;
  }
  for (size_t at = 0; at < subject->count; at += run_length(subject, at)) {
    place = predicate_place(subject->first[at].predicate->value);
    if (place < LAST_PLACE) {
      places[place] = at;
    }
  }
  for (place = 0; place < LAST_PLACE; place++) {
    if (places[place] < subject->count) {
      write_predicate(w, subject, places[place], &first);
    }
  }
  for (size_t at = 0; at < subject->count; at += run_length(subject, at)) {
    if (predicate_place(subject->first[at].predicate->value) == LAST_PLACE) {
      write_predicate(w, subject, at, &first);
    }
  }
  gw_buffer_append(w->out, GW_VIEW(" .\n"));
}

static void write_title(GwTurtle *w, const GwSubject *subjects, size_t at)
{
  const GwSection section = subjects[at].section;
  const bool begins = at == 0 ? section != GW_SECTION_OTHER : section != subjects[at - 1].section;
  if (begins) {
    gw_buffer_format(w->out, "\n# %s\n", gw_section_title(section));
  }
}

GwStatus gw_turtle_begin(GwTurtle *w, GwArena *arena, const GwQuad *quads, size_t count,
                         GwBuffer *out, GwError *error)
{
  *w = (GwTurtle){.out = out};
  GW_TRY(gw_prefixes_find(arena, quads, count, &w->prefixes, error));
  for (size_t i = 0; i < w->prefixes.count; i++) {
    gw_buffer_format(out, "@prefix %.*s: ", GW_PRINT(w->prefixes.list[i].name));
    gw_write_iri(out, w->prefixes.list[i].value);
    gw_buffer_text(out, " .\n");
  }
  return GW_OK;
}

GwStatus gw_turtle_write_triples(GwTurtle *w, const GwQuad *triples, size_t count,
                                 GwError *error)
{
  GwArena arena = GW_ARENA_INIT;
  GwSubject *subjects = NULL;
  size_t subject_count = 0;
  const GwStatus status =
    gw_subjects_order(&arena, triples, count, &subjects, &subject_count, error);
  for (size_t i = 0; !status && i < subject_count; i++) {
    write_title(w, subjects, i);
    write_subject(w, &subjects[i]);
    gw_buffer_settle(w->out);
  }
  gw_arena_free(&arena);
  return status;
}

static GwStatus write_turtle(const GwQuad *triples, size_t count, GwBuffer *out, GwError *error)
{
  GwArena arena = GW_ARENA_INIT;
  GwTurtle turtle;
  GwStatus status = gw_turtle_begin(&turtle, &arena, triples, count, out, error);
  if (!status) {
    status = gw_turtle_write_triples(&turtle, triples, count, error);
  }
  gw_arena_free(&arena);
  return !status && out->failed ? gw_fail_memory(error) : status;
}

const GwSink gw_turtle_sink = {
  .name = "turtle", .extension = "ttl", .write = write_turtle,
  .help = "Turtle, ordered for reading",
};
