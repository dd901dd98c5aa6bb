#include "export/publish.h"

#include "export/sink.h"
#include "export/url.h"
#include "ontology/read.h"
#include "ontology/vocabulary.h"

#include <stdlib.h>
#include <string.h>

#define MOST_BYTES ((size_t)4 << 30) ///< of a graph that is read back

static const struct {
  const char *content_type, *syntax;
} types[] = {
  {"application/n-triples", "ntriples"}, {"text/plain", "ntriples"}, {"text/turtle", "turtle"},
  {"application/x-turtle", "turtle"},    {"text/n3", "turtle"},      {"application/trig", "trig"},
  {"application/n-quads", "nquads"},     {"application/rdf+xml", "rdfxml"},
};

static const GwSyntax *syntax_of(const char *content_type)
{
  for (size_t i = 0; i < sizeof types / sizeof *types; i++) {
    const bool same = strcmp(types[i].content_type, content_type) == 0;
    for (size_t k = 0; same && k < gw_syntax_count; k++) {
      if (strcmp(gw_syntaxes[k].name, types[i].syntax) == 0) {
        return &gw_syntaxes[k];
      }
    }
  }
  return NULL;
}

static int compare_triples(const GwQuad *a, const GwQuad *b)
{
  int order = gw_term_compare(a->subject, b->subject);
  order = order ? order : gw_term_compare(a->predicate, b->predicate);
  return order ? order : gw_term_compare(a->object, b->object);
}

/* What two sorted lists of triples do not share. */
typedef struct {
  const GwQuad **missing, **extra;
  size_t missing_count, extra_count;
} Difference;

static GwStatus find_difference(GwArena *arena, const GwUpload *upload, const GwQuad *got,
                                size_t got_count, Difference *d, GwError *error)
{
  const size_t sent_count = upload->count;
  size_t i = 0, k = 0;
  *d = (Difference){GW_NEW(arena, sent_count, const GwQuad *),
                    GW_NEW(arena, got_count, const GwQuad *), 0, 0};
  if (!d->missing || !d->extra) {
    return gw_fail_memory(error);
  }
  while (i < sent_count || k < got_count) {
    const int order = i == sent_count ? 1 : k == got_count ? -1
                      : compare_triples(&upload->triples[i], &got[k]);
    if (order < 0) {
      d->missing[d->missing_count++] = &upload->triples[i];
    } else if (order > 0) {
      d->extra[d->extra_count++] = &got[k];
    }
    i += order <= 0;
    k += order >= 0;
  }
  return GW_OK;
}

/* "+000.90" as "0.9"; false for what is no decimal number (XML Schema Datatypes, 3.3.3). */
static bool canonical_decimal(GwView text, GwBuffer *out)
{
  const bool signed_ = text.length && (text.data[0] == '-' || text.data[0] == '+');
  const bool minus = signed_ && text.data[0] == '-';
  text = gw_view_slice(text, signed_, text.length);
  const size_t point = gw_view_find(text, GW_VIEW("."), 0);
  const bool pointed = point < text.length;
  if (text.length == pointed || strspn(text.data, "0123456789.") < text.length
      || gw_view_find(text, GW_VIEW("."), point + 1) < text.length) {
    return false;
  }
  size_t begin = 0, end = text.length;
  while (begin < point && text.data[begin] == '0') {
    begin++;
  }
  while (pointed && end > point && (text.data[end - 1] == '0' || text.data[end - 1] == '.')) {
    end--;
  }
  gw_buffer_text(out, minus && begin < end ? "-" : "");
  gw_buffer_append(out, gw_view_slice(text, begin, end > begin ? end : begin));
  return !out->failed;
}

static bool equal_decimals(GwView a, GwView b)
{
  GwBuffer left = GW_BUFFER_INIT, right = GW_BUFFER_INIT;
  const bool equal = canonical_decimal(a, &left) && canonical_decimal(b, &right)
                     && gw_view_equal(gw_buffer_view(&left), gw_buffer_view(&right));
  gw_buffer_free(&left);
  gw_buffer_free(&right);
  return equal;
}

static bool equal_doubles(GwView a, GwView b)
{
  char *a_end, *b_end;
  const double left = strtod(a.data, &a_end), right = strtod(b.data, &b_end);
  return a_end == a.data + a.length && b_end == b.data + b.length && a.length && b.length
         && !(left < right) && !(left > right);
}

/* The same number, spelled in two ways. Terms of a graph are terminated. */
static bool equal_numbers(const GwTerm *a, const GwTerm *b)
{
  if (a->kind != GW_TERM_LITERAL || b->kind != GW_TERM_LITERAL
      || !gw_view_equal(a->datatype, b->datatype)) {
    return false;
  }
  if (gw_view_is(a->datatype, GW_XSD "double") || gw_view_is(a->datatype, GW_XSD "float")) {
    return equal_doubles(a->value, b->value);
  }
  return (gw_view_is(a->datatype, GW_XSD "decimal") || gw_view_is(a->datatype, GW_XSD "integer"))
         && equal_decimals(a->value, b->value);
}

