/** @file hostile.h
 * Random triples that are hard to write down: for tests that read them back.
 */
#ifndef GW_TESTS_EXPORT_HOSTILE_H
#define GW_TESTS_EXPORT_HOSTILE_H

#include "ontology/graph.h"

#include <stdint.h>

typedef struct {
  GwTerm subject, predicate, object;
} HostileTriple;

/** `count` triples that a graph accepts, the same ones for the same seed. In `arena`; NULL when
 * memory is out. */
HostileTriple *hostile_triples(GwArena *arena, uint64_t seed, size_t count);

#endif
