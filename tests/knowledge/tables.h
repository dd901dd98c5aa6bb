/* The tables that tests of knowledge read with: opened once a program, by setup and teardown. */
#ifndef GW_TESTS_KNOWLEDGE_TABLES_H
#define GW_TESTS_KNOWLEDGE_TABLES_H

#include "extract/knowledge/knowledge.h"

static GwArena tables = GW_ARENA_INIT;
static GwResources resources;

static int open_tables(void **state)
{
  GwError error = {0};
  (void)state;
  return gw_resources_open(&tables, &resources, &error);
}

static int close_tables(void **state)
{
  (void)state;
  gw_arena_free(&tables);
  return 0;
}

#endif
