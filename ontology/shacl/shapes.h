/** @file shapes.h
 * A shapes graph, read: what data have to be like (W3C Shapes Constraint Language, SHACL, Core).
 *
 * Whatever a shapes graph says in the SHACL namespace is either understood or an error: no rule
 * is passed over in silence. Not supported are SHACL-SPARQL (sh:sparql, custom components, SPARQL
 * targets), the rules of SHACL Advanced Features, and sh:entailment.
 */
#ifndef GW_ONTOLOGY_SHACL_SHAPES_H
#define GW_ONTOLOGY_SHACL_SHAPES_H

#define PCRE2_CODE_UNIT_WIDTH 8

#include "ontology/shacl/paths.h"
#include "ontology/vocabulary.h"

#include <pcre2.h>

/** Two rules that SHACL Core cannot say have parameters here; other processors pass over them. */
#define GW_SHAPES "https://graphwright.org/shapes#"

/** The constraint components of SHACL Core, section 4, and our own. */
typedef enum {
  GW_SHACL_CLASS, GW_SHACL_DATATYPE, GW_SHACL_NODE_KIND, GW_SHACL_MIN_COUNT, GW_SHACL_MAX_COUNT,
  GW_SHACL_MIN_EXCLUSIVE, GW_SHACL_MIN_INCLUSIVE, GW_SHACL_MAX_EXCLUSIVE, GW_SHACL_MAX_INCLUSIVE,
  GW_SHACL_MIN_LENGTH, GW_SHACL_MAX_LENGTH, GW_SHACL_PATTERN, GW_SHACL_LANGUAGE_IN,
  GW_SHACL_UNIQUE_LANG, GW_SHACL_EQUALS, GW_SHACL_DISJOINT, GW_SHACL_LESS_THAN,
  GW_SHACL_LESS_THAN_OR_EQUALS, GW_SHACL_NOT, GW_SHACL_AND, GW_SHACL_OR, GW_SHACL_XONE,
  GW_SHACL_NODE, GW_SHACL_PROPERTY, GW_SHACL_QUALIFIED_MIN_COUNT, GW_SHACL_QUALIFIED_MAX_COUNT,
  GW_SHACL_CLOSED, GW_SHACL_HAS_VALUE, GW_SHACL_IN,
  GW_SHACL_FACTS_ARE_PLAIN, ///< a statement that is asserted stands as a plain triple as well
  GW_SHACL_PLAIN_ARE_FACTS, ///< a plain triple of a relation is that of such a statement
  GW_SHACL_COMPONENTS
} GwComponent;

/** Its IRI. */
const char *gw_component_iri(GwComponent component);

struct GwShape;

typedef struct {
  GwComponent component;
  GwNode value;               ///< the parameter's value; the list's head where it is one
  size_t number;              ///< of counts and lengths
  const GwNode *nodes;        ///< sh:in, sh:languageIn; sh:closed: the properties that may stand
  size_t node_count;
  const struct GwShape **shapes; ///< the parameter's shapes
  size_t shape_count;
  const struct GwShape **siblings; ///< of a disjoint qualified shape: the others
  size_t sibling_count;
  pcre2_code *pattern;
} GwConstraint;

typedef enum {
  GW_TARGET_NODE, GW_TARGET_CLASS, GW_TARGET_SUBJECTS, GW_TARGET_OBJECTS
} GwTargetKind;

typedef struct {
  GwTargetKind kind;
  GwNode node;
} GwTarget;

typedef struct GwShape {
  GwNode node;
  const GwPath *path; ///< NULL for a node shape
  bool deactivated;
  GwNode severity;    ///< GW_NO_NODE stands for sh:Violation
  GwNode message;     ///< the English one where there are several; or GW_NO_NODE
  GwConstraint *constraints;
  size_t constraint_count;
  GwTarget *targets;
  size_t target_count;
} GwShape;

typedef struct {
  GwShape *list; ///< sorted by node
  size_t count;
} GwShapes;

/** What an error is about: a triple of the shapes graph, from which its line can be told. */
typedef struct {
  GwNode subject, predicate, object; ///< GW_NO_NODE for any
} GwPlace;

/** Read the shapes of a graph. GW_ERR_INPUT says what is wrong or not supported, and `place`
 * where. In `arena`; free the patterns with gw_shapes_free. */
GwStatus gw_shapes_read(GwArena *arena, const GwTerms *terms, const GwIndex *graph,
                        GwShapes *shapes, GwPlace *place, GwError *error);

void gw_shapes_free(GwShapes *shapes);

/** The shape called `node`, or NULL. */
GwShape *gw_shapes_find(const GwShapes *shapes, GwNode node);

#endif
