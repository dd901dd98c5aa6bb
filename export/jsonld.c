#include "export/sink.h"

#include "export/jsonld_context.h"
#include "export/order.h"
#include "export/terms.h"

/* JSON-LD 1.1, compacted: a context, and one list of node objects in the order of Turtle's
 * subjects. A named graph is a node with a list of its own. */
typedef struct {
  GwBuffer *out;
  const GwJsonContext *context;
  int depth; ///< two spaces for each
} Writer;

static void new_line(Writer *w)
{
  gw_buffer_char(w->out, '\n');
  for (int i = 0; i < w->depth; i++) {
    gw_buffer_text(w->out, "  ");
  }
}

/* {"@type": "xsd:decimal", "@value": "0.97"} */
static void write_value_object(Writer *w, const GwTerm *literal)
{
  gw_buffer_char(w->out, '{');
  if (literal->language.length) {
    gw_buffer_text(w->out, "\"@language\": ");
    gw_write_quoted(w->out, literal->language);
    gw_buffer_text(w->out, ", ");
  } else if (literal->datatype.length) {
    gw_buffer_text(w->out, "\"@type\": ");
    gw_json_write_iri(w->out, w->context, literal->datatype);
    gw_buffer_text(w->out, ", ");
  }
  gw_buffer_text(w->out, "\"@value\": ");
  gw_write_quoted(w->out, literal->value);
  gw_buffer_char(w->out, '}');
}

static void write_value(Writer *w, GwJsonKind kind, const GwTerm *value)
{
  if (value->kind == GW_TERM_IRI) {
    gw_buffer_text(w->out, kind == GW_JSON_IRI ? "" : "{\"@id\": ");
    gw_json_write_iri(w->out, w->context, value->value);
    gw_buffer_text(w->out, kind == GW_JSON_IRI ? "" : "}");
  } else if (kind == GW_JSON_LANGUAGE || kind == GW_JSON_TYPED) {
    gw_write_quoted(w->out, value->value);
  } else if (!gw_json_is_native(value)) {
    write_value_object(w, value);
  } else if (value->datatype.length) {
    gw_buffer_append(w->out, value->value);
  } else {
    gw_write_quoted(w->out, value->value);
  }
}

/* One value stands alone, several in a list. */
static void write_values(Writer *w, GwJsonKind kind, const GwQuad *quads, size_t count)
{
  gw_buffer_text(w->out, count > 1 ? ": [" : ": ");
  for (size_t i = 0; i < count; i++) {
    gw_buffer_text(w->out, i ? ", " : "");
    write_value(w, kind, quads[i].object);
  }
  gw_buffer_text(w->out, count > 1 ? "]" : "");
}

/* How many triples from `quads` on go under one key. */
static size_t run_length(const GwQuad *quads, size_t count)
{
  size_t n = 1;
  while (n < count && gw_view_equal(quads[n].predicate->value, quads->predicate->value)
         && gw_json_is_type(&quads[n]) == gw_json_is_type(quads)) {
    n++;
  }
  return n;
}

static void write_key(Writer *w, const GwQuad *quads, size_t count)
{
  const bool type = gw_json_is_type(quads);
  gw_buffer_char(w->out, ',');
  new_line(w);
  if (type) {
    gw_buffer_text(w->out, "\"@type\"");
    write_values(w, GW_JSON_IRI, quads, count);
    return;
  }
  gw_json_write_iri(w->out, w->context, quads->predicate->value);
  write_values(w, gw_json_property(w->context, quads->predicate->value)->kind, quads, count);
}

/* "@type" after "@id", then the other keys in the order of their IRIs. */
static void write_subject(Writer *w, const GwSubject *subject)
{
  gw_buffer_char(w->out, '{');
  w->depth++;
  new_line(w);
  gw_buffer_text(w->out, "\"@id\": ");
  gw_json_write_iri(w->out, w->context, subject->first->subject->value);
  for (int type = 1; type >= 0; type--) {
    size_t length = 0;
    for (size_t at = 0; at < subject->count; at += length) {
      length = run_length(subject->first + at, subject->count - at);
      if (gw_json_is_type(subject->first + at) == type) {
        write_key(w, subject->first + at, length);
      }
    }
  }
  w->depth--;
  new_line(w);
  gw_buffer_char(w->out, '}');
}

static void begin_item(Writer *w, bool *first)
{
  gw_buffer_text(w->out, *first ? "" : ",");
  *first = false;
  new_line(w);
}

static GwStatus write_subjects(Writer *w, GwArena *arena, const GwQuad *quads, size_t count,
                               bool *first, GwError *error)
{
  GwSubject *subjects = NULL;
  size_t subject_count = 0;
  GW_TRY(gw_subjects_order(arena, quads, count, &subjects, &subject_count, error));
  for (size_t i = 0; i < subject_count; i++) {
    begin_item(w, first);
    write_subject(w, &subjects[i]);
  }
  return GW_OK;
}

static GwStatus write_named(Writer *w, GwArena *arena, const GwQuad *quads, size_t count,
                            GwError *error)
{
  bool first = true;
  gw_buffer_char(w->out, '{');
  w->depth++;
  new_line(w);
  gw_buffer_text(w->out, "\"@id\": ");
  gw_json_write_iri(w->out, w->context, quads->graph->value);
  gw_buffer_char(w->out, ',');
  new_line(w);
  gw_buffer_text(w->out, "\"@graph\": [");
  w->depth++;
  GW_TRY(write_subjects(w, arena, quads, count, &first, error));
  w->depth--;
  new_line(w);
  gw_buffer_char(w->out, ']');
  w->depth--;
  new_line(w);
  gw_buffer_char(w->out, '}');
  return GW_OK;
}

/* The default graph's subjects, then one node for each named graph. */
static GwStatus write_graphs(Writer *w, GwArena *arena, const GwQuad *quads, size_t count,
                             GwError *error)
{
  bool first = true;
  size_t length = 0;
  for (size_t at = 0; at < count; at += length) {
    length = gw_graph_run(quads + at, count - at);
    if (!quads[at].graph) {
      GW_TRY(write_subjects(w, arena, quads, length, &first, error));
      continue;
    }
    begin_item(w, &first);
    GW_TRY(write_named(w, arena, quads + at, length, error));
  }
  return GW_OK;
}

static GwStatus write_document(GwArena *arena, const GwQuad *quads, size_t count, GwBuffer *out,
                               GwError *error)
{
  GwJsonContext context;
  GW_TRY(gw_json_context_find(arena, quads, count, &context, error));
  Writer writer = {out, &context, 2};
  gw_buffer_text(out, "{\n  \"@context\": ");
  gw_json_write_context(out, &context);
  gw_buffer_text(out, ",\n  \"@graph\": [");
  GW_TRY(write_graphs(&writer, arena, quads, count, error));
  gw_buffer_text(out, count ? "\n  ]\n}\n" : "]\n}\n");
  return out->failed ? gw_fail_memory(error) : GW_OK;
}

static GwStatus write_jsonld(const GwQuad *quads, size_t count, GwBuffer *out, GwError *error)
{
  GwArena arena = GW_ARENA_INIT;
  const GwStatus status = write_document(&arena, quads, count, out, error);
  gw_arena_free(&arena);
  return status;
}

const GwSink gw_jsonld_sink = {
  .name = "jsonld", .extension = "jsonld", .named_graphs = true, .write = write_jsonld,
  .help = "JSON-LD 1.1, compacted, with its context",
};
