#include "export/query/solutions.h"

#include "export/query/profile.h"
#include "ontology/vocabulary.h"

#include <stdlib.h>
#include <string.h>

typedef struct {
  const GwPlan *plan;
  const GwTerm **cells;
} Row;

static int rank(const GwTerm *term)
{
  if (!term || term->kind == GW_TERM_IRI) {
    return term ? 1 : 0;
  }
  return gw_kind_of(term) & GW_KIND_NUMBERS ? 2 : 3;
}

static double number_of(const GwTerm *term)
{
  char text[64] = "";
  const size_t length = term->value.length < sizeof text ? term->value.length : sizeof text - 1;
  memcpy(text, term->value.data, length);
  return strtod(text, NULL);
}

int gw_solution_compare(const GwTerm *a, const GwTerm *b)
{
  const int left = rank(a), right = rank(b);
  if (left != right || left == 0) {
    return left - right;
  }
  if (left == 2) {
    const double x = number_of(a), y = number_of(b);
    if (x < y || x > y) {
      return x < y ? -1 : 1;
    }
  }
  return gw_term_compare(a, b);
}

static int compare_cells(const Row *a, const Row *b, bool shown)
{
  for (size_t i = 0; i < a->plan->column_count; i++) {
    const int c = a->plan->columns[i].shown == shown
                  ? gw_solution_compare(a->cells[i], b->cells[i]) : 0;
    if (c) {
      return c;
    }
  }
  return 0;
}

static int compare_rows(const void *left, const void *right)
{
  const Row *a = left, *b = right;
  for (size_t i = 0; i < a->plan->key_count; i++) {
    const GwSortKey key = a->plan->keys[i];
    const int c = gw_solution_compare(a->cells[key.column], b->cells[key.column]);
    if (c) {
      return key.descending ? -c : c;
    }
  }
  const int c = compare_cells(a, b, true);
  return c ? c : compare_cells(a, b, false);
}

/* Equal rows side by side, the first of them in the order asked for first. */
static int compare_doubles(const void *left, const void *right)
{
  const int c = compare_cells(left, right, true);
  return c ? c : compare_rows(left, right);
}

/* Rows with a cell for every column, also for those that Rasqal was not asked for. */
static GwStatus spread(GwArena *arena, const GwPlan *plan, const GwRows *from, Row **rows,
                       GwError *error)
{
  const size_t width = plan->column_count;
  const GwTerm **cells = GW_NEW(arena, from->count * width + 1, const GwTerm *);
  *rows = GW_NEW(arena, from->count + 1, Row);
  if (!cells || !*rows) {
    return gw_fail_memory(error);
  }
  for (size_t r = 0; r < from->count; r++) {
    size_t given = 0;
    (*rows)[r] = (Row){plan, cells + r * width};
    for (size_t c = 0; c < width; c++) {
      if (plan->columns[c].asked) {
        cells[r * width + c] = from->cells[r * from->width + given++];
      }
    }
  }
  return GW_OK;
}

static size_t drop_doubles(Row *rows, size_t count)
{
  size_t kept = 0;
  if (count) {
    qsort(rows, count, sizeof *rows, compare_doubles);
  }
  for (size_t i = 0; i < count; i++) {
    if (kept == 0 || compare_cells(&rows[kept - 1], &rows[i], true) != 0) {
      rows[kept++] = rows[i];
    }
  }
  return kept;
}

static GwStatus gather(GwArena *arena, const GwPlan *plan, const Row *rows, size_t count,
                       GwRows *into, GwError *error)
{
  const size_t width = plan->column_count;
  into->cells = GW_NEW(arena, count * width + 1, const GwTerm *);
  into->width = width;
  into->count = count;
  if (!into->cells) {
    return gw_fail_memory(error);
  }
  for (size_t r = 0; r < count && width; r++) {
    memcpy(into->cells + r * width, rows[r].cells, width * sizeof *into->cells);
  }
  return GW_OK;
}

GwStatus gw_solutions_arrange(GwArena *arena, const GwPlan *plan, GwRows *rows, GwError *error)
{
  Row *sorted;
  GW_TRY(spread(arena, plan, rows, &sorted, error));
  size_t count = rows->count;
  if (plan->distinct) {
    count = drop_doubles(sorted, count);
  }
  if (count) {
    qsort(sorted, count, sizeof *sorted, compare_rows);
  }
  const size_t begin = plan->offset < count ? plan->offset : count;
  const size_t left = count - begin;
  return gather(arena, plan, sorted + begin,
                plan->limited && plan->limit < left ? plan->limit : left, rows, error);
}
