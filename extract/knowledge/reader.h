/** @file reader.h
 * The state of reading one article, shared by the stages of this folder.
 */
#ifndef GW_EXTRACT_KNOWLEDGE_READER_H
#define GW_EXTRACT_KNOWLEDGE_READER_H

#include "base/map.h"
#include "extract/knowledge/gazetteer.h"
#include "extract/knowledge/phrases.h"
#include "extract/knowledge/relations.h"

typedef struct {
  GwArena *arena;
  const GwGazetteer *gazetteer;
  const GwLexicon *lexicon;
  const GwDocument *document;
  GwKnowledge *knowledge;
  GwMap entity_of_name; ///< entities by their normalised names
  bool *quoted;         ///< per token of the document: between quotation marks (quotes.h)
  size_t *speaker_of_block; ///< entity that speaks in a turn of an interview, or GW_NO_INDEX
  bool failed;          ///< memory ran out: the result is incomplete
} GwReader;

static inline const GwSentence *gw_sentence(const GwReader *r, size_t sentence)
{
  return &r->document->sentences[sentence];
}

/** Is the sentence running text (not a title, heading, byline or date)? */
bool gw_is_running_text(const GwReader *r, size_t sentence);

/** Does the sentence make statements: is it running text, and no disclaimer or picture credit? */
bool gw_is_stating(const GwReader *r, size_t sentence);

/** Lower-cased text of a phrase, its head's form replaced by its lemma: what makes two mentions
 * of an unnamed thing the same. In the arena. */
GwView gw_phrase_key(GwReader *r, const GwSentence *s, GwPhrase phrase, size_t head);

/** Let an entity be found again by a name; `mark` tells kinds of names apart ("~" phrases, "="
 * Wikidata ids, "^" governments). */
void gw_remember(GwReader *r, const char *mark, GwView name, size_t entity);

/** The entity of that name, or GW_NO_INDEX. */
size_t gw_recall(GwReader *r, const char *mark, GwView name);

/** Add a mention of `entity`; returns its number, or GW_NO_INDEX when memory is out. */
size_t gw_add_mention(GwReader *r, GwMention mention);

/** A new entity, or GW_NO_INDEX when memory is out. */
size_t gw_add_entity(GwReader *r, GwEntity entity);

/** Add a form under which an entity is spoken of; the label and known forms change nothing. */
void gw_add_alias(GwReader *r, size_t entity, GwView alias);

/** Entity for the action of a clause ("travel through Latin America"), made when new; what hangs
 * on the token `except` is left out of its name. */
size_t gw_clause_entity(GwReader *r, size_t sentence, size_t predicate, size_t except);

/** The same, with the words that are to name it ("people from leaving"). */
size_t gw_action_entity(GwReader *r, size_t sentence, size_t predicate, GwPhrase phrase,
                        GwEntityType type);

/** Entity of a country (or other known entity) that the text names only indirectly, as by a
 * demonym; `sentence` and `token` are where. */
size_t gw_known_entity(GwReader *r, const GwKnownEntity *known, size_t sentence, size_t token);

/** The entity in whose turn of an interview a sentence stands, or GW_NO_INDEX. */
size_t gw_turn_speaker(const GwReader *r, size_t sentence);

/** Keep the entities that have a new number, GW_NO_INDEX being none; the numbers keep their order.
 * A dropped one may be no statement's end; as country or broader term it is forgotten. */
void gw_keep_entities(GwKnowledge *knowledge, const size_t *number);

/** Set `marks` for every entity that a statement speaks of: its ends, speaker and qualifiers. */
void gw_mark_entities(const GwStatement *statement, bool *marks);

/** The stages, in order. */
void gw_find_amounts(GwReader *r);
void gw_find_mentions(GwReader *r);
void gw_build_entities(GwReader *r);
void gw_find_turns(GwReader *r);
void gw_resolve_descriptions(GwReader *r);
void gw_find_statements(GwReader *r);
void gw_attach_amounts(GwReader *r);
void gw_drop_unused_entities(GwReader *r);

#endif
