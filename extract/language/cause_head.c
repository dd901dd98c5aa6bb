#include "extract/language/cause_head.h"

#include "extract/language/cause_spans.h"

#include <math.h>
#include <string.h>

typedef struct {
  const char *name;
  size_t rows, columns;
  const float **values;
} Table;

static GwStatus bind_tables(const GwModelFile *m, GwArena *arena, GwCauseHead *h, GwError *error)
{
  const size_t upos = h->heads->upos.count + 1, deprel = h->heads->deprel.count + 1;
  const size_t roles = h->heads->roles.count + 1;
  const Table tables[] = {
    {"mix", 1, GW_LAYERS, &h->mix},
    {"cause_deprel.weight", deprel, GW_CAUSE_END, &h->cause_deprel},
    {"effect_deprel.weight", deprel, GW_CAUSE_END, &h->effect_deprel},
    {"classes.weight", GW_CAUSE_CLASSES, 1, &h->classes},
    {"distances.weight", GW_CAUSE_DISTANCES, 1, &h->distances},
    {"role_cause.weight", roles, 1, &h->role_cause},
    {"role_effect.weight", roles, 1, &h->role_effect},
    {"word_upos.weight", upos, GW_CAUSE_SPAN, &h->word_upos},
    {"before_upos.weight", upos, GW_CAUSE_SPAN, &h->before_upos},
    {"after_upos.weight", upos, GW_CAUSE_SPAN, &h->after_upos},
    {"word_deprel.weight", deprel, GW_CAUSE_SPAN, &h->word_deprel},
  };
  for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
    const Table *t = &tables[i];
    GW_TRY(gw_model_floats(m, arena, t->name, t->rows, t->columns, t->values, error));
  }
  return GW_OK;
}

GwStatus gw_cause_head_bind(const GwModelFile *m, GwArena *arena, const GwHeads *heads,
                            GwCauseHead *h, GwError *error)
{
  h->heads = heads;
  GW_TRY(bind_tables(m, arena, h, error));
  const struct {
    const char *name;
    GwLinear *layer;
    size_t out, in;
    bool bias;
  } layers[] = {
    {"cause", &h->cause, GW_CAUSE_END, 3 * GW_WIDE, true},
    {"effect", &h->effect, GW_CAUSE_END, 3 * GW_WIDE, true},
    {"pair", &h->pair, GW_CAUSE_END, GW_CAUSE_END, false},
    {"cause_alone", &h->cause_alone, 1, GW_CAUSE_END, true},
    {"effect_alone", &h->effect_alone, 1, GW_CAUSE_END, false},
    {"threshold", &h->threshold, 1, GW_WIDE, true},
    {"word", &h->word, GW_CAUSE_SPAN, 4 * GW_WIDE, true},
    {"ends", &h->ends, GW_CAUSE_SPAN, 2 * GW_WIDE, false},
    {"relation", &h->relation, GW_CAUSE_SPAN, GW_CAUSE_FEATURES, false},
    {"out", &h->out, GW_CAUSE_OUT, GW_CAUSE_SPAN, true},
    {"out_relation", &h->out_relation, GW_CAUSE_OUT, GW_CAUSE_FEATURES, false},
  };
  for (size_t i = 0; i < sizeof layers / sizeof *layers; i++) {
    GW_TRY(gw_linear_bind(m, arena, layers[i].name, layers[i].out, layers[i].in, layers[i].bias,
                          layers[i].layer, error));
  }
  return GW_OK;
}

/* One sentence in the making. */
typedef struct {
  const GwCauseHead *head;
  const GwAnalysis *a;
  GwArena *arena;
  GwCauseTree tree;
  size_t n;            ///< words with the root
  float *x;            ///< [n x GW_WIDE]
  size_t *candidates;  ///< words that can head a cause or an effect
  size_t candidate_count;
  bool failed;
} Reading;

static float *floats(Reading *r, size_t count)
{
  float *result = GW_NEW(r->arena, count + 16, float);
  r->failed = r->failed || !result;
  return result;
}

static void look(Reading *r, const GwBatch *batch, const GwEncoded *at)
{
  r->x = floats(r, r->n * GW_WIDE);
  for (size_t w = 0; w < r->n && !r->failed; w++) {
    float *x = r->x + w * GW_WIDE;
    for (size_t l = 0; l < GW_LAYERS; l++) {
      if (r->head->mix[l] > 0) {
        gw_add_scaled(x, batch->states[l] + (at->first_word + w) * GW_HIDDEN, r->head->mix[l],
                      GW_HIDDEN);
      }
    }
    memcpy(x + GW_HIDDEN, batch->spell + (at->first_word + w) * GW_SPELL, GW_SPELL * sizeof *x);
  }
}

static bool can_head(const char *upos)
{
  static const char *const tags[] = {"VERB", "NOUN", "PROPN", "ADJ", "PRON", "NUM"};
  for (size_t i = 0; i < sizeof tags / sizeof *tags; i++) {
    if (strcmp(upos, tags[i]) == 0) {
      return true;
    }
  }
  return false;
}

