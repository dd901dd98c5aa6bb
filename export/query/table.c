#include "export/query/answers.h"

#include "base/utf8.h"

#include <utf8proc.h>

/* The columns that a text takes on a terminal: none for marks, two for wide characters. */
static size_t width_of(GwView text)
{
  size_t width = 0, length = 0;
  for (size_t at = 0; at < text.length; at += length) {
    const uint32_t c = gw_utf8_decode(text, at, &length);
    const int columns = c == GW_UTF8_INVALID ? 1 : utf8proc_charwidth((utf8proc_int32_t)c);
    width += columns > 0 ? (size_t)columns : 0;
  }
  return width;
}

/* A cell is one line: other white space becomes a space. */
static void write_value(GwBuffer *out, GwView text)
{
  for (size_t i = 0; i < text.length; i++) {
    const unsigned char c = (unsigned char)text.data[i];
    gw_buffer_char(out, c < ' ' || c == 0x7F ? ' ' : text.data[i]);
  }
}

static void write_cell(const GwAnswer *a, const GwTerm *term, GwBuffer *out)
{
  GwView prefix, local;
  if (!term) {
    return;
  }
  if (term->kind == GW_TERM_IRI
      && gw_prefixes_abbreviate(&a->prefixes, term->value, &prefix, &local)) {
    gw_buffer_format(out, "%.*s:%.*s", GW_PRINT(prefix), GW_PRINT(local));
    return;
  }
  gw_buffer_text(out, term->kind == GW_TERM_IRI ? "<" : "");
  write_value(out, term->value);
  gw_buffer_text(out, term->kind == GW_TERM_IRI ? ">" : "");
}

static void pad(GwBuffer *out, size_t from, size_t to, const char *with)
{
  for (size_t i = from; i < to; i++) {
    gw_buffer_text(out, with);
  }
}

static void end_line(GwBuffer *out)
{
  while (out->length && !out->failed && out->data[out->length - 1] == ' ') {
    out->length--;
  }
  gw_buffer_char(out, '\n');
}

static size_t widest(const GwAnswer *a, size_t column)
{
  size_t most = width_of(a->names[column]);
  for (size_t row = 0; row < a->count; row++) {
    GwBuffer cell = GW_BUFFER_INIT;
    write_cell(a, a->cells[row * a->width + column], &cell);
    const size_t width = width_of(gw_buffer_view(&cell));
    most = width > most ? width : most;
    gw_buffer_free(&cell);
  }
  return most;
}

/* Fill up what has been written from `begin`. */
static void fill_up(GwBuffer *out, size_t begin, size_t width)
{
  const size_t used = out->failed ? width
                                  : width_of((GwView){out->data + begin, out->length - begin});
  pad(out, used, width, " ");
}

static void write_row(const GwAnswer *a, const size_t *widths, size_t row, GwBuffer *out)
{
  for (size_t i = 0; i < a->width; i++) {
    gw_buffer_text(out, i ? " | " : "");
    const size_t begin = out->length;
    write_cell(a, a->cells[row * a->width + i], out);
    fill_up(out, begin, widths[i]);
  }
  end_line(out);
}

static void write_head(const GwAnswer *a, const size_t *widths, GwBuffer *out)
{
  for (size_t i = 0; i < a->width; i++) {
    gw_buffer_text(out, i ? " | " : "");
    gw_buffer_append(out, a->names[i]);
    pad(out, width_of(a->names[i]), widths[i], " ");
  }
  end_line(out);
  for (size_t i = 0; i < a->width; i++) {
    gw_buffer_text(out, i ? "-+-" : "");
    pad(out, 0, widths[i], "-");
  }
  gw_buffer_char(out, '\n');
}

void gw_answer_table(const GwAnswer *a, GwBuffer *out)
{
  GwArena arena = GW_ARENA_INIT;
  size_t *widths = GW_NEW(&arena, a->width + 1, size_t);
  if (a->form == GW_QUERY_ASK) {
    gw_buffer_text(out, a->yes ? "true\n" : "false\n");
  } else if (!widths) {
    out->failed = true;
  } else {
    for (size_t i = 0; i < a->width; i++) {
      widths[i] = widest(a, i);
    }
    write_head(a, widths, out);
    for (size_t row = 0; row < a->count; row++) {
      write_row(a, widths, row, out);
    }
  }
  gw_arena_free(&arena);
}
