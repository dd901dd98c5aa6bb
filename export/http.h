/** @file http.h
 * HTTP requests by libcurl, as a store on the network needs them.
 *
 * Certificates are always checked. Name and password go only to the host that was asked for: a
 * redirection to another one is not followed. Over plain http to another machine only Digest is
 * used, which does not show the password. What fails for the moment (no connection, 429, 502,
 * 503, 504) is tried again after pauses that double, or that the store asks for.
 */
#ifndef GW_EXPORT_HTTP_H
#define GW_EXPORT_HTTP_H

#include "base/buffer.h"
#include "base/status.h"

typedef struct {
  const char *user, *password; ///< for Basic and Digest; without `user`, what ~/.netrc says
  const char *token;           ///< for Bearer (RFC 6750), or NULL
  const char *certificates;    ///< file of trusted authorities; NULL for the system's
  size_t retries;              ///< how often to try again
  size_t timeout;              ///< seconds in which nothing moves before a try is given up
} GwHttpOptions;

/** Who wants to know how it goes; both functions may be NULL. */
typedef struct {
  void *user;
  void (*sent)(void *user, size_t bytes, size_t total);
  void (*waiting)(void *user, double seconds, const char *why); ///< before another try
} GwHttpWatcher;

typedef struct {
  const char *method, *url;
  const char *content_type; ///< of the body; NULL when there is none
  const char *accept;       ///< NULL for anything
  GwView body;
  size_t limit;             ///< most bytes of the answer that are kept
} GwHttpRequest;

typedef struct {
  long status;            ///< 201
  char content_type[128]; ///< "text/turtle", in lower case and without parameters
  GwBuffer body;          ///< owned
  bool cut;               ///< there was more of it
  long wait;              ///< seconds to wait before the next try, if the server asks for it
} GwHttpAnswer;

#define GW_HTTP_ANSWER_INIT {0, "", GW_BUFFER_INIT, false, 0}

typedef struct GwHttp GwHttp;

/** A session with one store, which keeps its connection. The options and the watcher must outlive
 * it. GW_ERR_USAGE when a token or password has a line feed. */
GwStatus gw_http_open(const GwHttpOptions *options, const GwHttpWatcher *watcher, GwHttp **http,
                      GwError *error);
void gw_http_close(GwHttp *http);

/** Send a request until there is an answer: any status but those that are tried again is one. The
 * answer's body is to be freed with gw_http_answer_free, on failure too. GW_ERR_REMOTE when
 * there is no answer, or a redirection that is not followed. */
GwStatus gw_http_send(GwHttp *http, const GwHttpRequest *request, GwHttpAnswer *answer,
                      GwError *error);
void gw_http_answer_free(GwHttpAnswer *answer);

/** An answer that is no success, as an error: URL, status, the store's own words, what to do. */
GwStatus gw_http_refusal(const GwHttpOptions *options, const GwHttpRequest *request,
                         const GwHttpAnswer *answer, GwError *error);

/** What a server wrote as one line of at most `size` - 1 bytes: without mark-up, control
 * characters and bytes that are not UTF-8. */
void gw_http_words(GwView text, char *line, size_t size);

#endif