static void find_candidates(Reading *r)
{
  r->candidates = GW_NEW(r->arena, r->n, size_t);
  r->failed = r->failed || !r->candidates;
  for (size_t w = 1; w < r->n && !r->failed; w++) {
    if (can_head(r->head->heads->upos.names[r->a->upos[w]])) {
      r->candidates[r->candidate_count++] = w;
    }
  }
}

/* [candidates x GW_CAUSE_END]: words as ends of pairs, with their marker and head. */
static float *as_ends(Reading *r, const GwLinear *layer, const float *deprel)
{
  const size_t k = r->candidate_count;
  float *around = floats(r, k * 3 * GW_WIDE), *end = floats(r, k * GW_CAUSE_END);
  if (r->failed) {
    return NULL;
  }
  for (size_t i = 0; i < k; i++) {
    const size_t w = r->candidates[i];
    const size_t parts[] = {w, r->tree.marker[w], r->tree.heads[w]};
    for (size_t p = 0; p < 3; p++) {
      memcpy(around + (3 * i + p) * GW_WIDE, r->x + parts[p] * GW_WIDE,
             GW_WIDE * sizeof *around);
    }
  }
  gw_linear(layer, around, layer->in, k, end);
  for (size_t i = 0; i < k; i++) {
    gw_add_scaled(end + i * GW_CAUSE_END,
                  deprel + r->a->deprel[r->candidates[i]] * GW_CAUSE_END, 1, GW_CAUSE_END);
  }
  gw_gelu(end, k * GW_CAUSE_END);
  return end;
}

/* The role of `argument` for `predicate`; the number of roles where it has none. */
static size_t role_of(const Reading *r, size_t predicate, size_t argument)
{
  for (size_t k = 0; k < r->a->predicate_count; k++) {
    if (r->a->predicates[k] == predicate) {
      const size_t role = r->a->roles[k * r->n + argument];
      return role ? role : r->head->heads->roles.count;
    }
  }
  return r->head->heads->roles.count;
}

static float score_pair(const Reading *r, size_t c, size_t e)
{
  const GwCauseHead *h = r->head;
  return h->classes[gw_cause_class(&r->tree, c, e)] + h->distances[gw_cause_distance(c, e)]
         + h->role_cause[role_of(r, e, c)] + h->role_effect[role_of(r, c, e)];
}

/* Keep the pair among the best; `count` grows up to GW_CAUSE_PROPOSALS. */
static void keep(GwCausePair *best, size_t *count, GwCausePair pair)
{
  size_t place = *count;
  while (place > 0 && best[place - 1].score < pair.score) {
    place--;
  }
  if (place == GW_CAUSE_PROPOSALS) {
    return;
  }
  *count += *count < GW_CAUSE_PROPOSALS;
  memmove(best + place + 1, best + place, (*count - place - 1) * sizeof *best);
  best[place] = pair;
}

/* The best pairs whose score is above the threshold. */
static size_t propose(Reading *r, GwCausePair best[GW_CAUSE_PROPOSALS])
{
  const GwCauseHead *h = r->head;
  const size_t k = r->candidate_count;
  float *c = as_ends(r, &h->cause, h->cause_deprel), *e = as_ends(r, &h->effect, h->effect_deprel);
  float *turned = floats(r, k * GW_CAUSE_END), threshold;
  size_t count = 0;
  if (r->failed) {
    return 0;
  }
  gw_linear(&h->pair, c, GW_CAUSE_END, k, turned);
  gw_linear(&h->threshold, r->x, GW_WIDE, 1, &threshold);
  for (size_t i = 0; i < k; i++) {
    const float alone = gw_dot(h->cause_alone.weight, c + i * GW_CAUSE_END, GW_CAUSE_END)
                        + h->cause_alone.bias[0] - threshold;
    for (size_t j = 0; j < k; j++) {
      const float *effect = e + j * GW_CAUSE_END;
      const size_t cw = r->candidates[i], ew = r->candidates[j];
      const float score = i == j ? -1
        : alone + gw_dot(turned + i * GW_CAUSE_END, effect, GW_CAUSE_END)
          + gw_dot(h->effect_alone.weight, effect, GW_CAUSE_END) + score_pair(r, cw, ew);
      if (score > 0) {
        keep(best, &count, (GwCausePair){.cause = cw, .effect = ew, .score = score});
      }
    }
  }
  return count;
}

