#include "ontology/vocabulary.h"

const GwPrefix gw_prefixes[] = {
  {"dcat", GW_DCAT}, {"dcterms", GW_DCTERMS}, {"foaf", GW_FOAF}, {"gw", GW_NAMESPACE},
  {"nif", GW_NIF}, {"owl", GW_OWL}, {"prov", GW_PROV}, {"rdf", GW_RDF}, {"rdfs", GW_RDFS},
  {"schema", GW_SCHEMA}, {"sh", GW_SHACL}, {"skos", GW_SKOS}, {"spdx", GW_SPDX},
  {"time", GW_TIME_NAMESPACE}, {"unit", GW_UNIT}, {"void", GW_VOID},
  {"wd", GW_WIKIDATA}, {"wdt", "http://www.wikidata.org/prop/direct/"},
  {"xsd", GW_XSD},
};
const size_t gw_prefix_count = sizeof gw_prefixes / sizeof *gw_prefixes;

const char *const gw_qualifier_roles[] = {
  "about", "against", "among", "as", "at", "between", "by", "circumstance", "condition",
  "despite", "for", "from", "in", "instrument", "into", "manner", "on", "over", "place",
  "purpose", "through", "time", "to", "toward", "under", "with", "without",
};
const size_t gw_qualifier_role_count = sizeof gw_qualifier_roles / sizeof *gw_qualifier_roles;

bool gw_qualifier_is_declared(GwView role)
{
  for (size_t i = 0; i < gw_qualifier_role_count; i++) {
    if (gw_view_is(role, gw_qualifier_roles[i])) {
      return true;
    }
  }
  return false;
}
