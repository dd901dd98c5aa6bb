#include "cli/progress.h"

#include <stdio.h>
#include <unistd.h>

#define SHOW_SECONDS 0.1 ///< between two updates of the line
#define ERASE "\r\033[K"
#define NAME_BYTES 48 ///< of a graph's name in the line

static double seconds_since(const struct timespec *then)
{
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (double)(now.tv_sec - then->tv_sec) + 1e-9 * (double)(now.tv_nsec - then->tv_nsec);
}

GwProgress gw_progress_begin(bool added)
{
  GwProgress progress = {.terminal = isatty(STDERR_FILENO) == 1, .added = added};
  clock_gettime(CLOCK_MONOTONIC, &progress.begun);
  return progress;
}

void gw_print_bytes(double bytes, char *text, size_t size)
{
  static const char *const units[] = {"bytes", "kB", "MB", "GB"};
  size_t unit = 0;
  for (; bytes >= 1000 && unit < 3; unit++) {
    bytes /= 1000;
  }
  snprintf(text, size, unit ? "%.1f %s" : "%.0f %s", bytes, units[unit]);
}

/* The end of a long name tells graphs apart better than its beginning. */
static GwView short_name(GwView graph)
{
  const size_t from = graph.length > NAME_BYTES ? graph.length - NAME_BYTES : 0;
  return graph.length ? gw_view_slice(graph, from, graph.length) : GW_VIEW("the default graph");
}

static void show_progress(void *user, const GwPublishPlan *plan, const GwUpload *upload,
                          double share, size_t bytes)
{
  GwProgress *progress = user;
  char sent[32], rate[32];
  if (!progress->terminal || seconds_since(&progress->shown) < SHOW_SECONDS) {
    return;
  }
  clock_gettime(CLOCK_MONOTONIC, &progress->shown);
  gw_print_bytes((double)bytes, sent, sizeof sent);
  gw_print_bytes((double)bytes / (seconds_since(&progress->begun) + 1e-9), rate, sizeof rate);
  fprintf(stderr, ERASE "%3.0f %%  %s  %s/s  graph %zu of %zu  %.*s", 100 * share, sent, rate,
          (size_t)(upload - plan->uploads) + 1, plan->count, GW_PRINT(short_name(upload->graph)));
  fflush(stderr);
}

static void erase_line(const GwProgress *progress)
{
  if (progress->terminal) {
    fputs(ERASE, stderr);
    fflush(stderr);
  }
}

static void show_waiting(void *user, double seconds, const char *why)
{
  const GwProgress *progress = user;
  erase_line(progress);
  fprintf(stderr, "graphwright: %s; next try in %g s\n", why, seconds);
}

static void print_graph(const char *what, const GwUpload *upload)
{
  if (upload->graph.length) {
    printf("%s <%.*s>", what, GW_PRINT(upload->graph));
  } else {
    printf("%s the %s graph", what, gw_view_ends(gw_view(upload->url), GW_VIEW("default"))
           ? "default" : "URL's");
  }
}

static void show_finished(void *user, const GwUpload *upload)
{
  const GwProgress *progress = user;
  char size[32];
  erase_line(progress);
  gw_print_bytes((double)upload->bytes, size, sizeof size);
  print_graph(progress->added ? "added to" : "replaced", upload);
  printf(": %zu triple%s, %s", upload->count, upload->count == 1 ? "" : "s", size);
  if (upload->requests > 1) {
    printf(", %zu requests", upload->requests);
  }
  printf("%s", upload->verified ? ", read back and equal" : "");
  if (upload->respelled) {
    printf(" (%zu number%s in another spelling)", upload->respelled,
           upload->respelled == 1 ? "" : "s");
  }
  printf("\n");
  fflush(stdout);
}

GwPublishWatcher gw_progress_watcher(GwProgress *progress)
{
  return (GwPublishWatcher){progress, show_progress, show_waiting, show_finished};
}

void gw_progress_failed(GwProgress *progress, const GwPublishPlan *plan)
{
  erase_line(progress);
  for (size_t i = 0; i < plan->count; i++) {
    const GwUpload *upload = &plan->uploads[i];
    if (upload->state == GW_UPLOAD_PARTIAL) {
      print_graph("in part", upload);
      printf(": %zu of %zu triples\n", upload->sent, upload->count);
    } else if (upload->state == GW_UPLOAD_WAITING) {
      print_graph("not sent", upload);
      printf("\n");
    } else if (!upload->reported) {
      print_graph("sent, but not as it should be:", upload);
      printf("\n");
    }
  }
  fflush(stdout);
}
