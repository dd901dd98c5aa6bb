#include "ontology/description.h"

#include "base/utf8.h"

/* Code points between two bytes; sentences come in text order, so each byte is read once. */
static size_t characters_between(const GwArticle *article, size_t begin, size_t end)
{
  return gw_utf8_count(gw_view_slice(article->text, begin, end));
}

static GwStatus mint_sentences(GwDescription *d, GwError *error)
{
  const GwDocument *document = d->knowledge->document;
  size_t byte = 0, character = 0;
  for (size_t i = 0; i < document->sentence_count; i++) {
    const GwSpan span = document->sentences[i].span;
    character = span.begin >= byte
                  ? character + characters_between(document->article, byte, span.begin)
                  : gw_article_character(document->article, span.begin);
    GwSentenceNode *node = &d->sentences[i];
    node->begin = character;
    node->end = character + characters_between(document->article, span.begin, span.end);
    node->iri = gw_view_format(d->arena, "%.*s/char/%zu-%zu", GW_PRINT(d->document), node->begin,
                               node->end);
    if (!node->iri.data) {
      return gw_fail_memory(error);
    }
    byte = span.end;
    character = node->end;
  }
  return GW_OK;
}

GwStatus gw_mint_document(GwDescription *d, GwError *error)
{
  const GwKnowledge *knowledge = d->knowledge;
  d->document = gw_view_format(d->arena, "%.*sdoc/%s", GW_PRINT(d->base),
                               knowledge->document->article->id);
  d->sentences = GW_NEW(d->arena, knowledge->document->sentence_count + 1, GwSentenceNode);
  if (!d->document.data || !d->sentences) {
    return gw_fail_memory(error);
  }
  return mint_sentences(d, error);
}
