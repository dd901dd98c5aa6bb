/* Text that stands twice in an article: the title above itself, sentences pulled out of the
 * argument as decoration. */
#include "extract/article/blocks.h"

#include "base/map.h"
#include "base/utf8.h"

#include <string.h>

enum { SENTENCE_BYTES = 40, QUOTE_BYTES = 600, QUOTE_SENTENCES = 3 };

GwView gw_squeeze(GwArena *arena, GwView text)
{
  char *out = GW_NEW(arena, text.length + 1, char);
  size_t n = 0;
  for (size_t i = 0; out && i < text.length; i++) {
    const bool space = text.data[i] == ' ' || text.data[i] == '\n' || text.data[i] == '\t';
    if (!space) {
      out[n++] = text.data[i];
    } else if (n && out[n - 1] != ' ') {
      out[n++] = ' ';
    }
  }
  return (GwView){out, out ? n : 0};
}

/* Cut the next rough sentence off `rest`: good enough to compare copies of one text. */
static bool next_sentence(GwView *rest, GwView *sentence)
{
  static const char *const quotes[] = {"\"", "“", "”", "‘", "’", NULL};
  size_t end = 0;
  if (rest->length == 0) {
    return false;
  }
  while (end < rest->length
         && !(end && strchr(".!?", rest->data[end - 1]) && rest->data[end] == ' ')) {
    end++;
  }
  *sentence = gw_view_trim(gw_view_slice(*rest, 0, end));
  *rest = gw_view_trim(gw_view_slice(*rest, end, rest->length));
  for (const char *const *q = quotes; *q; q++) {
    const GwView quote = gw_view(*q);
    if (gw_view_starts(*sentence, quote)) {
      *sentence = gw_view_slice(*sentence, quote.length, sentence->length);
    }
    if (gw_view_ends(*sentence, quote)) {
      sentence->length -= quote.length;
    }
  }
  return true;
}

/* How often each sentence stands in the paragraphs. */
typedef struct {
  GwMap counts;
  GwView *flat; ///< [block_count]: paragraphs, squeezed
} Sentences;

static GwStatus count_sentences(Sentences *s, size_t block, GwError *error)
{
  GwView rest = s->flat[block], sentence;
  while (next_sentence(&rest, &sentence)) {
    const size_t seen = gw_map_get(&s->counts, sentence);
    if (!gw_map_set(&s->counts, sentence, seen == GW_MAP_ABSENT ? 1 : seen + 1)) {
      return gw_fail_memory(error);
    }
  }
  return GW_OK;
}

/* A few whole sentences of some length, each of which stands elsewhere too. */
static bool is_pull_quote(const Sentences *s, size_t block)
{
  GwView rest = s->flat[block], sentence;
  size_t sentences = 0;
  if (rest.length > QUOTE_BYTES || rest.length < SENTENCE_BYTES) {
    return false;
  }
  while (next_sentence(&rest, &sentence)) {
    if (gw_map_get(&s->counts, sentence) < 2) {
      return false;
    }
    sentences++;
  }
  return sentences <= QUOTE_SENTENCES;
}

/* The copies that are left count without this one. */
static GwStatus forget(Sentences *s, size_t block, GwError *error)
{
  GwView rest = s->flat[block], sentence;
  while (next_sentence(&rest, &sentence)) {
    const size_t seen = gw_map_get(&s->counts, sentence);
    if (!gw_map_set(&s->counts, sentence, seen - 1)) {
      return gw_fail_memory(error);
    }
  }
  return GW_OK;
}

/* The blocks after the title repeat it when, put together, they read the same. */
static GwStatus mark_title(GwArena *arena, GwArticle *a, GwError *error)
{
  size_t first = 0;
  while (first < a->block_count && a->blocks[first].kind != GW_BLOCK_TITLE) {
    first++;
  }
  if (first == a->block_count) {
    return GW_OK;
  }
  const GwView squeezed = gw_squeeze(arena, a->title);
  const GwView title = squeezed.data ? gw_utf8_lower(arena, squeezed) : squeezed;
  size_t matched = 0, b = first + 1;
  for (; title.data && b < a->block_count && matched < title.length; b++) {
    const GwView text = gw_view_slice(a->text, a->blocks[b].span.begin, a->blocks[b].span.end);
    GwView flat = text.length > title.length + 100 ? GW_VIEW("") : gw_squeeze(arena, text);
    flat = flat.data ? gw_utf8_lower(arena, flat) : flat;
    matched += matched && title.data[matched] == ' ';
    if (!flat.data || !flat.length
        || !gw_view_starts(gw_view_slice(title, matched, title.length), flat)) {
      break;
    }
    matched += flat.length;
  }
  for (size_t i = first + 1; matched == title.length && i < b; i++) {
    a->blocks[i].kind = GW_BLOCK_REPEATED;
  }
  return title.data ? GW_OK : gw_fail_memory(error);
}

GwStatus gw_blocks_mark_repeats(GwArena *arena, GwArticle *a, GwError *error)
{
  Sentences s = {gw_map_new(arena), GW_NEW(arena, a->block_count, GwView)};
  if (!s.flat) {
    return gw_fail_memory(error);
  }
  GW_TRY(mark_title(arena, a, error));
  for (size_t i = 0; i < a->block_count; i++) {
    const GwBlock *block = &a->blocks[i];
    if (block->kind == GW_BLOCK_PARAGRAPH) {
      s.flat[i] = gw_squeeze(arena, gw_view_slice(a->text, block->span.begin, block->span.end));
      if (!s.flat[i].data) {
        return gw_fail_memory(error);
      }
      GW_TRY(count_sentences(&s, i, error));
    }
  }
  for (size_t i = a->block_count; i-- > 0;) {
    if (a->blocks[i].kind == GW_BLOCK_PARAGRAPH && is_pull_quote(&s, i)) {
      a->blocks[i].kind = GW_BLOCK_REPEATED;
      GW_TRY(forget(&s, i, error));
    }
  }
  return GW_OK;
}
