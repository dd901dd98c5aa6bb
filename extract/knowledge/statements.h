/** @file statements.h
 * Statements being written down: shared by the readers of verbs, copulas, noun phrases, causes.
 */
#ifndef GW_EXTRACT_KNOWLEDGE_STATEMENTS_H
#define GW_EXTRACT_KNOWLEDGE_STATEMENTS_H

#include "extract/knowledge/context.h"
#include "extract/knowledge/reader.h"

/** One end of a statement: an entity, and the word that was read as it. */
typedef struct {
  size_t entity, token;
} GwEnd;

/** A statement of `predicate` in its context, without arguments yet. */
GwStatement gw_statement_new(const GwContext *context, size_t sentence, size_t predicate,
                             GwRelation relation, const char *rule, double confidence);

/** Add a statement unless the same one stands there already; returns its number, or GW_NO_INDEX
 * for a statement about itself or when memory is out. */
size_t gw_add_statement(GwReader *r, GwStatement statement);

/** Time, place and other circumstances that hang on a predicate, but for the token `except`. */
void gw_read_qualifiers(GwReader *r, size_t sentence, size_t predicate, size_t except,
                        GwStatement *statement);

/** Circumstances that hang on a mention's noun but are not part of the mention ("loans to
 * farmers"), each as a qualifier. */
void gw_read_noun_qualifiers(GwReader *r, size_t sentence, size_t mention,
                             GwStatement *statement);

/** Does a noun only link sentences ("as a result", "for example")? */
bool gw_is_linking_phrase(const GwSentence *s, size_t head);

/** Is the phrase that `token` heads one of time ("in September 2022", "last year")? */
bool gw_is_time_phrase(const GwReader *r, const GwSentence *s, size_t token);

/** Does a verb link its subject to a property ("become", "go bankrupt")? */
bool gw_is_linking_verb(const GwSentence *s, size_t verb);

/** The relation of a verb phrase to an object of that type: some verbs mean more of a policy or law
 * than of other things. As gw_lexicon_map. */
GwRelation gw_relation_to(const GwReader *r, GwView phrase, GwEntityType object, bool *inverted);

/** The canonical relation of that name; the table must have it. */
GwRelation gw_canonical(const GwReader *r, const char *name);

/** The readers, one sentence at a time. */
void gw_read_verbs(GwReader *r, size_t sentence);
void gw_read_copulas(GwReader *r, size_t sentence);
void gw_read_nominals(GwReader *r, size_t sentence);
void gw_read_nominalizations(GwReader *r, size_t sentence);
void gw_read_life_dates(GwReader *r, size_t sentence);
void gw_read_causes(GwReader *r, size_t sentence);

/** Let names without a link have the class that the article gives them ("the party X"). */
void gw_read_kinds(GwReader *r);

/** What a noun said of `subject` states with its complement ("a member of the Civic Union"); false
 * when the lexicon has no relation for it. */
bool gw_read_noun_relation(GwReader *r, size_t sentence, size_t noun, const GwContext *context,
                           GwEnd subject);

/** Nouns that are nothing but the relation: to be a part of it is all that "part" says. */
bool gw_is_mere_relation(const GwSentence *s, size_t noun);

/** Weigh the causes that the engine found against the statements of the sentence, and add what
 * they lack; `first_statement` is the sentence's first. */
void gw_read_found_causes(GwReader *r, size_t sentence, size_t first_statement);

/** Join verbs of saying to the statements of what is said, once these have been read. */
void gw_read_speech(GwReader *r, size_t sentence, size_t first_statement);

#endif
