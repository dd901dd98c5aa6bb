#include "base/status.h"

#include <stdarg.h>
#include <stdio.h>

GwStatus gw_fail(GwError *error, GwStatus status, const char *format, ...)
{
  if (error) {
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(error->message, sizeof error->message, format, arguments);
    va_end(arguments);
    error->status = status;
  }
  return status;
}

GwStatus gw_fail_memory(GwError *error)
{
  return gw_fail(error, GW_ERR_MEMORY, "out of memory");
}

int gw_exit_status(GwStatus status)
{
  switch (status) {
  case GW_OK: return 0;
  case GW_ERR_USAGE: return 2;
  case GW_ERR_INPUT: return 3;
  case GW_ERR_IO: return 4;
  case GW_ERR_CHILD: return 5;
  case GW_ERR_SHAPES: return 6;
  case GW_ERR_REMOTE: return 7;
  case GW_ERR_MEMORY:
  case GW_ERR_RDF: break;
  }
  return 1;
}
