#include "ontology/turtle_lines.h"

#include <string.h>
#include <strings.h>

typedef enum { SUBJECT, VERB, OBJECT, ITEM } Position;

/* A statement, or a bracket within it. */
typedef struct {
  size_t first; ///< where its objects begin among those pending
  Position next;
} Frame;

typedef struct {
  GwArena *arena;
  GwView text;
  size_t at;
  uint32_t line;
  size_t skipped; ///< terms to come that belong to a directive or a literal's datatype
  bool directive; ///< until the full stop
  Frame *frames;
  size_t depth, frame_capacity;
  GwLines pending, *lines;
  bool failed; ///< memory is out
} Scanner;

static void push(Scanner *s, GwLines *lines, uint32_t line)
{
  uint32_t *grown = gw_arena_grow(s->arena, lines->list, lines->count, &lines->capacity,
                                  sizeof *lines->list);
  s->failed = s->failed || !grown;
  if (grown) {
    lines->list = grown;
    lines->list[lines->count++] = line;
  }
}

static void open_frame(Scanner *s, Position next)
{
  Frame *grown = gw_arena_grow(s->arena, s->frames, s->depth, &s->frame_capacity,
                               sizeof *s->frames);
  s->failed = s->failed || !grown;
  if (grown) {
    s->frames = grown;
    s->frames[s->depth++] = (Frame){s->pending.count, next};
  }
}

static Frame *top(Scanner *s)
{
  return &s->frames[s->depth - 1];
}

/* The triples of the innermost frame are complete. */
static void give(Scanner *s)
{
  const size_t first = top(s)->first, end = s->pending.count;
  const bool list = top(s)->next == ITEM;
  for (size_t i = first; i < end; i++) {
    const uint32_t line = s->pending.list[list ? end - 1 - (i - first) : i];
    push(s, s->lines, line);
    if (list) { /* rdf:first and rdf:rest */
      push(s, s->lines, line);
    }
  }
  s->pending.count = first;
}

static void close_frame(Scanner *s)
{
  if (s->depth > 1) {
    give(s);
    s->depth--;
  }
}

static void end_statement(Scanner *s)
{
  if (s->depth == 1) {
    give(s);
    top(s)->next = SUBJECT;
    s->directive = false;
    s->skipped = 0;
  }
}

static void add_term(Scanner *s)
{
  if (s->skipped || s->directive) {
    s->skipped -= s->skipped > 0;
    return;
  }
  switch (top(s)->next) {
  case SUBJECT: top(s)->next = VERB; break;
  case VERB: top(s)->next = OBJECT; break;
  case OBJECT:
  case ITEM: push(s, &s->pending, s->line); break;
  }
}

static char byte_at(const Scanner *s, size_t at)
{
  return at < s->text.length ? s->text.data[at] : '\0';
}

static void skip_until(Scanner *s, char end)
{
  while (s->at < s->text.length && s->text.data[s->at] != end) {
    s->at++;
  }
}

/* A string in quotes, short or long; the line is counted on within it. */
static void skip_string(Scanner *s)
{
  const char quote = byte_at(s, s->at);
  const bool is_long = byte_at(s, s->at + 1) == quote && byte_at(s, s->at + 2) == quote;
  s->at += is_long ? 3 : 1;
  for (; s->at < s->text.length; s->at++) {
    const char c = s->text.data[s->at];
    s->line += c == '\n';
    if (c == '\\') {
      s->at++;
      s->line += byte_at(s, s->at) == '\n';
    } else if (c == quote && !is_long) {
      s->at++;
      return;
    } else if (c == quote && byte_at(s, s->at + 1) == quote && byte_at(s, s->at + 2) == quote) {
      s->at += 3;
      return;
    }
  }
}

static bool is_digit(char c)
{
  return c >= '0' && c <= '9';
}

static bool ends_word(char c)
{
  return c == '\0' || strchr(" \t\r\n<>\"'()[]{};,#^@", c) != NULL;
}

