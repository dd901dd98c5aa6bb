/* Definite descriptions that can only mean one thing: "the country", "the government", "the
 * agency", "the ban". Where two things come into question, a description stays what it is. */
#include "base/utf8.h"
#include "extract/knowledge/coreference.h"
#include "extract/knowledge/governments.h"

/* Ties of this probability and above; measured on documents that the ranker did not learn from. */
#define SURE 0.8

enum { SENTENCES_BACK = 2, SAME_HEAD_BACK = 6, NAME_BACK = 30, FEW = 3 };

/* Is the mention one noun with a definite determiner and nothing else that tells which? */
static bool is_bare_definite(const GwReader *r, const GwMention *m)
{
  const GwSentence *s = gw_sentence(r, m->sentence);
  const size_t det = gw_child(s, m->head, "det", 0);
  return !m->named && m->first == m->last && det != GW_NO_INDEX
         && gw_lemma_is(s, det, "the|this|that|these|those")
         && gw_child(s, m->head, "acl|amod|compound|nmod|appos", 0) == GW_NO_INDEX;
}

/* What a search among the mentions before has found. */
typedef struct {
  size_t entity; ///< GW_NO_INDEX: nothing yet
  bool several;  ///< different ones
} Found;

static void note(Found *found, size_t entity)
{
  if (entity != GW_NO_INDEX && found->entity != entity) {
    found->several = found->entity != GW_NO_INDEX;
    found->entity = entity;
  }
}

/* What a mention may be for a description, or GW_NO_INDEX. */
typedef size_t (*Candidate)(const GwReader *r, const GwMention *m, const GwMention *description);

/* The only candidate of the nearest sentence that has one, from `from` sentences before the
 * description to `back`; in its own sentence, before it. */
static size_t nearest(const GwReader *r, const GwMention *description, size_t from, size_t back,
                      Candidate candidate)
{
  for (size_t d = from; d <= back && d <= description->sentence; d++) {
    const size_t at = description->sentence - d;
    const size_t end = d ? gw_sentence(r, at)->token_count : description->head;
    Found found = {GW_NO_INDEX, false};
    for (size_t t = 0; t < end && !found.several; t++) {
      const size_t m = gw_mention_at(r->knowledge, at, t);
      if (m != GW_NO_INDEX) {
        note(&found, candidate(r, &r->knowledge->mentions[m], description));
      }
    }
    if (found.entity != GW_NO_INDEX) {
      return found.several ? GW_NO_INDEX : found.entity;
    }
  }
  return GW_NO_INDEX;
}

static size_t country_candidate(const GwReader *r, const GwMention *m, const GwMention *d)
{
  (void)d;
  const GwEntity *e = &r->knowledge->entities[m->entity];
  return e->type == GW_COUNTRY ? m->entity : e->country;
}

/* The country that most of an article's mentions of countries speak of, if any is. */
static size_t dominant_country(GwReader *r)
{
  const GwKnowledge *k = r->knowledge;
  size_t *counts = GW_NEW(r->arena, k->entity_count + 1, size_t), total = 0, best = 0;
  if (!counts) {
    r->failed = true;
    return GW_NO_INDEX;
  }
  for (size_t i = 0; i < k->mention_count; i++) {
    const size_t country = country_candidate(r, &k->mentions[i], NULL);
    if (country != GW_NO_INDEX) {
      total++;
      counts[country]++;
      best = counts[country] > counts[best] ? country : best;
    }
  }
  return counts[best] >= FEW && counts[best] * 2 > total ? best : GW_NO_INDEX;
}

static bool is_organisation(GwEntityType type)
{
  return type == GW_ORGANIZATION || type == GW_INTERNATIONAL_ORGANIZATION || type == GW_COMPANY
         || type == GW_PARTY || type == GW_UNIVERSITY;
}

/* A named organisation of the description's kind. */
static size_t organisation_candidate(const GwReader *r, const GwMention *m, const GwMention *d)
{
  const GwEntity *e = &r->knowledge->entities[m->entity];
  const GwEntityType wanted = r->knowledge->entities[d->entity].type;
  const bool fits = is_organisation(e->type)
                    && (wanted == GW_ORGANIZATION || wanted == e->type
                        || e->type == GW_ORGANIZATION);
  return e->named && fits ? m->entity : GW_NO_INDEX;
}

