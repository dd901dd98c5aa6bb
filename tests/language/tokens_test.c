/* Sentences and tokens of the texts in data/: one sentence a line, tokens one space apart. */
#include "tests/cases.h"

#include "extract/language/document.h"

static void list_tokens(GwArena *arena, const char *path, GwBuffer *out)
{
  GwArticle article;
  GwDocument document;
  GwError error;
  assert_ok(gw_article_load(arena, path, &article, &error), error);
  assert_ok(gw_tokenize(arena, &article, &document, &error), error);
  for (size_t i = 0; i < document.sentence_count; i++) {
    const GwSentence *s = &document.sentences[i];
    for (size_t t = 0; t < s->token_count; t++) {
      gw_buffer_text(out, t ? " " : "");
      gw_buffer_append(out, s->tokens[t].form);
    }
    gw_buffer_char(out, '\n');
  }
}

int main(void)
{
  return gw_cases_run("tests/language/data", list_tokens);
}
