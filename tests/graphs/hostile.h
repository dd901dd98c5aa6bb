/** @file hostile.h
 * Texts that try to break out of DOT, XML or a browser, and pictures full of them.
 */
#ifndef GW_TESTS_GRAPHS_HOSTILE_H
#define GW_TESTS_GRAPHS_HOSTILE_H

#include "graphs/views/view.h"

#include <stdint.h>

/** A random text of quotes, backslashes, tags, entities, controls, scripts of all kinds; now and
 * then 10,000 bytes long or not UTF-8. Advances `seed`. */
GwView hostile_text(GwArena *arena, uint32_t *seed);

/** A picture with hostile texts wherever a text can stand. */
GwGraphView hostile_view(GwArena *arena, uint32_t *seed);

#endif
