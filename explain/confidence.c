/* Why a statement is as sure as it is. */
#include "explain/parts.h"
#include "extract/knowledge/confidence.h"

enum { REASONS = 3 };

#define TELLING 0.15 ///< log odds from which an effect is worth a word

typedef struct {
  double effect;
  const char *words;
} Reason;

/* Keep the strongest reasons, strongest first. */
static void note(Reason reasons[REASONS], Reason new)
{
  for (size_t i = 0; i < REASONS && new.effect < -TELLING; i++) {
    if (!reasons[i].words || new.effect < reasons[i].effect) {
      const Reason weaker = reasons[i];
      reasons[i] = new;
      new = weaker;
    }
  }
}

void gw_write_confidence(const GwExplainer *x, const GwStatement *s, GwBuffer *out)
{
  const GwConfidence *c = x->resources->confidence;
  double values[GW_FEATURE_COUNT];
  Reason reasons[REASONS] = {{0, NULL}};
  gw_write_head(out, "Confidence");
  gw_buffer_format(out, "%.2f", s->confidence);
  if (c) {
    gw_confidence_features(x->knowledge, s, values);
    note(reasons, (Reason){gw_confidence_rule_effect(c, s->rule), "the rule, often wrong"});
  }
  for (size_t i = 0; c && i < GW_FEATURE_COUNT; i++) {
    const double effect = gw_confidence_effect(c, (GwFeature)i, values[i]);
    note(reasons, (Reason){effect, gw_feature_words((GwFeature)i)});
  }
  for (size_t i = 0; i < REASONS && reasons[i].words; i++) {
    gw_buffer_format(out, "%s%s", i ? "; " : ", lowered by: ", reasons[i].words);
  }
  gw_buffer_char(out, '\n');
}
