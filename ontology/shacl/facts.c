/* What is asserted is a plain triple, and no other triple of a relation is: rules about a
 * statement's own predicate, for which SHACL Core has no words. */
#include "ontology/shacl/checker.h"

static GwNode number(const GwChecker *c, const char *iri)
{
  return gw_terms_find(c->data->terms, gw_iri(gw_view(iri)));
}

static bool is_asserted(const GwChecker *c, GwNode statement)
{
  const GwNode yes = gw_terms_find(c->data->terms, gw_typed(GW_VIEW("true"), GW_XSD "boolean"));
  return gw_index_has(c->data->data, statement, number(c, GW_NAMESPACE "asserted"), yes);
}

/* The only value of a property; GW_NO_NODE where there is none or there are several. */
static GwNode only(const GwChecker *c, GwNode node, const char *property)
{
  const GwTriples run = gw_index_of(c->data->data, node, number(c, property));
  return run.count == 1 ? run.first[0].object : GW_NO_NODE;
}

static GwStatus check_statement(GwChecker *c, GwFocus *f, const GwConstraint *constraint)
{
  const GwTriple t = {only(c, f->focus, GW_RDF "subject"), only(c, f->focus, GW_RDF "predicate"),
                      only(c, f->focus, GW_RDF "object")};
  const bool whole = t.subject != GW_NO_NODE && t.predicate != GW_NO_NODE
                     && t.object != GW_NO_NODE;
  if (!whole || !is_asserted(c, f->focus)
      || gw_index_has(c->data->data, t.subject, t.predicate, t.object)) {
    return GW_OK;
  }
  return gw_check_breach(c, f, constraint, f->focus);
}

static bool is_relation(const GwChecker *c, GwNode property)
{
  const GwNode general = number(c, GW_NAMESPACE "relatedTo");
  return property == general
         || gw_index_has(c->data->data, property, number(c, GW_RDFS "subPropertyOf"), general);
}

static bool has_statement(const GwChecker *c, const GwTriple *t)
{
  const GwNode subject = number(c, GW_RDF "subject"), predicate = number(c, GW_RDF "predicate");
  const GwNode object = number(c, GW_RDF "object");
  const GwTriples by_subject = gw_index_to(c->data->data, subject, t->subject);
  const GwTriples by_object = gw_index_to(c->data->data, object, t->object);
  const GwTriples fewer = by_subject.count < by_object.count ? by_subject : by_object;
  for (size_t i = 0; i < fewer.count; i++) {
    const GwNode statement = fewer.first[i].subject;
    if (gw_index_has(c->data->data, statement, subject, t->subject)
        && gw_index_has(c->data->data, statement, predicate, t->predicate)
        && gw_index_has(c->data->data, statement, object, t->object)
        && is_asserted(c, statement)) {
      return true;
    }
  }
  return false;
}

static GwStatus check_relation(GwChecker *c, GwFocus *f, const GwConstraint *constraint)
{
  const GwTriples plain = gw_index_using(c->data->data, f->focus);
  for (size_t i = 0; i < plain.count && is_relation(c, f->focus); i++) {
    if (!has_statement(c, &plain.first[i])) {
      GW_TRY(gw_check_breach_at(c, f, constraint, plain.first[i]));
    }
  }
  return GW_OK;
}

GwStatus gw_check_facts(GwChecker *c, GwFocus *f, const GwConstraint *constraint)
{
  return constraint->component == GW_SHACL_FACTS_ARE_PLAIN ? check_statement(c, f, constraint)
                                                           : check_relation(c, f, constraint);
}
