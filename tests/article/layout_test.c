/* Blocks, title, author and date of the texts in data/. */
#include "tests/cases.h"

#include "extract/article/article.h"

/* The block's first and last bytes, line ends shown. */
static void write_block(const GwArticle *article, const GwBlock *block, GwBuffer *out)
{
  gw_buffer_format(out, "%-10s ", gw_block_kind_name(block->kind));
  if (block->section != GW_NO_SECTION) {
    gw_buffer_format(out, "%zu ", block->section + 1);
  }
  if (block->speaker.length) {
    gw_buffer_format(out, "<%.*s> ", GW_PRINT(block->speaker));
  }
  for (size_t i = block->span.begin; i < block->span.end; i++) {
    const char c = article->text.data[i];
    gw_buffer_text(out, c == '\n' ? " / " : "");
    gw_buffer_append(out, c == '\n' ? GW_VIEW("") : (GwView){&c, 1});
  }
  gw_buffer_char(out, '\n');
}

static void list_field(const char *name, GwView value, GwBuffer *out)
{
  if (value.length) {
    gw_buffer_format(out, "%s: %.*s\n", name, GW_PRINT(value));
  }
}

static void list_metadata(const GwArticle *a, GwBuffer *out)
{
  list_field("kicker", a->kicker, out);
  list_field("title", a->title, out);
  for (size_t i = 0; i < a->author_count; i++) {
    list_field("author", a->authors[i].name, out);
    list_field("  office", a->authors[i].office, out);
    list_field("  affiliation", a->authors[i].affiliation, out);
  }
  list_field("date", gw_view(a->date), out);
  list_field("modified", gw_view(a->modified), out);
  list_field("dateline", a->dateline, out);
  list_field("publisher", a->publisher, out);
}

/* Indented by their depth; the kind tells what stands beside the argument. */
static void list_sections(const GwArticle *a, GwBuffer *out)
{
  for (size_t i = 0; i < a->section_count; i++) {
    const GwSection *s = &a->sections[i];
    gw_buffer_format(out, "section %zu", i + 1);
    if (s->parent != GW_NO_SECTION) {
      gw_buffer_format(out, " in %zu", s->parent + 1);
    }
    gw_buffer_format(out, ": %s \"%.*s\"\n", gw_block_kind_name(s->kind), GW_PRINT(s->title));
  }
}

static void list_blocks(GwArena *arena, const char *path, GwBuffer *out)
{
  GwArticle article;
  GwError error;
  assert_ok(gw_article_load(arena, path, &article, &error), error);
  list_metadata(&article, out);
  list_sections(&article, out);
  for (size_t i = 0; i < article.block_count; i++) {
    write_block(&article, &article.blocks[i], out);
  }
}

int main(void)
{
  return gw_cases_run("tests/article/data", list_blocks);
}
