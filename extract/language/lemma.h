/** @file lemma.h
 * Lemmas by edit rules (Chrupala 2006): a class says how a form becomes its lemma.
 *
 * "CASE|DROP|APPEND": take the form lower-cased (l), as it is (k) or lower-cased but for its
 * first character (t), drop DROP characters from its end, append APPEND. "=lemma" is the lemma.
 */
#ifndef GW_EXTRACT_LANGUAGE_LEMMA_H
#define GW_EXTRACT_LANGUAGE_LEMMA_H

#include "base/map.h"
#include "base/status.h"

/** The lemma of `form` by `rule`; data is NULL when memory is out. A malformed rule, or one that
 * drops more than there is, gives the form as the rule's case wants it. */
GwView gw_lemma(GwArena *arena, const char *rule, GwView form);

/** Read the known lemmas ("TAG TAB lemma" lines) into a map; `text` must outlive it. */
GwStatus gw_lemmas_new(GwArena *arena, GwView text, GwMap *known, GwError *error);

/** The lemma by the first of `rules` whose result is known for the tag; by the first rule when
 * none is, or when no lemma of that tag is listed. A known verb whose `xpos` tells no inflection
 * (VBD, VBG, VBN, VBZ) is its own lemma. */
GwView gw_lemma_choose(GwArena *arena, const GwMap *known, const char *const *rules, size_t count,
                       const char *tag, const char *xpos, GwView form);

#endif
