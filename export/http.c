#include "export/http.h"

#include "export/url.h"

#include <curl/curl.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define FIRST_PAUSE 0.5  ///< seconds; doubles with every try
#define LONGEST_PAUSE 60 ///< a store that asks for a longer one is not waited for
#define MOST_REDIRECTIONS 5
#define CONNECT_SECONDS 30L
#define AGENT "graphwright/" PACKAGE_VERSION

struct GwHttp {
  const GwHttpOptions *options;
  const GwHttpWatcher *watcher;
  CURL *curl;
  char problem[CURL_ERROR_SIZE]; ///< libcurl's words for the last failure
};

/* What libcurl hands to the functions that it calls. */
typedef struct {
  GwHttp *http;
  GwHttpAnswer *answer;
  size_t limit;
  curl_off_t moved;     ///< bytes in both directions
  struct timespec last; ///< when one moved
  bool stalled;         ///< nothing moved for too long
} Transfer;

static bool is_one_line(const char *secret)
{
  return !secret || strpbrk(secret, "\r\n") == NULL;
}

GwStatus gw_http_open(const GwHttpOptions *options, const GwHttpWatcher *watcher, GwHttp **http,
                      GwError *error)
{
  *http = NULL;
  if (!is_one_line(options->user) || !is_one_line(options->password)
      || !is_one_line(options->token)) {
    return gw_fail(error, GW_ERR_USAGE, "the name, password or token for the store has a line "
                   "feed: set it again without");
  }
  if (curl_global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK) {
    return gw_fail_memory(error);
  }
  GwHttp *opened = calloc(1, sizeof *opened);
  CURL *curl = opened ? curl_easy_init() : NULL;
  if (!curl) {
    free(opened);
    curl_global_cleanup();
    return gw_fail_memory(error);
  }
  *opened = (GwHttp){.options = options, .watcher = watcher, .curl = curl};
  *http = opened;
  return GW_OK;
}

void gw_http_close(GwHttp *http)
{
  if (http) {
    curl_easy_cleanup(http->curl);
    free(http);
    curl_global_cleanup();
  }
}

void gw_http_answer_free(GwHttpAnswer *answer)
{
  gw_buffer_free(&answer->body);
  *answer = (GwHttpAnswer)GW_HTTP_ANSWER_INIT;
}

static size_t keep_body(char *bytes, size_t size, size_t count, void *user)
{
  Transfer *transfer = user;
  GwHttpAnswer *answer = transfer->answer;
  const size_t length = size * count, room = transfer->limit - answer->body.length;
  gw_buffer_append(&answer->body, (GwView){bytes, length < room ? length : room});
  answer->cut = length > room;
  return answer->cut || answer->body.failed ? 0 : length;
}

/* Whether nothing moves any more. libcurl's own measure, a mean of several seconds, reacts late. */
static bool has_stalled(Transfer *transfer, curl_off_t moved)
{
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  if (moved != transfer->moved || transfer->last.tv_sec == 0) {
    transfer->moved = moved;
    transfer->last = now;
  }
  const time_t still = now.tv_sec - transfer->last.tv_sec;
  transfer->stalled = still >= (time_t)transfer->http->options->timeout;
  return transfer->stalled;
}

static int show_sent(void *user, curl_off_t down_total, curl_off_t down, curl_off_t total,
                     curl_off_t sent)
{
  (void)down_total;
  Transfer *transfer = user;
  const GwHttpWatcher *watcher = transfer->http->watcher;
  if (watcher->sent && total > 0) {
    watcher->sent(watcher->user, (size_t)sent, (size_t)total);
  }
  return has_stalled(transfer, down + sent);
}

/* Name and password of the environment, else of ~/.netrc; a token alone. */
static void set_authentication(GwHttp *http, const char *url)
{
  const GwHttpOptions *options = http->options;
  const unsigned long ways = gw_url_is_open(url) ? CURLAUTH_DIGEST
                                                 : CURLAUTH_DIGEST | CURLAUTH_BASIC;
  if (options->token) {
    curl_easy_setopt(http->curl, CURLOPT_HTTPAUTH, CURLAUTH_BEARER);
    curl_easy_setopt(http->curl, CURLOPT_XOAUTH2_BEARER, options->token);
    return;
  }
  curl_easy_setopt(http->curl, CURLOPT_HTTPAUTH, ways);
  if (options->user) {
    curl_easy_setopt(http->curl, CURLOPT_USERNAME, options->user);
    curl_easy_setopt(http->curl, CURLOPT_PASSWORD, options->password);
  } else {
    curl_easy_setopt(http->curl, CURLOPT_NETRC, (long)CURL_NETRC_OPTIONAL);
  }
}

