/** @file publish.h
 * Graphs into a store: SPARQL 1.1 Graph Store HTTP Protocol (W3C Recommendation, 21 March 2013).
 *
 * Each graph is sent as N-Triples, by PUT to replace what the store has under its name, or by
 * POST to add to it. A large graph is sent in parts, the second and further ones by POST: without
 * blank nodes, the parts add up to the graph.
 */
#ifndef GW_EXPORT_PUBLISH_H
#define GW_EXPORT_PUBLISH_H

#include "export/http.h"
#include "ontology/graph.h"

typedef struct {
  const char *endpoint;  ///< the store's URL
  bool direct;           ///< the URL is a graph's own: everything goes there
  const char *graph;     ///< the graph for triples that stand in none; NULL for none
  bool default_graph;    ///< they go to the store's default graph
  bool add;              ///< POST to add, instead of PUT to replace
  bool verify;           ///< read every graph back and compare
  size_t chunk;          ///< bytes of one request, at which a graph is cut
  GwHttpOptions http;
} GwPublishOptions;

typedef enum { GW_UPLOAD_WAITING, GW_UPLOAD_PARTIAL, GW_UPLOAD_DONE } GwUploadState;

/** One graph on its way to the store. */
typedef struct {
  GwView graph;          ///< its IRI; empty for the default graph and with `direct`
  const char *url;
  const GwQuad *triples; ///< sorted
  size_t count;
  size_t sent;           ///< triples that the store has taken
  size_t bytes;          ///< of the requests that it has taken
  size_t requests;
  GwUploadState state;
  bool verified;         ///< it was read back and is what was sent
  size_t respelled;      ///< numbers that came back equal, but spelled otherwise
  bool reported;         ///< the watcher was told that it is done
} GwUpload;

typedef struct {
  GwUpload *uploads; ///< named graphs by name, the default graph last
  size_t count;
  size_t triples;    ///< of all of them
} GwPublishPlan;

/** Who wants to know how it goes; NULL for nobody. */
typedef struct {
  void *user;
  /** `upload` is on its way; `share` (0 to 1) of all triples and `bytes` are sent. */
  void (*progress)(void *user, const GwPublishPlan *plan, const GwUpload *upload, double share,
                   size_t bytes);
  void (*waiting)(void *user, double seconds, const char *why);
  void (*finished)(void *user, const GwUpload *upload);
} GwPublishWatcher;

/** Which graphs would be sent where. Triples that stand in no named graph are moved to
 * `options->graph`; GW_ERR_USAGE when they have no place. The plan is in `arena`, its triples in
 * `graph`, which must not change. */
GwStatus gw_publish_plan(GwArena *arena, GwGraph *graph, const GwPublishOptions *options,
                         GwPublishPlan *plan, GwError *error);

/** Send everything. On failure the states of the uploads say what the store has, and the message
 * how many graphs are up. */
GwStatus gw_publish_send(GwPublishPlan *plan, const GwPublishOptions *options,
                         const GwPublishWatcher *watcher, GwError *error);

/** Append the first triples from number `from` on as N-Triples, at least `most` bytes or all;
 * `taken` gets their number. */
GwStatus gw_publish_chunk(const GwUpload *upload, size_t from, size_t most, GwBuffer *out,
                          size_t *taken, GwError *error);

/** Whether a graph in the store is what was sent: reads it back. Numbers that the store spells
 * otherwise ("0.90" as 0.9) are equal. Sets `verified` and `respelled`;
 * GW_ERR_REMOTE when a triple is missing or, unless `added`, one too much. */
GwStatus gw_publish_verify(GwHttp *http, const GwHttpOptions *options, GwUpload *upload,
                           bool added, GwError *error);

#endif
