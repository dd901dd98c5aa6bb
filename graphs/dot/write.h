/** @file write.h
 * DOT, the language of Graphviz: the syntax and the look of a picture, never its content.
 */
#ifndef GW_GRAPHS_DOT_WRITE_H
#define GW_GRAPHS_DOT_WRITE_H

#include "base/buffer.h"
#include "base/status.h"
#include "graphs/views/view.h"

/** Append `view` as a DOT digraph: title and legend (of what is used only), one node "n0", "n1",
 * ... for each view node, its edges, tooltips and links. Every text is escaped, whatever it
 * holds: the output always parses, and an SVG made from it is well-formed and runs no script.
 * Fails only when memory is out. */
GwStatus gw_dot_write(const GwGraphView *view, GwBuffer *out, GwError *error);

#endif
