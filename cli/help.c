#include "base/buffer.h"
#include "cli/command.h"

#include <getopt.h>

static void describe_command(const GwCommand *command, GwBuffer *out)
{
  gw_buffer_format(out, "Usage: graphwright %s%s%s%s\n\n%s.\n", command->name,
                   command->option_count ? " [OPTION]..." : "", *command->operands ? " " : "",
                   command->operands, command->help);
  for (size_t i = 0; i < command->option_count; i++) {
    const GwOption *option = &command->options[i];
    const char *argument = option->argument ? option->argument : "";
    gw_buffer_format(out, "%s  -%c, --%s%s%-*s  %s\n", i == 0 ? "\n" : "", option->letter,
                     option->name, *argument ? "=" : " ",
                     (int)(18 - gw_view(option->name).length), argument, option->help);
  }
  if (command->details) {
    command->details(out);
  }
}

static void describe_program(GwBuffer *out)
{
  gw_buffer_text(out, "Usage: graphwright COMMAND [OPTION]... [FILE]\n\n"
                 "Reads an English article and writes what it says as a knowledge graph.\n\n");
  for (size_t i = 0; gw_commands[i]; i++) {
    gw_buffer_format(out, "  %-10s %-16s %s\n", gw_commands[i]->name, gw_commands[i]->operands,
                     gw_commands[i]->help);
  }
  gw_buffer_text(out, "\nA FILE called - is standard input. "
                 "'graphwright help COMMAND' lists a command's options.\n");
}

static GwStatus print_and_free(GwBuffer *out, GwError *error)
{
  const GwStatus status = out->failed ? gw_fail_memory(error)
                                      : gw_print(gw_buffer_view(out), error);
  gw_buffer_free(out);
  return status;
}

static GwStatus run(int argc, char **argv, GwError *error)
{
  const char *topic = NULL;
  char letter;
  const char *argument;
  GW_TRY(gw_option_next(&gw_help_command, argc, argv, &letter, &argument, error));
  if (optind < argc) {
    GW_TRY(gw_operand(&gw_help_command, argc, argv, &topic, error));
  }
  const GwCommand *command = topic ? gw_command_find(topic) : NULL;
  if (topic && !command) {
    return gw_fail(error, GW_ERR_USAGE, "help: no command '%s'; see 'graphwright help'", topic);
  }
  GwBuffer out = GW_BUFFER_INIT;
  if (command) {
    describe_command(command, &out);
  } else {
    describe_program(&out);
  }
  return print_and_free(&out, error);
}

const GwCommand gw_help_command = {
  .name = "help", .operands = "[COMMAND]", .help = "Explain the program or a command", .run = run,
};
