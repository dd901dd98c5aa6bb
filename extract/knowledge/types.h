/** @file types.h
 * What kind of thing a mention speaks of.
 */
#ifndef GW_EXTRACT_KNOWLEDGE_TYPES_H
#define GW_EXTRACT_KNOWLEDGE_TYPES_H

#include "extract/knowledge/reader.h"

/** The listed noun that tells what a phrase speaks of: the longest compound that ends with its
 * head ("exit ban" of "many exit bans"); empty when none is listed. */
GwView gw_telling_noun(const GwReader *r, const GwSentence *s, GwPhrase phrase, size_t head,
                       GwEntityType *type);

/** What a mapping of the user's says that a phrase is, by the longest compound that ends with its
 * head; NULL when it says nothing. */
const GwOwnKind *gw_own_kind(const GwReader *r, const GwSentence *s, GwPhrase phrase, size_t head);

/** Type of an unnamed phrase: by the user's mapping, by the gazetteer's nouns (the longest compound
 * that ends with the head), else by the engine's mention type. */
GwEntityType gw_type_of_phrase(const GwReader *r, const GwSentence *s, GwPhrase phrase,
                               size_t head);

/** Type of a name that no gazetteer knows: by its last noun ("... Law", "University of ..."),
 * else by the engine's tag. */
GwEntityType gw_type_of_name(const GwReader *r, const GwSentence *s, GwPhrase phrase,
                             size_t head, GwNer ner);

/** Does a token name a title or office before a person's name ("President", "Dr")? */
bool gw_is_title(const GwReader *r, const GwSentence *s, size_t token);

bool gw_is_place(GwEntityType type); ///< countries, cities, other places
bool gw_is_actor(GwEntityType type); ///< persons, organisations, governments, groups, roles

#endif
