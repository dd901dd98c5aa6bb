#include "cli/command.h"
#include "cli/pipeline.h"
#include "explain/explain.h"
#include "ontology/iri.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Colours only for eyes: https://no-color.org/ */
static bool wants_colour(void)
{
  const char *never = getenv("NO_COLOR"), *terminal = getenv("TERM");
  return isatty(STDOUT_FILENO) && !(never && *never) && terminal && strcmp(terminal, "dumb") != 0;
}

static GwStatus explain(GwPipeline *p, const char *name, const char *base, GwError *error)
{
  GwTopic topic;
  GwBuffer out = GW_BUFFER_INIT;
  GwExplainer x = {.arena = &p->arena, .resources = &p->resources, .knowledge = &p->knowledge,
                   .colour = wants_colour()};
  GW_TRY(gw_mint(&p->arena, &p->knowledge, base, &x.iris, error));
  GW_TRY(gw_explain_find(&x, gw_view(name), &topic, error));
  gw_explain(&x, topic, &out);
  const GwStatus status = out.failed ? gw_fail_memory(error)
                                     : gw_print(gw_buffer_view(&out), error);
  gw_buffer_free(&out);
  return status;
}

static GwStatus run(int argc, char **argv, GwError *error)
{
  const char *path, *name, *argument;
  char letter = 0;
  GwPipeline pipeline = GW_PIPELINE_INIT;
  do {
    GW_TRY(gw_option_next(&gw_explain_command, argc, argv, &letter, &argument, error));
    pipeline.mapping = letter ? argument : pipeline.mapping;
  } while (letter);
  GW_TRY(gw_two_operands(&gw_explain_command, argc, argv, &path, &name, error));
  GwStatus status = gw_pipeline_analyse(&pipeline, path, error);
  if (!status) {
    status = gw_pipeline_understand(&pipeline, 0, error);
  }
  if (!status) {
    status = explain(&pipeline, name, GW_DEFAULT_BASE, error);
  }
  gw_pipeline_free(&pipeline);
  return status;
}

static const GwOption options[] = {
  GW_OPTION_ONTOLOGY,
};

const GwCommand gw_explain_command = {
  .name = "explain", .operands = "ARTICLE.txt NAME", .run = run,
  .help = "Tell why an entity or a statement stands in the graph: words, rule, link",
  .options = options, .option_count = sizeof options / sizeof *options,
};
