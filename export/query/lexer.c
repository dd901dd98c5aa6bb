#include "export/query/lexer.h"

#include "base/buffer.h"
#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

typedef struct {
  GwArena *arena;
  GwView text;
  const char *name;
  size_t at, line;
  GwToken *tokens;
  size_t count, capacity;
  GwError *error;
} Lexer;

static char peek(const Lexer *l, size_t ahead)
{
  return l->at + ahead < l->text.length ? l->text.data[l->at + ahead] : '\0';
}

static GwStatus fail(const Lexer *l, const char *what)
{
  return gw_fail(l->error, GW_ERR_INPUT, "%s:%zu: %s", l->name, l->line, what);
}

static bool is_digit(char c)
{
  return c >= '0' && c <= '9';
}

/* Letters of names: ASCII ones, '_', and everything beyond ASCII. */
static bool is_letter(char c)
{
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (unsigned char)c >= 0x80;
}

static bool is_name(char c)
{
  return is_letter(c) || is_digit(c);
}

static GwStatus push(Lexer *l, GwTokenKind kind, size_t begin, GwView value)
{
  l->tokens = gw_arena_grow(l->arena, l->tokens, l->count, &l->capacity, sizeof *l->tokens);
  if (!l->tokens || !value.data) {
    return gw_fail_memory(l->error);
  }
  l->tokens[l->count++] = (GwToken){kind, gw_view_slice(l->text, begin, l->at), value, l->line};
  return GW_OK;
}

/* A token whose value is its text without `skip` bytes at its beginning. */
static GwStatus push_text(Lexer *l, GwTokenKind kind, size_t begin, size_t skip)
{
  return push(l, kind, begin, gw_view_slice(l->text, begin + skip, l->at));
}

static void skip_blank(Lexer *l)
{
  for (; l->at < l->text.length; l->at++) {
    const char c = peek(l, 0);
    if (c == '#') {
      while (l->at < l->text.length && peek(l, 0) != '\n') {
        l->at++;
      }
    }
    if (peek(l, 0) == '\n') {
      l->line++;
    } else if (!strchr(" \t\r\f", peek(l, 0)) || l->at >= l->text.length) {
      return;
    }
  }
}

/* \uXXXX or \UXXXXXXXX, the backslash being at `at`. */
static bool read_code_point(Lexer *l, size_t digits, GwBuffer *out)
{
  char number[9] = "", bytes[4];
  for (size_t i = 0; i < digits; i++) {
    number[i] = peek(l, 2 + i);
    if (!strchr("0123456789abcdefABCDEF", number[i]) || !number[i]) {
      return false;
    }
  }
  const size_t length = gw_utf8_encode((uint32_t)strtoul(number, NULL, 16), bytes);
  gw_buffer_append(out, (GwView){bytes, length});
  l->at += 2 + digits;
  return length > 0;
}

static bool read_escape(Lexer *l, GwBuffer *out)
{
  static const char letters[] = "tbnrf\"'\\", meant[] = "\t\b\n\r\f\"'\\";
  const char c = peek(l, 1), *at = c ? strchr(letters, c) : NULL;
  if (c == 'u' || c == 'U') {
    return read_code_point(l, c == 'u' ? 4 : 8, out);
  }
  if (at) {
    gw_buffer_char(out, meant[at - letters]);
    l->at += 2;
  }
  return at != NULL;
}

/* The rest of a string after its opening quotes, of which there are `quotes`: 1 or 3. */
static GwStatus read_string_body(Lexer *l, char quote, size_t quotes, GwBuffer *out)
{
  for (;;) {
    const char c = peek(l, 0);
    if (l->at >= l->text.length || (quotes == 1 && c == '\n')) {
      return fail(l, "a string is not closed");
    }
    if (c == quote && (quotes == 1 || (peek(l, 1) == quote && peek(l, 2) == quote))) {
      l->at += quotes;
      return GW_OK;
    }
    if (c == '\\' && !read_escape(l, out)) {
      return fail(l, "a string has an unknown escape after '\\'");
    }
    if (c != '\\') {
      l->line += c == '\n';
      gw_buffer_char(out, c);
      l->at++;
    }
  }
}

static GwStatus read_string(Lexer *l)
{
  const size_t begin = l->at;
  const char quote = peek(l, 0);
  const size_t quotes = peek(l, 1) == quote && peek(l, 2) == quote ? 3 : 1;
  GwBuffer value = GW_BUFFER_INIT;
  l->at += quotes;
  GwStatus status = read_string_body(l, quote, quotes, &value);
  if (!status) {
    const char *copy = gw_view_copy(l->arena, gw_buffer_view(&value));
    status = push(l, GW_TOKEN_STRING, begin, (GwView){copy, value.length});
  }
  gw_buffer_free(&value);
  return status;
}

/* The length of `<...>` at the current place, or 0 where '<' is a comparison. */
static size_t iri_length(const Lexer *l)
{
  for (size_t i = 1; l->at + i < l->text.length; i++) {
    const unsigned char c = (unsigned char)peek(l, i);
    if (c == '>') {
      return i + 1;
    }
    if (c <= ' ' || strchr("<\"{}|^`\\", c)) {
      return 0;
    }
  }
  return 0;
}

