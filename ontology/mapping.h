/** @file mapping.h
 * A mapping of the user's own: relations and classes in their own namespace, and the words that
 * stand for them, before what the vocabulary has. doc/ontology.md describes the file for people.
 *
 * A table of the form of lexicon.tsv: key, class and value in each line, separated by tabs; lines
 * that are empty or begin with '#' are comments. What a line says, its class tells:
 *   prefix     key is a prefix ("ex:"), value its namespace
 *   parent     key is a relation or class of the user's; value is what it is a special case of: a
 *              family or relation of the vocabulary, a class of entities, or another of the user's
 *   iri        key is a relation of the vocabulary; value is the IRI that graphs call it by
 *   label, comment, alignment   what is said of such a key, as in relations.tsv
 *   any class of the lexicon    key is a word or phrase in its basic form, value what it stands
 *              for; "-" takes away what the lexicon has
 */
#ifndef GW_ONTOLOGY_MAPPING_H
#define GW_ONTOLOGY_MAPPING_H

#include "extract/knowledge/relations.h"
#include "ontology/graph.h"

/** What a mapping declares, in the order of its lines. */
typedef struct {
  const GwOwnTerm **terms;
  size_t count, capacity;
} GwMapping;

/** Read the mapping in the file `path` ("-" is standard input) and put it before the lexicon of
 * `resources`; everything lives in `arena`. `mapping` may be NULL. GW_ERR_INPUT names the file, the
 * line and what to write instead. */
GwStatus gw_mapping_read(GwArena *arena, const char *path, GwResources *resources,
                         GwMapping *mapping, GwError *error);

/** Add the vocabulary, as vocabulary.ttl and relations.ttl have it, to a graph. */
GwStatus gw_describe_vocabulary(GwGraph *graph, GwError *error);

/** Add what a mapping declares: relations and classes, with all that it says of them. */
GwStatus gw_describe_mapping(GwGraph *graph, const GwMapping *mapping, GwError *error);

#endif
