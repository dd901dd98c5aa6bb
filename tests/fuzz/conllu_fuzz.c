/* Any bytes as CoNLL-U: refused, or read and written. */
#include "extract/language/conllu.h"

#include <stdint.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t count);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t count)
{
  GwArena arena = GW_ARENA_INIT;
  GwArticle article;
  GwDocument document;
  GwBuffer out = GW_BUFFER_INIT;
  const GwView content = {(const char *)bytes, count};
  if (!gw_conllu_read(&arena, "fuzz", content, &article, &document, NULL)) {
    (void)gw_conllu_write(&document, &out, NULL);
  }
  gw_buffer_free(&out);
  gw_arena_free(&arena);
  return 0;
}
