#include "base/hash.h"

#include <stdio.h>
#include <xxhash.h>

uint64_t gw_hash(GwView bytes)
{
  return XXH3_64bits(bytes.data, bytes.length);
}

void gw_hash_name(GwView bytes, char name[13])
{
  const XXH128_hash_t hash = XXH3_128bits(bytes.data, bytes.length);
  snprintf(name, 13, "%012llx", (unsigned long long)(hash.low64 & 0xffffffffffffULL));
}
