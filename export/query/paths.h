/** @file paths.h
 * Property paths as patterns.
 */
#ifndef GW_EXPORT_QUERY_PATHS_H
#define GW_EXPORT_QUERY_PATHS_H

#include "export/query/translator.h"

/** What stands at a path's end: of its objects, or of its subjects. */
size_t gw_path_kinds(const GwTranslator *t, const GwPath *path, bool object);

/** Append the patterns of a path between two terms. */
GwStatus gw_write_path(GwTranslator *t, GwBuffer *out, GwView subject, const GwPath *path,
                       GwView object);

#endif
