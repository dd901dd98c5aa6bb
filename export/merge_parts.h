/** @file merge_parts.h
 * What the parts of merging share.
 */
#ifndef GW_EXPORT_MERGE_PARTS_H
#define GW_EXPORT_MERGE_PARTS_H

#include "export/conflicts.h"
#include "export/links.h"
#include "export/merge.h"

#define GW_MERGE_SOFTWARE GW_DEFAULT_BASE GW_SOFTWARE

/** The quads of a graph without what merging added. The list is in `arena`. */
GwStatus gw_strip(GwArena *arena, GwGraph *graph, const GwQuad **kept, size_t *count,
                  GwError *error);

/** Everything that merging found out about a graph. */
typedef struct {
  GwArena *arena;
  GwMerging table;
  GwResourceList resources;
  GwClusters clusters;
  GwMap verdicts;
  GwLink *links;
  size_t link_count;
  GwConflict *conflicts;
  size_t conflict_count;
} GwFindings;

/** Add the nodes of links and conflicts to the graph. */
GwStatus gw_put_links(GwGraph *graph, const GwFindings *findings, GwError *error);
GwStatus gw_put_conflicts(GwGraph *graph, const GwFindings *findings, GwError *error);

/** Links as an SSSOM table (Matentzoglu et al., Database, 2022), conflicts as a table of ours. */
GwStatus gw_table_links(const GwFindings *findings, GwBuffer *out, GwError *error);
GwStatus gw_table_conflicts(const GwFindings *findings, GwBuffer *out, GwError *error);

/** Why a link is proposed, for people; in the arena, data is NULL when memory is out. */
GwView gw_link_explanation(GwArena *arena, const GwLink *link);

/** "0.85" of thousandths; in the arena. */
GwView gw_score_text(GwArena *arena, unsigned score);

#endif
