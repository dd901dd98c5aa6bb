#include "export/jsonld_context.h"

#include "export/terms.h"
#include "ontology/vocabulary.h"

#include <stdlib.h>

#define EXACT_DIGITS 15 ///< whole numbers that a double holds, whatever the digits

bool gw_json_is_native(const GwTerm *literal)
{
  if (literal->language.length) {
    return false;
  }
  const bool integer = gw_view_is(literal->datatype, GW_XSD "integer");
  return literal->datatype.length == 0
         || gw_view_is(literal->datatype, GW_XSD "boolean")
         || (integer && literal->value.length <= EXACT_DIGITS && gw_literal_is_bare(literal));
}

GwJsonKind gw_json_kind(const GwTerm *value)
{
  if (value->kind == GW_TERM_IRI) {
    return GW_JSON_IRI;
  }
  if (gw_json_is_native(value)) {
    return GW_JSON_NATIVE;
  }
  return value->language.length ? GW_JSON_LANGUAGE : GW_JSON_TYPED;
}

bool gw_json_is_type(const GwQuad *quad)
{
  return quad->object->kind == GW_TERM_IRI && gw_view_is(quad->predicate->value, GW_RDF "type");
}

static bool is_like(const GwJsonProperty *property, const GwTerm *value)
{
  return property->kind == gw_json_kind(value)
         && gw_view_equal(property->sample->language, value->language)
         && (property->kind == GW_JSON_NATIVE
             || gw_view_equal(property->sample->datatype, value->datatype));
}

/* A value of a property: the first one tells its kind, a different one makes it mixed. */
static GwStatus add_value(GwArena *arena, GwJsonContext *context, size_t *capacity,
                          const GwQuad *quad, GwError *error)
{
  const size_t at = gw_map_get(&context->index, quad->predicate->value);
  if (at != GW_MAP_ABSENT) {
    GwJsonProperty *property = &context->properties[at];
    property->kind = is_like(property, quad->object) ? property->kind : GW_JSON_MIXED;
    return GW_OK;
  }
  context->properties = gw_arena_grow(arena, context->properties, context->property_count,
                                      capacity, sizeof *context->properties);
  if (!context->properties
      || !gw_map_set(&context->index, quad->predicate->value, context->property_count)) {
    return gw_fail_memory(error);
  }
  context->properties[context->property_count++] =
    (GwJsonProperty){quad->predicate->value, gw_json_kind(quad->object), quad->object};
  return GW_OK;
}

static bool note(GwMap *set, GwView key)
{
  return key.length == 0 || gw_map_get(set, key) != GW_MAP_ABSENT || gw_map_set(set, key, 1);
}

static bool note_scheme(GwJsonContext *context, GwView iri)
{
  return note(&context->schemes, gw_view_slice(iri, 0, gw_view_find(iri, GW_VIEW(":"), 0)));
}

/* The schemes of everything that is written as an IRI, and the datatypes. */
static bool note_terms(GwJsonContext *context, const GwQuad *quad)
{
  const GwTerm *o = quad->object;
  return note_scheme(context, quad->graph ? quad->graph->value : GW_VIEW(""))
         && note_scheme(context, quad->subject->value)
         && note_scheme(context, quad->predicate->value)
         && note_scheme(context, o->kind == GW_TERM_IRI ? o->value : o->datatype)
         && note(&context->datatypes, o->kind == GW_TERM_IRI ? GW_VIEW("") : o->datatype);
}

static int by_iri(const void *left, const void *right)
{
  const GwJsonProperty *a = left, *b = right;
  return gw_view_compare(a->property, b->property);
}

/* The definition of a property that is a datatype or a namespace as well could refer to itself. */
static bool may_define(const GwJsonContext *context, GwView property)
{
  return gw_map_get(&context->datatypes, property) == GW_MAP_ABSENT
         && gw_map_get(&context->prefixes.index, property) == GW_MAP_ABSENT;
}

