#include "cli/command.h"
#include "cli/pipeline.h"
#include "extract/language/conllu.h"

static GwStatus print_document(const GwDocument *document, GwError *error)
{
  GwBuffer out = GW_BUFFER_INIT;
  GwStatus status = gw_conllu_write(document, &out, error);
  if (!status) {
    status = gw_print(gw_buffer_view(&out), error);
  }
  gw_buffer_free(&out);
  return status;
}

static GwStatus read_request(int argc, char **argv, const char **path, bool *by_line,
                             GwError *error)
{
  for (;;) {
    const char *argument;
    char letter;
    GW_TRY(gw_option_next(&gw_parse_command, argc, argv, &letter, &argument, error));
    if (!letter) {
      return gw_operand(&gw_parse_command, argc, argv, path, error);
    }
    *by_line = true;
  }
}

static GwStatus run(int argc, char **argv, GwError *error)
{
  const char *path;
  GwPipeline pipeline = GW_PIPELINE_INIT;
  GW_TRY(read_request(argc, argv, &path, &pipeline.by_line, error));
  GwStatus status = gw_pipeline_analyse(&pipeline, path, error);
  if (!status) {
    status = print_document(&pipeline.document, error);
  }
  gw_pipeline_free(&pipeline);
  return status;
}

static const GwOption options[] = {
  {"lines", 'l', NULL, "every line of the file is one sentence, of running text"},
};

const GwCommand gw_parse_command = {
  .name = "parse", .operands = "FILE", .run = run,
  .help = "Print the analysed sentences of a text as CoNLL-U",
  .options = options, .option_count = sizeof options / sizeof *options,
};
