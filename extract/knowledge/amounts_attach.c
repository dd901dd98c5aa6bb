/* What quantities belong to: the entities that they count, and statements. */
#include "extract/knowledge/amounts.h"
#include "extract/knowledge/arguments.h"

#include <string.h>

enum { AMOUNTS = 4 };

static void add_amount(GwReader *r, GwStatement *st, GwAmountRole role, size_t quantity)
{
  if (!st->amounts) {
    st->amounts = GW_NEW(r->arena, AMOUNTS, GwStatementAmount);
  }
  if (!st->amounts) {
    r->failed = true;
  } else if (st->amount_count < AMOUNTS) {
    st->amounts[st->amount_count++] = (GwStatementAmount){role, quantity};
  }
}

/* The entity that the quantity itself is: "11 percent", "15,000". */
static size_t own_entity(const GwReader *r, const GwQuantity *q)
{
  for (size_t i = q->number; i <= q->last; i++) {
    const size_t mention = gw_mention_at(r->knowledge, q->sentence, i);
    if (mention != GW_NO_INDEX) {
      const size_t entity = r->knowledge->mentions[mention].entity;
      return r->knowledge->entities[entity].type == GW_QUANTITY ? entity : GW_NO_INDEX;
    }
  }
  return GW_NO_INDEX;
}

static bool speaks_of(const GwStatement *st, size_t entity)
{
  bool found = st->subject == entity
               || (st->object_kind == GW_OBJECT_ENTITY && st->object == entity);
  for (size_t i = 0; i < st->qualifier_count; i++) {
    found = found || st->qualifiers[i].entity == entity;
  }
  return entity != GW_NO_INDEX && found;
}

/* The token through which a quantity hangs on a verb: its own head, or the noun it counts. */
static size_t hanging_token(const GwSentence *s, const GwQuantity *q, size_t verb)
{
  for (size_t i = q->number; i <= q->last; i++) {
    if (gw_parent(s, i) == verb) {
      return i;
    }
  }
  return q->counted != GW_NO_INDEX && gw_parent(s, q->counted) == verb ? q->counted : GW_NO_INDEX;
}

/* "Rose by 12 %", "from 80", "to 60": what the quantity is to a verb of change. */
static bool change_role(const GwReader *r, const GwSentence *s, const GwQuantity *q, size_t verb,
                        GwAmountRole *role)
{
  *role = GW_AMOUNT_CHANGE_FACTOR;
  if (gw_view_is(q->unit, "gw:Factor")) {
    return q->number == verb;
  }
  const size_t token = hanging_token(s, q, verb);
  if (token == GW_NO_INDEX
      || gw_lexicon_value(r->lexicon, "change", s->tokens[verb].lemma).length == 0) {
    return false;
  }
  const size_t preposition = gw_child(s, token, "case", 0);
  if (preposition == GW_NO_INDEX) {
    *role = GW_AMOUNT_CHANGE_BY;      /* "rose 12 percent", but not "cut 500 jobs" */
    return token != q->counted && gw_relates(s, token, "obj|obl|advmod|xcomp|dep");
  }
  *role = gw_lemma_is(s, preposition, "by") ? GW_AMOUNT_CHANGE_BY
          : gw_lemma_is(s, preposition, "from") ? GW_AMOUNT_CHANGE_FROM : GW_AMOUNT_CHANGE_TO;
  return gw_lemma_is(s, preposition, "by|from|to");
}

static void attach(GwReader *r, size_t quantity, size_t own, GwStatement *st)
{
  const GwQuantity *q = &r->knowledge->quantities[quantity];
  const GwSentence *s = gw_sentence(r, q->sentence);
  GwAmountRole role;
  if (change_role(r, s, q, st->predicate, &role)) {
    add_amount(r, st, role, quantity);
  } else if (speaks_of(st, own == GW_NO_INDEX ? q->counts : own)) {
    add_amount(r, st, GW_AMOUNT_COUNTS, quantity);
  }
}

/* A factor multiplies nothing but what its own verb says; "one of them" counts nothing. */
static bool is_worth_telling(const GwQuantity *q)
{
  return q->counts != GW_NO_INDEX || q->unit.length || q->currency.length || q->share;
}

void gw_attach_amounts(GwReader *r)
{
  GwKnowledge *k = r->knowledge;
  size_t next = 0;
  for (size_t i = 0; i < k->quantity_count && !r->failed; i++) {
    GwQuantity *q = &k->quantities[i];
    q->counts = q->counted == GW_NO_INDEX ? GW_NO_INDEX
                                          : gw_entity_of(r, q->sentence, q->counted);
    const size_t own = own_entity(r, q);
    if (own != GW_NO_INDEX && own != q->counts) {
      k->entities[own].quantity = q;
    }
    while (next < k->statement_count && k->statements[next].sentence < q->sentence) {
      next++;
    }
    for (size_t s = next; s < k->statement_count && k->statements[s].sentence == q->sentence;
         s++) {
      if (is_worth_telling(q) || own != GW_NO_INDEX) {
        attach(r, i, own, &k->statements[s]);
      }
    }
  }
}
