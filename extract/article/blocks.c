#include "extract/article/blocks.h"

#include "base/utf8.h"

#include <string.h>
#include <strings.h>

enum {
  HEADING_BYTES = 110,
  HEADING_WORDS = 14,
  TITLE_BYTES = 200,
  TITLE_WORDS = 30,
  HEADER_BLOCKS = 8,   ///< title, byline and date stand among the first ones
  CREDIT_BYTES = 300
};

bool gw_starts_letters(GwView text, const char *prefix)
{
  const size_t n = strlen(prefix);
  return text.length >= n && strncasecmp(text.data, prefix, n) == 0;
}

static GwView text_of(const GwArticle *a, size_t block)
{
  return gw_view_slice(a->text, a->blocks[block].span.begin, a->blocks[block].span.end);
}

static size_t word_count(GwView text)
{
  size_t words = 0;
  bool inside = false;
  for (size_t i = 0; i < text.length; i++) {
    const bool space = text.data[i] == ' ' || text.data[i] == '\n' || text.data[i] == '\t';
    words += !space && !inside;
    inside = !space;
  }
  return words;
}

static bool is_short(GwView text)
{
  return text.length <= HEADING_BYTES && word_count(text) <= HEADING_WORDS;
}

/* The dot of "John F. Smith" and of "U.S." ends nothing. */
static bool is_initial(GwView text, size_t dot)
{
  return text.data[dot] == '.' && text.data[dot - 1] >= 'A' && text.data[dot - 1] <= 'Z'
         && strchr(" .", text.data[dot - 2]);
}

/* Whether a sentence ends before the text does: a title has no two. */
static bool holds_sentences(GwView text)
{
  for (size_t i = 0; i + 2 < text.length; i++) {
    size_t length = 0;
    if (strchr(".!?", text.data[i]) && text.data[i + 1] == ' '
        && gw_utf8_is_upper(gw_utf8_decode(text, i + 2, &length)) && i > 2
        && !is_initial(text, i)) {
      return true;
    }
  }
  return false;
}

/* Whether no blank line stands between a block and the one before. */
static bool follows_closely(const GwArticle *a, size_t block)
{
  size_t line_ends = 0;
  for (size_t i = block ? a->blocks[block - 1].span.end : 0; i < a->blocks[block].span.begin;
       i++) {
    line_ends += a->text.data[i] == '\n';
  }
  return block > 0 && line_ends == 1;
}

/* A list item is running text, however short; "1. Introduction" apart from others is a heading. */
static bool is_in_list(const GwArticle *a, size_t block)
{
  const GwView text = text_of(a, block);
  size_t length = 0;
  if (!gw_is_list_item(text)) {
    return false;
  }
  const bool numbered = gw_utf8_is_digit(gw_utf8_decode(text, 0, &length));
  const bool after = follows_closely(a, block) && gw_is_list_item(text_of(a, block - 1));
  const bool before = block + 1 < a->block_count && gw_is_list_item(text_of(a, block + 1));
  return !numbered || after || before;
}

/* What was seen of the article so far. */
typedef struct {
  GwArena *arena;
  GwArticle *article;
  GwBlockKind beside; ///< what a heading opened that is no argument, else GW_BLOCK_PARAGRAPH
  bool body;          ///< a paragraph was seen
  size_t level;       ///< the highest of marked headings
  size_t title;       ///< block, or block_count
} Layout;

/* A summary in full sentences may stand between title and byline or date. */
static void find_standfirst(Layout *l, size_t number)
{
  GwArticle *a = l->article;
  const size_t before = number - 1;
  if (number > 0 && l->title + 1 == before && a->blocks[before].kind == GW_BLOCK_PARAGRAPH) {
    a->blocks[before].kind = GW_BLOCK_STANDFIRST;
    a->standfirst = text_of(a, before);
    l->body = false;
  }
}

