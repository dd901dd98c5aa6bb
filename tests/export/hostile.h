/** @file hostile.h
 * Random quads that are hard to write down: for tests that read them back.
 */
#ifndef GW_TESTS_EXPORT_HOSTILE_H
#define GW_TESTS_EXPORT_HOSTILE_H

#include "ontology/graph.h"

#include <stdint.h>

typedef struct {
  GwTerm subject, predicate, object;
  GwView graph; ///< empty for the default graph
} HostileQuad;

/** `count` quads that a graph accepts, the same ones for the same seed. In `arena`; NULL when
 * memory is out. */
HostileQuad *hostile_quads(GwArena *arena, uint64_t seed, size_t count);

#endif
