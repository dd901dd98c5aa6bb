#include "export/publish.h"

#include "export/sink.h"
#include "export/url.h"

#include <stdio.h>
#include <string.h>

#define ANSWER_BYTES 65536
#define PIECE 256 ///< triples that are written before the length is looked at

typedef struct {
  GwPublishPlan *plan;
  GwUpload *current;
  const GwPublishOptions *options;
  const GwPublishWatcher *watcher;
  GwHttp *http;
  const char *content_type;
  size_t taken;   ///< triples of the request on its way
  size_t before;  ///< triples that the store had taken before it
  size_t bytes;   ///< bytes before it
} Sending;

/* Triples of the default graph, which are sorted first, also under the name that was given. */
static GwStatus name_default_graph(GwGraph *graph, const char *name, const GwQuad *quads,
                                   size_t count, GwError *error)
{
  for (size_t i = 0; i < count && !quads[i].graph; i++) {
    GW_TRY(gw_graph_add_to(graph, gw_view(name), quads[i].subject->value,
                           quads[i].predicate->value, *quads[i].object, error));
  }
  return GW_OK;
}

static size_t run_of_graph(const GwQuad *quads, size_t count)
{
  size_t n = 0;
  while (n < count && quads[n].graph == quads[0].graph) {
    n++;
  }
  return n;
}

static GwStatus plan_upload(GwArena *arena, const GwPublishOptions *options, const GwQuad *triples,
                            size_t count, GwPublishPlan *plan, GwError *error)
{
  GwUpload *upload = &plan->uploads[plan->count++];
  *upload = (GwUpload){.triples = triples, .count = count};
  if (triples->graph) {
    upload->graph = triples->graph->value;
  }
  upload->url = options->direct ? options->endpoint
                                : gw_url_of_graph(arena, options->endpoint, upload->graph);
  plan->triples += count;
  return upload->url ? GW_OK : gw_fail_memory(error);
}

static GwStatus plan_graphs(GwArena *arena, const GwPublishOptions *options, const GwQuad *quads,
                            size_t count, GwPublishPlan *plan, GwError *error)
{
  const size_t unnamed = quads[0].graph ? 0 : run_of_graph(quads, count);
  size_t length = 0;
  for (size_t at = unnamed; at < count; at += length) {
    length = run_of_graph(quads + at, count - at);
    GW_TRY(plan_upload(arena, options, quads + at, length, plan, error));
  }
  return unnamed && !options->graph
           ? plan_upload(arena, options, quads, unnamed, plan, error) : GW_OK;
}

static GwStatus check_options(const GwPublishOptions *options, GwError *error)
{
  GW_TRY(gw_url_check(options->endpoint, error));
  if (options->http.token && gw_url_is_open(options->endpoint)) {
    return gw_fail(error, GW_ERR_USAGE, "the token would go over plain http, where others can read "
                   "it: take the store's https address, or a tunnel to localhost");
  }
  return GW_OK;
}

static GwStatus check_places(const GwPublishOptions *options, const GwQuad *quads, size_t count,
                             GwError *error)
{
  if (count == 0) {
    return gw_fail(error, GW_ERR_INPUT, "there are no triples to publish");
  }
  if (!quads[0].graph && !options->graph && !options->default_graph && !options->direct) {
    const size_t unnamed = run_of_graph(quads, count);
    return gw_fail(error, GW_ERR_USAGE, "%zu triple%s in no named graph: say where to put what "
                   "stands in none, with --graph IRI or --default", unnamed,
                   unnamed == 1 ? " is" : "s are");
  }
  return GW_OK;
}

GwStatus gw_publish_plan(GwArena *arena, GwGraph *graph, const GwPublishOptions *options,
                         GwPublishPlan *plan, GwError *error)
{
  const GwQuad *quads = NULL;
  size_t count = 0, graphs = 1;
  *plan = (GwPublishPlan){NULL, 0, 0};
  GW_TRY(check_options(options, error));
  GW_TRY((options->direct ? gw_graph_triples : gw_graph_quads)(graph, arena, &quads, &count,
                                                               error));
  GW_TRY(check_places(options, quads, count, error));
  if (options->graph && !options->direct) {
    GW_TRY(name_default_graph(graph, options->graph, quads, count, error));
    GW_TRY(gw_graph_quads(graph, arena, &quads, &count, error));
  }
  for (size_t i = 1; i < count; i++) {
    graphs += quads[i].graph != quads[i - 1].graph;
  }
  plan->uploads = GW_NEW(arena, graphs, GwUpload);
  return plan->uploads ? plan_graphs(arena, options, quads, count, plan, error)
                       : gw_fail_memory(error);
}

