#include "cli/command.h"

static GwStatus run(int argc, char **argv, GwError *error)
{
  GW_TRY(gw_no_operands(&gw_version_command, argc, argv, error));
  return gw_print(GW_VIEW("graphwright " PACKAGE_VERSION "\n"), error);
}

const GwCommand gw_version_command = {
  .name = "version", .operands = "", .help = "Print the version", .run = run,
};