static void set_limits(GwHttp *http, Transfer *transfer)
{
  CURL *curl = http->curl;
  curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
  curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, 1L);
  curl_easy_setopt(curl, CURLOPT_SSL_VERIFYHOST, 2L);
  if (http->options->certificates) {
    curl_easy_setopt(curl, CURLOPT_CAINFO, http->options->certificates);
  }
  curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, CONNECT_SECONDS);
  curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, http->problem);
  curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, keep_body);
  curl_easy_setopt(curl, CURLOPT_WRITEDATA, transfer);
  curl_easy_setopt(curl, CURLOPT_NOPROGRESS, 0L);
  curl_easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, show_sent);
  curl_easy_setopt(curl, CURLOPT_XFERINFODATA, transfer);
}

/* Adds "NAME: VALUE"; false when memory is out. */
static bool add_header(GwArena *arena, struct curl_slist **headers, const char *name,
                       const char *value)
{
  const GwView line = gw_view_format(arena, "%s: %s", name, value);
  struct curl_slist *longer = line.data ? curl_slist_append(*headers, line.data) : NULL;
  *headers = longer ? longer : *headers;
  return longer != NULL;
}

static void set_request(GwHttp *http, const GwHttpRequest *request, const char *url)
{
  curl_easy_setopt(http->curl, CURLOPT_URL, url);
  curl_easy_setopt(http->curl, CURLOPT_USERAGENT, AGENT);
  if (gw_url_is_local(url)) {
    curl_easy_setopt(http->curl, CURLOPT_PROXY, "");
  }
  if (request->content_type) {
    curl_easy_setopt(http->curl, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)request->body.length);
    curl_easy_setopt(http->curl, CURLOPT_POSTFIELDS, request->body.data);
  }
  curl_easy_setopt(http->curl, CURLOPT_CUSTOMREQUEST, request->method);
}

/* Status and type of an answer: "Text/Turtle; charset=UTF-8" is "text/turtle". */
static void read_answer(GwHttp *http, GwHttpAnswer *answer)
{
  const char *type = NULL;
  size_t n = 0;
  curl_easy_getinfo(http->curl, CURLINFO_RESPONSE_CODE, &answer->status);
  curl_easy_getinfo(http->curl, CURLINFO_CONTENT_TYPE, &type);
  for (; type && type[n] && !strchr("; \t", type[n]) && n < sizeof answer->content_type - 1; n++) {
    const char c = type[n];
    answer->content_type[n] = c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
  }
  answer->content_type[n] = '\0';
}

/* One exchange, without redirections and further tries. */
static CURLcode exchange(GwHttp *http, const GwHttpRequest *request, const char *url,
                         GwHttpAnswer *answer)
{
  GwArena arena = GW_ARENA_INIT;
  struct curl_slist *headers = NULL;
  Transfer transfer = {.http = http, .answer = answer, .limit = request->limit};
  CURLcode code = CURLE_OUT_OF_MEMORY;
  gw_http_answer_free(answer);
  curl_easy_reset(http->curl);
  set_limits(http, &transfer);
  set_authentication(http, url);
  set_request(http, request, url);
  if ((!request->content_type
       || add_header(&arena, &headers, "Content-Type", request->content_type))
      && add_header(&arena, &headers, "Accept", request->accept ? request->accept : "*/*")) {
    curl_easy_setopt(http->curl, CURLOPT_HTTPHEADER, headers);
    *http->problem = '\0';
    code = curl_easy_perform(http->curl);
    read_answer(http, answer);
  }
  curl_slist_free_all(headers);
  gw_arena_free(&arena);
  if (transfer.stalled) {
    return CURLE_ABORTED_BY_CALLBACK;
  }
  return code == CURLE_WRITE_ERROR && answer->cut ? CURLE_OK : code;
}

static GwStatus refuse_redirection(const char *url, const char *target, GwError *error)
{
  GwArena arena = GW_ARENA_INIT;
  const char *from = gw_url_shown(&arena, url), *to = gw_url_shown(&arena, target);
  gw_fail(error, GW_ERR_REMOTE, "%s: redirects to %s: nothing is sent there without your word; if "
          "that is the store, name it as the endpoint", from, to);
  gw_arena_free(&arena);
  return GW_ERR_REMOTE;
}

static bool is_redirection(long status)
{
  return status == 301 || status == 302 || status == 307 || status == 308;
}

/* Follows redirections within the host, with the same method and body (RFC 9110, 15.4: the
 * change of a POST into a GET is a custom of browsers). */
static GwStatus follow(GwHttp *http, const GwHttpRequest *request, GwHttpAnswer *answer,
                       CURLcode *code, GwError *error)
{
  GwArena arena = GW_ARENA_INIT;
  const char *url = request->url;
  GwStatus status = GW_OK;
  for (size_t hops = 0; !status && url; hops++) {
    char *next = NULL;
    *code = exchange(http, request, url, answer);
    if (*code == CURLE_OK && is_redirection(answer->status)) {
      curl_easy_getinfo(http->curl, CURLINFO_REDIRECT_URL, &next);
    }
    if (next && (hops == MOST_REDIRECTIONS || !gw_url_same_origin(request->url, next))) {
      status = refuse_redirection(request->url, next, error);
    }
    url = next ? gw_view_copy(&arena, gw_view(next)) : NULL;
  }
  gw_arena_free(&arena);
  return status;
}

