/* What holds of tokens and sentences whatever the text: offsets, cover, length, linear time. */
#include "tests/test.h"

#include "base/utf8.h"
#include "extract/language/document.h"

#include <string.h>

static void tokenize(GwArena *arena, GwView raw, GwArticle *article, GwDocument *document)
{
  GwError error;
  assert_ok(gw_article_parse(arena, "a.txt", raw, article, &error), error);
  assert_ok(gw_tokenize(arena, article, document, &error), error);
}

static bool is_blank(GwView text)
{
  size_t length = 0, at = 0;
  while (at < text.length && gw_utf8_is_space(gw_utf8_decode(text, at, &length))) {
    at += length;
  }
  return at == text.length;
}

static void check_token(const GwSentence *s, size_t i, GwView text, size_t *at)
{
  const GwToken *t = &s->tokens[i];
  const GwView gap = gw_view_slice(text, *at, t->span.begin);
  assert_true(*at <= t->span.begin && t->span.begin < t->span.end);
  assert_true(is_blank(gap));
  assert_ptr_equal(t->form.data, text.data + t->span.begin);
  assert_int_equal(t->form.length, t->span.end - t->span.begin);
  assert_int_equal(gw_utf8_invalid_at(t->form), t->form.length);
  if (i > 0) {
    assert_int_equal(s->tokens[i - 1].space_after, gap.length > 0);
    assert_int_equal(t->inside_word, gap.length == 0);
  }
  *at = t->span.end;
}

/* Nothing but white space is left of a block, unless it is a repeated one. */
static void leave_block(const GwArticle *article, size_t block, size_t *at)
{
  const GwSpan span = article->blocks[block].span;
  *at = *at < span.begin ? span.begin : *at;
  if (article->blocks[block].kind != GW_BLOCK_REPEATED) {
    assert_true(is_blank(gw_view_slice(article->text, *at, span.end)));
  }
  *at = span.end;
}

/* Tokens are slices of the blocks, in order, and only white space stands between them; text of
 * blocks that are repeated is passed over. */
static void check_cover(const GwDocument *document)
{
  const GwArticle *article = document->article;
  size_t at = 0, block = 0;
  for (size_t i = 0; i < document->sentence_count; i++) {
    const GwSentence *s = &document->sentences[i];
    assert_true(s->token_count > 0 && s->token_count <= GW_SENTENCE_TOKENS);
    assert_true(s->block >= block && s->block < article->block_count);
    for (; block < s->block; block++) {
      leave_block(article, block, &at);
    }
    at = at < article->blocks[block].span.begin ? article->blocks[block].span.begin : at;
    assert_true(s->span.begin >= article->blocks[block].span.begin);
    assert_true(s->span.end <= article->blocks[block].span.end);
    assert_int_equal(s->span.begin, s->tokens[0].span.begin);
    assert_int_equal(s->span.end, s->tokens[s->token_count - 1].span.end);
    for (size_t t = 0; t < s->token_count; t++) {
      check_token(s, t, article->text, &at);
    }
  }
  for (; block < article->block_count; block++) {
    leave_block(article, block, &at);
  }
}

static void test_random_text(void **state)
{
  (void)state;
  static const char *const parts[] = {
    " ", " ", " ", "\n", "\n\n", ".", ",", "!", "?", "...", "…", "\"", "“", "”", "‘", "’", "'",
    "''", "(", ")", "[", "]", "1", "2023", "15,000", "The", "he", "don't", "it’s", "Dr.", "U.S.",
    "e.g.", "No.", "-", "--", "—", "anti-", "内卷", "。", "é", "e\xCC\x81", "\xC2\xA0",
    "\xE2\x80\x8B", "http://a.b/c", "x@y.org", "www.", "@", "#tag", "$", "US$", "/", "&", "🚢",
    "\xE2\x80\x8D", "_", ":)", "cannot", "p.", "a", "[1]", "नम", "+4", ".5", "<", ">", "=", "~"};
  uint32_t seed = 11;
  for (size_t round = 0; round < 4000; round++) {
    GwArena arena = GW_ARENA_INIT;
    GwArticle article;
    GwDocument document;
    char text[1200] = "x";
    size_t n = 1;
    for (size_t k = 0; k < 60; k++) {
      seed = seed * 1664525U + 1013904223U;
      const char *part = parts[(seed >> 12) % (sizeof parts / sizeof *parts)];
      memcpy(text + n, part, strlen(part));
      n += strlen(part);
    }
    tokenize(&arena, (GwView){text, n}, &article, &document);
    check_cover(&document);
    gw_arena_free(&arena);
  }
}

