#include "graphs/views/link.h"

#include <math.h>

static const double type_factors[GW_ENTITY_TYPE_COUNT] = {
  [GW_PERSON] = 1.0, [GW_ORGANIZATION] = 1.0, [GW_INTERNATIONAL_ORGANIZATION] = 1.0,
  [GW_GOVERNMENT] = 1.0, [GW_PARTY] = 1.0, [GW_COMPANY] = 1.0, [GW_UNIVERSITY] = 0.9,
  [GW_COUNTRY] = 1.0, [GW_CITY] = 0.9, [GW_PLACE] = 0.8, [GW_GROUP] = 1.0, [GW_ROLE] = 0.7,
  [GW_POLICY] = 1.1, [GW_LAW] = 1.1, [GW_EVENT] = 1.0, [GW_ACTIVITY] = 0.9,
  [GW_CONDITION] = 1.0, [GW_WORK] = 0.7, [GW_QUANTITY] = 0.2, [GW_TIME] = 0.2,
  [GW_THING] = 0.7, [GW_CONCEPT] = 0.7,
};

static const GwToken *head_of(const GwKnowledge *knowledge, const GwMention *mention)
{
  const GwDocument *document = knowledge->document;
  return mention->sentence < document->sentence_count
         && mention->head < document->sentences[mention->sentence].token_count
         ? &document->sentences[mention->sentence].tokens[mention->head] : NULL;
}

/* What the mentions tell of each entity. */
typedef struct {
  double count; ///< mentions in the argument; those in notes hardly count
  bool in_title;
  bool noun; ///< some mention is headed by something else than a pronoun
  double links;
} Standing;

static void count_mentions(const GwKnowledge *knowledge, Standing *standings)
{
  for (size_t i = 0; i < knowledge->mention_count; i++) {
    const GwMention *mention = &knowledge->mentions[i];
    if (mention->entity < knowledge->entity_count) {
      Standing *standing = &standings[mention->entity];
      const GwBlockKind block = gw_view_block(knowledge, mention->sentence);
      const GwToken *head = head_of(knowledge, mention);
      standing->count += gw_block_is_beside(block) ? 0.1 : 1.0;
      standing->in_title = standing->in_title || block == GW_BLOCK_TITLE;
      standing->noun = standing->noun || !head || head->upos != GW_PRON;
    }
  }
}

static double salience_of(const GwEntity *entity, const Standing *standing)
{
  double score = log(1.0 + standing->count) + 0.8 * log(1.0 + standing->links);
  score += entity->named ? entity->type <= GW_UNIVERSITY ? 1.1 : 0.5 : 0.0;
  score += entity->qid.length ? 0.3 : 0.0;
  score += standing->in_title ? 1.0 : 0.0;
  score *= type_factors[entity->type];
  return standing->noun || entity->mention_count == 0 ? score : 0.05 * score;
}

GwStatus gw_view_salience(GwArena *arena, const GwKnowledge *knowledge, const GwViewLink *links,
                          size_t link_count, double **salience, GwError *error)
{
  Standing *standings = GW_NEW(arena, knowledge->entity_count, Standing);
  double *scores = GW_NEW(arena, knowledge->entity_count, double);
  double most = 0;
  if (!standings || !scores) {
    return gw_fail_memory(error);
  }
  count_mentions(knowledge, standings);
  for (size_t i = 0; i < link_count; i++) {
    standings[links[i].from].links += links[i].weight;
    standings[links[i].to].links += links[i].weight;
  }
  for (size_t i = 0; i < knowledge->entity_count; i++) {
    scores[i] = salience_of(&knowledge->entities[i], &standings[i]);
    most = scores[i] > most ? scores[i] : most;
  }
  for (size_t i = 0; i < knowledge->entity_count && most > 0; i++) {
    scores[i] /= most;
  }
  *salience = scores;
  return GW_OK;
}
