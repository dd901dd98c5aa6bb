/** @file hash.h
 * Content hashes: XXH3 (Collet), stable across machines and versions.
 */
#ifndef GW_BASE_HASH_H
#define GW_BASE_HASH_H

#include "base/view.h"

#include <stdint.h>

/** 64-bit hash of bytes. */
uint64_t gw_hash(GwView bytes);

/** 12 hexadecimal digits (48 bits of the 128-bit hash) that name a content, terminated. */
void gw_hash_name(GwView bytes, char name[13]);

#endif
