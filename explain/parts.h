/** @file parts.h
 * What the parts of an explanation share.
 */
#ifndef GW_EXPLAIN_PARTS_H
#define GW_EXPLAIN_PARTS_H

#include "explain/explain.h"
#include "extract/knowledge/phrases.h"

/** Some words of a sentence and what they are: "subject". */
typedef struct {
  GwSpan span; ///< bytes of the article
  const char *what;
} GwMark;

enum { GW_MARKS = 24 };

typedef struct {
  GwMark marks[GW_MARKS];
  size_t count;
} GwMarks;

/** Add a mark; an empty span, and one more than there is room for, is left out. */
void gw_mark_add(GwMarks *marks, GwSpan span, const char *what);

/** Write a sentence on one line with its marks, "the [subject: Senate] [bans: banned] ...", or in
 * colours with a legend below. Marks may be nested; one that only overlaps another is left out. */
void gw_mark_sentence(const GwExplainer *x, size_t sentence, GwMarks *marks, GwBuffer *out);

/** Bytes of some tokens, and of a view that may be a slice of the article (else empty). */
GwSpan gw_span_of_phrase(const GwSentence *s, GwPhrase phrase);
GwSpan gw_span_of_text(const GwExplainer *x, GwView text);

/** The span of the phrase that a token heads: of its mention, of its clause, or the token. */
GwSpan gw_span_of_head(const GwExplainer *x, size_t sentence, size_t token);

/** "Senate bans exports", with "not" and the modality. */
void gw_write_claim(const GwExplainer *x, const GwStatement *s, GwBuffer *out);

/** A rule ("cause-preposition") in words; NULL for one that has none. */
const char *gw_rule_words(const char *rule);

/** How sure a statement is, and what lowers it. */
void gw_write_confidence(const GwExplainer *x, const GwStatement *s, GwBuffer *out);

/** Begin a line: what it tells, padded. */
void gw_write_head(GwBuffer *out, const char *head);

void gw_explain_entity(const GwExplainer *x, size_t entity, GwBuffer *out);
void gw_explain_statement(const GwExplainer *x, size_t statement, GwBuffer *out);

#endif
