#include "extract/language/tokenize.h"

#include "base/utf8.h"
#include "extract/language/words.h"

#include <string.h>

#define TOKEN_BYTES 200 ///< a longer run of letters is cut

/* One run of characters without white space. */
typedef struct {
  GwTokenList *out;
  GwView text;  ///< the article's
  size_t end;   ///< of the run
  size_t at;    ///< what is read next
} Run;

static uint32_t peek(const Run *r, size_t at, size_t *length)
{
  *length = 0;
  return at < r->end ? gw_utf8_decode(r->text, at, length) : 0;
}

static uint32_t character(const Run *r, size_t at)
{
  size_t length = 0;
  return peek(r, at, &length);
}

static bool is_digit(uint32_t c)
{
  return gw_utf8_is_digit(c);
}

static bool is_mark(uint32_t c)
{
  return (c >= 0x300 && c <= 0x36F) || c == 0xAD || c == 0x200B || c == 0x200C || c == 0x200D
         || c == 0x2060 || c == 0xFE0F;
}

static bool is_wordish(uint32_t c)
{
  return gw_utf8_is_letter(c) || is_digit(c) || is_mark(c) || c == '_';
}

static bool is_apostrophe(uint32_t c)
{
  return c == '\'' || c == 0x2019;
}

static GwStatus emit(Run *r, size_t begin, size_t end, GwError *error)
{
  GwTokenList *l = r->out;
  l->spans = gw_arena_grow(l->arena, l->spans, l->count, &l->capacity, sizeof *l->spans);
  if (!l->spans) {
    return gw_fail_memory(error);
  }
  l->spans[l->count++] = (GwSpan){begin, end};
  return GW_OK;
}

/* A connector between two parts of one token: 15,000  3.5  12:30  9/11  U.S  x_y  O'Brien. */
static bool connects(const Run *r, size_t begin, size_t at, uint32_t c, size_t next)
{
  const uint32_t before = at > begin ? (unsigned char)r->text.data[at - 1] : 0;
  const uint32_t after = character(r, next);
  const bool digits = is_digit(before) && is_digit(after);
  if (c == ',' || c == ':') {
    return digits;
  }
  if (c == '/') {
    return digits;
  }
  if (c == '.') {
    const bool single = at - begin == 1 || (at - begin > 1 && r->text.data[at - 2] == '.');
    return digits || (single && gw_utf8_is_letter(after))
           || (is_wordish(after) && gw_utf8_is_lower(after) && before < 0x80);
  }
  if (is_apostrophe(c)) {
    return gw_utf8_is_letter(after);
  }
  return c == '&' && gw_utf8_is_upper(before) && gw_utf8_is_upper(after);
}

/* End of the word at `begin`: letters and digits with connectors inside. */
static size_t word_end(const Run *r, size_t begin)
{
  size_t at = begin, length = 0;
  while (at < r->end && at - begin < TOKEN_BYTES) {
    const uint32_t c = peek(r, at, &length);
    if (gw_utf8_is_cjk(c) || !(is_wordish(c) || connects(r, begin, at, c, at + length))) {
      break;
    }
    at += length;
  }
  return at;
}

static size_t cjk_end(const Run *r, size_t begin)
{
  size_t at = begin, length = 0;
  while (at < r->end && at - begin < TOKEN_BYTES && gw_utf8_is_cjk(peek(r, at, &length))) {
    at += length;
  }
  return at;
}

/* Phone numbers and dates keep their hyphens: 555-1234, 02-05-2002. */
static size_t number_with_hyphens(const Run *r, size_t begin)
{
  size_t at = begin, groups = 1, group = 0, first = 0;
  for (; at < r->end; at++) {
    const char c = r->text.data[at];
    if (c >= '0' && c <= '9') {
      group++;
    } else if (c == '-' && group && at + 1 < r->end && is_digit(character(r, at + 1))) {
      first = groups == 1 ? group : first;
      groups++;
      group = 0;
    } else {
      break;
    }
  }
  const bool whole = at >= r->end || !is_wordish(character(r, at));
  const bool phone = groups == 2 && first == 3 && group == 4;
  return whole && (phone || groups >= 3) ? at : begin;
}

/* Where the clitic of a word begins ("do|n't", "it|'s"), or its end. */
static size_t clitic(const Run *r, size_t begin, size_t end)
{
  static const char *const endings[] = {"s", "re", "ve", "ll", "d", "m"};
  const GwView word = gw_view_slice(r->text, begin, end);
  for (size_t i = 0; i < 2; i++) {
    const char *mark = i ? "’" : "'";
    const size_t m = strlen(mark);
    for (size_t k = 0; k < sizeof endings / sizeof *endings; k++) {
      const size_t n = m + strlen(endings[k]);
      if (word.length > n && memcmp(word.data + word.length - n, mark, m) == 0
          && gw_same_letters(gw_view_slice(word, word.length - n + m, word.length), endings[k])) {
        return end - n;
      }
    }
    const size_t n = m + 2;
    if (word.length > n && memcmp(word.data + word.length - m - 1, mark, m) == 0
        && gw_same_letters(gw_view_slice(word, word.length - n, word.length - n + 1), "n")
        && gw_same_letters(gw_view_slice(word, word.length - 1, word.length), "t")) {
      return end - n;
    }
  }
  return gw_same_letters(word, "cannot") ? end - 3
         : gw_same_letters(word, "gonna") || gw_same_letters(word, "wanna") ? end - 2 : end;
}

