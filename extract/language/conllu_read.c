#include "extract/language/conllu.h"

#include "base/hash.h"
#include "base/utf8.h"

#include <string.h>

#define NO_RANGE ((size_t)-1)
#define RANGE_GAP ((size_t)1000 * 1000) ///< code points between two words at most

typedef struct {
  GwArena *arena;
  const char *name;
  size_t line;
  GwBuffer text;
  GwBlock *blocks;
  size_t block_count, block_capacity;
  GwSentence *sentences;
  size_t sentence_count, sentence_capacity;
  size_t token_capacity, role_capacity, cause_capacity;
  bool new_block;
  GwView pending;     ///< the `# text` line of a sentence that has no word yet
  char id[13];        ///< of `# newdoc id = `
  bool by_range;      ///< the sentence's words are placed by their TokenRange
  size_t cursor;      ///< where in the text the next token is looked for
  size_t characters;  ///< code points of the text so far
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

static void append(Reader *r, GwView text)
{
  gw_buffer_append(&r->text, text);
  r->characters += gw_utf8_count(text);
}

static GwStatus open_block(Reader *r, const char *separator)
{
  r->blocks = gw_arena_grow(r->arena, r->blocks, r->block_count, &r->block_capacity,
                            sizeof *r->blocks);
  if (!r->blocks) {
    return gw_fail_memory(r->error);
  }
  append(r, gw_view(r->text.length ? separator : ""));
  r->blocks[r->block_count++] = (GwBlock){
    .span = {r->text.length, 0}, .kind = GW_BLOCK_PARAGRAPH, .section = GW_NO_SECTION};
  return GW_OK;
}

/* Spaces up to the place that a word's TokenRange gives. */
static GwStatus pad(Reader *r, size_t begin)
{
  if (begin < r->characters || begin > r->characters + RANGE_GAP) {
    return bad(r, "TokenRange goes backwards or leaves too wide a gap");
  }
  while (r->characters < begin && !r->text.failed) {
    append(r, GW_VIEW(" "));
  }
  return GW_OK;
}

/* The first word of a sentence opens it, and a block when one was announced. */
static GwStatus open_sentence(Reader *r, size_t range)
{
  const bool first = r->new_block || r->block_count == 0;
  if (first) {
    GW_TRY(open_block(r, range == NO_RANGE ? "\n\n" : "\n"));
  }
  r->by_range = range != NO_RANGE;
  if (r->by_range) {
    GW_TRY(pad(r, range));
  } else if (!first) {
    append(r, GW_VIEW(" "));
  }
  if (first) {
    r->blocks[r->block_count - 1].span.begin = r->text.length;
  }
  r->sentences = gw_arena_grow(r->arena, r->sentences, r->sentence_count, &r->sentence_capacity,
                               sizeof *r->sentences);
  if (!r->sentences) {
    return gw_fail_memory(r->error);
  }
  r->cursor = r->text.length;
  append(r, r->by_range ? GW_VIEW("") : r->pending);
  r->sentences[r->sentence_count++] = (GwSentence){.span = {r->cursor, r->text.length},
                                                   .block = r->block_count - 1};
  r->token_capacity = r->role_capacity = r->cause_capacity = 0;
  r->new_block = false;
  r->pending = (GwView){NULL, 0};
  return GW_OK;
}

/* Where a word stands in the text: appended where its TokenRange says, or found. */
static GwStatus place(Reader *r, GwSentence *s, GwView form, size_t range, size_t *at)
{
  if (r->by_range) {
    if (range == NO_RANGE) {
      return bad(r, "TokenRange is missing, but other words of the sentence have it");
    }
    GW_TRY(pad(r, range));
    *at = r->text.length;
    append(r, form);
    s->span.end = r->text.length;
  } else {
    *at = gw_view_find(gw_buffer_view(&r->text), form, r->cursor);
    if (form.length == 0 || *at + form.length > s->span.end) {
      return bad(r, "the form is not in the sentence's text");
    }
  }
  r->cursor = *at + form.length;
  r->blocks[r->block_count - 1].span.end = s->span.end;
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
    s->roles[s->role_count++] = (GwRole){predicate, argument - 1, name, GW_SUREST};
  }
  return GW_OK;
}

