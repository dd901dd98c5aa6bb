/* Ties between references, in text order. */
#include "extract/knowledge/coreference.h"

#include "extract/knowledge/arguments.h"

#include <math.h>

enum { NEAREST = 52 };

size_t gw_candidates(const GwReferences *all, size_t reference, size_t *list)
{
  size_t count = 0;
  for (size_t i = reference; i > 0 && count < NEAREST; i--) {
    list[count++] = i - 1;
  }
  size_t same = all->items[reference].same_lemma;
  for (; same != GW_NO_INDEX && count < GW_CANDIDATES; same = all->items[same].same_lemma) {
    if (same + NEAREST < reference) {
      list[count++] = same;
    }
  }
  return count;
}

/* What a cluster is known to be; kept at its first reference. */
typedef struct {
  size_t entity; ///< the named entity in it, or GW_NO_INDEX
  GwView name;   ///< the longest name in it, or empty
  GwGender gender;
} Cluster;

static Cluster cluster_of(const GwReference *x)
{
  const bool named = x->attributes[GW_REF_KIND] == GW_KIND_NAME;
  return (Cluster){x->name, named ? x->key : GW_VIEW(""), (GwGender)x->attributes[GW_REF_GENDER]};
}

static bool differ(GwGender a, GwGender b)
{
  return (a == GW_MASCULINE && b == GW_FEMININE) || (a == GW_FEMININE && b == GW_MASCULINE);
}

static bool is_part(GwView part, GwView whole)
{
  return gw_view_find(whole, part, 0) < whole.length;
}

/* Two named entities never meet, nor names without a word in common, nor he and she. */
static bool may_join(const GwReference *x, const Cluster *c)
{
  const Cluster own = cluster_of(x);
  if (differ(own.gender, c->gender)) {
    return false;
  }
  if (own.entity != GW_NO_INDEX && c->entity != GW_NO_INDEX) {
    return own.entity == c->entity;
  }
  return own.name.length == 0 || c->name.length == 0 || is_part(own.name, c->name)
         || is_part(c->name, own.name);
}

static void join(GwReference *x, const GwReference *antecedent, Cluster *clusters)
{
  Cluster *const c = &clusters[antecedent->cluster];
  const Cluster own = cluster_of(x);
  x->cluster = antecedent->cluster;
  c->entity = c->entity == GW_NO_INDEX ? own.entity : c->entity;
  c->name = own.name.length > c->name.length ? own.name : c->name;
  c->gender = own.gender == GW_MASCULINE || own.gender == GW_FEMININE ? own.gender : c->gender;
}

/* Scores of a reference's candidates; [count] is that of none. Returns the best one. */
static size_t rank(const GwReader *r, const GwCoreferenceModel *model, const GwReferences *all,
                   size_t reference, const size_t *list, size_t count, const Cluster *clusters,
                   float *scores)
{
  unsigned short features[GW_PAIR_FEATURES];
  size_t n = gw_pair_features(r, all, reference, GW_NO_INDEX, features), best = count;
  scores[count] = gw_coreference_score(model, features, n);
  for (size_t i = 0; i < count; i++) {
    const GwReference *y = &all->items[list[i]];
    scores[i] = -INFINITY;
    if (may_join(&all->items[reference], &clusters[y->cluster])) {
      n = gw_pair_features(r, all, reference, list[i], features);
      scores[i] = gw_coreference_score(model, features, n);
    }
    best = scores[i] > scores[best] ? i : best;
  }
  return best;
}

/* The share of all candidates of one cluster: they are one answer. */
static double share(const GwReferences *all, const size_t *list, size_t count,
                    const float *scores, size_t best)
{
  double total = 0, own = 0;
  for (size_t i = 0; i <= count; i++) {
    const double weight = exp((double)scores[i] - (double)scores[best]);
    total += weight;
    if (i < count && all->items[list[i]].cluster == all->items[list[best]].cluster) {
      own += weight;
    }
  }
  return own / total;
}

void gw_tie_references(GwReader *r, const GwCoreferenceModel *model, GwReferences *all)
{
  Cluster *clusters = GW_NEW(r->arena, all->count + 1, Cluster);
  if (!clusters) {
    r->failed = true;
    return;
  }
  for (size_t i = 0; i < all->count; i++) {
    GwReference *x = &all->items[i];
    size_t list[GW_CANDIDATES];
    float scores[GW_CANDIDATES + 1];
    const size_t count = gw_candidates(all, i, list);
    const size_t best = rank(r, model, all, i, list, count, clusters, scores);
    clusters[i] = cluster_of(x);
    if (best < count) {
      x->antecedent = list[best];
      x->probability = share(all, list, count, scores, best);
      join(x, &all->items[list[best]], clusters);
    }
  }
}

size_t gw_tied_entity(const GwReader *r, size_t sentence, size_t token, double *probability)
{
  const GwKnowledge *k = r->knowledge;
  const GwReferences *all = k->references;
  size_t at = all->of_token[k->sentence_start[sentence] + token];
  *probability = at == GW_NO_INDEX ? 0 : 1;
  while (at != GW_NO_INDEX) {
    *probability *= all->items[at].probability;
    at = all->items[at].antecedent;
    const GwReference *x = at == GW_NO_INDEX ? NULL : &all->items[at];
    const size_t m = x ? gw_mention_at(k, x->sentence, x->head) : GW_NO_INDEX;
    if (m != GW_NO_INDEX) {
      const size_t person = k->entities[k->mentions[m].entity].type == GW_ROLE
                              ? gw_described_person(r, x->sentence, x->head) : GW_NO_INDEX;
      return person == GW_NO_INDEX ? k->mentions[m].entity : person;
    }
  }
  return GW_NO_INDEX;
}