static GwStatus read_byline(Layout *l, size_t number, bool *found, GwError *error)
{
  GwArticle *a = l->article;
  const GwView text = text_of(a, number);
  GwView name;
  GW_TRY(gw_byline_read(l->arena, text, &name, error));
  *found = name.length > 0;
  if (*found) {
    const size_t bar = gw_view_find(text, GW_VIEW("|"), 0);
    gw_dates_read(gw_view_slice(text, bar < text.length ? bar + 1 : bar, text.length), a->date,
                  a->modified);
    GW_TRY(gw_byline_authors(l->arena, text, a, error));
    a->blocks[number].kind = GW_BLOCK_BYLINE;
    find_standfirst(l, number);
  }
  return GW_OK;
}

static bool has_small_letter(GwView text)
{
  for (size_t i = 0; i < text.length; i++) {
    if (text.data[i] >= 'a' && text.data[i] <= 'z') {
      return true;
    }
  }
  return false;
}

static bool is_title(const Layout *l, size_t number)
{
  const GwView text = text_of(l->article, number);
  const bool asks = text.data[text.length - 1] == '?' || text.data[text.length - 1] == '!';
  return l->article->title.length == 0 && !l->body && text.length <= TITLE_BYTES
         && word_count(text) <= TITLE_WORDS && (asks || !gw_ends_sentence(text))
         && !holds_sentences(text);
}

/* "The New Harbour" may look like a name. */
static bool begins_as_title(GwView text)
{
  static const char *const words[] = {"a ", "an ", "the ", "how ", "why ", "what ", "when ",
                                      "where ", "who ", "new ", "in ", "on ", "for ", "from ",
                                      "to ", "our ", "no ", "is ", NULL};
  for (const char *const *w = words; *w; w++) {
    if (gw_starts_letters(text, *w)) {
      return true;
    }
  }
  return false;
}

/* "Jane Doe" between the title and a date is who wrote it. */
static bool is_bare_byline(const Layout *l, size_t number)
{
  char published[11] = "", modified[11] = "";
  const GwArticle *a = l->article;
  const GwView text = text_of(a, number);
  return a->author_count == 0 && number + 1 < a->block_count && l->title < number
         && has_small_letter(text) && !begins_as_title(text)
         && gw_looks_like_name(gw_without_titles(text))
         && gw_dates_read(text_of(a, number + 1), published, modified);
}

/* Title, rubric, byline or date; false when the block is none of them. */
static GwStatus read_header(Layout *l, size_t number, bool *found, GwError *error)
{
  GwArticle *a = l->article;
  const GwView text = text_of(a, number);
  *found = true;
  if (gw_dates_read(text, a->date, a->modified)) {
    a->blocks[number].kind = GW_BLOCK_DATE;
    find_standfirst(l, number);
    return GW_OK;
  }
  if (a->author_count == 0) {
    GW_TRY(read_byline(l, number, found, error));
    if (*found) {
      return GW_OK;
    }
    *found = true;
  }
  if (is_bare_byline(l, number)) {
    a->blocks[number].kind = GW_BLOCK_BYLINE;
    return gw_authors_add(l->arena, a, text, error);
  }
  if (a->title.length == 0 && gw_is_kicker(text) && number + 1 < a->block_count
      && a->kicker.length == 0) {
    a->kicker = text;
    a->blocks[number].kind = GW_BLOCK_KICKER;
    return GW_OK;
  }
  if (is_title(l, number)) {
    a->title = gw_squeeze(l->arena, text);
    a->blocks[number].kind = GW_BLOCK_TITLE;
    l->title = number;
    return a->title.data ? GW_OK : gw_fail_memory(error);
  }
  *found = false;
  return GW_OK;
}

/* A biography near the end, which may be the only place that names the author. */
static GwStatus read_biography(Layout *l, size_t number, bool *found, GwError *error)
{
  GwArticle *a = l->article;
  const GwView text = text_of(a, number);
  const bool headed = l->beside == GW_BLOCK_BIOGRAPHY;
  *found = headed;
  if (!headed && (!l->body || number + 4 < a->block_count)) {
    return GW_OK;
  }
  const GwView name = a->author_count == 0 ? gw_biography_name(text) : GW_VIEW("");
  /* Somebody whom the argument does not speak of: else it is a sentence of the argument. */
  if (name.length && (headed || gw_view_find(a->text, name, 0)
                                  == (size_t)(name.data - a->text.data))) {
    GW_TRY(gw_author_add(l->arena, a, name, error));
  }
  *found = gw_biography_read(text, a) || headed;
  return GW_OK;
}

