/** @file check.h
 * Whether data are as shapes want them: the validation of SHACL Core, section 3.
 */
#ifndef GW_ONTOLOGY_SHACL_CHECK_H
#define GW_ONTOLOGY_SHACL_CHECK_H

#include "ontology/shacl/shapes.h"

/** What is checked. */
typedef struct {
  const GwTerms *terms;
  const GwIndex *data;
  const GwIndex *classes; ///< rdfs:subClassOf, of the data and of vocabularies
  const GwNodes *blank;   ///< nodes that are blank in the data, though they have IRIs here
} GwData;

typedef struct {
  GwNode focus;
  GwNode value;           ///< GW_NO_NODE where the result is about no single value
  const GwPath *path;     ///< NULL for none
  const GwConstraint *constraint; ///< that is broken
  const GwShape *shape;
} GwResult;

typedef struct {
  GwResult *list;
  size_t count, capacity;
} GwResults;

/** Check all focus nodes of all shapes. The results are in `arena`, each once. GW_ERR_INPUT when
 * shapes nest deeper than GW_SHACL_DEPTH: what recursive shapes mean is not defined (section
 * 3.4.3). */
GwStatus gw_shacl_check(GwArena *arena, const GwData *data, const GwShapes *shapes,
                        GwResults *results, GwError *error);

enum { GW_SHACL_DEPTH = 32 };

#endif