GwStatus gw_publish_chunk(const GwUpload *upload, size_t from, size_t most, GwBuffer *out,
                          size_t *taken, GwError *error)
{
  size_t at = from;
  do {
    const size_t rest = upload->count - at, piece = rest < PIECE ? rest : PIECE;
    GW_TRY(gw_ntriples_sink.write(upload->triples + at, piece, out, error));
    at += piece;
  } while (at < upload->count && out->length < most);
  *taken = at - from;
  return GW_OK;
}

static void show_sent(void *user, size_t bytes, size_t total)
{
  const Sending *s = user;
  if (s->watcher && s->watcher->progress && total) {
    const double share = (double)s->before + (double)s->taken * (double)bytes / (double)total;
    s->watcher->progress(s->watcher->user, s->plan, s->current,
                         share / (double)s->plan->triples, s->bytes + bytes);
  }
}

static void show_waiting(void *user, double seconds, const char *why)
{
  const Sending *s = user;
  if (s->watcher && s->watcher->waiting) {
    s->watcher->waiting(s->watcher->user, seconds, why);
  }
}

/* Stores that do not know N-Triples by name know Turtle, of which it is a part. */
static GwStatus send_chunk(Sending *s, const char *method, GwView body, GwError *error)
{
  GwHttpAnswer answer = GW_HTTP_ANSWER_INIT;
  GwHttpRequest request = {.method = method, .url = s->current->url, .body = body,
                           .content_type = s->content_type, .limit = ANSWER_BYTES};
  GwStatus status = gw_http_send(s->http, &request, &answer, error);
  if (!status && answer.status == 415 && strcmp(s->content_type, "text/turtle") != 0) {
    s->content_type = request.content_type = "text/turtle";
    status = gw_http_send(s->http, &request, &answer, error);
  }
  if (!status && (answer.status < 200 || answer.status > 299)) {
    status = gw_http_refusal(&s->options->http, &request, &answer, error);
  }
  gw_http_answer_free(&answer);
  return status;
}

static GwStatus send_chunks(Sending *s, GwBuffer *body, GwError *error)
{
  GwUpload *upload = s->current;
  while (upload->sent < upload->count) {
    const bool replace = upload->sent == 0 && !s->options->add;
    body->length = 0;
    GW_TRY(gw_publish_chunk(upload, upload->sent, s->options->chunk, body, &s->taken, error));
    GW_TRY(send_chunk(s, replace ? "PUT" : "POST", gw_buffer_view(body), error));
    upload->sent += s->taken;
    upload->bytes += body->length;
    upload->requests++;
    upload->state = upload->sent < upload->count ? GW_UPLOAD_PARTIAL : GW_UPLOAD_DONE;
    s->before += s->taken;
    s->bytes += body->length;
  }
  return GW_OK;
}

static GwStatus send_upload(Sending *s, GwError *error)
{
  GwBuffer body = GW_BUFFER_INIT;
  GwStatus status = send_chunks(s, &body, error);
  gw_buffer_free(&body);
  if (!status && s->options->verify) {
    status = gw_publish_verify(s->http, &s->options->http, s->current, s->options->add, error);
  }
  if (!status && s->watcher && s->watcher->finished) {
    s->watcher->finished(s->watcher->user, s->current);
    s->current->reported = true;
  }
  return status;
}

/* How far it got, behind what went wrong. */
static void append_state(const GwPublishPlan *plan, GwError *error)
{
  size_t done = 0, partial = 0;
  for (size_t i = 0; i < plan->count; i++) {
    done += plan->uploads[i].state == GW_UPLOAD_DONE;
    partial += plan->uploads[i].state == GW_UPLOAD_PARTIAL;
  }
  const size_t length = error ? strlen(error->message) : 0;
  if (error && plan->count > 1 && length < sizeof error->message) {
    snprintf(error->message + length, sizeof error->message - length,
             " (%zu of %zu graphs are up%s)", done, plan->count, partial ? ", one in part" : "");
  } else if (error && partial && length < sizeof error->message) {
    snprintf(error->message + length, sizeof error->message - length,
             " (the graph is up in part)");
  }
}

GwStatus gw_publish_send(GwPublishPlan *plan, const GwPublishOptions *options,
                         const GwPublishWatcher *watcher, GwError *error)
{
  Sending s = {.plan = plan, .options = options, .watcher = watcher,
               .content_type = "application/n-triples"};
  const GwHttpWatcher http_watcher = {&s, show_sent, show_waiting};
  GW_TRY(gw_http_open(&options->http, &http_watcher, &s.http, error));
  GwStatus status = GW_OK;
  for (size_t i = 0; !status && i < plan->count; i++) {
    s.current = &plan->uploads[i];
    status = send_upload(&s, error);
  }
  gw_http_close(s.http);
  if (status) {
    append_state(plan, error);
  }
  return status;
}
