#include "extract/knowledge/gazetteer.h"

#include "extract/knowledge/table.h"

#include <stdint.h>
#include <string.h>
#include <utf8proc.h>

#define NAME_CHARACTERS 256 ///< longer names are in no table

enum { ENTITIES, NAMES, DEMONYMS, SEATS, NOUNS, GIVEN_NAMES, TABLE_COUNT };

/* First fields of a table's rows, in byte order; what belongs to them lies in parallel arrays. */
typedef struct {
  GwView *items;
  size_t count, capacity;
} Keys;

typedef struct {
  uint32_t number; ///< of the Wikidata id
  uint32_t row;    ///< of the entity, from 1; 0 in a free slot
} Slot;

struct GwGazetteer {
  GwTable tables[TABLE_COUNT];
  GwKnownEntity *entities;
  Slot *slots; ///< open addressing from numbers to entities; a power of two
  size_t slot_count;
  Keys names, demonyms, seats, nouns, given_names;
  GwCandidate *candidates; ///< one a row of names; rows of a name best prior first
  const GwKnownEntity **demonym_countries, **seat_countries;
  GwEntityType *noun_types;
  bool *feminine; ///< one a given name
};

/* Types as the tables call them. */
static bool type_of(GwView name, GwEntityType *type)
{
  static const struct {
    const char *name;
    GwEntityType type;
  } types[] = {
    {"Organization", GW_ORGANIZATION}, {"University", GW_UNIVERSITY}, {"Person", GW_PERSON},
    {"Company", GW_COMPANY}, {"PoliticalParty", GW_PARTY}, {"Thing", GW_THING},
    {"Condition", GW_CONDITION}, {"Role", GW_ROLE}, {"Activity", GW_ACTIVITY},
    {"Abstract", GW_CONCEPT}, {"Place", GW_PLACE}, {"Work", GW_WORK},
    {"Quantity", GW_QUANTITY}, {"Event", GW_EVENT}, {"Group", GW_GROUP}, {"Time", GW_TIME},
    {"Government", GW_GOVERNMENT}, {"Policy", GW_POLICY}, {"Law", GW_LAW},
    {"Country", GW_COUNTRY}, {"City", GW_CITY},
    {"InternationalOrganization", GW_INTERNATIONAL_ORGANIZATION}};
  for (size_t i = 0; i < sizeof types / sizeof types[0]; i++) {
    if (gw_view_is(name, types[i].name)) {
      *type = types[i].type;
      return true;
    }
  }
  return false;
}

/* A decimal number below a thousand million, or 0. */
static uint32_t number_of(GwView digits)
{
  uint32_t number = 0;
  for (size_t i = 0; i < digits.length; i++) {
    const unsigned digit = (unsigned)(unsigned char)digits.data[i] - '0';
    if (digit > 9 || i >= 9) {
      return 0;
    }
    number = 10 * number + digit;
  }
  return number;
}

static uint32_t qid_number(GwView qid)
{
  return qid.length > 1 && qid.data[0] == 'Q' ? number_of(gw_view_slice(qid, 1, qid.length)) : 0;
}

/* The slot of a number, or the free one where it belongs. */
static Slot *slot_of(const GwGazetteer *gazetteer, uint32_t number)
{
  const size_t mask = gazetteer->slot_count - 1;
  size_t at = (number * (size_t)0x9E3779B1u >> 8) & mask; /* Knuth's multiplicative hash */
  while (gazetteer->slots[at].row && gazetteer->slots[at].number != number) {
    at = (at + 1) & mask;
  }
  return &gazetteer->slots[at];
}

const GwKnownEntity *gw_gazetteer_entity(const GwGazetteer *gazetteer, GwView qid)
{
  const uint32_t number = qid_number(qid);
  const uint32_t row = number ? slot_of(gazetteer, number)->row : 0;
  return row ? &gazetteer->entities[row - 1] : NULL;
}

