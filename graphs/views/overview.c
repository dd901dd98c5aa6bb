#include "graphs/views/assemble.h"

#include "graphs/views/label.h"

#include <math.h>
#include <string.h>

#define TITLE_COLUMNS ((size_t)76)
#define SPOKES(limit) (6 + (limit) / 8) ///< of one hub: more make a tall or wide fan of small print
#define LONE_NODES ((size_t)12) ///< entities shown when there is nothing to connect

/* Entities are chosen one link at a time, the best link first (Prim's order, but a second
 * cluster may be opened), so that whatever is shown is connected to something. */
typedef struct {
  GwViewPlan plan;
  bool *chosen;
  size_t *degree; ///< links that an entity was chosen by
  size_t count, limit;
} Choice;

/* What a link would add to the picture; 0 when it adds nothing or does not fit. A hub counts
 * less with each spoke, so that a picture is not a star; a link apart from the rest counts less
 * because it splits the picture. */
static double gain_of(const Choice *choice, const GwViewLink *link)
{
  const size_t spokes = SPOKES(choice->limit);
  const size_t added = (size_t)!choice->chosen[link->from] + (size_t)!choice->chosen[link->to];
  if (added == 0 || choice->count + added > choice->limit || choice->degree[link->from] >= spokes
      || choice->degree[link->to] >= spokes) {
    return 0;
  }
  const double ends = choice->plan.salience[link->from] * choice->plan.salience[link->to];
  const double degrees = (double)(choice->degree[link->from] + choice->degree[link->to]);
  return link->weight * sqrt(ends) * (added == 2 ? 0.5 : 1.0) / (1.0 + 0.12 * degrees);
}

static void choose(Choice *choice, size_t entity)
{
  choice->count += !choice->chosen[entity];
  choice->chosen[entity] = true;
  choice->degree[entity]++;
}

static bool choose_best_link(Choice *choice)
{
  const GwViewLink *best = NULL;
  double most = 0;
  for (size_t i = 0; i < choice->plan.link_count; i++) {
    const double gain = gain_of(choice, &choice->plan.links[i]);
    if (gain > most) {
      most = gain;
      best = &choice->plan.links[i];
    }
  }
  if (best) {
    choose(choice, best->from);
    choose(choice, best->to);
  }
  return best != NULL;
}

/* Nothing is connected: the most salient entities by themselves. */
static bool choose_best_entity(Choice *choice)
{
  size_t best = GW_NO_INDEX;
  for (size_t i = 0; i < choice->plan.knowledge->entity_count; i++) {
    if (!choice->chosen[i]
        && (best == GW_NO_INDEX || choice->plan.salience[i] > choice->plan.salience[best])) {
      best = i;
    }
  }
  if (best != GW_NO_INDEX) {
    choose(choice, best);
  }
  return best != GW_NO_INDEX;
}

static void choose_all(Choice *choice)
{
  while (choice->count < choice->limit && choose_best_link(choice)) {
  }
  const bool lone = choice->count == 0;
  while (lone && choice->count < choice->limit && choice->count < LONE_NODES
         && choose_best_entity(choice)) {
  }
}

/* The article's title, else the name of its file. */
static GwView title_of(const GwArticle *article)
{
  if (article->title.length) {
    return article->title;
  }
  const char *slash = article->name ? strrchr(article->name, '/') : NULL;
  return gw_view(slash ? slash + 1 : article->name);
}

GwStatus gw_view_overview(GwArena *arena, const GwKnowledge *knowledge, size_t max_nodes,
                          GwGraphView *view, GwError *error)
{
  GwViewLink *links = NULL;
  double *salience = NULL;
  size_t link_count = 0;
  GW_TRY(gw_view_links(arena, knowledge, &links, &link_count, error));
  GW_TRY(gw_view_salience(arena, knowledge, links, link_count, &salience, error));
  Choice choice = {
    .plan = {knowledge, links, link_count, salience, NULL, 0},
    .chosen = GW_NEW(arena, knowledge->entity_count, bool),
    .degree = GW_NEW(arena, knowledge->entity_count, size_t),
    .limit = max_nodes ? max_nodes : GW_VIEW_READABLE,
  };
  if (!choice.chosen || !choice.degree) {
    return gw_fail_memory(error);
  }
  choose_all(&choice);
  choice.plan.chosen = choice.chosen;
  choice.plan.edge_limit = choice.count + choice.count / 3 + 2;
  const GwView title = title_of(knowledge->document->article);
  *view = (GwGraphView){.title = gw_label_wrap(arena, title, TITLE_COLUMNS, 2)};
  if (!view->title.data) {
    return gw_fail_memory(error);
  }
  return gw_view_assemble(arena, &choice.plan, view, error);
}
