#include "ontology/mapping_terms.h"

#include "base/buffer.h"
#include "base/utf8.h"
#include "ontology/vocabulary.h"

#include <string.h>

bool gw_mapping_declares(GwView class_name)
{
  static const char *const classes[] = {"parent", "iri", "label", "comment", "alignment"};
  for (size_t i = 0; i < sizeof classes / sizeof *classes; i++) {
    if (gw_view_is(class_name, classes[i])) {
      return true;
    }
  }
  return false;
}

bool gw_entity_type_read(GwView name, GwEntityType *type)
{
  const size_t from = gw_view_starts(name, GW_VIEW("gw:")) ? 3 : 0;
  for (size_t t = 0; t < GW_ENTITY_TYPE_COUNT; t++) {
    if (gw_view_is(gw_view_slice(name, from, name.length), gw_entity_type_name((GwEntityType)t))) {
      *type = (GwEntityType)t;
      return true;
    }
  }
  return false;
}

const GwOwnTerm *gw_declared(const GwDeclarations *declarations, GwView name)
{
  const size_t found = gw_map_get(&declarations->by_name, name);
  return found == GW_MAP_ABSENT ? NULL : declarations->list[found].term;
}

/* The relation of the vocabulary that a name tells, with or without "gw:". */
static const GwRelation *relation_of(const GwDeclarations *d, GwView name)
{
  const size_t from = gw_view_starts(name, GW_VIEW("gw:")) ? 3 : 0;
  return gw_lexicon_relation(d->vocabulary, gw_view_slice(name, from, name.length));
}

static GwStatus declaration_of(GwDeclarations *d, const GwMappingRow *row,
                               GwDeclaration **declaration, GwError *error)
{
  size_t at = gw_map_get(&d->by_name, row->key);
  if (at == GW_MAP_ABSENT) {
    at = d->count;
    d->list = gw_arena_grow(d->rows->arena, d->list, d->count, &d->capacity, sizeof *d->list);
    GwOwnTerm *term = GW_NEW(d->rows->arena, 1, GwOwnTerm);
    if (!d->list || !term || !gw_map_set(&d->by_name, row->key, at)) {
      return gw_fail_memory(error);
    }
    term->name = row->key;
    d->list[d->count++] = (GwDeclaration){.line = row->line, .term = term};
  }
  *declaration = &d->list[at];
  return GW_OK;
}

static GwStatus add_match(const GwDeclarations *d, GwOwnTerm *term, size_t line, GwView name,
                          GwError *error)
{
  const bool inverse = gw_view_starts(name, GW_VIEW("-"));
  const GwView **list = inverse ? &term->inverse_matches : &term->matches;
  size_t *count = inverse ? &term->inverse_match_count : &term->match_count;
  GwView *longer = GW_NEW(d->rows->arena, *count + 1, GwView);
  if (!longer) {
    return gw_fail_memory(error);
  }
  for (size_t i = 0; i < *count; i++) {
    longer[i] = (*list)[i];
  }
  GW_TRY(gw_mapping_iri(d->rows, line, gw_view_slice(name, inverse ? 1 : 0, name.length),
                        &longer[*count], error));
  *list = longer;
  ++*count;
  return GW_OK;
}

static GwStatus add_alignments(const GwDeclarations *d, GwOwnTerm *term, const GwMappingRow *row,
                               GwError *error)
{
  GwView name;
  for (GwView rest = row->value; gw_view_next(&rest, ' ', &name);) {
    if (name.length) {
      GW_TRY(add_match(d, term, row->line, name, error));
    }
  }
  return GW_OK;
}

static GwStatus collect(GwDeclarations *d, const GwMappingRow *row, GwError *error)
{
  GwDeclaration *declaration = NULL;
  GW_TRY(declaration_of(d, row, &declaration, error));
  if (gw_view_is(row->class_name, "alignment")) {
    return add_alignments(d, declaration->term, row, error);
  }
  const GwMappingRow **place = gw_view_is(row->class_name, "parent") ? &declaration->parent
                               : gw_view_is(row->class_name, "iri") ? &declaration->iri
                               : gw_view_is(row->class_name, "label") ? &declaration->label
                                                                      : &declaration->comment;
  *place = row;
  return GW_OK;
}

/* "https://example.org/energy#phasesOut" -> "phases out". */
static GwView made_label(GwArena *arena, GwView iri)
{
  GwBuffer label = GW_BUFFER_INIT;
  size_t at = iri.length, length = 0;
  while (at > 0 && !strchr("#/:", iri.data[at - 1])) {
    at--;
  }
  for (; at < iri.length; at += length) {
    const bool gap = gw_utf8_is_upper(gw_utf8_decode(iri, at, &length))
                     || strchr("-_", iri.data[at]);
    if (gap && label.length) {
      gw_buffer_char(&label, ' ');
    }
    if (!strchr("-_", iri.data[at])) {
      gw_buffer_append(&label, gw_view_slice(iri, at, at + length));
    }
  }
  const GwView lower = gw_utf8_lower(arena, gw_buffer_view(&label));
  gw_buffer_free(&label);
  return lower;
}

