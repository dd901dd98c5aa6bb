#include "extract/language/heads.h"

#include "extract/language/tree.h"

#include <math.h>
#include <string.h>

static GwStatus bind_labels(const GwModelFile *m, GwArena *arena, const char *name,
                            GwLabels *labels, GwError *error)
{
  return gw_model_lines(m, arena, name, &labels->names, &labels->count, error);
}

static GwStatus bind_label_sets(const GwModelFile *m, GwArena *arena, GwHeads *h, GwError *error)
{
  GW_TRY(bind_labels(m, arena, "labels.upos", &h->upos, error));
  GW_TRY(bind_labels(m, arena, "labels.xpos", &h->xpos, error));
  GW_TRY(bind_labels(m, arena, "labels.lemma", &h->lemma, error));
  GW_TRY(bind_labels(m, arena, "labels.ner", &h->ner, error));
  GW_TRY(bind_labels(m, arena, "labels.types", &h->types, error));
  GW_TRY(bind_labels(m, arena, "labels.deprel", &h->deprel, error));
  return bind_labels(m, arena, "labels.roles", &h->roles, error);
}

typedef struct {
  const char *name;
  GwLinear *layer;
  size_t out, in;
  bool bias, turned; ///< turned: only multiplied by, as a whole
} Binding;

GwStatus gw_heads_bind(const GwModelFile *m, GwArena *arena, GwHeads *h, GwError *error)
{
  GW_TRY(bind_label_sets(m, arena, h, error));
  GW_TRY(gw_model_floats(m, arena, "mix", GW_HEAD_COUNT, GW_LAYERS, &h->mix, error));
  const size_t labels = h->deprel.count, roles = h->roles.count;
  const Binding bindings[] = {
    {"upos", &h->upos_out, h->upos.count, GW_WIDE, true, true},
    {"xpos", &h->xpos_out, h->xpos.count, GW_WIDE, true, true},
    {"lemma", &h->lemma_out, h->lemma.count, GW_WIDE, true, true},
    {"ner_hidden", &h->ner_hidden, GW_NER_HIDDEN, GW_WIDE, true, true},
    {"ner", &h->ner_out, h->ner.count, GW_NER_HIDDEN, true, true},
    {"types", &h->types_out, h->types.count, GW_WIDE, true, true},
    {"pred", &h->pred_out, 2, GW_WIDE, true, true},
    {"arc_dep", &h->arc_dep, GW_ARC, GW_WIDE, true, true},
    {"arc_head", &h->arc_head, GW_ARC, GW_WIDE, true, true},
    {"arc", &h->arc, GW_ARC, GW_ARC, true, true},
    {"label_dep", &h->label_dep, GW_LABEL, GW_WIDE, true, true},
    {"label_head", &h->label_head, GW_LABEL, GW_WIDE, true, true},
    {"label", &h->label, labels * GW_LABEL, GW_LABEL, false, true},
    {"label_flat", &h->label_flat, labels, 2 * GW_LABEL, true, false},
    {"role_pred", &h->role_pred, GW_ROLE, GW_WIDE, true, true},
    {"role_arg", &h->role_arg, GW_ROLE, GW_WIDE, true, true},
    {"role", &h->role, roles * GW_ROLE, GW_ROLE, false, true},
    {"role_flat", &h->role_flat, roles, 2 * GW_ROLE, true, false},
    {"role_tree", &h->role_tree, roles, GW_TREE_FEATURES, false, false},
  };
  for (size_t i = 0; i < sizeof bindings / sizeof *bindings; i++) {
    const Binding *b = &bindings[i];
    GW_TRY((b->turned ? gw_linear_bind_turned : gw_linear_bind)(
      m, arena, b->name, b->out, b->in, b->bias, b->layer, error));
  }
  return GW_OK;
}

/* One sentence in the making. */
typedef struct {
  const GwHeads *heads;
  const GwBatch *batch;
  const GwEncoded *at;
  GwArena *arena;
  size_t n;            ///< words with the root
  float *seen;         ///< [n x GW_WIDE]: what the current head sees
  float *arcs;         ///< [n x n]: arc scores, dependent by head
  GwAnalysis *out;
  bool failed;         ///< an allocation failed
} Reading;

