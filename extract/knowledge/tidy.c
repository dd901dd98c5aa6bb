/* Tidying up: entities that nothing speaks of any more are dropped, mentions counted. */
#include "extract/knowledge/amounts.h"
#include "extract/knowledge/coreference.h"

/* First mentions are found anew: the old ones may have come to mean other entities. */
static void count_mentions(GwKnowledge *k)
{
  for (size_t i = 0; i < k->mention_count; i++) {
    GwEntity *e = &k->entities[k->mentions[i].entity];
    if (e->mention_count++ == 0) {
      e->first_mention = i;
    }
  }
}

static void mark(bool *marks, size_t entity)
{
  if (entity != GW_NO_INDEX) {
    marks[entity] = true;
  }
}

void gw_mark_entities(const GwStatement *s, bool *marks)
{
  mark(marks, s->subject);
  mark(marks, s->speaker);
  mark(marks, s->object_kind == GW_OBJECT_ENTITY ? s->object : GW_NO_INDEX);
  for (size_t i = 0; i < s->qualifier_count; i++) {
    mark(marks, s->qualifiers[i].entity);
  }
}

static void renumber(const size_t *number, size_t *entity)
{
  if (*entity != GW_NO_INDEX) {
    *entity = number[*entity];
  }
}

static void renumber_statement(const size_t *number, GwStatement *s)
{
  renumber(number, &s->subject);
  renumber(number, &s->speaker);
  if (s->object_kind == GW_OBJECT_ENTITY) {
    renumber(number, &s->object);
  }
  for (size_t i = 0; i < s->qualifier_count; i++) {
    renumber(number, &s->qualifiers[i].entity);
  }
}

void gw_keep_entities(GwKnowledge *k, const size_t *number)
{
  size_t kept = 0;
  for (size_t i = 0; i < k->entity_count; i++) {
    if (number[i] != GW_NO_INDEX) {
      k->entities[kept++] = k->entities[i];
    }
  }
  k->entity_count = kept;
  for (size_t i = 0; i < kept; i++) {
    renumber(number, &k->entities[i].country);
    renumber(number, &k->entities[i].broader);
  }
  for (size_t i = 0; i < k->mention_count; i++) {
    renumber(number, &k->mentions[i].entity);
  }
  for (size_t i = 0; i < k->quantity_count; i++) {
    renumber(number, &k->quantities[i].counts);
  }
  for (size_t i = 0; i < k->references->count; i++) {
    renumber(number, &k->references->items[i].name);
    renumber(number, &k->references->items[i].entity);
  }
  for (size_t i = 0; i < k->statement_count; i++) {
    renumber_statement(number, &k->statements[i]);
  }
}

/* Entities that have no mention and stand in no statement are dropped. */
void gw_drop_unused_entities(GwReader *r)
{
  GwKnowledge *k = r->knowledge;
  size_t *number = GW_NEW(r->arena, k->entity_count + 1, size_t), kept = 0;
  bool *used = GW_NEW(r->arena, k->entity_count + 1, bool);
  if (!number || !used) {
    r->failed = true;
    return;
  }
  count_mentions(k);
  for (size_t i = 0; i < k->statement_count; i++) {
    gw_mark_entities(&k->statements[i], used);     /* even if all mentions mean others by now */
  }
  for (size_t i = 0; i < k->entity_count; i++) {
    number[i] = used[i] || k->entities[i].mention_count ? kept++ : GW_NO_INDEX;
  }
  gw_keep_entities(k, number);
}
