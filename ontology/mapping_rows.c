#include "ontology/mapping_rows.h"

#include "base/file.h"
#include "base/utf8.h"
#include "ontology/iri.h"
#include "ontology/vocabulary.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#define MAPPING_LIMIT ((size_t)16 << 20)

GwStatus gw_mapping_fail(const GwMappingRows *rows, size_t line, GwError *error,
                         const char *format, ...)
{
  char what[700];
  va_list arguments;
  va_start(arguments, format);
  vsnprintf(what, sizeof what, format, arguments);
  va_end(arguments);
  return gw_fail(error, GW_ERR_INPUT, "%s:%zu: %s", rows->path, line, what);
}

bool gw_mapping_is_own(GwView name)
{
  return gw_view_starts(name, GW_VIEW("<")) || gw_view_find(name, GW_VIEW(":"), 0) < name.length;
}

/* The namespace of a prefix: of the file's own, or a well-known one; empty for none. */
static GwView space_of(const GwMappingRows *rows, GwView prefix)
{
  const size_t found = gw_map_get(&rows->by_prefix, prefix);
  if (found != GW_MAP_ABSENT) {
    return rows->spaces[found];
  }
  static const GwPrefix others[] = {
    {"ceo", "http://www.newsreader-project.eu/domain-ontology#"},
    {"foaf", "http://xmlns.com/foaf/0.1/"},
    {"org", "http://www.w3.org/ns/org#"},
    {"sem", "http://semanticweb.cs.vu.nl/2009/11/sem/"},
  };
  for (size_t i = 0; i < gw_prefix_count; i++) {
    if (gw_view_is(prefix, gw_prefixes[i].name)) {
      return gw_view(gw_prefixes[i].value);
    }
  }
  for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
    if (gw_view_is(prefix, others[i].name)) {
      return gw_view(others[i].value);
    }
  }
  return GW_VIEW("");
}

GwStatus gw_mapping_iri(const GwMappingRows *rows, size_t line, GwView name, GwView *iri,
                        GwError *error)
{
  if (gw_view_starts(name, GW_VIEW("<")) && gw_view_ends(name, GW_VIEW(">"))) {
    *iri = gw_view_slice(name, 1, name.length - 1);
  } else {
    const size_t colon = gw_view_find(name, GW_VIEW(":"), 0);
    const GwView prefix = gw_view_slice(name, 0, colon), space = space_of(rows, prefix);
    if (colon == name.length || space.length == 0) {
      return gw_mapping_fail(rows, line, error, "'%.*s' has no prefix that is known: declare it "
                             "with a line such as 'ex:', 'prefix', 'https://example.org/ns#' "
                             "(separated by tabs)", GW_PRINT(name));
    }
    *iri = gw_view_format(rows->arena, "%.*s%.*s", GW_PRINT(space),
                          GW_PRINT(gw_view_slice(name, colon + 1, name.length)));
    if (!iri->data) {
      return gw_fail_memory(error);
    }
  }
  return gw_iri_is_valid(*iri) ? GW_OK
         : gw_mapping_fail(rows, line, error, "'%.*s' stands for '%.*s', which is no absolute IRI",
                           GW_PRINT(name), GW_PRINT(*iri));
}

static GwStatus add_prefix(GwMappingRows *rows, const GwMappingRow *row, GwError *error)
{
  const size_t end = gw_view_ends(row->key, GW_VIEW(":")) ? row->key.length - 1 : row->key.length;
  const GwView name = gw_view_slice(row->key, 0, end), known = space_of(rows, name);
  const bool closed = gw_view_ends(row->value, GW_VIEW("#"))
                      || gw_view_ends(row->value, GW_VIEW("/"));
  if (!gw_iri_is_valid(row->value) || !closed) {
    return gw_mapping_fail(rows, row->line, error, "the namespace of '%.*s' is to be an absolute "
                           "IRI that ends in '#' or '/', such as https://example.org/ns#",
                           GW_PRINT(row->key));
  }
  if (known.length && !gw_view_equal(known, row->value)) {
    return gw_mapping_fail(rows, row->line, error, "the prefix '%.*s' stands for <%.*s>: choose "
                           "another one", GW_PRINT(name), GW_PRINT(known));
  }
  rows->spaces = gw_arena_grow(rows->arena, rows->spaces, rows->space_count,
                               &rows->space_capacity, sizeof *rows->spaces);
  if (!rows->spaces || !gw_map_set(&rows->by_prefix, name, rows->space_count)) {
    return gw_fail_memory(error);
  }
  rows->spaces[rows->space_count++] = row->value;
  return GW_OK;
}