static float *floats(Reading *r, size_t count)
{
  float *result = GW_NEW(r->arena, count + 16, float);
  r->failed = r->failed || !result;
  return result;
}

static size_t *numbers(Reading *r, size_t count)
{
  size_t *result = GW_NEW(r->arena, count + 1, size_t);
  r->failed = r->failed || !result;
  return result;
}

/* The head's mix of the layers, and the spelling features beside it. */
static void look(Reading *r, GwHead head)
{
  const float *mix = r->heads->mix + (size_t)head * GW_LAYERS;
  memset(r->seen, 0, r->n * GW_WIDE * sizeof *r->seen);
  for (size_t w = 0; w < r->n; w++) {
    const size_t word = r->at->first_word + w;
    float *seen = r->seen + w * GW_WIDE;
    for (size_t l = 0; l < GW_LAYERS; l++) {
      gw_add_scaled(seen, r->batch->states[l] + word * GW_HIDDEN, mix[l], GW_HIDDEN);
    }
    memcpy(seen + GW_HIDDEN, r->batch->spell + word * GW_SPELL, GW_SPELL * sizeof *seen);
  }
}

static float *apply(Reading *r, const GwLinear *layer, const float *x)
{
  float *y = floats(r, r->n * layer->out);
  if (!r->failed) {
    gw_linear(layer, x, layer->in, r->n, y);
  }
  return y;
}

static float *perceptron(Reading *r, const GwLinear *layer)
{
  float *y = apply(r, layer, r->seen);
  if (!r->failed) {
    gw_gelu(y, r->n * layer->out);
  }
  return y;
}

static size_t best_of(const float *scores, size_t count)
{
  size_t best = 0;
  for (size_t i = 1; i < count; i++) {
    best = scores[i] > scores[best] ? i : best;
  }
  return best;
}

/* Log probability of choice `chosen` among scored ones. */
static float log_probability(const float *scores, size_t count, size_t chosen)
{
  double total = 0;
  for (size_t i = 0; i < count; i++) {
    total += exp((double)(scores[i] - scores[chosen]));
  }
  return -(float)log(total);
}

/* `p` (may be NULL): log probabilities of the tags. */
static size_t *tags(Reading *r, GwHead head, const GwLinear *layer, float *p)
{
  look(r, head);
  float *scores = apply(r, layer, r->seen);
  size_t *best = numbers(r, r->n);
  for (size_t w = 0; w < r->n && !r->failed; w++) {
    const float *row = scores + w * layer->out;
    best[w] = best_of(row, layer->out);
    if (p) {
      p[w] = log_probability(row, layer->out, best[w]);
    }
  }
  return best;
}

/* The best GW_LEMMA_CHOICES labels of a row, in order; `scores` is changed. */
static void best_few(float *scores, size_t count, size_t *best)
{
  for (size_t k = 0; k < GW_LEMMA_CHOICES; k++) {
    best[k] = best_of(scores, count);
    scores[best[k]] = -INFINITY;
  }
}

static void read_lemmas(Reading *r)
{
  const GwLinear *layer = &r->heads->lemma_out;
  look(r, GW_HEAD_LEMMA);
  float *scores = apply(r, layer, r->seen);
  r->out->lemma = numbers(r, r->n * GW_LEMMA_CHOICES);
  for (size_t w = 0; w < r->n && !r->failed; w++) {
    best_few(scores + w * layer->out, layer->out, r->out->lemma + w * GW_LEMMA_CHOICES);
  }
}

static void log_softmax(float *row, size_t count)
{
  double total = 0;
  const float most = row[best_of(row, count)];
  for (size_t i = 0; i < count; i++) {
    total += exp((double)(row[i] - most));
  }
  const float shift = most + (float)log(total);
  for (size_t i = 0; i < count; i++) {
    row[i] -= shift;
  }
}

