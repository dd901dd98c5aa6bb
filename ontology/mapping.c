/* The words of a mapping, and what they stand for. */
#include "ontology/mapping.h"

#include "base/utf8.h"
#include "ontology/mapping_terms.h"

#define KEY_MOST ((size_t)120) ///< bytes: the lexicon looks longer ones up in vain

typedef enum { STANDS_FOR_RELATION, STANDS_FOR_EITHER, TELLS_MODALITY, NAMES_KIND, IS_WORD } Value;

static const struct {
  const char *name;
  Value value; ///< STANDS_FOR_EITHER: a relation that may be exchanged, "-causes"
} classes[] = {
  {"relation", STANDS_FOR_EITHER}, {"intransitive", STANDS_FOR_RELATION},
  {"policy-relation", STANDS_FOR_EITHER}, {"noun-relation", STANDS_FOR_RELATION},
  {"kind", NAMES_KIND}, {"speech", STANDS_FOR_RELATION}, {"causative", STANDS_FOR_RELATION},
  {"cause", STANDS_FOR_EITHER}, {"cause-hint", STANDS_FOR_EITHER},
  {"cause-predicate", STANDS_FOR_EITHER}, {"cause-sign", STANDS_FOR_RELATION},
  {"result", STANDS_FOR_EITHER}, {"embed", TELLS_MODALITY}, {"modal", TELLS_MODALITY},
  {"adverb", TELLS_MODALITY}, {"adjective", TELLS_MODALITY}, {"negation", TELLS_MODALITY},
  {"condition", TELLS_MODALITY}, {"accuse", TELLS_MODALITY}, {"light", IS_WORD},
  {"nominalization", IS_WORD}, {"perform", IS_WORD}, {"source-noun", IS_WORD},
  {"transitive", IS_WORD},
};

typedef struct {
  const GwMappingRows *rows;
  const GwDeclarations *declarations;
  GwLexicon *lexicon;
} Words;

static GwStatus class_of(const Words *w, const GwMappingRow *row, Value *value, GwError *error)
{
  for (size_t i = 0; i < sizeof classes / sizeof *classes; i++) {
    if (gw_view_is(row->class_name, classes[i].name)) {
      *value = classes[i].value;
      return GW_OK;
    }
  }
  return gw_mapping_fail(w->rows, row->line, error, "unknown class '%.*s': for words take relation "
                         "(verbs), noun-relation, intransitive, kind or another class of the "
                         "lexicon; to declare, prefix, parent, label, comment, alignment or iri",
                         GW_PRINT(row->class_name));
}

/* The name that the lexicon has a relation under: "gw:bans" is "bans". */
static GwStatus relation_name(const Words *w, const GwMappingRow *row, bool inverted, GwView *name,
                              GwError *error)
{
  *name = gw_view_slice(row->value, inverted ? 1 : 0, row->value.length);
  if (gw_view_starts(*name, GW_VIEW("gw:"))) {
    *name = gw_view_slice(*name, 3, name->length);
  }
  if (gw_lexicon_relation(w->lexicon, *name)) {
    return GW_OK;
  }
  const GwOwnTerm *class = gw_declared(w->declarations, *name);
  if (class) {
    return gw_mapping_fail(w->rows, row->line, error, "'%.*s' is a class of things: words of class "
                           "kind stand for it, those of class %.*s for relations",
                           GW_PRINT(*name), GW_PRINT(row->class_name));
  }
  return gw_mapping_fail(w->rows, row->line, error, "no relation '%.*s': take one of the "
                         "vocabulary (doc/vocabulary.md), or declare it with a line '%.*s', "
                         "'parent', 'action'", GW_PRINT(*name),
                         gw_mapping_is_own(*name) ? (int)name->length : 12,
                         gw_mapping_is_own(*name) ? name->data : "ex:phasesOut");
}

/* A word that the lexicon has none for, so that what the mapping says is found: "put pressure on"
 * needs "put pressure" as a light verb; of policies, a verb means no less what the user says. */
static GwStatus add_helpers(const Words *w, const GwMappingRow *row, GwView key, GwView value,
                            GwError *error)
{
  const size_t first = gw_view_find(key, GW_VIEW(" "), 0);
  const size_t second = gw_view_find(key, GW_VIEW(" "), first + 1);
  if (!gw_view_is(row->class_name, "relation")) {
    return GW_OK;
  }
  if (gw_lexicon_value(w->lexicon, "policy-relation", key).length) {
    GW_TRY(gw_lexicon_add_word(w->lexicon, key, GW_VIEW("policy-relation"), value, error));
  }
  const GwView light = gw_view_slice(key, 0, second);
  if (first == key.length || gw_lexicon_value(w->lexicon, "light", light).length) {
    return GW_OK;
  }
  return gw_lexicon_add_word(w->lexicon, light, GW_VIEW("light"),
                             gw_view_slice(key, first + 1, second), error);
}

