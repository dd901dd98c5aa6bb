#include "base/arena.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define BLOCK_BYTES ((size_t)64 * 1024)

struct GwArenaBlock {
  GwArenaBlock *next;
  size_t used, size;
  alignas(max_align_t) unsigned char bytes[];
};

static size_t rounded(size_t size)
{
  const size_t unit = alignof(max_align_t);
  return (size + unit - 1) / unit * unit;
}

static GwArenaBlock *block_new(GwArena *arena, size_t size)
{
  const size_t room = size > BLOCK_BYTES ? size : BLOCK_BYTES;
  GwArenaBlock *block = room > SIZE_MAX - sizeof *block ? NULL : calloc(1, sizeof *block + room);
  if (block) {
    *block = (GwArenaBlock){arena->blocks, 0, room};
    arena->blocks = block;
  }
  return block;
}

void *gw_arena_alloc(GwArena *arena, size_t count, size_t size)
{
  if (size && count > (SIZE_MAX / 2) / size) {
    return NULL;
  }
  const size_t bytes = rounded(count * size + (count * size == 0));
  GwArenaBlock *block = arena->blocks;
  if (!block || block->size - block->used < bytes) {
    block = block_new(arena, bytes);
  }
  if (!block) {
    return NULL;
  }
  void *result = block->bytes + block->used;
  block->used += bytes;
  return result; /* blocks are zeroed when they are made, and no byte is given twice */
}

void *gw_arena_grow(GwArena *arena, void *items, size_t count, size_t *capacity, size_t size)
{
  if (count < *capacity) {
    return items;
  }
  const size_t larger = *capacity ? *capacity * 2 : 16;
  void *copy = gw_arena_alloc(arena, larger, size);
  if (copy && count) {
    memcpy(copy, items, count * size);
  }
  if (copy) {
    *capacity = larger;
  }
  return copy;
}

void gw_arena_free(GwArena *arena)
{
  while (arena->blocks) {
    GwArenaBlock *next = arena->blocks->next;
    free(arena->blocks);
    arena->blocks = next;
  }
}