/* Only alignments may be given in several lines. */
static GwStatus check_once(GwMappingRows *rows, const GwMappingRow *row, GwError *error)
{
  const GwView key = gw_view_format(rows->arena, "%.*s\t%.*s", GW_PRINT(row->key),
                                    GW_PRINT(row->class_name));
  const size_t before = key.data ? gw_map_get(&rows->by_key, key) : GW_MAP_ABSENT;
  if (before != GW_MAP_ABSENT && !gw_view_is(row->class_name, "alignment")) {
    return gw_mapping_fail(rows, row->line, error, "line %zu gives '%.*s' as %.*s already: leave "
                           "one of the two", before, GW_PRINT(row->key),
                           GW_PRINT(row->class_name));
  }
  return key.data && gw_map_set(&rows->by_key, key, row->line) ? GW_OK : gw_fail_memory(error);
}

static GwStatus add_row(GwMappingRows *rows, const GwMappingRow *row, GwError *error)
{
  GW_TRY(check_once(rows, row, error));
  if (gw_view_is(row->class_name, "prefix")) {
    return add_prefix(rows, row, error);
  }
  rows->rows = gw_arena_grow(rows->arena, rows->rows, rows->count, &rows->capacity,
                             sizeof *rows->rows);
  if (!rows->rows) {
    return gw_fail_memory(error);
  }
  rows->rows[rows->count++] = *row;
  return GW_OK;
}

/* A spreadsheet may leave empty fields behind, and spaces around what was typed. */
static GwStatus read_line(GwMappingRows *rows, size_t line, GwView text, GwError *error)
{
  GwView fields[3] = {GW_VIEW(""), GW_VIEW(""), GW_VIEW("")}, field;
  size_t count = 0;
  for (GwView rest = text; gw_view_next(&rest, '\t', &field); count++) {
    field = gw_view_trim(field);
    if (count < 3) {
      fields[count] = field;
    } else if (field.length) {
      return gw_mapping_fail(rows, line, error, "four fields or more: a line has key, class and "
                             "value");
    }
  }
  if (!fields[0].length || !fields[1].length || !fields[2].length) {
    return gw_mapping_fail(rows, line, error, "a line has key, class and value, separated by tabs "
                           "(not spaces); '-' as value takes a word away");
  }
  const GwMappingRow row = {line, fields[0], fields[1], fields[2]};
  const bool header = gw_view_is(row.key, "key") && gw_view_is(row.class_name, "class");
  return header ? GW_OK : add_row(rows, &row, error);
}

GwStatus gw_mapping_rows_read(GwArena *arena, const char *path, GwMappingRows *rows,
                              GwError *error)
{
  GwView text, line;
  *rows = (GwMappingRows){.arena = arena, .path = path, .by_prefix = gw_map_new(arena),
                          .by_key = gw_map_new(arena)};
  GW_TRY(gw_file_read(arena, path, MAPPING_LIMIT, &text, error));
  if (gw_view_starts(text, GW_VIEW("\xEF\xBB\xBF"))) {
    text = gw_view_slice(text, 3, text.length);
  }
  for (size_t number = 1; gw_view_next(&text, '\n', &line); number++) {
    if (gw_utf8_invalid_at(line) < line.length || memchr(line.data, '\0', line.length)) {
      return gw_mapping_fail(rows, number, error, "not UTF-8 text: save the table as UTF-8");
    }
    const GwView trimmed = gw_view_trim(line);
    if (trimmed.length && !gw_view_starts(trimmed, GW_VIEW("#"))) {
      GW_TRY(read_line(rows, number, line, error));
    }
  }
  return GW_OK;
}