static GwStatus add_relation(const Words *w, const GwMappingRow *row, GwView key, bool either,
                             GwError *error)
{
  const bool inverted = gw_view_starts(row->value, GW_VIEW("-"));
  GwView name;
  if (inverted && !either) {
    return gw_mapping_fail(w->rows, row->line, error, "words of class %.*s cannot exchange subject "
                           "and object: leave the '-' out", GW_PRINT(row->class_name));
  }
  GW_TRY(relation_name(w, row, inverted, &name, error));
  const GwView value = gw_view_format(w->rows->arena, "%s%.*s", inverted ? "-" : "",
                                      GW_PRINT(name));
  if (!value.data) {
    return gw_fail_memory(error);
  }
  GW_TRY(add_helpers(w, row, key, value, error));
  return gw_lexicon_add_word(w->lexicon, key, row->class_name, value, error);
}

static GwStatus add_kind(const Words *w, const GwMappingRow *row, GwView key, GwError *error)
{
  GwOwnKind kind = {GW_CONCEPT, gw_declared(w->declarations, row->value)};
  if (kind.own && kind.own->is_class) {
    kind.type = kind.own->type;
  } else if (kind.own || !gw_entity_type_read(row->value, &kind.type)) {
    return gw_mapping_fail(w->rows, row->line, error, "'%.*s' is no class of things: take one of "
                           "the vocabulary, such as Group, or declare it with a line '%.*s', "
                           "'parent', 'Group'", GW_PRINT(row->value),
                           gw_mapping_is_own(row->value) ? (int)row->value.length : 10,
                           gw_mapping_is_own(row->value) ? row->value.data : "ex:Refugee");
  }
  GW_TRY(gw_lexicon_add_kind(w->lexicon, key, kind, error));
  return gw_lexicon_add_word(w->lexicon, key, row->class_name,
                             gw_view(gw_entity_type_name(kind.type)), error);
}

static GwStatus add_word(const Words *w, const GwMappingRow *row, GwError *error)
{
  Value value = IS_WORD;
  GW_TRY(class_of(w, row, &value, error));
  const GwView key = gw_utf8_lower(w->rows->arena, row->key);
  if (!key.data) {
    return gw_fail_memory(error);
  }
  if (key.length > KEY_MOST) {
    return gw_mapping_fail(w->rows, row->line, error, "a word or phrase of more than %zu bytes",
                           KEY_MOST);
  }
  if (gw_view_is(row->value, "-")) {
    return gw_lexicon_add_word(w->lexicon, key, row->class_name, GW_VIEW(""), error);
  }
  if (value == NAMES_KIND) {
    return add_kind(w, row, key, error);
  }
  if (value == STANDS_FOR_RELATION || value == STANDS_FOR_EITHER) {
    return add_relation(w, row, key, value == STANDS_FOR_EITHER, error);
  }
  if (value == TELLS_MODALITY && gw_modality_read(row->value) == GW_ACTUAL
      && !gw_view_is(row->value, "negative")) {
    return gw_mapping_fail(w->rows, row->line, error, "'%.*s' is no way to mean something: take "
                           "possible, necessary, intended, conditional, questioned or negative",
                           GW_PRINT(row->value));
  }
  return gw_lexicon_add_word(w->lexicon, key, row->class_name, row->value, error);
}

static GwStatus add_terms(const GwDeclarations *declarations, GwLexicon *lexicon,
                          GwMapping *mapping, GwError *error)
{
  for (size_t i = 0; i < declarations->count; i++) {
    const GwOwnTerm *term = declarations->list[i].term;
    const GwRelation relation = {.name = term->name, .label = term->label, .kind = term->kind,
                                 .mapped = true, .own = term};
    if (!term->is_class) {
      GW_TRY(gw_lexicon_add_relation(lexicon, relation, error));
    }
    mapping->terms = gw_arena_grow(declarations->rows->arena, mapping->terms, mapping->count,
                                   &mapping->capacity, sizeof *mapping->terms);
    if (!mapping->terms) {
      return gw_fail_memory(error);
    }
    mapping->terms[mapping->count++] = term;
  }
  return GW_OK;
}

GwStatus gw_mapping_read(GwArena *arena, const char *path, GwResources *resources,
                         GwMapping *mapping, GwError *error)
{
  GwMappingRows rows;
  GwDeclarations declarations;
  GwMapping ignored;
  mapping = mapping ? mapping : &ignored;
  *mapping = (GwMapping){NULL, 0, 0};
  Words words = {.rows = &rows, .declarations = &declarations};
  GW_TRY(gw_mapping_rows_read(arena, path, &rows, error));
  GW_TRY(gw_lexicon_extend(arena, resources->lexicon, &words.lexicon, error));
  GW_TRY(gw_declarations_read(&rows, resources->lexicon, &declarations, error));
  GW_TRY(add_terms(&declarations, words.lexicon, mapping, error));
  for (size_t i = 0; i < rows.count; i++) {
    if (!gw_mapping_declares(rows.rows[i].class_name)) {
      GW_TRY(add_word(&words, &rows.rows[i], error));
    }
  }
  resources->lexicon = words.lexicon;
  return GW_OK;
}
