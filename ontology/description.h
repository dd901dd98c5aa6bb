/** @file description.h
 * What the parts of gw_describe share: the article's IRIs and the way to add a triple.
 */
#ifndef GW_ONTOLOGY_DESCRIPTION_H
#define GW_ONTOLOGY_DESCRIPTION_H

#include "extract/knowledge/calendar.h"
#include "ontology/describe.h"
#include "ontology/vocabulary.h"

typedef struct {
  GwView iri;
  size_t begin, end; ///< code points of the article's text
  bool used;         ///< something refers to it
} GwSentenceNode;

/** Somebody whom the article names beside its text: an author, an affiliation, the publisher. */
typedef struct {
  GwView label;
  GwEntityType type;
  size_t entity; ///< the same among the knowledge's entities, or GW_NO_INDEX
  GwView iri;
} GwParty;

typedef struct {
  GwGraph *graph;
  const GwKnowledge *knowledge;
  GwArena *arena;       ///< for the time of the description
  GwView base;          ///< ends in '/'
  GwView document;      ///< BASE doc/ID
  bool named_graphs;    ///< whether triples go to named graphs (named_graphs.c)
  GwView software;      ///< BASE software/graphwright-VERSION: this program
  GwView reading;       ///< BASE doc/ID/reading/graphwright-VERSION: this reading of it
  GwView dataset;       ///< BASE doc/ID/graph: the graph of the document
  GwView *claims;       ///< graph of an entity's claims; data is NULL without any
  GwView node, node_graph; ///< the statement that is being described, and its graph
  GwParty *parties;     ///< authors in the article's order, their affiliations, the publisher
  size_t party_count;
  GwView *entities;     ///< IRI of each entity
  GwView *quantities;   ///< IRI of each quantity
  GwView *statements;   ///< IRI of each statement; equal content, equal IRI
  bool *repeated;       ///< the statement's IRI is described by another one
  GwSentenceNode *sentences;
} GwDescription;

/** Mint the IRIs of everything (mint_*.c). Entities first: statements are named by them. */
GwStatus gw_mint_document(GwDescription *d, GwError *error);
GwStatus gw_mint_entities(GwDescription *d, GwError *error);
GwStatus gw_mint_quantities(GwDescription *d, GwError *error);
GwStatus gw_mint_statements(GwDescription *d, GwError *error);

/** Who the article names beside its text, without IRIs yet; before gw_mint_entities. */
GwStatus gw_find_parties(GwDescription *d, GwError *error);

/** The IRI of a party, or an empty view for one that the article does not name. */
GwView gw_party_iri(const GwDescription *d, GwView label, GwEntityType type);

/** IRI of a section. */
GwStatus gw_section_iri(GwDescription *d, size_t section, GwView *iri, GwError *error);

/** Mint the IRI of the document's graph; those of speakers follow as they are met. */
GwStatus gw_mint_graphs(GwDescription *d, GwError *error);

/** Before a statement is described: a claim's triples go to its speaker's graph. */
GwStatus gw_enter_statement(GwDescription *d, size_t index, GwError *error);

/** The graph for a triple with this subject; empty for the default graph. */
GwView gw_graph_of(const GwDescription *d, GwView subject);

/** What each named graph is, in the default graph. */
GwStatus gw_describe_graphs(GwDescription *d, GwError *error);

/** Add the triples of one kind of node. Evidence last: the others say what they refer to. */
GwStatus gw_describe_document(GwDescription *d, GwError *error);
GwStatus gw_describe_sections(GwDescription *d, GwError *error);
GwStatus gw_describe_entities(GwDescription *d, GwError *error);
GwStatus gw_describe_statements(GwDescription *d, GwError *error);
GwStatus gw_describe_quantities(GwDescription *d, GwError *error);
GwStatus gw_describe_evidence(GwDescription *d, GwError *error);

/** The relation's property, and what the graph itself says of it. */
GwStatus gw_relation_iri(GwDescription *d, const GwRelation *relation, GwView *iri,
                         GwError *error);
GwStatus gw_describe_relation(GwDescription *d, const GwRelation *relation, GwError *error);

/** What a mapping of the user's declares a term to be, and those above it. */
GwStatus gw_describe_own(GwDescription *d, const GwOwnTerm *term, GwError *error);

/** A qualifier's property; one that the vocabulary does not declare is described. */
GwStatus gw_describe_role(GwDescription *d, const char *role, GwView *iri, GwError *error);

/** The words of a quantity, with what it counts and its rate: a slice of the article. */
GwView gw_quantity_words(const GwKnowledge *knowledge, const GwQuantity *quantity);

/** When a statement holds: the typed values of its times and the days between which they lie, and
 * the words. */
GwStatus gw_describe_times(GwDescription *d, size_t statement, GwError *error);

/** Add a duration, unless its amount is 0. */
GwStatus gw_put_duration(GwDescription *d, GwView node, const char *property,
                         GwDuration duration, GwError *error);

/** Add `subject predicate object` to the graph where it belongs. */
GwStatus gw_put_triple(GwDescription *d, GwView subject, GwView predicate, GwTerm object,
                       GwError *error);

/** The same for a `predicate` that is a constant such as GW_RDFS "label". */
GwStatus gw_put(GwDescription *d, GwView subject, const char *predicate, GwTerm object,
                GwError *error);
GwStatus gw_put_iri(GwDescription *d, GwView subject, const char *predicate, GwView object,
                    GwError *error);
GwStatus gw_put_type(GwDescription *d, GwView subject, const char *class, GwError *error);
GwStatus gw_put_number(GwDescription *d, GwView subject, const char *predicate, size_t number,
                       GwError *error);

/** A literal for words of the article: English, unless all its letters are Chinese or Japanese
 * characters, for which no language is claimed. */
GwStatus gw_words(GwDescription *d, GwView text, GwTerm *term, GwError *error);

/** A date ("4 March 2024", "2024-03"), and with `year` also "2024", as a typed literal in the
 * arena; false when the text is none. */
bool gw_date_term(GwArena *arena, GwView text, bool year, GwTerm *term);

/** `head` followed by `tail`, in the arena. */
GwStatus gw_join(GwDescription *d, GwView head, GwView tail, GwView *joined, GwError *error);

#endif
