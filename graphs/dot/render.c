#include "graphs/dot/render.h"

#include "base/child.h"
#include "graphs/dot/layout.h"

#include <string.h>

static const GwLayout layouts[] = {{"dot", false}, {"dot", true}, {"sfdp", true}};

const GwRenderLimits gw_render_limits = {
  .cpu_seconds = 20, .wall_seconds = 30, .memory_bytes = (size_t)2 << 30,
  .output_bytes = (size_t)256 << 20, .layouts = layouts, .layout_count = 3};

typedef struct {
  const GwLayout *layout;
  const char *dot, *format;
} Job;

static int draw(void *data, int fd)
{
  const Job *job = data;
  return (int)gw_dot_draw(job->dot, job->layout, job->format, fd);
}

/* One try with one layout. `result` is the caller's to free. */
static GwStatus try_layout(const GwRenderLimits *limits, const GwLayout *layout, const char *dot,
                           const char *format, GwBuffer *result, GwError *error)
{
  Job job = {layout, dot, format};
  const GwChildLimits child = {limits->cpu_seconds, limits->wall_seconds, limits->memory_bytes,
                               limits->output_bytes};
  int drawn = 0;
  GW_TRY(gw_child_run(&child, draw, &job, result, &drawn, error));
  if (drawn == GW_NOT_DOT) {
    return gw_fail(error, GW_ERR_INPUT, "the graph is not valid DOT: %.*s",
                   GW_PRINT(gw_buffer_view(result)));
  }
  return drawn == GW_DRAWN && result->length > 0
         ? GW_OK
         : gw_fail(error, GW_ERR_CHILD, "it failed: %.*s", GW_PRINT(gw_buffer_view(result)));
}

static void append_name(const GwLayout *layout, GwBuffer *out)
{
  gw_buffer_format(out, "%s%s", layout->plain ? "plain " : "", layout->engine);
}

/* Try the layouts in turn; `story` tells of those that failed. */
static GwStatus try_layouts(const GwRenderLimits *limits, const char *dot, const char *format,
                            GwBuffer *result, GwBuffer *story, GwError *error)
{
  for (size_t i = 0; i < limits->layout_count; i++) {
    GwError why = {GW_OK, ""};
    result->length = 0;
    const GwStatus status = try_layout(limits, &limits->layouts[i], dot, format, result, &why);
    if (status == GW_OK && i > 0) {
      gw_buffer_text(story, "the picture was drawn by ");
      append_name(&limits->layouts[i], story);
    }
    if (status != GW_ERR_CHILD) {
      return status ? gw_fail(error, status, "%s", why.message) : GW_OK;
    }
    append_name(&limits->layouts[i], story);
    gw_buffer_format(story, ": %s; ", why.message);
  }
  return gw_fail(error, GW_ERR_CHILD, "no layout could draw the graph (%.*s); show fewer nodes",
                 GW_PRINT(gw_buffer_view(story)));
}

static GwStatus check_request(const char *dot, size_t length, const char *format, GwError *error)
{
  if (strcmp(format, "svg") != 0 && strcmp(format, "png") != 0 && strcmp(format, "pdf") != 0) {
    return gw_fail(error, GW_ERR_USAGE, "no picture format '%s'; use svg, png or pdf", format);
  }
  if (length == 0 || memchr(dot, '\0', length)) {
    return gw_fail(error, GW_ERR_INPUT, "the graph is not valid DOT: it %s",
                   length ? "has NUL bytes" : "is empty");
  }
  return GW_OK;
}

GwStatus gw_dot_render_within(const GwRenderLimits *limits, const char *dot, size_t length,
                              const char *format, GwBuffer *out, GwError *error)
{
  GwBuffer text = GW_BUFFER_INIT, result = GW_BUFFER_INIT, story = GW_BUFFER_INIT;
  GW_TRY(check_request(dot, length, format, error));
  gw_buffer_append(&text, (GwView){dot, length});
  GwStatus status = text.failed ? gw_fail_memory(error)
                                : try_layouts(limits, text.data, format, &result, &story, error);
  if (status == GW_OK) {
    gw_buffer_append(out, gw_buffer_view(&result));
    status = out->failed ? gw_fail_memory(error) : GW_OK;
  }
  if (status == GW_OK) {
    (void)gw_fail(error, GW_OK, "%.*s", GW_PRINT(gw_buffer_view(&story)));
  }
  gw_buffer_free(&text);
  gw_buffer_free(&result);
  gw_buffer_free(&story);
  return status;
}

GwStatus gw_dot_render(const char *dot, size_t length, const char *format, GwBuffer *out,
                       GwError *error)
{
  return gw_dot_render_within(&gw_render_limits, dot, length, format, out, error);
}
