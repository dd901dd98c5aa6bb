/** @file escape.h
 * Any text as DOT, so that it is shown exactly and means nothing to Graphviz, XML or a browser.
 *
 * Always: control characters (but line feeds) and bidirectional controls are dropped, bytes that
 * are not UTF-8 become U+FFFD. So what is drawn is valid XML, and text keeps its reading order.
 */
#ifndef GW_GRAPHS_DOT_ESCAPE_H
#define GW_GRAPHS_DOT_ESCAPE_H

#include "base/buffer.h"

/** A quoted string for a label or tooltip: escapes (\N) and entities (&lt;) stay literal. */
void gw_dot_string(GwBuffer *out, GwView text);

/** Text within an HTML-like label. */
void gw_dot_html(GwBuffer *out, GwView text);

/** A quoted string for a URL. What RFC 3986 does not allow is percent-encoded and & written as
 * an entity, because Graphviz copies URLs into SVG as they are. Writes nothing and returns false
 * for anything but http and https (javascript:, data:, ...). */
bool gw_dot_url(GwBuffer *out, GwView url);

#endif
