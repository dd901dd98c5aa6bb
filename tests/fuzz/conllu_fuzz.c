/* Any bytes as CoNLL-U: refused, or written and read again without complaint. */
#include "extract/language/conllu.h"

#include <stdint.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t count);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t count)
{
  GwArena arena = GW_ARENA_INIT;
  GwArticle article;
  GwDocument document;
  GwBuffer out = GW_BUFFER_INIT;
  const GwView content = {(const char *)bytes, count};
  if (!gw_conllu_read(&arena, "fuzz", content, &article, &document, NULL)) {
    if (gw_conllu_write(&document, &out, NULL)
        || gw_conllu_read(&arena, "again", gw_buffer_view(&out), &article, &document, NULL)) {
      abort();
    }
  }
  gw_buffer_free(&out);
  gw_arena_free(&arena);
  return 0;
}
