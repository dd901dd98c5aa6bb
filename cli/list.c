#include "cli/command.h"
#include "cli/pipeline.h"
#include "extract/knowledge/listing.h"

static GwStatus print_knowledge(const GwKnowledge *knowledge, GwError *error)
{
  GwBuffer out = GW_BUFFER_INIT;
  gw_list_entities(knowledge, &out);
  gw_list_statements(knowledge, &out);
  const GwStatus status = out.failed ? gw_fail_memory(error)
                                     : gw_print(gw_buffer_view(&out), error);
  gw_buffer_free(&out);
  return status;
}

static GwStatus run(int argc, char **argv, GwError *error)
{
  const char *path, *argument;
  char letter;
  GW_TRY(gw_option_next(&gw_list_command, argc, argv, &letter, &argument, error));
  GW_TRY(gw_operand(&gw_list_command, argc, argv, &path, error));
  GwPipeline pipeline = GW_PIPELINE_INIT;
  GwStatus status = gw_pipeline_analyse(&pipeline, path, error);
  if (!status) {
    status = gw_pipeline_understand(&pipeline, error);
  }
  if (!status) {
    status = print_knowledge(&pipeline.knowledge, error);
  }
  gw_pipeline_free(&pipeline);
  return status;
}

const GwCommand gw_list_command = {
  .name = "list", .operands = "ARTICLE.txt", .run = run,
  .help = "Print entities and statements as text, sentence by sentence, to check them",
};
