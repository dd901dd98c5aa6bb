/* Who an article names beside its text: authors, their affiliations, the publisher. */
#include "ontology/description.h"

static bool means(const GwEntity *entity, GwView label, GwEntityType type)
{
  const bool person = entity->type == GW_PERSON;
  bool same = gw_view_equal(entity->label, label);
  for (size_t i = 0; i < entity->alias_count && !same; i++) {
    same = gw_view_equal(entity->aliases[i], label);
  }
  return same && entity->named && (type == GW_PERSON) == person
         && (person || entity->type <= GW_UNIVERSITY);
}

static const GwParty *find(const GwDescription *d, GwView label, GwEntityType type)
{
  for (size_t i = 0; i < d->party_count; i++) {
    if (gw_view_equal(d->parties[i].label, label)
        && (d->parties[i].type == GW_PERSON) == (type == GW_PERSON)) {
      return &d->parties[i];
    }
  }
  return NULL;
}

static void add(GwDescription *d, GwView label, GwEntityType type)
{
  size_t entity = GW_NO_INDEX;
  if (label.length == 0 || find(d, label, type)) {
    return;
  }
  for (size_t i = 0; i < d->knowledge->entity_count && entity == GW_NO_INDEX; i++) {
    entity = means(&d->knowledge->entities[i], label, type) ? i : entity;
  }
  d->parties[d->party_count++] = (GwParty){label, type, entity, {"", 0}};
}

GwStatus gw_find_parties(GwDescription *d, GwError *error)
{
  const GwArticle *article = d->knowledge->document->article;
  d->parties = GW_NEW(d->arena, 2 * article->author_count + 2, GwParty);
  if (!d->parties) {
    return gw_fail_memory(error);
  }
  for (size_t i = 0; i < article->author_count; i++) {
    add(d, article->authors[i].name, GW_PERSON);
    add(d, article->authors[i].affiliation, GW_ORGANIZATION);
  }
  add(d, article->publisher, GW_ORGANIZATION);
  return GW_OK;
}

GwView gw_party_iri(const GwDescription *d, GwView label, GwEntityType type)
{
  const GwParty *party = find(d, label, type);
  return party ? party->iri : GW_VIEW("");
}
