#include "graphs/views/assemble.h"

#include "base/buffer.h"
#include "graphs/views/label.h"

#include <math.h>
#include <stdlib.h>

#define NODE_COLUMNS ((size_t)22)
#define NODE_LINES ((size_t)3)
#define EDGE_COLUMNS ((size_t)20)
#define TOOLTIP_COLUMNS ((size_t)400)
#define LABELS_OF_BUNDLE ((size_t)2)
#define TOOLTIPS_OF_BUNDLE ((size_t)5)

/* Links from one node to another that are drawn as one edge. */
typedef struct {
  size_t from, to; ///< nodes
  unsigned look;   ///< links that look alike may be bundled
  size_t first, count; ///< among the sorted links
  size_t statement;    ///< the first one
  double value;
  bool kept;
} Bundle;

/* A link that may be drawn, with the key that it is sorted by. */
typedef struct {
  size_t from, to; ///< nodes
  unsigned look;
  const GwViewLink *link;
} Strand;

typedef struct {
  const GwViewPlan *plan;
  GwArena *arena;
  size_t *node_of; ///< by entity; GW_NO_INDEX for one that is not shown
  Strand *strands;
  size_t strand_count;
  Bundle *bundles;
  size_t bundle_count;
} Assembly;

static int compare_sizes(size_t a, size_t b)
{
  return (a > b) - (a < b);
}

static int compare_strands(const void *left, const void *right)
{
  const Strand *a = left, *b = right;
  int order = compare_sizes(a->from, b->from);
  order = order ? order : compare_sizes(a->to, b->to);
  order = order ? order : compare_sizes(a->look, b->look);
  return order ? order : compare_sizes(a->link->statement, b->link->statement);
}

static int by_value(const void *left, const void *right)
{
  const Bundle *a = left, *b = right;
  const int order = (a->value < b->value) - (a->value > b->value);
  return order ? order : compare_sizes(a->statement, b->statement);
}

static int by_place(const void *left, const void *right)
{
  const Bundle *a = left, *b = right;
  return compare_sizes(a->first, b->first);
}

static unsigned look_of(const GwViewLink *link)
{
  const unsigned kind = link->kind == GW_RELATION_CAUSE ? 0
                        : link->kind == GW_RELATION_PREVENT ? 1 : 2;
  return 4 * kind + 2 * link->negated + link->claimed;
}

static GwStatus number_nodes(Assembly *assembly, GwGraphView *view, GwError *error)
{
  const GwViewPlan *plan = assembly->plan;
  assembly->node_of = GW_NEW(assembly->arena, plan->knowledge->entity_count, size_t);
  view->nodes = GW_NEW(assembly->arena, plan->knowledge->entity_count, GwViewNode);
  view->node_count = 0;
  if (!assembly->node_of || !view->nodes) {
    return gw_fail_memory(error);
  }
  for (size_t i = 0; i < plan->knowledge->entity_count; i++) {
    assembly->node_of[i] = plan->chosen[i] ? view->node_count : GW_NO_INDEX;
    if (plan->chosen[i]) {
      view->nodes[view->node_count++].entity = i;
    }
  }
  return GW_OK;
}

static GwStatus collect_strands(Assembly *assembly, GwError *error)
{
  const GwViewPlan *plan = assembly->plan;
  assembly->strands = GW_NEW(assembly->arena, plan->link_count, Strand);
  if (!assembly->strands) {
    return gw_fail_memory(error);
  }
  for (size_t i = 0; i < plan->link_count; i++) {
    const GwViewLink *link = &plan->links[i];
    const size_t from = assembly->node_of[link->from], to = assembly->node_of[link->to];
    if (from != GW_NO_INDEX && to != GW_NO_INDEX) {
      assembly->strands[assembly->strand_count++] = (Strand){from, to, look_of(link), link};
    }
  }
  qsort(assembly->strands, assembly->strand_count, sizeof(Strand), compare_strands);
  return GW_OK;
}

static GwStatus bundle_strands(Assembly *assembly, GwError *error)
{
  const GwViewPlan *plan = assembly->plan;
  Bundle *bundles = GW_NEW(assembly->arena, assembly->strand_count, Bundle), *last = NULL;
  if (!bundles) {
    return gw_fail_memory(error);
  }
  assembly->bundles = bundles;
  for (size_t i = 0; i < assembly->strand_count; i++) {
    const Strand *s = &assembly->strands[i];
    const double ends = plan->salience[s->link->from] * plan->salience[s->link->to];
    const double value = s->link->weight * sqrt(ends);
    if (last && last->from == s->from && last->to == s->to && last->look == s->look) {
      last->count++;
      last->value = (value > last->value ? value : last->value) + 0.1 * value;
    } else {
      last = &bundles[assembly->bundle_count++];
      *last = (Bundle){s->from, s->to, s->look, i, 1, s->link->statement, value, false};
    }
  }
  return GW_OK;
}

