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

static GwStatus run(int argc, char **argv, GwError *error)
{
  const char *path, *argument;
  char letter;
  GW_TRY(gw_option_next(&gw_parse_command, argc, argv, &letter, &argument, error));
  GW_TRY(gw_operand(&gw_parse_command, argc, argv, &path, error));
  GwPipeline pipeline = GW_PIPELINE_INIT;
  GwStatus status = gw_pipeline_analyse(&pipeline, path, error);
  if (!status) {
    status = print_document(&pipeline.document, error);
  }
  gw_pipeline_free(&pipeline);
  return status;
}

const GwCommand gw_parse_command = {
  .name = "parse", .operands = "FILE", .run = run,
  .help = "Print the analysed sentences of a text as CoNLL-U",
};
