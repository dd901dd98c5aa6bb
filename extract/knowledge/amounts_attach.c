/* What quantities belong to: the entities that they count, and statements. */
#include "extract/knowledge/amounts.h"
#include "extract/knowledge/arguments.h"

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
  for (size_t i = q->first; i <= q->last; i++) {
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

/* Does the quantity itself hang on the verb, counting nothing ("fined the firm $20")? */
static bool hangs_on(const GwSentence *s, const GwQuantity *q, size_t verb)
{
  for (size_t i = q->first; q->counted == GW_NO_INDEX && i <= q->last; i++) {
    if (gw_parent(s, i) == verb && gw_relates(s, i, "obj|iobj|obl")) {
      return true;
    }
  }
  return false;
}

/* "Rose by 12 %", "from 80", "to 60": what the quantity is to a verb of change. */
static bool change_role(const GwReader *r, const GwQuantity *q, size_t verb, GwAmountRole *role)
{
  const GwSentence *s = gw_sentence(r, q->sentence);
  *role = GW_AMOUNT_CHANGE_FACTOR;
  if (gw_view_is(q->unit, "gw:Factor")) {
    return q->number == verb;
  }
  for (size_t i = q->first; i <= q->last; i++) {
    if (gw_is_change_amount(r, q->sentence, i, verb)) {
      const bool led = q->first > 0;
      *role = led && gw_lemma_is(s, q->first - 1, "from") ? GW_AMOUNT_CHANGE_FROM
              : led && gw_lemma_is(s, q->first - 1, "to") ? GW_AMOUNT_CHANGE_TO
                                                          : GW_AMOUNT_CHANGE_BY;
      return true;
    }
  }
  return false;
}

/* "One of them" counts nothing, and measures nothing. */
static bool is_worth_telling(const GwQuantity *q, size_t own)
{
  return own != GW_NO_INDEX || q->counts != GW_NO_INDEX || q->unit.length || q->currency.length
         || q->share;
}

/* Of several amounts of one thing in a sentence, each goes with the clause that it stands in. */
static bool is_in_clause(GwReader *r, const GwQuantity *q, const GwStatement *st)
{
  const GwKnowledge *k = r->knowledge;
  size_t same = 0;
  for (size_t i = k->quantity_start[q->sentence]; i < k->quantity_start[q->sentence + 1]; i++) {
    same += k->quantities[i].counted != GW_NO_INDEX
            && gw_entity_of(r, q->sentence, k->quantities[i].counted) == q->counts;
  }
  return same < 2 || gw_below(gw_sentence(r, q->sentence), q->counted, st->predicate);
}

static void attach(GwReader *r, size_t quantity, size_t own, GwStatement *st)
{
  const GwQuantity *q = &r->knowledge->quantities[quantity];
  GwAmountRole role;
  if (change_role(r, q, st->predicate, &role)) {
    add_amount(r, st, role, quantity);
  } else if (!is_worth_telling(q, own)) {
    return;
  } else if ((speaks_of(st, own == GW_NO_INDEX ? q->counts : own)
              && (own != GW_NO_INDEX || is_in_clause(r, q, st)))
             || (own != GW_NO_INDEX
                 && hangs_on(gw_sentence(r, q->sentence), q, st->predicate))) {
    add_amount(r, st, GW_AMOUNT_COUNTS, quantity);
  }
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
      attach(r, i, own, &k->statements[s]);
    }
  }
}
