/** @file answers.h
 * Answers to queries as text: a table for people, and the formats of the W3C for programs.
 */
#ifndef GW_EXPORT_QUERY_ANSWERS_H
#define GW_EXPORT_QUERY_ANSWERS_H

#include "base/buffer.h"
#include "export/query/query.h"

/** A format for the answers of SELECT and ASK. */
typedef struct {
  const char *name; ///< "json"
  const char *help;
  void (*write)(const GwAnswer *answer, GwBuffer *out);
} GwAnswerFormat;

extern const GwAnswerFormat gw_answer_formats[];
extern const size_t gw_answer_format_count;

/** Columns with aligned, prefixed names for IRIs; wide characters count double. */
void gw_answer_table(const GwAnswer *answer, GwBuffer *out);

/** Append the answer. `format` names an answer format or, for CONSTRUCT, an output format of
 * sink.h; NULL is a table, or Turtle. Fails with GW_ERR_USAGE for a format that the form of the
 * query does not have. */
GwStatus gw_answer_write(const GwAnswer *answer, const char *format, GwBuffer *out,
                         GwError *error);

#endif
