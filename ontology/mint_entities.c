#include "ontology/description.h"

#include "base/hash.h"
#include "base/map.h"
#include "base/utf8.h"
#include "ontology/iri.h"

/* An unlinked entity is named by its label. Where several entities share a name, all of them
 * take a longer one, whatever their order: with the class, then with a hash of what else tells
 * them apart. '_' never stands in a slug, so longer names meet no other entity's. */
enum { BY_LABEL, BY_CLASS, BY_CONTENT, WAYS };

typedef struct {
  GwView label;
  const char *class;
  size_t character; ///< of the first mention; GW_NO_INDEX for who is named beside the text
  GwView names[WAYS];
  bool linked;
} Candidate;

static size_t first_character(const GwDescription *d, const GwEntity *entity)
{
  if (entity->first_mention >= d->knowledge->mention_count) {
    return GW_NO_INDEX;
  }
  const GwMention *mention = &d->knowledge->mentions[entity->first_mention];
  const GwDocument *document = d->knowledge->document;
  const GwSentence *sentence = &document->sentences[mention->sentence];
  const GwView before = gw_view_slice(document->article->text, sentence->span.begin,
                                      sentence->tokens[mention->first].span.begin);
  return d->sentences[mention->sentence].begin + gw_utf8_count(before);
}

static GwStatus name_candidate(GwArena *arena, Candidate *c, GwError *error)
{
  const GwView content =
    gw_view_format(arena, "%.*s\x1f%s\x1f%zu", GW_PRINT(c->label), c->class, c->character);
  char hash[13];
  gw_hash_name(content, hash);
  c->names[BY_LABEL] = gw_iri_slug(arena, c->label);
  c->names[BY_CLASS] =
    gw_view_format(arena, "%.*s_%s", GW_PRINT(c->names[BY_LABEL]), c->class);
  c->names[BY_CONTENT] = gw_view_format(arena, "%.*s_%s", GW_PRINT(c->names[BY_CLASS]), hash);
  return content.data && c->names[BY_LABEL].data && c->names[BY_CLASS].data
             && c->names[BY_CONTENT].data ? GW_OK : gw_fail_memory(error);
}

static bool count_name(GwMap *map, GwView name)
{
  const size_t before = gw_map_get(map, name);
  return gw_map_set(map, name, before == GW_MAP_ABSENT ? 1 : before + 1);
}

static GwView shortest_unique(const GwMap counts[WAYS], const Candidate *c)
{
  int way = BY_LABEL;
  while (way < BY_CONTENT && gw_map_get(&counts[way], c->names[way]) > 1) {
    way++;
  }
  return c->names[way];
}

static GwStatus count_names(GwArena *arena, Candidate *candidates, size_t count,
                            GwMap counts[WAYS], GwError *error)
{
  for (int way = BY_LABEL; way < WAYS; way++) {
    counts[way] = gw_map_new(arena);
  }
  for (size_t i = 0; i < count; i++) {
    if (candidates[i].linked) {
      continue;
    }
    GW_TRY(name_candidate(arena, &candidates[i], error));
    for (int way = BY_LABEL; way < WAYS; way++) {
      if (!count_name(&counts[way], candidates[i].names[way])) {
        return gw_fail_memory(error);
      }
    }
  }
  return GW_OK;
}

static GwView linked_iri(GwDescription *d, const GwEntity *entity)
{
  const GwView label = entity->link_label.length ? entity->link_label : entity->label;
  const GwView slug = gw_iri_slug(d->arena, label);
  return gw_view_format(d->arena, "%.*sentity/%.*s-%.*s", GW_PRINT(d->base), GW_PRINT(slug),
                        GW_PRINT(entity->qid));
}

static GwView local_iri(GwDescription *d, GwView name)
{
  return gw_view_format(d->arena, "%.*s/entity/%.*s", GW_PRINT(d->document), GW_PRINT(name));
}

static GwStatus mint_all(GwDescription *d, Candidate *candidates, size_t count, GwError *error)
{
  GwMap counts[WAYS];
  GW_TRY(count_names(d->arena, candidates, count, counts, error));
  for (size_t i = 0; i < count; i++) {
    const Candidate *c = &candidates[i];
    d->entities[i] = c->linked ? linked_iri(d, &d->knowledge->entities[i])
                               : local_iri(d, shortest_unique(counts, c));
    if (!d->entities[i].data) {
      return gw_fail_memory(error);
    }
  }
  return GW_OK;
}

/* Those among the parties that the text does not speak of come after the entities. */
static void add_parties(const GwDescription *d, Candidate *candidates, size_t *count)
{
  for (size_t i = 0; i < d->party_count; i++) {
    const GwParty *party = &d->parties[i];
    if (party->entity == GW_NO_INDEX) {
      candidates[(*count)++] = (Candidate){
        .label = party->label, .class = gw_entity_type_name(party->type),
        .character = GW_NO_INDEX};
    }
  }
}

static void name_parties(GwDescription *d)
{
  size_t next = d->knowledge->entity_count;
  for (size_t i = 0; i < d->party_count; i++) {
    GwParty *party = &d->parties[i];
    party->iri = d->entities[party->entity == GW_NO_INDEX ? next++ : party->entity];
  }
}

GwStatus gw_mint_entities(GwDescription *d, GwError *error)
{
  const GwKnowledge *knowledge = d->knowledge;
  size_t count = knowledge->entity_count;
  GW_TRY(gw_find_parties(d, error));
  Candidate *candidates = GW_NEW(d->arena, count + d->party_count + 1, Candidate);
  d->entities = GW_NEW(d->arena, count + d->party_count + 1, GwView);
  if (!candidates || !d->entities) {
    return gw_fail_memory(error);
  }
  for (size_t i = 0; i < count; i++) {
    const GwEntity *entity = &knowledge->entities[i];
    candidates[i] = (Candidate){.label = entity->label,
                                .class = gw_entity_type_name(entity->type),
                                .character = first_character(d, entity),
                                .linked = entity->qid.length > 0};
  }
  add_parties(d, candidates, &count);
  GW_TRY(mint_all(d, candidates, count, error));
  name_parties(d);
  return GW_OK;
}
