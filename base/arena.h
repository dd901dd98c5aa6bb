/** @file arena.h
 * Memory that lives and dies together: everything one article needs comes from one arena.
 */
#ifndef GW_BASE_ARENA_H
#define GW_BASE_ARENA_H

#include <stddef.h>

typedef struct GwArenaBlock GwArenaBlock;

typedef struct {
  GwArenaBlock *blocks; ///< newest first
} GwArena;

/** An empty arena: `GwArena arena = GW_ARENA_INIT;` */
#define GW_ARENA_INIT {NULL}

/** `count` x `size` zeroed bytes, aligned for any type, or NULL when memory is out or the
 * product overflows. Owned by the arena. */
void *gw_arena_alloc(GwArena *arena, size_t count, size_t size);

/** Grow an array that lives in the arena so that item number `count` fits: returns `items`
 * itself, or a copy twice as large (updating `capacity`), or NULL when memory is out. */
void *gw_arena_grow(GwArena *arena, void *items, size_t count, size_t *capacity, size_t size);

/** Free everything. The arena can be used again. */
void gw_arena_free(GwArena *arena);

#define GW_NEW(arena, count, Type) ((Type *)gw_arena_alloc((arena), (count), sizeof(Type)))

#endif
