#include "export/links.h"

#include <stdlib.h>

#define HEADS_MOST 16 ///< resources of one block that the others are compared with

/* A resource under one of its keys. */
typedef struct {
  GwView key;
  GwMatch match;
  bool derived; ///< of an acronym: made from a full name
  int rank;     ///< those that identify themselves best come first
  size_t resource;
  const GwName *name;
} Entry;

typedef struct {
  const GwLinking *linking;
  Entry *entries;
  size_t entry_count, entry_capacity;
  GwLink *links;
  size_t link_count, link_capacity;
  GwClusters *clusters;
  GwError *error;
} Proposer;

static GwStatus add_entry(Proposer *p, Entry entry)
{
  Entry *grown = gw_arena_grow(p->linking->arena, p->entries, p->entry_count, &p->entry_capacity,
                               sizeof *p->entries);
  if (!grown || !entry.key.data) {
    return gw_fail_memory(p->error);
  }
  p->entries = grown;
  p->entries[p->entry_count] = entry;
  p->entry_count += entry.key.length > 0;
  return GW_OK;
}

static int rank_of(const GwMerging *table, const GwResource *r)
{
  for (size_t i = 0; i < r->id_count; i++) {
    if (gw_merging_authority(table, r->ids[i]) < table->authority_count) {
      return 0;
    }
  }
  return r->scoped ? 2 : 1;
}

static GwStatus add_names(Proposer *p, Entry entry, const GwResource *r)
{
  for (size_t i = 0; i < r->name_count; i++) {
    entry.name = &r->names[i];
    entry.key = entry.name->key;
    entry.match = GW_MATCH_NAME;
    GW_TRY(add_entry(p, entry));
    if (r->naming == GW_NOT_NAMED) {
      continue;
    }
    entry.match = GW_MATCH_ACRONYM;
    entry.derived = !entry.name->acronym;
    if (entry.derived) {
      entry.key = gw_name_initials(p->linking->arena, entry.name->text);
    }
    GW_TRY(add_entry(p, entry));
    entry.derived = false;
  }
  return GW_OK;
}

static GwStatus list_entries(Proposer *p)
{
  for (size_t i = 0; i < p->linking->resources->count; i++) {
    const GwResource *r = &p->linking->resources->list[i];
    Entry entry = {.resource = i, .rank = rank_of(p->linking->table, r)};
    for (size_t j = 0; j < r->id_count; j++) {
      entry.key = r->ids[j];
      entry.match = GW_MATCH_IDENTIFIER;
      GW_TRY(add_entry(p, entry));
    }
    GW_TRY(add_names(p, entry, r));
  }
  return GW_OK;
}

static int compare_entries(const void *left, const void *right)
{
  const Entry *a = left, *b = right;
  if (a->match != b->match) {
    return a->match < b->match ? -1 : 1;
  }
  const int order = gw_view_compare(a->key, b->key);
  if (order) {
    return order;
  }
  if (a->rank != b->rank) {
    return a->rank < b->rank ? -1 : 1;
  }
  if (a->resource != b->resource) {
    return a->resource < b->resource ? -1 : 1;
  }
  return a->name < b->name ? -1 : a->name > b->name;
}

static GwStatus add_link(Proposer *p, const GwLink *link)
{
  GwLink *grown = gw_arena_grow(p->linking->arena, p->links, p->link_count, &p->link_capacity,
                                sizeof *p->links);
  if (!grown) {
    return gw_fail_memory(p->error);
  }
  p->links = grown;
  p->links[p->link_count++] = *link;
  return GW_OK;
}

/* Who may be several is each of them less likely. */
static void share_score(GwLink *link, size_t rivals)
{
  if (rivals > 1 && link->verdict == GW_VERDICT_NONE) {
    link->rivals = rivals;
    link->score /= (unsigned)rivals;
    link->certain = false;
  }
}

static GwStatus keep_found(Proposer *p, GwLink *found, size_t count, size_t rivals)
{
  for (size_t i = 0; i < count; i++) {
    share_score(&found[i], rivals);
    if (found[i].score >= p->linking->least || found[i].verdict == GW_VERDICT_REJECTED) {
      GW_TRY(add_link(p, &found[i]));
    }
  }
  return GW_OK;
}

/* Compare one of a block with its heads; `rivals` gets how many it may be the same as. */
static GwStatus compare(Proposer *p, const Entry *x, const Entry **heads, size_t head_count,
                        size_t *rivals)
{
  GwLink found[HEADS_MOST];
  size_t count = 0;
  *rivals = 0;
  for (size_t i = 0; i < head_count; i++) {
    const Entry *h = heads[i];
    if (x->resource == h->resource || (x->match == GW_MATCH_ACRONYM && x->derived == h->derived)
        || !gw_judge(p->linking, x->resource, h->resource, x->match, x->name, h->name,
                     &found[count])) {
      continue;
    }
    found[count].shared = x->match == GW_MATCH_IDENTIFIER ? x->key : x->name->text;
    *rivals += found[count].verdict != GW_VERDICT_REJECTED
               && found[count].score >= p->linking->least;
    count++;
  }
  return keep_found(p, found, count, *rivals);
}

