/** @file gazetteer.h
 * What is known before reading: entities of Wikidata with their names, demonyms, seats of
 * government, and the kind of thing a common noun stands for. Tables: ontology/gazetteers/.
 */
#ifndef GW_EXTRACT_KNOWLEDGE_GAZETTEER_H
#define GW_EXTRACT_KNOWLEDGE_GAZETTEER_H

#include "extract/knowledge/knowledge.h"

typedef struct {
  GwView qid, label, country, description; ///< country: ISO 3166 alpha-2 or empty
  GwEntityType type;
} GwKnownEntity;

typedef struct {
  const GwKnownEntity *entity;
  unsigned prior; ///< 1..100: how dominant the entity is for this name
} GwCandidate;

/** Read the tables from the data folder into `arena`. */
GwStatus gw_gazetteer_open(GwArena *arena, GwGazetteer **gazetteer, GwError *error);

/** Entities called `name` (folded as the tables are: NFC, straight apostrophes, single spaces,
 * no leading "The"), best prior first; `count` gets their number (0 for none). The array belongs
 * to the gazetteer. */
const GwCandidate *gw_gazetteer_find(const GwGazetteer *gazetteer, GwView name, size_t *count);

/** The entity with a Wikidata id, or NULL. */
const GwKnownEntity *gw_gazetteer_entity(const GwGazetteer *gazetteer, GwView qid);

/** Country that a demonym ("Chinese", "Spaniards") or a seat of government ("Beijing", "Kremlin")
 * belongs to, or NULL. */
const GwKnownEntity *gw_gazetteer_demonym(const GwGazetteer *gazetteer, GwView word);
const GwKnownEntity *gw_gazetteer_seat(const GwGazetteer *gazetteer, GwView word);

/** Do women (`feminine`) or men bear a given name? False when it is not listed. */
bool gw_gazetteer_given_name(const GwGazetteer *gazetteer, GwView lower, bool *feminine);

/** Kind of thing that a common noun (a lemma, or a compound of several words) stands for;
 * false when it is not listed. */
bool gw_gazetteer_noun(const GwGazetteer *gazetteer, GwView lemma, GwEntityType *type);

#endif
