#include "ontology/description.h"

#include "base/hash.h"
#include "extract/knowledge/quantities.h"

enum { LABEL_TOKENS = 16 };

/* The words from the quantity to the end of what it counts, and its rate. */
GwView gw_quantity_words(const GwKnowledge *k, const GwQuantity *q)
{
  const GwSentence *s = &k->document->sentences[q->sentence];
  size_t last = q->last;
  if (q->counted != GW_NO_INDEX && q->counted > last) {
    const size_t mention = gw_mention_at(k, q->sentence, q->counted);
    const size_t end = mention == GW_NO_INDEX ? q->counted : k->mentions[mention].last;
    last = end > last && end < q->first + LABEL_TOKENS ? end : last;
  }
  if (q->per_word != GW_NO_INDEX && q->per_word > last && q->per_word <= last + 2) {
    last = q->per_word;
  }
  return gw_view_slice(k->document->article->text, s->tokens[q->first].span.begin,
                       s->tokens[last].span.end);
}

/* A quantity is named by a hash of its words and their place. */
GwStatus gw_mint_quantities(GwDescription *d, GwError *error)
{
  const GwKnowledge *k = d->knowledge;
  d->quantities = GW_NEW(d->arena, k->quantity_count + 1, GwView);
  if (!d->quantities) {
    return gw_fail_memory(error);
  }
  for (size_t i = 0; i < k->quantity_count; i++) {
    const GwQuantity *q = &k->quantities[i];
    char hash[13];
    const GwView sentence = d->sentences[q->sentence].iri;
    const GwView content = gw_view_format(
      d->arena, "%.*s\x1f%.*s\x1f%zu", GW_PRINT(gw_quantity_words(k, q)),
      GW_PRINT(gw_view_slice(sentence, d->base.length, sentence.length)), q->number);
    gw_hash_name(content, hash);
    d->quantities[i] = gw_view_format(d->arena, "%.*s/quantity/%s", GW_PRINT(d->document), hash);
    if (!content.data || !d->quantities[i].data) {
      return gw_fail_memory(error);
    }
  }
  return GW_OK;
}

static GwStatus put_decimal(GwDescription *d, GwView node, const char *property, GwDecimal value,
                            GwError *error)
{
  const GwView text = gw_decimal_write(d->arena, value);
  if (!text.data) {
    return gw_fail_memory(error);
  }
  return gw_put(d, node, property, gw_typed(text, gw_decimal_is_whole(value) ? GW_XSD "integer"
                                                                            : GW_XSD "decimal"),
                error);
}

static GwStatus put_amount(GwDescription *d, GwView node, const GwAmount *amount, GwError *error)
{
  if (amount->has_value) {
    GW_TRY(put_decimal(d, node, GW_NAMESPACE "value", amount->value, error));
  }
  if (amount->has_lower) {
    GW_TRY(put_decimal(d, node, GW_NAMESPACE "lowerBound", amount->lower, error));
  }
  if (amount->has_upper) {
    GW_TRY(put_decimal(d, node, GW_NAMESPACE "upperBound", amount->upper, error));
  }
  return amount->approximate ? gw_put(d, node, GW_NAMESPACE "approximate",
                                      gw_typed(GW_VIEW("true"), GW_XSD "boolean"), error) : GW_OK;
}

/* "unit:TONNE" and "gw:Degree" as IRIs. */
static GwStatus put_unit(GwDescription *d, GwView node, const GwQuantity *q, GwError *error)
{
  const GwView unit = q->share ? GW_VIEW("gw:Share") : q->unit;
  GwView iri;
  if (q->currency.length) {
    GW_TRY(gw_put(d, node, GW_NAMESPACE "currency", gw_string(q->currency), error));
  }
  if (gw_view_starts(unit, GW_VIEW("unit:"))) {
    GW_TRY(gw_join(d, GW_VIEW(GW_UNIT), gw_view_slice(unit, 5, unit.length), &iri, error));
    return gw_put_iri(d, node, GW_NAMESPACE "unit", iri, error);
  }
  if (gw_view_starts(unit, GW_VIEW("gw:"))) {
    GW_TRY(gw_join(d, GW_VIEW(GW_NAMESPACE), gw_view_slice(unit, 3, unit.length), &iri, error));
    return gw_put_iri(d, node, GW_NAMESPACE "unit", iri, error);
  }
  return GW_OK;
}

GwStatus gw_put_duration(GwDescription *d, GwView node, const char *property,
                         GwDuration duration, GwError *error)
{
  const GwView text = duration.amount ? gw_duration_write(d->arena, duration) : GW_VIEW("");
  if (!text.data) {
    return gw_fail_memory(error);
  }
  return text.length ? gw_put(d, node, property, gw_typed(text, GW_XSD "duration"), error) : GW_OK;
}

static GwStatus describe_quantity(GwDescription *d, size_t index, GwError *error)
{
  const GwQuantity *q = &d->knowledge->quantities[index];
  const GwView node = d->quantities[index];
  GwTerm label;
  GW_TRY(gw_words(d, gw_quantity_words(d->knowledge, q), &label, error));
  GW_TRY(gw_put_type(d, node, GW_NAMESPACE "Quantity", error));
  GW_TRY(gw_put(d, node, GW_RDFS "label", label, error));
  GW_TRY(put_amount(d, node, &q->amount, error));
  GW_TRY(put_unit(d, node, q, error));
  GW_TRY(gw_put_duration(d, node, GW_NAMESPACE "per", q->per, error));
  if (q->counts != GW_NO_INDEX) {
    GW_TRY(gw_put_iri(d, node, GW_NAMESPACE "counts", d->entities[q->counts], error));
  }
  d->sentences[q->sentence].used = true;
  return gw_put_iri(d, node, GW_NAMESPACE "evidence", d->sentences[q->sentence].iri, error);
}

/* Entities that are amounts themselves ("11 percent"). */
static GwStatus describe_entity_amounts(GwDescription *d, const bool *told, GwError *error)
{
  const GwKnowledge *k = d->knowledge;
  for (size_t i = 0; i < k->entity_count; i++) {
    const GwQuantity *q = k->entities[i].quantity;
    if (q && told[q - k->quantities]) {
      const size_t number = (size_t)(q - k->quantities);
      GW_TRY(gw_put_iri(d, d->entities[i], GW_NAMESPACE "quantity", d->quantities[number],
                        error));
    }
  }
  return GW_OK;
}

/* Numbers that count nothing, measure nothing and stand in no statement are left out. */
GwStatus gw_describe_quantities(GwDescription *d, GwError *error)
{
  const GwKnowledge *k = d->knowledge;
  bool *told = GW_NEW(d->arena, k->quantity_count + 1, bool);
  if (!told) {
    return gw_fail_memory(error);
  }
  for (size_t i = 0; i < k->statement_count; i++) {
    for (size_t a = 0; a < k->statements[i].amount_count; a++) {
      told[k->statements[i].amounts[a].quantity] = true;
    }
  }
  for (size_t i = 0; i < k->quantity_count; i++) {
    const GwQuantity *q = &k->quantities[i];
    const bool measure = q->share || q->currency.length
                         || (q->unit.length && !gw_view_is(q->unit, "gw:Factor"));
    told[i] = told[i] || measure || q->counts != GW_NO_INDEX;
    if (told[i]) {
      GW_TRY(describe_quantity(d, i, error));
    }
  }
  return describe_entity_amounts(d, told, error);
}