static size_t root_of(size_t *parent, size_t node)
{
  while (parent[node] != node) {
    parent[node] = parent[parent[node]];
    node = parent[node];
  }
  return node;
}

/* Keep a maximum spanning forest (Kruskal), then the best of the rest. */
static GwStatus keep_best(Assembly *assembly, size_t node_count, GwError *error)
{
  size_t *parent = GW_NEW(assembly->arena, node_count, size_t);
  size_t kept = 0;
  if (!parent) {
    return gw_fail_memory(error);
  }
  for (size_t i = 0; i < node_count; i++) {
    parent[i] = i;
  }
  qsort(assembly->bundles, assembly->bundle_count, sizeof(Bundle), by_value);
  for (size_t i = 0; i < assembly->bundle_count; i++) {
    Bundle *bundle = &assembly->bundles[i];
    const size_t from = root_of(parent, bundle->from), to = root_of(parent, bundle->to);
    parent[from] = to;
    bundle->kept = from != to;
    kept += bundle->kept;
  }
  for (size_t i = 0; i < assembly->bundle_count && kept < assembly->plan->edge_limit; i++) {
    kept += !assembly->bundles[i].kept;
    assembly->bundles[i].kept = true;
  }
  qsort(assembly->bundles, assembly->bundle_count, sizeof(Bundle), by_place);
  return GW_OK;
}

/* "leads to (may)", with the speaker on a line of its own. */
static void append_label(Assembly *assembly, const GwViewLink *link, GwBuffer *out)
{
  gw_buffer_append(out, gw_label_wrap(assembly->arena, link->label, EDGE_COLUMNS, 2));
  if (link->speaker.length) {
    gw_buffer_text(out, "\n(says ");
    gw_buffer_append(out, gw_label_wrap(assembly->arena, link->speaker, EDGE_COLUMNS, 1));
    gw_buffer_char(out, ')');
  }
}

static bool same_text(const GwViewLink *a, const GwViewLink *b)
{
  return gw_view_equal(a->label, b->label) && gw_view_equal(a->speaker, b->speaker);
}

static bool told_before(const Strand *strands, size_t index)
{
  bool told = false;
  for (size_t i = 0; i < index && !told; i++) {
    told = same_text(strands[i].link, strands[index].link);
  }
  return told;
}

static void bundle_label(Assembly *assembly, const Bundle *bundle, GwBuffer *out)
{
  const Strand *strands = &assembly->strands[bundle->first];
  size_t told = 0, more = 0;
  for (size_t i = 0; i < bundle->count && more < 100; i++) {
    if (told_before(strands, i)) {
      continue;
    }
    if (told < LABELS_OF_BUNDLE) {
      gw_buffer_text(out, told ? "\n" : "");
      append_label(assembly, strands[i].link, out);
      told++;
    } else {
      more++;
    }
  }
  if (more) {
    gw_buffer_format(out, "\n+%zu more", more);
  }
}

static void append_quote(Assembly *assembly, size_t sentence, GwBuffer *out)
{
  const GwView text = gw_view_sentence(assembly->plan->knowledge, sentence);
  if (text.length) {
    gw_buffer_text(out, "\n\xE2\x80\x9C");
    gw_buffer_append(out, gw_label_wrap(assembly->arena, text, TOOLTIP_COLUMNS, 1));
    gw_buffer_text(out, "\xE2\x80\x9D");
  }
}

static void append_line(Assembly *assembly, GwView text, GwBuffer *out)
{
  gw_buffer_append(out, gw_label_wrap(assembly->arena, text, TOOLTIP_COLUMNS, 1));
}

static void bundle_tooltip(Assembly *assembly, const Bundle *bundle, GwBuffer *out)
{
  const GwKnowledge *knowledge = assembly->plan->knowledge;
  for (size_t i = 0; i < bundle->count && i < TOOLTIPS_OF_BUNDLE; i++) {
    const GwViewLink *link = assembly->strands[bundle->first + i].link;
    gw_buffer_text(out, i ? "\n" : "");
    append_line(assembly, knowledge->entities[link->from].label, out);
    gw_buffer_text(out, " \xE2\x80\x93 ");
    append_line(assembly, link->label, out);
    gw_buffer_text(out, " \xE2\x86\x92 ");
    append_line(assembly, knowledge->entities[link->to].label, out);
    append_quote(assembly, knowledge->statements[link->statement].sentence, out);
  }
}

