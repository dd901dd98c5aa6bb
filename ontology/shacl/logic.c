/* Constraints that ask other shapes (SHACL, sections 4.6 and 4.7). */
#include "ontology/shacl/checker.h"

/* How many of the shapes a value conforms to. */
static GwStatus count_conforming(GwChecker *c, const GwFocus *f, const GwShape **shapes,
                                 size_t count, GwNode value, size_t *conforming)
{
  *conforming = 0;
  for (size_t i = 0; i < count; i++) {
    bool conforms;
    GW_TRY(gw_check_shape(c, shapes[i], value, f->depth + 1, NULL, &conforms));
    *conforming += conforms;
  }
  return GW_OK;
}

static GwStatus count_qualified(GwChecker *c, const GwFocus *f, const GwConstraint *constraint,
                                size_t *count)
{
  *count = 0;
  for (size_t i = 0; i < f->values->count; i++) {
    size_t own, others;
    GW_TRY(count_conforming(c, f, constraint->shapes, 1, f->values->list[i], &own));
    GW_TRY(count_conforming(c, f, constraint->siblings, constraint->sibling_count,
                            f->values->list[i], &others));
    *count += own == 1 && others == 0;
  }
  return GW_OK;
}

static GwStatus check_qualified(GwChecker *c, GwFocus *f, const GwConstraint *constraint)
{
  size_t count;
  GW_TRY(count_qualified(c, f, constraint, &count));
  const bool good = constraint->component == GW_SHACL_QUALIFIED_MIN_COUNT
                      ? count >= constraint->number : count <= constraint->number;
  return good ? GW_OK : gw_check_breach(c, f, constraint, GW_NO_NODE);
}

/* The results of a property shape stand for themselves. */
static GwStatus check_properties(GwChecker *c, GwFocus *f, const GwConstraint *constraint)
{
  for (size_t i = 0; i < f->values->count; i++) {
    bool conforms;
    GW_TRY(gw_check_shape(c, constraint->shapes[0], f->values->list[i], f->depth + 1, f->results,
                          &conforms));
    f->conforms = f->conforms && conforms;
  }
  return GW_OK;
}

GwStatus gw_check_logic(GwChecker *c, GwFocus *f, const GwConstraint *constraint)
{
  if (constraint->component == GW_SHACL_PROPERTY) {
    return check_properties(c, f, constraint);
  }
  if (constraint->component == GW_SHACL_QUALIFIED_MIN_COUNT
      || constraint->component == GW_SHACL_QUALIFIED_MAX_COUNT) {
    return check_qualified(c, f, constraint);
  }
  for (size_t i = 0; i < f->values->count; i++) {
    size_t count;
    bool good;
    GW_TRY(count_conforming(c, f, constraint->shapes, constraint->shape_count, f->values->list[i],
                            &count));
    switch (constraint->component) {
    case GW_SHACL_NOT: good = count == 0; break;
    case GW_SHACL_OR: good = count > 0; break;
    case GW_SHACL_XONE: good = count == 1; break;
    default: good = count == constraint->shape_count; break; /* sh:and, sh:node */
    }
    if (!good) {
      GW_TRY(gw_check_breach(c, f, constraint, f->values->list[i]));
    }
  }
  return GW_OK;
}
