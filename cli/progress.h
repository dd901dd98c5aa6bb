/** @file progress.h
 * What publish tells while it works: on a terminal one line that is written over, and for every
 * graph one line on standard output.
 */
#ifndef GW_CLI_PROGRESS_H
#define GW_CLI_PROGRESS_H

#include "export/publish.h"

#include <time.h>

typedef struct {
  bool terminal;         ///< standard error is one
  bool added;            ///< graphs are added to, not replaced
  struct timespec begun, shown;
} GwProgress;

/** Start the clock, and look where standard error leads. */
GwProgress gw_progress_begin(bool added);

/** The functions that gw_publish_send calls. */
GwPublishWatcher gw_progress_watcher(GwProgress *progress);

/** Say of every graph that did not get there how far it got. */
void gw_progress_failed(GwProgress *progress, const GwPublishPlan *plan);

/** "12.3 MB" */
void gw_print_bytes(double bytes, char *text, size_t size);

#endif
