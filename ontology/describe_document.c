#include "ontology/description.h"

#include "base/utf8.h"

#include <string.h>

/* Whom only byline, biography or copyright name: the text's entities are described elsewhere. */
static GwStatus describe_parties(GwDescription *d, GwError *error)
{
  for (size_t i = 0; i < d->party_count; i++) {
    const GwParty *party = &d->parties[i];
    if (party->entity == GW_NO_INDEX) {
      GwTerm name;
      GwView class;
      GW_TRY(gw_words(d, party->label, &name, error));
      GW_TRY(gw_join(d, GW_VIEW(GW_NAMESPACE), gw_view(gw_entity_type_name(party->type)), &class,
                     error));
      GW_TRY(gw_put_iri(d, party->iri, GW_RDF "type", class, error));
      GW_TRY(gw_put(d, party->iri, GW_RDFS "label", name, error));
    }
  }
  return GW_OK;
}

/* Words of the article, unless there are none. */
static GwStatus put_words(GwDescription *d, GwView subject, const char *predicate, GwView words,
                          GwError *error)
{
  GwTerm term;
  if (words.length == 0) {
    return GW_OK;
  }
  GW_TRY(gw_words(d, words, &term, error));
  return gw_put(d, subject, predicate, term, error);
}

static GwStatus describe_authors(GwDescription *d, GwError *error)
{
  const GwArticle *article = d->knowledge->document->article;
  for (size_t i = 0; i < article->author_count; i++) {
    const GwAuthor *author = &article->authors[i];
    const GwView iri = gw_party_iri(d, author->name, GW_PERSON);
    GW_TRY(gw_put_iri(d, d->document, GW_SCHEMA "author", iri, error));
    GW_TRY(put_words(d, iri, GW_SCHEMA "jobTitle", author->office, error));
    if (author->affiliation.length) {
      GW_TRY(gw_put_iri(d, iri, GW_SCHEMA "affiliation",
                        gw_party_iri(d, author->affiliation, GW_ORGANIZATION), error));
    }
  }
  return article->publisher.length
           ? gw_put_iri(d, d->document, GW_SCHEMA "publisher",
                        gw_party_iri(d, article->publisher, GW_ORGANIZATION), error)
           : GW_OK;
}

static GwStatus put_date(GwDescription *d, const char *predicate, const char *text,
                         GwError *error)
{
  const GwView date = gw_view(text);
  const char *type = date.length == 10 ? GW_XSD "date"
                     : date.length == 7 ? GW_XSD "gYearMonth" : GW_XSD "gYear";
  return date.length ? gw_put(d, d->document, predicate, gw_typed(date, type), error) : GW_OK;
}

/* "Opinion" and "Analysis" above a title say what kind of article it is; so does a dateline. */
static GwStatus describe_kind(GwDescription *d, GwError *error)
{
  const GwArticle *article = d->knowledge->document->article;
  const GwView kicker = gw_utf8_lower(d->arena, article->kicker);
  if (!kicker.data) {
    return gw_fail_memory(error);
  }
  if (gw_view_is(kicker, "opinion") || gw_view_is(kicker, "op-ed")) {
    GW_TRY(gw_put_type(d, d->document, GW_SCHEMA "OpinionNewsArticle", error));
  } else if (gw_view_is(kicker, "analysis")) {
    GW_TRY(gw_put_type(d, d->document, GW_SCHEMA "AnalysisNewsArticle", error));
  } else if (article->dateline.length) {
    GW_TRY(gw_put_type(d, d->document, GW_SCHEMA "NewsArticle", error));
  }
  return gw_put_type(d, d->document, GW_SCHEMA "Article", error);
}

/* The text itself stays out: a graph of quotations can be shared where the article cannot. */
static GwStatus describe_text(GwDescription *d, GwError *error)
{
  const GwArticle *article = d->knowledge->document->article;
  GW_TRY(describe_kind(d, error));
  GW_TRY(gw_put_type(d, d->document, GW_NIF "Context", error));
  GW_TRY(put_words(d, d->document, GW_DCTERMS "title", article->title, error));
  GW_TRY(put_words(d, d->document, GW_SCHEMA "headline", article->title, error));
  GW_TRY(put_words(d, d->document, GW_SCHEMA "articleSection", article->kicker, error));
  GW_TRY(put_words(d, d->document, GW_SCHEMA "abstract", article->standfirst, error));
  GW_TRY(put_words(d, d->document, GW_SCHEMA "dateline", article->dateline, error));
  GW_TRY(gw_put(d, d->document, GW_DCTERMS "identifier", gw_string(gw_view(article->id)), error));
  GW_TRY(gw_put(d, d->document, GW_DCTERMS "language", gw_string(GW_VIEW("en")), error));
  GW_TRY(gw_put_number(d, d->document, GW_NIF "beginIndex", 0, error));
  return gw_put_number(d, d->document, GW_NIF "endIndex", gw_utf8_count(article->text), error);
}

/* What made the graph, and from what. No time stamps: the same article, the same bytes. */
static GwStatus describe_graph(GwDescription *d, GwError *error)
{
  const GwView graph = d->dataset;
  const GwView software = d->software;
  GW_TRY(gw_put_type(d, d->reading, GW_PROV "Activity", error));
  GW_TRY(gw_put_iri(d, d->reading, GW_PROV "used", d->document, error));
  GW_TRY(gw_put_iri(d, d->reading, GW_PROV "wasAssociatedWith", software, error));
  GW_TRY(gw_put_type(d, graph, GW_VOID "Dataset", error));
  GW_TRY(gw_put_iri(d, graph, GW_VOID "vocabulary", GW_VIEW(GW_NAMESPACE), error));
  GW_TRY(gw_put_iri(d, graph, GW_PROV "wasDerivedFrom", d->document, error));
  GW_TRY(gw_put_iri(d, graph, GW_PROV "wasGeneratedBy", d->reading, error));
  GW_TRY(gw_put_iri(d, graph, GW_PROV "wasAttributedTo", software, error));
  GW_TRY(gw_put_type(d, software, GW_PROV "SoftwareAgent", error));
  GW_TRY(gw_put(d, software, GW_RDFS "label", gw_text(GW_VIEW("graphwright"), "en"), error));
  return gw_put(d, software, GW_SCHEMA "softwareVersion", gw_string(GW_VIEW(PACKAGE_VERSION)),
                error);
}

GwStatus gw_describe_document(GwDescription *d, GwError *error)
{
  GW_TRY(describe_text(d, error));
  const GwArticle *article = d->knowledge->document->article;
  GW_TRY(put_date(d, GW_SCHEMA "datePublished", article->date, error));
  GW_TRY(put_date(d, GW_SCHEMA "dateModified", article->modified, error));
  GW_TRY(describe_parties(d, error));
  GW_TRY(describe_authors(d, error));
  return describe_graph(d, error);
}
