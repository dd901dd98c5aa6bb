/* Any bytes as a model file: refused, or every array lies inside the file. The hash in the
 * header is put right first, as it would refuse nearly everything. */
#include "base/hash.h"
#include "extract/language/engine.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t count);

static void write_model(int fd, const uint8_t *bytes, size_t count)
{
  const uint64_t hash = gw_hash((GwView){(const char *)bytes, count});
  if (write(fd, "GWMODEL1", 8) != 8 || write(fd, &hash, 8) != 8
      || write(fd, bytes, count) != (ssize_t)count) {
    abort();
  }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t count)
{
  char path[64];
  GwEngine *engine = NULL;
  const int fd = memfd_create("model", 0);
  if (fd < 0) {
    return 0;
  }
  write_model(fd, bytes, count);
  snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
  if (!gw_engine_open(path, &engine, NULL)) {
    gw_engine_close(engine);
  }
  close(fd);
  return 0;
}