static GwStatus read_entities(GwArena *arena, GwGazetteer *gazetteer, GwError *error)
{
  GwTable *table = &gazetteer->tables[ENTITIES];
  bool more = false;
  GW_TRY(gw_table_next(table, &more, error));
  if (!more || !gw_view_is(table->fields[0], "qid")) {
    return gw_table_fail(table, error, "no header line");
  }
  const size_t rows = gw_table_rows(table);
  for (gazetteer->slot_count = 64; gazetteer->slot_count < 2 * rows;) {
    gazetteer->slot_count *= 2;
  }
  gazetteer->entities = GW_NEW(arena, rows, GwKnownEntity);
  gazetteer->slots = GW_NEW(arena, gazetteer->slot_count, Slot);
  if (!gazetteer->entities || !gazetteer->slots) {
    return gw_fail_memory(error);
  }
  for (uint32_t row = 0;; row++) {
    GW_TRY(gw_table_next(table, &more, error));
    if (!more) {
      return GW_OK;
    }
    const GwView *f = table->fields;
    GwKnownEntity *entity = &gazetteer->entities[row];
    *entity = (GwKnownEntity){.qid = f[0], .label = f[2], .country = f[3], .description = f[4]};
    const uint32_t number = qid_number(f[0]);
    if (!number || !type_of(f[1], &entity->type)) {
      return gw_table_fail(table, error, number ? "unknown type" : "not a Wikidata id");
    }
    Slot *slot = slot_of(gazetteer, number);
    if (slot->row) {
      return gw_table_fail(table, error, "Wikidata id for the second time");
    }
    *slot = (Slot){number, row + 1};
  }
}

static GwStatus keys_new(GwArena *arena, const GwTable *table, Keys *keys, GwError *error)
{
  const size_t rows = gw_table_rows(table);
  *keys = (Keys){GW_NEW(arena, rows, GwView), 0, rows};
  return keys->items ? GW_OK : gw_fail_memory(error);
}

/* Read a row and append its first field to the keys, which must stay in order. */
static GwStatus next_key(GwTable *table, Keys *keys, bool *more, GwError *error)
{
  GW_TRY(gw_table_next(table, more, error));
  if (!*more) {
    return GW_OK;
  }
  const GwView key = table->fields[0];
  if (keys->count && gw_view_compare(keys->items[keys->count - 1], key) > 0) {
    return gw_table_fail(table, error, "not in byte order (LC_ALL=C sort)");
  }
  keys->items[keys->count++] = key;
  return GW_OK;
}

