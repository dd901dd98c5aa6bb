#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

static GwStatus fail_errno(GwError *error, const char *path, const char *what)
{
  return gw_fail(error, GW_ERR_IO, "%s: cannot %s: %s", path, what, strerror(errno));
}

/* Reads to the end; stops one byte past the limit. */
static bool read_all(int fd, size_t limit, GwBuffer *buffer)
{
  char chunk[65536];
  ssize_t got = 0;
  while (buffer->length <= limit && (got = read(fd, chunk, sizeof chunk)) != 0) {
    if (got > 0) {
      gw_buffer_append(buffer, (GwView){chunk, (size_t)got});
    } else if (errno != EINTR) {
      return false;
    }
    if (buffer->failed) {
      return true;
    }
  }
  return true;
}

GwStatus gw_file_read(GwArena *arena, const char *path, size_t limit, GwView *content,
                      GwError *error)
{
  const bool standard = strcmp(path, "-") == 0;
  const int fd = standard ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
  if (fd < 0) {
    return fail_errno(error, path, "open");
  }
  GwBuffer buffer = GW_BUFFER_INIT;
  GwStatus status = read_all(fd, limit, &buffer) ? GW_OK : fail_errno(error, path, "read");
  if (!standard) {
    close(fd);
  }
  if (!status && buffer.length > limit) {
    status = gw_fail(error, GW_ERR_INPUT, "%s: larger than %zu MB; split it", path,
                     limit / 1000000);
  }
  const GwView bytes = gw_buffer_view(&buffer);
  char *copy = status ? NULL : gw_view_copy(arena, bytes);
  if (!status && (buffer.failed || !copy)) {
    status = gw_fail_memory(error);
  }
  *content = (GwView){copy, copy ? bytes.length : 0};
  gw_buffer_free(&buffer);
  return status;
}

GwStatus gw_file_map(const char *path, GwView *content, GwError *error)
{
  *content = (GwView){"", 0};
  const int fd = open(path, O_RDONLY | O_CLOEXEC);
  struct stat info;
  if (fd < 0) {
    return fail_errno(error, path, "open");
  }
  if (fstat(fd, &info) || !S_ISREG(info.st_mode)) {
    close(fd);
    return gw_fail(error, GW_ERR_IO, "%s: not a regular file", path);
  }
  const size_t size = (size_t)info.st_size;
  void *bytes = size ? mmap(NULL, size, PROT_READ, MAP_PRIVATE, fd, 0) : NULL;
  close(fd);
  if (bytes == MAP_FAILED) {
    return fail_errno(error, path, "map");
  }
  if (bytes) {
    *content = (GwView){bytes, size};
  }
  return GW_OK;
}

void gw_file_unmap(GwView content)
{
  if (content.length) {
    munmap((void *)(uintptr_t)content.data, content.length);
  }
}

/* The drain of a new file's buffer. */
static bool write_bytes(void *context, GwView bytes)
{
  GwNewFile *file = context;
  while (bytes.length) {
    const ssize_t put = write(file->fd, bytes.data, bytes.length);
    if (put < 0 && errno != EINTR) {
      file->problem = errno;
      return false;
    }
    if (put > 0) {
      bytes = gw_view_slice(bytes, (size_t)put, bytes.length);
    }
  }
  return true;
}

GwStatus gw_file_create(GwNewFile *file, const char *path, GwError *error)
{
  *file = (GwNewFile){.out = GW_BUFFER_INIT, .path = path, .arena = GW_ARENA_INIT, .fd = -1};
  file->out.drain = write_bytes;
  file->out.context = file;
  const GwView name = gw_view_format(&file->arena, "%s.XXXXXX", path);
  char *temporary = name.data ? gw_view_copy(&file->arena, name) : NULL;
  if (!temporary) {
    return gw_fail_memory(error);
  }
  file->fd = mkstemp(temporary);
  if (file->fd < 0) {
    return fail_errno(error, path, "create a file beside");
  }
  file->temporary = temporary;
  return GW_OK;
}

static bool is_kept(int fd)
{
  const mode_t mask = umask(0);
  umask(mask);
  return (fsync(fd) == 0 || errno == EINVAL || errno == EROFS) && fchmod(fd, 0666 & ~mask) == 0;
}

