/** @file turtle.h
 * What Turtle and TriG have in common: declarations, names and the blocks of subjects.
 */
#ifndef GW_EXPORT_TURTLE_H
#define GW_EXPORT_TURTLE_H

#include "base/buffer.h"
#include "export/prefixes.h"

typedef struct {
  GwBuffer *out;
  GwPrefixes prefixes;
  size_t line; ///< where the current line begins in `out`
} GwTurtle;

/** Find the prefixes of sorted quads (in `arena`) and append their declarations to `out`. */
GwStatus gw_turtle_begin(GwTurtle *turtle, GwArena *arena, const GwQuad *quads, size_t count,
                         GwBuffer *out, GwError *error);

/** `prefix:local`, or `<iri>`. */
void gw_turtle_write_name(GwTurtle *turtle, GwView iri);

/** Append the sorted triples of one graph: its subjects in reading order (order.h), each a block
 * that ends with a full stop and begins after an empty line; sections with a title. */
GwStatus gw_turtle_write_triples(GwTurtle *turtle, const GwQuad *triples, size_t count,
                                 GwError *error);

#endif
