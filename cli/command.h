/** @file command.h
 * A command of the program: its name, its options, its help and what it does. The help text and
 * the option parser are both made from these tables.
 */
#ifndef GW_CLI_COMMAND_H
#define GW_CLI_COMMAND_H

#include "base/buffer.h"
#include "base/status.h"
#include "base/view.h"

typedef struct {
  const char *name;     ///< long name without dashes: "output"
  char letter;          ///< short name; unique in its command
  const char *argument; ///< what follows it, "OUTDIR", or NULL for a switch
  const char *help;
} GwOption;

typedef struct {
  const char *name;
  const char *operands; ///< "ARTICLE.txt", for the usage line
  const char *help;     ///< one line
  const GwOption *options;
  size_t option_count;
  /** `argv[0]` is the command's name, as getopt wants it. */
  GwStatus (*run)(int argc, char **argv, GwError *error);
  void (*details)(GwBuffer *out); ///< appends to the command's help, or NULL
} GwCommand;

extern const GwCommand gw_build_command;
extern const GwCommand gw_convert_command;
extern const GwCommand gw_list_command;
extern const GwCommand gw_explain_command;
extern const GwCommand gw_merge_command;
extern const GwCommand gw_check_command;
extern const GwCommand gw_parse_command;
extern const GwCommand gw_query_command;
extern const GwCommand gw_describe_command;
extern const GwCommand gw_publish_command;
extern const GwCommand gw_version_command;
extern const GwCommand gw_vocabulary_command;
extern const GwCommand gw_help_command;

/** All commands, in the order of the help text; ends with NULL. */
extern const GwCommand *const gw_commands[];

/** The command called `name`, or NULL. */
const GwCommand *gw_command_find(const char *name);

/** Next option of the command line: `letter` gets its letter, `argument` what follows it; 0 after
 * the last option. Operands may stand anywhere. GW_ERR_USAGE for an unknown option or a missing
 * argument. */
GwStatus gw_option_next(const GwCommand *command, int argc, char **argv, char *letter,
                        const char **argument, GwError *error);

/** After the last option: the only operand. GW_ERR_USAGE when there is none or several. */
GwStatus gw_operand(const GwCommand *command, int argc, char **argv, const char **operand,
                    GwError *error);

/** The same for a command with any number of operands, at least one. */
GwStatus gw_operands(const GwCommand *command, int argc, char **argv,
                     const char *const **operands, size_t *count, GwError *error);

/** The same for a command with two operands. */
GwStatus gw_two_operands(const GwCommand *command, int argc, char **argv, const char **first,
                         const char **second, GwError *error);

/** Read the argument of --min-confidence, a number from 0 to 1; GW_ERR_USAGE for others. */
GwStatus gw_read_confidence(const GwCommand *command, const char *text, double *confidence,
                            GwError *error);

#define GW_OPTION_ONTOLOGY                                                    \
  {"ontology", 'm', "FILE", "relations, classes and words of your own (doc/ontology.md)"}

#define GW_OPTION_CONFIDENCE                                                  \
  {"min-confidence", 'c', "X", "leave out statements less likely to be right: 0 to 1, default 0"}

/** For a command that takes neither options nor operands. */
GwStatus gw_no_operands(const GwCommand *command, int argc, char **argv, GwError *error);

/** Write to standard output, to its end; GW_ERR_IO when it is full or closed. */
GwStatus gw_print(GwView content, GwError *error);

#endif
