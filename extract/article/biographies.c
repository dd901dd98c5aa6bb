/* What an article says of its authors, in the sentence that introduces them. */
#include "extract/article/blocks.h"

#include "base/utf8.h"

#include <string.h>

enum { OFFICE_BYTES = 90, AFFILIATION_BYTES = 140 };

/* Nouns of those who write articles. */
static const char *const offices[] = {
  "fellow", "professor", "lecturer", "researcher", "director", "author", "journalist", "analyst",
  "correspondent", "columnist", "editor", "writer", "student", "economist", "historian",
  "scientist", "scholar", "lawyer", "adviser", "advisor", "consultant", "candidate", "reporter",
  "president", "chair", "head", "associate", "physician", "doctor", "sociologist", "minister",
  "commentator", "expert", "activist", "teacher", "coordinator", "manager", "officer", "chairman",
  "assistant", "contributor", "founder", "member", "reader", "dean", "engineer", "biologist",
  "botanist", "geographer", "ecologist", "psychologist", "philosopher", "novelist", "blogger",
  "strategist", "ambassador", "diplomat", "secretary", "chief", "specialist", "co-founder",
  "co-director", "freelancer", "freelance", "archivist", "librarian", "anthropologist",
  "climatologist", "epidemiologist", "statistician", "publisher", "broadcaster", "farmer", NULL};

static bool is_word(GwView word, const char *const *words)
{
  while (word.length && strchr(".,;:", word.data[word.length - 1])) {
    word.length--;
  }
  for (; *words; words++) {
    if (word.length == strlen(*words) && gw_starts_letters(word, *words)) {
      return true;
    }
  }
  return false;
}

static bool names_office(GwView text)
{
  GwView word;
  while (gw_view_next(&text, ' ', &word)) {
    if (is_word(word, offices)) {
      return true;
    }
  }
  return false;
}

static size_t first_of(GwView text, const char *const *needles)
{
  size_t first = text.length;
  for (; *needles; needles++) {
    const size_t at = gw_view_find(text, gw_view(*needles), 0);
    first = at < first ? at : first;
  }
  return first;
}

static bool begins_upper(GwView text)
{
  size_t length = 0;
  return text.length && gw_utf8_is_upper(gw_utf8_decode(text, 0, &length));
}

/* Up to where a clause or another fact begins; the dots of "St. Anne's College" end nothing. */
static GwView one_name(GwView text)
{
  static const char *const ends[] = {",", ";", "(", " and a ", " and an ", " and the author",
                                     " and author", " who ", " where ", " whose ", " based ",
                                     " specialising", " specializing", " focusing", " working ",
                                     " with a ", " since ", " until ", "\n\n", ". ", NULL};
  text.length = first_of(text, ends);
  text = gw_view_trim(text);
  while (text.length && strchr(".:", text.data[text.length - 1])) {
    text.length--;
  }
  return text;
}

static GwView without_article(GwView text)
{
  static const char *const articles[] = {"a ", "an ", "the ", NULL};
  for (const char *const *a = articles; *a; a++) {
    if (gw_starts_letters(text, *a)) {
      return gw_view_trim(gw_view_slice(text, strlen(*a), text.length));
    }
  }
  return text;
}

/* The word between an office and who gives it; "professor of law at X", "director of X". */
static size_t find_affiliation(GwView text, size_t *length)
{
  static const char *const joints[] = {" at the ", " at ", " with the ", " for the ", " of the ",
                                       " with ", " for ", " of ", " in the ", NULL};
  for (const char *const *j = joints; *j; j++) {
    const size_t at = gw_view_find(text, gw_view(*j), 0);
    *length = strlen(*j);
    if (at < text.length && begins_upper(gw_view_slice(text, at + *length, text.length))
        && (gw_view_find(text, GW_VIEW(" at "), 0) >= at || j < joints + 2)) {
      return at;
    }
  }
  return text.length;
}

