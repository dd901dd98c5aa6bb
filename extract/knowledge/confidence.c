#include "extract/knowledge/confidence.h"

#include "extract/knowledge/table.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { RULES = 64, NUMBER_BYTES = 32 };

typedef struct {
  double mean, weight;
} Weight;

struct GwConfidence {
  double bias;
  Weight features[GW_FEATURE_COUNT];
  GwView rules[RULES]; ///< in the mapped table
  Weight rule_weights[RULES];
  size_t rule_count;
};

static GwStatus read_number(const GwTable *table, GwView field, double *number, GwError *error)
{
  char digits[NUMBER_BYTES], *end = digits;
  if (field.length && field.length < sizeof digits) {
    memcpy(digits, field.data, field.length);
    digits[field.length] = '\0';
    *number = strtod(digits, &end);
  }
  return end == digits || *end || !isfinite(*number)
           ? gw_table_fail(table, error, "a weight is no number") : GW_OK;
}

static GwStatus add_weight(GwConfidence *c, const GwTable *table, GwError *error)
{
  Weight w = {0, 0};
  const GwView name = table->fields[0], mark = GW_VIEW("rule=");
  GW_TRY(read_number(table, table->fields[1], &w.mean, error));
  GW_TRY(read_number(table, table->fields[2], &w.weight, error));
  if (gw_view_is(name, "bias")) {
    c->bias = w.weight;
    return GW_OK;
  }
  if (gw_view_starts(name, mark) && c->rule_count < RULES) {
    c->rules[c->rule_count] = gw_view_slice(name, mark.length, name.length);
    c->rule_weights[c->rule_count++] = w;
    return GW_OK;
  }
  for (size_t i = 0; i < GW_FEATURE_COUNT; i++) {
    if (gw_view_is(name, gw_feature_name((GwFeature)i))) {
      c->features[i] = w;
      return GW_OK;
    }
  }
  return gw_table_fail(table, error, "a feature is not known");
}

GwStatus gw_confidence_open(GwArena *arena, GwConfidence **confidence, GwError *error)
{
  GwTable table;
  bool more = true;
  GwConfidence *c = GW_NEW(arena, 1, GwConfidence);
  if (!c) {
    return gw_fail_memory(error);
  }
  GW_TRY(gw_table_open(arena, GW_CONFIDENCE_TABLE, 3, &table, error));
  GW_TRY(gw_table_next(&table, &more, error)); /* the header */
  while (more) {
    GW_TRY(gw_table_next(&table, &more, error));
    if (more) {
      GW_TRY(add_weight(c, &table, error));
    }
  }
  *confidence = c;
  return GW_OK;
}

double gw_confidence_effect(const GwConfidence *c, GwFeature feature, double value)
{
  return c->features[feature].weight * (value - c->features[feature].mean);
}

double gw_confidence_rule_effect(const GwConfidence *c, const char *rule)
{
  double effect = 0;
  for (size_t i = 0; i < c->rule_count; i++) {
    const double value = rule && gw_view_is(c->rules[i], rule) ? 1 : 0;
    effect += c->rule_weights[i].weight * (value - c->rule_weights[i].mean);
  }
  return effect;
}

static double confidence_of(const GwConfidence *c, const GwKnowledge *k, const GwStatement *s)
{
  double values[GW_FEATURE_COUNT];
  double odds = c->bias + gw_confidence_rule_effect(c, s->rule);
  gw_confidence_features(k, s, values);
  for (size_t i = 0; i < GW_FEATURE_COUNT; i++) {
    odds += gw_confidence_effect(c, (GwFeature)i, values[i]);
  }
  return 1 / (1 + exp(-odds));
}

void gw_set_confidences(const GwConfidence *confidence, GwKnowledge *knowledge)
{
  for (size_t i = 0; i < knowledge->statement_count; i++) {
    GwStatement *s = &knowledge->statements[i];
    s->estimate = s->confidence;
    s->confidence = confidence ? confidence_of(confidence, knowledge, s) : s->estimate;
  }
}