/* "the act" after "the Water Act": the name's last word. */
static size_t name_candidate(const GwReader *r, const GwMention *m, const GwMention *d)
{
  const GwSentence *s = gw_sentence(r, d->sentence);
  const GwToken *last = &gw_sentence(r, m->sentence)->tokens[m->last];
  const GwEntityType type = r->knowledge->entities[m->entity].type;
  if (!m->named && m->last == m->first && r->knowledge->entities[m->entity].named
      && gw_view_equal(last->form, s->tokens[d->head].form)) {
    return m->entity;                 /* "the act" that the name was found for before */
  }
  return m->named && m->last > m->first && type != GW_PERSON
         && gw_lemma_is(s, gw_child(s, d->head, "det", 0), "the") && !gw_is_plural(s, d->head)
         && gw_view_equal(gw_utf8_lower(r->arena, last->form), s->tokens[d->head].form)
           ? m->entity : GW_NO_INDEX;
}

/* A fuller phrase with the same noun: "exit bans" for "the bans", of the same number. */
static size_t same_head_candidate(const GwReader *r, const GwMention *m, const GwMention *d)
{
  const GwToken *a = &gw_sentence(r, m->sentence)->tokens[m->head];
  const GwToken *b = &gw_sentence(r, d->sentence)->tokens[d->head];
  const bool same = gw_view_equal(a->lemma, b->lemma)
                    && gw_view_equal(gw_view(a->xpos), gw_view(b->xpos));
  return m->last > m->first && same ? m->entity : GW_NO_INDEX;
}

/* What "the ..." is surely tied to, in a sentence before: beside a name it describes it. The
 * ranker knows too little of "this ..."; which country is meant is for the rules below alone. */
static size_t tied_entity(const GwReader *r, const GwMention *d)
{
  const GwSentence *s = gw_sentence(r, d->sentence);
  const GwReferences *all = r->knowledge->references;
  const size_t at = all->of_token[r->knowledge->sentence_start[d->sentence] + d->head];
  const size_t before = at == GW_NO_INDEX ? at : all->items[at].antecedent;
  double probability = 0;
  if (before == GW_NO_INDEX || all->items[before].sentence == d->sentence
      || !gw_lemma_is(s, gw_child(s, d->head, "det", 0), "the")
      || gw_lemma_is(s, d->head, "country|government")) {
    return GW_NO_INDEX;
  }
  const size_t entity = gw_tied_entity(r, d->sentence, d->head, &probability);
  return probability >= SURE ? entity : GW_NO_INDEX;
}

static size_t meant_by(GwReader *r, const GwMention *d, size_t dominant)
{
  const GwSentence *s = gw_sentence(r, d->sentence);
  const GwEntityType type = r->knowledge->entities[d->entity].type;
  const bool country = gw_lemma_is(s, d->head, "country");
  if (country || (type == GW_GOVERNMENT && gw_lemma_is(s, d->head, "government"))) {
    const size_t near = nearest(r, d, 0, SENTENCES_BACK, country_candidate);
    const size_t meant = near == GW_NO_INDEX ? dominant : near;
    return country || meant == GW_NO_INDEX
             ? meant : gw_government_of(r, (size_t)(d - r->knowledge->mentions), meant);
  }
  if (is_organisation(type) && gw_lemma_is(s, d->head, "agency|organization|organisation|body|"
                                           "institution|institute|bloc|charity|party|union|"
                                           "company|firm")) {
    return nearest(r, d, 1, SENTENCES_BACK, organisation_candidate);
  }
  const bool thing = type == GW_POLICY || type == GW_LAW || is_organisation(type)
                     || type == GW_GOVERNMENT;
  const size_t named = thing ? nearest(r, d, 0, NAME_BACK, name_candidate) : GW_NO_INDEX;
  return named != GW_NO_INDEX || !thing ? named
                                        : nearest(r, d, 0, SAME_HEAD_BACK, same_head_candidate);
}

void gw_resolve_descriptions(GwReader *r)
{
  const size_t dominant = dominant_country(r), count = r->knowledge->mention_count;
  for (size_t i = 0; i < count && !r->failed; i++) {
    const GwMention m = r->knowledge->mentions[i];
    const GwSentence *s = gw_sentence(r, m.sentence);
    if (!is_bare_definite(r, &m)) {
      continue;
    }
    const bool one = !gw_is_plural(s, m.head)
                     || gw_lemma_is(s, m.head, "ban|law|measure|rule|restriction|policy|sanction");
    const size_t by_rule = one ? meant_by(r, &r->knowledge->mentions[i], dominant) : GW_NO_INDEX;
    const size_t meant = by_rule == GW_NO_INDEX ? tied_entity(r, &m) : by_rule;
    if (meant != GW_NO_INDEX && meant != m.entity) {
      r->knowledge->mentions[i].entity = meant;
    }
  }
}
