#include "cli/command.h"
#include "cli/progress.h"
#include "export/dataset.h"
#include "export/publish.h"
#include "ontology/iri.h"
#include "ontology/read.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

#define MEGABYTE 1000000
#define DEFAULT_CHUNK 32 ///< megabytes
#define MOST_CHUNK 2000
#define DEFAULT_RETRIES 5
#define DEFAULT_TIMEOUT 120

typedef struct {
  GwPublishOptions options;
  const char *const *files;
  size_t file_count;
  const char *description; ///< file that describes what is published, or NULL
  bool replace, dry_run;
} Request;

static GwStatus fail_usage(const char *problem, GwError *error)
{
  return gw_fail(error, GW_ERR_USAGE, "publish: %s; see 'graphwright help publish'", problem);
}

static GwStatus read_number(const char *option, const char *text, size_t least, size_t most,
                            size_t *number, GwError *error)
{
  char *end;
  errno = 0;
  const unsigned long value = strtoul(text, &end, 10);
  if (*text < '0' || *text > '9' || *end || errno || value < least || value > most) {
    return gw_fail(error, GW_ERR_USAGE, "publish: --%s '%s' is not a number from %zu to %zu",
                   option, text, least, most);
  }
  *number = value;
  return GW_OK;
}

static GwStatus read_graph(const char *text, const char **graph, GwError *error)
{
  *graph = text;
  return gw_iri_is_valid(gw_view(text))
           ? GW_OK : gw_fail(error, GW_ERR_USAGE, "publish: --graph '%s' is not an absolute IRI, "
                             "such as https://example.org/graph", text);
}

static GwStatus read_option(Request *r, char letter, const char *argument, GwError *error)
{
  GwPublishOptions *o = &r->options;
  switch (letter) {
  case 'a': o->add = true; return GW_OK;
  case 'c':
    GW_TRY(read_number("chunk", argument, 1, MOST_CHUNK, &o->chunk, error));
    o->chunk *= MEGABYTE;
    return GW_OK;
  case 'd': o->default_graph = true; return GW_OK;
  case 'D': o->direct = true; return GW_OK;
  case 'e': o->endpoint = argument; return GW_OK;
  case 'f': r->description = argument; return GW_OK;
  case 'g': return read_graph(argument, &o->graph, error);
  case 'n': r->dry_run = true; return GW_OK;
  case 'r': r->replace = true; return GW_OK;
  case 't': return read_number("timeout", argument, 1, 86400, &o->http.timeout, error);
  case 'T': return read_number("retries", argument, 0, 20, &o->http.retries, error);
  default: o->verify = true; return GW_OK;
  }
}

static GwStatus check_request(const Request *r, GwError *error)
{
  const GwPublishOptions *o = &r->options;
  if (!o->endpoint) {
    return fail_usage("say where to, with --endpoint URL", error);
  }
  if ((o->graph != NULL) + o->default_graph + o->direct > 1) {
    return fail_usage("only one of --graph, --default and --direct can be had", error);
  }
  if (o->direct && r->description) {
    return fail_usage("--direct has one graph, and a --description wants another", error);
  }
  if (o->add && r->replace) {
    return fail_usage("either --add or --replace, not both", error);
  }
  if (o->default_graph && !o->add && !r->replace) {
    return fail_usage("--default needs --add, or --replace to delete all that the store has in "
                      "its default graph", error);
  }
  return GW_OK;
}

static const char *from_environment(const char *name)
{
  const char *value = getenv(name);
  return value && *value ? value : NULL;
}

/* Secrets come from the environment: a command line can be read by every user of the machine. */
static GwStatus read_secrets(GwHttpOptions *http, GwError *error)
{
  http->user = from_environment("GRAPHWRIGHT_USER");
  http->password = from_environment("GRAPHWRIGHT_PASSWORD");
  http->token = from_environment("GRAPHWRIGHT_TOKEN");
  http->certificates = from_environment("CURL_CA_BUNDLE");
  if (!http->user != !http->password) {
    return fail_usage("GRAPHWRIGHT_USER and GRAPHWRIGHT_PASSWORD have to be set together", error);
  }
  if (http->user && http->token) {
    return fail_usage("GRAPHWRIGHT_USER and GRAPHWRIGHT_TOKEN are both set: unset one", error);
  }
  return GW_OK;
}

static GwStatus read_request(int argc, char **argv, Request *r, GwError *error)
{
  *r = (Request){.options = {.chunk = DEFAULT_CHUNK * MEGABYTE,
                             .http = {.retries = DEFAULT_RETRIES, .timeout = DEFAULT_TIMEOUT}}};
  for (;;) {
    char letter;
    const char *argument;
    GW_TRY(gw_option_next(&gw_publish_command, argc, argv, &letter, &argument, error));
    if (!letter) {
      break;
    }
    GW_TRY(read_option(r, letter, argument, error));
  }
  GW_TRY(gw_operands(&gw_publish_command, argc, argv, &r->files, &r->file_count, error));
  GW_TRY(check_request(r, error));
  return read_secrets(&r->options.http, error);
}

