/* What a name is, by what the article calls it: "the opposition party Movimento Novo" is a party,
 * "Arcelia, a mining company," a company. The lexicon's class "kind" lists the nouns; a mapping of
 * the user's may add to them. */
#include "base/utf8.h"
#include "extract/knowledge/statements.h"

#include <string.h>

/* Only the engine's guess is bettered: a linked name has its class from the tables. */
static bool may_be_told(const GwEntity *e)
{
  return e->named && e->qid.length == 0
         && (e->type == GW_ORGANIZATION || e->type == GW_PLACE || e->type == GW_THING
             || e->type == GW_CONCEPT);
}

/* The class that a description's head stands for; GW_ENTITY_TYPE_COUNT when it tells none. */
static GwEntityType told_kind(const GwReader *r, const GwEntity *description)
{
  const GwMention *m = &r->knowledge->mentions[description->first_mention];
  const GwSentence *s = gw_sentence(r, m->sentence);
  const GwView lemma = gw_utf8_lower(r->arena, s->tokens[m->head].lemma);
  const GwView kind = gw_lexicon_value(r->lexicon, "kind", lemma);
  for (size_t t = 0; t < GW_ENTITY_TYPE_COUNT; t++) {
    if (gw_view_is(kind, gw_entity_type_name((GwEntityType)t))) {
      return (GwEntityType)t;
    }
  }
  return GW_ENTITY_TYPE_COUNT;
}

void gw_read_kinds(GwReader *r)
{
  GwKnowledge *k = r->knowledge;
  for (size_t i = 0; i < k->statement_count; i++) {
    const GwStatement *st = &k->statements[i];
    if (!gw_relation_is(&st->relation, "isA") || st->object_kind != GW_OBJECT_ENTITY
        || st->polarity != GW_POSITIVE || st->modality != GW_ACTUAL) {
      continue;
    }
    GwEntity *e = &k->entities[st->subject];
    const GwEntity *description = &k->entities[st->object];
    const GwEntityType kind = may_be_told(e) && !description->named ? told_kind(r, description)
                                                                   : GW_ENTITY_TYPE_COUNT;
    if (e->named && !description->named && description->own_class && e->type != GW_PERSON) {
      e->own_class = description->own_class;
      e->type = may_be_told(e) ? description->type : e->type;
    }
    const bool settled = kind == GW_ENTITY_TYPE_COUNT
                         || (kind == GW_CITY && e->type != GW_PLACE);
    e->type = settled ? e->type : kind;
  }
}
