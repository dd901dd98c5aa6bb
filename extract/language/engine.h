/** @file engine.h
 * The language engine: sentences of tokens in, tags, trees, names and roles out.
 */
#ifndef GW_EXTRACT_LANGUAGE_ENGINE_H
#define GW_EXTRACT_LANGUAGE_ENGINE_H

#include "extract/language/document.h"

#define GW_MODEL_NAME "model/graphwright.gwm"

typedef struct GwEngine GwEngine;

/** Open a model file; free with gw_engine_close. Takes about 20 ms and 60 MB. */
GwStatus gw_engine_open(const char *model_path, GwEngine **engine, GwError *error);
void gw_engine_close(GwEngine *engine);

/** Fill the tokens' tags, heads and roles. Strings that are the same for every document live as
 * long as the engine; lemmas and roles live in `arena`. Not for two threads at once. */
GwStatus gw_engine_parse(GwEngine *engine, GwArena *arena, GwDocument *document, GwError *error);

#endif
