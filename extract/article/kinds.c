/* The kinds of blocks: their names, and which of them make up the argument. */
#include "extract/article/article.h"

static const char *const names[GW_BLOCK_KIND_COUNT] = {
  "title", "kicker", "standfirst", "byline", "date", "dateline", "heading", "paragraph", "speaker",
  "question", "table", "caption", "biography", "note", "reference", "promotion", "repeated"};

const char *gw_block_kind_name(GwBlockKind kind)
{
  return kind < GW_BLOCK_KIND_COUNT ? names[kind] : "paragraph";
}

bool gw_block_states(GwBlockKind kind)
{
  return kind == GW_BLOCK_PARAGRAPH || kind == GW_BLOCK_STANDFIRST || kind == GW_BLOCK_BIOGRAPHY
         || kind == GW_BLOCK_NOTE;
}

bool gw_block_is_beside(GwBlockKind kind)
{
  return kind >= GW_BLOCK_CAPTION && kind <= GW_BLOCK_PROMOTION;
}
