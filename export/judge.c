#include "export/links.h"

#include "base/buffer.h"
#include "base/hash.h"

#include <string.h>

/* What each finding is worth, in thousandths: support takes this part of what is missing to 1,
 * doubt leaves this part. */
enum {
  WORTH_FACT = 500,      ///< equal birth dates, codes
  WORTH_COUNTRY = 300,   ///< an equal fact of the weak kind
  WORTH_CONTEXT = 400,   ///< both are told to be an economist
  WORTH_LONG = 200,      ///< names of four words or more
  LEAVES_CONFLICT = 300, ///< a weak fact differs
  LEAVES_NEAR = 800,     ///< the kinds are only near each other
  LEAVES_ALIAS = 950,    ///< for each name that is not the label
  SCORE_ACRONYM = 400,   ///< "WFP" and "World Food Programme"
  SCORE_IDENTIFIER = 900, ///< one identifier, but names or kinds do not agree
  SCORE_UNKNOWN = 700,   ///< one identifier, and nothing known of the kind of one
  SCORE_UNLIKE = 400     ///< one identifier, but incompatible kinds
};

#define TERM_WORDS 3 ///< most words of a term; what is longer describes one thing of many

void gw_link_iri(GwView a, GwView b, char iri[sizeof GW_LINK_PREFIX + 12])
{
  GwBuffer content = GW_BUFFER_INIT;
  const bool sorted = gw_view_compare(a, b) <= 0;
  gw_buffer_append(&content, sorted ? a : b);
  gw_buffer_char(&content, ' ');
  gw_buffer_append(&content, sorted ? b : a);
  memcpy(iri, GW_LINK_PREFIX, sizeof GW_LINK_PREFIX);
  gw_hash_name(gw_buffer_view(&content), iri + sizeof GW_LINK_PREFIX - 1);
  gw_buffer_free(&content);
}

static void support(unsigned *score, unsigned worth)
{
  *score += (1000 - *score) * worth / 1000;
}

static void doubt(unsigned *score, unsigned leaves)
{
  *score = *score * leaves / 1000;
}

/* The best fit of two sets of kinds, and the more special of the two kinds. */
static GwFit best_fit(const GwMerging *table, uint32_t a, uint32_t b, size_t *kind)
{
  GwFit best = GW_FIT_NONE;
  for (size_t i = 0; i < table->kind_count; i++) {
    for (size_t j = 0; j < table->kind_count; j++) {
      if (a >> i & b >> j & 1 && table->fits[i][j] > best) {
        best = table->fits[i][j];
        *kind = i > j ? i : j; /* kinds stand below what they belong to */
      }
    }
  }
  return best;
}

static bool share_document(const GwResource *a, const GwResource *b)
{
  return gw_view_equal(a->source, b->source)
         || (b->scoped && gw_views_have(a->documents, a->document_count, b->source))
         || (a->scoped && gw_views_have(b->documents, b->document_count, a->source));
}

static bool are_compared(const GwResource *a, const GwResource *b)
{
  for (size_t i = 0; i < a->id_count; i++) {
    if (gw_views_have(b->compared, b->compared_count, a->ids[i])
        && gw_view_equal(a->ids[i], a->iri)) {
      return true;
    }
  }
  return false;
}

/* Both have identifiers of one authority, and none in common. */
static bool ids_differ(const GwMerging *table, const GwResource *a, const GwResource *b)
{
  bool differ = false;
  for (size_t i = 0; i < a->id_count; i++) {
    const size_t authority = gw_merging_authority(table, a->ids[i]);
    if (gw_views_have(b->ids, b->id_count, a->ids[i])) {
      return false;
    }
    for (size_t j = 0; j < b->id_count && authority < table->authority_count; j++) {
      differ = differ || gw_view_starts(b->ids[j], table->authorities[authority]);
    }
  }
  return differ;
}

typedef enum { FACT_UNKNOWN, FACT_AGREES, FACT_DIFFERS } Agreement;

/* Of several values, one that agrees is enough. */
static Agreement compare_fact(const GwResource *a, const GwResource *b, size_t fact, bool *veto)
{
  Agreement found = FACT_UNKNOWN;
  for (size_t i = 0; i < a->fact_count; i++) {
    for (size_t j = 0; j < b->fact_count && a->facts[i].fact == fact; j++) {
      if (b->facts[j].fact != fact) {
        continue;
      }
      *veto = a->facts[i].veto;
      if (gw_values_agree(a->facts[i].key, b->facts[j].key)) {
        return FACT_AGREES;
      }
      found = FACT_DIFFERS;
    }
  }
  return found;
}

/* False when a fact vetoes. */
static bool weigh_facts(const GwLinking *l, const GwResource *a, const GwResource *b,
                        GwLink *link)
{
  for (size_t fact = 0; fact < l->table->fact_count; fact++) {
    bool veto = false;
    const Agreement found = compare_fact(a, b, fact, &veto);
    if (found == FACT_DIFFERS && veto) {
      return false;
    }
    if (found == FACT_DIFFERS) {
      doubt(&link->score, LEAVES_CONFLICT);
    } else if (found == FACT_AGREES) {
      support(&link->score, veto ? WORTH_FACT : WORTH_COUNTRY);
      link->reasons |= GW_REASON_FACT;
    }
  }
  return true;
}

static bool share_context(const GwResource *a, const GwResource *b)
{
  size_t i = 0, j = 0;
  while (i < a->context_count && j < b->context_count) {
    const int order = gw_view_compare(a->context[i], b->context[j]);
    if (order == 0) {
      return true;
    }
    i += order < 0;
    j += order > 0;
  }
  return false;
}

