#include "ontology/description.h"

#include "base/utf8.h"

#include <string.h>

static GwStatus describe_author(GwDescription *d, GwError *error)
{
  if (d->author.length == 0) {
    return GW_OK;
  }
  GW_TRY(gw_put_iri(d, d->document, GW_SCHEMA "author", d->author, error));
  if (d->author_is_known) {
    return GW_OK;
  }
  GwTerm name;
  GW_TRY(gw_words(d, d->knowledge->document->article->author, &name, error));
  GW_TRY(gw_put_type(d, d->author, GW_NAMESPACE "Person", error));
  return gw_put(d, d->author, GW_RDFS "label", name, error);
}

static GwStatus describe_date(GwDescription *d, GwError *error)
{
  const GwView date = gw_view(d->knowledge->document->article->date);
  const char *type = date.length == 10 ? GW_XSD "date"
                     : date.length == 7 ? GW_XSD "gYearMonth" : GW_XSD "gYear";
  if (date.length == 0) {
    return GW_OK;
  }
  return gw_put(d, d->document, GW_SCHEMA "datePublished", gw_typed(date, type), error);
}

/* The text itself stays out: a graph of quotations can be shared where the article cannot. */
static GwStatus describe_text(GwDescription *d, GwError *error)
{
  const GwArticle *article = d->knowledge->document->article;
  GwTerm title;
  GW_TRY(gw_put_type(d, d->document, GW_SCHEMA "Article", error));
  GW_TRY(gw_put_type(d, d->document, GW_NIF "Context", error));
  if (article->title.length) {
    GW_TRY(gw_words(d, article->title, &title, error));
    GW_TRY(gw_put(d, d->document, GW_DCTERMS "title", title, error));
  }
  GW_TRY(gw_put(d, d->document, GW_DCTERMS "identifier", gw_string(gw_view(article->id)), error));
  GW_TRY(gw_put(d, d->document, GW_DCTERMS "language", gw_string(GW_VIEW("en")), error));
  GW_TRY(gw_put_number(d, d->document, GW_NIF "beginIndex", 0, error));
  return gw_put_number(d, d->document, GW_NIF "endIndex", gw_utf8_count(article->text), error);
}

/* What made the graph, and from what. No time stamps: the same article, the same bytes. */
static GwStatus describe_graph(GwDescription *d, GwError *error)
{
  GwView graph, software;
  GW_TRY(gw_join(d, d->document, GW_VIEW("/graph"), &graph, error));
  GW_TRY(gw_join(d, d->base, GW_VIEW("software/graphwright-" PACKAGE_VERSION), &software, error));
  GW_TRY(gw_put_type(d, graph, GW_VOID "Dataset", error));
  GW_TRY(gw_put_iri(d, graph, GW_VOID "vocabulary", GW_VIEW(GW_NAMESPACE), error));
  GW_TRY(gw_put_iri(d, graph, GW_PROV "wasDerivedFrom", d->document, error));
  GW_TRY(gw_put_iri(d, graph, GW_PROV "wasAttributedTo", software, error));
  GW_TRY(gw_put_type(d, software, GW_PROV "SoftwareAgent", error));
  GW_TRY(gw_put(d, software, GW_RDFS "label", gw_text(GW_VIEW("graphwright"), "en"), error));
  return gw_put(d, software, GW_SCHEMA "softwareVersion", gw_string(GW_VIEW(PACKAGE_VERSION)),
                error);
}

GwStatus gw_describe_document(GwDescription *d, GwError *error)
{
  GW_TRY(describe_text(d, error));
  GW_TRY(describe_date(d, error));
  GW_TRY(describe_author(d, error));
  return describe_graph(d, error);
}
