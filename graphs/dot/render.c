#include "graphs/dot/render.h"

#include "graphs/dot/layout.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/* Address sanitizer maps terabytes: no limit on the address space is large enough for it. */
#if defined(__SANITIZE_ADDRESS__)
#define GW_LIMITS_MEMORY 0
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define GW_LIMITS_MEMORY 0
#endif
#endif
#ifndef GW_LIMITS_MEMORY
#define GW_LIMITS_MEMORY 1
#endif

static const GwLayout layouts[] = {{"dot", false}, {"dot", true}, {"sfdp", true}};

const GwRenderLimits gw_render_limits = {
  .cpu_seconds = 20, .wall_seconds = 30, .memory_bytes = (size_t)2 << 30,
  .output_bytes = (size_t)256 << 20, .layouts = layouts, .layout_count = 3};

/* The hard limit lies above the soft one, so that the signal that ends the child tells which. */
static struct rlimit limit_of(size_t value)
{
  return (struct rlimit){(rlim_t)value, (rlim_t)value + 1};
}

static void set_limits(const GwRenderLimits *limits)
{
  const struct rlimit none = {0, 0}, processor = limit_of(limits->cpu_seconds);
  const struct rlimit memory = limit_of(limits->memory_bytes);
  (void)setrlimit(RLIMIT_CORE, &none);
  (void)setrlimit(RLIMIT_CPU, &processor);
  if (GW_LIMITS_MEMORY) {
    (void)setrlimit(RLIMIT_AS, &memory);
  }
}

/* The child: nothing it prints, dumps or leaves behind reaches the program's user. */
static void run_child(const GwRenderLimits *limits, const GwLayout *layout, const char *dot,
                      const char *format, int fd)
{
  const int nowhere = open("/dev/null", O_RDWR);
  if (nowhere >= 0) {
    (void)dup2(nowhere, STDOUT_FILENO);
    (void)dup2(nowhere, STDERR_FILENO);
  }
  set_limits(limits);
  (void)signal(SIGPIPE, SIG_DFL);
  _exit((int)gw_dot_draw(dot, layout, format, fd));
}

static long milliseconds_now(void)
{
  struct timespec now = {0, 0};
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (long)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

typedef enum { READ_ALL, READ_LATE, READ_TOO_MUCH, READ_FAILED } Reading;

/* Read until the child closes its end, the time is over, or it has written too much. */
static Reading read_until(int fd, long deadline, size_t limit, GwBuffer *into)
{
  char bytes[65536];
  for (;;) {
    struct pollfd poller = {.fd = fd, .events = POLLIN};
    const long left = deadline - milliseconds_now();
    const int ready = left > 0 ? poll(&poller, 1, (int)(left < 1000 ? left : 1000)) : 0;
    if (left <= 0) {
      return READ_LATE;
    }
    const ssize_t n = ready > 0 ? read(fd, bytes, sizeof bytes) : 0;
    if ((ready < 0 || n < 0) && errno != EINTR) {
      return READ_FAILED;
    }
    if (ready > 0 && n == 0) {
      return READ_ALL;
    }
    gw_buffer_append(into, (GwView){bytes, n > 0 ? (size_t)n : 0});
    if (into->length > limit) {
      return READ_TOO_MUCH;
    }
  }
}

static GwStatus explain_signal(const GwRenderLimits *limits, int number, GwError *error)
{
  if (number == SIGXCPU) {
    return gw_fail(error, GW_ERR_CHILD, "it ran past %u s of processor time",
                   limits->cpu_seconds);
  }
  return gw_fail(error, GW_ERR_CHILD, "it died of signal %d (%s)", number, strsignal(number));
}

/* What became of the child: its picture is in `result`, or what it complained of. */
static GwStatus judge(const GwRenderLimits *limits, Reading reading, int status,
                      const GwBuffer *result, GwError *error)
{
  if (result->failed) {
    return gw_fail_memory(error);
  }
  switch (reading) {
  case READ_LATE:
    return gw_fail(error, GW_ERR_CHILD, "it ran past %u s", limits->wall_seconds);
  case READ_TOO_MUCH:
    return gw_fail(error, GW_ERR_CHILD, "its picture is larger than %zu bytes",
                   limits->output_bytes);
  case READ_FAILED:
    return gw_fail(error, GW_ERR_CHILD, "its picture could not be read");
  case READ_ALL:
    break;
  }
  if (WIFSIGNALED(status)) {
    return explain_signal(limits, WTERMSIG(status), error);
  }
  if (WEXITSTATUS(status) == GW_NOT_DOT) {
    return gw_fail(error, GW_ERR_INPUT, "the graph is not valid DOT: %.*s",
                   GW_PRINT(gw_buffer_view(result)));
  }
  return WEXITSTATUS(status) == GW_DRAWN && result->length > 0
         ? GW_OK
         : gw_fail(error, GW_ERR_CHILD, "it failed: %.*s", GW_PRINT(gw_buffer_view(result)));
}

static int wait_for(pid_t child)
{
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  return status;
}

/* One try with one layout. `result` is the caller's to free. */
static GwStatus try_layout(const GwRenderLimits *limits, const GwLayout *layout, const char *dot,
                           const char *format, GwBuffer *result, GwError *error)
{
  int ends[2];
  if (pipe(ends) != 0) {
    return gw_fail(error, GW_ERR_CHILD, "no pipe for Graphviz: %s", strerror(errno));
  }
  fflush(NULL); /* Graphviz may call exit in the child, which would write these buffers again */
  const pid_t child = fork();
  if (child == 0) {
    (void)close(ends[0]);
    run_child(limits, layout, dot, format, ends[1]);
  }
  (void)close(ends[1]);
  if (child < 0) {
    (void)close(ends[0]);
    return gw_fail(error, GW_ERR_CHILD, "no process for Graphviz: %s", strerror(errno));
  }
  const long deadline = milliseconds_now() + 1000L * (long)limits->wall_seconds;
  const Reading reading = read_until(ends[0], deadline, limits->output_bytes, result);
  (void)close(ends[0]);
  if (reading != READ_ALL) {
    (void)kill(child, SIGKILL);
  }
  return judge(limits, reading, wait_for(child), result, error);
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