static bool share_name(const GwResource *a, const GwResource *b)
{
  for (size_t i = 0; i < a->name_count; i++) {
    for (size_t j = 0; j < b->name_count; j++) {
      if (gw_view_equal(a->names[i].key, b->names[j].key)) {
        return true;
      }
    }
  }
  return false;
}

/* At most one identifier of each authority. */
static bool ids_are_clear(const GwMerging *table, const GwResource *r)
{
  bool seen[64] = {false};
  for (size_t i = 0; i < r->id_count; i++) {
    const size_t authority = gw_merging_authority(table, r->ids[i]);
    if (authority < table->authority_count && authority < 64) {
      if (seen[authority]) {
        return false;
      }
      seen[authority] = true;
    }
  }
  return true;
}

/* Both carry one identifier: certain if their names and kinds say the same. */
static void judge_identifier(const GwLinking *l, const GwResource *a, const GwResource *b,
                             GwFit fit, GwLink *link)
{
  const bool named_alike = share_name(a, b);
  link->reasons |= GW_REASON_IDENTIFIER | (named_alike ? GW_REASON_NAME : 0);
  link->certain = fit > GW_FIT_NONE && named_alike && ids_are_clear(l->table, a)
                  && ids_are_clear(l->table, b);
  if (link->certain) {
    link->score = GW_SCORE_CERTAIN;
  } else if (fit > GW_FIT_NONE) {
    link->score = SCORE_IDENTIFIER;
  } else {
    link->score = a->kinds && b->kinds ? SCORE_UNLIKE : SCORE_UNKNOWN;
  }
}

/* Proper names match proper names, common nouns those that mean the same everywhere. */
static bool naming_fits(const GwResource *a, const GwResource *b, bool term)
{
  if (a->naming == GW_NAMED_UNKNOWN || b->naming == GW_NAMED_UNKNOWN) {
    return true;
  }
  return a->naming == b->naming && (a->naming == GW_NAMED || term);
}

/* What a foreign resource is said to be decides as well whether a common noun may match it. */
static bool may_bear(const GwMerging *table, const GwResource *r, size_t kind)
{
  return r->naming != GW_NOT_NAMED || table->kinds[kind].term;
}

static bool judge_name(const GwLinking *l, const GwResource *a, const GwResource *b, GwMatch match,
                       const GwName *left, const GwName *right, GwLink *link)
{
  size_t kind = 0;
  const GwFit fit = best_fit(l->table, a->kinds, b->kinds, &kind);
  const GwKind *k = &l->table->kinds[kind];
  if (fit == GW_FIT_NONE || !naming_fits(a, b, k->term) || !may_bear(l->table, a, kind)
      || !may_bear(l->table, b, kind)) {
    return false;
  }
  const size_t words = left->words < right->words ? left->words : right->words;
  if (k->term && words > TERM_WORDS) {
    return false;
  }
  link->score = match == GW_MATCH_ACRONYM ? SCORE_ACRONYM : words > 1 ? k->many : k->one;
  link->reasons |= match == GW_MATCH_ACRONYM ? GW_REASON_ACRONYM
                   : k->term ? GW_REASON_TERM : GW_REASON_NAME;
  if (link->score == 0) {
    return false;
  }
  if (words >= 4 && match == GW_MATCH_NAME) {
    support(&link->score, WORTH_LONG);
  }
  for (size_t others = (size_t)!left->label + !right->label; others > 0; others--) {
    doubt(&link->score, LEAVES_ALIAS);
  }
  if (fit == GW_FIT_NEAR) {
    doubt(&link->score, LEAVES_NEAR);
  }
  if (!k->term && share_context(a, b)) {
    support(&link->score, WORTH_CONTEXT);
    link->reasons |= GW_REASON_CONTEXT;
  }
  return weigh_facts(l, a, b, link);
}

static GwVerdict verdict_of(const GwLinking *l, const GwLink *link)
{
  const size_t found = l->verdicts->count ? gw_map_get(l->verdicts, gw_view(link->iri))
                                          : GW_MAP_ABSENT;
  return found == GW_MAP_ABSENT ? GW_VERDICT_NONE : (GwVerdict)found;
}

static void settle(const GwLinking *l, GwLink *link)
{
  gw_link_iri(l->resources->list[link->a].iri, l->resources->list[link->b].iri, link->iri);
  link->verdict = verdict_of(l, link);
  if (link->verdict == GW_VERDICT_ACCEPTED) {
    link->score = 1000;
    link->certain = true;
    link->reasons |= GW_REASON_ACCEPTED;
  }
}

bool gw_judge(const GwLinking *linking, size_t a, size_t b, GwMatch match, const GwName *left,
              const GwName *right, GwLink *link)
{
  const GwResource *first = &linking->resources->list[a < b ? a : b];
  const GwResource *second = &linking->resources->list[a < b ? b : a];
  *link = (GwLink){.a = a < b ? a : b, .b = a < b ? b : a, .rivals = 1};
  if (share_document(first, second) || are_compared(first, second) || are_compared(second, first)
      || ids_differ(linking->table, first, second)) {
    return false;
  }
  if (match == GW_MATCH_IDENTIFIER) {
    size_t kind = 0;
    judge_identifier(linking, first, second,
                     best_fit(linking->table, first->kinds, second->kinds, &kind), link);
    if (!weigh_facts(linking, first, second, link)) {
      return false;
    }
    link->certain = link->certain && link->score >= GW_SCORE_CERTAIN;
  } else if (!judge_name(linking, first, second, match, left, right, link)) {
    return false;
  }
  settle(linking, link);
  return true;
}