/* A relation of the vocabulary that gets another label or IRI. */
static GwStatus settle_ours(const GwDeclarations *d, GwDeclaration *declaration,
                            const GwRelation *relation, GwError *error)
{
  GwOwnTerm *term = declaration->term;
  if (declaration->parent) {
    return gw_mapping_fail(d->rows, declaration->parent->line, error, "'%.*s' is a relation of "
                           "the vocabulary: declare one of your own with it as parent, or give "
                           "it another IRI ('%.*s', 'iri', 'ex:...')", GW_PRINT(term->name),
                           GW_PRINT(term->name));
  }
  term->name = relation->name;
  term->kind = relation->kind;
  term->label = declaration->label ? declaration->label->value : relation->label;
  term->ours = relation->name;
  term->iri = gw_view_format(d->rows->arena, GW_NAMESPACE "%.*s", GW_PRINT(relation->name));
  if (declaration->iri) {
    term->parent = term->iri;
    GW_TRY(gw_mapping_iri(d->rows, declaration->iri->line, declaration->iri->value, &term->iri,
                          error));
  }
  declaration->settled = true;
  return term->iri.data ? GW_OK : gw_fail_memory(error);
}

static GwStatus fail_parent(const GwDeclarations *d, const GwDeclaration *declaration,
                            GwError *error)
{
  const GwView name = declaration->term->name;
  if (!declaration->parent) {
    return gw_mapping_fail(d->rows, declaration->line, error, "'%.*s' has no parent: add a line "
                           "'%.*s', 'parent' and what it is a special case of: action, cause, "
                           "prevent, speech, attribute or a relation; for a class of things, a "
                           "class such as Group", GW_PRINT(name), GW_PRINT(name));
  }
  return gw_mapping_fail(d->rows, declaration->parent->line, error, "'%.*s' is no parent: take "
                         "action, cause, prevent, speech, attribute, a relation or class of the "
                         "vocabulary (doc/vocabulary.md), or another of your own that has a "
                         "parent", GW_PRINT(declaration->parent->value));
}

/* What the parent says of a term; false while the parent itself is not settled, or is none. */
static bool take_after(const GwDeclarations *d, GwDeclaration *declaration)
{
  GwOwnTerm *term = declaration->term;
  const GwView parent = declaration->parent->value;
  const GwRelation *relation = relation_of(d, parent);
  if (gw_relation_kind_read(parent, &term->kind)) {
    return true;
  }
  if (gw_entity_type_read(parent, &term->type)) {
    term->is_class = true;
    term->parent = gw_view_format(d->rows->arena, GW_NAMESPACE "%s",
                                  gw_entity_type_name(term->type));
    return true;
  }
  if (relation) {
    term->kind = relation->kind;
    term->ours = relation->name;
    term->parent = gw_view_format(d->rows->arena, GW_NAMESPACE "%.*s", GW_PRINT(relation->name));
    return true;
  }
  const size_t above = gw_map_get(&d->by_name, parent);
  if (above == GW_MAP_ABSENT || !d->list[above].settled) {
    return false;
  }
  const GwOwnTerm *other = d->list[above].term;
  term->is_class = other->is_class;
  term->kind = other->kind;
  term->type = other->type;
  term->ours = other->ours;
  term->parent = other->iri;
  term->above = other;
  return true;
}

static GwStatus settle(const GwDeclarations *d, GwDeclaration *declaration, GwError *error)
{
  GwOwnTerm *term = declaration->term;
  const GwRelation *relation = relation_of(d, term->name);
  if (declaration->comment) {
    term->comment = declaration->comment->value;
  }
  if (relation) {
    return settle_ours(d, declaration, relation, error);
  }
  if (!gw_mapping_is_own(term->name) || gw_view_starts(term->name, GW_VIEW("gw:"))) {
    return gw_mapping_fail(d->rows, declaration->line, error, "'%.*s' is no relation of the "
                           "vocabulary; a name of your own has a prefix of your own, such as "
                           "'ex:phasesOut'", GW_PRINT(term->name));
  }
  if (declaration->iri) {
    return gw_mapping_fail(d->rows, declaration->iri->line, error, "'%.*s' has an IRI, by its "
                           "prefix: leave this line out", GW_PRINT(term->name));
  }
  GW_TRY(gw_mapping_iri(d->rows, declaration->line, term->name, &term->iri, error));
  term->label = declaration->label ? declaration->label->value
                                   : made_label(d->rows->arena, term->iri);
  declaration->settled = declaration->parent && take_after(d, declaration);
  return term->label.data ? GW_OK : gw_fail_memory(error);
}

/* Parents may stand behind their children: as long as one more is settled, others may be. */
static GwStatus settle_all(GwDeclarations *d, GwError *error)
{
  for (bool more = true; more;) {
    more = false;
    for (size_t i = 0; i < d->count; i++) {
      if (!d->list[i].settled) {
        GW_TRY(settle(d, &d->list[i], error));
        more = more || d->list[i].settled;
      }
    }
  }
  for (size_t i = 0; i < d->count; i++) {
    if (!d->list[i].settled) {
      return fail_parent(d, &d->list[i], error);
    }
  }
  return GW_OK;
}

GwStatus gw_declarations_read(const GwMappingRows *rows, const GwLexicon *vocabulary,
                              GwDeclarations *declarations, GwError *error)
{
  *declarations = (GwDeclarations){.rows = rows, .vocabulary = vocabulary,
                                   .by_name = gw_map_new(rows->arena)};
  for (size_t i = 0; i < rows->count; i++) {
    if (gw_mapping_declares(rows->rows[i].class_name)) {
      GW_TRY(collect(declarations, &rows->rows[i], error));
    }
  }
  return settle_all(declarations, error);
}
