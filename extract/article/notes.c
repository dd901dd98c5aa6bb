/* Blocks that are no part of the argument, recognised by the words that they begin with. */
#include "extract/article/blocks.h"

#include <string.h>
#include <strings.h>

enum { CREDIT_BYTES = 300, PROMOTION_BYTES = 200 };

typedef struct {
  const char *words;
  GwBlockKind kind;
} Sign;

/* Headings that open what is no longer the argument. */
static const Sign headings[] = {
  {"disclaimer", GW_BLOCK_NOTE}, {"acknowledgements", GW_BLOCK_NOTE},
  {"acknowledgments", GW_BLOCK_NOTE}, {"editor's note", GW_BLOCK_NOTE},
  {"contact", GW_BLOCK_NOTE}, {"contacts", GW_BLOCK_NOTE}, {"media contact", GW_BLOCK_NOTE},
  {"media contacts", GW_BLOCK_NOTE}, {"press contact", GW_BLOCK_NOTE},
  {"notes to editors", GW_BLOCK_NOTE}, {"ends", GW_BLOCK_NOTE}, {"-ends-", GW_BLOCK_NOTE},
  {"- ends -", GW_BLOCK_NOTE}, {"-30-", GW_BLOCK_NOTE}, {"conflict of interest", GW_BLOCK_NOTE},
  {"declaration of interests", GW_BLOCK_NOTE}, {"funding", GW_BLOCK_NOTE},
  {"author biography", GW_BLOCK_BIOGRAPHY}, {"author bio", GW_BLOCK_BIOGRAPHY},
  {"about the author", GW_BLOCK_BIOGRAPHY}, {"about the authors", GW_BLOCK_BIOGRAPHY},
  {"the author", GW_BLOCK_BIOGRAPHY}, {"the authors", GW_BLOCK_BIOGRAPHY},
  {"biography", GW_BLOCK_BIOGRAPHY}, {"references", GW_BLOCK_REFERENCE},
  {"bibliography", GW_BLOCK_REFERENCE}, {"works cited", GW_BLOCK_REFERENCE},
  {"literature", GW_BLOCK_REFERENCE}, {"notes", GW_BLOCK_REFERENCE},
  {"footnotes", GW_BLOCK_REFERENCE}, {"endnotes", GW_BLOCK_REFERENCE},
  {"further reading", GW_BLOCK_REFERENCE}, {"external links", GW_BLOCK_REFERENCE},
  {"see also", GW_BLOCK_REFERENCE}, {"sources", GW_BLOCK_REFERENCE},
  {"notes and references", GW_BLOCK_REFERENCE}, {"related articles", GW_BLOCK_PROMOTION},
  {"related stories", GW_BLOCK_PROMOTION}, {"related content", GW_BLOCK_PROMOTION},
  {"related topics", GW_BLOCK_PROMOTION}, {"related", GW_BLOCK_PROMOTION},
  {"read more", GW_BLOCK_PROMOTION}, {"read next", GW_BLOCK_PROMOTION},
  {"more on this story", GW_BLOCK_PROMOTION}, {"more from this author", GW_BLOCK_PROMOTION},
  {"most read", GW_BLOCK_PROMOTION}, {"recommended", GW_BLOCK_PROMOTION},
  {"you may also like", GW_BLOCK_PROMOTION}, {"you might also like", GW_BLOCK_PROMOTION},
  {NULL, GW_BLOCK_PARAGRAPH}};

/* Lines that stand alone on web pages. */
static const Sign lines[] = {
  {"advertisement", GW_BLOCK_PROMOTION}, {"share", GW_BLOCK_PROMOTION},
  {"share this", GW_BLOCK_PROMOTION}, {"tweet", GW_BLOCK_PROMOTION},
  {"email", GW_BLOCK_PROMOTION}, {"print", GW_BLOCK_PROMOTION},
  {"facebook", GW_BLOCK_PROMOTION}, {"twitter", GW_BLOCK_PROMOTION},
  {"linkedin", GW_BLOCK_PROMOTION}, {"whatsapp", GW_BLOCK_PROMOTION},
  {"comments", GW_BLOCK_PROMOTION}, {"copy link", GW_BLOCK_PROMOTION},
  {"listen to this article", GW_BLOCK_PROMOTION}, {"newsletter", GW_BLOCK_PROMOTION},
  {"skip to content", GW_BLOCK_PROMOTION}, {"back to top", GW_BLOCK_PROMOTION},
  {NULL, GW_BLOCK_PARAGRAPH}};

