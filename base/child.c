#include "base/child.h"

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

/* The hard limit lies above the soft one, so that the signal that ends the child tells which. */
static struct rlimit limit_of(size_t value)
{
  return (struct rlimit){(rlim_t)value, (rlim_t)value + 1};
}

static void set_limits(const GwChildLimits *limits)
{
  const struct rlimit none = {0, 0}, processor = limit_of(limits->cpu_seconds);
  const struct rlimit memory = limit_of(limits->memory_bytes);
  (void)setrlimit(RLIMIT_CORE, &none);
  (void)setrlimit(RLIMIT_CPU, &processor);
  if (GW_LIMITS_MEMORY) {
    (void)setrlimit(RLIMIT_AS, &memory);
  }
}

static void run_child(const GwChildLimits *limits, GwChildTask task, void *data, int fd)
{
  const int nowhere = open("/dev/null", O_RDWR);
  if (nowhere >= 0) {
    (void)dup2(nowhere, STDOUT_FILENO);
    (void)dup2(nowhere, STDERR_FILENO);
  }
  set_limits(limits);
  (void)signal(SIGPIPE, SIG_DFL);
  _exit(task(data, fd));
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

static GwStatus explain_signal(const GwChildLimits *limits, int number, GwError *error)
{
  if (number == SIGXCPU) {
    return gw_fail(error, GW_ERR_CHILD, "it ran past %u s of processor time",
                   limits->cpu_seconds);
  }
  return gw_fail(error, GW_ERR_CHILD, "it died of signal %d (%s)", number, strsignal(number));
}

/* What became of the child. */
static GwStatus judge(const GwChildLimits *limits, Reading reading, int status,
                      const GwBuffer *out, GwError *error)
{
  if (out->failed) {
    return gw_fail_memory(error);
  }
  switch (reading) {
  case READ_LATE:
    return gw_fail(error, GW_ERR_CHILD, "it ran past %u s", limits->wall_seconds);
  case READ_TOO_MUCH:
    return gw_fail(error, GW_ERR_CHILD, "its output is larger than %zu bytes",
                   limits->output_bytes);
  case READ_FAILED:
    return gw_fail(error, GW_ERR_CHILD, "its output could not be read");
  case READ_ALL:
    break;
  }
  return WIFSIGNALED(status) ? explain_signal(limits, WTERMSIG(status), error) : GW_OK;
}

static int wait_for(pid_t child)
{
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  return status;
}

GwStatus gw_child_run(const GwChildLimits *limits, GwChildTask task, void *data, GwBuffer *out,
                      int *exit_status, GwError *error)
{
  int ends[2];
  if (pipe(ends) != 0) {
    return gw_fail(error, GW_ERR_CHILD, "it has no pipe: %s", strerror(errno));
  }
  fflush(NULL); /* a library may call exit in the child, which would write these buffers again */
  const pid_t child = fork();
  if (child == 0) {
    (void)close(ends[0]);
    run_child(limits, task, data, ends[1]);
  }
  (void)close(ends[1]);
  if (child < 0) {
    (void)close(ends[0]);
    return gw_fail(error, GW_ERR_CHILD, "it has no process: %s", strerror(errno));
  }
  const long deadline = milliseconds_now() + 1000L * (long)limits->wall_seconds;
  const Reading reading = read_until(ends[0], deadline, limits->output_bytes, out);
  (void)close(ends[0]);
  if (reading != READ_ALL) {
    (void)kill(child, SIGKILL);
  }
  const int status = wait_for(child);
  *exit_status = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  return judge(limits, reading, status, out, error);
}
