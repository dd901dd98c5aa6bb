/* Which graph a triple stands in, when the document and each speaker have one of their own.
 *
 * Claims stay statement nodes there: in a store whose default graph is the union of all graphs,
 * a claim that were a plain triple would read as a fact. */
#include "ontology/description.h"

GwStatus gw_mint_graphs(GwDescription *d, GwError *error)
{
  const size_t count = d->knowledge->entity_count;
  GW_TRY(gw_join(d, d->document, GW_VIEW("/graph"), &d->dataset, error));
  d->claims = GW_NEW(d->arena, count + 1, GwView);
  GW_TRY(gw_join(d, d->base, GW_VIEW(GW_SOFTWARE), &d->software, error));
  GW_TRY(gw_join(d, d->document, GW_VIEW("/reading/graphwright-" GW_VERSION_NAME), &d->reading,
                 error));
  return d->claims ? GW_OK : gw_fail_memory(error);
}

/* The last segment of the speaker's IRI: unlike for different speakers of one document, since
 * only the shared IRIs of linked entities end in a Wikidata number. */
static GwView last_segment(GwView iri)
{
  size_t begin = iri.length;
  while (begin > 0 && iri.data[begin - 1] != '/') {
    begin--;
  }
  return gw_view_slice(iri, begin, iri.length);
}

/* What a graph of claims is, said in the default graph: the graph itself has the claims alone. */
static GwStatus describe_claims(GwDescription *d, size_t speaker, GwError *error)
{
  const GwView graph = d->claims[speaker];
  const GwView label = gw_view_format(d->arena, "What %.*s claims",
                                      GW_PRINT(d->knowledge->entities[speaker].label));
  GwTerm title;
  if (!label.data) {
    return gw_fail_memory(error);
  }
  GW_TRY(gw_words(d, label, &title, error));
  GW_TRY(gw_put_type(d, graph, GW_VOID "Dataset", error));
  GW_TRY(gw_put(d, graph, GW_RDFS "label", title, error));
  GW_TRY(gw_put_iri(d, graph, GW_PROV "wasAttributedTo", d->entities[speaker], error));
  GW_TRY(gw_put_iri(d, graph, GW_PROV "wasDerivedFrom", d->document, error));
  return gw_put_iri(d, d->dataset, GW_VOID "subset", graph, error);
}

GwStatus gw_describe_graphs(GwDescription *d, GwError *error)
{
  for (size_t i = 0; i < d->knowledge->entity_count; i++) {
    if (d->claims[i].data) {
      GW_TRY(describe_claims(d, i, error));
    }
  }
  GW_TRY(gw_put_type(d, d->dataset, GW_VOID "Dataset", error));
  return gw_put_iri(d, d->dataset, GW_PROV "wasDerivedFrom", d->document, error);
}

GwStatus gw_enter_statement(GwDescription *d, size_t index, GwError *error)
{
  const size_t speaker = d->knowledge->statements[index].speaker;
  d->node = d->statements[index];
  d->node_graph = d->dataset;
  if (speaker == GW_NO_INDEX) {
    return GW_OK;
  }
  if (!d->claims[speaker].data) {
    d->claims[speaker] = gw_view_format(d->arena, "%.*s/claims/%.*s", GW_PRINT(d->document),
                                        GW_PRINT(last_segment(d->entities[speaker])));
  }
  d->node_graph = d->claims[speaker];
  return d->claims[speaker].data ? GW_OK : gw_fail_memory(error);
}

GwView gw_graph_of(const GwDescription *d, GwView subject)
{
  if (!d->named_graphs) {
    return GW_VIEW("");
  }
  return gw_view_equal(subject, d->node) ? d->node_graph : d->dataset;
}
