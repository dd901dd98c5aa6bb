#include "ontology/description.h"

static GwStatus describe_sentence(GwDescription *d, size_t index, GwError *error)
{
  const GwSentenceNode *node = &d->sentences[index];
  const GwDocument *document = d->knowledge->document;
  const GwSpan span = document->sentences[index].span;
  GwTerm quotation;
  GW_TRY(gw_words(d, gw_view_slice(document->article->text, span.begin, span.end), &quotation,
                  error));
  /* The exact text, of no language: it can be compared as it stands. */
  quotation = gw_string(quotation.value);
  GW_TRY(gw_put_type(d, node->iri, GW_NIF "Sentence", error));
  GW_TRY(gw_put_number(d, node->iri, GW_NIF "beginIndex", node->begin, error));
  GW_TRY(gw_put_number(d, node->iri, GW_NIF "endIndex", node->end, error));
  GW_TRY(gw_put(d, node->iri, GW_NIF "isString", quotation, error));
  const size_t block = document->sentences[index].block;
  const size_t section = block < document->article->block_count
                           ? document->article->blocks[block].section : GW_NO_SECTION;
  if (section < document->article->section_count) {
    GwView iri;
    GW_TRY(gw_section_iri(d, section, &iri, error));
    GW_TRY(gw_put_iri(d, node->iri, GW_NAMESPACE "section", iri, error));
  }
  return gw_put_iri(d, node->iri, GW_NIF "referenceContext", d->document, error);
}

GwStatus gw_describe_evidence(GwDescription *d, GwError *error)
{
  for (size_t i = 0; i < d->knowledge->document->sentence_count; i++) {
    if (d->sentences[i].used) {
      GW_TRY(describe_sentence(d, i, error));
    }
  }
  return GW_OK;
}
