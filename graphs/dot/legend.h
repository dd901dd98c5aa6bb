/** @file legend.h
 * The head of a picture: title, what the shapes and lines stand for, and what is left out.
 */
#ifndef GW_GRAPHS_DOT_LEGEND_H
#define GW_GRAPHS_DOT_LEGEND_H

#include "base/buffer.h"
#include "graphs/views/view.h"

/** Append the HTML-like label (with its angle brackets) that heads `view`. It names only looks
 * that the picture has. */
void gw_dot_legend(const GwGraphView *view, GwBuffer *out);

#endif
