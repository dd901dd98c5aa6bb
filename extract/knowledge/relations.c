#include "extract/knowledge/relations.h"

#include "base/buffer.h"
#include "base/map.h"
#include "base/utf8.h"
#include "extract/knowledge/table.h"

#include <string.h>

enum { KEY_BYTES = 160 };

struct GwLexicon {
  GwArena *arena;
  const GwLexicon *base; ///< what holds where this one says nothing, or NULL
  GwRelation *relations;
  size_t relation_count, relation_capacity;
  GwView *values;
  size_t value_count, value_capacity;
  GwOwnKind *kinds;
  size_t kind_count, kind_capacity;
  GwMap by_name; ///< relations by name
  GwMap by_key;  ///< values by "key TAB class"
  GwMap by_noun; ///< kinds by noun
};

GwStatus gw_lexicon_extend(GwArena *arena, const GwLexicon *base, GwLexicon **lexicon,
                           GwError *error)
{
  *lexicon = GW_NEW(arena, 1, GwLexicon);
  if (!*lexicon) {
    return gw_fail_memory(error);
  }
  **lexicon = (GwLexicon){.arena = arena, .base = base, .by_name = gw_map_new(arena),
                          .by_key = gw_map_new(arena), .by_noun = gw_map_new(arena)};
  return GW_OK;
}

GwStatus gw_lexicon_add_relation(GwLexicon *l, GwRelation relation, GwError *error)
{
  l->relations = gw_arena_grow(l->arena, l->relations, l->relation_count, &l->relation_capacity,
                               sizeof relation);
  if (!l->relations || !gw_map_set(&l->by_name, relation.name, l->relation_count)) {
    return gw_fail_memory(error);
  }
  l->relations[l->relation_count++] = relation;
  return GW_OK;
}

/* `key` is "key TAB class". */
static GwStatus add_value(GwLexicon *l, GwView key, GwView value, GwError *error)
{
  l->values = gw_arena_grow(l->arena, l->values, l->value_count, &l->value_capacity,
                            sizeof *l->values);
  if (!l->values || !gw_map_set(&l->by_key, key, l->value_count)) {
    return gw_fail_memory(error);
  }
  l->values[l->value_count++] = value;
  return GW_OK;
}

GwStatus gw_lexicon_add_word(GwLexicon *lexicon, GwView key, GwView class_name, GwView value,
                             GwError *error)
{
  const GwView joined = gw_view_format(lexicon->arena, "%.*s\t%.*s", GW_PRINT(key),
                                       GW_PRINT(class_name));
  return joined.data ? add_value(lexicon, joined, value, error) : gw_fail_memory(error);
}

GwStatus gw_lexicon_add_kind(GwLexicon *l, GwView noun, GwOwnKind kind, GwError *error)
{
  l->kinds = gw_arena_grow(l->arena, l->kinds, l->kind_count, &l->kind_capacity,
                           sizeof *l->kinds);
  if (!l->kinds || !gw_map_set(&l->by_noun, noun, l->kind_count)) {
    return gw_fail_memory(error);
  }
  l->kinds[l->kind_count++] = kind;
  return GW_OK;
}

bool gw_relation_kind_read(GwView text, GwRelationKind *kind)
{
  static const char *const names[] = {"action", "cause", "prevent", "speech", "attribute"};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    if (gw_view_is(text, names[i])) {
      *kind = (GwRelationKind)i;
      return true;
    }
  }
  return false;
}

static GwStatus read_relation(GwLexicon *lexicon, const GwTable *table, GwError *error)
{
  const GwView *f = table->fields;
  GwRelation relation = {.name = f[0], .label = f[1], .mapped = true};
  if (!gw_relation_kind_read(f[2], &relation.kind)) {
    return gw_table_fail(table, error, "unknown family of relations: use action, cause, prevent, "
                         "speech or attribute");
  }
  return gw_lexicon_add_relation(lexicon, relation, error);
}

