#include "cli/command.h"

#include <stdio.h>
#include <string.h>

const GwCommand *const gw_commands[] = {
  &gw_build_command, &gw_list_command, &gw_explain_command, &gw_query_command, &gw_merge_command,
  &gw_convert_command, &gw_check_command, &gw_describe_command, &gw_publish_command,
  &gw_parse_command, &gw_vocabulary_command, &gw_version_command, &gw_help_command, NULL,
};

const GwCommand *gw_command_find(const char *name)
{
  for (size_t i = 0; gw_commands[i]; i++) {
    if (strcmp(gw_commands[i]->name, name) == 0) {
      return gw_commands[i];
    }
  }
  return NULL;
}

/* "--help" and "--version" are what people try first. */
static const char *command_name(const char *argument)
{
  if (strcmp(argument, "--help") == 0 || strcmp(argument, "-h") == 0) {
    return "help";
  }
  return strcmp(argument, "--version") == 0 ? "version" : argument;
}

static GwStatus run(int argc, char **argv, GwError *error)
{
  if (argc < 2) {
    return gw_fail(error, GW_ERR_USAGE, "no command given; see 'graphwright help'");
  }
  const GwCommand *command = gw_command_find(command_name(argv[1]));
  if (!command) {
    return gw_fail(error, GW_ERR_USAGE, "no command '%s'; see 'graphwright help'", argv[1]);
  }
  return command->run(argc - 1, argv + 1, error);
}

/* A message is one line, whatever bytes a file name has. */
static void make_printable(char *text)
{
  for (; *text; text++) {
    if ((unsigned char)*text < ' ' || *text == 0x7f) {
      *text = '?';
    }
  }
}

int main(int argc, char **argv)
{
  GwError error = {GW_OK, ""};
  const GwStatus status = run(argc, argv, &error);
  if (*error.message) { /* of a success, a warning */
    make_printable(error.message);
    fprintf(stderr, "graphwright: %s%s\n", status ? "" : "warning: ", error.message);
  }
  return gw_exit_status(status);
}
