#include "extract/language/tokenize.h"

#include "base/utf8.h"
#include "extract/language/words.h"

#include <string.h>
#include <utf8proc.h>

#define TOKEN_BYTES 200 ///< a longer run of letters is cut

/* One run of characters without white space. */
typedef struct {
  GwTokenList *out;
  GwView text;  ///< the article's
  size_t begin;
  size_t end;   ///< of the run
  size_t at;    ///< what is read next
  bool number_follows; ///< the text goes on with a digit after the run
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

/* Marks that belong to the letter before them, and what is not seen at all. */
static bool is_mark(uint32_t c)
{
  switch (utf8proc_category((utf8proc_int32_t)c)) {
  case UTF8PROC_CATEGORY_MN:
  case UTF8PROC_CATEGORY_MC:
  case UTF8PROC_CATEGORY_ME:
  case UTF8PROC_CATEGORY_CF: return true;
  default: return false;
  }
}

static bool is_wordish(uint32_t c)
{
  return c < 0x80 ? (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
                      || c == '_'
                  : gw_utf8_is_letter(c) || is_digit(c) || is_mark(c);
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
  r->at = end;
  return GW_OK;
}

/* Whether token number `count - 1` ends where the next one begins. */
static bool is_attached(const Run *r)
{
  return r->out->count && r->out->spans[r->out->count - 1].end == r->at;
}

static bool is_ascii_digit(const Run *r, size_t at)
{
  return at < r->end && r->text.data[at] >= '0' && r->text.data[at] <= '9';
}

/* A comma inside a number: 15,000 and 1,00,000, but not the references 13,14. */
static bool groups_digits(const Run *r, size_t comma)
{
  size_t at = comma + 1, digits = 0;
  while (at < comma + 32 && is_ascii_digit(r, at)) {
    at++;
    digits++;
    if (digits == 2 && at + 1 < r->end && r->text.data[at] == ',') {
      at++;
      digits = 0;
    }
  }
  return digits == 3;
}

/* A dot inside a token: 3.5, U.S, Ph.D., example.com. */
static bool joins_dot(const Run *r, size_t begin, size_t at, size_t next)
{
  const unsigned char before = (unsigned char)r->text.data[at - 1];
  size_t length = 0, beyond = 0;
  const uint32_t after = peek(r, next, &length), second = peek(r, next + length, &beyond);
  const bool single = at - begin == 1 || (at - begin > 1 && r->text.data[at - 2] == '.');
  const bool initial = gw_utf8_is_upper(after) && second == '.';
  return (is_digit(before) && is_digit(after))
         || (gw_utf8_is_letter(after) && (single || initial))
         || (gw_utf8_is_lower(after) && before < 0x80);
}

/* A connector between two parts of one token: 15,000  3.5  12:30  9/11  U.S  x_y  O'Brien. */
static bool connects(const Run *r, size_t begin, size_t at, uint32_t c, size_t next)
{
  if (at == begin) {
    return false;
  }
  const uint32_t before = (unsigned char)r->text.data[at - 1];
  const uint32_t after = character(r, next);
  switch (c) {
  case ',': return is_digit(before) && is_digit(after) && groups_digits(r, at);
  case ':':
  case '/': return is_digit(before) && is_digit(after);
  case '.': return joins_dot(r, begin, at, next);
  case '&': return gw_utf8_is_upper(before) && gw_utf8_is_upper(after);
  default: return is_apostrophe(c) && gw_utf8_is_letter(after);
  }
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
  for (; at < r->end && at < begin + TOKEN_BYTES; at++) {
    if (is_ascii_digit(r, at)) {
      group++;
    } else if (r->text.data[at] == '-' && group && is_ascii_digit(r, at + 1)) {
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

/* Bytes of a clitic with its apostrophe at the end of `word`: 's, 're, n't; else 0. */
static size_t clitic_length(GwView word, const char *apostrophe)
{
  static const char *const endings[] = {"s", "re", "ve", "ll", "d", "m"};
  const size_t mark = strlen(apostrophe);
  for (size_t k = 0; k < sizeof endings / sizeof *endings; k++) {
    const size_t n = mark + strlen(endings[k]);
    if (word.length > n && memcmp(word.data + word.length - n, apostrophe, mark) == 0
        && gw_same_letters(gw_view_slice(word, word.length - n + mark, word.length),
                           endings[k])) {
      return n;
    }
  }
  const size_t n = mark + 2;
  const bool not = word.length > n
                   && memcmp(word.data + word.length - mark - 1, apostrophe, mark) == 0
                   && (word.data[word.length - n] | 0x20) == 'n'
                   && (word.data[word.length - 1] | 0x20) == 't';
  return not ? n : 0;
}

/* Decades keep their ending: "1990's". */
static bool is_decade(GwView word, size_t clitic)
{
  size_t digits = 0;
  const size_t length = word.length - clitic;
  while (digits < length && word.data[digits] >= '0' && word.data[digits] <= '9') {
    digits++;
  }
  return digits == length && digits > 1 && digits % 2 == 0 && word.data[length - 1] == '0';
}

/* Where the second part of a word begins ("do|n't", "it|'s", "can|not"), or its end. */
static size_t second_part(const Run *r, size_t begin, size_t end)
{
  const GwView word = gw_view_slice(r->text, begin, end);
  size_t length = clitic_length(word, "'");
  length = length ? length : clitic_length(word, "’");
  if (length && is_decade(word, length)) {
    return end;
  }
  return end - (length ? length : gw_second_part(word));
}

/* "5pm" -> 5|pm, "7:30PM" -> 7:30|PM; "20th" and "1990s" stay. */
static size_t unit(const Run *r, size_t begin, size_t end)
{
  size_t at = begin;
  while (at < end && (is_ascii_digit(r, at) || strchr(".,:", r->text.data[at]))) {
    at++;
  }
  const GwView rest = gw_view_slice(r->text, at, end);
  return at > begin && at < end && gw_is_unit(rest) ? at : end;
}

static bool has_hyphen_prefix(const Run *r, size_t begin, size_t end)
{
  return end + 1 < r->end && r->text.data[end] == '-'
         && gw_is_prefix(gw_view_slice(r->text, begin, end))
         && is_wordish(character(r, end + 1));
}

/* The end of a word with the dot that belongs to it. */
static size_t with_dot(const Run *r, size_t begin, size_t end)
{
  if (end >= r->end || r->text.data[end] != '.') {
    return end;
  }
  const GwView word = gw_view_slice(r->text, begin, end + 1);
  const bool number = end + 1 < r->end ? is_ascii_digit(r, end + 1) : r->number_follows;
  return gw_is_abbreviation(word) || (number && gw_is_numbering(word)) ? end + 1 : end;
}

/* "b/c", "w/o", and currencies before a number: "US$", "HK$". */
static size_t marked_word(const Run *r, size_t begin, size_t end)
{
  static const char *const words[] = {"w/o", "b/c", "n/a", NULL};
  const GwView rest = gw_view_slice(r->text, begin, r->end);
  for (const char *const *w = words; *w; w++) {
    const size_t n = strlen(*w);
    if (rest.length >= n && gw_same_letters(gw_view_slice(rest, 0, n), *w)
        && !is_wordish(character(r, begin + n))) {
      return begin + n;
    }
  }
  bool capitals = end - begin <= 2 && end < r->end && r->text.data[end] == '$';
  for (size_t i = begin; capitals && i < end; i++) {
    capitals = r->text.data[i] >= 'A' && r->text.data[i] <= 'Z';
  }
  return capitals && (end + 1 == r->end || is_ascii_digit(r, end + 1)) ? end + 1 : end;
}

static GwStatus read_word(Run *r, GwError *error)
{
  const size_t begin = r->at;
  size_t end = number_with_hyphens(r, begin);
  end = end > begin ? end : word_end(r, begin);
  if (has_hyphen_prefix(r, begin, end)) {
    end = word_end(r, end + 1);
  }
  end = with_dot(r, begin, end);
  end = marked_word(r, begin, end);
  size_t cut = second_part(r, begin, end);
  cut = cut < end ? cut : unit(r, begin, end);
  GW_TRY(emit(r, begin, cut, error));
  return cut < end ? emit(r, cut, end, error) : GW_OK;
}

static bool is_stop(uint32_t c)
{
  return c == '.' || c == '!' || c == '?' || c == 0x2026;
}

/* Runs of the same mark are one token ("...", "--", "!!!", "$$$"); so are "?!", "``" and "''". */
static GwStatus read_mark(Run *r, GwError *error)
{
  size_t length = 0, next = 0;
  const size_t begin = r->at;
  const uint32_t c = peek(r, begin, &length);
  const bool repeats = (c < 0x80 && strchr(".-!?*=_~+$<>/\\'`#^", (int)c)) || c == 0x2019
                       || c == 0x2018 || c == 0x2026;
  size_t end = begin + length;
  while (repeats && end < r->end && end - begin < TOKEN_BYTES) {
    const uint32_t d = peek(r, end, &next);
    const bool quotes = c == 0x2018 && d == 0x2019;
    if (d != c && !quotes && !(is_stop(c) && is_stop(d))) {
      break;
    }
    end += next;
  }
  for (bool joined = false; end < r->end && end - begin < TOKEN_BYTES; end += next) {
    const uint32_t d = peek(r, end, &next); /* marks, and what a joiner binds: emoji */
    if (!is_mark(d) && !joined) {
      break;
    }
    joined = d == 0x200D;
  }
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
  if (is_attached(r)) {
    const bool clitic = gw_same_letters(rest, "s") || gw_same_letters(rest, "re")
                        || gw_same_letters(rest, "ll") || gw_same_letters(rest, "ve")
                        || gw_same_letters(rest, "d");
    return clitic ? end : r->at;
  }
  const bool year = is_ascii_digit(r, next) && rest.length >= 2 && rest.length <= 3;
  const bool quoted = end < r->end && is_apostrophe(character(r, end));
  return year || (gw_is_clipped(rest) && !quoted) ? end : r->at;
}

/* What starts with a mark and is still one token: "'s", "#tag", "@name", ".265", "+44", ":)". */
static size_t marked_token(const Run *r)
{
  size_t length = 0;
  const uint32_t c = peek(r, r->at, &length);
  const size_t next = r->at + length;
  const bool attached = is_attached(r);
  if ((c == '#' || c == '@') && gw_utf8_is_letter(character(r, next))) {
    return word_end(r, next);
  }
  if ((c == '.' || c == '+') && !attached && is_ascii_digit(r, next)) {
    return word_end(r, next);
  }
  const size_t face = gw_emoticon_length(gw_view_slice(r->text, r->at, r->end));
  const bool free_standing = r->at == r->begin || strchr(".!?", r->text.data[r->at - 1]);
  return face && free_standing ? r->at + face : leading_apostrophe(r);
}

static GwStatus read_next(Run *r, GwError *error)
{
  size_t length = 0;
  const size_t begin = r->at;
  const uint32_t c = peek(r, begin, &length);
  const size_t address = gw_address_length(gw_view_slice(r->text, begin, r->end));
  if (address) {
    return emit(r, begin, begin + address, error);
  }
  if (gw_utf8_is_cjk(c)) {
    return emit(r, begin, cjk_end(r, begin), error);
  }
  if (is_wordish(c)) {
    return read_word(r, error);
  }
  const size_t end = marked_token(r);
  return end > begin ? emit(r, begin, end, error) : read_mark(r, error);
}

static size_t skip_space(GwView text, size_t at, size_t end)
{
  size_t length = 0;
  while (at < end && gw_utf8_is_space(gw_utf8_decode(text, at, &length))) {
    at += length;
  }
  return at;
}

GwStatus gw_tokenize_span(GwTokenList *out, GwView text, GwSpan span, GwError *error)
{
  size_t at = skip_space(text, span.begin, span.end), length = 0;
  while (at < span.end) {
    Run r = {.out = out, .text = text, .begin = at, .at = at};
    while (at < span.end && !gw_utf8_is_space(gw_utf8_decode(text, at, &length))) {
      at += length;
    }
    r.end = at;
    at = skip_space(text, at, span.end);
    r.number_follows = at < span.end && text.data[at] >= '0' && text.data[at] <= '9';
    while (r.at < r.end) {
      GW_TRY(read_next(&r, error));
    }
  }
  return GW_OK;
}