static bool names_relation(GwView class_name)
{
  static const char *const classes[] = {"relation", "speech", "cause", "cause-hint", "result",
                                        "cause-predicate", "cause-sign", "policy-relation",
                                        "causative", "noun-relation", "intransitive"};
  for (size_t i = 0; i < sizeof classes / sizeof *classes; i++) {
    if (gw_view_is(class_name, classes[i])) {
      return true;
    }
  }
  return false;
}

static GwStatus read_word(GwLexicon *lexicon, const GwTable *table, GwError *error)
{
  const GwView *f = table->fields;
  const GwView key = {f[0].data, f[0].length + 1 + f[1].length};   /* "key TAB class" */
  const GwView name = gw_view_slice(f[2], gw_view_starts(f[2], GW_VIEW("-")) ? 1 : 0, f[2].length);
  if (names_relation(f[1]) && !gw_lexicon_relation(lexicon, name)) {
    return gw_table_fail(table, error, "its relation is not in relations.tsv: add it there");
  }
  return add_value(lexicon, key, f[2], error);
}

/* Read a table whose first line is a header; it stays mapped, since the lexicon points into it. */
static GwStatus read_table(GwLexicon *lexicon, const char *name, size_t width,
                           GwStatus (*read)(GwLexicon *, const GwTable *, GwError *),
                           GwError *error)
{
  GwTable table;
  bool more = true;
  GW_TRY(gw_table_open(lexicon->arena, name, width, &table, error));
  for (bool header = true; more; header = false) {
    GW_TRY(gw_table_next(&table, &more, error));
    if (more && !header) {
      GW_TRY(read(lexicon, &table, error));
    }
  }
  return GW_OK;
}

GwStatus gw_lexicon_open(GwArena *arena, GwLexicon **lexicon, GwError *error)
{
  GW_TRY(gw_lexicon_extend(arena, NULL, lexicon, error));
  GwLexicon *l = *lexicon;
  GW_TRY(read_table(l, "ontology/relations.tsv", 6, read_relation, error));
  GW_TRY(read_table(l, "ontology/lexicon.tsv", 3, read_word, error));
  GW_TRY(read_table(l, "ontology/gazetteers/nominalizations.tsv", 3, read_word, error));
  return read_table(l, "ontology/quantities.tsv", 3, read_word, error);
}

GwView gw_lexicon_value(const GwLexicon *lexicon, const char *class_name, GwView key)
{
  char joined[KEY_BYTES];
  const size_t n = strlen(class_name);
  if (key.length + 1 + n > sizeof joined) {
    return GW_VIEW("");
  }
  memcpy(joined, key.data, key.length);
  joined[key.length] = '\t';
  memcpy(joined + key.length + 1, class_name, n);
  const GwView wanted = {joined, key.length + 1 + n};
  for (; lexicon; lexicon = lexicon->base) {
    const size_t found = gw_map_get(&lexicon->by_key, wanted);
    if (found != GW_MAP_ABSENT) {
      return lexicon->values[found];
    }
  }
  return GW_VIEW("");
}

const GwRelation *gw_lexicon_relation(const GwLexicon *lexicon, GwView name)
{
  for (; lexicon; lexicon = lexicon->base) {
    const size_t found = gw_map_get(&lexicon->by_name, name);
    if (found != GW_MAP_ABSENT) {
      return &lexicon->relations[found];
    }
  }
  return NULL;
}

const GwOwnKind *gw_lexicon_kind(const GwLexicon *lexicon, GwView noun)
{
  const size_t found = gw_map_get(&lexicon->by_noun, noun);
  return found == GW_MAP_ABSENT ? NULL : &lexicon->kinds[found];
}

bool gw_relation_is(const GwRelation *relation, const char *name)
{
  return gw_view_is(relation->name, name)
         || (relation->own && gw_view_is(relation->own->ours, name));
}

