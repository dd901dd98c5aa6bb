/** @file render.h
 * Pictures from DOT by the Graphviz library, in a child process with limits: a layout that
 * crashes, hangs or eats memory takes neither the program nor its output with it.
 */
#ifndef GW_GRAPHS_DOT_RENDER_H
#define GW_GRAPHS_DOT_RENDER_H

#include "base/buffer.h"
#include "base/status.h"

/** One way to lay a graph out. */
typedef struct {
  const char *engine; ///< Graphviz's name for it: "dot", "sfdp"
  bool plain;         ///< without clusters and with straight edges, which are what fails
} GwLayout;

/** What one try may cost, and what is tried. */
typedef struct {
  unsigned cpu_seconds, wall_seconds; ///< for one try
  size_t memory_bytes;                ///< address space of the child
  size_t output_bytes;                ///< size of the picture
  const GwLayout *layouts;            ///< tried in this order
  size_t layout_count;
} GwRenderLimits;

/** The limits that gw_dot_render works under: dot, then dot made plain, then sfdp; 20 s of
 * processor and 30 s of wall clock each, 2 GiB of memory, 256 MiB of output. */
extern const GwRenderLimits gw_render_limits;

/** Append to `out` the picture of `length` bytes of DOT, as "svg", "png" or "pdf".
 *
 * A graph that asks for a size (the attribute `size`) and has no `rankdir` is laid out from left
 * to right, or from top to bottom where that fits the size at a clearly larger scale.
 *
 * When a fallback drew it, the result is GW_OK and error->message says why and which; otherwise
 * the message is empty on success. Fails with GW_ERR_USAGE for another format, GW_ERR_INPUT for
 * DOT that does not parse, GW_ERR_CHILD when no layout finished within its limits. On failure
 * `out` is as it was. */
GwStatus gw_dot_render(const char *dot, size_t length, const char *format, GwBuffer *out,
                       GwError *error);

/** The same under other limits. */
GwStatus gw_dot_render_within(const GwRenderLimits *limits, const char *dot, size_t length,
                              const char *format, GwBuffer *out, GwError *error);

#endif