/* [n x GW_CAUSE_SPAN]: each word with its neighbours and head, for spans. */
static float *as_words(Reading *r)
{
  const GwCauseHead *h = r->head;
  const size_t root_upos = h->heads->upos.count;
  float *around = floats(r, r->n * 4 * GW_WIDE), *word = floats(r, r->n * GW_CAUSE_SPAN);
  for (size_t w = 1; w < r->n && !r->failed; w++) {
    const size_t after = w + 1 < r->n ? w + 1 : 0;
    const size_t parts[] = {w, w - 1, after, r->tree.heads[w]};
    for (size_t p = 0; p < 4; p++) {
      memcpy(around + (4 * w + p) * GW_WIDE, r->x + parts[p] * GW_WIDE, GW_WIDE * sizeof *around);
    }
  }
  if (r->failed) {
    return NULL;
  }
  gw_linear(&h->word, around, h->word.in, r->n, word);
  for (size_t w = 1; w < r->n; w++) {
    const size_t after = w + 1 < r->n ? w + 1 : 0;
    const size_t upos[] = {r->a->upos[w], w > 1 ? r->a->upos[w - 1] : root_upos,
                           after ? r->a->upos[after] : root_upos};
    const float *rows[] = {h->word_upos + upos[0] * GW_CAUSE_SPAN,
                           h->before_upos + upos[1] * GW_CAUSE_SPAN,
                           h->after_upos + upos[2] * GW_CAUSE_SPAN,
                           h->word_deprel + r->a->deprel[w] * GW_CAUSE_SPAN};
    for (size_t i = 0; i < 4; i++) {
      gw_add_scaled(word + w * GW_CAUSE_SPAN, rows[i], 1, GW_CAUSE_SPAN);
    }
  }
  return word;
}

/* Fill the spans of a pair. `word` is what as_words gave. */
static void read_spans(Reading *r, const float *word, GwCausePair *pair)
{
  const GwCauseHead *h = r->head;
  const size_t n = r->n;
  float *features = floats(r, n * GW_CAUSE_FEATURES), *hidden = floats(r, n * GW_CAUSE_SPAN);
  float *out = floats(r, n * GW_CAUSE_OUT), *more = floats(r, n * GW_CAUSE_OUT);
  float both[2 * GW_WIDE], ends[GW_CAUSE_SPAN];
  if (r->failed) {
    return;
  }
  memcpy(both, r->x + pair->cause * GW_WIDE, GW_WIDE * sizeof *both);
  memcpy(both + GW_WIDE, r->x + pair->effect * GW_WIDE, GW_WIDE * sizeof *both);
  gw_linear(&h->ends, both, 2 * GW_WIDE, 1, ends);
  gw_cause_features(&r->tree, pair->cause, pair->effect, features);
  gw_linear(&h->relation, features, GW_CAUSE_FEATURES, n, hidden);
  for (size_t w = 0; w < n; w++) {
    gw_add_scaled(hidden + w * GW_CAUSE_SPAN, word + w * GW_CAUSE_SPAN, 1, GW_CAUSE_SPAN);
    gw_add_scaled(hidden + w * GW_CAUSE_SPAN, ends, 1, GW_CAUSE_SPAN);
  }
  gw_gelu(hidden, n * GW_CAUSE_SPAN);
  gw_linear(&h->out, hidden, GW_CAUSE_SPAN, n, out);
  gw_linear(&h->out_relation, features, GW_CAUSE_FEATURES, n, more);
  for (size_t i = 0; i < n * GW_CAUSE_OUT; i++) {
    out[i] += more[i];
  }
  r->failed = !gw_cause_spans(r->arena, out + GW_CAUSE_OUT, n - 1, pair);
}

/* Two pairs of words can tell the same cause: the better one stays. */
static bool stands_before(const GwCausePair *causes, size_t count, const GwCausePair *p)
{
  for (size_t i = 0; i < count; i++) {
    if (causes[i].cause_first == p->cause_first && causes[i].cause_last == p->cause_last
        && causes[i].effect_first == p->effect_first && causes[i].effect_last == p->effect_last) {
      return true;
    }
  }
  return false;
}

GwStatus gw_cause_head_run(const GwCauseHead *head, const GwBatch *batch, size_t sentence,
                           const GwAnalysis *analysis, GwArena *arena,
                           GwCausePair causes[GW_CAUSES], size_t *count, GwError *error)
{
  Reading r = {.head = head, .a = analysis, .arena = arena, .n = analysis->words};
  GwCausePair best[GW_CAUSE_PROPOSALS];
  *count = 0;
  if (r.n < 3) {
    return GW_OK;                     /* a cause and an effect are two words */
  }
  look(&r, batch, &batch->sentences[sentence]);
  find_candidates(&r);
  r.failed = r.failed || !gw_cause_tree_new(arena, analysis, &head->heads->deprel, &r.tree);
  const size_t proposals = r.failed || r.candidate_count < 2 ? 0 : propose(&r, best);
  const float *word = proposals && !r.failed ? as_words(&r) : NULL;
  for (size_t i = 0; i < proposals && !r.failed && *count < GW_CAUSES; i++) {
    read_spans(&r, word, &best[i]);
    if (!stands_before(causes, *count, &best[i])) {
      causes[(*count)++] = best[i];
    }
  }
  return r.failed ? gw_fail_memory(error) : GW_OK;
}
