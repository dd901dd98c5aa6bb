#include "extract/knowledge/listing.h"

#include "extract/knowledge/quantities.h"
#include "extract/knowledge/relations.h"
#include "extract/knowledge/timex.h"

static GwView label_of(const GwKnowledge *k, size_t entity)
{
  return k->entities[entity].label;
}

static void list_entity(const GwKnowledge *k, size_t number, GwBuffer *out)
{
  const GwEntity *e = &k->entities[number];
  const GwView type = e->own_class ? e->own_class->name : gw_view(gw_entity_type_name(e->type));
  gw_buffer_format(out, "E%zu\t%.*s\t%.*s\t%.*s\tx%zu", e->number, GW_PRINT(type),
                   GW_PRINT(e->label), GW_PRINT(e->qid), e->mention_count);
  gw_buffer_text(out, e->named ? " named" : e->clause ? " clause" : "");
  if (e->country != GW_NO_INDEX) {
    gw_buffer_format(out, " of %.*s", GW_PRINT(label_of(k, e->country)));
  }
  if (e->broader != GW_NO_INDEX) {
    gw_buffer_format(out, " < %.*s", GW_PRINT(label_of(k, e->broader)));
  }
  for (size_t i = 0; i < e->alias_count; i++) {
    gw_buffer_format(out, " | %.*s", GW_PRINT(e->aliases[i]));
  }
  if (e->quantity) {
    GwArena arena = GW_ARENA_INIT;
    const GwView value = gw_quantity_write(&arena, e->quantity);
    gw_buffer_format(out, " [%.*s]", GW_PRINT(value));
    gw_arena_free(&arena);
  }
  gw_buffer_char(out, '\n');
}

void gw_list_entities(const GwKnowledge *knowledge, GwBuffer *out)
{
  for (size_t i = 0; i < knowledge->entity_count; i++) {
    list_entity(knowledge, i, out);
  }
}

static void list_object(const GwKnowledge *k, const GwStatement *s, GwBuffer *out)
{
  switch (s->object_kind) {
  case GW_OBJECT_ENTITY:
    gw_buffer_format(out, "(%.*s)", GW_PRINT(label_of(k, s->object)));
    break;
  case GW_OBJECT_STATEMENT:
    gw_buffer_format(out, "S%zu", k->statements[s->object].number);
    break;
  case GW_OBJECT_TEXT:
    gw_buffer_format(out, "\"%.*s\"", GW_PRINT(s->object_text));
    break;
  case GW_OBJECT_NONE:
    gw_buffer_char(out, '-');
    break;
  }
}

/* The words, and what they mean where that is something else. */
static void list_time(const GwTimex *timex, GwView words, GwBuffer *out)
{
  GwArena arena = GW_ARENA_INIT;
  const GwView value = timex ? gw_timex_write(&arena, timex) : words;
  if (!gw_view_equal(value, words)) {
    gw_buffer_format(out, " [%.*s]", GW_PRINT(value));
  }
  gw_arena_free(&arena);
}

static void list_amounts(const GwKnowledge *k, const GwStatement *s, GwBuffer *out)
{
  GwArena arena = GW_ARENA_INIT;
  for (size_t i = 0; i < s->amount_count; i++) {
    const GwQuantity *q = &k->quantities[s->amounts[i].quantity];
    const GwView value = gw_quantity_write(&arena, q);
    gw_buffer_format(out, " %s=[%.*s]", gw_amount_role_name(s->amounts[i].role), GW_PRINT(value));
    if (q->counts != GW_NO_INDEX) {
      gw_buffer_format(out, " of (%.*s)", GW_PRINT(label_of(k, q->counts)));
    }
  }
  gw_arena_free(&arena);
}

static void list_statement(const GwKnowledge *k, size_t number, GwBuffer *out)
{
  const GwStatement *s = &k->statements[number];
  gw_buffer_format(out, "  S%zu (%.*s) --%s%.*s--> ", s->number, GW_PRINT(label_of(k, s->subject)),
                   s->relation.mapped ? "" : "~", GW_PRINT(s->relation.label));
  list_object(k, s, out);
  gw_buffer_text(out, s->polarity == GW_NEGATIVE ? " not" : "");
  if (s->modality != GW_ACTUAL) {
    gw_buffer_format(out, " %s", gw_modality_name(s->modality));
  }
  if (s->speaker != GW_NO_INDEX) {
    gw_buffer_format(out, " by %.*s: %.*s", GW_PRINT(label_of(k, s->speaker)),
                     GW_PRINT(s->speech_verb));
  }
  for (size_t i = 0; i < s->qualifier_count; i++) {
    const GwQualifier *q = &s->qualifiers[i];
    const GwView value = q->entity == GW_NO_INDEX ? q->text : label_of(k, q->entity);
    gw_buffer_format(out, " %s=%.*s", q->role, GW_PRINT(value));
    list_time(q->timex, value, out);
  }
  list_amounts(k, s, out);
  gw_buffer_format(out, " {%s %.2f}\n", s->rule, s->confidence);
}

void gw_list_statements(const GwKnowledge *knowledge, GwBuffer *out)
{
  const GwDocument *d = knowledge->document;
  size_t next = 0;
  for (size_t i = 0; i < d->sentence_count; i++) {
    const GwSpan span = d->sentences[i].span;
    const GwView text = gw_view_slice(d->article->text, span.begin, span.end);
    gw_buffer_format(out, "\n[%zu] ", i);
    for (size_t c = 0; c < text.length; c++) {
      gw_buffer_char(out, text.data[c] == '\n' ? ' ' : text.data[c]);
    }
    gw_buffer_char(out, '\n');
    for (; next < knowledge->statement_count && knowledge->statements[next].sentence == i; next++) {
      list_statement(knowledge, next, out);
    }
  }
}