/* Position of the first of the keys that is not before `key`; found says if it is equal. */
static size_t find_key(const Keys *keys, GwView key, bool *found)
{
  size_t low = 0, high = keys->count;
  while (low < high) {
    const size_t middle = low + (high - low) / 2;
    if (gw_view_compare(keys->items[middle], key) < 0) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  *found = low < keys->count && gw_view_equal(keys->items[low], key);
  return low;
}

/* Move the candidate at `last` before those of the same name whose prior is less. */
static void sort_in(const Keys *names, GwCandidate *candidates, size_t last)
{
  const GwCandidate candidate = candidates[last];
  size_t at = last;
  for (; at > 0 && candidates[at - 1].prior < candidate.prior
         && gw_view_equal(names->items[at - 1], names->items[last]); at--) {
    candidates[at] = candidates[at - 1];
  }
  candidates[at] = candidate;
}

static GwStatus read_names(GwArena *arena, GwGazetteer *gazetteer, GwError *error)
{
  GwTable *table = &gazetteer->tables[NAMES];
  Keys *names = &gazetteer->names;
  GW_TRY(keys_new(arena, table, names, error));
  gazetteer->candidates = GW_NEW(arena, names->capacity, GwCandidate);
  if (!gazetteer->candidates) {
    return gw_fail_memory(error);
  }
  for (bool more = true;;) {
    GW_TRY(next_key(table, names, &more, error));
    if (!more) {
      return GW_OK;
    }
    const GwKnownEntity *entity = gw_gazetteer_entity(gazetteer, table->fields[1]);
    const unsigned prior = number_of(table->fields[2]);
    if (!entity || prior < 1 || prior > 100) {
      return gw_table_fail(table, error, entity ? "prior is no number from 1 to 100"
                                                : "entity is not in entities.tsv");
    }
    gazetteer->candidates[names->count - 1] = (GwCandidate){entity, prior};
    sort_in(names, gazetteer->candidates, names->count - 1);
  }
}

/* A table from words to entities: demonyms, seats. */
static GwStatus read_words(GwArena *arena, const GwGazetteer *gazetteer, GwTable *table,
                           Keys *words, const GwKnownEntity ***countries, GwError *error)
{
  GW_TRY(keys_new(arena, table, words, error));
  *countries = GW_NEW(arena, words->capacity, const GwKnownEntity *);
  if (!*countries) {
    return gw_fail_memory(error);
  }
  for (bool more = true;;) {
    GW_TRY(next_key(table, words, &more, error));
    if (!more) {
      return GW_OK;
    }
    const GwKnownEntity *country = gw_gazetteer_entity(gazetteer, table->fields[1]);
    if (!country) {
      return gw_table_fail(table, error, "country is not in entities.tsv");
    }
    (*countries)[words->count - 1] = country;
  }
}

static GwStatus read_demonyms(GwArena *arena, GwGazetteer *gazetteer, GwError *error)
{
  return read_words(arena, gazetteer, &gazetteer->tables[DEMONYMS], &gazetteer->demonyms,
                    &gazetteer->demonym_countries, error);
}

static GwStatus read_seats(GwArena *arena, GwGazetteer *gazetteer, GwError *error)
{
  return read_words(arena, gazetteer, &gazetteer->tables[SEATS], &gazetteer->seats,
                    &gazetteer->seat_countries, error);
}

static GwStatus read_nouns(GwArena *arena, GwGazetteer *gazetteer, GwError *error)
{
  GwTable *table = &gazetteer->tables[NOUNS];
  Keys *nouns = &gazetteer->nouns;
  GW_TRY(keys_new(arena, table, nouns, error));
  gazetteer->noun_types = GW_NEW(arena, nouns->capacity, GwEntityType);
  if (!gazetteer->noun_types) {
    return gw_fail_memory(error);
  }
  for (bool more = true;;) {
    GW_TRY(next_key(table, nouns, &more, error));
    if (!more) {
      return GW_OK;
    }
    if (!type_of(table->fields[1], &gazetteer->noun_types[nouns->count - 1])) {
      return gw_table_fail(table, error, "unknown type");
    }
  }
}

static GwStatus read_given_names(GwArena *arena, GwGazetteer *gazetteer, GwError *error)
{
  GwTable *table = &gazetteer->tables[GIVEN_NAMES];
  Keys *names = &gazetteer->given_names;
  GW_TRY(keys_new(arena, table, names, error));
  gazetteer->feminine = GW_NEW(arena, names->capacity, bool);
  if (!gazetteer->feminine) {
    return gw_fail_memory(error);
  }
  for (bool more = true;;) {
    GW_TRY(next_key(table, names, &more, error));
    if (!more) {
      return GW_OK;
    }
    const bool feminine = gw_view_is(table->fields[1], "feminine");
    if (!feminine && !gw_view_is(table->fields[1], "masculine")) {
      return gw_table_fail(table, error, "neither masculine nor feminine");
    }
    gazetteer->feminine[names->count - 1] = feminine;
  }
}

GwStatus gw_gazetteer_open(GwArena *arena, GwGazetteer **gazetteer, GwError *error)
{
  static const struct {
    const char *name;
    size_t width;
    GwStatus (*read)(GwArena *, GwGazetteer *, GwError *);
  } tables[TABLE_COUNT] = {
    [ENTITIES] = {"ontology/gazetteers/entities.tsv", 5, read_entities},
    [NAMES] = {"ontology/gazetteers/names.tsv", 3, read_names},
    [DEMONYMS] = {"ontology/gazetteers/demonyms.tsv", 3, read_demonyms},
    [SEATS] = {"ontology/gazetteers/capitals.tsv", 3, read_seats},
    [NOUNS] = {"ontology/gazetteers/nouns.tsv", 3, read_nouns},
    [GIVEN_NAMES] = {"ontology/gazetteers/given-names.tsv", 2, read_given_names}};
  GwGazetteer *made = GW_NEW(arena, 1, GwGazetteer);
  GwStatus status = made ? GW_OK : gw_fail_memory(error);
  for (size_t i = 0; !status && i < TABLE_COUNT; i++) {
    status = gw_table_open(arena, tables[i].name, tables[i].width, &made->tables[i], error);
    if (!status) {
      status = tables[i].read(arena, made, error);
    }
  }
  for (size_t i = 0; made && status && i < TABLE_COUNT; i++) {
    gw_table_close(&made->tables[i]);
  }
  *gazetteer = status ? NULL : made;
  return status;
}

/* Character as the tables write it, or 0 for one that they leave out. */
static utf8proc_int32_t folded(utf8proc_int32_t c)
{
  switch (c) {
  case 0x2018: case 0x2019: return '\'';
  case '_': case 0xA0: case '\t': case '\n': case '\r': return ' ';
  case 0x200B: case 0x200E: case 0x200F: case 0xAD: return 0;
  default: return c;
  }
}

/* `name` in the spelling of the tables; empty when it is too long for them or no UTF-8. */
static GwView fold(GwView name, char out[4 * NAME_CHARACTERS + 1])
{
  utf8proc_int32_t characters[NAME_CHARACTERS + 1];
  const utf8proc_option_t options = UTF8PROC_STABLE | UTF8PROC_COMPOSE;
  const utf8proc_ssize_t got = utf8proc_decompose(
    (const utf8proc_uint8_t *)name.data, (utf8proc_ssize_t)name.length, characters,
    NAME_CHARACTERS, options);
  utf8proc_ssize_t kept = 0;
  for (utf8proc_ssize_t i = 0; got <= NAME_CHARACTERS && i < got; i++) {
    const utf8proc_int32_t c = folded(characters[i]);
    if (c && (c != ' ' || (kept && characters[kept - 1] != ' '))) {
      characters[kept++] = c;
    }
  }
  kept -= kept && characters[kept - 1] == ' ';
  const utf8proc_ssize_t length = utf8proc_reencode(characters, kept, options);
  if (length <= 0) {
    return (GwView){out, 0};
  }
  memcpy(out, characters, (size_t)length);
  const GwView result = {out, (size_t)length};
  const bool article = gw_view_starts(result, GW_VIEW("The "))
                       || gw_view_starts(result, GW_VIEW("the "));
  return gw_view_slice(result, article ? 4 : 0, result.length);
}

const GwCandidate *gw_gazetteer_find(const GwGazetteer *gazetteer, GwView name, size_t *count)
{
  char space[4 * NAME_CHARACTERS + 1];
  const GwView key = fold(name, space);
  const Keys *names = &gazetteer->names;
  bool found = false;
  const size_t first = find_key(names, key, &found);
  size_t end = first;
  while (found && end < names->count && gw_view_equal(names->items[end], key)) {
    end++;
  }
  *count = end - first;
  return found ? &gazetteer->candidates[first] : NULL;
}

/* Singular of a people's name: "Spaniards", "Frenchmen". */
static GwView singular(GwView word, char out[4 * NAME_CHARACTERS + 1])
{
  if (gw_view_ends(word, GW_VIEW("men")) && word.length <= 4 * NAME_CHARACTERS) {
    memcpy(out, word.data, word.length);
    out[word.length - 2] = 'a';
    return (GwView){out, word.length};
  }
  return gw_view_slice(word, 0, word.length - gw_view_ends(word, GW_VIEW("s")));
}

const GwKnownEntity *gw_gazetteer_demonym(const GwGazetteer *gazetteer, GwView word)
{
  char space[4 * NAME_CHARACTERS + 1], again[4 * NAME_CHARACTERS + 1];
  const GwView key = fold(word, space);
  bool found = false;
  size_t at = find_key(&gazetteer->demonyms, key, &found);
  if (!found) {
    at = find_key(&gazetteer->demonyms, singular(key, again), &found);
  }
  return found ? gazetteer->demonym_countries[at] : NULL;
}

const GwKnownEntity *gw_gazetteer_seat(const GwGazetteer *gazetteer, GwView word)
{
  char space[4 * NAME_CHARACTERS + 1];
  bool found = false;
  const size_t at = find_key(&gazetteer->seats, fold(word, space), &found);
  return found ? gazetteer->seat_countries[at] : NULL;
}

bool gw_gazetteer_noun(const GwGazetteer *gazetteer, GwView lemma, GwEntityType *type)
{
  bool found = false;
  const size_t at = find_key(&gazetteer->nouns, lemma, &found);
  if (found) {
    *type = gazetteer->noun_types[at];
  }
  return found;
}

bool gw_gazetteer_given_name(const GwGazetteer *gazetteer, GwView lower, bool *feminine)
{
  bool found = false;
  const size_t at = find_key(&gazetteer->given_names, lower, &found);
  if (found) {
    *feminine = gazetteer->feminine[at];
  }
  return found;
}