static int compare_places(const GwQuad *a, const GwQuad *b)
{
  const int order = gw_term_compare(a->subject, b->subject);
  return order ? order : gw_term_compare(a->predicate, b->predicate);
}

/* One of `extra` that says the same as `triple` with another spelling; `from` moves on to where
 * the next one can be, as both are sorted. */
static const GwQuad **find_respelled(const Difference *d, const GwQuad *triple, size_t *from)
{
  while (*from < d->extra_count
         && (!d->extra[*from] || compare_places(d->extra[*from], triple) < 0)) {
    ++*from;
  }
  for (size_t i = *from; i < d->extra_count; i++) {
    if (d->extra[i] && compare_places(d->extra[i], triple) != 0) {
      break;
    }
    if (d->extra[i] && equal_numbers(d->extra[i]->object, triple->object)) {
      return &d->extra[i];
    }
  }
  return NULL;
}

/* Stores keep numbers, not spellings: pairs off what is missing and what is too much. */
static size_t pair_off_numbers(Difference *d)
{
  size_t missing = 0, from = 0, paired = 0;
  for (size_t i = 0; i < d->missing_count; i++) {
    const GwQuad **same = find_respelled(d, d->missing[i], &from);
    if (same) {
      *same = NULL;
      paired++;
    } else {
      d->missing[missing++] = d->missing[i];
    }
  }
  d->missing_count = missing;
  d->extra_count -= paired;
  return paired;
}

static GwStatus fail_differing(const GwUpload *upload, const Difference *d, bool added,
                               GwError *error)
{
  GwArena arena = GW_ARENA_INIT;
  GwBuffer line = GW_BUFFER_INIT;
  char words[300] = "";
  if (d->missing_count && !gw_ntriples_sink.write(d->missing[0], 1, &line, NULL)) {
    gw_http_words(gw_buffer_view(&line), words, sizeof words);
  }
  gw_fail(error, GW_ERR_REMOTE, "%s: of %zu triples sent %zu do not come back%s%s, and %zu come "
          "back that were not sent%s; does something else write there, or does the store alter "
          "what it takes?", gw_url_shown(&arena, upload->url), upload->count,
          d->missing_count, *words ? ", such as " : "", words, added ? 0 : d->extra_count,
          added ? " (not counting those that were there)" : "");
  gw_buffer_free(&line);
  gw_arena_free(&arena);
  return GW_ERR_REMOTE;
}

static GwStatus judge(GwUpload *upload, GwView text, const GwSyntax *syntax, bool added,
                      GwError *error)
{
  GwArena arena = GW_ARENA_INIT;
  const GwQuad *got = NULL;
  Difference d;
  size_t count = 0;
  GwGraph *graph;
  GW_TRY(gw_graph_new(&graph, error));
  GwStatus status = gw_graph_parse(graph, text, syntax, "the store's answer", error);
  if (!status) {
    status = gw_graph_triples(graph, &arena, &got, &count, error);
  }
  if (!status) {
    status = find_difference(&arena, upload, got, count, &d, error);
  }
  if (!status) {
    upload->respelled = pair_off_numbers(&d);
    upload->verified = d.missing_count == 0 && (added || d.extra_count == 0);
    status = upload->verified ? GW_OK : fail_differing(upload, &d, added, error);
  }
  gw_graph_free(graph);
  gw_arena_free(&arena);
  return status;
}

GwStatus gw_publish_verify(GwHttp *http, const GwHttpOptions *options, GwUpload *upload,
                           bool added, GwError *error)
{
  GwHttpAnswer answer = GW_HTTP_ANSWER_INIT;
  const GwHttpRequest request = {.method = "GET", .url = upload->url, .limit = MOST_BYTES,
                                 .accept = "text/turtle, application/n-triples;q=0.8"};
  GwStatus status = gw_http_send(http, &request, &answer, error);
  const GwSyntax *syntax = syntax_of(answer.content_type);
  if (!status && answer.status != 200) {
    status = gw_http_refusal(options, &request, &answer, error);
  } else if (!status && (!syntax || answer.cut)) {
    GwArena arena = GW_ARENA_INIT;
    status = gw_fail(error, GW_ERR_REMOTE, "%s: the graph comes back as '%s', which cannot be "
                     "compared with what was sent", gw_url_shown(&arena, upload->url),
                     answer.content_type);
    gw_arena_free(&arena);
  }
  if (!status) {
    status = judge(upload, gw_buffer_view(&answer.body), syntax, added, error);
  }
  gw_http_answer_free(&answer);
  return status;
}
