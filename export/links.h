/** @file links.h
 * Proposals that two resources of a graph are the same thing.
 *
 * Candidates are found by equal keys, of identifiers and of names, never by comparing all with all
 * (blocking: Christen, Data Matching, 2012, ch. 4). A block's resources are compared with its first
 * ones only, so that the work grows with the number of names. A score starts from what is known of
 * names of the kind (ontology/merging.tsv) and is raised or lowered by what else is told of both;
 * what contradicts vetoes. Clusters are kept consistent: no accepted set of links makes two things
 * of one source, or two identifiers of one authority, the same.
 */
#ifndef GW_EXPORT_LINKS_H
#define GW_EXPORT_LINKS_H

#include "export/clusters.h"
#include "export/resources.h"
#include "ontology/describe.h"

#define GW_LINK_PREFIX GW_DEFAULT_BASE "link/"
#define GW_SCORE_CERTAIN 990

/** Why two resources may be the same. */
enum {
  GW_REASON_IDENTIFIER = 1, GW_REASON_NAME = 2, GW_REASON_ACRONYM = 4, GW_REASON_TERM = 8,
  GW_REASON_FACT = 16, GW_REASON_CONTEXT = 32, GW_REASON_ACCEPTED = 64
};

typedef enum { GW_VERDICT_NONE, GW_VERDICT_ACCEPTED, GW_VERDICT_REJECTED } GwVerdict;

typedef struct {
  size_t a, b;        ///< numbers of the resources, a < b
  unsigned score;     ///< thousandths
  unsigned reasons;   ///< bit set
  size_t rivals;      ///< how many resources came into question for one of them
  bool certain;       ///< owl:sameAs; else skos:closeMatch
  GwVerdict verdict;
  GwView shared;      ///< the identifier or the name that they share
  char iri[sizeof GW_LINK_PREFIX + 12];
} GwLink;

typedef struct {
  GwArena *arena;
  const GwMerging *table;
  const GwResourceList *resources;
  const GwMap *verdicts; ///< from the link's IRI to a GwVerdict
  unsigned least;        ///< thousandths: links of a lower score are left out
} GwLinking;

/** What one pair is judged by: the key that both have, as what. */
typedef enum { GW_MATCH_IDENTIFIER, GW_MATCH_NAME, GW_MATCH_ACRONYM } GwMatch;

/** Judge a pair (judge.c): false where they cannot be the same, or have been compared by somebody
 * already. `left` and `right` are the names that match; NULL for identifiers. */
bool gw_judge(const GwLinking *linking, size_t a, size_t b, GwMatch match, const GwName *left,
              const GwName *right, GwLink *link);

/** The IRI of the link between two resources, whatever their order. */
void gw_link_iri(GwView a, GwView b, char iri[sizeof GW_LINK_PREFIX + 12]);

/** Propose links, sorted by the resources; rejected ones are among them. `clusters` gets what
 * follows from them and from what the graph says itself. In the arena. */
GwStatus gw_links_propose(const GwLinking *linking, GwLink **links, size_t *count,
                          GwClusters *clusters, GwError *error);

#endif
