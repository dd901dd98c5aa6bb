/** @file file.h
 * Files: read whole, map into memory, and write so that nobody ever sees half a file.
 */
#ifndef GW_BASE_FILE_H
#define GW_BASE_FILE_H

#include "base/buffer.h"
#include "base/status.h"

/** Read a file ("-" is standard input) of at most `limit` bytes into the arena; terminated. */
GwStatus gw_file_read(GwArena *arena, const char *path, size_t limit, GwView *content,
                      GwError *error);

/** Map a file read-only; an empty file gives an empty view. Unmap with gw_file_unmap. */
GwStatus gw_file_map(const char *path, GwView *content, GwError *error);
void gw_file_unmap(GwView content);

/** Write `content` to a temporary file beside `path`, then rename it: `path` holds either what
 * it held before or all of the content. */
GwStatus gw_file_write(const char *path, GwView content, GwError *error);

/** A file that is being made. It must stay where it is in memory until it is published. */
typedef struct {
  GwBuffer out;     ///< append to it; it drains into the temporary file
  const char *path; ///< not owned
  GwArena arena;
  char *temporary;  ///< name of the file beside `path`; NULL when there is none
  int fd, problem;  ///< problem: errno of the first failure
} GwNewFile;

/** Make a temporary file beside `path`. */
GwStatus gw_file_create(GwNewFile *file, const char *path, GwError *error);

/** End files that belong together, created or zeroed. When `status`, of making their contents, is
 * GW_OK, all are completed and only then renamed; else, or when that fails, all that are not yet
 * renamed are removed. Returns the first failure; that of a drain counts before `status`. */
GwStatus gw_file_publish(GwNewFile *files, size_t count, GwStatus status, GwError *error);

typedef struct {
  const char *path;
  GwView content;
} GwOutput;

/** The same for files that belong together: none is renamed before all are written. */
GwStatus gw_file_write_all(const GwOutput *outputs, size_t count, GwError *error);

/** Make a folder and its missing parents. An existing folder is no error. */
GwStatus gw_file_make_folder(const char *path, GwError *error);

/** Path of a data file (model, gazetteers, mapping) by its path in the source tree, e.g.
 * "model/graphwright.gwm": $GRAPHWRIGHT_DATA if set, else the installed data folder, else the
 * build's source folder. In the arena. */
GwStatus gw_file_data(GwArena *arena, const char *name, const char **path, GwError *error);

#endif
