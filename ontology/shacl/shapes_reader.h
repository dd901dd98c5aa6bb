/** @file shapes_reader.h
 * What the parts of gw_shapes_read share.
 */
#ifndef GW_ONTOLOGY_SHACL_SHAPES_READER_H
#define GW_ONTOLOGY_SHACL_SHAPES_READER_H

#include "ontology/shacl/shapes.h"

typedef struct {
  GwArena *arena;
  const GwTerms *terms;
  const GwIndex *graph;
  GwShapes *shapes;
  GwPlace *place; ///< what is read
} GwShapesReader;

/** The number of an IRI, or GW_NO_NODE. */
GwNode gw_reader_node(const GwShapesReader *r, const char *iri);

/** The only value of a property of `subject`; GW_NO_NODE for none. Several are an error. */
GwStatus gw_reader_value(GwShapesReader *r, GwNode subject, const char *predicate, GwNode *value,
                         GwError *error);

/** "shape <...>: ...", about the place that is read. */
GwStatus gw_reader_fail(const GwShapesReader *r, GwError *error, const char *format, ...)
  __attribute__((format(printf, 3, 4)));

/** The members of an RDF list. */
GwStatus gw_reader_list(GwShapesReader *r, GwNode head, const GwNode **nodes, size_t *count,
                        GwError *error);

/** A property path that is written with `node`. */
GwStatus gw_reader_path(GwShapesReader *r, GwNode node, size_t depth, GwPath *path,
                        GwError *error);

/** The local name of a term in the SHACL namespace, "shape:" and that of one in ours, or NULL.
 * Terminated. */
const char *gw_reader_shacl_name(const GwShapesReader *r, GwNode node);

/** Find every shape: fills the list, its shapes with nothing but their nodes. */
GwStatus gw_reader_find_shapes(GwShapesReader *r, GwError *error);

/** What a property of a shape stands for. */
typedef enum {
  GW_PARAMETER_CONSTRAINT, GW_PARAMETER_TARGET, GW_PARAMETER_OTHER, GW_PARAMETER_UNKNOWN
} GwParameterKind;

/** What the value of a parameter has to be. */
typedef enum {
  GW_VALUE_IRI, GW_VALUE_ANY, GW_VALUE_LITERAL, GW_VALUE_COUNT, GW_VALUE_TRUE, GW_VALUE_PATTERN,
  GW_VALUE_NODES, GW_VALUE_SHAPE, GW_VALUE_SHAPES, GW_VALUE_CLOSED, GW_VALUE_QUALIFIED
} GwValueKind;

typedef struct {
  const char *name;
  GwParameterKind kind;
  int what;         ///< a GwComponent or GwTargetKind
  GwValueKind value;
  bool single;      ///< a shape has it once at most
  bool needs_path;  ///< property shapes only
} GwParameter;

/** The parameter called `name`; one of kind GW_PARAMETER_UNKNOWN for others. */
GwParameter gw_parameter_find(const char *name);

#endif