/* Level of a heading without marks: "2.1 Track charges" stands below "2 Charges". */
static size_t numbered_level(GwView text)
{
  size_t at = 0, level = 0;
  while (at < text.length && text.data[at] >= '0' && text.data[at] <= '9') {
    while (at < text.length && text.data[at] >= '0' && text.data[at] <= '9') {
      at++;
    }
    level++;
    at += at < text.length && text.data[at] == '.';
  }
  return level && level <= 6 && at < text.length && text.data[at] == ' ' ? level : 1;
}

/* "You —": somebody was interrupted. */
static bool breaks_off(GwView text)
{
  return gw_view_ends(text, GW_VIEW("—")) || gw_view_ends(text, GW_VIEW("–"))
         || gw_view_ends(text, GW_VIEW(" -")) || gw_view_ends(text, GW_VIEW("--"));
}

static bool is_heading(const GwArticle *a, size_t number)
{
  const GwView text = text_of(a, number);
  return a->blocks[number].level
         || (is_short(text) && !gw_ends_sentence(text) && !breaks_off(text)
             && !is_in_list(a, number)
             && number + 1 < a->block_count);
}

static void set_heading(Layout *l, size_t number)
{
  GwBlock *block = &l->article->blocks[number];
  block->kind = GW_BLOCK_HEADING;
  block->level = block->level ? block->level
                              : l->level - 1 + numbered_level(text_of(l->article, number));
}

/* "About Harbour Lines", near the end of what that company has written. */
static bool is_about_publisher(const Layout *l, size_t number)
{
  const GwView text = text_of(l->article, number);
  size_t length = 0;
  return l->body && number + 3 >= l->article->block_count && text.length > 6 && is_short(text)
         && !gw_ends_sentence(text) && gw_starts_letters(text, "about ")
         && gw_utf8_is_upper(gw_utf8_decode(text, 6, &length));
}

/* What stands after the argument, or beside it; `found` when the block belongs to it. */
static GwStatus read_beside(Layout *l, size_t number, bool *found, GwError *error)
{
  GwArticle *a = l->article;
  const GwView text = text_of(a, number);
  GwBlockKind opened = l->body && is_short(text) ? gw_heading_opens(text) : GW_BLOCK_PARAGRAPH;
  opened = is_about_publisher(l, number) ? GW_BLOCK_NOTE : opened;
  *found = true;
  if (opened != GW_BLOCK_PARAGRAPH) {
    l->beside = opened;
    if (opened == GW_BLOCK_PROMOTION) {
      a->blocks[number].kind = opened;
    } else {
      set_heading(l, number);
    }
    return GW_OK;
  }
  if (l->beside == GW_BLOCK_PROMOTION && !is_short(text)) {
    l->beside = GW_BLOCK_PARAGRAPH;    /* the article goes on after the links */
  }
  const GwBlockKind own = gw_note_kind(text);
  GW_TRY(read_biography(l, number, found, error));
  if (*found) {
    a->blocks[number].kind = GW_BLOCK_BIOGRAPHY;
  } else if (own != GW_BLOCK_PARAGRAPH || l->beside != GW_BLOCK_PARAGRAPH) {
    a->blocks[number].kind = own != GW_BLOCK_PARAGRAPH ? own : l->beside;
    *found = true;
  }
  return GW_OK;
}

static GwStatus read_block(Layout *l, size_t number, GwError *error)
{
  GwArticle *a = l->article;
  const GwView text = text_of(a, number);
  GwBlock *block = &a->blocks[number];
  bool found = block->kind == GW_BLOCK_SPEAKER
               || (number > 0 && a->blocks[number - 1].kind == GW_BLOCK_SPEAKER);
  l->body = l->body || found;
  if (!found && number < HEADER_BLOCKS) {
    GW_TRY(read_header(l, number, &found, error));
  }
  if (!found) {
    GW_TRY(read_beside(l, number, &found, error));
  }
  if (found) {
    return GW_OK;
  }
  if (gw_is_table(text)) {
    block->kind = GW_BLOCK_TABLE;
  } else if (is_heading(a, number)) {
    set_heading(l, number);
  } else {
    l->body = true;
  }
  return GW_OK;
}

