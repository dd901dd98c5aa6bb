/** @file engine.h
 * The language engine: sentences of tokens in, tags, trees, names and roles out.
 */
#ifndef GW_EXTRACT_LANGUAGE_ENGINE_H
#define GW_EXTRACT_LANGUAGE_ENGINE_H

#include "extract/language/document.h"

#define GW_MODEL_NAME "model/graphwright.gwm"
#define GW_CAUSES_NAME "model/causes.gwm"

typedef struct GwEngine GwEngine;

/** Open a model file; free with gw_engine_close. Takes about 20 ms and 60 MB. */
GwStatus gw_engine_open(const char *model_path, GwEngine **engine, GwError *error);
void gw_engine_close(GwEngine *engine);

/** Let the engine find causes, too, with a model file of their own (train/causes). */
GwStatus gw_engine_add_causes(GwEngine *engine, const char *model_path, GwError *error);

/** Fill the tokens' tags, heads and roles, and the sentences' causes. Strings that are the same
 * for every document live as long as the engine; lemmas, roles and causes live in `arena`. Not for
 * two threads at once. */
GwStatus gw_engine_parse(GwEngine *engine, GwArena *arena, GwDocument *document, GwError *error);

#endif
