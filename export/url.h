/** @file url.h
 * URLs of stores: which are accepted, how a graph is named in one, and how they are shown.
 */
#ifndef GW_EXPORT_URL_H
#define GW_EXPORT_URL_H

#include "base/status.h"
#include "base/view.h"

/** Check the URL of a store: absolute, http or https, without a user name (which would be seen
 * in the list of processes) and without a fragment. GW_ERR_USAGE; the message does not repeat a
 * URL that holds a user name. */
GwStatus gw_url_check(const char *url, GwError *error);

/** The URL that stands for a graph by "indirect graph identification": the store's, with
 * ?graph=IRI or ?default (empty `graph`), or &graph=IRI behind a query that is there already
 * (SPARQL 1.1 Graph Store HTTP Protocol, section 4.2). In the arena; NULL when memory is out. */
const char *gw_url_of_graph(GwArena *arena, const char *store, GwView graph);

/** Text as part of a path or query: all but the unreserved characters as %XX (RFC 3986, section
 * 2.3). In the arena; NULL when memory is out. */
const char *gw_url_escape(GwArena *arena, GwView text);

/** The URL without its query, where keys may stand, and without a user name: for messages. In the
 * arena, never NULL. */
const char *gw_url_shown(GwArena *arena, const char *url);

/** Same scheme, host and port. */
bool gw_url_same_origin(const char *a, const char *b);

/** Whether it leads to this machine: localhost, 127.0.0.0/8 or [::1]. */
bool gw_url_is_local(const char *url);

/** Whether what is sent to it can be read on the way: http to another machine. */
bool gw_url_is_open(const char *url);

#endif