/* Every code point by itself and between letters. */
static void test_every_character(void **state)
{
  (void)state;
  for (uint32_t c = 0x20; c <= 0x10FFFF; c += c < 0x3000 ? 1 : 61) {
    GwArena arena = GW_ARENA_INIT;
    GwArticle article;
    GwDocument document;
    char text[32] = "a ", one[4];
    const size_t n = gw_utf8_encode(c, one);
    if (gw_utf8_invalid_at((GwView){one, n}) < n) {
      continue; /* surrogates */
    }
    memcpy(text + 2, one, n);
    memcpy(text + 2 + n, " b", 2);
    memcpy(text + 4 + n, one, n);
    memcpy(text + 4 + 2 * n, "c", 1);
    tokenize(&arena, (GwView){text, 5 + 2 * n}, &article, &document);
    check_cover(&document);
    gw_arena_free(&arena);
  }
}

/* Each of these would take minutes if a step were quadratic; a megabyte of each. */
static void test_large_inputs(void **state)
{
  (void)state;
  static const char *const patterns[] = {
    "word ", "x", "1", "1-", "1,", ".", "?", "!)", "( ", ". ( ", "\"", "'", "’s", "a'", "a.",
    "a.b@", "www.", "www.)", "http://", "x/", "内", "U.S.", "e\xCC\x81", "\xE2\x80\x8D", "[1] ",
    ".[1]", "1.1 ", "-", "anti-", "a.com/", "\xC2\xA0", "a@b ", "(a) ", "。"};
  const size_t size = 1000 * 1000;
  for (size_t i = 0; i < sizeof patterns / sizeof *patterns; i++) {
    GwArena arena = GW_ARENA_INIT;
    GwArticle article;
    GwDocument document;
    const size_t n = strlen(patterns[i]);
    char *text = gw_arena_alloc(&arena, size + n, 1);
    assert_non_null(text);
    text[0] = 'x';
    for (size_t k = 1; k + n <= size; k += n) {
      memcpy(text + k, patterns[i], n);
    }
    tokenize(&arena, (GwView){text, 1 + (size - 1) / n * n}, &article, &document);
    check_cover(&document);
    gw_arena_free(&arena);
  }
}

/* A sentence of 100,000 words is cut, at commas where there are any. */
static void test_long_sentence(void **state)
{
  (void)state;
  GwArena arena = GW_ARENA_INIT;
  GwArticle article;
  GwDocument document;
  const size_t words = 100 * 1000;
  char *text = gw_arena_alloc(&arena, 6 * words, 1);
  for (size_t i = 0; i < words; i++) {
    memcpy(text + 6 * i, i % 40 == 39 ? "word, " : "words ", 6);
  }
  tokenize(&arena, (GwView){text, 6 * words}, &article, &document);
  check_cover(&document);
  for (size_t i = 0; i + 1 < document.sentence_count; i++) {
    const GwSentence *s = &document.sentences[i];
    assert_view(s->tokens[s->token_count - 1].form, ",");
    assert_true(s->token_count > GW_SENTENCE_TOKENS / 2);
  }
  gw_arena_free(&arena);
}

/* Repeated blocks have no sentences; notes have. */
static void test_blocks(void **state)
{
  (void)state;
  GwArena arena = GW_ARENA_INIT;
  GwArticle article;
  GwDocument document;
  tokenize(&arena, GW_VIEW("The Title\n\nThe Title\n\nA paragraph of text.\n\n"
                           "Disclaimer: nobody meant it.\n"), &article, &document);
  assert_int_equal(document.sentence_count, 3);
  assert_int_equal(article.blocks[document.sentences[0].block].kind, GW_BLOCK_TITLE);
  assert_int_equal(article.blocks[document.sentences[1].block].kind, GW_BLOCK_PARAGRAPH);
  assert_int_equal(article.blocks[document.sentences[2].block].kind, GW_BLOCK_NOTE);
  gw_arena_free(&arena);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(test_random_text),
    cmocka_unit_test(test_every_character),
    cmocka_unit_test(test_large_inputs),
    cmocka_unit_test(test_long_sentence),
    cmocka_unit_test(test_blocks),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
