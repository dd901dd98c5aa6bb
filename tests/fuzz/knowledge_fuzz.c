/* Any bytes as CoNLL-U: what can be read is read on into knowledge, propositions and a graph's
 * listing, whatever its trees look like. Seeds: tests/knowledge/data. GRAPHWRIGHT_DATA names the
 * folder of the tables. */
#include "extract/knowledge/listing.h"
#include "extract/knowledge/propositions.h"
#include "extract/language/conllu.h"

#include <stdint.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t count);

static GwArena tables = GW_ARENA_INIT;
static GwResources resources;

static bool tables_are_open(void)
{
  static bool open;
  open = open || !gw_resources_open(&tables, &resources, NULL);
  return open;
}

static void read_on(GwArena *arena, const GwDocument *document, GwBuffer *out)
{
  GwKnowledge knowledge;
  GwPropositions propositions;
  if (gw_knowledge_build(arena, &resources, document, &knowledge, NULL)) {
    return;
  }
  gw_list_entities(&knowledge, out);
  gw_list_statements(&knowledge, out);
  if (!gw_propositions_find(arena, &resources, &knowledge, &propositions, NULL)) {
    gw_list_propositions(document, &propositions, out);
  }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t count)
{
  GwArena arena = GW_ARENA_INIT;
  GwArticle article;
  GwDocument document;
  GwBuffer out = GW_BUFFER_INIT;
  const GwView content = {(const char *)bytes, count};
  if (tables_are_open()
      && !gw_conllu_read(&arena, "fuzz", content, &article, &document, NULL)) {
    read_on(&arena, &document, &out);
  }
  gw_buffer_free(&out);
  gw_arena_free(&arena);
  return 0;
}
