/* Blocks, title, author and date of the texts in data/. */
#include "tests/cases.h"

#include "extract/article/article.h"

static const char *const kinds[] = {"title", "byline", "date", "heading", "paragraph", "note",
                                    "repeated"};

/* The block's first and last bytes, line ends shown. */
static void write_block(const GwArticle *article, const GwBlock *block, GwBuffer *out)
{
  gw_buffer_format(out, "%-9s ", kinds[block->kind]);
  for (size_t i = block->span.begin; i < block->span.end; i++) {
    const char c = article->text.data[i];
    gw_buffer_text(out, c == '\n' ? " / " : "");
    gw_buffer_append(out, c == '\n' ? GW_VIEW("") : (GwView){&c, 1});
  }
  gw_buffer_char(out, '\n');
}

static void list_blocks(GwArena *arena, const char *path, GwBuffer *out)
{
  GwArticle article;
  GwError error;
  assert_ok(gw_article_load(arena, path, &article, &error), error);
  gw_buffer_format(out, "title: %.*s\nauthor: %.*s\ndate: %s\n", GW_PRINT(article.title),
                   GW_PRINT(article.author), article.date);
  for (size_t i = 0; i < article.block_count; i++) {
    write_block(&article, &article.blocks[i], out);
  }
}

int main(void)
{
  return gw_cases_run("tests/article/data", list_blocks);
}