static void read_names(Reading *r)
{
  const GwLabels *labels = &r->heads->ner;
  size_t kind[64];
  bool begins[64];
  look(r, GW_HEAD_NER);
  float *hidden = perceptron(r, &r->heads->ner_hidden);
  float *scores = r->failed ? NULL : apply(r, &r->heads->ner_out, hidden);
  r->out->ner = numbers(r, r->n);
  if (r->failed || labels->count > 64) {
    r->failed = true;
    return;
  }
  for (size_t t = 0; t < labels->count; t++) {
    const char *name = labels->names[t];
    begins[t] = name[0] == 'B';
    kind[t] = 0;
    for (size_t k = 0; name[0] != 'O' && kind[t] == 0; k++) { /* first tag of the same type */
      kind[t] = strcmp(labels->names[k] + (labels->names[k][0] == 'O' ? 0 : 2), name + 2) == 0
                ? k + 1 : 0;
    }
  }
  for (size_t w = 1; w < r->n; w++) {
    log_softmax(scores + w * labels->count, labels->count);
  }
  r->failed = !gw_best_tags(r->arena, scores + labels->count, r->n - 1, labels->count, kind,
                            begins, r->out->ner + 1);
}

static void read_tree(Reading *r)
{
  const size_t n = r->n;
  look(r, GW_HEAD_ARC);
  float *dep = perceptron(r, &r->heads->arc_dep), *head = perceptron(r, &r->heads->arc_head);
  float *turned = r->failed ? NULL : apply(r, &r->heads->arc, dep);
  r->arcs = floats(r, n * n);
  r->out->heads = numbers(r, n);
  double *scores = GW_NEW(r->arena, n * n, double);
  if (r->failed || !scores) {
    r->failed = true;
    return;
  }
  gw_product_bt(n, n, GW_ARC, 1, turned, GW_ARC, head, GW_ARC, r->arcs, n);
  for (size_t d = 0; d < n; d++) {
    log_softmax(r->arcs + d * n, n);
  }
  for (size_t i = 0; i < n * n; i++) {
    scores[i] = (double)r->arcs[i];
  }
  r->failed = !gw_best_tree(r->arena, scores, n, r->out->heads);
  for (size_t d = 1; d < n && !r->failed; d++) {
    r->out->heads_p[d] = r->arcs[d * n + r->out->heads[d]];
  }
}

/* The label "root" belongs to the root's dependent alone. */
static size_t best_label(const GwLabels *labels, const float *scores, bool is_root)
{
  size_t best = GW_POSITIONS;
  for (size_t i = 0; i < labels->count; i++) {
    const bool allowed = (strcmp(labels->names[i], "root") == 0) == is_root;
    if (allowed && (best == GW_POSITIONS || scores[i] > scores[best])) {
      best = i;
    }
  }
  return best == GW_POSITIONS ? 0 : best;
}

static void read_labels(Reading *r)
{
  const GwHeads *h = r->heads;
  const size_t labels = h->deprel.count;
  look(r, GW_HEAD_LABEL);
  float *dep = perceptron(r, &h->label_dep), *head = perceptron(r, &h->label_head);
  float *turned = r->failed ? NULL : apply(r, &h->label, dep), *scores = floats(r, labels);
  r->out->deprel = numbers(r, r->n);
  for (size_t w = 1; w < r->n && !r->failed; w++) {
    float pair[2 * GW_LABEL];
    const float *over = head + r->out->heads[w] * GW_LABEL;
    memcpy(pair, dep + w * GW_LABEL, GW_LABEL * sizeof *pair);
    memcpy(pair + GW_LABEL, over, GW_LABEL * sizeof *pair);
    for (size_t l = 0; l < labels; l++) {
      scores[l] = gw_dot(turned + (w * labels + l) * GW_LABEL, over, GW_LABEL)
                  + gw_dot(h->label_flat.weight + l * 2 * GW_LABEL, pair, 2 * GW_LABEL)
                  + h->label_flat.bias[l];
    }
    r->out->deprel[w] = best_label(&h->deprel, scores, r->out->heads[w] == 0);
    r->out->deprel_p[w] = log_probability(scores, labels, r->out->deprel[w]);
  }
}

static void read_predicates(Reading *r)
{
  size_t *yes = tags(r, GW_HEAD_PRED, &r->heads->pred_out, NULL);
  r->out->predicates = numbers(r, r->n);
  r->out->predicate = GW_NEW(r->arena, r->n, bool);
  if (r->failed || !r->out->predicate) {
    r->failed = true;
    return;
  }
  for (size_t w = 1; w < r->n; w++) {
    r->out->predicate[w] = yes[w] == 1;
    if (yes[w] == 1) {
      r->out->predicates[r->out->predicate_count++] = w;
    }
  }
}

/* Probabilities of the tree's edges and of paths of two: up [n x n], up2 = up * up, and
 * beside = up * up^T (both under one head). */
