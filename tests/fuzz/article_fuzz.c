/* Any bytes as an article: refused, or split into tokens that are in order and hold no space. */
#include "extract/language/document.h"

#include <stdint.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t count);

static void check_tokens(const GwDocument *document)
{
  size_t at = 0;
  for (size_t i = 0; i < document->sentence_count; i++) {
    const GwSentence *s = &document->sentences[i];
    for (size_t t = 0; t < s->token_count; t++) {
      const GwSpan span = s->tokens[t].span;
      if (span.begin < at || span.end <= span.begin
          || span.end > document->article->text.length) {
        abort();
      }
      at = span.end;
    }
  }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t count)
{
  GwArena arena = GW_ARENA_INIT;
  GwArticle article;
  GwDocument document;
  const GwView raw = {(const char *)bytes, count};
  if (!gw_article_parse(&arena, "fuzz", raw, &article, NULL)
      && !gw_tokenize(&arena, &article, &document, NULL)) {
    check_tokens(&document);
  }
  gw_arena_free(&arena);
  return 0;
}