bool gw_lexicon_is(const GwLexicon *lexicon, const char *class_name, GwView key, const char *name)
{
  const GwView value = gw_lexicon_value(lexicon, class_name, key);
  const GwView plain = gw_view_slice(value, gw_view_starts(value, GW_VIEW("-")) ? 1 : 0,
                                     value.length);
  const GwRelation *relation = gw_lexicon_relation(lexicon, plain);
  return relation && gw_view_equal(value, plain) && gw_relation_is(relation, name);
}

/* "lead to" -> "rel-lead-to": letters and digits stay, everything else becomes one hyphen. */
static GwView made_name(GwArena *arena, GwView phrase)
{
  GwBuffer name = GW_BUFFER_INIT;
  gw_buffer_text(&name, "rel");
  bool gap = true;
  for (size_t at = 0, length = 1; at < phrase.length; at += length) {
    const uint32_t c = gw_utf8_decode(phrase, at, &length);
    const bool kept = gw_utf8_is_letter(c) || gw_utf8_is_digit(c);
    if (kept && gap) {
      gw_buffer_char(&name, '-');
    }
    if (kept) {
      gw_buffer_append(&name, gw_view_slice(phrase, at, at + length));
    }
    gap = !kept;
  }
  const GwView lower = gw_utf8_lower(arena, gw_buffer_view(&name));
  gw_buffer_free(&name);
  return lower.data ? lower : GW_VIEW("relatedTo");
}

static const char *third_person_ending(GwView verb)
{
  static const char *const sibilants[] = {"s", "x", "z", "ch", "sh", "o"};
  for (size_t i = 0; i < sizeof sibilants / sizeof *sibilants; i++) {
    if (gw_view_ends(verb, gw_view(sibilants[i]))) {
      return "es";
    }
  }
  return "s";
}

/* "lead to" -> "leads to", as people would read it on an arrow. */
static GwView third_person(GwArena *arena, GwView phrase)
{
  const size_t end = gw_view_find(phrase, GW_VIEW(" "), 0);
  GwView verb = gw_view_slice(phrase, 0, end);
  const GwView rest = gw_view_slice(phrase, end, phrase.length);
  const char *ending = third_person_ending(verb);
  if (gw_view_is(verb, "be") || gw_view_is(verb, "have")) {
    ending = gw_view_is(verb, "be") ? "is" : "has";
    verb.length = 0;
  } else if (verb.length > 1 && gw_view_ends(verb, GW_VIEW("y"))
             && !memchr("aeiou", verb.data[verb.length - 2], 5)) {
    ending = "ies";
    verb.length--;
  }
  const GwView label = gw_view_format(arena, "%.*s%s%.*s", GW_PRINT(verb), ending,
                                      GW_PRINT(rest));
  return label.data ? label : phrase;
}

GwRelation gw_lexicon_make(GwArena *arena, GwView phrase)
{
  return (GwRelation){.name = made_name(arena, phrase), .label = third_person(arena, phrase),
                      .kind = GW_RELATION_ACTION};
}

GwRelation gw_lexicon_map(const GwLexicon *lexicon, GwArena *arena, const char *class_name,
                          GwView phrase, bool *inverted)
{
  GwView name = gw_lexicon_value(lexicon, class_name, phrase);
  *inverted = gw_view_starts(name, GW_VIEW("-"));
  name = gw_view_slice(name, *inverted ? 1 : 0, name.length);
  const GwRelation *known = name.length ? gw_lexicon_relation(lexicon, name) : NULL;
  return known ? *known : gw_lexicon_make(arena, phrase);
}

GwModality gw_modality_read(GwView name)
{
  static const struct {
    const char *name;
    GwModality modality;
  } names[] = {{"possible", GW_POSSIBLE}, {"necessary", GW_NECESSARY}, {"intended", GW_INTENDED},
               {"conditional", GW_CONDITIONAL}, {"questioned", GW_QUESTIONED}};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    if (gw_view_is(name, names[i].name)) {
      return names[i].modality;
    }
  }
  return GW_ACTUAL;
}
