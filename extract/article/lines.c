/* Text that somebody has split into sentences already: a line is one. */
#include "extract/article/blocks.h"

GwStatus gw_blocks_lines(GwArena *arena, GwArticle *article, GwError *error)
{
  size_t capacity = 0;
  GwView rest = article->text, line;
  while (gw_view_next(&rest, '\n', &line)) {
    const GwView text = gw_view_trim(line);
    if (text.length == 0) {
      continue;
    }
    article->blocks = gw_arena_grow(arena, article->blocks, article->block_count, &capacity,
                                    sizeof *article->blocks);
    if (!article->blocks) {
      return gw_fail_memory(error);
    }
    const size_t begin = (size_t)(text.data - article->text.data);
    article->blocks[article->block_count++] = (GwBlock){
      .span = {begin, begin + text.length}, .kind = GW_BLOCK_PARAGRAPH, .section = GW_NO_SECTION};
  }
  article->one_sentence_a_block = true;
  return GW_OK;
}
