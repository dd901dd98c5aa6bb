#include "export/rdfxml.h"

#include "ontology/vocabulary.h"

#include <raptor2.h>
#include <string.h>

#define XML_1_0 10 ///< as Raptor numbers the versions of XML

/* Local names in the namespace of RDF that mean something else to a reader. */
static const char *const reserved[] = {
  "Description", "ID", "RDF", "about", "aboutEach", "aboutEachPrefix", "bagID", "datatype", "li",
  "nodeID", "parseType", "resource",
};

static bool is_reserved(GwView iri)
{
  for (size_t i = 0; i < sizeof reserved / sizeof *reserved; i++) {
    const GwView local = gw_view_slice(iri, sizeof GW_RDF - 1, iri.length);
    if (gw_view_starts(iri, GW_VIEW(GW_RDF)) && gw_view_is(local, reserved[i])) {
      return true;
    }
  }
  return false;
}

/* Whether some end of the IRI, after a namespace of at least one character, is an XML name. */
static bool has_xml_name(GwView iri)
{
  for (size_t at = iri.length; at > 1; at--) {
    const char c = iri.data[at - 1];
    if (c == '/' || c == '#' || c == ':') {
      return false;
    }
    if (raptor_xml_name_check((const unsigned char *)iri.data + at - 1, iri.length - at + 1,
                              XML_1_0)) {
      return true;
    }
  }
  return false;
}

/* The first control character that XML 1.0 (section 2.2) does not have, or 0. U+007F it has, but
 * Raptor refuses it. */
static unsigned illegal_character(GwView text)
{
  for (size_t i = 0; i < text.length; i++) {
    const unsigned char c = (unsigned char)text.data[i];
    if (c == 0x7F || (c < ' ' && c != '\t' && c != '\n' && c != '\r')) {
      return c;
    }
  }
  return 0;
}

static GwStatus refuse(const GwQuad *triple, const char *why, GwError *error)
{
  const GwView subject = triple->subject->value, predicate = triple->predicate->value;
  return gw_fail(error, GW_ERR_RDF, "RDF/XML cannot hold the triple of <%.*s> with the predicate "
                 "<%.*s>: %s; choose another format, such as turtle",
                 subject.length > 200 ? 200 : (int)subject.length, subject.data,
                 predicate.length > 200 ? 200 : (int)predicate.length, predicate.data, why);
}

static GwStatus check_predicate(const GwQuad *triple, GwError *error)
{
  if (is_reserved(triple->predicate->value)) {
    return refuse(triple, "the syntax keeps this name for itself", error);
  }
  return has_xml_name(triple->predicate->value)
           ? GW_OK : refuse(triple, "the predicate does not end in an XML name", error);
}

static GwStatus check_object(const GwQuad *triple, GwError *error)
{
  const GwTerm *object = triple->object;
  if (object->kind == GW_TERM_IRI) {
    return GW_OK;
  }
  const unsigned illegal = illegal_character(object->value);
  if (illegal) {
    GwError why;
    gw_fail(&why, GW_ERR_RDF, "its literal has the control character U+%04X", illegal);
    return refuse(triple, why.message, error);
  }
  return gw_view_is(object->datatype, GW_RDF "XMLLiteral")
           ? refuse(triple, "XML literals do not come back as they were", error) : GW_OK;
}

GwStatus gw_rdfxml_check(const GwQuad *triples, size_t count, GwError *error)
{
  for (size_t i = 0; i < count; i++) {
    if (i == 0 || triples[i].predicate != triples[i - 1].predicate) {
      GW_TRY(check_predicate(&triples[i], error));
    }
    GW_TRY(check_object(&triples[i], error));
  }
  return GW_OK;
}

bool gw_rdfxml_has_typed_nodes(const GwQuad *triples, size_t count)
{
  for (size_t i = 0; i < count; i++) {
    const GwTerm *class = triples[i].object;
    if (gw_view_is(triples[i].predicate->value, GW_RDF "type")
        && (class->kind != GW_TERM_IRI || is_reserved(class->value)
            || !has_xml_name(class->value))) {
      return false;
    }
  }
  return true;
}
