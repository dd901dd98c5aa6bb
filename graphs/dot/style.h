/** @file style.h
 * How things look. Colours are Okabe and Ito's, which colour-blind readers tell apart; each
 * group of types has a shape of its own as well, and each kind of edge a line or an arrowhead.
 */
#ifndef GW_GRAPHS_DOT_STYLE_H
#define GW_GRAPHS_DOT_STYLE_H

#include "graphs/views/view.h"

/** Fonts that are measured alike, then those with Arabic, Chinese and symbols. */
#define GW_DOT_FONT "Arial,Liberation Sans,DejaVu Sans,WenQuanYi Micro Hei,sans-serif"

/** A group of entity types that look the same. */
typedef struct {
  const char *name;  ///< in the legend: "Policy or law"
  const char *glyph; ///< the shape as a character, for the legend
  const char *shape; ///< with what belongs to it: "box, peripheries=2"
  const char *style, *fill, *border;
} GwNodeLook;

#define GW_NODE_LOOKS ((size_t)10)
extern const GwNodeLook gw_node_looks[GW_NODE_LOOKS];

/** Which of gw_node_looks a type has. */
size_t gw_node_look(GwEntityType type);

typedef struct {
  const char *name;  ///< in the legend: "leads to"
  const char *line;  ///< the line as characters, for the legend
  const char *color, *arrowhead;
  double width;
} GwEdgeLook;

extern const GwEdgeLook gw_edge_looks[GW_RELATION_KIND_COUNT];

/** What is stated not to be so has its own colour and arrowhead, whatever its kind. */
extern const GwEdgeLook gw_negated_look;

#endif