typedef struct {
  float *up, *up2, *beside;
} Paths;

static Paths soft_paths(Reading *r)
{
  const size_t n = r->n;
  const Paths p = {floats(r, n * n), floats(r, n * n), floats(r, n * n)};
  for (size_t i = 0; i < n * n && !r->failed; i++) {
    p.up[i] = expf(r->arcs[i]);
  }
  if (!r->failed) {
    gw_product(n, n, n, p.up, n, p.up, n, p.up2, n);
    gw_product_bt(n, n, n, 1, p.up, n, p.up, n, p.beside, n);
  }
  return p;
}

/* Scores of every role of word `a` for the predicate at row `p` of `pred`. */
static void score_roles(const GwHeads *h, const float *pred, const float *arg,
                        const float *turned, const float *tree, float *scores)
{
  float pair[2 * GW_ROLE];
  memcpy(pair, pred, GW_ROLE * sizeof *pair);
  memcpy(pair + GW_ROLE, arg, GW_ROLE * sizeof *pair);
  for (size_t k = 0; k < h->roles.count; k++) {
    float score = gw_dot(turned + k * GW_ROLE, arg, GW_ROLE) + h->role_flat.bias[k]
                  + gw_dot(h->role_flat.weight + k * 2 * GW_ROLE, pair, 2 * GW_ROLE);
    for (size_t f = 0; f < GW_TREE_FEATURES; f++) {
      score += h->role_tree.weight[k * GW_TREE_FEATURES + f] * tree[f];
    }
    scores[k] = score;
  }
}

static void read_roles(Reading *r)
{
  const GwHeads *h = r->heads;
  const size_t n = r->n, roles = h->roles.count;
  look(r, GW_HEAD_ROLE);
  float *pred = perceptron(r, &h->role_pred), *arg = perceptron(r, &h->role_arg);
  float *turned = floats(r, roles * GW_ROLE), *scores = floats(r, roles);
  const Paths paths = soft_paths(r);
  r->out->roles = numbers(r, r->out->predicate_count * n);
  r->out->roles_p = floats(r, r->out->predicate_count * n);
  for (size_t k = 0; k < r->out->predicate_count && !r->failed; k++) {
    const size_t p = r->out->predicates[k];
    gw_linear(&h->role, pred + p * GW_ROLE, GW_ROLE, 1, turned);
    for (size_t a = 1; a < n; a++) {
      const float tree[GW_TREE_FEATURES] = {paths.up[a * n + p], paths.up[p * n + a],
                                            paths.beside[p * n + a], paths.up2[a * n + p],
                                            paths.up2[p * n + a]};
      score_roles(h, pred + p * GW_ROLE, arg + a * GW_ROLE, turned, tree, scores);
      const size_t best = best_of(scores, roles);
      r->out->roles[k * n + a] = best;
      r->out->roles_p[k * n + a] = best ? log_probability(scores, roles, best) : 0;
    }
  }
}

GwStatus gw_heads_run(const GwHeads *heads, const GwBatch *batch, size_t sentence,
                      GwArena *arena, GwAnalysis *analysis, GwError *error)
{
  const GwEncoded *at = &batch->sentences[sentence];
  Reading r = {heads, batch, at, arena, at->word_count, NULL, NULL, analysis, false};
  *analysis = (GwAnalysis){.words = at->word_count};
  r.seen = floats(&r, r.n * GW_WIDE);
  analysis->upos_p = floats(&r, r.n);
  analysis->heads_p = floats(&r, r.n);
  analysis->deprel_p = floats(&r, r.n);
  if (!r.failed) {
    analysis->upos = tags(&r, GW_HEAD_UPOS, &heads->upos_out, analysis->upos_p);
    analysis->xpos = tags(&r, GW_HEAD_XPOS, &heads->xpos_out, NULL);
    analysis->types = tags(&r, GW_HEAD_TYPES, &heads->types_out, NULL);
  }
  void (*const steps[])(Reading *) = {read_lemmas, read_names, read_tree, read_labels,
                                      read_predicates, read_roles};
  for (size_t i = 0; i < sizeof steps / sizeof *steps && !r.failed; i++) {
    steps[i](&r);
  }
  return r.failed ? gw_fail_memory(error) : GW_OK;
}
