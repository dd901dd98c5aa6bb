#include "extract/language/conllu.h"

#include "base/hash.h"

#include <stdint.h>
#include <string.h>

typedef struct {
  GwArena *arena;
  const char *name;
  size_t line;
  GwBuffer text;
  GwBlock *blocks;
  size_t block_count, block_capacity;
  GwSentence *sentences;
  size_t sentence_count, sentence_capacity;
  size_t token_capacity, role_capacity;
  bool new_block;
  size_t cursor;   ///< where in the text the next token is looked for
  GwError *error;
} Reader;

static GwStatus bad(const Reader *r, const char *what)
{
  return gw_fail(r->error, GW_ERR_INPUT, "%s:%zu: %s", r->name, r->line, what);
}

static bool number_of(GwView digits, size_t *number)
{
  *number = 0;
  for (size_t i = 0; i < digits.length; i++) {
    if (digits.data[i] < '0' || digits.data[i] > '9' || i > 8) {
      return false;
    }
    *number = *number * 10 + (size_t)(digits.data[i] - '0');
  }
  return digits.length > 0;
}

/* A `# text` line opens a sentence, and a block when one was announced. */
static GwStatus open_sentence(Reader *r, GwView text)
{
  if (r->new_block || r->block_count == 0) {
    r->blocks = gw_arena_grow(r->arena, r->blocks, r->block_count, &r->block_capacity,
                              sizeof *r->blocks);
    if (!r->blocks) {
      return gw_fail_memory(r->error);
    }
    gw_buffer_text(&r->text, r->text.length ? "\n\n" : "");
    r->blocks[r->block_count++] = (GwBlock){{r->text.length, 0}, GW_BLOCK_PARAGRAPH};
    r->new_block = false;
  } else {
    gw_buffer_char(&r->text, ' ');
  }
  r->sentences = gw_arena_grow(r->arena, r->sentences, r->sentence_count, &r->sentence_capacity,
                               sizeof *r->sentences);
  if (!r->sentences) {
    return gw_fail_memory(r->error);
  }
  r->cursor = r->text.length;
  gw_buffer_append(&r->text, text);
  GwSentence *s = &r->sentences[r->sentence_count++];
  *s = (GwSentence){.span = {r->cursor, r->text.length}, .block = r->block_count - 1};
  r->blocks[r->block_count - 1].span.end = r->text.length;
  r->token_capacity = r->role_capacity = 0;
  return GW_OK;
}

static GwNer ner_named(GwView name)
{
  for (size_t i = 1; i <= GW_NER_OTH; i++) {
    if (gw_view_is(name, gw_ner_name((GwNer)i))) {
      return (GwNer)i;
    }
  }
  return GW_NER_NONE;
}

static GwMentionType mention_named(GwView name)
{
  for (size_t i = 1; i <= GW_MENTION_TIME; i++) {
    if (gw_view_is(name, gw_mention_type_name((GwMentionType)i))) {
      return (GwMentionType)i;
    }
  }
  return GW_MENTION_NONE;
}

static GwStatus read_roles(Reader *r, GwSentence *s, size_t predicate, GwView list)
{
  GwView item, role, digits;
  while (gw_view_next(&list, ',', &item)) {
    size_t argument = 0;
    digits = item;
    if (!gw_view_next(&digits, ':', &role) || !number_of(digits, &argument) || argument == 0) {
      return bad(r, "Roles wants ROLE:WORD,...");
    }
    s->roles = gw_arena_grow(r->arena, s->roles, s->role_count, &r->role_capacity,
                             sizeof *s->roles);
    const char *name = gw_view_copy(r->arena, role);
    if (!s->roles || !name) {
      return gw_fail_memory(r->error);
    }
    s->roles[s->role_count++] = (GwRole){predicate, argument - 1, name};
  }
  return GW_OK;
}

static GwStatus read_misc(Reader *r, GwSentence *s, GwToken *t, GwView misc)
{
  GwView item, key;
  while (gw_view_next(&misc, '|', &item)) {
    GwView value = item;
    gw_view_next(&value, '=', &key);
    if (gw_view_is(key, "SpaceAfter")) {
      t->space_after = !gw_view_is(value, "No");
    } else if (gw_view_is(key, "Ner") && value.length > 2) {
      t->ner_begins = value.data[0] == 'B';
      t->ner = ner_named(gw_view_slice(value, 2, value.length));
    } else if (gw_view_is(key, "Mention")) {
      t->mention = mention_named(value);
    } else if (gw_view_is(key, "Predicate")) {
      t->predicate = true;
    } else if (gw_view_is(key, "Roles")) {
      t->predicate = true;
      GW_TRY(read_roles(r, s, s->token_count, value));
    }
  }
  return GW_OK;
}