void gw_office_read(GwView text, GwAuthor *author)
{
  size_t length = 0;
  text = without_article(gw_view_trim(text));
  const size_t joint = find_affiliation(text, &length);
  GwView office = joint < text.length ? gw_view_trim(gw_view_slice(text, 0, joint)) : text;
  GwView place = joint < text.length ? gw_view_slice(text, joint + length, text.length)
                                     : GW_VIEW("");
  office = one_name(office);
  if (!names_office(office)) {         /* "Jane Doe, Harbour News" */
    place = joint == text.length && begins_upper(text) && !gw_is_day(text) ? text : GW_VIEW("");
    office = GW_VIEW("");
  }
  place = one_name(without_article(place));
  if (author->office.length == 0 && office.length <= OFFICE_BYTES) {
    author->office = office;
  }
  if (author->affiliation.length == 0 && place.length <= AFFILIATION_BYTES) {
    author->affiliation = place;
  }
}

/* What follows the name: empty when no verb of biographies does. */
static GwView after_verb(GwView text)
{
  static const char *const verbs[] = {" is currently ", " is ", " works as ", " serves as ",
                                      " was ", " works at ", " works for ", " teaches ",
                                      " writes ", " are ", " has ", " works ", NULL};
  for (const char *const *v = verbs; *v; v++) {
    if (gw_starts_letters(text, *v)) {
      return gw_view_slice(text, strlen(*v), text.length);
    }
  }
  return GW_VIEW("");
}

static bool is_present_office(GwView after_name)
{
  static const char *const verbs[] = {" is ", " works as ", " serves as ", NULL};
  for (const char *const *v = verbs; *v; v++) {
    if (gw_starts_letters(after_name, *v)) {
      return true;
    }
  }
  return false;
}

/* A typewriter's apostrophe or the printer's: bytes of either at the text's start. */
static size_t apostrophe(GwView text)
{
  return gw_view_starts(text, GW_VIEW("'")) ? 1 : gw_view_starts(text, GW_VIEW("’")) ? 3 : 0;
}

/* Bytes of the text that spell the name, or 0. */
static size_t spells(GwView text, GwView name)
{
  size_t at = 0, i = 0;
  while (i < name.length && at < text.length) {
    const size_t in_name = apostrophe(gw_view_slice(name, i, name.length));
    const size_t in_text = apostrophe(gw_view_slice(text, at, text.length));
    if ((in_name > 0) != (in_text > 0) || (!in_name && name.data[i] != text.data[at])) {
      return 0;
    }
    i += in_name ? in_name : 1;
    at += in_text ? in_text : 1;
  }
  return i == name.length ? at : 0;
}

/* "About the author: Jane Doe is ..." */
static GwView without_label(GwView text)
{
  static const char *const labels[] = {"about the author:", "about the authors:", "author bio:",
                                       "author biography:", "about the author ", NULL};
  for (const char *const *l = labels; *l; l++) {
    if (gw_starts_letters(text, *l)) {
      text = gw_view_trim(gw_view_slice(text, strlen(*l), text.length));
    }
  }
  while (text.length && (text.data[0] == '*' || text.data[0] == '_')) {
    text = gw_view_slice(text, 1, text.length);
  }
  return gw_without_titles(text);
}

bool gw_biography_read(GwView text, GwArticle *article)
{
  text = without_label(text);
  for (size_t i = 0; i < article->author_count; i++) {
    GwAuthor *author = &article->authors[i];
    const size_t length = spells(text, author->name);
    const GwView rest = gw_view_slice(text, length, text.length);
    if (length && after_verb(rest).length) {
      if (is_present_office(rest)) {
        gw_office_read(after_verb(rest), author);
      }
      return true;
    }
  }
  return false;
}

GwView gw_biography_name(GwView text)
{
  text = without_label(text);
  const size_t end = gw_view_find(text, GW_VIEW(" is "), 0);
  const GwView name = gw_view_slice(text, 0, end < text.length ? end : 0);
  const GwView rest = gw_view_slice(text, name.length, text.length);
  GwAuthor author = {{"", 0}, {"", 0}, {"", 0}};
  if (!gw_looks_like_name(name) || gw_view_starts(name, GW_VIEW("The "))) {
    return GW_VIEW("");
  }
  gw_office_read(after_verb(rest), &author);
  return author.office.length ? name : GW_VIEW("");
}
