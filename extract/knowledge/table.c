#include "extract/knowledge/table.h"

#include "base/file.h"

#include <string.h>

GwStatus gw_table_open(GwArena *arena, const char *name, size_t width, GwTable *table,
                       GwError *error)
{
  *table = (GwTable){.path = name, .width = width};
  GW_TRY(gw_file_data(arena, name, &table->path, error));
  GW_TRY(gw_file_map(table->path, &table->content, error));
  table->rest = table->content;
  return GW_OK;
}

void gw_table_close(GwTable *table)
{
  gw_file_unmap(table->content);
  *table = (GwTable){.path = table->path};
}

size_t gw_table_rows(const GwTable *table)
{
  GwView rest = table->rest, line;
  size_t rows = 0;
  while (gw_view_next(&rest, '\n', &line)) {
    rows++;
  }
  return rows;
}

GwStatus gw_table_fail(const GwTable *table, GwError *error, const char *what)
{
  return gw_fail(error, GW_ERR_INPUT, "%s:%zu: %s; restore the file or rebuild it (README.md "
                 "beside it says how)", table->path, table->line, what);
}

GwStatus gw_table_next(GwTable *table, bool *more, GwError *error)
{
  GwView line;
  *more = gw_view_next(&table->rest, '\n', &line);
  if (!*more) {
    return GW_OK;
  }
  table->line++;
  const char *at = line.data, *const end = line.data + line.length;
  for (size_t i = 0; i < table->width; i++) {
    const bool last = i + 1 == table->width;
    const char *tab = memchr(at, '\t', (size_t)(end - at));
    if ((tab == NULL) != last) {
      return gw_table_fail(table, error, last ? "too many fields" : "too few fields");
    }
    table->fields[i] = (GwView){at, (size_t)((tab ? tab : end) - at)};
    at = tab ? tab + 1 : end;
  }
  return table->fields[0].length ? GW_OK : gw_table_fail(table, error, "empty first field");
}
