#include "export/merging.h"

#include "base/file.h"
#include "ontology/vocabulary.h"

#define TABLE "ontology/merging.tsv"
#define TABLE_BYTES ((size_t)1 << 20)
#define FIELDS 5
#define FACT_SHIFT 16 ///< a property's fact stands above its uses

typedef struct {
  GwMerging *table;
  const char *path;
  size_t line, count;
  GwView fields[FIELDS];
  GwError *error;
} Row;

static GwStatus bad(const Row *row, const char *what)
{
  return gw_fail(row->error, GW_ERR_INPUT, "%s:%zu: %s", row->path, row->line, what);
}

static GwStatus set(const Row *row, GwMap *map, GwView key, size_t value)
{
  return gw_map_set(map, key, value) ? GW_OK : gw_fail_memory(row->error);
}

static GwStatus push(const Row *row, GwView **items, size_t count, size_t *capacity, GwView item)
{
  GwView *grown = gw_arena_grow(row->table->arena, *items, count, capacity, sizeof **items);
  if (!grown) {
    return gw_fail_memory(row->error);
  }
  *items = grown;
  grown[count] = item;
  return GW_OK;
}

static GwStatus add_prefix(Row *row, GwView name, GwView value)
{
  GwMerging *t = row->table;
  GW_TRY(push(row, &t->namespaces, t->namespace_count, &t->namespace_capacity, value));
  return set(row, &t->prefixes, name, t->namespace_count++);
}

/* "schema:name" in full. */
static GwStatus expand(Row *row, GwView short_form, GwView *iri)
{
  const size_t colon = gw_view_find(short_form, GW_VIEW(":"), 0);
  const size_t found = gw_map_get(&row->table->prefixes, gw_view_slice(short_form, 0, colon));
  if (colon == short_form.length || found == GW_MAP_ABSENT) {
    return bad(row, "a name without a known prefix");
  }
  const GwView namespace = row->table->namespaces[found];
  const GwView local = gw_view_slice(short_form, colon + 1, short_form.length);
  *iri = gw_view_format(row->table->arena, "%.*s%.*s", GW_PRINT(namespace), GW_PRINT(local));
  return iri->data ? GW_OK : gw_fail_memory(row->error);
}

static GwStatus read_score(Row *row, GwView digits, unsigned *score)
{
  *score = 0;
  for (size_t i = 0; i < digits.length; i++) {
    if (digits.data[i] < '0' || digits.data[i] > '9' || *score > 100) {
      return bad(row, "a score is a number from 0 to 1000");
    }
    *score = 10 * *score + (unsigned)(digits.data[i] - '0');
  }
  return digits.length && *score <= 1000 ? GW_OK : bad(row, "a score is a number from 0 to 1000");
}

static GwStatus find_kind(Row *row, GwView name, size_t *kind)
{
  *kind = gw_map_get(&row->table->kind_names, name);
  return *kind == GW_MAP_ABSENT ? bad(row, "no such kind stands above") : GW_OK;
}

/* A kind goes with itself and with what stands above it. */
static GwStatus add_kind(Row *row, bool term, GwView parent, GwView one, GwView many)
{
  GwMerging *t = row->table;
  const size_t number = t->kind_count;
  if (number == GW_KINDS_MOST) {
    return bad(row, "too many kinds");
  }
  GwKind *kind = &t->kinds[number];
  *kind = (GwKind){.name = row->fields[1], .term = term};
  GW_TRY(read_score(row, one, &kind->one));
  GW_TRY(read_score(row, many, &kind->many));
  GW_TRY(set(row, &t->kind_names, kind->name, number));
  t->fits[number][number] = GW_FIT_SAME;
  t->kind_count++;
  if (!gw_view_is(parent, "-")) {
    size_t above;
    GW_TRY(find_kind(row, parent, &above));
    t->fits[number][above] = t->fits[above][number] = GW_FIT_KIND;
  }
  if (number > 0 && gw_view_is(t->kinds[0].name, "Any")) {
    t->fits[number][0] = t->fits[0][number] = GW_FIT_NEAR;
  }
  return GW_OK;
}

static GwStatus add_near(Row *row)
{
  size_t a, b;
  GW_TRY(find_kind(row, row->fields[1], &a));
  GW_TRY(find_kind(row, row->fields[2], &b));
  row->table->fits[a][b] = row->table->fits[b][a] = GW_FIT_NEAR;
  return GW_OK;
}

static GwStatus add_class(Row *row)
{
  size_t kind;
  GwView iri;
  GW_TRY(find_kind(row, row->fields[2], &kind));
  GW_TRY(expand(row, row->fields[1], &iri));
  return set(row, &row->table->classes, iri, kind);
}

static GwStatus add_use(Row *row, size_t use)
{
  GwView iri;
  GW_TRY(expand(row, row->fields[1], &iri));
  const size_t before = gw_map_get(&row->table->properties, iri);
  return set(row, &row->table->properties, iri, (before == GW_MAP_ABSENT ? 0 : before) | use);
}

static GwStatus add_single(Row *row)
{
  GwMerging *t = row->table;
  const bool veto = gw_view_is(row->fields[3], "veto");
  if (!veto && !gw_view_is(row->fields[3], "weak")) {
    return bad(row, "'veto' or 'weak' is missing");
  }
  size_t fact = gw_map_get(&t->facts, row->fields[2]);
  if (fact == GW_MAP_ABSENT) {
    fact = t->fact_count;
    GW_TRY(set(row, &t->facts, row->fields[2], fact));
    GW_TRY(push(row, &t->fact_names, t->fact_count++, &t->fact_capacity, row->fields[2]));
  }
  return add_use(row, GW_USE_SINGLE | (veto ? GW_USE_VETO : 0) | fact << FACT_SHIFT);
}

