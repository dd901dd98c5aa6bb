#include "cli/pipeline.h"

#include "base/file.h"
#include "extract/knowledge/confidence.h"
#include "ontology/mapping.h"

static GwStatus open_tables(GwPipeline *pipeline, GwError *error)
{
  GwResources *resources = &pipeline->resources;
  if (resources->lexicon) {
    return GW_OK;
  }
  GW_TRY(gw_resources_open(&pipeline->arena, resources, error));
  return pipeline->mapping ? gw_mapping_read(&pipeline->arena, pipeline->mapping, resources, NULL,
                                             error) : GW_OK;
}

/* A mapping is read first: its faults are told before the engine's work. */
GwStatus gw_pipeline_analyse(GwPipeline *pipeline, const char *path, GwError *error)
{
  const char *model;
  if (pipeline->mapping) {
    GW_TRY(open_tables(pipeline, error));
  }
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
  GW_TRY(open_tables(pipeline, error));
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
