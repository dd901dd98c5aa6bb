/** @file status.h
 * How functions fail: a status code, and a message for the person who ran the program.
 *
 * Every function that can fail returns GwStatus and takes a GwError as its last argument;
 * GW_TRY hands a failure on, so that the path without errors reads straight down.
 */
#ifndef GW_BASE_STATUS_H
#define GW_BASE_STATUS_H

typedef enum {
  GW_OK = 0,
  GW_ERR_MEMORY, ///< an allocation failed
  GW_ERR_INPUT,  ///< what was read is not what it should be (article, model, table)
  GW_ERR_IO,     ///< a file could not be opened, read or written
  GW_ERR_USAGE,  ///< the command line is wrong
  GW_ERR_CHILD,  ///< a child process (Graphviz, Rasqal) failed or outran its limits
  GW_ERR_SHAPES, ///< a graph was checked, and breaks rules
  GW_ERR_RDF,    ///< the graph refused a triple
  GW_ERR_REMOTE  ///< a server cannot be reached, or refuses what it is asked
} GwStatus;

typedef struct {
  GwStatus status;
  char message[1024]; ///< one line: file, line where known, what is wrong, what to do
} GwError;

/** Record a failure: format the message into `error` (may be NULL) and return `status`. */
GwStatus gw_fail(GwError *error, GwStatus status, const char *format, ...)
  __attribute__((format(printf, 3, 4)));

/** Record an allocation failure. */
GwStatus gw_fail_memory(GwError *error);

/** The exit status of the program for a failure (documented in the manual page). */
int gw_exit_status(GwStatus status);

#define GW_TRY(call)                      \
  do {                                    \
    const GwStatus gw_try_status = (call); \
    if (gw_try_status) {                  \
      return gw_try_status;               \
    }                                     \
  } while (0)

#endif
