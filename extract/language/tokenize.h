/** @file tokenize.h
 * Text to tokens, as UD English (EWT) writes them: clitics and most hyphenated words are split,
 * numbers, abbreviations and addresses are whole.
 */
#ifndef GW_EXTRACT_LANGUAGE_TOKENIZE_H
#define GW_EXTRACT_LANGUAGE_TOKENIZE_H

#include "base/status.h"
#include "base/view.h"

typedef struct {
  GwArena *arena;
  GwSpan *spans; ///< bytes of the text, in order; they cover all but white space
  size_t count, capacity;
} GwTokenList;

/** Append the tokens of text[span]. Linear: no token is longer than about 200 bytes, addresses
 * apart. */
GwStatus gw_tokenize_span(GwTokenList *out, GwView text, GwSpan span, GwError *error);

/** Bytes of the web or mail address that `run`, text without white space, starts with; 0 when
 * there is none. Punctuation after the address is left out. Looks at 200 bytes at most where
 * there is none. */
size_t gw_address_length(GwView run);

/** Length of `run` when all of it is an emoticon, else 0. */
size_t gw_emoticon_length(GwView run);

#endif