/* A full stop belongs to a number that goes on, and to a name that goes on. */
static bool stop_goes_on(const Scanner *s, bool number, size_t at)
{
  const char next = byte_at(s, at + 1);
  if (!number) {
    while (byte_at(s, at) == '.') {
      at++;
    }
    return !ends_word(byte_at(s, at));
  }
  const char sign = byte_at(s, at + 2);
  return is_digit(next)
         || ((next == 'e' || next == 'E')
             && (is_digit(sign) || ((sign == '+' || sign == '-') && is_digit(byte_at(s, at + 3)))));
}

static GwView read_word(Scanner *s)
{
  const size_t begin = s->at;
  const char first = byte_at(s, begin);
  const bool number = is_digit(first) || first == '+' || first == '-' || first == '.';
  while (!ends_word(byte_at(s, s->at))) {
    const char c = byte_at(s, s->at);
    if (c == '.' && s->at > begin && !stop_goes_on(s, number, s->at)) {
      break;
    }
    s->at += c == '\\' && s->at + 1 < s->text.length ? 2 : 1;
  }
  return gw_view_slice(s->text, begin, s->at);
}

static bool is_keyword(GwView word, const char *keyword)
{
  return word.length == strlen(keyword) && strncasecmp(word.data, keyword, word.length) == 0;
}

/* SPARQL's way to write directives has no full stop. */
static void scan_word(Scanner *s)
{
  const GwView word = read_word(s);
  const bool begins = s->depth == 1 && top(s)->next == SUBJECT && !s->directive && !s->skipped;
  if (begins && is_keyword(word, "prefix")) {
    s->skipped = 2;
  } else if (begins && is_keyword(word, "base")) {
    s->skipped = 1;
  } else if (!begins || !is_keyword(word, "graph")) {
    add_term(s);
  }
}

/* "@prefix", "@base" or the language of the literal before it. */
static void scan_at(Scanner *s)
{
  s->at++;
  const GwView word = read_word(s);
  s->directive = s->directive || (s->depth == 1 && top(s)->next == SUBJECT
                                  && (gw_view_is(word, "prefix") || gw_view_is(word, "base")));
}

static void scan_bracket(Scanner *s, char c)
{
  s->at++;
  switch (c) {
  case '[':
  case '(':
    add_term(s);
    open_frame(s, c == '[' ? VERB : ITEM);
    break;
  case ']':
  case ')': close_frame(s); break;
  case ';': top(s)->next = top(s)->next == ITEM ? ITEM : VERB; break;
  case '.':
  case '{': /* what stood before it is the name of a graph */
  case '}': end_statement(s); break;
  default: break;
  }
}

static void scan_token(Scanner *s)
{
  const char c = byte_at(s, s->at);
  switch (c) {
  case '\n': s->line++; s->at++; break;
  case '#': skip_until(s, '\n'); break;
  case '<': add_term(s); skip_until(s, '>'); s->at++; break;
  case '"':
  case '\'': add_term(s); skip_string(s); break;
  case '@': scan_at(s); break;
  case '^': s->skipped = 1; s->at += byte_at(s, s->at + 1) == '^' ? 2 : 1; break;
  case ' ':
  case '\t':
  case '\r':
  case '\0':
  case '>': s->at++; break;
  case '.':
    if (is_digit(byte_at(s, s->at + 1))) {
      scan_word(s);
      break;
    } /* else it ends a statement */
    /* fall through */
  case '[': case ']': case '(': case ')': case '{': case '}': case ';': case ',':
    scan_bracket(s, c);
    break;
  default: scan_word(s); break;
  }
}

GwStatus gw_turtle_lines(GwArena *arena, GwView text, GwLines *lines, GwError *error)
{
  Scanner s = {.arena = arena, .text = text, .line = 1, .lines = lines};
  *lines = (GwLines){NULL, 0, 0};
  open_frame(&s, SUBJECT);
  while (!s.failed && s.at < text.length) {
    scan_token(&s);
  }
  return s.failed ? gw_fail_memory(error) : GW_OK;
}