/* "3-9" as two tokens; "-" where `open` allows it leaves them. */
static bool span_of(GwView text, bool open, size_t *first, size_t *last)
{
  GwView digits;
  if (open && gw_view_is(text, "-")) {
    return true;
  }
  if (!gw_view_next(&text, '-', &digits) || !number_of(digits, first) || !number_of(text, last)
      || *first == 0 || *last < *first) {
    return false;
  }
  --*first;
  --*last;
  return true;
}

static bool cause_of(GwView item, GwCause *c)
{
  GwView cells[5];
  size_t percent = 0;
  for (size_t i = 0; i < 5; i++) {
    if (!gw_view_next(&item, ':', &cells[i])) {
      return false;
    }
  }
  c->signalled = !gw_view_is(cells[3], "-");
  const bool good = number_of(cells[0], &c->cause) && c->cause > 0
                    && span_of(cells[1], false, &c->cause_first, &c->cause_last)
                    && span_of(cells[2], false, &c->effect_first, &c->effect_last)
                    && span_of(cells[3], true, &c->signal_first, &c->signal_last)
                    && number_of(cells[4], &percent) && percent <= 100;
  c->cause -= good;
  c->probability = (double)percent / 100;
  return good;
}

static GwStatus read_causes(Reader *r, GwSentence *s, size_t effect, GwView list)
{
  GwView item;
  while (gw_view_next(&list, ',', &item)) {
    GwCause cause = {.effect = effect};
    if (!cause_of(item, &cause)) {
      return bad(r, "CausedBy wants WORD:FIRST-LAST:FIRST-LAST:SIGNAL:PERCENT,...");
    }
    s->causes = gw_arena_grow(r->arena, s->causes, s->cause_count, &r->cause_capacity,
                              sizeof *s->causes);
    if (!s->causes) {
      return gw_fail_memory(r->error);
    }
    s->causes[s->cause_count++] = cause;
  }
  return GW_OK;
}