/* The properties in the order of their IRIs, and their numbers in the index. */
static GwStatus sort_properties(GwJsonContext *context, GwError *error)
{
  if (context->property_count) {
    qsort(context->properties, context->property_count, sizeof *context->properties, by_iri);
  }
  for (size_t i = 0; i < context->property_count; i++) {
    GwJsonProperty *p = &context->properties[i];
    p->kind = may_define(context, p->property) ? p->kind : GW_JSON_MIXED;
    if (!gw_map_set(&context->index, p->property, i)) {
      return gw_fail_memory(error);
    }
  }
  return GW_OK;
}

GwStatus gw_json_context_find(GwArena *arena, const GwQuad *quads, size_t count,
                              GwJsonContext *context, GwError *error)
{
  size_t capacity = 0;
  *context = (GwJsonContext){.schemes = gw_map_new(arena), .datatypes = gw_map_new(arena),
                             .index = gw_map_new(arena)};
  GW_TRY(gw_prefixes_find(arena, quads, count, &context->prefixes, error));
  for (size_t i = 0; i < count; i++) {
    if (!note_terms(context, &quads[i])) {
      return gw_fail_memory(error);
    }
    if (!gw_json_is_type(&quads[i])) {
      GW_TRY(add_value(arena, context, &capacity, &quads[i], error));
    }
  }
  return sort_properties(context, error);
}

const GwJsonProperty *gw_json_property(const GwJsonContext *context, GwView iri)
{
  const size_t at = gw_map_get(&context->index, iri);
  return at == GW_MAP_ABSENT ? NULL : &context->properties[at];
}

/* Of an IRI <tag:x> a processor would take "tag" for a prefix if there were one. */
static bool is_usable(const GwJsonContext *context, GwView prefix)
{
  return gw_map_get(&context->schemes, prefix) == GW_MAP_ABSENT;
}

void gw_json_write_iri(GwBuffer *out, const GwJsonContext *context, GwView iri)
{
  GwView prefix, local;
  if (!gw_prefixes_abbreviate(&context->prefixes, iri, &prefix, &local)
      || !is_usable(context, prefix)) {
    gw_write_quoted(out, iri);
    return;
  }
  gw_buffer_char(out, '"');
  gw_buffer_append(out, prefix);
  gw_buffer_char(out, ':');
  gw_buffer_append(out, local);
  gw_buffer_char(out, '"');
}

static void begin_entry(GwBuffer *out, bool *first)
{
  gw_buffer_text(out, *first ? "\n    " : ",\n    ");
  *first = false;
}

static void write_definition(GwBuffer *out, const GwJsonContext *context,
                             const GwJsonProperty *property)
{
  gw_json_write_iri(out, context, property->property);
  if (property->kind == GW_JSON_LANGUAGE) {
    gw_buffer_text(out, ": {\"@language\": ");
    gw_write_quoted(out, property->sample->language);
  } else {
    gw_buffer_text(out, ": {\"@type\": ");
    if (property->kind == GW_JSON_IRI) {
      gw_buffer_text(out, "\"@id\"");
    } else {
      gw_json_write_iri(out, context, property->sample->datatype);
    }
  }
  gw_buffer_char(out, '}');
}

void gw_json_write_context(GwBuffer *out, const GwJsonContext *context)
{
  bool first = true;
  gw_buffer_char(out, '{');
  for (size_t i = 0; i < context->prefixes.count; i++) {
    const GwNamespace *space = &context->prefixes.list[i];
    if (is_usable(context, space->name)) {
      begin_entry(out, &first);
      gw_write_quoted(out, space->name);
      gw_buffer_text(out, ": ");
      gw_write_quoted(out, space->value);
    }
  }
  for (size_t i = 0; i < context->property_count; i++) {
    const GwJsonKind kind = context->properties[i].kind;
    if (kind != GW_JSON_NATIVE && kind != GW_JSON_MIXED) {
      begin_entry(out, &first);
      write_definition(out, context, &context->properties[i]);
    }
  }
  gw_buffer_text(out, first ? "}" : "\n  }");
}