/* Move what `buffer` holds into the arena; data is NULL when memory is out. */
static GwView take(GwArena *arena, GwBuffer *buffer)
{
  const GwView text = gw_buffer_view(buffer);
  const GwView copy = {buffer->failed ? NULL : gw_view_copy(arena, text), text.length};
  gw_buffer_free(buffer);
  return copy;
}

static GwStatus write_edges(Assembly *assembly, GwGraphView *view, GwError *error)
{
  view->edge_count = 0;
  view->edges = GW_NEW(assembly->arena, assembly->bundle_count, GwViewEdge);
  for (size_t i = 0; view->edges && i < assembly->bundle_count; i++) {
    const Bundle *bundle = &assembly->bundles[i];
    const GwViewLink *link = assembly->strands[bundle->first].link;
    GwBuffer label = GW_BUFFER_INIT, tooltip = GW_BUFFER_INIT;
    if (!bundle->kept) {
      continue;
    }
    bundle_label(assembly, bundle, &label);
    bundle_tooltip(assembly, bundle, &tooltip);
    GwViewEdge *edge = &view->edges[view->edge_count++];
    *edge = (GwViewEdge){
      .from = bundle->from, .to = bundle->to, .kind = link->kind, .claimed = link->claimed,
      .negated = link->negated, .count = bundle->count,
      .label = take(assembly->arena, &label), .tooltip = take(assembly->arena, &tooltip),
    };
    if (!edge->label.data || !edge->tooltip.data) {
      return gw_fail_memory(error);
    }
  }
  return view->edges ? GW_OK : gw_fail_memory(error);
}

static GwStatus write_nodes(Assembly *assembly, GwGraphView *view, GwError *error)
{
  const GwKnowledge *knowledge = assembly->plan->knowledge;
  for (size_t i = 0; i < view->node_count; i++) {
    GwViewNode *node = &view->nodes[i];
    const GwEntity *entity = &knowledge->entities[node->entity];
    GwBuffer tooltip = GW_BUFFER_INIT;
    append_line(assembly, entity->label, &tooltip);
    if (entity->first_mention < knowledge->mention_count) {
      append_quote(assembly, knowledge->mentions[entity->first_mention].sentence, &tooltip);
    }
    node->tooltip = take(assembly->arena, &tooltip);
    node->label = gw_label_wrap(assembly->arena, entity->label, NODE_COLUMNS, NODE_LINES);
    node->url = entity->qid.length ? gw_view_format(assembly->arena,
                                                    "https://www.wikidata.org/wiki/%.*s",
                                                    GW_PRINT(entity->qid)) : GW_VIEW("");
    node->type = entity->type;
    node->salience = assembly->plan->salience[node->entity];
    if (!node->tooltip.data || !node->label.data || !node->url.data) {
      return gw_fail_memory(error);
    }
  }
  return GW_OK;
}

/* A statement is shown by an edge of its own, within the label of one, or, as the saying of a
 * claim, by the name of its speaker. */
static GwStatus count_hidden(Assembly *assembly, GwGraphView *view, GwError *error)
{
  const GwKnowledge *knowledge = assembly->plan->knowledge;
  bool *shown = GW_NEW(assembly->arena, knowledge->statement_count, bool);
  if (!shown) {
    return gw_fail_memory(error);
  }
  for (size_t i = 0; i < assembly->bundle_count; i++) {
    const Bundle *bundle = &assembly->bundles[i];
    for (size_t k = 0; bundle->kept && k < bundle->count; k++) {
      const GwViewLink *link = assembly->strands[bundle->first + k].link;
      shown[link->statement] = true;
      if (link->inner != GW_NO_INDEX) {
        shown[link->inner] = true;
      }
    }
  }
  view->hidden_edges = 0;
  for (size_t i = 0; i < knowledge->statement_count; i++) {
    const GwStatement *saying = &knowledge->statements[i];
    const bool told = saying->object_kind == GW_OBJECT_STATEMENT
                      && saying->object < knowledge->statement_count && shown[saying->object]
                      && knowledge->statements[saying->object].speaker == saying->subject;
    view->hidden_edges += !shown[i] && !told;
  }
  view->hidden_nodes = knowledge->entity_count - view->node_count;
  return GW_OK;
}

GwStatus gw_view_assemble(GwArena *arena, const GwViewPlan *plan, GwGraphView *view,
                          GwError *error)
{
  Assembly assembly = {.plan = plan, .arena = arena};
  GW_TRY(number_nodes(&assembly, view, error));
  GW_TRY(collect_strands(&assembly, error));
  GW_TRY(bundle_strands(&assembly, error));
  GW_TRY(keep_best(&assembly, view->node_count, error));
  GW_TRY(write_nodes(&assembly, view, error));
  GW_TRY(write_edges(&assembly, view, error));
  return count_hidden(&assembly, view, error);
}
