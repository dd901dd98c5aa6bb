#include "cli/pipeline.h"

#include "base/file.h"
#include "extract/knowledge/confidence.h"

GwStatus gw_pipeline_analyse(GwPipeline *pipeline, const char *path, GwError *error)
{
  const char *model;
  GW_TRY((pipeline->by_line ? gw_article_load_lines : gw_article_load)(
    &pipeline->arena, path, &pipeline->article, error));
  GW_TRY(gw_tokenize(&pipeline->arena, &pipeline->article, &pipeline->document, error));
  GW_TRY(gw_file_data(&pipeline->arena, GW_MODEL_NAME, &model, error));
  GW_TRY(gw_engine_open(model, &pipeline->engine, error));
  GW_TRY(gw_file_data(&pipeline->arena, GW_CAUSES_NAME, &model, error));
  GW_TRY(gw_engine_add_causes(pipeline->engine, model, error));
  return gw_engine_parse(pipeline->engine, &pipeline->arena, &pipeline->document, error);
}

GwStatus gw_pipeline_understand(GwPipeline *pipeline, double least, GwError *error)
{
  GW_TRY(gw_resources_open(&pipeline->arena, &pipeline->resources, error));
  GW_TRY(gw_knowledge_build(&pipeline->arena, &pipeline->resources, &pipeline->document,
                            &pipeline->knowledge, error));
  return least > 0 ? gw_keep_confident(&pipeline->arena, &pipeline->knowledge, least, error)
                   : GW_OK;
}

void gw_pipeline_free(GwPipeline *pipeline)
{
  gw_engine_close(pipeline->engine);
  gw_arena_free(&pipeline->arena);
  *pipeline = (GwPipeline)GW_PIPELINE_INIT;
}
