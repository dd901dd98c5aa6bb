/* Interviews: the entity that speaks in each turn. */
#include "extract/knowledge/reader.h"

/* The person of that name, or GW_NO_INDEX. */
static size_t find_person(const GwReader *r, GwView name)
{
  for (size_t i = 0; i < r->knowledge->entity_count; i++) {
    const GwEntity *e = &r->knowledge->entities[i];
    bool same = gw_view_equal(e->label, name);
    for (size_t k = 0; k < e->alias_count && !same; k++) {
      same = gw_view_equal(e->aliases[k], name);
    }
    if (same && (e->type == GW_PERSON || e->type == GW_ROLE)) {
      return i;
    }
  }
  return GW_NO_INDEX;
}

/* Somebody whom only the layout shows: mentioned where the turn before begins. */
static size_t add_person(GwReader *r, GwView name, size_t sentence)
{
  const bool named = !gw_view_is(name, GW_INTERVIEWEE);
  const size_t mention = gw_add_mention(r, (GwMention){
    .sentence = sentence ? sentence - 1 : 0, .entity = r->knowledge->entity_count,
    .named = named, .ner = named ? GW_NER_PER : GW_NER_NONE});
  return gw_add_entity(r, (GwEntity){
    .type = named ? GW_PERSON : GW_ROLE, .label = name, .named = named, .country = GW_NO_INDEX,
    .broader = GW_NO_INDEX, .first_mention = mention});
}

void gw_find_turns(GwReader *r)
{
  const GwArticle *article = r->document->article;
  r->speaker_of_block = GW_NEW(r->arena, article->block_count + 1, size_t);
  if (!r->speaker_of_block) {
    r->failed = true;
    return;
  }
  for (size_t i = 0; i < article->block_count; i++) {
    r->speaker_of_block[i] = GW_NO_INDEX;
  }
  GwView last = {"", 0};
  size_t speaker = GW_NO_INDEX;
  for (size_t i = 0; i < r->document->sentence_count && !r->failed; i++) {
    const size_t block = gw_sentence(r, i)->block;
    const GwView name = article->blocks[block].speaker;
    if (name.length && article->blocks[block].kind == GW_BLOCK_PARAGRAPH) {
      if (!gw_view_equal(name, last)) {
        const size_t known = find_person(r, name);
        speaker = known == GW_NO_INDEX ? add_person(r, name, i) : known;
        last = name;
      }
      r->speaker_of_block[block] = speaker;
    }
  }
}

size_t gw_turn_speaker(const GwReader *r, size_t sentence)
{
  return r->speaker_of_block ? r->speaker_of_block[gw_sentence(r, sentence)->block] : GW_NO_INDEX;
}
