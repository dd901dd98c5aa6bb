/** @file phrases.h
 * Finding one's way in a dependency tree: parents, children, noun phrases and clauses.
 *
 * Tokens are 0-based; GW_NO_INDEX stands for "none".
 */
#ifndef GW_EXTRACT_KNOWLEDGE_PHRASES_H
#define GW_EXTRACT_KNOWLEDGE_PHRASES_H

#include "extract/knowledge/knowledge.h"

/** Tokens first..last, inclusive. */
typedef struct {
  size_t first, last;
} GwPhrase;

/** The token that `token` depends on, or GW_NO_INDEX for the root. */
size_t gw_parent(const GwSentence *s, size_t token);

/** Does the token's relation equal `relation`, or is it a subtype of it ("nsubj" takes
 * "nsubj:pass" too)? `relation` may name alternatives: "nsubj|csubj". */
bool gw_relates(const GwSentence *s, size_t token, const char *relation);

/** First child of `token` at or after position `from` with such a relation, or GW_NO_INDEX. */
size_t gw_child(const GwSentence *s, size_t token, const char *relation, size_t from);

/** Is `token` below `ancestor`, or the same? */
bool gw_below(const GwSentence *s, size_t token, size_t ancestor);

/** Is the token's lemma, or its lower-cased form, one of "a|b|c"? */
bool gw_lemma_is(const GwSentence *s, size_t token, const char *alternatives);

bool gw_is_nominal(const GwSentence *s, size_t token); ///< noun, name, or number as a head
bool gw_is_verbal(const GwSentence *s, size_t token);  ///< heads a clause: verb, or has a copula

bool gw_is_plural(const GwSentence *s, size_t token);  ///< a noun or name in the plural

/** All that depends on a token. */
GwPhrase gw_subtree(const GwSentence *s, size_t token);

/** The noun phrase that `head` heads, without leading determiners and possessors, clauses and
 * appositions, and with only those prepositional phrases that say what it is ("ban on exports",
 * "risk of war", not "protests in June"). */
GwPhrase gw_noun_phrase(const GwSentence *s, size_t head);

/** A clause without its conjunction ("that", "to", "because") and without clauses beside it
 * (coordinated, adverbial); with its subject when it has one. At most about 14 tokens. */
GwPhrase gw_clause_phrase(const GwSentence *s, size_t predicate);

/** The same without what hangs on the token `except` ("people left" of "people left because of
 * the war"). */
GwPhrase gw_clause_without(const GwSentence *s, size_t predicate, size_t except);

/** Is the token a quotation mark? */
bool gw_is_quote(const GwSentence *s, size_t token);

/** A noun that stands for an amount of what follows ("most of their rice"): the noun of that, or
 * the token itself. */
size_t gw_counted(const GwSentence *s, size_t token);

/** "the town of Namoru": the name that says which town, or GW_NO_INDEX. */
size_t gw_named_by_complement(const GwSentence *s, size_t noun);

/** Does the clause begin with a question word ("who pays", "how poor they are")? */
bool gw_is_question_clause(const GwSentence *s, size_t clause);

/** The text of a phrase: a slice of the article. */
GwView gw_phrase_text(const GwDocument *document, const GwSentence *s, GwPhrase phrase);

/** Preposition or conjunction of a phrase, lower-cased and with its fixed parts ("because of"), or
 * the empty view; `relation` is "case" or "mark". In `arena`. */
GwView gw_marker(GwArena *arena, const GwSentence *s, size_t head, const char *relation);

#endif
