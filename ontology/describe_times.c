/* When statements hold. Days, months and years are literals; other spans of the calendar are nodes
 * that every document shares, since they are the same for all. */
#include "ontology/description.h"

#include "extract/knowledge/timex.h"

static bool is_open(GwDate d)
{
  return d.year == 0;
}

static GwStatus date_literal(GwDescription *d, GwDate date, GwTerm *term, GwError *error)
{
  const GwView text = gw_date_write(d->arena, date);
  if (!text.data) {
    return gw_fail_memory(error);
  }
  *term = gw_typed(text, date.day ? GW_XSD "date" : date.month ? GW_XSD "gYearMonth"
                                                               : GW_XSD "gYear");
  return GW_OK;
}

/* A day that a span begins or ends with. */
static GwStatus describe_end(GwDescription *d, GwView span, const char *property, GwDate day,
                             GwError *error)
{
  GwTerm date;
  if (is_open(day)) {
    return GW_OK;
  }
  GW_TRY(date_literal(d, day, &date, error));
  const GwView node = gw_view_format(d->arena, "%.*stime/%.*s", GW_PRINT(d->base),
                                     GW_PRINT(date.value));
  if (!node.data) {
    return gw_fail_memory(error);
  }
  GW_TRY(gw_put_iri(d, span, property, node, error));
  GW_TRY(gw_put_type(d, node, GW_NAMESPACE "Time", error));
  GW_TRY(gw_put_type(d, node, GW_TIME_NAMESPACE "Instant", error));
  GW_TRY(gw_put(d, node, GW_RDFS "label", gw_text(date.value, "en"), error));
  return gw_put(d, node, GW_TIME_NAMESPACE "inXSDDate", date, error);
}

static GwView span_label(const GwDescription *d, const GwTimex *x)
{
  const GwView begin = is_open(x->begin) ? GW_VIEW("") : gw_date_write(d->arena, x->begin);
  const GwView end = is_open(x->end) ? GW_VIEW("") : gw_date_write(d->arena, x->end);
  const char *before = is_open(x->end) ? "from " : "";
  const char *between = is_open(x->begin) ? "until " : is_open(x->end) ? "" : " to ";
  return gw_view_format(d->arena, "%s%.*s%s%.*s", before, GW_PRINT(begin), between,
                        GW_PRINT(end));
}

static GwStatus describe_span(GwDescription *d, const GwTimex *x, GwTerm *term, GwError *error)
{
  const GwView none = GW_VIEW("");
  const GwView begin = is_open(x->begin) ? none : gw_date_write(d->arena, x->begin);
  const GwView end = is_open(x->end) ? none : gw_date_write(d->arena, x->end);
  const GwView label = span_label(d, x);
  const char *before = is_open(x->end) ? "from-" : "";
  const char *between = is_open(x->begin) ? "until-" : is_open(x->end) ? "" : "--";
  const GwView node = gw_view_format(d->arena, "%.*stime/%s%.*s%s%.*s", GW_PRINT(d->base), before,
                                     GW_PRINT(begin), between, GW_PRINT(end));
  if (!begin.data || !end.data || !label.data || !node.data) {
    return gw_fail_memory(error);
  }
  *term = gw_iri(node);
  GW_TRY(gw_put_type(d, node, GW_NAMESPACE "Time", error));
  GW_TRY(gw_put_type(d, node, GW_TIME_NAMESPACE "ProperInterval", error));
  GW_TRY(gw_put(d, node, GW_RDFS "label", gw_text(label, "en"), error));
  GW_TRY(describe_end(d, node, GW_TIME_NAMESPACE "hasBeginning", x->begin, error));
  return describe_end(d, node, GW_TIME_NAMESPACE "hasEnd", x->end, error);
}

static GwStatus put_calendar(GwDescription *d, GwView statement, const GwTimex *x,
                             GwError *error)
{
  GwTerm value;
  if (is_open(x->unit)) {
    GW_TRY(describe_span(d, x, &value, error));
  } else {
    GW_TRY(date_literal(d, x->unit, &value, error));
  }
  return gw_put(d, statement, GW_NAMESPACE "time", value, error);
}

static GwStatus put_length(GwDescription *d, GwView statement, const GwTimex *x, GwError *error)
{
  const bool exact = x->lower.amount == x->upper.amount && x->lower.months == x->upper.months;
  if (x->kind == GW_TIMEX_RECURRING) {
    return gw_put_duration(d, statement, GW_NAMESPACE "every", x->lower, error);
  }
  if (exact) {
    return gw_put_duration(d, statement, GW_NAMESPACE "duration", x->lower, error);
  }
  GW_TRY(gw_put_duration(d, statement, GW_NAMESPACE "minimumDuration", x->lower, error));
  return gw_put_duration(d, statement, GW_NAMESPACE "maximumDuration", x->upper, error);
}

/* The words of a time, and its value where the calendar gives one. */
static GwStatus put_time(GwDescription *d, GwView statement, const GwQualifier *q,
                          GwError *error)
{
  GwTerm words, date;
  GW_TRY(gw_words(d, q->text, &words, error));
  GW_TRY(gw_put(d, statement, GW_NAMESPACE "timeText", words, error));
  if (q->timex) {
    return q->timex->kind == GW_TIMEX_CALENDAR ? put_calendar(d, statement, q->timex, error)
                                               : put_length(d, statement, q->timex, error);
  }
  return gw_date_term(d->arena, q->text, true, &date)
           ? gw_put(d, statement, GW_NAMESPACE "time", date, error) : GW_OK;
}

static bool is_earlier(GwDate a, GwDate b)
{
  return gw_day_number(a) < gw_day_number(b);
}

/* Several times narrow each other down: "on Tuesday in March". */
static void narrow(GwTimex *all, const GwTimex *x)
{
  if (!is_open(x->begin) && (is_open(all->begin) || is_earlier(all->begin, x->begin))) {
    all->begin = x->begin;
  }
  if (!is_open(x->end) && (is_open(all->end) || is_earlier(x->end, all->end))) {
    all->end = x->end;
  }
}

static GwStatus put_days(GwDescription *d, GwView statement, const GwTimex *all, GwError *error)
{
  GwTerm day;
  if (!is_open(all->begin) && !is_open(all->end) && is_earlier(all->end, all->begin)) {
    return GW_OK;                     /* times of different things */
  }
  if (!is_open(all->begin)) {
    GW_TRY(date_literal(d, all->begin, &day, error));
    GW_TRY(gw_put(d, statement, GW_NAMESPACE "firstDay", day, error));
  }
  if (is_open(all->end)) {
    return GW_OK;
  }
  GW_TRY(date_literal(d, all->end, &day, error));
  return gw_put(d, statement, GW_NAMESPACE "lastDay", day, error);
}

GwStatus gw_describe_times(GwDescription *d, size_t statement, GwError *error)
{
  const GwStatement *s = &d->knowledge->statements[statement];
  GwTimex all = {.kind = GW_TIMEX_CALENDAR};
  for (size_t i = 0; i < s->qualifier_count; i++) {
    const GwQualifier *q = &s->qualifiers[i];
    if (!gw_view_is(gw_view(q->role), "time")) {
      continue;
    }
    if (q->entity != GW_NO_INDEX) {
      GW_TRY(gw_put_iri(d, d->statements[statement], GW_NAMESPACE "time", d->entities[q->entity],
                        error));
      continue;
    }
    GW_TRY(put_time(d, d->statements[statement], q, error));
    if (q->timex && q->timex->kind == GW_TIMEX_CALENDAR) {
      narrow(&all, q->timex);
    }
  }
  return put_days(d, d->statements[statement], &all, error);
}
