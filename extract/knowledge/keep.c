/* Keeping only what is likely to be right. */
#include "extract/knowledge/confidence.h"
#include "extract/knowledge/reader.h"

/* New numbers of what stays, GW_NO_INDEX for what goes; of entities, what statements speak of. */
typedef struct {
  size_t *statements, *entities, *mentions;
  bool *gone, *needed; ///< entities of statements that go, and of those that stay
} Plan;

static GwStatus new_plan(GwArena *arena, const GwKnowledge *k, Plan *plan, GwError *error)
{
  *plan = (Plan){GW_NEW(arena, k->statement_count + 1, size_t),
                 GW_NEW(arena, k->entity_count + 1, size_t),
                 GW_NEW(arena, k->mention_count + 1, size_t),
                 GW_NEW(arena, k->entity_count + 1, bool),
                 GW_NEW(arena, k->entity_count + 1, bool)};
  return plan->statements && plan->entities && plan->mentions && plan->gone && plan->needed
           ? GW_OK : gw_fail_memory(error);
}

/* A chain of sayings is only as sure as its end. */
static bool is_confident(const GwKnowledge *k, size_t statement, double least)
{
  size_t at = statement;
  for (size_t steps = 0; steps <= k->statement_count; steps++) {
    const GwStatement *s = &k->statements[at];
    if (s->confidence < least) {
      return false;
    }
    if (s->object_kind != GW_OBJECT_STATEMENT) {
      return true;
    }
    at = s->object;
  }
  return false;
}

static void plan_statements(const GwKnowledge *k, double least, Plan *plan)
{
  size_t kept = 0;
  for (size_t i = 0; i < k->statement_count; i++) {
    plan->statements[i] = is_confident(k, i, least) ? kept++ : GW_NO_INDEX;
    gw_mark_entities(&k->statements[i],
                     plan->statements[i] == GW_NO_INDEX ? plan->gone : plan->needed);
  }
}

/* The country and the broader term of an entity that stays are needed, too. */
static void plan_entities(const GwKnowledge *k, Plan *plan)
{
  size_t kept = 0;
  for (size_t i = 0; i < k->entity_count; i++) {
    plan->needed[i] |= !plan->gone[i];
  }
  for (bool more = true; more;) {
    more = false;
    for (size_t i = 0; i < k->entity_count; i++) {
      const size_t above[] = {k->entities[i].country, k->entities[i].broader};
      for (size_t a = 0; a < 2; a++) {
        if (plan->needed[i] && above[a] != GW_NO_INDEX && !plan->needed[above[a]]) {
          plan->needed[above[a]] = more = true;
        }
      }
    }
  }
  for (size_t i = 0; i < k->entity_count; i++) {
    plan->entities[i] = plan->needed[i] ? kept++ : GW_NO_INDEX;
  }
}

static void keep_statements(GwKnowledge *k, const size_t *number)
{
  size_t kept = 0;
  for (size_t i = 0; i < k->statement_count; i++) {
    if (number[i] != GW_NO_INDEX) {
      GwStatement s = k->statements[i];
      s.object = s.object_kind == GW_OBJECT_STATEMENT ? number[s.object] : s.object;
      k->statements[kept++] = s;
    }
  }
  k->statement_count = kept;
}

/* A mention stays with its entity. */
static void keep_mentions(GwKnowledge *k, const Plan *plan)
{
  size_t kept = 0;
  for (size_t i = 0; i < k->mention_count; i++) {
    const bool stays = plan->entities[k->mentions[i].entity] != GW_NO_INDEX;
    plan->mentions[i] = stays ? kept : GW_NO_INDEX;
    k->mentions[kept] = k->mentions[i];
    kept += stays;
  }
  k->mention_count = kept;
  for (size_t i = 0; i < k->entity_count; i++) {
    k->entities[i].first_mention = plan->mentions[k->entities[i].first_mention];
  }
  for (size_t i = 0; i < k->document->sentence_count; i++) {
    size_t *of_token = k->mention_of_token + k->sentence_start[i];
    for (size_t t = 0; t < k->document->sentences[i].token_count; t++) {
      of_token[t] = of_token[t] == GW_NO_INDEX ? GW_NO_INDEX : plan->mentions[of_token[t]];
    }
  }
}

GwStatus gw_keep_confident(GwArena *arena, GwKnowledge *knowledge, double least, GwError *error)
{
  Plan plan;
  GW_TRY(new_plan(arena, knowledge, &plan, error));
  plan_statements(knowledge, least, &plan);
  plan_entities(knowledge, &plan);
  keep_statements(knowledge, plan.statements);
  keep_mentions(knowledge, &plan);
  gw_keep_entities(knowledge, plan.entities);
  return GW_OK;
}
