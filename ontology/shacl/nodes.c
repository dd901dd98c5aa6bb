#include "ontology/shacl/nodes.h"

#include <stdlib.h>
#include <string.h>

enum { SHORT = 16 }; ///< lists up to here are searched from end to end

static uint32_t *slot_of(const GwNodes *nodes, GwNode node)
{
  size_t at = (node * (size_t)0x9E3779B97F4A7C15u >> 20) & (nodes->slot_count - 1);
  while (nodes->slots[at] && nodes->list[nodes->slots[at] - 1] != node) {
    at = (at + 1) & (nodes->slot_count - 1);
  }
  return &nodes->slots[at];
}

bool gw_nodes_have(const GwNodes *nodes, GwNode node)
{
  if (nodes->slot_count) {
    return *slot_of(nodes, node) != 0;
  }
  for (size_t i = 0; i < nodes->count; i++) {
    if (nodes->list[i] == node) {
      return true;
    }
  }
  return false;
}

static bool rehash(GwNodes *nodes, size_t slots)
{
  uint32_t *grown = calloc(slots, sizeof *grown);
  if (!grown) {
    return false;
  }
  free(nodes->slots);
  nodes->slots = grown;
  nodes->slot_count = slots;
  for (size_t i = 0; i < nodes->count; i++) {
    *slot_of(nodes, nodes->list[i]) = (uint32_t)(i + 1);
  }
  return true;
}

static bool make_room(GwNodes *nodes)
{
  if (nodes->count == nodes->capacity) {
    const size_t larger = nodes->capacity ? 2 * nodes->capacity : SHORT;
    GwNode *grown = realloc(nodes->list, larger * sizeof *grown);
    if (!grown) {
      return false;
    }
    nodes->list = grown;
    nodes->capacity = larger;
  }
  return nodes->count < SHORT || 2 * (nodes->count + 1) <= nodes->slot_count
         || rehash(nodes, 4 * nodes->capacity);
}

bool gw_nodes_add(GwNodes *nodes, GwNode node)
{
  if (gw_nodes_have(nodes, node)) {
    return true;
  }
  if (!make_room(nodes)) {
    return false;
  }
  nodes->list[nodes->count++] = node;
  if (nodes->slot_count) {
    *slot_of(nodes, node) = (uint32_t)nodes->count;
  }
  return true;
}

void gw_nodes_clear(GwNodes *nodes)
{
  nodes->count = 0;
  free(nodes->slots);
  nodes->slots = NULL;
  nodes->slot_count = 0;
}

void gw_nodes_free(GwNodes *nodes)
{
  free(nodes->list);
  free(nodes->slots);
  *nodes = (GwNodes)GW_NODES_INIT;
}
