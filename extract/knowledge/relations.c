#include "extract/knowledge/relations.h"

#include "base/buffer.h"
#include "base/file.h"
#include "base/map.h"
#include "base/utf8.h"

#include <string.h>

enum { TABLE_LIMIT = 8 * 1000 * 1000, KEY_BYTES = 160 };

struct GwLexicon {
  GwRelation *relations;
  size_t relation_count, relation_capacity;
  GwView *values;
  size_t value_count, value_capacity;
  GwMap by_name; ///< relations by name
  GwMap by_key;  ///< values by "key TAB class"
};

/* A table being read: hands out its lines as fields. */
typedef struct {
  GwArena *arena;
  const char *path;
  GwView rest;
  size_t line;
} Table;

static GwStatus open_table(GwArena *arena, const char *name, Table *table, GwError *error)
{
  GwView header;
  *table = (Table){.arena = arena, .line = 1};
  GW_TRY(gw_file_data(arena, name, &table->path, error));
  GW_TRY(gw_file_read(arena, table->path, TABLE_LIMIT, &table->rest, error));
  gw_view_next(&table->rest, '\n', &header);
  return GW_OK;
}

/* The next line's fields; `*more` is false at the end. */
static GwStatus read_line(Table *table, GwView *fields, size_t count, bool *more, GwError *error)
{
  GwView line;
  *more = gw_view_next(&table->rest, '\n', &line);
  table->line++;
  for (size_t i = 0; *more && i < count; i++) {
    fields[i] = GW_VIEW("");
    const bool last = i + 1 == count;
    if (!gw_view_next(&line, '\t', &fields[i]) && !last) {
      return gw_fail(error, GW_ERR_INPUT, "%s:%zu: fewer than %zu fields; separate them by tabs",
                     table->path, table->line, count);
    }
  }
  return GW_OK;
}

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

static GwStatus read_relations(GwLexicon *lexicon, Table *table, GwError *error)
{
  GwView f[5];
  bool more = true;
  GW_TRY(read_line(table, f, 5, &more, error));
  for (; more; ) {
    GwRelation relation = {.name = f[0], .label = f[1], .mapped = true};
    if (!read_kind(f[2], &relation.kind)) {
      return gw_fail(error, GW_ERR_INPUT, "%s:%zu: unknown kind \"%.*s\"; use action, cause, "
                     "prevent, speech or attribute", table->path, table->line, GW_PRINT(f[2]));
    }
    lexicon->relations = gw_arena_grow(table->arena, lexicon->relations, lexicon->relation_count,
                                       &lexicon->relation_capacity, sizeof relation);
    if (!lexicon->relations || !gw_map_set(&lexicon->by_name, f[0], lexicon->relation_count)) {
      return gw_fail_memory(error);
    }
    lexicon->relations[lexicon->relation_count++] = relation;
    GW_TRY(read_line(table, f, 5, &more, error));
  }
  return GW_OK;
}

static GwStatus check_value(const GwLexicon *lexicon, const Table *table, const GwView f[3],
                            GwError *error)
{
  const bool inverse = gw_view_starts(f[2], GW_VIEW("-"));
  const GwView name = gw_view_slice(f[2], inverse ? 1 : 0, f[2].length);
  if ((gw_view_is(f[1], "relation") || gw_view_is(f[1], "speech") || gw_view_is(f[1], "cause"))
      && !gw_lexicon_relation(lexicon, name)) {
    return gw_fail(error, GW_ERR_INPUT, "%s:%zu: relation \"%.*s\" is not in relations.tsv; add it "
                   "there", table->path, table->line, GW_PRINT(name));
  }
  return GW_OK;
}

static GwStatus read_words(GwLexicon *lexicon, Table *table, GwError *error)
{
  GwView f[3];
  bool more = true;
  GW_TRY(read_line(table, f, 3, &more, error));
  for (; more; ) {
    GW_TRY(check_value(lexicon, table, f, error));
    const GwView key = {f[0].data, f[0].length + 1 + f[1].length};
    lexicon->values = gw_arena_grow(table->arena, lexicon->values, lexicon->value_count,
                                    &lexicon->value_capacity, sizeof *lexicon->values);
    if (!lexicon->values || !gw_map_set(&lexicon->by_key, key, lexicon->value_count)) {
      return gw_fail_memory(error);
    }
    lexicon->values[lexicon->value_count++] = f[2];
    GW_TRY(read_line(table, f, 3, &more, error));
  }
  return GW_OK;
}

GwStatus gw_lexicon_open(GwArena *arena, GwLexicon **lexicon, GwError *error)
{
  Table table;
  GwLexicon *l = GW_NEW(arena, 1, GwLexicon);
  if (!l) {
    return gw_fail_memory(error);
  }
  l->by_name = gw_map_new(arena);
  l->by_key = gw_map_new(arena);
  GW_TRY(open_table(arena, "ontology/relations.tsv", &table, error));
  GW_TRY(read_relations(l, &table, error));
  GW_TRY(open_table(arena, "ontology/lexicon.tsv", &table, error));
  GW_TRY(read_words(l, &table, error));
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

GwRelation gw_lexicon_map(const GwLexicon *lexicon, GwArena *arena, GwView phrase, bool *inverted)
{
  GwView name = gw_lexicon_value(lexicon, "relation", phrase);
  *inverted = gw_view_starts(name, GW_VIEW("-"));
  name = gw_view_slice(name, *inverted ? 1 : 0, name.length);
  const GwRelation *known = name.length ? gw_lexicon_relation(lexicon, name) : NULL;
  if (known) {
    return *known;
  }
  return (GwRelation){.name = made_name(arena, phrase), .label = phrase,
                      .kind = GW_RELATION_ACTION};
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
