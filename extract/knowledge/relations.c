#include "extract/knowledge/relations.h"

#include "base/buffer.h"
#include "base/map.h"
#include "base/utf8.h"
#include "extract/knowledge/table.h"

#include <string.h>

enum { KEY_BYTES = 160 };

struct GwLexicon {
  GwRelation *relations;
  size_t relation_count, relation_capacity;
  GwView *values;
  size_t value_count, value_capacity;
  GwMap by_name; ///< relations by name
  GwMap by_key;  ///< values by "key TAB class"
};

static bool read_kind(GwView text, GwRelationKind *kind)
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

static GwStatus read_relation(GwLexicon *lexicon, GwArena *arena, const GwTable *table,
                              GwError *error)
{
  const GwView *f = table->fields;
  GwRelation relation = {.name = f[0], .label = f[1], .mapped = true};
  if (!read_kind(f[2], &relation.kind)) {
    return gw_table_fail(table, error, "unknown kind of relation: use action, cause, prevent, "
                         "speech or attribute");
  }
  lexicon->relations = gw_arena_grow(arena, lexicon->relations, lexicon->relation_count,
                                     &lexicon->relation_capacity, sizeof relation);
  if (!lexicon->relations || !gw_map_set(&lexicon->by_name, f[0], lexicon->relation_count)) {
    return gw_fail_memory(error);
  }
  lexicon->relations[lexicon->relation_count++] = relation;
  return GW_OK;
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

static GwStatus read_word(GwLexicon *lexicon, GwArena *arena, const GwTable *table,
                          GwError *error)
{
  const GwView *f = table->fields;
  const GwView key = {f[0].data, f[0].length + 1 + f[1].length};   /* "key TAB class" */
  const GwView name = gw_view_slice(f[2], gw_view_starts(f[2], GW_VIEW("-")) ? 1 : 0, f[2].length);
  if (names_relation(f[1]) && !gw_lexicon_relation(lexicon, name)) {
    return gw_table_fail(table, error, "its relation is not in relations.tsv: add it there");
  }
  lexicon->values = gw_arena_grow(arena, lexicon->values, lexicon->value_count,
                                  &lexicon->value_capacity, sizeof *lexicon->values);
  if (!lexicon->values || !gw_map_set(&lexicon->by_key, key, lexicon->value_count)) {
    return gw_fail_memory(error);
  }
  lexicon->values[lexicon->value_count++] = f[2];
  return GW_OK;
}

/* Read a table whose first line is a header; it stays mapped, since the lexicon points into it. */
static GwStatus read_table(GwLexicon *lexicon, GwArena *arena, const char *name, size_t width,
                           GwStatus (*read)(GwLexicon *, GwArena *, const GwTable *, GwError *),
                           GwError *error)
{
  GwTable table;
  bool more = true;
  GW_TRY(gw_table_open(arena, name, width, &table, error));
  for (bool header = true; more; header = false) {
    GW_TRY(gw_table_next(&table, &more, error));
    if (more && !header) {
      GW_TRY(read(lexicon, arena, &table, error));
    }
  }
  return GW_OK;
}

GwStatus gw_lexicon_open(GwArena *arena, GwLexicon **lexicon, GwError *error)
{
  GwLexicon *l = GW_NEW(arena, 1, GwLexicon);
  if (!l) {
    return gw_fail_memory(error);
  }
  l->by_name = gw_map_new(arena);
  l->by_key = gw_map_new(arena);
  GW_TRY(read_table(l, arena, "ontology/relations.tsv", 6, read_relation, error));
  GW_TRY(read_table(l, arena, "ontology/lexicon.tsv", 3, read_word, error));
  GW_TRY(read_table(l, arena, "ontology/gazetteers/nominalizations.tsv", 3, read_word, error));
  GW_TRY(read_table(l, arena, "ontology/quantities.tsv", 3, read_word, error));
  *lexicon = l;
  return GW_OK;
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
  const size_t found = gw_map_get(&lexicon->by_key, (GwView){joined, key.length + 1 + n});
  return found == GW_MAP_ABSENT ? GW_VIEW("") : lexicon->values[found];
}

const GwRelation *gw_lexicon_relation(const GwLexicon *lexicon, GwView name)
{
  const size_t found = gw_map_get(&lexicon->by_name, name);
  return found == GW_MAP_ABSENT ? NULL : &lexicon->relations[found];
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
