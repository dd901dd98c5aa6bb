#include "ontology/description.h"

#include "extract/knowledge/relations.h"

static GwStatus add_name(GwDescription *d, size_t index, const char *predicate, GwView name,
                         GwError *error)
{
  GwTerm term;
  GW_TRY(gw_words(d, name, &term, error));
  return gw_put(d, d->entities[index], predicate, term, error);
}

/* A linked entity goes by its known name in every article; what this one calls it comes after. */
static GwStatus add_names(GwDescription *d, size_t index, GwError *error)
{
  const GwEntity *entity = &d->knowledge->entities[index];
  const GwView label = entity->qid.length && entity->link_label.length ? entity->link_label
                                                                       : entity->label;
  GW_TRY(add_name(d, index, GW_RDFS "label", label, error));
  if (!gw_view_equal(label, entity->label)) {
    GW_TRY(add_name(d, index, GW_SKOS "altLabel", entity->label, error));
  }
  for (size_t i = 0; i < entity->alias_count; i++) {
    if (!gw_view_equal(label, entity->aliases[i])) {
      GW_TRY(add_name(d, index, GW_SKOS "altLabel", entity->aliases[i], error));
    }
  }
  return GW_OK;
}

static GwStatus add_class(GwDescription *d, size_t index, GwError *error)
{
  const GwEntity *entity = &d->knowledge->entities[index];
  GwView class;
  GW_TRY(gw_join(d, GW_VIEW(GW_NAMESPACE), gw_view(gw_entity_type_name(entity->type)), &class,
                 error));
  GW_TRY(gw_put_iri(d, d->entities[index], GW_RDF "type", class, error));
  if (entity->own_class) {
    GW_TRY(gw_put_iri(d, d->entities[index], GW_RDF "type", entity->own_class->iri, error));
    GW_TRY(gw_describe_own(d, entity->own_class, error));
  }
  if (!entity->named) {
    return GW_OK;
  }
  return gw_put(d, d->entities[index], GW_NAMESPACE "named",
                gw_typed(GW_VIEW("true"), GW_XSD "boolean"), error);
}

static GwStatus add_links(GwDescription *d, size_t index, GwError *error)
{
  const GwEntity *entity = &d->knowledge->entities[index];
  const GwView iri = d->entities[index];
  if (entity->qid.length) {
    GwView item;
    GW_TRY(gw_join(d, GW_VIEW(GW_WIKIDATA), entity->qid, &item, error));
    GW_TRY(gw_put_iri(d, iri, GW_SKOS "exactMatch", item, error));
  }
  if (entity->country != GW_NO_INDEX && entity->country != index) {
    GW_TRY(gw_put_iri(d, iri, GW_NAMESPACE "country", d->entities[entity->country], error));
  }
  if (entity->broader != GW_NO_INDEX && entity->broader != index) {
    GW_TRY(gw_put_iri(d, iri, GW_SKOS "broader", d->entities[entity->broader], error));
  }
  return GW_OK;
}

/* A time that the calendar knows is given as a date as well. */
static GwStatus add_date(GwDescription *d, size_t index, GwError *error)
{
  const GwEntity *entity = &d->knowledge->entities[index];
  GwTerm date;
  if (entity->type != GW_TIME || !gw_date_term(d->arena, entity->label, true, &date)) {
    return GW_OK;
  }
  const char *property = gw_view_is(date.datatype, GW_XSD "date") ? GW_TIME_NAMESPACE "inXSDDate"
                         : gw_view_is(date.datatype, GW_XSD "gYear")
                           ? GW_TIME_NAMESPACE "inXSDgYear" : GW_TIME_NAMESPACE "inXSDgYearMonth";
  return gw_put(d, d->entities[index], property, date, error);
}

/* One link for each sentence that speaks of the entity. */
static GwStatus add_mentions(GwDescription *d, GwError *error)
{
  for (size_t i = 0; i < d->knowledge->mention_count; i++) {
    const GwMention *mention = &d->knowledge->mentions[i];
    GwSentenceNode *sentence = &d->sentences[mention->sentence];
    if (mention->entity < d->knowledge->entity_count) {
      sentence->used = true;
      GW_TRY(gw_put_iri(d, d->entities[mention->entity], GW_NAMESPACE "mentionedIn",
                        sentence->iri, error));
    }
  }
  return GW_OK;
}

GwStatus gw_describe_entities(GwDescription *d, GwError *error)
{
  for (size_t i = 0; i < d->knowledge->entity_count; i++) {
    GW_TRY(add_class(d, i, error));
    GW_TRY(add_names(d, i, error));
    GW_TRY(add_links(d, i, error));
    GW_TRY(add_date(d, i, error));
  }
  return add_mentions(d, error);
}
