/* Statements: collecting them, without repeats, sentence by sentence. */
#include "extract/knowledge/statements.h"

#include "extract/knowledge/quotes.h"
#include "extract/knowledge/pronouns.h"

#include <string.h>

GwStatement gw_statement_new(const GwContext *context, size_t sentence, size_t predicate,
                             GwRelation relation, const char *rule, double confidence)
{
  return (GwStatement){.subject = GW_NO_INDEX, .relation = relation, .object = GW_NO_INDEX,
                       .polarity = context->polarity, .modality = context->modality,
                       .speaker = context->speaker, .speech_verb = context->speech_verb,
                       .cues = context->cues, .sentence = sentence, .predicate = predicate,
                       .subject_token = GW_NO_INDEX, .object_token = GW_NO_INDEX, .rule = rule,
                       .confidence = confidence};
}

GwRelation gw_relation_to(const GwReader *r, GwView phrase, GwEntityType object, bool *inverted)
{
  const bool policy = (object == GW_POLICY || object == GW_LAW)
                      && gw_lexicon_value(r->lexicon, "policy-relation", phrase).length;
  return gw_lexicon_map(r->lexicon, r->arena, policy ? "policy-relation" : "relation", phrase,
                        inverted);
}

GwRelation gw_canonical(const GwReader *r, const char *name)
{
  const GwRelation *known = gw_lexicon_relation(r->lexicon, gw_view(name));
  return known ? *known : (GwRelation){.name = gw_view(name), .label = gw_view(name)};
}

static bool same(const GwStatement *a, const GwStatement *b)
{
  return a->subject == b->subject && gw_view_equal(a->relation.name, b->relation.name)
         && a->object_kind == b->object_kind && a->object == b->object
         && gw_view_equal(a->object_text, b->object_text) && a->polarity == b->polarity
         && a->modality == b->modality && a->speaker == b->speaker;
}

/* Long clauses and phrases make less certain arguments, and so do pronouns. */
static double certainty(const GwReader *r, const GwStatement *s)
{
  double c = s->confidence;
  const size_t ends[2] = {s->subject, s->object_kind == GW_OBJECT_ENTITY ? s->object
                                                                           : GW_NO_INDEX};
  const size_t tokens[2] = {s->subject_token, s->object_token};
  for (size_t i = 0; i < 2; i++) {
    if (ends[i] != GW_NO_INDEX) {
      const GwEntity *e = &r->knowledge->entities[ends[i]];
      c *= e->clause ? 0.93 : e->label.length > 60 ? 0.95 : 1.0;
      c *= tokens[i] == GW_NO_INDEX ? 1.0 : gw_meaning_certainty(r, s->sentence, tokens[i]);
    }
  }
  return c;
}

static bool stands_before(const GwQualifier *qualifiers, size_t count, const GwQualifier *q)
{
  for (size_t i = 0; i < count; i++) {
    if (strcmp(qualifiers[i].role, q->role) == 0 && qualifiers[i].entity == q->entity
        && gw_view_equal(qualifiers[i].text, q->text)) {
      return true;
    }
  }
  return false;
}

/* No qualifier twice; and of "a report by X, published in May", that X published it is not also
 * "by X". */
static void drop_repeated(GwStatement *s)
{
  size_t kept = 0;
  for (size_t i = 0; i < s->qualifier_count; i++) {
    const size_t entity = s->qualifiers[i].entity;
    const bool object = s->object_kind == GW_OBJECT_ENTITY && entity == s->object;
    const bool end = entity != GW_NO_INDEX && (entity == s->subject || object);
    if (!end && !stands_before(s->qualifiers, kept, &s->qualifiers[i])) {
      s->qualifiers[kept++] = s->qualifiers[i];
    }
  }
  s->qualifier_count = kept;
}

size_t gw_add_statement(GwReader *r, GwStatement statement)
{
  GwKnowledge *k = r->knowledge;
  const bool loop = statement.object_kind == GW_OBJECT_ENTITY
                    && statement.subject == statement.object;
  if (statement.subject == GW_NO_INDEX || loop) {
    return GW_NO_INDEX;
  }
  for (size_t i = k->statement_count; i > 0; i--) {
    const GwStatement *other = &k->statements[i - 1];
    if (other->sentence != statement.sentence) {
      break;
    }
    if (same(other, &statement)) {
      return i - 1;
    }
  }
  GwStatement *grown = gw_arena_grow(r->arena, k->statements, k->statement_count,
                                     &k->statement_capacity, sizeof *grown);
  if (!grown) {
    r->failed = true;
    return GW_NO_INDEX;
  }
  statement.confidence = certainty(r, &statement);
  drop_repeated(&statement);
  k->statements = grown;
  k->statements[k->statement_count] = statement;
  return k->statement_count++;
}

void gw_find_statements(GwReader *r)
{
  gw_mark_quotes(r);
  for (size_t i = 0; i < r->document->sentence_count && !r->failed; i++) {
    if (gw_is_stating(r, i)) {
      const size_t first = r->knowledge->statement_count;
      gw_read_verbs(r, i);
      gw_read_copulas(r, i);
      gw_read_nominalizations(r, i);
      gw_read_life_dates(r, i);
      gw_read_causes(r, i);
      gw_read_found_causes(r, i, first);
      gw_read_speech(r, i, first);
      gw_read_nominals(r, i);
    }
  }
  gw_read_kinds(r);
}
