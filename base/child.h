/** @file child.h
 * Work in a child process with limits: a library that crashes, hangs or eats memory takes
 * neither the program nor its output with it.
 */
#ifndef GW_BASE_CHILD_H
#define GW_BASE_CHILD_H

#include "base/buffer.h"
#include "base/status.h"

typedef struct {
  unsigned cpu_seconds, wall_seconds;
  size_t memory_bytes; ///< address space of the child
  size_t output_bytes; ///< most that it may write
} GwChildLimits;

/** What the child does: writes its result to `fd` and returns the exit status, 0 to 255. Nothing
 * that it prints reaches the program's user. */
typedef int (*GwChildTask)(void *data, int fd);

/** Run `task` in a child, append what it writes to `out` and give its exit status. GW_ERR_CHILD
 * when it died, ran past a limit or could not be started; the message begins with "it" and is to
 * be preceded by the name of the work. Then `out` holds part of its output. */
GwStatus gw_child_run(const GwChildLimits *limits, GwChildTask task, void *data, GwBuffer *out,
                      int *exit_status, GwError *error);

#endif
