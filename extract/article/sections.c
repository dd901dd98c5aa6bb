/* Sections: what stands under each heading, nested by the headings' levels. */
#include "extract/article/blocks.h"

typedef struct {
  GwArena *arena;
  GwArticle *article;
  size_t capacity;
  size_t open; ///< innermost open section, or GW_NO_SECTION
} Sections;

/* Close the open sections down to one that a section of this level can stand in. */
static void close_to(Sections *s, size_t level)
{
  const GwSection *sections = s->article->sections;
  while (s->open != GW_NO_SECTION
         && (sections[s->open].level >= level || sections[s->open].title.length == 0)) {
    s->open = sections[s->open].parent;
  }
}

static GwStatus open_section(Sections *s, const GwBlock *block, GwBlockKind kind, GwError *error)
{
  GwArticle *a = s->article;
  const bool headed = block->kind == GW_BLOCK_HEADING;
  a->sections = gw_arena_grow(s->arena, a->sections, a->section_count, &s->capacity,
                              sizeof *a->sections);
  const GwView title = headed ? gw_squeeze(s->arena, gw_view_slice(a->text, block->span.begin,
                                                                   block->span.end))
                              : GW_VIEW("");
  if (!a->sections || !title.data) {
    return gw_fail_memory(error);
  }
  close_to(s, headed ? block->level : 1);
  a->sections[a->section_count] = (GwSection){title, block->span, s->open, block->level, kind};
  s->open = a->section_count++;
  return GW_OK;
}

/* Captions and links stand anywhere, and make no section. */
static bool makes_section(GwBlockKind kind)
{
  return kind == GW_BLOCK_BIOGRAPHY || kind == GW_BLOCK_NOTE || kind == GW_BLOCK_REFERENCE;
}

static bool is_passed_over(GwBlockKind kind)
{
  return gw_block_is_beside(kind) && !makes_section(kind);
}

/* The kind of the block that a heading stands before: a heading over a biography heads it. */
static GwBlockKind kind_under(const GwArticle *a, size_t block)
{
  const GwBlockKind next = block + 1 < a->block_count ? a->blocks[block + 1].kind
                                                      : GW_BLOCK_PARAGRAPH;
  return makes_section(next) ? next : GW_BLOCK_PARAGRAPH;
}

/* Whether a block beside the argument starts a run of its kind, and no open section holds it. */
static bool starts_run(const Sections *s, GwBlockKind kind)
{
  return makes_section(kind)
         && (s->open == GW_NO_SECTION || s->article->sections[s->open].kind != kind);
}

/* A run without a heading ends where its kind does; what is under a heading stays there. */
static void end_run(Sections *s, GwBlockKind kind)
{
  const GwSection *open = s->open == GW_NO_SECTION ? NULL : &s->article->sections[s->open];
  if (open && open->title.length == 0 && open->kind != kind && !is_passed_over(kind)) {
    s->open = open->parent;
  }
}

static bool has_text(GwBlockKind kind)
{
  return kind != GW_BLOCK_TITLE && kind != GW_BLOCK_KICKER && kind != GW_BLOCK_BYLINE
         && kind != GW_BLOCK_DATE;
}

static GwStatus place_block(Sections *s, size_t number, GwError *error)
{
  GwArticle *a = s->article;
  GwBlock *block = &a->blocks[number];
  end_run(s, block->kind);
  if (block->kind == GW_BLOCK_HEADING) {
    GW_TRY(open_section(s, block, kind_under(a, number), error));
  } else if (starts_run(s, block->kind)) {
    GW_TRY(open_section(s, block, block->kind, error));
  }
  block->section = has_text(block->kind) ? s->open : GW_NO_SECTION;
  if (s->open != GW_NO_SECTION) {
    a->sections[s->open].span.end = block->span.end;
  }
  return GW_OK;
}

/* A section reaches to the end of the last one in it; children come after their parents. */
static void reach_over_children(GwArticle *a)
{
  for (size_t i = a->section_count; i > 0; i--) {
    const GwSection *section = &a->sections[i - 1];
    if (section->parent != GW_NO_SECTION
        && a->sections[section->parent].span.end < section->span.end) {
      a->sections[section->parent].span.end = section->span.end;
    }
  }
}

GwStatus gw_sections_find(GwArena *arena, GwArticle *article, GwError *error)
{
  Sections s = {.arena = arena, .article = article, .open = GW_NO_SECTION};
  for (size_t i = 0; i < article->block_count; i++) {
    GW_TRY(place_block(&s, i, error));
  }
  reach_over_children(article);
  return GW_OK;
}