static GwStatus read_misc(Reader *r, GwSentence *s, GwToken *t, GwView misc)
{
  GwView item;
  while (gw_view_next(&misc, '|', &item)) {
    GwView value = item, key = GW_VIEW("");      /* an empty item has no key */
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
    } else if (gw_view_is(key, "CausedBy")) {
      GW_TRY(read_causes(r, s, s->token_count, value));
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

/* The first code point of "TokenRange=12:15" in MISC, or NO_RANGE. */
static size_t range_of(GwView misc)
{
  GwView item, key, digits;
  size_t begin = 0;
  while (gw_view_next(&misc, '|', &item)) {
    GwView value = item;
    if (gw_view_next(&value, '=', &key) && gw_view_is(key, "TokenRange")
        && gw_view_next(&value, ':', &digits) && number_of(digits, &begin)) {
      return begin;
    }
  }
  return NO_RANGE;
}

static GwStatus add_token(Reader *r, const GwView column[10])
{
  const size_t range = range_of(column[9]);
  if (r->pending.data) {
    GW_TRY(open_sentence(r, range));
  }
  if (r->sentence_count == 0) {
    return bad(r, "a '# text' line is expected before the words");
  }
  GwSentence *s = &r->sentences[r->sentence_count - 1];
  size_t at = 0;
  GW_TRY(place(r, s, column[1], range, &at));
  s->tokens = gw_arena_grow(r->arena, s->tokens, s->token_count, &r->token_capacity,
                            sizeof *s->tokens);
  if (!s->tokens) {
    return gw_fail_memory(r->error);
  }
  GwToken *t = &s->tokens[s->token_count];
  *t = (GwToken){.span = {at, at + column[1].length}, .space_after = true,
                 .sure_upos = GW_SUREST, .sure_head = GW_SUREST, .sure_deprel = GW_SUREST};
  GW_TRY(set_tags(r, t, column));
  GW_TRY(read_misc(r, s, t, column[9]));
  s->token_count++;
  return GW_OK;
}

static GwStatus read_token(Reader *r, GwView line)
{
  GwView column[10], rest = line;
  size_t number = 0, n = 0;
  while (n < 10 && gw_view_next(&rest, '\t', &column[n])) {
    n++;
  }
  if (n != 10 || rest.length) {
    return bad(r, "ten columns expected");
  }
  /* Ranges of multiword tokens and empty nodes are passed over. */
  return number_of(column[0], &number) ? add_token(r, column) : GW_OK;
}

static GwStatus read_line(Reader *r, GwView line)
{
  const GwView newdoc = GW_VIEW("# newdoc id = "), text = GW_VIEW("# text = ");
  if (line.length && line.data[line.length - 1] == '\r') {
    line.length--;
  }
  if (gw_view_starts(line, newdoc) && line.length == newdoc.length + 12) {
    memcpy(r->id, line.data + newdoc.length, 12);
  }
  if (gw_view_starts(line, GW_VIEW("# newpar")) || gw_view_starts(line, GW_VIEW("# newdoc"))) {
    r->new_block = true;
  } else if (gw_view_starts(line, text)) {
    r->pending = gw_view_slice(line, text.length, line.length);
  } else if (line.length && line.data[0] != '#') {
    return read_token(r, line);
  }
  return GW_OK;
}

/* Does the way up from a token end at the root, or run in a circle? */
static bool reaches_root(const GwSentence *s, size_t token)
{
  size_t head = s->tokens[token].head;
  for (size_t steps = 0; head && steps <= s->token_count; steps++) {
    head = s->tokens[head - 1].head;
  }
  return head == 0;
}

/* Heads and roles must name words, and the heads must make a tree. */
static GwStatus check_tree(Reader *r, const GwSentence *s)
{
  for (size_t t = 0; t < s->token_count; t++) {
    if (s->tokens[t].head > s->token_count) {
      return bad(r, "a head lies outside its sentence");
    }
  }
  for (size_t t = 0; t < s->token_count; t++) {
    if (!reaches_root(s, t)) {
      return bad(r, "the heads run in a circle");
    }
  }
  for (size_t k = 0; k < s->role_count; k++) {
    if (s->roles[k].argument >= s->token_count) {
      return bad(r, "an argument lies outside its sentence");
    }
  }
  for (size_t k = 0; k < s->cause_count; k++) {
    const GwCause *c = &s->causes[k];
    if (c->cause >= s->token_count || c->cause_last >= s->token_count
        || c->effect_last >= s->token_count || c->signal_last >= s->token_count) {
      return bad(r, "a cause lies outside its sentence");
    }
  }
  return GW_OK;
}

/* Forms become slices once the text no longer moves. */
static GwStatus settle(Reader *r, const GwArticle *article)
{
  for (size_t i = 0; i < r->sentence_count; i++) {
    GwSentence *s = &r->sentences[i];
    for (size_t t = 0; t < s->token_count; t++) {
      GwToken *token = &s->tokens[t];
      token->form = gw_view_slice(article->text, token->span.begin, token->span.end);
      if (t > 0) { /* parts of multiword tokens say nothing of the space between them */
        token->inside_word = s->tokens[t - 1].span.end == token->span.begin;
        s->tokens[t - 1].space_after = !token->inside_word;
      }
    }
    GW_TRY(check_tree(r, s));
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
  if (r.id[0]) {
    memcpy(article->id, r.id, sizeof r.id);
  } else {
    gw_hash_name(text, article->id);
  }
  gw_buffer_free(&r.text);
  *document = (GwDocument){article, r.sentences, r.sentence_count};
  return status ? status : settle(&r, article);
}
