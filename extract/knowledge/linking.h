/** @file linking.h
 * Which known entity a name of the article means: a Wikidata id, or none when in doubt.
 */
#ifndef GW_EXTRACT_KNOWLEDGE_LINKING_H
#define GW_EXTRACT_KNOWLEDGE_LINKING_H

#include "extract/knowledge/gazetteer.h"

/** Choose among the candidates of a name, or NULL to abstain. `names`: the forms under which the
 * article speaks of the entity, fullest first; `type`: what the engine took it for (GW_PERSON,
 * GW_ORGANIZATION, GW_PLACE, or GW_THING when unknown); `countries`: Wikidata ids of the
 * countries that the article speaks of. */
const GwKnownEntity *gw_link_choose(const GwGazetteer *gazetteer, const GwView *names,
                                    size_t name_count, GwEntityType type,
                                    const GwView *countries, size_t country_count);

#endif
