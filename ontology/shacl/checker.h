/** @file checker.h
 * What the parts of gw_shacl_check share.
 */
#ifndef GW_ONTOLOGY_SHACL_CHECKER_H
#define GW_ONTOLOGY_SHACL_CHECKER_H

#include "base/map.h"
#include "ontology/shacl/check.h"

typedef struct {
  GwArena *arena; ///< of the results
  const GwData *data;
  const GwShapes *shapes;
  GwNode type, subclass; ///< rdf:type and rdfs:subClassOf
  GwMap subclasses;      ///< from a class to its number in `sets`
  GwNodes *sets;         ///< a class with its subclasses
  size_t set_count, set_capacity;
  pcre2_match_data *match;
  GwError *error;
} GwChecker;

/** A focus node under a shape: what constraints are checked on. */
typedef struct {
  const GwShape *shape;
  GwNode focus;
  const GwNodes *values;
  size_t depth;
  GwResults *results; ///< NULL where only the verdict counts
  bool conforms;
} GwFocus;

/** Check one focus node: adds to `results` unless it is NULL. */
GwStatus gw_check_shape(GwChecker *c, const GwShape *shape, GwNode focus, size_t depth,
                        GwResults *results, bool *conforms);

/** One constraint on one focus node. */
GwStatus gw_check_constraint(GwChecker *c, GwFocus *f, const GwConstraint *constraint);

/** A breach that is shown at another triple than that of the focus node and the shape's path. */
GwStatus gw_check_breach_at(GwChecker *c, GwFocus *f, const GwConstraint *constraint,
                            GwTriple triple);

/** A breach: at `value`, or GW_NO_NODE. */
GwStatus gw_check_breach(GwChecker *c, GwFocus *f, const GwConstraint *constraint, GwNode value);

/** The classes that are `class` or below it (SHACL, section 1.1: SHACL subclass). */
GwStatus gw_check_subclasses(GwChecker *c, GwNode class, const GwNodes **set);

/** Constraints on single values by what they are (checks of shapes aside). */
bool gw_value_conforms(GwChecker *c, const GwConstraint *constraint, GwNode value);

/** Whether plain triples and asserted statements are those of each other. */
GwStatus gw_check_facts(GwChecker *c, GwFocus *f, const GwConstraint *constraint);

GwStatus gw_check_logic(GwChecker *c, GwFocus *f, const GwConstraint *constraint);

#endif