/* Close; when the content is wanted, write the rest of it first. */
static GwStatus complete(GwNewFile *file, bool wanted, GwError *error)
{
  if (wanted) {
    gw_buffer_empty(&file->out);
  }
  const bool whole = wanted && !file->out.failed && !file->problem;
  if (whole && !is_kept(file->fd)) {
    file->problem = errno;
  }
  if (close(file->fd) != 0 && whole && !file->problem) {
    file->problem = errno;
  }
  if (file->problem) {
    errno = file->problem;
    return fail_errno(error, file->path, "write");
  }
  return wanted && !whole ? gw_fail_memory(error) : GW_OK;
}

static void discard(GwNewFile *file)
{
  if (file->temporary) {
    unlink(file->temporary);
  }
  gw_buffer_free(&file->out);
  gw_arena_free(&file->arena);
  file->temporary = NULL;
}

GwStatus gw_file_publish(GwNewFile *files, size_t count, GwStatus status, GwError *error)
{
  GwStatus first = GW_OK;
  for (size_t i = 0; i < count; i++) {
    if (files[i].temporary) {
      const GwStatus one = complete(&files[i], !status && !first, first ? NULL : error);
      first = first ? first : one;
    }
  }
  status = first ? first : status; /* what failed here tells why making the contents failed */
  for (size_t i = 0; i < count && !status; i++) {
    if (rename(files[i].temporary, files[i].path) != 0) {
      status = fail_errno(error, files[i].path, "write");
    } else {
      files[i].temporary = NULL;
    }
  }
  for (size_t i = 0; i < count; i++) {
    discard(&files[i]);
  }
  return status;
}

GwStatus gw_file_write_all(const GwOutput *outputs, size_t count, GwError *error)
{
  GwArena arena = GW_ARENA_INIT;
  GwNewFile *files = GW_NEW(&arena, count, GwNewFile);
  GwStatus status = files ? GW_OK : gw_fail_memory(error);
  for (size_t i = 0; !status && i < count; i++) {
    status = gw_file_create(&files[i], outputs[i].path, error);
    if (!status) {
      write_bytes(&files[i], outputs[i].content);
    }
  }
  status = files ? gw_file_publish(files, count, status, error) : status;
  gw_arena_free(&arena);
  return status;
}

GwStatus gw_file_write(const char *path, GwView content, GwError *error)
{
  const GwOutput output = {path, content};
  return gw_file_write_all(&output, 1, error);
}

GwStatus gw_file_make_folder(const char *path, GwError *error)
{
  char partial[4096];
  const size_t length = strlen(path);
  if (length == 0 || length >= sizeof partial) {
    return gw_fail(error, GW_ERR_IO, "'%.60s': not a usable folder name", path);
  }
  for (size_t i = 1; i <= length; i++) {
    if (path[i] != '/' && path[i] != '\0') {
      continue;
    }
    memcpy(partial, path, i);
    partial[i] = '\0';
    if (mkdir(partial, 0777) != 0 && errno != EEXIST) {
      return fail_errno(error, path, "make folder");
    }
  }
  struct stat info;
  if (stat(path, &info) != 0 || !S_ISDIR(info.st_mode)) {
    return gw_fail(error, GW_ERR_IO, "%s: is not a folder", path);
  }
  return GW_OK;
}

GwStatus gw_file_data(GwArena *arena, const char *name, const char **path, GwError *error)
{
  const char *chosen = getenv("GRAPHWRIGHT_DATA");
  const char *folders[] = {chosen, GW_DATA_FOLDER, GW_SOURCE_FOLDER};
  for (size_t i = chosen ? 0 : 1; i < (chosen ? 1 : 3); i++) {
    const GwView full = gw_view_format(arena, "%s/%s", folders[i], name);
    if (!full.data) {
      return gw_fail_memory(error);
    }
    if (access(full.data, R_OK) == 0) {
      *path = full.data;
      return GW_OK;
    }
  }
  return gw_fail(error, GW_ERR_IO, "data file %s not found in %s; set GRAPHWRIGHT_DATA to the "
                 "folder that holds it", name, chosen ? chosen : GW_DATA_FOLDER);
}
