#include "ontology/description.h"

#include "extract/knowledge/relations.h"
#include "ontology/iri.h"

/* A property outside the vocabulary: `prefix` and a name made from the word. */
static GwStatus open_property(GwDescription *d, const char *prefix, GwView word, GwView *iri,
                              GwError *error)
{
  const GwView slug = gw_iri_slug(d->arena, word);
  *iri = gw_view_format(d->arena, GW_NAMESPACE "%s%.*s", prefix, GW_PRINT(slug));
  return slug.data && iri->data ? GW_OK : gw_fail_memory(error);
}

GwStatus gw_relation_iri(GwDescription *d, const GwRelation *relation, GwView *iri,
                         GwError *error)
{
  if (relation->own) {
    *iri = relation->own->iri;
    return GW_OK;
  }
  if (relation->mapped) {
    return gw_join(d, GW_VIEW(GW_NAMESPACE), relation->name, iri, error);
  }
  GwView lemma = relation->name;
  if (gw_view_starts(lemma, GW_VIEW("rel-"))) {
    lemma = gw_view_slice(lemma, 4, lemma.length);
  }
  return open_property(d, "rel-", lemma, iri, error);
}

/* Which of the vocabulary's five families a relation belongs to. */
static const char *family(GwRelationKind kind)
{
  switch (kind) {
  case GW_RELATION_CAUSE: return GW_NAMESPACE "causalRelation";
  case GW_RELATION_PREVENT: return GW_NAMESPACE "preventiveRelation";
  case GW_RELATION_SPEECH: return GW_NAMESPACE "speechRelation";
  case GW_RELATION_ATTRIBUTE: return GW_NAMESPACE "attributeRelation";
  case GW_RELATION_ACTION:
  case GW_RELATION_KIND_COUNT: break;
  }
  return GW_NAMESPACE "actionRelation";
}

static GwStatus describe_property(GwDescription *d, GwView property, GwView label,
                                  const char *parent, GwError *error)
{
  GwTerm term;
  GW_TRY(gw_words(d, label, &term, error));
  GW_TRY(gw_put_type(d, property, GW_RDF "Property", error));
  GW_TRY(gw_put(d, property, GW_RDFS "label", term, error));
  return gw_put_iri(d, property, GW_RDFS "subPropertyOf", gw_view(parent), error);
}

static GwStatus describe_relation(GwDescription *d, GwView property, GwView label,
                                  GwRelationKind kind, GwError *error)
{
  GW_TRY(describe_property(d, property, label, family(kind), error));
  return gw_put_iri(d, property, GW_RDFS "subPropertyOf", GW_VIEW(GW_NAMESPACE "relatedTo"),
                    error);
}

/* The relations of the vocabulary are described too, in its words: a graph alone can then be
 * asked for everything causal. Only the parent of them all needs no description. */
GwStatus gw_describe_relation(GwDescription *d, const GwRelation *relation, GwError *error)
{
  GwView property;
  if (relation->own) {
    return gw_describe_own(d, relation->own, error);
  }
  if (relation->mapped && gw_view_is(relation->name, "relatedTo")) {
    return GW_OK;
  }
  GW_TRY(gw_relation_iri(d, relation, &property, error));
  return describe_relation(d, property, relation->label, relation->kind, error);
}

static GwStatus put_all(GwDescription *d, GwView subject, const char *predicate,
                        const GwView *values, size_t count, GwError *error)
{
  for (size_t i = 0; i < count; i++) {
    GW_TRY(gw_put_iri(d, subject, predicate, values[i], error));
  }
  return GW_OK;
}

static GwStatus describe_class(GwDescription *d, const GwOwnTerm *term, GwError *error)
{
  GwTerm label;
  GW_TRY(gw_words(d, term->label, &label, error));
  GW_TRY(gw_put_type(d, term->iri, GW_OWL "Class", error));
  return gw_put(d, term->iri, GW_RDFS "label", label, error);
}

static GwStatus describe_own(GwDescription *d, const GwOwnTerm *term, GwError *error)
{
  GwTerm comment;
  GW_TRY(term->is_class ? describe_class(d, term, error)
                        : describe_relation(d, term->iri, term->label, term->kind, error));
  if (term->parent.length) {
    GW_TRY(gw_put_iri(d, term->iri, term->is_class ? GW_RDFS "subClassOf"
                                                   : GW_RDFS "subPropertyOf", term->parent, error));
  }
  if (term->comment.length) {
    GW_TRY(gw_words(d, term->comment, &comment, error));
    GW_TRY(gw_put(d, term->iri, GW_RDFS "comment", comment, error));
  }
  GW_TRY(put_all(d, term->iri, GW_SKOS "closeMatch", term->matches, term->match_count, error));
  return put_all(d, term->iri, GW_NAMESPACE "inverseMatch", term->inverse_matches,
                 term->inverse_match_count, error);
}

GwStatus gw_describe_own(GwDescription *d, const GwOwnTerm *term, GwError *error)
{
  for (; term; term = term->above) {
    GW_TRY(describe_own(d, term, error));
  }
  return GW_OK;
}

GwStatus gw_describe_role(GwDescription *d, const char *role, GwView *iri, GwError *error)
{
  const GwView name = gw_view(role);
  if (gw_qualifier_is_declared(name)) {
    return gw_join(d, GW_VIEW(GW_NAMESPACE), name, iri, error);
  }
  GW_TRY(open_property(d, "qualifier-", name, iri, error));
  return describe_property(d, *iri, name, GW_NAMESPACE "qualifier", error);
}