/* A store that took the connection and then fell silent does so again: Virtuoso keeps a PUT to its
 * address for queries waiting for ever. */
static bool passes_by_itself(CURLcode code, long status)
{
  switch (code) {
  case CURLE_OK: return status == 429 || status == 502 || status == 503 || status == 504;
  case CURLE_COULDNT_CONNECT:
  case CURLE_OPERATION_TIMEDOUT: /* of the connection */
  case CURLE_SEND_ERROR:
  case CURLE_RECV_ERROR:
  case CURLE_GOT_NOTHING:
  case CURLE_PARTIAL_FILE:
  case CURLE_HTTP2:
  case CURLE_HTTP2_STREAM: return true;
  default: return false;
  }
}

/* What went wrong, in a few words, for the watcher and for the error. */
static void say_why(GwHttp *http, CURLcode code, long status, char *why, size_t size)
{
  GwArena arena = GW_ARENA_INIT;
  const char *words = code == CURLE_ABORTED_BY_CALLBACK ? "the store has fallen silent"
                      : *http->problem ? http->problem : curl_easy_strerror(code);
  const GwView text = code == CURLE_OK ? gw_view_format(&arena, "HTTP %ld", status)
                                       : gw_view(words);
  gw_http_words(text.data ? text : gw_view(words), why, size);
  gw_arena_free(&arena);
}

static void wait_seconds(GwHttp *http, double seconds, const char *why)
{
  struct timespec left = {(time_t)seconds, (long)((seconds - (double)(time_t)seconds) * 1e9)};
  if (http->watcher->waiting) {
    http->watcher->waiting(http->watcher->user, seconds, why);
  }
  while (nanosleep(&left, &left) != 0) { /* a signal came: the rest */
  }
}

static const char *remedy_of(CURLcode code)
{
  switch (code) {
  case CURLE_OPERATION_TIMEDOUT:
  case CURLE_COULDNT_CONNECT: return "is the store running, and is this its address and port?";
  case CURLE_COULDNT_RESOLVE_HOST: return "is the host's name right?";
  case CURLE_ABORTED_BY_CALLBACK: return "is this its address for the Graph Store Protocol? If it "
                                         "is only slow, take a longer --timeout or a smaller "
                                         "--chunk";
  case CURLE_PEER_FAILED_VERIFICATION:
  case CURLE_SSL_CACERT_BADFILE: return "its certificate has to be right; that of an authority of "
                                        "your own is named by CURL_CA_BUNDLE";
  default: return "does an HTTP server answer at this address?";
  }
}

static GwStatus fail_to_reach(const GwHttpRequest *request, CURLcode code, const char *why,
                              size_t tries, GwError *error)
{
  GwArena arena = GW_ARENA_INIT;
  if (code == CURLE_OUT_OF_MEMORY) {
    return gw_fail_memory(error);
  }
  gw_fail(error, GW_ERR_REMOTE, "%s: %s%s; %s", gw_url_shown(&arena, request->url), why,
          tries > 1 ? ", at every try" : "", remedy_of(code));
  gw_arena_free(&arena);
  return GW_ERR_REMOTE;
}

/* How long the store asks to wait, or else the usual pause; negative when that is too long. */
static double pause_before(GwHttp *http, CURLcode code, GwHttpAnswer *answer, double usual)
{
  curl_off_t asked = 0;
  if (code == CURLE_OK) {
    curl_easy_getinfo(http->curl, CURLINFO_RETRY_AFTER, &asked);
  }
  answer->wait = (long)asked;
  return asked > LONGEST_PAUSE ? -1 : (double)asked > usual ? (double)asked : usual;
}

GwStatus gw_http_send(GwHttp *http, const GwHttpRequest *request, GwHttpAnswer *answer,
                      GwError *error)
{
  char why[256];
  CURLcode code = CURLE_OK;
  double pause = FIRST_PAUSE;
  size_t tries = 0;
  for (;;) {
    tries++;
    GW_TRY(follow(http, request, answer, &code, error));
    say_why(http, code, answer->status, why, sizeof why);
    const double wait = pause_before(http, code, answer, pause);
    if (!passes_by_itself(code, answer->status) || tries > http->options->retries || wait < 0) {
      break;
    }
    wait_seconds(http, wait, why);
    pause = 2 * pause < LONGEST_PAUSE ? 2 * pause : LONGEST_PAUSE;
  }
  return code == CURLE_OK ? GW_OK : fail_to_reach(request, code, why, tries, error);
}