static GwStatus add_spelling(Row *row)
{
  GwMerging *t = row->table;
  GW_TRY(push(row, &t->spellings[0], t->spelling_count, &t->spelling_capacity[0],
              row->fields[1]));
  return push(row, &t->spellings[1], t->spelling_count++, &t->spelling_capacity[1],
              row->fields[2]);
}

typedef struct {
  const char *name;
  size_t fields; ///< with the name
  size_t value;
} RowKind;

static const RowKind uses[] = {
  {"type", 2, GW_USE_TYPE}, {"label", 2, GW_USE_LABEL}, {"alias", 2, GW_USE_ALIAS},
  {"same", 2, GW_USE_SAME}, {"close", 2, GW_USE_CLOSE},
  {"different", 2, GW_USE_CLOSE | GW_USE_DIFFERENT}, {"ignore", 2, GW_USE_IGNORE},
};

static GwStatus read_use(Row *row, bool *known)
{
  for (size_t i = 0; i < sizeof uses / sizeof *uses; i++) {
    if (gw_view_is(row->fields[0], uses[i].name) && row->count == uses[i].fields) {
      *known = true;
      return add_use(row, uses[i].value);
    }
  }
  return GW_OK;
}

static GwStatus read_row(Row *row)
{
  const GwView *f = row->fields;
  GwMerging *t = row->table;
  bool known = false;
  GW_TRY(read_use(row, &known));
  if (known) {
    return GW_OK;
  }
  if (gw_view_is(f[0], "kind") && row->count == 5) {
    return add_kind(row, false, f[2], f[3], f[4]);
  }
  if (gw_view_is(f[0], "term") && row->count == 4) {
    return add_kind(row, true, GW_VIEW("-"), f[2], f[3]);
  }
  if (gw_view_is(f[0], "single") && row->count == 4) {
    return add_single(row);
  }
  if (row->count == 3) {
    return gw_view_is(f[0], "class") ? add_class(row)
           : gw_view_is(f[0], "near") ? add_near(row)
           : gw_view_is(f[0], "prefix") ? add_prefix(row, f[1], f[2])
           : gw_view_is(f[0], "spelling") ? add_spelling(row) : bad(row, "no such line");
  }
  if (row->count == 2 && gw_view_is(f[0], "authority")) {
    return push(row, &t->authorities, t->authority_count++, &t->authority_capacity, f[1]);
  }
  if (row->count == 2 && gw_view_is(f[0], "suffix")) {
    return set(row, &t->words, f[1], GW_WORD_SUFFIX);
  }
  if (row->count == 2 && gw_view_is(f[0], "title")) {
    return set(row, &t->words, f[1], GW_WORD_TITLE);
  }
  return bad(row, "no such line");
}

static GwStatus read_rows(Row *row, GwView text)
{
  GwView line;
  while (gw_view_next(&text, '\n', &line)) {
    row->line++;
    row->count = 0;
    if (line.length == 0 || *line.data == '#') {
      continue;
    }
    while (row->count < FIELDS && gw_view_next(&line, '\t', &row->fields[row->count])) {
      row->count++;
    }
    GW_TRY(line.length ? bad(row, "too many fields") : read_row(row));
  }
  return GW_OK;
}

GwStatus gw_merging_read(GwArena *arena, GwMerging *table, GwError *error)
{
  Row row = {.table = table, .error = error};
  GwView text;
  *table = (GwMerging){.arena = arena, .prefixes = gw_map_new(arena),
                       .kind_names = gw_map_new(arena), .classes = gw_map_new(arena),
                       .properties = gw_map_new(arena), .facts = gw_map_new(arena),
                       .words = gw_map_new(arena)};
  for (size_t i = 0; i < gw_prefix_count; i++) {
    GW_TRY(add_prefix(&row, gw_view(gw_prefixes[i].name), gw_view(gw_prefixes[i].value)));
  }
  GW_TRY(gw_file_data(arena, TABLE, &row.path, error));
  GW_TRY(gw_file_read(arena, row.path, TABLE_BYTES, &text, error));
  return read_rows(&row, text);
}

unsigned gw_merging_uses(const GwMerging *table, GwView property, size_t *fact)
{
  const size_t found = gw_map_get(&table->properties, property);
  if (found == GW_MAP_ABSENT) {
    return 0;
  }
  *fact = found >> FACT_SHIFT;
  return (unsigned)(found & (((size_t)1 << FACT_SHIFT) - 1));
}

size_t gw_merging_kind(const GwMerging *table, GwView class)
{
  const size_t found = gw_map_get(&table->classes, class);
  return found == GW_MAP_ABSENT ? GW_NO_KIND : found;
}

size_t gw_merging_authority(const GwMerging *table, GwView iri)
{
  size_t i = 0;
  while (i < table->authority_count && !gw_view_starts(iri, table->authorities[i])) {
    i++;
  }
  return i;
}

GwView gw_merging_spell(const GwMerging *table, GwArena *arena, GwView iri)
{
  for (size_t i = 0; i < table->spelling_count; i++) {
    const GwView from = table->spellings[0][i];
    if (gw_view_starts(iri, from)) {
      return gw_view_format(arena, "%.*s%.*s", GW_PRINT(table->spellings[1][i]),
                            GW_PRINT(gw_view_slice(iri, from.length, iri.length)));
    }
  }
  return iri;
}

unsigned gw_merging_word(const GwMerging *table, GwView word)
{
  const size_t found = gw_map_get(&table->words, word);
  return found == GW_MAP_ABSENT ? 0 : (unsigned)found;
}
