/** @file resources.h
 * The things of a graph that may be the same as others: what they are called, what they are, what
 * identifies them, and what is told of them. All of it follows from the set of triples alone.
 */
#ifndef GW_EXPORT_RESOURCES_H
#define GW_EXPORT_RESOURCES_H

#include "export/names.h"
#include "ontology/graph.h"

/** Whether a thing bears a proper name. Only this vocabulary tells. */
typedef enum { GW_NAMED_UNKNOWN, GW_NAMED, GW_NOT_NAMED } GwNaming;

/** One of the facts of which a thing has one (GwMerging's fact_names). */
typedef struct {
  size_t fact;
  bool veto;
  GwView property, key;  ///< key: equal for values that mean the same
  const GwTerm *value;
} GwFact;

typedef struct {
  GwView iri;
  GwView source;        ///< document or namespace that tells its things apart itself
  bool scoped;          ///< the source is one document
  const GwQuad *first;  ///< the triples whose subject it is
  size_t count;
  uint32_t kinds;       ///< bit set of GwMerging's kinds
  GwNaming naming;
  GwName *names;        ///< each key once, the labels first
  size_t name_count, name_capacity;
  GwView *ids;          ///< IRIs that identify it, itself among them; sorted
  size_t id_count, id_capacity;
  GwView *compared;     ///< IRIs that somebody has compared it with already; sorted
  size_t compared_count, compared_capacity;
  GwFact *facts;
  size_t fact_count, fact_capacity;
  GwView *context;      ///< keys of what is told of it; sorted
  size_t context_count, context_capacity;
  GwView *documents;    ///< that speak of it; sorted
  size_t document_count, document_capacity;
} GwResource;

typedef struct {
  GwResource *list; ///< sorted by IRI
  size_t count;
  GwMap index;      ///< from the IRI to the number
} GwResourceList;

/** Find the resources of sorted triples. In `arena`; views point into the triples. */
GwStatus gw_resources_find(GwArena *arena, const GwMerging *table, const GwQuad *triples,
                           size_t count, GwResourceList *resources, GwError *error);

/** The document that an IRI belongs to (<BASE doc/ID>), or an empty view. */
GwView gw_document_of(GwView iri);

/** What a resource is called, or its IRI. */
GwView gw_resource_label(const GwResource *resource);

/** A key that equal values share: an IRI's name when it has one, a literal's folded text. In
 * `arena`; data is NULL when memory is out. */
GwView gw_value_key(GwArena *arena, const GwResourceList *resources, const GwTerm *value);

/** Whether two keys can be of one value: a date agrees with its year. */
bool gw_values_agree(GwView a, GwView b);

/** Whether a sorted list has `view`. */
bool gw_views_have(const GwView *sorted, size_t count, GwView view);

#endif
