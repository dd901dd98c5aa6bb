#include "export/query/answers.h"

#include "export/sink.h"
#include "export/terms.h"
#include "ontology/vocabulary.h"

#include <string.h>

/* JSON (RFC 8259, section 7): quotes, backslashes and control characters are escaped. */
static void write_json_text(GwBuffer *out, GwView text)
{
  static const char letters[] = "\"\\\b\f\n\r\t", escapes[] = "\"\\bfnrt";
  gw_buffer_char(out, '"');
  for (size_t i = 0; i < text.length; i++) {
    const char c = text.data[i], *at = c ? strchr(letters, c) : NULL;
    if (at) {
      const char escape[2] = {'\\', escapes[at - letters]};
      gw_buffer_append(out, (GwView){escape, 2});
    } else if ((unsigned char)c < ' ') {
      gw_buffer_format(out, "\\u%04x", (unsigned)c);
    } else {
      gw_buffer_char(out, c);
    }
  }
  gw_buffer_char(out, '"');
}

static void write_json_term(GwBuffer *out, const GwTerm *term)
{
  gw_buffer_format(out, "{\"type\": \"%s\", \"value\": ",
                   term->kind == GW_TERM_IRI ? "uri" : "literal");
  write_json_text(out, term->value);
  if (term->language.length) {
    gw_buffer_text(out, ", \"xml:lang\": ");
    write_json_text(out, term->language);
  } else if (term->datatype.length) {
    gw_buffer_text(out, ", \"datatype\": ");
    write_json_text(out, term->datatype);
  }
  gw_buffer_char(out, '}');
}

static void write_json_row(const GwAnswer *a, size_t row, GwBuffer *out)
{
  const char *separator = "";
  gw_buffer_text(out, row ? ",\n    {" : "\n    {");
  for (size_t i = 0; i < a->width; i++) {
    const GwTerm *term = a->cells[row * a->width + i];
    if (term) {
      gw_buffer_text(out, separator);
      write_json_text(out, a->names[i]);
      gw_buffer_text(out, ": ");
      write_json_term(out, term);
      separator = ", ";
    }
  }
  gw_buffer_char(out, '}');
}

/* SPARQL 1.1 Query Results JSON Format. */
static void write_json(const GwAnswer *a, GwBuffer *out)
{
  if (a->form == GW_QUERY_ASK) {
    gw_buffer_format(out, "{\"head\": {}, \"boolean\": %s}\n", a->yes ? "true" : "false");
    return;
  }
  gw_buffer_text(out, "{\"head\": {\"vars\": [");
  for (size_t i = 0; i < a->width; i++) {
    gw_buffer_text(out, i ? ", " : "");
    write_json_text(out, a->names[i]);
  }
  gw_buffer_text(out, "]},\n  \"results\": {\"bindings\": [");
  for (size_t row = 0; row < a->count; row++) {
    write_json_row(a, row, out);
  }
  gw_buffer_text(out, "]}}\n");
}

static void write_csv_text(GwBuffer *out, GwView text)
{
  bool quoted = false;
  for (size_t i = 0; i < text.length && !quoted; i++) {
    quoted = memchr("\",\r\n", text.data[i], 4) != NULL;
  }
  if (!quoted) {
    gw_buffer_append(out, text);
    return;
  }
  gw_buffer_char(out, '"');
  for (size_t i = 0; i < text.length; i++) {
    gw_buffer_text(out, text.data[i] == '"' ? "\"" : "");
    gw_buffer_char(out, text.data[i]);
  }
  gw_buffer_char(out, '"');
}

static void write_csv_cell(GwBuffer *out, const GwTerm *term)
{
  if (term) {
    write_csv_text(out, term->value);
  }
}

static void write_tsv_cell(GwBuffer *out, const GwTerm *term)
{
  if (!term) {
    return;
  }
  if (term->kind == GW_TERM_IRI) {
    gw_write_iri(out, term->value);
    return;
  }
  if (gw_literal_is_bare(term)) {
    gw_buffer_append(out, term->value);
    return;
  }
  gw_write_quoted(out, term->value);
  if (term->language.length) {
    gw_buffer_format(out, "@%.*s", GW_PRINT(term->language));
  } else if (term->datatype.length) {
    gw_buffer_text(out, "^^");
    gw_write_iri(out, term->datatype);
  }
}

typedef struct {
  const char *before_name, *separator, *line_end;
  void (*write_cell)(GwBuffer *out, const GwTerm *term);
} Lines;

static void write_lines(const GwAnswer *a, const Lines *lines, GwBuffer *out)
{
  if (a->form == GW_QUERY_ASK) {
    gw_buffer_format(out, "%s%s", a->yes ? "true" : "false", lines->line_end);
    return;
  }
  for (size_t i = 0; i < a->width; i++) {
    gw_buffer_format(out, "%s%s%.*s", i ? lines->separator : "", lines->before_name,
                     GW_PRINT(a->names[i]));
  }
  gw_buffer_text(out, lines->line_end);
  for (size_t i = 0; i < a->count * a->width; i++) {
    lines->write_cell(out, a->cells[i]);
    gw_buffer_text(out, (i + 1) % a->width ? lines->separator : lines->line_end);
  }
}

/* SPARQL 1.1 Query Results CSV and TSV Formats, sections 3 and 4. */
static void write_csv(const GwAnswer *a, GwBuffer *out)
{
  static const Lines lines = {"", ",", "\r\n", write_csv_cell};
  write_lines(a, &lines, out);
}

static void write_tsv(const GwAnswer *a, GwBuffer *out)
{
  static const Lines lines = {"?", "\t", "\n", write_tsv_cell};
  write_lines(a, &lines, out);
}

const GwAnswerFormat gw_answer_formats[] = {
  {"table", "aligned columns, for reading", gw_answer_table},
  {"csv", "SPARQL 1.1 CSV: values without their types", write_csv},
  {"tsv", "SPARQL 1.1 TSV: terms as Turtle spells them", write_tsv},
  {"json", "SPARQL 1.1 JSON", write_json},
};
const size_t gw_answer_format_count = sizeof gw_answer_formats / sizeof *gw_answer_formats;

GwStatus gw_answer_write(const GwAnswer *answer, const char *format, GwBuffer *out, GwError *error)
{
  const bool graph = answer->form == GW_QUERY_CONSTRUCT;
  const GwSink *sink = gw_sink_find(graph && format ? format : gw_turtle_sink.name);
  if (graph) {
    return sink ? gw_sink_write(sink, answer->graph, out, error)
                : gw_fail(error, GW_ERR_USAGE, "query: CONSTRUCT gives a graph, which '%s' is no "
                          "format for; use turtle", format);
  }
  for (size_t i = 0; i < gw_answer_format_count; i++) {
    if (strcmp(gw_answer_formats[i].name, format ? format : "table") == 0) {
      gw_answer_formats[i].write(answer, out);
      return out->failed ? gw_fail_memory(error) : GW_OK;
    }
  }
  return gw_fail(error, GW_ERR_USAGE, "query: SELECT and ASK have no format '%s'; use table, csv, "
                 "tsv or json", format);
}
