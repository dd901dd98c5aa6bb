/** @file turtle_lines.h
 * On which lines the triples of a Turtle or TriG file stand.
 *
 * Raptor gives the triples of such a file only after its end, without their places, but always in
 * the same order: those of "[ ... ]" and "( ... )" at the closing bracket, a list's from its end,
 * the others at the full stop. A scan of the tokens (RDF 1.1 Turtle, section 6.5) in the same
 * order gives the line of each; what the tokens stand for need not be known.
 */
#ifndef GW_ONTOLOGY_TURTLE_LINES_H
#define GW_ONTOLOGY_TURTLE_LINES_H

#include "base/status.h"
#include "base/view.h"

#include <stdint.h>

typedef struct {
  uint32_t *list; ///< line (from 1) on which the object of each triple begins, in Raptor's order
  size_t count, capacity;
} GwLines;

/** Find the lines of a well-formed file. The list is in `arena`. */
GwStatus gw_turtle_lines(GwArena *arena, GwView text, GwLines *lines, GwError *error);

#endif