static GwStatus set_tags(Reader *r, GwToken *t, const GwView column[10])
{
  t->upos = GW_X;
  for (size_t i = 0; i < GW_UPOS_COUNT; i++) {
    t->upos = gw_view_is(column[3], gw_upos_name((GwUpos)i)) ? (GwUpos)i : t->upos;
  }
  const char *lemma = gw_view_copy(r->arena, column[2]);
  t->xpos = gw_view_copy(r->arena, column[4]);
  t->deprel = gw_view_copy(r->arena, column[7]);
  if (!lemma || !t->xpos || !t->deprel) {
    return gw_fail_memory(r->error);
  }
  t->lemma = gw_view(lemma);
  return number_of(column[6], &t->head) ? GW_OK : bad(r, "the head is no number");
}

static GwStatus read_token(Reader *r, GwView line)
{
  GwView column[10], rest = line;
  size_t number = 0, n = 0;
  while (n < 10 && gw_view_next(&rest, '\t', &column[n])) {
    n++;
  }
  if (n != 10 || r->sentence_count == 0) {
    return bad(r, "ten columns expected, after a '# text' line");
  }
  if (!number_of(column[0], &number)) {
    return GW_OK; /* ranges of multiword tokens and empty nodes */
  }
  GwSentence *s = &r->sentences[r->sentence_count - 1];
  const size_t at = gw_view_find(gw_buffer_view(&r->text), column[1], r->cursor);
  if (at + column[1].length > s->span.end) {
    return bad(r, "the form is not in the sentence's text");
  }
  s->tokens = gw_arena_grow(r->arena, s->tokens, s->token_count, &r->token_capacity,
                            sizeof *s->tokens);
  if (!s->tokens) {
    return gw_fail_memory(r->error);
  }
  GwToken *t = &s->tokens[s->token_count];
  *t = (GwToken){.span = {at, at + column[1].length}, .space_after = true};
  GW_TRY(set_tags(r, t, column));
  GW_TRY(read_misc(r, s, t, column[9]));
  t->inside_word = s->token_count > 0 && !s->tokens[s->token_count - 1].space_after;
  r->cursor = t->span.end;
  s->token_count++;
  return GW_OK;
}

static GwStatus read_line(Reader *r, GwView line)
{
  if (gw_view_starts(line, GW_VIEW("# newpar")) || gw_view_starts(line, GW_VIEW("# newdoc"))) {
    r->new_block = true;
  } else if (gw_view_starts(line, GW_VIEW("# text = "))) {
    return open_sentence(r, gw_view_slice(line, 9, line.length));
  } else if (line.length && line.data[0] != '#') {
    return read_token(r, line);
  }
  return GW_OK;
}

/* Forms become slices once the text no longer moves; heads and roles must name words. */
static GwStatus settle(Reader *r, const GwArticle *article)
{
  for (size_t i = 0; i < r->sentence_count; i++) {
    GwSentence *s = &r->sentences[i];
    for (size_t t = 0; t < s->token_count; t++) {
      s->tokens[t].form = gw_view_slice(article->text, s->tokens[t].span.begin,
                                        s->tokens[t].span.end);
      if (s->tokens[t].head > s->token_count) {
        return bad(r, "a head lies outside its sentence");
      }
    }
    for (size_t k = 0; k < s->role_count; k++) {
      if (s->roles[k].argument >= s->token_count) {
        return bad(r, "an argument lies outside its sentence");
      }
    }
  }
  return GW_OK;
}

GwStatus gw_conllu_read(GwArena *arena, const char *name, GwView content, GwArticle *article,
                        GwDocument *document, GwError *error)
{
  Reader r = {.arena = arena, .name = name, .new_block = true, .error = error};
  GwStatus status = GW_OK;
  GwView line;
  while (!status && gw_view_next(&content, '\n', &line)) {
    r.line++;
    status = read_line(&r, line);
  }
  const GwView text = gw_buffer_view(&r.text);
  char *copy = gw_view_copy(arena, text);
  if (!status && (!copy || r.text.failed)) {
    status = gw_fail_memory(error);
  }
  *article = (GwArticle){.name = name, .text = {copy, text.length}, .blocks = r.blocks,
                         .block_count = r.block_count};
  gw_hash_name(text, article->id);
  gw_buffer_free(&r.text);
  *document = (GwDocument){article, r.sentences, r.sentence_count};
  return status ? status : settle(&r, article);
}
