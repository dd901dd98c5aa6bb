#include "ontology/sort.h"

#include <stdlib.h>
#include <string.h>

#define FEW 24     ///< records that are sorted faster by insertion
#define MANY 16384 ///< records that are worth larger digits
#define FEW_BITS 8 ///< bits of a digit
#define MANY_BITS 11

static int compare_records(const GwRecord *a, const GwRecord *b, size_t words)
{
  for (size_t i = 0; i < words; i++) {
    if (a->word[i] != b->word[i]) {
      return a->word[i] < b->word[i] ? -1 : 1;
    }
  }
  return 0;
}

static int compare_by_words(const void *left, const void *right, void *words)
{
  return compare_records(left, right, *(const size_t *)words);
}

static bool is_sorted(const GwRecord *records, size_t count, size_t words)
{
  size_t i = 1;
  while (i < count && compare_records(&records[i - 1], &records[i], words) <= 0) {
    i++;
  }
  return i >= count;
}

static void insertion_sort(GwRecord *records, size_t count, size_t words)
{
  for (size_t i = 1; i < count; i++) {
    const GwRecord record = records[i];
    size_t at = i;
    for (; at > 0 && compare_records(&record, &records[at - 1], words) < 0; at--) {
      records[at] = records[at - 1];
    }
    records[at] = record;
  }
}

typedef struct {
  size_t word;
  unsigned shift, mask;
} Digit;

static size_t digit_of(const GwRecord *record, Digit digit)
{
  return record->word[digit.word] >> digit.shift & digit.mask;
}

/* Spread the records over `to` by one digit; false when all have the same. */
static bool spread(const GwRecord *from, GwRecord *to, size_t count, Digit digit)
{
  size_t places[1 << MANY_BITS];
  memset(places, 0, (digit.mask + 1) * sizeof *places);
  for (size_t i = 0; i < count; i++) {
    places[digit_of(&from[i], digit)]++;
  }
  if (places[digit_of(&from[0], digit)] == count) {
    return false;
  }
  size_t begin = 0;
  for (size_t value = 0; value <= digit.mask; value++) {
    const size_t length = places[value];
    places[value] = begin;
    begin += length;
  }
  for (size_t i = 0; i < count; i++) {
    to[places[digit_of(&from[i], digit)]++] = from[i];
  }
  return true;
}

void gw_sort_records(GwRecord *records, GwRecord *scratch, size_t count, size_t words)
{
  GwRecord *from = records, *to = scratch;
  if (count <= FEW) {
    insertion_sort(records, count, words);
    return;
  }
  if (is_sorted(records, count, words)) {
    return;
  }
  if (!scratch) {
    qsort_r(records, count, sizeof *records, compare_by_words, &words);
    return;
  }
  const unsigned bits = count < MANY ? FEW_BITS : MANY_BITS, mask = (1u << bits) - 1;
  for (size_t word = words; word-- > 0;) {
    for (unsigned shift = 0; shift < 32; shift += bits) {
      if (spread(from, to, count, (Digit){word, shift, mask})) {
        GwRecord *last = from;
        from = to;
        to = last;
      }
    }
  }
  if (from != records) {
    memcpy(records, from, count * sizeof *records);
  }
}

/* Records whose terms begin with the same `depth` bytes. */
typedef struct {
  size_t from, count, depth;
} Range;

typedef struct {
  const GwTerm *const *terms;
  GwRecord *records, *scratch;
  GwArena arena;
  Range *ranges; ///< still to be sorted
  size_t range_count, range_capacity;
  bool failed;
} Sorting;

#define NUMBER 2 ///< the word that holds the number of a term

static GwView value_of(const Sorting *s, size_t at)
{
  return s->terms[s->records[at].word[NUMBER]]->value;
}

static void push(Sorting *s, size_t from, size_t count, size_t depth)
{
  Range *grown = gw_arena_grow(&s->arena, s->ranges, s->range_count, &s->range_capacity,
                               sizeof *grown);
  if (!grown) {
    s->failed = true;
    return;
  }
  s->ranges = grown;
  s->ranges[s->range_count++] = (Range){from, count, depth};
}

/* How many bytes all terms of a range begin with. */
static size_t common_prefix(const Sorting *s, const Range *range)
{
  const GwView first = value_of(s, range->from);
  size_t common = first.length;
  for (size_t i = 1; i < range->count && common > range->depth; i++) {
    const GwView other = value_of(s, range->from + i);
    const size_t most = other.length < common ? other.length : common;
    size_t same = range->depth;
    while (same < most && first.data[same] == other.data[same]) {
      same++;
    }
    common = same;
  }
  return common;
}

/* Eight bytes of each term from `depth`, as numbers in the order of the bytes; zeros after the
 * end, which no term holds. */
static void load_keys(Sorting *s, const Range *range, size_t depth)
{
  for (size_t i = range->from; i < range->from + range->count; i++) {
    const GwView value = value_of(s, i);
    const size_t left = value.length - depth;
    unsigned char bytes[8] = {0};
    memcpy(bytes, value.data + depth, left < 8 ? left : 8);
    for (size_t word = 0; word < 2; word++) {
      const unsigned char *b = bytes + 4 * word;
      s->records[i].word[word] =
        (uint32_t)b[0] << 24 | (uint32_t)b[1] << 16 | (uint32_t)b[2] << 8 | (uint32_t)b[3];
    }
  }
}

static int compare_numbers(const void *left, const void *right, void *terms)
{
  const GwRecord *a = left, *b = right;
  const GwTerm *const *list = terms;
  return gw_term_compare(list[a->word[NUMBER]], list[b->word[NUMBER]]);
}

static void sort_range(Sorting *s, const Range *range)
{
  GwRecord *records = s->records + range->from;
  const size_t depth = common_prefix(s, range);
  load_keys(s, range, depth);
  gw_sort_records(records, s->scratch, range->count, 2);
  for (size_t i = 0, run = 1; i < range->count; i += run) {
    for (run = 1; i + run < range->count
                  && compare_records(&records[i], &records[i + run], 2) == 0; run++) {
    }
    if (run > 1 && (records[i].word[1] & 0xFF) == 0) { /* ended: they differ in their types */
      qsort_r(&records[i], run, sizeof *records, compare_numbers, (void *)(uintptr_t)s->terms);
    } else if (run > 1) {
      push(s, range->from + i, run, depth + 8);
    }
  }
}

/* Move the IRIs before the literals. */
static size_t part_kinds(const Sorting *s, size_t count)
{
  size_t iris = 0;
  for (size_t i = 0; i < count; i++) {
    const GwRecord record = s->records[i];
    if (s->terms[record.word[NUMBER]]->kind == GW_TERM_IRI) {
      s->records[i] = s->records[iris];
      s->records[iris++] = record;
    }
  }
  return iris;
}

GwStatus gw_sort_terms(const GwTerm *const *terms, GwRecord *records, GwRecord *scratch,
                       size_t count, GwError *error)
{
  Sorting s = {terms, records, scratch, GW_ARENA_INIT, NULL, 0, 0, false};
  const size_t iris = part_kinds(&s, count);
  push(&s, 0, iris, 0);
  push(&s, iris, count - iris, 0);
  while (!s.failed && s.range_count > 0) {
    const Range range = s.ranges[--s.range_count];
    if (range.count > 1) {
      sort_range(&s, &range);
    }
  }
  gw_arena_free(&s.arena);
  return s.failed ? gw_fail_memory(error) : GW_OK;
}
