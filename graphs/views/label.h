/** @file label.h
 * Text that fits a picture: wrapped into short lines and cut with an ellipsis, never inside a
 * character (an extended grapheme cluster, UAX #29). Ideographs count as two columns.
 */
#ifndef GW_GRAPHS_VIEWS_LABEL_H
#define GW_GRAPHS_VIEWS_LABEL_H

#include "base/view.h"

/** `text` in at most `lines` lines of at most `width` columns, parted by line feeds, broken at
 * white space or ideographs (inside a word only when it is wider than a line), and as even as
 * the number of lines allows. What does not fit gives way to an ellipsis. In the arena; data is
 * NULL when memory is out. */
GwView gw_label_wrap(GwArena *arena, GwView text, size_t width, size_t lines);

#endif
