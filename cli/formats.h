/** @file formats.h
 * The formats of graphs on the command line.
 */
#ifndef GW_CLI_FORMATS_H
#define GW_CLI_FORMATS_H

#include "base/file.h"
#include "cli/command.h"
#include "export/sink.h"

/** Read the argument of --format; GW_ERR_USAGE lists the formats when there is no such one. */
GwStatus gw_read_format(const GwCommand *command, const char *text, const GwSink **sink,
                        GwError *error);

/** The format of a file: the one that was asked for, the one that the end of its name says, or
 * Turtle. `asked` and `path` may be NULL. */
const GwSink *gw_choose_format(const GwSink *asked, const char *path);

/** Leave a warning in `error`, of status GW_OK, when the graph has named graphs and the format has
 * not. */
GwStatus gw_warn_of_loss(const GwSink *sink, GwGraph *graph, const char *path, GwError *error);

/** The formats as part of a command's help. */
void gw_describe_formats(GwBuffer *out);

/** Name a serialised graph's files in a folder: NAME.EXTENSION, or those of a format of several
 * files. `outputs` gets gw_sink_file_count items with the contents of the buffers; paths are in
 * the arena. */
GwStatus gw_graph_outputs(GwArena *arena, const GwSink *sink, const char *folder,
                          const char *name, const GwBuffer *contents, GwOutput *outputs,
                          GwError *error);

#endif
