/* Sections: headings with their places in the text, and what stands beside the argument. */
#include "ontology/description.h"

#include "base/utf8.h"

GwStatus gw_section_iri(GwDescription *d, size_t section, GwView *iri, GwError *error)
{
  *iri = gw_view_format(d->arena, "%.*s/section/%zu", GW_PRINT(d->document), section + 1);
  return iri->data ? GW_OK : gw_fail_memory(error);
}

static const char *class_of(GwBlockKind kind)
{
  return kind == GW_BLOCK_BIOGRAPHY ? GW_NAMESPACE "Biography"
         : gw_block_is_beside(kind) ? GW_NAMESPACE "Note" : GW_NAMESPACE "Section";
}

/* Sections begin in text order: `byte` and `character` remember the last beginning. */
static GwStatus describe_section(GwDescription *d, size_t index, size_t *byte, size_t *character,
                                 GwError *error)
{
  const GwArticle *article = d->knowledge->document->article;
  const GwSection *section = &article->sections[index];
  GwView iri, whole = d->document;
  GwTerm title;
  GW_TRY(gw_section_iri(d, index, &iri, error));
  if (section->parent != GW_NO_SECTION) {
    GW_TRY(gw_section_iri(d, section->parent, &whole, error));
  }
  *character += gw_utf8_count(gw_view_slice(article->text, *byte, section->span.begin));
  *byte = section->span.begin;
  const size_t length = gw_utf8_count(gw_view_slice(article->text, section->span.begin,
                                                    section->span.end));
  GW_TRY(gw_put_type(d, iri, class_of(section->kind), error));
  if (section->title.length) {
    GW_TRY(gw_words(d, section->title, &title, error));
    GW_TRY(gw_put(d, iri, GW_RDFS "label", title, error));
  }
  GW_TRY(gw_put_iri(d, whole, GW_SCHEMA "hasPart", iri, error));
  GW_TRY(gw_put_iri(d, iri, GW_NIF "referenceContext", d->document, error));
  GW_TRY(gw_put_number(d, iri, GW_SCHEMA "position", index + 1, error));
  GW_TRY(gw_put_number(d, iri, GW_NIF "beginIndex", *character, error));
  return gw_put_number(d, iri, GW_NIF "endIndex", *character + length, error);
}

GwStatus gw_describe_sections(GwDescription *d, GwError *error)
{
  size_t byte = 0, character = 0;
  for (size_t i = 0; i < d->knowledge->document->article->section_count; i++) {
    GW_TRY(describe_section(d, i, &byte, &character, error));
  }
  return GW_OK;
}
