#include "extract/knowledge/governments.h"

#include "extract/knowledge/context.h"
#include "extract/knowledge/types.h"

#include <string.h>

/* The entity that the article has of a country's government, or GW_NO_INDEX. */
static size_t named_government(const GwReader *r, size_t country)
{
  const GwKnowledge *k = r->knowledge;
  for (size_t i = 0; i < k->entity_count; i++) {
    const GwMention *m = &k->mentions[k->entities[i].first_mention];
    if (k->entities[i].country == country && k->entities[i].type == GW_GOVERNMENT
        && !k->entities[i].named
        && gw_view_is(gw_sentence(r, m->sentence)->tokens[m->head].lemma, "government")) {
      return i;
    }
  }
  return GW_NO_INDEX;
}

static size_t new_government(GwReader *r, size_t mention, size_t country)
{
  const GwView of = r->knowledge->entities[country].label;
  return gw_add_entity(r, (GwEntity){
    .type = GW_GOVERNMENT, .country = country, .broader = GW_NO_INDEX, .first_mention = mention,
    .label = gw_view_format(r->arena, "government of %.*s", GW_PRINT(of))});
}

size_t gw_government_of(GwReader *r, size_t mention, size_t country)
{
  const GwView key = gw_view_format(r->arena, "%zu", country);
  size_t entity = gw_recall(r, "^", key);
  if (entity == GW_NO_INDEX) {
    entity = named_government(r, country);
    entity = entity == GW_NO_INDEX ? new_government(r, mention, country) : entity;
    gw_remember(r, "^", key, entity);
  }
  return entity;
}

/* What governments do and towns do not: say, refuse, forbid. */
static bool is_act_of_state(const GwReader *r, const GwSentence *s, size_t verb)
{
  static const char *const acts[] = {
    "accuses", "agreesWith", "announces", "bans", "criticizes", "denies", "enacts", "imposes",
    "intimidates", "negotiatesWith", "opposes", "permits", "proposes", "requires", "restricts",
    "signed", "supports", "violates"};
  for (size_t i = 0; i < sizeof acts / sizeof *acts; i++) {
    if (gw_lexicon_is(r->lexicon, "relation", s->tokens[verb].lemma, acts[i])) {
      return true;
    }
  }
  return (gw_speech_relation(r, s, verb).length > 0
          && !gw_lemma_is(s, verb, "see|know|feel|hear|find|show|learn|experience"))
         || gw_lemma_is(s, verb, "refuse|vow|threaten|pledge|retaliate|respond|insist|comment|"
                                 "urge");
}

/* Is the token the agent of an act of state, alone or with others? */
static bool acts(const GwReader *r, const GwSentence *s, size_t token)
{
  size_t at = token;
  while (gw_relates(s, at, "conj") && gw_parent(s, at) != GW_NO_INDEX) {
    at = gw_parent(s, at);
  }
  const size_t verb = gw_parent(s, at);
  const bool agent = gw_relates(s, at, "nsubj|obl:agent")
                     && strcmp(s->tokens[at].deprel, "nsubj:pass") != 0;
  return agent && verb != GW_NO_INDEX && s->tokens[verb].upos == GW_VERB
         && is_act_of_state(r, s, verb);
}

void gw_resolve_metonyms(GwReader *r)
{
  GwKnowledge *k = r->knowledge;
  const size_t count = k->mention_count;
  for (size_t i = 0; i < count && !r->failed; i++) {
    const GwMention m = k->mentions[i];
    const GwSentence *s = gw_sentence(r, m.sentence);
    const GwView text = gw_phrase_text(r->document, s, (GwPhrase){m.first, m.last});
    const GwKnownEntity *country = gw_gazetteer_seat(r->gazetteer, text);
    const GwEntityType type = k->entities[m.entity].type;
    if (!m.named || !country || type == GW_COUNTRY || !gw_is_place(type)
        || !acts(r, s, m.head)) {
      continue;
    }
    const size_t known = gw_known_entity(r, country, m.sentence, m.head);
    if (known != GW_NO_INDEX) {
      const size_t government = gw_government_of(r, i, known);
      k->mentions[i].entity = government == GW_NO_INDEX ? m.entity : government;
    }
  }
}