/* What would be sent, request by request. */
static GwStatus list_requests(const GwPublishPlan *plan, const Request *r, GwError *error)
{
  GwBuffer out = GW_BUFFER_INIT, chunk = GW_BUFFER_INIT;
  GwStatus status = GW_OK;
  for (size_t i = 0; !status && i < plan->count; i++) {
    size_t taken = 0;
    for (size_t at = 0; !status && at < plan->uploads[i].count; at += taken) {
      chunk.length = 0;
      status = gw_publish_chunk(&plan->uploads[i], at, r->options.chunk, &chunk, &taken, error);
      gw_buffer_format(&out, "%s %s: %zu triples, %zu bytes\n",
                       at || r->options.add ? "POST" : "PUT", plan->uploads[i].url, taken,
                       chunk.length);
    }
  }
  if (!status) {
    status = out.failed ? gw_fail_memory(error) : gw_print(gw_buffer_view(&out), error);
  }
  gw_buffer_free(&out);
  gw_buffer_free(&chunk);
  return status;
}

static GwStatus send_plan(GwPublishPlan *plan, const Request *r, GwError *error)
{
  GwProgress progress = gw_progress_begin(r->options.add);
  const GwPublishWatcher watcher = gw_progress_watcher(&progress);
  const GwStatus status = gw_publish_send(plan, &r->options, &watcher, error);
  if (status) {
    gw_progress_failed(&progress, plan);
  }
  return status;
}

/* The description goes into a graph of its own, named after itself. */
static GwStatus add_description(GwGraph *graph, const char *path, GwError *error)
{
  GwArena arena = GW_ARENA_INIT;
  const GwQuad *triples = NULL;
  size_t count = 0;
  GwView name = GW_VIEW("");
  GwGraph *description;
  GW_TRY(gw_graph_new(&description, error));
  GwStatus status = gw_graph_read(description, path, error);
  if (!status) {
    status = gw_dataset_name(description, &name, error);
  }
  if (!status) {
    status = gw_graph_triples(description, &arena, &triples, &count, error);
  }
  for (size_t i = 0; !status && i < count; i++) {
    status = gw_graph_add_to(graph, name, triples[i].subject->value, triples[i].predicate->value,
                             *triples[i].object, error);
  }
  gw_graph_free(description);
  gw_arena_free(&arena);
  return status;
}

static GwStatus publish(GwArena *arena, GwGraph *graph, const Request *r, GwError *error)
{
  GwPublishPlan plan;
  for (size_t i = 0; i < r->file_count; i++) {
    GW_TRY(gw_graph_read(graph, r->files[i], error));
  }
  if (r->description) {
    GW_TRY(add_description(graph, r->description, error));
  }
  GW_TRY(gw_publish_plan(arena, graph, &r->options, &plan, error));
  return r->dry_run ? list_requests(&plan, r, error) : send_plan(&plan, r, error);
}

static GwStatus run(int argc, char **argv, GwError *error)
{
  Request request;
  GwGraph *graph;
  GwArena arena = GW_ARENA_INIT;
  GW_TRY(read_request(argc, argv, &request, error));
  GW_TRY(gw_graph_new(&graph, error));
  const GwStatus status = publish(&arena, graph, &request, error);
  gw_graph_free(graph);
  gw_arena_free(&arena);
  return status;
}

static const GwOption options[] = {
  {"endpoint", 'e', "URL", "of the store, for the SPARQL Graph Store Protocol (required)"},
  {"graph", 'g', "IRI", "graph for the triples that stand in no named graph"},
  {"default", 'd', NULL, "they go to the store's default graph"},
  {"direct", 'D', NULL, "the URL is a graph's own: all triples go there"},
  {"replace", 'r', NULL, "what the store has in these graphs is deleted (PUT; the default)"},
  {"add", 'a', NULL, "what the store has in these graphs is kept (POST)"},
  {"description", 'f', "FILE", "also this, made by 'describe', in a graph of its own"},
  {"verify", 'v', NULL, "read every graph back and compare"},
  {"dry-run", 'n', NULL, "only list the requests"},
  {"chunk", 'c', "MB", "most megabytes of one request, about; 1 to 2000 (32)"},
  {"retries", 'T', "N", "tries again when the store cannot be reached, 0 to 20 (5)"},
  {"timeout", 't', "SECONDS", "give a try up when nothing moves for so long (120)"},
};

const GwCommand gw_publish_command = {
  .name = "publish", .operands = "GRAPH...", .run = run,
  .help = "Send graphs to a store, by the SPARQL Graph Store Protocol",
  .options = options, .option_count = sizeof options / sizeof *options,
};