static GwStatus link_block(Proposer *p, const Entry *block, size_t count)
{
  const Entry *heads[HEADS_MOST];
  size_t head_count = 0;
  for (size_t i = 0; i < count; i++) {
    size_t rivals;
    GW_TRY(compare(p, &block[i], heads, head_count, &rivals));
    if (rivals == 0 && head_count < HEADS_MOST) {
      heads[head_count++] = &block[i];
    }
  }
  return GW_OK;
}

/* What one identifier says is the same, the graph itself says, unless a reader has rejected it. */
static GwStatus join_block(Proposer *p, const Entry *block, size_t count)
{
  const GwResource *list = p->linking->resources->list;
  for (size_t i = 1; i < count; i++) {
    char iri[sizeof GW_LINK_PREFIX + 12];
    gw_link_iri(list[block[0].resource].iri, list[block[i].resource].iri, iri);
    if (gw_map_get(p->linking->verdicts, gw_view(iri)) != GW_VERDICT_REJECTED) {
      GW_TRY(gw_clusters_join(p->clusters, block[0].resource, block[i].resource, 1000,
                              p->error));
    }
  }
  return GW_OK;
}

static GwStatus find_links(Proposer *p)
{
  for (size_t begin = 0, end; begin < p->entry_count; begin = end) {
    const Entry *block = &p->entries[begin];
    for (end = begin + 1; end < p->entry_count && p->entries[end].match == block->match
                          && gw_view_equal(p->entries[end].key, block->key); end++) {
    }
    if (end - begin > 1) {
      GW_TRY(link_block(p, block, end - begin));
    }
    if (end - begin > 1 && block->match == GW_MATCH_IDENTIFIER) {
      GW_TRY(join_block(p, block, end - begin));
    }
  }
  return GW_OK;
}

static int compare_pairs(const void *left, const void *right)
{
  const GwLink *a = left, *b = right;
  if (a->a != b->a) {
    return a->a < b->a ? -1 : 1;
  }
  if (a->b != b->b) {
    return a->b < b->b ? -1 : 1;
  }
  if (a->score != b->score) {
    return a->score > b->score ? -1 : 1;
  }
  return gw_view_compare(a->shared, b->shared);
}

/* Surest first: certain ones, then by score. */
static int compare_strength(const void *left, const void *right)
{
  const GwLink *a = left, *b = right;
  if (a->certain != b->certain) {
    return a->certain ? -1 : 1;
  }
  if (a->score != b->score) {
    return a->score > b->score ? -1 : 1;
  }
  return compare_pairs(a, b);
}

/* Of what was found of a pair the best counts, with the reasons of all. */
static void join_findings(Proposer *p)
{
  size_t kept = 0;
  if (p->link_count > 1) {
    qsort(p->links, p->link_count, sizeof *p->links, compare_pairs);
  }
  for (size_t i = 0; i < p->link_count; i++) {
    GwLink *last = kept ? &p->links[kept - 1] : NULL;
    if (last && last->a == p->links[i].a && last->b == p->links[i].b) {
      last->reasons |= p->links[i].reasons;
    } else {
      p->links[kept++] = p->links[i];
    }
  }
  p->link_count = kept;
}

static GwStatus keep_certain(Proposer *p)
{
  GwClusters *c = p->clusters;
  c->certain = GW_NEW(p->linking->arena, c->count, size_t);
  if (!c->certain) {
    return gw_fail_memory(p->error);
  }
  for (size_t i = 0; i < c->count; i++) {
    c->certain[i] = gw_cluster_of(c, i);
  }
  return GW_OK;
}

/* Take the links one by one, surest first, leaving out those that contradict what was taken. */
static GwStatus take_consistent(Proposer *p)
{
  size_t kept = 0;
  if (p->link_count > 1) {
    qsort(p->links, p->link_count, sizeof *p->links, compare_strength);
  }
  for (size_t i = 0; i < p->link_count; i++) {
    const GwLink link = p->links[i];
    if (!link.certain && !p->clusters->certain) {
      GW_TRY(keep_certain(p));
    }
    if (link.verdict == GW_VERDICT_REJECTED) {
      p->links[kept++] = link;
    } else if (gw_clusters_agree(p->clusters, link.a, link.b)) {
      p->links[kept++] = link;
      GW_TRY(gw_clusters_join(p->clusters, link.a, link.b, link.score, p->error));
    }
  }
  p->link_count = kept;
  if (kept > 1) {
    qsort(p->links, kept, sizeof *p->links, compare_pairs);
  }
  return p->clusters->certain ? GW_OK : keep_certain(p);
}

GwStatus gw_links_propose(const GwLinking *linking, GwLink **links, size_t *count,
                          GwClusters *clusters, GwError *error)
{
  Proposer p = {.linking = linking, .clusters = clusters, .error = error};
  GW_TRY(gw_clusters_new(linking->arena, linking->table, linking->resources, clusters, error));
  GW_TRY(list_entries(&p));
  if (p.entry_count > 1) {
    qsort(p.entries, p.entry_count, sizeof *p.entries, compare_entries);
  }
  GW_TRY(find_links(&p));
  join_findings(&p);
  GW_TRY(take_consistent(&p));
  *links = p.links;
  *count = p.link_count;
  return GW_OK;
}