static const Sign beginnings[] = {
  {"disclaimer:", GW_BLOCK_NOTE}, {"editor's note:", GW_BLOCK_NOTE},
  {"editor’s note:", GW_BLOCK_NOTE}, {"correction:", GW_BLOCK_NOTE}, {"note:", GW_BLOCK_NOTE},
  {"all rights reserved", GW_BLOCK_NOTE}, {"©", GW_BLOCK_NOTE}, {"copyright ©", GW_BLOCK_NOTE},
  {"copyright (c)", GW_BLOCK_NOTE}, {"the views expressed", GW_BLOCK_NOTE},
  {"all views expressed", GW_BLOCK_NOTE}, {"the opinions expressed", GW_BLOCK_NOTE},
  {"views expressed in this", GW_BLOCK_NOTE},
  {"this article was originally published", GW_BLOCK_NOTE},
  {"this article was first published", GW_BLOCK_NOTE},
  {"this article is republished", GW_BLOCK_NOTE}, {"originally published", GW_BLOCK_NOTE},
  {"contact:", GW_BLOCK_NOTE}, {"media contact:", GW_BLOCK_NOTE},
  {"press contact:", GW_BLOCK_NOTE}, {"for further information", GW_BLOCK_NOTE},
  {"for more information, contact", GW_BLOCK_NOTE}, {"author biography:", GW_BLOCK_BIOGRAPHY},
  {"author bio:", GW_BLOCK_BIOGRAPHY}, {"about the author:", GW_BLOCK_BIOGRAPHY},
  {"about the authors:", GW_BLOCK_BIOGRAPHY}, {"read more:", GW_BLOCK_PROMOTION},
  {"read also:", GW_BLOCK_PROMOTION}, {"also read:", GW_BLOCK_PROMOTION},
  {"related:", GW_BLOCK_PROMOTION}, {"see also:", GW_BLOCK_REFERENCE},
  {NULL, GW_BLOCK_PARAGRAPH}};

/* The same, of short blocks only. */
static const Sign short_beginnings[] = {
  {"sign up for", GW_BLOCK_PROMOTION}, {"sign up to", GW_BLOCK_PROMOTION},
  {"subscribe to", GW_BLOCK_PROMOTION}, {"follow us on", GW_BLOCK_PROMOTION},
  {"share this ", GW_BLOCK_PROMOTION}, {"share on ", GW_BLOCK_PROMOTION},
  {"join our ", GW_BLOCK_PROMOTION}, {"get our ", GW_BLOCK_PROMOTION},
  {"click here", GW_BLOCK_PROMOTION}, {"filed under", GW_BLOCK_PROMOTION},
  {"tags:", GW_BLOCK_PROMOTION}, {"topics:", GW_BLOCK_PROMOTION},
  {"posted in", GW_BLOCK_PROMOTION}, {"published by ", GW_BLOCK_NOTE},
  {"issued by ", GW_BLOCK_NOTE}, {"image:", GW_BLOCK_CAPTION},
  {"image credit", GW_BLOCK_CAPTION}, {"photo:", GW_BLOCK_CAPTION},
  {"photos:", GW_BLOCK_CAPTION}, {"photo credit", GW_BLOCK_CAPTION},
  {"photograph:", GW_BLOCK_CAPTION}, {"file photo", GW_BLOCK_CAPTION},
  {"picture:", GW_BLOCK_CAPTION}, {"credit:", GW_BLOCK_CAPTION},
  {"illustration:", GW_BLOCK_CAPTION}, {"photo by ", GW_BLOCK_CAPTION},
  {"image by ", GW_BLOCK_CAPTION}, {"caption:", GW_BLOCK_CAPTION},
  {"source:", GW_BLOCK_REFERENCE}, {"sources:", GW_BLOCK_REFERENCE},
  {NULL, GW_BLOCK_PARAGRAPH}};

static GwBlockKind find_beginning(GwView text, const Sign *signs)
{
  while (signs->words && !gw_starts_letters(text, signs->words)) {
    signs++;
  }
  return signs->kind;
}

static GwBlockKind find_line(GwView text, const Sign *signs)
{
  while (signs->words && !(text.length == strlen(signs->words)
                           && gw_starts_letters(text, signs->words))) {
    signs++;
  }
  return signs->kind;
}

