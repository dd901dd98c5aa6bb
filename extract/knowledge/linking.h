/** @file linking.h
 * Which known entity a name of the article means: a Wikidata id, or none when in doubt.
 */
#ifndef GW_EXTRACT_KNOWLEDGE_LINKING_H
#define GW_EXTRACT_KNOWLEDGE_LINKING_H

#include "extract/knowledge/gazetteer.h"

/** Choose among the candidates of a name, or NULL to abstain. `names`: the forms under which the
 * article speaks of the entity, fullest first; `type`: what the engine took it for (GW_PERSON,
 * GW_ORGANIZATION, GW_PLACE, or GW_THING when unknown); `countries`: Wikidata ids of the
 * countries that the article speaks of, and of places whose names tell namesakes apart
 * ("Oregon" for "Portland"). */
const GwKnownEntity *gw_link_choose(const GwGazetteer *gazetteer, const GwView *names,
                                    size_t name_count, GwEntityType type,
                                    const GwView *countries, size_t country_count);

/** The institution that every country has under the same name ("Senate", "Supreme Court",
 * "Indian Parliament"): that of `country`, or of the country that the name itself tells; NULL
 * when the tables have none, or when it is not known which country is meant. */
const GwKnownEntity *gw_link_national(const GwGazetteer *gazetteer, GwView name,
                                      const GwKnownEntity *country);

/** The head of state or government of that surname, where the article gives him his title and
 * speaks of his country; NULL when it is none or several. */
const GwKnownEntity *gw_link_head(const GwGazetteer *gazetteer, GwView surname,
                                  const GwView *countries, size_t country_count);

#endif
