#include "export/conflict_parts.h"

#define SIDE_MOST 64 ///< statements of each side that are compared with each other

typedef struct {
  const GwSaid *list[SIDE_MOST];
  bool used[SIDE_MOST];
  size_t count;
} Side;

static void split(const GwSaid *group, size_t count, Side sides[2])
{
  sides[0].count = sides[1].count = 0;
  for (size_t i = 0; i < count; i++) {
    Side *side = &sides[group[i].negative];
    if (side->count < SIDE_MOST) {
      side->used[side->count] = false;
      side->list[side->count++] = &group[i];
    }
  }
}

/* How likely it is that both are read right, and about the same. */
static unsigned pair_score(const GwConflictFinder *f, const GwSaid *a, const GwSaid *b)
{
  unsigned same = gw_same_score(f->resources, f->clusters, a->subject, b->subject);
  if (a->object && a->object->kind == GW_TERM_IRI) {
    const unsigned object =
      gw_same_score(f->resources, f->clusters, a->object->value, b->object->value);
    same = same * object / 1000;
  }
  return same * a->confidence / 1000 * b->confidence / 1000;
}

/* The statements of both sides that meet one of the other side in another document. */
static void compare_sides(const GwConflictFinder *f, Side sides[2], GwConflict *conflict)
{
  conflict->kind = GW_DISPUTE;
  for (size_t i = 0; i < sides[0].count; i++) {
    for (size_t j = 0; j < sides[1].count; j++) {
      const GwSaid *a = sides[0].list[i], *b = sides[1].list[j];
      if (gw_view_equal(a->document, b->document) || !gw_said_meet(a, b)) {
        continue;
      }
      const unsigned score = pair_score(f, a, b);
      sides[0].used[i] = sides[1].used[j] = true;
      conflict->score = score > conflict->score ? score : conflict->score;
      if (!a->claimed || !b->claimed) {
        conflict->kind = GW_CONTRADICTION;
      }
    }
  }
}

static GwStatus list_side(const GwConflictFinder *f, const Side *side, const GwView **list,
                          size_t *count)
{
  GwView *used = GW_NEW(f->arena, side->count + 1, GwView);
  if (!used) {
    return gw_fail_memory(f->error);
  }
  *count = 0;
  for (size_t i = 0; i < side->count; i++) {
    if (side->used[i]) {
      used[(*count)++] = side->list[i]->iri;
    }
  }
  *list = used;
  return GW_OK;
}

static GwView label_of(const GwConflictFinder *f, GwView iri)
{
  const size_t number = gw_map_get(&f->resources->index, iri);
  return number == GW_MAP_ABSENT ? iri : gw_resource_label(&f->resources->list[number]);
}

/* "Spain imposes heat rule": the relation by its name in the vocabulary. */
static GwView describe(const GwConflictFinder *f, const GwSaid *said)
{
  const GwView object = !said->object ? GW_VIEW("")
                        : said->object->kind == GW_TERM_IRI ? label_of(f, said->object->value)
                                                            : said->object->value;
  size_t end = said->relation.length;
  while (end > 0 && said->relation.data[end - 1] != '#' && said->relation.data[end - 1] != '/') {
    end--;
  }
  return gw_view_format(f->arena, "%.*s %.*s%s%.*s", GW_PRINT(label_of(f, said->subject)),
                        GW_PRINT(gw_view_slice(said->relation, end, said->relation.length)),
                        object.length ? " " : "", GW_PRINT(object));
}

static GwStatus compare_group(const GwConflictFinder *f, const GwSaid *group, size_t count)
{
  Side sides[2];
  GwConflict conflict = {.score = 0, .property = group->relation};
  split(group, count, sides);
  compare_sides(f, sides, &conflict);
  if (conflict.score == 0) {
    return GW_OK;
  }
  GW_TRY(list_side(f, &sides[0], &conflict.affirmed, &conflict.affirmed_count));
  GW_TRY(list_side(f, &sides[1], &conflict.denied, &conflict.denied_count));
  conflict.label = describe(f, group);
  return gw_conflict_add(f, &conflict, group->key);
}

GwStatus gw_find_contradictions(const GwConflictFinder *f)
{
  GwSaid *said;
  size_t count;
  GW_TRY(gw_said_find(f->arena, f->triples, f->triple_count, f->resources, f->clusters, &said,
                      &count, f->error));
  for (size_t begin = 0, end; begin < count; begin = end) {
    for (end = begin + 1; end < count && gw_view_equal(said[end].key, said[begin].key); end++) {
    }
    if (end - begin > 1) {
      GW_TRY(compare_group(f, &said[begin], end - begin));
    }
  }
  return GW_OK;
}
