#include "ontology/describe.h"

#include "ontology/description.h"
#include "ontology/iri.h"

static GwStatus mint_all(GwDescription *d, GwError *error)
{
  GW_TRY(gw_mint_document(d, error));
  GW_TRY(gw_mint_graphs(d, error));
  GW_TRY(gw_mint_entities(d, error));
  GW_TRY(gw_mint_quantities(d, error));
  return gw_mint_statements(d, error);
}

GwStatus gw_mint(GwArena *arena, const GwKnowledge *knowledge, const char *base, GwIris *iris,
                 GwError *error)
{
  GwDescription d = {.knowledge = knowledge, .arena = arena, .base = gw_view(base)};
  GW_TRY(mint_all(&d, error));
  *iris = (GwIris){d.document, d.entities, d.statements};
  return GW_OK;
}

static GwStatus describe_all(GwDescription *d, GwError *error)
{
  GW_TRY(mint_all(d, error));
  GW_TRY(gw_describe_document(d, error));
  GW_TRY(gw_describe_sections(d, error));
  GW_TRY(gw_describe_entities(d, error));
  GW_TRY(gw_describe_statements(d, error));
  GW_TRY(gw_describe_quantities(d, error));
  GW_TRY(gw_describe_evidence(d, error));
  if (!d->named_graphs) {
    return GW_OK;
  }
  d->named_graphs = false;
  return gw_describe_graphs(d, error);
}

static GwStatus describe(GwGraph *graph, const GwKnowledge *knowledge, const char *base,
                         bool named_graphs, GwError *error)
{
  const GwView base_view = gw_view(base);
  if (!gw_iri_is_valid(base_view) || !gw_view_ends(base_view, GW_VIEW("/"))) {
    return gw_fail(error, GW_ERR_USAGE, "base \"%s\" is no absolute IRI that ends in \"/\", "
                   "like \"%s\"", base, GW_DEFAULT_BASE);
  }
  GwArena arena = GW_ARENA_INIT;
  GwDescription d = {.graph = graph, .knowledge = knowledge, .arena = &arena, .base = base_view,
                     .named_graphs = named_graphs};
  const GwStatus status = describe_all(&d, error);
  gw_arena_free(&arena);
  return status;
}

GwStatus gw_describe(GwGraph *graph, const GwKnowledge *knowledge, const char *base,
                     GwError *error)
{
  return describe(graph, knowledge, base, false, error);
}

GwStatus gw_describe_quads(GwGraph *graph, const GwKnowledge *knowledge, const char *base,
                           GwError *error)
{
  return describe(graph, knowledge, base, true, error);
}
