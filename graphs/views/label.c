#include "graphs/views/label.h"

#include "base/utf8.h"

#include <string.h>
#include <utf8proc.h>

#define ELLIPSIS "\xE2\x80\xA6"

/* A piece of text that is not broken: a word, an ideograph, or a line's worth of a long word. */
typedef struct {
  size_t begin, end, columns;
  bool space_before;
} Atom;

typedef struct {
  GwView text;
  size_t at, width; ///< `width`: columns that an atom may have
} Scanner;

static bool space_at(GwView text, size_t at)
{
  size_t length = 0;
  return gw_utf8_is_space(gw_utf8_decode(text, at, &length));
}

/* The end of the cluster that starts at `at`, with its columns; `wide`: it is an ideograph. */
static size_t cluster_end(GwView text, size_t at, size_t *columns, bool *wide)
{
  size_t length = 0;
  utf8proc_int32_t state = 0;
  uint32_t c = gw_utf8_decode(text, at, &length);
  const int shown = c == GW_UTF8_INVALID ? 1 : utf8proc_charwidth((utf8proc_int32_t)c);
  *columns = shown > 0 ? (size_t)shown : 0;
  *wide = gw_utf8_is_cjk(c);
  for (at += length; at < text.length && c != GW_UTF8_INVALID; at += length) {
    const uint32_t next = gw_utf8_decode(text, at, &length);
    if (next == GW_UTF8_INVALID
        || utf8proc_grapheme_break_stateful((utf8proc_int32_t)c, (utf8proc_int32_t)next,
                                            &state)) {
      break;
    }
    c = next;
  }
  return at;
}

static bool next_atom(Scanner *scan, Atom *atom)
{
  size_t length = 0, columns = 0;
  bool wide = false;
  const size_t start = scan->at;
  while (scan->at < scan->text.length && space_at(scan->text, scan->at)) {
    (void)gw_utf8_decode(scan->text, scan->at, &length);
    scan->at += length;
  }
  *atom = (Atom){scan->at, scan->at, 0, scan->at > start};
  while (scan->at < scan->text.length && !space_at(scan->text, scan->at)) {
    const size_t end = cluster_end(scan->text, scan->at, &columns, &wide);
    const bool begun = atom->end > atom->begin;
    if (begun && (wide || atom->columns + columns > scan->width)) {
      break;
    }
    atom->end = scan->at = end;
    atom->columns += columns;
    if (wide) {
      break;
    }
  }
  return atom->end > atom->begin;
}

typedef struct {
  size_t lines, longest; ///< lines needed (one more than allowed: cut), widest atom
} Fit;

/* Fill lines of `width` columns; `out`, when given, receives the text. */
static Fit fill(GwView text, size_t width, size_t lines, char *out, size_t *out_length)
{
  Scanner scan = {text, 0, width};
  Fit fit = {1, 0};
  Atom atom;
  size_t column = 0;
  while (next_atom(&scan, &atom)) {
    const bool spaced = atom.space_before && column > 0;
    const bool breaks = column > 0 && column + spaced + atom.columns > width;
    fit.longest = atom.columns > fit.longest ? atom.columns : fit.longest;
    fit.lines += breaks;
    if (fit.lines > lines) {
      break;
    }
    if (out && (breaks || spaced)) {
      out[(*out_length)++] = breaks ? '\n' : ' ';
    }
    if (out) {
      memcpy(out + *out_length, text.data + atom.begin, atom.end - atom.begin);
      *out_length += atom.end - atom.begin;
    }
    column = breaks ? atom.columns : column + spaced + atom.columns;
  }
  return fit;
}

/* Enough of a long text to fill the lines: a cluster seldom has more than 32 bytes. */
static GwView clip(GwView text, size_t columns)
{
  if (columns < text.length / 32) {
    text.length = 32 * columns;
    while (text.length && ((unsigned char)text.data[text.length] & 0xC0) == 0x80) {
      text.length--;
    }
  }
  return text;
}

GwView gw_label_wrap(GwArena *arena, GwView text, size_t width, size_t lines)
{
  size_t length = 0;
  const size_t whole = text.length;
  text = clip(text, width * lines);
  Fit fit = fill(text, width, lines, NULL, NULL);
  for (size_t narrow = fit.longest; fit.lines <= lines && narrow < width; narrow++) {
    if (fill(text, narrow, fit.lines, NULL, NULL).lines == fit.lines) {
      width = narrow;
    }
  }
  char *out = gw_arena_alloc(arena, text.length + lines + sizeof ELLIPSIS, 1);
  if (out && (fill(text, width, lines, out, &length).lines > lines || text.length < whole)) {
    memcpy(out + length, ELLIPSIS, sizeof ELLIPSIS - 1);
    length += sizeof ELLIPSIS - 1;
  }
  return (GwView){out, length};
}