GwBlockKind gw_heading_opens(GwView text)
{
  while (text.length && strchr(": ", text.data[text.length - 1])) {
    text.length--;
  }
  return find_line(text, headings);
}

/* "[3] Survey of Inland Waters", "^ Deep Lakes": a footnote that stands alone. */
static bool is_footnote(GwView text)
{
  size_t at = 1;
  if (gw_view_starts(text, GW_VIEW("^ "))) {
    return true;
  }
  while (at < text.length && text.data[at] >= '0' && text.data[at] <= '9') {
    at++;
  }
  return text.length && text.data[0] == '[' && at > 1 && at < 5 && at < text.length
         && (text.data[at] == ']' || gw_view_starts(gw_view_slice(text, at, text.length),
                                                    GW_VIEW("]:")));
}

/* "A crane in the port. Photo: Ana Ruiz", "... (AP Photo/Ana Ruiz)" */
static bool ends_with_credit(GwView text)
{
  static const char *const credits[] = {" Photo: ", " Image: ", " Photograph: ", " Picture: ",
                                        "(Photo: ", "(Image: ", "(AP Photo", "/Getty Images",
                                        " Image credit: ", " Photo credit: ", " Photo by ",
                                        "[Photo: ", "[Image: ", "/AFP", NULL};
  for (const char *const *c = credits; *c && text.length < CREDIT_BYTES; c++) {
    if (gw_view_find(text, gw_view(*c), 0) < text.length) {
      return true;
    }
  }
  return false;
}

/* "5 min read", "12 minute read" */
static bool is_reading_time(GwView text)
{
  size_t at = 0;
  while (at < text.length && text.data[at] >= '0' && text.data[at] <= '9') {
    at++;
  }
  return at > 0 && at < 4 && text.length < 24 && text.data[at] == ' '
         && gw_view_ends(text, GW_VIEW(" read"));
}

GwBlockKind gw_note_kind(GwView text)
{
  GwBlockKind kind = find_beginning(text, beginnings);
  if (kind == GW_BLOCK_PARAGRAPH && text.length < CREDIT_BYTES) {
    const bool alone = text.length < PROMOTION_BYTES
                       || find_beginning(text, short_beginnings) != GW_BLOCK_PROMOTION;
    kind = alone ? find_beginning(text, short_beginnings) : kind;
    kind = kind == GW_BLOCK_PARAGRAPH ? find_line(text, lines) : kind;
  }
  if (kind == GW_BLOCK_PARAGRAPH && ends_with_credit(text)) {
    kind = GW_BLOCK_CAPTION;
  } else if (kind == GW_BLOCK_PARAGRAPH && is_footnote(text)) {
    kind = GW_BLOCK_REFERENCE;
  } else if (kind == GW_BLOCK_PARAGRAPH && is_reading_time(text)) {
    kind = GW_BLOCK_PROMOTION;
  }
  return kind;
}

bool gw_is_kicker(GwView text)
{
  static const char *const names[] = {
    "opinion", "op-ed", "analysis", "comment", "commentary", "editorial", "interview", "explainer",
    "feature", "features", "news", "world", "politics", "business", "economy", "science", "health",
    "policy brief", "policy paper", "working paper", "press release", "news release", "report",
    "briefing", "perspective", "perspectives", "review", "essay", "special report", "exclusive",
    "breaking news", "for immediate release", "fact sheet", "viewpoint", "letter", "column",
    "blog", "research", "q&a", NULL};
  while (text.length && strchr(": ", text.data[text.length - 1])) {
    text.length--;
  }
  for (const char *const *n = names; *n; n++) {
    if (text.length == strlen(*n) && gw_starts_letters(text, *n)) {
      return true;
    }
  }
  return false;
}

/* One line in columns: cells between bars, or two tabs and more. */
static bool is_row(GwView line)
{
  size_t bars = 0, tabs = 0;
  for (size_t i = 0; i < line.length; i++) {
    bars += line.data[i] == '|';
    tabs += line.data[i] == '\t';
  }
  return tabs >= 2 || bars >= 3 || (bars >= 2 && line.data[0] == '|');
}

bool gw_is_table(GwView text)
{
  GwView line;
  size_t rows = 0, others = 0;
  while (gw_view_next(&text, '\n', &line)) {
    const bool row = line.length && is_row(line);
    rows += row;
    others += !row;
  }
  return rows > others;
}
