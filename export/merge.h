/** @file merge.h
 * Graphs of several documents, and of other people, in one: the union by IRI, and beside it
 * proposals of what is the same and reports of what contradicts.
 *
 * What merging adds follows from the union alone, and is taken out of every graph that is put in:
 * with U the union of what is left, merge(A, B, ...) = U + links(U) + conflicts(U). So the order
 * of merging and the grouping of files do not matter, merging twice changes nothing, and leaving
 * links out gives back the union. The IRIs of links and conflicts are made from what they are
 * about, under one base (GW_LINK_PREFIX, GW_CONFLICT_PREFIX): they are the same for everyone, and
 * what others say of them (gw:verdict above all) stays.
 */
#ifndef GW_EXPORT_MERGE_H
#define GW_EXPORT_MERGE_H

#include "base/buffer.h"
#include "ontology/describe.h"

#define GW_MERGE_GRAPH GW_DEFAULT_BASE "merge" ///< the named graph of what merging adds
#define GW_MERGE_SCORE 500                     ///< thousandths: least score of a link by default

typedef struct {
  bool links;        ///< propose links, and report conflicts
  unsigned least;    ///< thousandths: links of a lower score are left out
  GwBuffer *link_table, *conflict_table; ///< get the same as tables, or NULL
} GwMergeOptions;

typedef struct {
  size_t links, certain, rejected, conflicts;
} GwMergeReport;

/** Add what an RDF file says to `graph`, without what merging added to it. */
GwStatus gw_merge_read(GwGraph *graph, const char *path, GwError *error);

/** The same for a graph in memory. */
GwStatus gw_merge_add(GwGraph *graph, GwGraph *added, GwError *error);

/** Say of a link that it is right or wrong: `verdict` is "Accepted" or "Rejected". GW_ERR_USAGE
 * for an IRI that is no link's. */
GwStatus gw_merge_judge(GwGraph *graph, const char *link, const char *verdict, GwError *error);

/** Add links and conflicts to a graph made by the functions above. */
GwStatus gw_merge_finish(GwGraph *graph, const GwMergeOptions *options, GwMergeReport *report,
                         GwError *error);

#endif
