/** @file mapping_rows.h
 * The lines of a mapping, and the IRIs that its names stand for.
 */
#ifndef GW_ONTOLOGY_MAPPING_ROWS_H
#define GW_ONTOLOGY_MAPPING_ROWS_H

#include "base/map.h"
#include "base/status.h"

typedef struct {
  size_t line; ///< from 1
  GwView key, class_name, value;
} GwMappingRow;

typedef struct {
  GwArena *arena;
  const char *path;
  GwMappingRow *rows; ///< without those that declare prefixes
  size_t count, capacity;
  GwView *spaces;     ///< namespaces of the prefixes
  size_t space_count, space_capacity;
  GwMap by_prefix;    ///< number of a prefix's namespace, by the prefix without its colon
  GwMap by_key;       ///< line of "key TAB class"
} GwMappingRows;

/** Read the lines of a file. GW_ERR_INPUT for one that has not three fields, that says again what
 * another says, or whose prefix is none. */
GwStatus gw_mapping_rows_read(GwArena *arena, const char *path, GwMappingRows *rows,
                              GwError *error);

/** Fail with GW_ERR_INPUT for a line: path, line, what is wrong and what to write instead. */
GwStatus gw_mapping_fail(const GwMappingRows *rows, size_t line, GwError *error,
                         const char *format, ...) __attribute__((format(printf, 4, 5)));

/** The absolute IRI of a name with a prefix ("ex:phasesOut") or in angle brackets, in `line`. */
GwStatus gw_mapping_iri(const GwMappingRows *rows, size_t line, GwView name, GwView *iri,
                        GwError *error);

/** Whether a name is of that form, and no name of the vocabulary. */
bool gw_mapping_is_own(GwView name);

#endif
