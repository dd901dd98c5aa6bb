/** @file pipeline.h
 * The stages from an article to what it says, in order, with everything they own.
 */
#ifndef GW_CLI_PIPELINE_H
#define GW_CLI_PIPELINE_H

#include "extract/knowledge/knowledge.h"
#include "extract/language/engine.h"

typedef struct {
  const char *mapping; ///< set before gw_pipeline_analyse: file of the user's mapping, or NULL
  bool by_line;      ///< set before gw_pipeline_analyse: every line of the file is a sentence
  GwArena arena;     ///< owns the article and all that is made of it
  GwEngine *engine;  ///< owns the strings shared by all tokens
  GwArticle article;
  GwDocument document;
  GwResources resources;
  GwKnowledge knowledge;
} GwPipeline;

/** Empty; release with gw_pipeline_free whether or not the steps below succeed. */
#define GW_PIPELINE_INIT {.arena = GW_ARENA_INIT}

/** Read an article and analyse its sentences: fills article and document. */
GwStatus gw_pipeline_analyse(GwPipeline *pipeline, const char *path, GwError *error);

/** After gw_pipeline_analyse: fills resources and knowledge, the latter without statements of less
 * confidence than `least`, 0 keeping all. */
GwStatus gw_pipeline_understand(GwPipeline *pipeline, double least, GwError *error);

void gw_pipeline_free(GwPipeline *pipeline);

#endif
