#include "base/file.h"
#include "cli/command.h"
#include "export/report.h"

#include <getopt.h>
#include <string.h>

enum { MOST_SHAPES = 16 };

typedef struct {
  const char *const *files;
  size_t file_count;
  const char *shapes[MOST_SHAPES];
  size_t shapes_count;
  bool turtle;
} Request;

static GwStatus read_option(Request *r, char letter, const char *argument, GwError *error)
{
  if (letter == 's') {
    if (r->shapes_count == MOST_SHAPES) {
      return gw_fail(error, GW_ERR_USAGE, "check: more than %d files of shapes", MOST_SHAPES);
    }
    r->shapes[r->shapes_count++] = argument;
    return GW_OK;
  }
  r->turtle = strcmp(argument, "turtle") == 0;
  return r->turtle || strcmp(argument, "text") == 0
           ? GW_OK : gw_fail(error, GW_ERR_USAGE, "check: no format '%s'; there are text and "
                             "turtle", argument);
}

static GwStatus read_request(int argc, char **argv, GwArena *arena, Request *r, GwError *error)
{
  for (;;) {
    char letter;
    const char *argument;
    GW_TRY(gw_option_next(&gw_check_command, argc, argv, &letter, &argument, error));
    if (!letter) {
      break;
    }
    GW_TRY(read_option(r, letter, argument, error));
  }
  if (optind >= argc) {
    return gw_fail(error, GW_ERR_USAGE, "check: say which FILE; see 'graphwright help check'");
  }
  r->files = (const char *const *)argv + optind;
  r->file_count = (size_t)(argc - optind);
  if (r->shapes_count == 0) {
    r->shapes_count = 1;
    GW_TRY(gw_file_data(arena, "ontology/shapes.ttl", &r->shapes[0], error));
  }
  return GW_OK;
}

static GwStatus check(const Request *r, GwBuffer *out, GwError *error)
{
  GwValidation validation = GW_VALIDATION_INIT;
  GwStatus status = gw_validate(&validation, r->files, r->file_count, r->shapes, r->shapes_count,
                                error);
  if (!status) {
    status = r->turtle ? gw_report_turtle(&validation, out, error)
                       : gw_report_text(&validation, out, error);
  }
  if (!status) {
    status = gw_print(gw_buffer_view(out), error);
  }
  if (!status && gw_validation_count(&validation, NULL)) {
    status = GW_ERR_SHAPES; /* the report has said why */
  }
  gw_validation_free(&validation);
  return status;
}

static GwStatus run(int argc, char **argv, GwError *error)
{
  GwArena arena = GW_ARENA_INIT;
  GwBuffer out = GW_BUFFER_INIT;
  Request request = {.shapes_count = 0};
  GwStatus status = read_request(argc, argv, &arena, &request, error);
  if (!status) {
    status = check(&request, &out, error);
  }
  gw_buffer_free(&out);
  gw_arena_free(&arena);
  return status;
}

static const GwOption options[] = {
  {"shapes", 's', "FILE", "SHACL shapes instead of graphwright's own; may be repeated"},
  {"format", 'f', "NAME", "of the report: text, or turtle (a sh:ValidationReport)"},
};

const GwCommand gw_check_command = {
  .name = "check", .operands = "FILE...", .run = run,
  .help = "Check RDF files against SHACL shapes; name the line of each violation",
  .options = options, .option_count = sizeof options / sizeof *options,
};