/* Who claims the copyright: "© 2024 The Harbour Times. All rights reserved." */
static GwView claimant(GwView text)
{
  static const char *const starts[] = {"copyright", "©", "(c)", ",", "published by ", "issued by ",
                                       "the ", NULL};
  bool cut = true;
  while (cut) {
    cut = false;
    text = gw_view_trim(text);
    for (const char *const *s = starts; *s; s++) {
      if (gw_starts_letters(text, *s)) {
        text = gw_view_trim(gw_view_slice(text, strlen(*s), text.length));
        cut = true;
      }
    }
    while (text.length && text.data[0] >= '0' && text.data[0] <= '9') {
      text = gw_view_slice(text, 1, text.length);
      cut = true;
    }
  }
  const size_t stop = gw_view_find(text, GW_VIEW("."), 0);
  const size_t comma = gw_view_find(text, GW_VIEW(","), 0);
  text.length = stop < comma ? stop : comma;
  return word_count(text) <= 6 ? gw_view_trim(text) : GW_VIEW("");
}

static void find_publisher(GwArticle *a)
{
  static const char *const signs[] = {"©", "copyright", "published by ", "issued by ", NULL};
  for (size_t i = 0; i < a->block_count && a->publisher.length == 0; i++) {
    const GwView text = text_of(a, i);
    for (const char *const *s = signs; a->blocks[i].kind == GW_BLOCK_NOTE && *s; s++) {
      if (gw_starts_letters(text, *s)) {
        a->publisher = claimant(text);
      }
    }
  }
}

static size_t highest_level(const GwArticle *a)
{
  size_t level = 0;
  for (size_t i = 1; i < a->block_count; i++) {
    const size_t own = a->blocks[i].level;
    level = own && (level == 0 || own < level) ? own : level;
  }
  return level ? level : 1;
}

/* Cut the dateline off the first paragraph: a block of its own. */
static GwStatus divide_dateline(GwArena *arena, GwArticle *a, GwError *error)
{
  GwView agency = {"", 0}, day = {"", 0};
  size_t first = 0;
  while (first < a->block_count && a->blocks[first].kind != GW_BLOCK_PARAGRAPH) {
    first++;
  }
  if (first == a->block_count || a->blocks[first].speaker.length) {
    return GW_OK;
  }
  const size_t length = gw_dateline_read(text_of(a, first), &a->dateline, &agency, &day);
  if (length == 0) {
    return GW_OK;
  }
  GwBlock *blocks = GW_NEW(arena, a->block_count + 1, GwBlock);
  if (!blocks) {
    return gw_fail_memory(error);
  }
  for (size_t i = 0; i < a->block_count; i++) {
    blocks[i + (i >= first)] = a->blocks[i];
  }
  blocks[first] = a->blocks[first];
  blocks[first].kind = GW_BLOCK_DATELINE;
  const GwView marked = gw_view_trim(gw_view_slice(text_of(a, first), 0, length));
  blocks[first].span.end = blocks[first].span.begin + marked.length;
  blocks[first + 1].span.begin += length;
  a->blocks = blocks;
  a->block_count++;
  a->publisher = agency;
  if (a->date[0] == '\0') {
    gw_date_read(day, a->date);
  }
  return GW_OK;
}

GwStatus gw_blocks_find(GwArena *arena, GwArticle *article, GwError *error)
{
  GwDialogue *dialogue = NULL;
  GW_TRY(gw_dialogue_find(arena, article, &dialogue, error));
  GW_TRY(gw_blocks_split(arena, dialogue, article, error));
  Layout layout = {.arena = arena, .article = article, .beside = GW_BLOCK_PARAGRAPH,
                   .level = highest_level(article), .title = article->block_count};
  for (size_t i = 0; i < article->block_count; i++) {
    GW_TRY(read_block(&layout, i, error));
  }
  GW_TRY(divide_dateline(arena, article, error));
  find_publisher(article);
  GW_TRY(gw_blocks_mark_repeats(arena, article, error));
  gw_dialogue_spread(dialogue, article);
  return gw_sections_find(arena, article, error);
}
