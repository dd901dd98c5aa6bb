#include "graphs/dot/layout.h"

#include <errno.h>
#include <graphviz/gvc.h>
#include <math.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define PNG_DPI "144" /* 2400 by 1350 pixels for a slide: sharp when projected */

static char complaint[400]; /* what Graphviz said first, which it says piece by piece */

static int keep_complaint(char *message)
{
  const size_t length = strlen(complaint);
  if (length == 0 || complaint[length - 1] != '\n') {
    snprintf(complaint + length, sizeof complaint - length, "%s", message);
  }
  return 0;
}

static bool write_all(int fd, const char *data, size_t length)
{
  while (length > 0) {
    const ssize_t n = write(fd, data, length);
    if (n < 0 && errno != EINTR) {
      return false;
    }
    data += n > 0 ? n : 0;
    length -= n > 0 ? (size_t)n : 0;
  }
  return true;
}

static char *text_of(const char *constant, char *room, size_t size)
{
  snprintf(room, size, "%s", constant);
  return room;
}

static void set_attribute(Agraph_t *graph, const char *name, const char *value)
{
  char key[32], text[32], none[1] = "";
  agsafeset(graph, text_of(name, key, sizeof key), text_of(value, text, sizeof text), none);
}

static bool has_attribute(Agraph_t *graph, const char *name)
{
  char key[32];
  const char *value = agget(graph, text_of(name, key, sizeof key));
  return value && *value;
}

static void make_plain(Agraph_t *graph)
{
  for (Agraph_t *part = agfstsubg(graph); part; part = agfstsubg(graph)) {
    agdelsubg(graph, part);
  }
  set_attribute(graph, "splines", "line");
}

/* What is drawn, and how. */
typedef struct {
  GVC_t *gvc;
  const char *dot, *format;
  const GwLayout *layout;
} Job;

static Agraph_t *lay_out(const Job *job, const char *rankdir)
{
  Agraph_t *graph = agmemread(job->dot);
  if (!graph) {
    return NULL;
  }
  if (rankdir) {
    set_attribute(graph, "rankdir", rankdir);
  }
  if (strcmp(job->format, "png") == 0) {
    set_attribute(graph, "dpi", PNG_DPI);
  }
  if (job->layout->plain) {
    make_plain(graph);
  }
  return gvLayout(job->gvc, graph, job->layout->engine) == 0 ? graph : NULL;
}

/* The scale at which the layout fits the size that the graph asks for; nothing is enlarged. */
static double scale_of(Agraph_t *graph)
{
  double width = 0, height = 0;
  char key[] = "size";
  const char *size = agget(graph, key);
  const boxf box = GD_bb(graph);
  if (!size || sscanf(size, "%lf,%lf", &width, &height) != 2) {
    return 0;
  }
  const double across = 72.0 * width / (box.UR.x - box.LL.x + 1.0);
  const double down = 72.0 * height / (box.UR.y - box.LL.y + 1.0);
  return fmin(1.0, fmin(across, down));
}

/* Ranks from left to right, as text runs, unless they are clearly larger from top to bottom. */
static Agraph_t *lay_out_best(const Job *job)
{
  Agraph_t *across = lay_out(job, "LR");
  Agraph_t *down = across ? lay_out(job, "TB") : NULL;
  return down && scale_of(down) > 1.1 * scale_of(across) ? down : across;
}

static GwDrawing fail(int fd, GwDrawing how)
{
  const char *text = complaint[0] ? complaint : "no reason given";
  (void)write_all(fd, text, strcspn(text, "\n"));
  return how;
}

GwDrawing gw_dot_draw(const char *dot, const GwLayout *layout, const char *format, int fd)
{
  char *picture = NULL;
  unsigned length = 0;
  agseterrf(keep_complaint);
  const Job job = {gvContext(), dot, format, layout};
  Agraph_t *graph = agmemread(dot);
  if (!job.gvc || !graph) {
    return fail(fd, graph ? GW_NOT_DRAWN : GW_NOT_DOT);
  }
  const bool choose = strcmp(layout->engine, "dot") == 0 && has_attribute(graph, "size")
                      && !has_attribute(graph, "rankdir");
  graph = choose ? lay_out_best(&job) : lay_out(&job, NULL);
  if (!graph || gvRenderData(job.gvc, graph, format, &picture, &length) != 0 || !picture) {
    return fail(fd, GW_NOT_DRAWN);
  }
  return write_all(fd, picture, length) ? GW_DRAWN : GW_NOT_DRAWN;
}