static GwStatus read_number(Lexer *l)
{
  const size_t begin = l->at;
  GwTokenKind kind = GW_TOKEN_INTEGER;
  while (is_digit(peek(l, 0))) {
    l->at++;
  }
  if (peek(l, 0) == '.' && is_digit(peek(l, 1))) {
    kind = GW_TOKEN_DECIMAL;
    for (l->at++; is_digit(peek(l, 0)); l->at++) {
    }
  }
  const size_t sign = peek(l, 1) == '+' || peek(l, 1) == '-';
  if ((peek(l, 0) == 'e' || peek(l, 0) == 'E') && is_digit(peek(l, 1 + sign))) {
    kind = GW_TOKEN_DOUBLE;
    for (l->at += 1 + sign; is_digit(peek(l, 0)); l->at++) {
    }
  }
  return push_text(l, kind, begin, 0);
}

static size_t name_length(const Lexer *l, size_t from, bool inner)
{
  size_t i = from;
  while (is_name(peek(l, i)) || (inner && peek(l, i) == '-')
         || (inner && peek(l, i) == '.' && is_name(peek(l, i + 1)))) {
    i++;
  }
  return i - from;
}

/* The local part of a prefixed name: its escapes `\-` are taken out of the value. */
static GwStatus read_local(Lexer *l, GwBuffer *value)
{
  for (;;) {
    const char c = peek(l, 0);
    const bool dot = c == '.' && (is_name(peek(l, 1)) || strchr("-:%\\", peek(l, 1)))
                     && peek(l, 1);
    if (c == '\\' && peek(l, 1) && strchr("_~.-!$&'()*+,;=/?#@%", peek(l, 1))) {
      gw_buffer_char(value, peek(l, 1));
      l->at += 2;
    } else if (is_name(c) || dot || c == '-' || c == ':' || c == '%') {
      gw_buffer_char(value, c);
      l->at++;
    } else {
      return value->failed ? gw_fail_memory(l->error) : GW_OK;
    }
  }
}

static GwStatus read_prefixed(Lexer *l, size_t begin)
{
  GwBuffer value = GW_BUFFER_INIT;
  l->at++;
  gw_buffer_append(&value, gw_view_slice(l->text, begin, l->at));
  GwStatus status = read_local(l, &value);
  if (!status) {
    const char *copy = gw_view_copy(l->arena, gw_buffer_view(&value));
    status = push(l, GW_TOKEN_NAME, begin, (GwView){copy, value.length});
  }
  gw_buffer_free(&value);
  return status;
}

/* A word, `prefix:local` or `_:label`. */
static GwStatus read_word(Lexer *l)
{
  const size_t begin = l->at, length = name_length(l, 0, true);
  if (peek(l, 0) == '_' && peek(l, 1) == ':') {
    l->at += 2 + name_length(l, 2, true);
    return push_text(l, GW_TOKEN_BLANK, begin, 2);
  }
  if (peek(l, length) == ':') {
    l->at += length;
    return read_prefixed(l, begin);
  }
  l->at += name_length(l, 0, false);
  return push_text(l, GW_TOKEN_WORD, begin, 0);
}

static GwStatus read_sign(Lexer *l)
{
  static const char *const signs[] = {"^^", "&&", "||", "<=", ">=", "!="};
  const size_t begin = l->at;
  for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
    if (peek(l, 0) == signs[i][0] && peek(l, 1) == signs[i][1]) {
      l->at += 2;
      return push_text(l, GW_TOKEN_SIGN, begin, 0);
    }
  }
  if (!peek(l, 0) || !strchr("{}()[],;.=<>+-*/|^!?", peek(l, 0))) {
    return gw_fail(l->error, GW_ERR_INPUT, "%s:%zu: '%c' has no meaning in SPARQL here", l->name,
                   l->line, peek(l, 0) > ' ' ? peek(l, 0) : '?');
  }
  l->at++;
  return push_text(l, GW_TOKEN_SIGN, begin, 0);
}

static GwStatus read_token(Lexer *l)
{
  const size_t begin = l->at;
  const char c = peek(l, 0);
  if (c == '"' || c == '\'') {
    return read_string(l);
  }
  if (c == '<' && iri_length(l) > 0) {
    l->at += iri_length(l);
    return push(l, GW_TOKEN_IRI, begin, gw_view_slice(l->text, begin + 1, l->at - 1));
  }
  if ((c == '?' || c == '$') && is_name(peek(l, 1))) {
    l->at += 1 + name_length(l, 1, false);
    return push_text(l, GW_TOKEN_VARIABLE, begin, 1);
  }
  if (c == '@' && is_letter(peek(l, 1))) {
    for (l->at++; is_name(peek(l, 0)) || peek(l, 0) == '-'; l->at++) {
    }
    return push_text(l, GW_TOKEN_LANGUAGE, begin, 1);
  }
  if (is_digit(c) || (c == '.' && is_digit(peek(l, 1)))) {
    return read_number(l);
  }
  return is_letter(c) || c == ':' ? read_word(l) : read_sign(l);
}

GwStatus gw_query_tokens(GwArena *arena, GwView query, const char *name, const GwToken **tokens,
                         GwError *error)
{
  Lexer l = {.arena = arena, .text = query, .name = name, .line = 1, .error = error};
  if (gw_utf8_invalid_at(query) < query.length) {
    return gw_fail(error, GW_ERR_INPUT, "%s: the query is not UTF-8", name);
  }
  for (skip_blank(&l); l.at < query.length; skip_blank(&l)) {
    GW_TRY(read_token(&l));
  }
  GW_TRY(push(&l, GW_TOKEN_END, l.at, GW_VIEW("")));
  *tokens = l.tokens;
  return GW_OK;
}

bool gw_token_is(const GwToken *token, const char *text)
{
  const bool comparable = token->kind == GW_TOKEN_SIGN || token->kind == GW_TOKEN_WORD;
  return comparable && token->text.length == strlen(text)
         && strncasecmp(token->text.data, text, token->text.length) == 0;
}
