/** @file jsonld_context.h
 * What the "@context" of a JSON-LD document says: prefixes, and of each property what kind its
 * values are where all are of one (JSON-LD 1.1, sections 4.1 and 4.2.3).
 */
#ifndef GW_EXPORT_JSONLD_CONTEXT_H
#define GW_EXPORT_JSONLD_CONTEXT_H

#include "base/buffer.h"
#include "export/prefixes.h"

typedef enum {
  GW_JSON_NATIVE,   ///< a string, a whole number or a boolean of JSON
  GW_JSON_IRI,
  GW_JSON_LANGUAGE, ///< all of one language
  GW_JSON_TYPED,    ///< all of one datatype
  GW_JSON_MIXED     ///< the context says nothing: each value tells what it is
} GwJsonKind;

typedef struct {
  GwView property;
  GwJsonKind kind;
  const GwTerm *sample; ///< a value: its language or datatype is that of all
} GwJsonProperty;

typedef struct {
  GwPrefixes prefixes;
  GwMap schemes;    ///< of all IRIs: a prefix that looks like one of them is not used
  GwMap datatypes;  ///< of all literals
  GwJsonProperty *properties;
  size_t property_count;
  GwMap index;      ///< from the property's IRI to its number
} GwJsonContext;

/** Whether a literal is written as a value of JSON alone and every processor makes the same
 * literal of it: strings; true and false; integers of at most 15 digits in canonical form. (A
 * number with a fraction would become an xsd:double.) */
bool gw_json_is_native(const GwTerm *literal);

/** The kind of a single value; never GW_JSON_MIXED. */
GwJsonKind gw_json_kind(const GwTerm *value);

/** The context for sorted quads. In `arena`; views point into the quads. */
GwStatus gw_json_context_find(GwArena *arena, const GwQuad *quads, size_t count,
                              GwJsonContext *context, GwError *error);

/** What the context says of a property. */
const GwJsonProperty *gw_json_property(const GwJsonContext *context, GwView iri);

/** Whether the triple is written under "@type" rather than under its predicate. */
bool gw_json_is_type(const GwQuad *quad);

/** An IRI as a JSON string, abbreviated where a prefix allows it. */
void gw_json_write_iri(GwBuffer *out, const GwJsonContext *context, GwView iri);

/** The context itself, an object indented by two spaces. */
void gw_json_write_context(GwBuffer *out, const GwJsonContext *context);

#endif
