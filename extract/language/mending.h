/** @file mending.h
 * Mistakes of the parser that follow from its smallness and that a rule of grammar can mend.
 */
#ifndef GW_EXTRACT_LANGUAGE_MENDING_H
#define GW_EXTRACT_LANGUAGE_MENDING_H

#include "extract/language/document.h"

/** Mend a sentence's tree in place.
 *
 * - A clause between two commas that has a subject of its own and no relative pronoun ("The strike,
 *   he said, had been planned") is no relative clause: English leaves the pronoun out of
 *   restrictive clauses alone, which no comma sets off (Huddleston and Pullum, The Cambridge
 *   Grammar of the English Language, 2002, chapter 12, section 4). It becomes a parataxis of the
 *   clause around it, as Universal Dependencies have it.
 * - The speaker behind an inverted verb of saying ("Bread, said the baker, has become dear") and
 *   the subject of what is said each go to their own verb, and what is said is finite.
 * - Of two numbers with one noun ("from 34 to 92 percent") each gets its own preposition.
 * - The noun of "called for the minister to explain" is the subject of the infinitive, that
 *   of "after a heatwave had killed thousands" the subject of the clause. */
void gw_mend_tree(GwSentence *sentence);

#endif
