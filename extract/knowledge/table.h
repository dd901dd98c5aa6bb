/** @file table.h
 * Tables of tab-separated fields, mapped into memory and read line by line: UTF-8, LF, no quoting.
 */
#ifndef GW_EXTRACT_KNOWLEDGE_TABLE_H
#define GW_EXTRACT_KNOWLEDGE_TABLE_H

#include "base/status.h"
#include "base/view.h"

#define GW_TABLE_FIELDS ((size_t)8) ///< at most

typedef struct {
  const char *path;
  size_t width;    ///< fields of every line
  GwView content;  ///< the mapped file: whatever was read points into it
  GwView rest;     ///< lines not read yet
  size_t line;     ///< number of the line read last, from 1
  GwView fields[GW_TABLE_FIELDS]; ///< of the line read last
} GwTable;

/** Map the data file `name` ("ontology/gazetteers/names.tsv"), whose lines have `width` fields.
 * It stays mapped until gw_table_close. The path is kept in `arena`. */
GwStatus gw_table_open(GwArena *arena, const char *name, size_t width, GwTable *table,
                       GwError *error);
void gw_table_close(GwTable *table);

/** Number of lines not read yet. */
size_t gw_table_rows(const GwTable *table);

/** Read the next line into table->fields; `more` is false after the last one. Fails with
 * GW_ERR_INPUT on a line with another number of fields or an empty first field. */
GwStatus gw_table_next(GwTable *table, bool *more, GwError *error);

/** Fail with GW_ERR_INPUT for the line read last: path, line, `what`, remedy. */
GwStatus gw_table_fail(const GwTable *table, GwError *error, const char *what);

#endif