/* "5pm" -> 5|pm; "20th" and "1990s" stay. */
static size_t unit(const Run *r, size_t begin, size_t end)
{
  size_t at = begin;
  while (at < end && (is_digit(character(r, at)) || strchr(".,", r->text.data[at]))) {
    at++;
  }
  const GwView rest = gw_view_slice(r->text, at, end);
  return at > begin && at < end && gw_is_unit(rest) ? at : end;
}

static bool has_hyphen_prefix(const Run *r, size_t begin, size_t end)
{
  return end + 1 < r->end && r->text.data[end] == '-' && gw_is_prefix(gw_view_slice(r->text, begin,
         end)) && gw_utf8_is_letter(character(r, end + 1));
}

static GwStatus read_word(Run *r, GwError *error)
{
  const size_t begin = r->at;
  size_t end = number_with_hyphens(r, begin);
  end = end > begin ? end : word_end(r, begin);
  if (has_hyphen_prefix(r, begin, end)) {
    end = word_end(r, end + 1);
  }
  if (end < r->end && r->text.data[end] == '.'
      && gw_is_abbreviation(gw_view_slice(r->text, begin, end + 1))) {
    end++;
  }
  r->at = end;
  size_t cut = clitic(r, begin, end);
  cut = cut < end ? cut : unit(r, begin, end);
  GW_TRY(emit(r, begin, cut, error));
  return cut < end ? emit(r, cut, end, error) : GW_OK;
}

/* Runs of the same mark are one token ("...", "--", "!!!"); so are "?!" and emoticons' parts. */
static GwStatus read_mark(Run *r, GwError *error)
{
  size_t length = 0, next = 0, end = 0;
  const uint32_t c = peek(r, r->at, &length);
  const bool repeats = c == '.' || c == '-' || c == '!' || c == '?' || c == '*' || c == '='
                       || c == '_' || c == '~' || c == '+';
  end = r->at + length;
  while (repeats && end < r->end && end - r->at < TOKEN_BYTES) {
    const uint32_t d = peek(r, end, &next);
    const bool shout = (c == '!' || c == '?') && (d == '!' || d == '?');
    if (d != c && !shout) {
      break;
    }
    end += next;
  }
  const size_t begin = r->at;
  r->at = end;
  return emit(r, begin, end, error);
}

/* "'s" after a quotation mark or bracket, "'90s", "'em". */
static size_t leading_apostrophe(const Run *r)
{
  size_t length = 0;
  const uint32_t c = peek(r, r->at, &length);
  const size_t next = r->at + length;
  if (!is_apostrophe(c) || next >= r->end) {
    return r->at;
  }
  const size_t end = word_end(r, next);
  const GwView rest = gw_view_slice(r->text, next, end);
  const bool attached = r->out->count && r->out->spans[r->out->count - 1].end == r->at;
  const bool clitic_alone = attached && (gw_same_letters(rest, "s") || gw_same_letters(rest, "re")
                                         || gw_same_letters(rest, "ll")
                                         || gw_same_letters(rest, "ve"));
  const bool year = !attached && is_digit(character(r, next)) && rest.length >= 2
                    && rest.length <= 3;
  return clitic_alone || year ? end : r->at;
}

static bool is_address(GwView run)
{
  const size_t at = gw_view_find(run, GW_VIEW("@"), 1);
  const bool mail = at + 3 < run.length && gw_view_find(run, GW_VIEW("."), at) < run.length;
  return mail || gw_view_starts(run, GW_VIEW("www.")) || gw_view_starts(run, GW_VIEW("http://"))
         || gw_view_starts(run, GW_VIEW("https://")) || gw_view_starts(run, GW_VIEW("ftp://"));
}

/* End of an address without the punctuation that follows it. */
static size_t address_end(const Run *r)
{
  size_t end = r->end;
  while (end > r->at + 1 && strchr(".,;:!?)]}>\"'", r->text.data[end - 1])) {
    end--;
  }
  return end;
}

static GwStatus read_next(Run *r, GwError *error)
{
  size_t length = 0, next = 0;
  const uint32_t c = peek(r, r->at, &length);
  const size_t begin = r->at;
  if (gw_utf8_is_cjk(c)) {
    r->at = cjk_end(r, begin);
    return emit(r, begin, r->at, error);
  }
  if (is_wordish(c)) {
    return read_word(r, error);
  }
  const size_t quoted = leading_apostrophe(r);
  if (quoted > begin) {
    r->at = quoted;
    return emit(r, begin, quoted, error);
  }
  const bool tag = (c == '#' || c == '@') && gw_utf8_is_letter(peek(r, begin + length, &next));
  if (tag) {
    r->at = word_end(r, begin + length);
    return emit(r, begin, r->at, error);
  }
  return read_mark(r, error);
}

static GwStatus read_run(GwTokenList *out, GwView text, size_t begin, size_t end, GwError *error)
{
  Run r = {out, text, end, begin};
  const GwView run = gw_view_slice(text, begin, end);
  if (run.length < 2000 && is_address(run)) {
    r.at = address_end(&r);
    GW_TRY(emit(&r, begin, r.at, error));
  }
  while (r.at < end) {
    GW_TRY(read_next(&r, error));
  }
  return GW_OK;
}

GwStatus gw_tokenize_span(GwTokenList *out, GwView text, GwSpan span, GwError *error)
{
  size_t at = span.begin, length = 0;
  while (at < span.end) {
    const size_t begin = at;
    while (at < span.end && !gw_utf8_is_space(gw_utf8_decode(text, at, &length))) {
      at += length;
    }
    if (at > begin) {
      GW_TRY(read_run(out, text, begin, at, error));
    }
    while (at < span.end && gw_utf8_is_space(gw_utf8_decode(text, at, &length))) {
      at += length;
    }
  }
  return GW_OK;
}
