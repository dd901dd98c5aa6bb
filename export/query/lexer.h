/** @file lexer.h
 * A SPARQL query as tokens (SPARQL 1.1 Query Language, section 19.8, the terminals).
 */
#ifndef GW_EXPORT_QUERY_LEXER_H
#define GW_EXPORT_QUERY_LEXER_H

#include "base/status.h"
#include "base/view.h"

typedef enum {
  GW_TOKEN_END,
  GW_TOKEN_IRI,      ///< `<...>`; value: what stands between
  GW_TOKEN_NAME,     ///< `prefix:local`; value: without escapes
  GW_TOKEN_BLANK,    ///< `_:label`; value: the label
  GW_TOKEN_VARIABLE, ///< `?name`, `$name`; value: the name
  GW_TOKEN_STRING,   ///< value: without quotes and escapes
  GW_TOKEN_LANGUAGE, ///< `@en`; value: the tag
  GW_TOKEN_INTEGER,
  GW_TOKEN_DECIMAL,
  GW_TOKEN_DOUBLE,
  GW_TOKEN_WORD,     ///< a keyword, `a`, `true`, the name of a function
  GW_TOKEN_SIGN      ///< `{`, `&&`, ...
} GwTokenKind;

typedef struct {
  GwTokenKind kind;
  GwView text;  ///< as it stands
  GwView value; ///< what it means; of words, numbers and signs the text
  size_t line;  ///< from 1
} GwToken;

/** The tokens of a query, comments left out; a GW_TOKEN_END last. In `arena`. GW_ERR_INPUT names
 * the line of what no token begins with. */
GwStatus gw_query_tokens(GwArena *arena, GwView query, const char *name, const GwToken **tokens,
                         GwError *error);

/** Whether a token is this sign, or this word in any case. */
bool gw_token_is(const GwToken *token, const char *text);

#endif
