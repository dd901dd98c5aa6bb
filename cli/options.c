#include "cli/command.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MAX_OPTIONS 16

/* The tables getopt_long wants, made from the command's own. A leading ':' in `letters` makes
 * getopt tell a missing argument from an unknown option, and keeps it silent. */
typedef struct {
  struct option longs[MAX_OPTIONS + 1];
  char letters[2 * MAX_OPTIONS + 2];
} Tables;

static void fill_tables(const GwCommand *command, Tables *tables)
{
  memset(tables, 0, sizeof *tables);
  size_t n = 0;
  tables->letters[n++] = ':';
  for (size_t i = 0; i < command->option_count && i < MAX_OPTIONS; i++) {
    const GwOption *option = &command->options[i];
    tables->longs[i] = (struct option){option->name,
                                       option->argument ? required_argument : no_argument, NULL,
                                       option->letter};
    tables->letters[n++] = option->letter;
    if (option->argument) {
      tables->letters[n++] = ':';
    }
  }
}

static GwStatus usage(const GwCommand *command, const char *problem, const char *what,
                      GwError *error)
{
  return gw_fail(error, GW_ERR_USAGE, "%s: %s%s%s; see 'graphwright help %s'", command->name,
                 problem, *what ? " " : "", what, command->name);
}

GwStatus gw_option_next(const GwCommand *command, int argc, char **argv, char *letter,
                        const char **argument, GwError *error)
{
  Tables tables;
  fill_tables(command, &tables);
  const int got = getopt_long(argc, argv, tables.letters, tables.longs, NULL);
  *letter = got > 0 ? (char)got : '\0';
  *argument = optarg;
  if (got == ':') {
    return usage(command, "an argument is missing after", argv[optind - 1], error);
  }
  if (got == '?' && optopt > 0 && strncmp(argv[optind - 1], "--", 2) != 0) {
    const char unknown[] = {'-', (char)optopt, '\0'};
    return usage(command, "unknown option", unknown, error);
  }
  return got == '?' ? usage(command, "unknown option", argv[optind - 1], error) : GW_OK;
}

GwStatus gw_two_operands(const GwCommand *command, int argc, char **argv, const char **first,
                         const char **second, GwError *error)
{
  if (optind + 1 >= argc) {
    return usage(command, "missing", optind < argc ? strchr(command->operands, ' ') + 1
                                                   : command->operands, error);
  }
  if (optind + 2 < argc) {
    return usage(command, "two operands are enough, so what is", argv[optind + 2], error);
  }
  *first = argv[optind];
  *second = argv[optind + 1];
  return GW_OK;
}

GwStatus gw_operand(const GwCommand *command, int argc, char **argv, const char **operand,
                    GwError *error)
{
  if (optind >= argc) {
    return usage(command, "missing", command->operands, error);
  }
  if (optind + 1 < argc) {
    return usage(command, "one operand is enough, so what is", argv[optind + 1], error);
  }
  *operand = argv[optind];
  return GW_OK;
}

GwStatus gw_operands(const GwCommand *command, int argc, char **argv,
                     const char *const **operands, size_t *count, GwError *error)
{
  if (optind >= argc) {
    return usage(command, "missing", command->operands, error);
  }
  *operands = (const char *const *)argv + optind;
  *count = (size_t)(argc - optind);
  return GW_OK;
}

GwStatus gw_read_confidence(const GwCommand *command, const char *text, double *confidence,
                            GwError *error)
{
  char *end;
  const double number = strtod(text, &end);
  const bool plain = *text && strspn(text, "0123456789.") == strlen(text);
  if (!plain || *end || number < 0 || number > 1) {
    return gw_fail(error, GW_ERR_USAGE, "%s: --min-confidence '%s' is not a number from 0 to 1, "
                   "such as 0.8", command->name, text);
  }
  *confidence = number;
  return GW_OK;
}

GwStatus gw_no_operands(const GwCommand *command, int argc, char **argv, GwError *error)
{
  char letter;
  const char *argument;
  GW_TRY(gw_option_next(command, argc, argv, &letter, &argument, error));
  return optind < argc ? usage(command, "unexpected", argv[optind], error) : GW_OK;
}

GwStatus gw_print(GwView content, GwError *error)
{
  const size_t put = fwrite(content.data, 1, content.length, stdout);
  if (put != content.length || fflush(stdout) != 0) {
    return gw_fail(error, GW_ERR_IO, "standard output: cannot write; is the disk full?");
  }
  return GW_OK;
}
