/** @file layout.h
 * Graphviz itself, as the child process runs it.
 */
#ifndef GW_GRAPHS_DOT_LAYOUT_H
#define GW_GRAPHS_DOT_LAYOUT_H

#include "graphs/dot/render.h"

/** How the child ends. */
typedef enum {
  GW_DRAWN = 0,
  GW_NOT_DRAWN = 1, ///< a layout or a renderer failed
  GW_NOT_DOT = 2    ///< the text is no DOT graph
} GwDrawing;

/** Lay out and render terminated DOT, and write the picture to a file descriptor; else write
 * there what Graphviz said. Leaks what Graphviz leaks and may call exit: for a child process. */
GwDrawing gw_dot_draw(const char *dot, const GwLayout *layout, const char *format, int fd);

#endif
