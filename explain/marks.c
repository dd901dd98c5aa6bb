/* A sentence with some of its words marked. */
#include "explain/parts.h"

#include <stdlib.h>
#include <string.h>

void gw_mark_add(GwMarks *marks, GwSpan span, const char *what)
{
  if (span.begin < span.end && marks->count < GW_MARKS) {
    marks->marks[marks->count++] = (GwMark){span, what};
  }
}

GwSpan gw_span_of_phrase(const GwSentence *s, GwPhrase phrase)
{
  return (GwSpan){s->tokens[phrase.first].span.begin, s->tokens[phrase.last].span.end};
}

GwSpan gw_span_of_text(const GwExplainer *x, GwView text)
{
  const GwView all = x->knowledge->document->article->text;
  const bool inside = text.length && text.data >= all.data
                      && text.data + text.length <= all.data + all.length;
  const size_t begin = inside ? (size_t)(text.data - all.data) : 0;
  return (GwSpan){begin, inside ? begin + text.length : 0};
}

GwSpan gw_span_of_head(const GwExplainer *x, size_t sentence, size_t token)
{
  const GwSentence *s = &x->knowledge->document->sentences[sentence];
  if (token >= s->token_count) {
    return (GwSpan){0, 0};
  }
  const size_t m = gw_mention_at(x->knowledge, sentence, token);
  if (m != GW_NO_INDEX) {
    const GwMention *mention = &x->knowledge->mentions[m];
    return gw_span_of_phrase(s, (GwPhrase){mention->first, mention->last});
  }
  const bool clause = gw_is_verbal(s, token) || s->tokens[token].upos == GW_VERB;
  return gw_span_of_phrase(s, clause ? gw_clause_phrase(s, token) : (GwPhrase){token, token});
}

/* Outer marks before inner ones. */
static int compare(const void *a, const void *b)
{
  const GwSpan p = ((const GwMark *)a)->span, q = ((const GwMark *)b)->span;
  if (p.begin != q.begin) {
    return p.begin < q.begin ? -1 : 1;
  }
  if (p.end != q.end) {
    return p.end > q.end ? -1 : 1;
  }
  return strcmp(((const GwMark *)a)->what, ((const GwMark *)b)->what);
}

/* Sort, and drop marks outside the sentence, repeated, or half inside another. */
static void put_in_order(GwMarks *marks, GwSpan sentence)
{
  size_t kept = 0;
  qsort(marks->marks, marks->count, sizeof *marks->marks, compare);
  for (size_t i = 0; i < marks->count; i++) {
    const GwMark m = marks->marks[i];
    bool good = m.span.begin >= sentence.begin && m.span.end <= sentence.end;
    for (size_t k = 0; k < kept && good; k++) {
      const GwSpan other = marks->marks[k].span;
      const bool crosses = m.span.begin < other.end && m.span.end > other.end;
      good = !crosses && !(kept == k + 1 && compare(&m, &marks->marks[k]) == 0);
    }
    if (good) {
      marks->marks[kept++] = m;
    }
  }
  marks->count = kept;
}

/* Foreground colours of a terminal that are read on black and on white. */
static const char *colour_of(const char *what)
{
  static const struct {
    const char *what, *code;
  } colours[] = {{"subject", "1;34"}, {"predicate", "1;31"}, {"object", "1;32"}, {"cue", "1;35"}};
  for (size_t i = 0; i < sizeof colours / sizeof *colours; i++) {
    if (strcmp(colours[i].what, what) == 0) {
      return colours[i].code;
    }
  }
  return "36";
}

static void open_mark(const GwExplainer *x, const char *what, GwBuffer *out)
{
  if (x->colour) {
    gw_buffer_format(out, "\033[%sm", colour_of(what));
  } else {
    gw_buffer_format(out, "[%s: ", what);
  }
}

/* Behind an inner mark the colour of the outer one goes on. */
static void close_mark(const GwExplainer *x, const char *outer, GwBuffer *out)
{
  if (!x->colour) {
    gw_buffer_char(out, ']');
    return;
  }
  gw_buffer_text(out, "\033[0m");
  if (outer) {
    open_mark(x, outer, out);
  }
}

static void write_legend(const GwMarks *marks, GwBuffer *out)
{
  gw_buffer_text(out, "  ");
  for (size_t i = 0; i < marks->count; i++) {
    bool told = false;
    for (size_t k = 0; k < i && !told; k++) {
      told = strcmp(marks->marks[k].what, marks->marks[i].what) == 0;
    }
    if (!told) {
      gw_buffer_format(out, "%s\033[%sm%s\033[0m", i ? " " : "", colour_of(marks->marks[i].what),
                       marks->marks[i].what);
    }
  }
  gw_buffer_char(out, '\n');
}

void gw_mark_sentence(const GwExplainer *x, size_t sentence, GwMarks *marks, GwBuffer *out)
{
  const GwArticle *article = x->knowledge->document->article;
  const GwSpan span = x->knowledge->document->sentences[sentence].span;
  const GwMark *open[GW_MARKS];
  size_t next = 0, depth = 0;
  put_in_order(marks, span);
  gw_buffer_text(out, "  ");
  for (size_t at = span.begin; at <= span.end; at++) {
    while (depth && open[depth - 1]->span.end == at) {
      depth--;
      close_mark(x, depth ? open[depth - 1]->what : NULL, out);
    }
    for (; next < marks->count && marks->marks[next].span.begin == at; next++) {
      open[depth++] = &marks->marks[next];
      open_mark(x, marks->marks[next].what, out);
    }
    if (at < span.end) {
      gw_buffer_char(out, article->text.data[at] == '\n' ? ' ' : article->text.data[at]);
    }
  }
  gw_buffer_char(out, '\n');
  if (x->colour) {
    write_legend(marks, out);
  }
}
