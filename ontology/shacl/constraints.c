/* Constraints on the values of a focus node together (SHACL, sections 4.2, 4.4, 4.5, 4.8). */
#include "ontology/shacl/checker.h"

#include "ontology/shacl/literals.h"

#include <stdlib.h>

static GwStatus check_each(GwChecker *c, GwFocus *f, const GwConstraint *constraint)
{
  for (size_t i = 0; i < f->values->count; i++) {
    if (!gw_value_conforms(c, constraint, f->values->list[i])) {
      GW_TRY(gw_check_breach(c, f, constraint, f->values->list[i]));
    }
  }
  return GW_OK;
}

static int compare_languages(const void *left, const void *right)
{
  const GwTerm *const *a = left, *const *b = right;
  return gw_view_compare((*a)->language, (*b)->language);
}

/* One result for each language that several values have. */
static GwStatus check_unique_languages(GwChecker *c, GwFocus *f, const GwConstraint *constraint)
{
  size_t count = 0;
  const GwTerm **tagged = calloc(f->values->count + 1, sizeof *tagged);
  GwStatus status = tagged ? GW_OK : gw_fail_memory(c->error);
  for (size_t i = 0; tagged && i < f->values->count; i++) {
    const GwTerm *value = c->data->terms->list[f->values->list[i]];
    tagged[count] = value;
    count += value->language.length > 0;
  }
  if (count) {
    qsort(tagged, count, sizeof *tagged, compare_languages);
  }
  for (size_t i = 1; !status && i < count; i++) {
    const bool same = compare_languages(&tagged[i - 1], &tagged[i]) == 0;
    const bool told = i > 1 && compare_languages(&tagged[i - 2], &tagged[i]) == 0;
    status = same && !told ? gw_check_breach(c, f, constraint, GW_NO_NODE) : GW_OK;
  }
  free(tagged);
  return status;
}

static GwStatus check_sets(GwChecker *c, GwFocus *f, const GwConstraint *constraint)
{
  const bool equal = constraint->component == GW_SHACL_EQUALS;
  const GwTriples others = gw_index_of(c->data->data, f->focus, constraint->value);
  for (size_t i = 0; i < f->values->count; i++) {
    const GwNode value = f->values->list[i];
    if (gw_index_has(c->data->data, f->focus, constraint->value, value) != equal) {
      GW_TRY(gw_check_breach(c, f, constraint, value));
    }
  }
  for (size_t i = 0; equal && i < others.count; i++) {
    if (!gw_nodes_have(f->values, others.first[i].object)) {
      GW_TRY(gw_check_breach(c, f, constraint, others.first[i].object));
    }
  }
  return GW_OK;
}

static GwStatus check_order(GwChecker *c, GwFocus *f, const GwConstraint *constraint)
{
  const GwTriples others = gw_index_of(c->data->data, f->focus, constraint->value);
  for (size_t i = 0; i < f->values->count; i++) {
    const GwTerm *value = c->data->terms->list[f->values->list[i]];
    bool good = true;
    for (size_t k = 0; good && k < others.count; k++) {
      const GwTerm *other = c->data->terms->list[others.first[k].object];
      const GwOrdering order = gw_literal_compare(value, other);
      good = order == GW_LESS || (order == GW_SAME
                                  && constraint->component == GW_SHACL_LESS_THAN_OR_EQUALS);
    }
    if (!good) {
      GW_TRY(gw_check_breach(c, f, constraint, f->values->list[i]));
    }
  }
  return GW_OK;
}

static bool is_allowed(const GwConstraint *constraint, GwNode predicate)
{
  for (size_t i = 0; i < constraint->node_count; i++) {
    if (constraint->nodes[i] == predicate) {
      return true;
    }
  }
  return false;
}

/* The result's path is the property that should not be there. */
static GwStatus check_closed(GwChecker *c, GwFocus *f, const GwConstraint *constraint)
{
  for (size_t i = 0; i < f->values->count; i++) {
    const GwTriples run = gw_index_about(c->data->data, f->values->list[i]);
    for (size_t k = 0; k < run.count; k++) {
      if (is_allowed(constraint, run.first[k].predicate)) {
        continue;
      }
      GW_TRY(gw_check_breach_at(c, f, constraint, (GwTriple){f->focus, run.first[k].predicate,
                                                             run.first[k].object}));
    }
  }
  return GW_OK;
}

static GwStatus check_whole(GwChecker *c, GwFocus *f, const GwConstraint *constraint, bool good)
{
  return good ? GW_OK : gw_check_breach(c, f, constraint, GW_NO_NODE);
}

GwStatus gw_check_constraint(GwChecker *c, GwFocus *f, const GwConstraint *constraint)
{
  const size_t count = f->values->count;
  switch (constraint->component) {
  case GW_SHACL_MIN_COUNT: return check_whole(c, f, constraint, count >= constraint->number);
  case GW_SHACL_MAX_COUNT: return check_whole(c, f, constraint, count <= constraint->number);
  case GW_SHACL_HAS_VALUE:
    return check_whole(c, f, constraint, gw_nodes_have(f->values, constraint->value));
  case GW_SHACL_UNIQUE_LANG: return check_unique_languages(c, f, constraint);
  case GW_SHACL_EQUALS:
  case GW_SHACL_DISJOINT: return check_sets(c, f, constraint);
  case GW_SHACL_LESS_THAN:
  case GW_SHACL_LESS_THAN_OR_EQUALS: return check_order(c, f, constraint);
  case GW_SHACL_CLOSED: return check_closed(c, f, constraint);
  case GW_SHACL_FACTS_ARE_PLAIN:
  case GW_SHACL_PLAIN_ARE_FACTS: return gw_check_facts(c, f, constraint);
  case GW_SHACL_NOT:
  case GW_SHACL_AND:
  case GW_SHACL_OR:
  case GW_SHACL_XONE:
  case GW_SHACL_NODE:
  case GW_SHACL_PROPERTY:
  case GW_SHACL_QUALIFIED_MIN_COUNT:
  case GW_SHACL_QUALIFIED_MAX_COUNT: return gw_check_logic(c, f, constraint);
  default: return check_each(c, f, constraint);
  }
}
