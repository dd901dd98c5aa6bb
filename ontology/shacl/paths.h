/** @file paths.h
 * Property paths: from a node to other nodes (SHACL, section 2.3.1).
 */
#ifndef GW_ONTOLOGY_SHACL_PATHS_H
#define GW_ONTOLOGY_SHACL_PATHS_H

#include "base/buffer.h"
#include "ontology/shacl/nodes.h"

typedef enum {
  GW_PATH_PREDICATE, GW_PATH_INVERSE, GW_PATH_SEQUENCE, GW_PATH_ALTERNATIVE,
  GW_PATH_ZERO_OR_MORE, GW_PATH_ONE_OR_MORE, GW_PATH_ZERO_OR_ONE
} GwPathKind;

typedef struct GwPath {
  GwPathKind kind;
  GwNode node; ///< the predicate, or the node of the shapes graph that the path is written with
  const struct GwPath *parts; ///< one, but for sequences and alternatives; NULL for a predicate
  size_t count;
} GwPath;

enum { GW_PATH_DEPTH = 16 }; ///< paths nested deeper are refused

/** Add the nodes at the end of a path from `from` to `values`. False when memory is out. */
bool gw_path_follow(const GwPath *path, const GwIndex *data, GwNode from, GwNodes *values);

/** The path as SPARQL writes it; `write` appends a predicate. */
void gw_path_write(const GwPath *path, void (*write)(void *context, GwNode node, GwBuffer *out),
                   void *context, GwBuffer *out);

#endif
