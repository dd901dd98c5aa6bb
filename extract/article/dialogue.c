/* Interviews: who speaks, by the labels at the starts of lines. */
#include "extract/article/blocks.h"

#include "base/map.h"
#include "base/utf8.h"

#include <string.h>

enum { LABEL_BYTES = 60, LABELS = 64, INTRODUCTION = 4000, MOST_INITIALS = 3 };

typedef struct {
  GwView label;   ///< as in the text, without marks: "JANE DOE, moderator"
  GwView name;    ///< the fullest name known
  size_t first; ///< byte where the first turn begins
  size_t turns, questions;
  bool interviewer;
  bool accepted;
} Speaker;

struct GwDialogue {
  GwMap by_label;
  Speaker speakers[LABELS];
  size_t count;
  bool answers_labelled; ///< else what follows a question is its answer
  GwView guest;          ///< who answers where no label tells
};

static GwView without_marks(GwView text)
{
  while (text.length && strchr("*_ ", text.data[0])) {
    text = gw_view_slice(text, 1, text.length);
  }
  while (text.length && strchr("*_ ", text.data[text.length - 1])) {
    text.length--;
  }
  return text;
}

static bool is_one_of(GwView text, const char *const *words)
{
  for (; *words; words++) {
    if (text.length == strlen(*words) && gw_starts_letters(text, *words)) {
      return true;
    }
  }
  return false;
}

static bool asks(GwView label)
{
  static const char *const words[] = {"q", "question", "interviewer", "host", "moderator",
                                      "reporter", "presenter", NULL};
  return is_one_of(label, words);
}

static bool answers(GwView label)
{
  static const char *const words[] = {"a", "answer", "interviewee", "guest", "respondent", NULL};
  return is_one_of(label, words);
}

static bool is_single_letter(GwView label)
{
  return gw_view_is(label, "Q") || gw_view_is(label, "A");
}

/* Bytes of what may be a label, marks and spaces around it included; 0 for none. */
static size_t read_label(GwView line, GwView *label)
{
  size_t end = 0;
  while (end < line.length && end < LABEL_BYTES && line.data[end] != ':'
         && !(line.data[end] == '.' && is_single_letter(without_marks(gw_view_slice(line, 0, end))))
         && !(line.data[end] == '.' && end > 20)) {
    end++;
  }
  *label = without_marks(gw_view_slice(line, 0, end));
  const bool marked = end < line.length && end < LABEL_BYTES && label->length;
  for (end += marked; marked && end < line.length && line.data[end] == '*'; end++) {
  }
  if (!marked || (end < line.length && line.data[end] != ' ' && line.data[end] != '\t')
      || gw_note_kind(line) != GW_BLOCK_PARAGRAPH) {
    return 0;
  }
  while (end < line.length && strchr(" \t", line.data[end])) {
    end++;
  }
  while (end + 1 < line.length && gw_starts_letters(gw_view_slice(line, end, line.length), "**")) {
    end += 2;
  }
  return end;
}

static bool is_initials(GwView label)
{
  for (size_t i = 0; i < label.length; i++) {
    if (label.data[i] < 'A' || label.data[i] > 'Z') {
      return false;
    }
  }
  return label.length >= 2 && label.length <= MOST_INITIALS;
}

/* "JANE DOE, Harbour News", "Jane Doe (JD)": the name. */
static GwView name_of(GwView label)
{
  static const char *const ends[] = {",", " (", " [", NULL};
  for (const char *const *e = ends; *e; e++) {
    label.length = gw_view_find(label, gw_view(*e), 0);
  }
  return gw_without_titles(gw_view_trim(label));
}

static bool is_plausible(GwView label)
{
  size_t length = 0;
  const GwView name = name_of(label);
  return asks(label) || answers(label) || gw_looks_like_name(name)
         || (name.length > 1 && gw_view_find(name, GW_VIEW(" "), 0) == name.length
                  && gw_view_find(name, GW_VIEW("&"), 0) == name.length
             && gw_utf8_is_upper(gw_utf8_decode(name, 0, &length)));
}

/* Up to the first turn of somebody who speaks again, or of a label that says what it is. */
static GwView introduction(const GwDialogue *d, GwView text)
{
  size_t first = text.length < INTRODUCTION ? text.length : INTRODUCTION;
  for (size_t i = 0; i < d->count; i++) {
    const Speaker *s = &d->speakers[i];
    first = s->first < first && (s->turns > 1 || asks(s->label)) ? s->first : first;
  }
  return gw_view_slice(text, 0, first);
}

static Speaker *speaker_of(GwDialogue *d, GwView label, size_t begin)
{
  const size_t known = gw_map_get(&d->by_label, label);
  if (known != GW_MAP_ABSENT) {
    return &d->speakers[known];
  }
  if (d->count == LABELS || !gw_map_set(&d->by_label, label, d->count)) {
    return NULL;
  }
  d->speakers[d->count] = (Speaker){.label = label, .name = name_of(label),
                                        .first = begin};
  return &d->speakers[d->count++];
}

/* Count the turns of each label, and how many end with a question. */
static void count_turns(GwDialogue *d, GwView text)
{
  GwView rest = text, line, last = {"", 0}, label;
  Speaker *open = NULL;
  while (gw_view_next(&rest, '\n', &line)) {
    line = gw_view_trim(line);
    if (line.length && read_label(line, &label) && is_plausible(label)) {
      if (open) {
        open->questions += last.length && last.data[last.length - 1] == '?';
      }
      open = speaker_of(d, label, (size_t)(line.data - text.data));
      if (open) {
        open->turns++;
      }
    }
    last = line.length ? without_marks(line) : last;
  }
  if (open) {
    open->questions += last.length && last.data[last.length - 1] == '?';
  }
}

static bool same_letters(GwView a, GwView b)
{
  return a.length == b.length && a.length && gw_starts_letters(a, b.data);
}

static uint32_t first_letter(GwView word)
{
  size_t length = 0;
  return word.length ? gw_utf8_decode(word, 0, &length) : 0;
}

/* A word without the punctuation around it. */
static GwView bare(GwView word)
{
  while (word.length && strchr(".,;:!?()\"'*", word.data[word.length - 1])) {
    word.length--;
  }
  while (word.length && strchr("(\"'*", word.data[0])) {
    word = gw_view_slice(word, 1, word.length);
  }
  return word;
}

static bool next_word(GwView *rest, GwView *word)
{
  size_t end = 0;
  *rest = gw_view_trim(*rest);
  while (end < rest->length && !strchr(" \t\n", rest->data[end])) {
    end++;
  }
  *word = gw_view_slice(*rest, 0, end);
  *rest = gw_view_slice(*rest, end, rest->length);
  return end > 0;
}

/* The last capitalised words before `end`, as many as there are initials, if they fit them. */
static GwView spell_initials(const GwView *recent, size_t count, GwView initials)
{
  if (count < initials.length) {
    return GW_VIEW("");
  }
  const GwView *words = recent + count - initials.length;
  for (size_t i = 0; i < initials.length; i++) {
    if (words[i].length < 2 || words[i].data[0] != initials.data[i]) {
      return GW_VIEW("");
    }
  }
  const char *const end = words[initials.length - 1].data + words[initials.length - 1].length;
  return (GwView){words[0].data, (size_t)(end - words[0].data)};
}

/* The full name behind a surname or initials, as the text before the first turn has it. */
static GwView spell_out(GwView text, GwView label)
{
  GwView recent[MOST_INITIALS] = {{"", 0}}, word;
  while (next_word(&text, &word)) {
    word = bare(word);
    for (size_t i = 0; i + 1 < MOST_INITIALS; i++) {
      recent[i] = recent[i + 1];
    }
    recent[MOST_INITIALS - 1] = word;
    const GwView before = recent[MOST_INITIALS - 2];
    GwView found = is_initials(label) ? spell_initials(recent, MOST_INITIALS, label)
                                      : GW_VIEW("");
    if (same_letters(word, label) && gw_utf8_is_upper(first_letter(before))) {
      found = (GwView){before.data, (size_t)(word.data + word.length - before.data)};
    }
    if (found.length && gw_looks_like_name(found)
        && gw_view_find(found, GW_VIEW("\n"), 0) == found.length) {
      return found;
    }
  }
  return GW_VIEW("");
}

/* A label of several words whose last one is this. */
static GwView longer_label(const GwDialogue *d, GwView label)
{
  for (size_t i = 0; i < d->count; i++) {
    const GwView name = d->speakers[i].name;
    const size_t at = name.length > label.length ? name.length - label.length : 0;
    if (at && name.data[at - 1] == ' '
        && same_letters(gw_view_slice(name, at, name.length), label)) {
      return name;
    }
  }
  return GW_VIEW("");
}

static void resolve(const GwDialogue *d, Speaker *s, GwView before)
{
  const bool single = gw_view_find(s->name, GW_VIEW(" "), 0) == s->name.length;
  if (asks(s->label) || answers(s->label)) {
    s->accepted = true;
    s->interviewer = asks(s->label);
    return;
  }
  if (single) {
    const GwView longer = longer_label(d, s->name);
    const GwView full = longer.length ? longer : spell_out(before, s->name);
    s->name = full.length ? full : s->name;
    s->accepted = full.length > 0;
  } else {
    s->accepted = true;
  }
  s->accepted = s->accepted && (s->turns > 1 || !single);
}

/* Who asks in most of his turns; one who never answers. */
static bool find_interviewers(GwDialogue *d)
{
  bool interviewer = false, other = false;
  size_t turns = 0;
  for (size_t i = 0; i < d->count; i++) {
    Speaker *s = &d->speakers[i];
    const bool mostly = s->turns > 1 && 3 * s->questions >= 2 * s->turns;
    /* The name of a paper is no person's: it is spelled out nowhere, but only asks. */
    s->accepted = s->accepted || mostly;
    s->interviewer = s->interviewer || mostly;
    turns += s->accepted ? s->turns : 0;
    interviewer = interviewer || (s->accepted && s->interviewer && s->turns > 1);
    other = other || (s->accepted && !s->interviewer);
  }
  d->answers_labelled = other;
  return interviewer && turns >= 3;
}

/* "An interview with Jane Doe", "Q&A: Jane Doe on ..." */
static GwView find_guest(GwView introduction)
{
  static const char *const marks[] = {"nterview with ", "NTERVIEW WITH ", "onversation with ",
                                      "nterviews ", "Q&A: ", "Q&A with ", NULL};
  for (const char *const *m = marks; *m; m++) {
    const size_t at = gw_view_find(introduction, gw_view(*m), 0);
    GwView rest = gw_view_slice(introduction, at < introduction.length ? at + strlen(*m) : at,
                                introduction.length), word;
    const GwView start = gw_without_titles(rest);
    size_t length = 0, words = 0;
    rest = start;
    while (words < 4 && gw_view_next(&rest, ' ', &word)
           && gw_utf8_is_upper(first_letter(word))) {
      const size_t line_end = gw_view_find(word, GW_VIEW("\n"), 0);
      const GwView own = bare(gw_view_slice(word, 0, line_end));
      length = (size_t)(own.data + own.length - start.data);
      words++;
      if (own.length < word.length && own.length > 1) {
        word = GW_VIEW("");
        break;
      }
    }
    const GwView name = gw_view_slice(start, 0, length);
    if (words >= 2 && gw_looks_like_name(name) && !gw_view_is(word, "and")) {
      return name;
    }
  }
  return GW_VIEW("");
}

static GwStatus name_speakers(GwArena *arena, GwDialogue *d, GwError *error)
{
  for (size_t i = 0; i < d->count; i++) {
    Speaker *s = &d->speakers[i];
    s->name = s->interviewer ? GW_VIEW("")
              : answers(s->label) ? d->guest : gw_name_in_small_letters(arena, s->name);
    if (!s->name.data) {
      return gw_fail_memory(error);
    }
  }
  return GW_OK;
}

GwStatus gw_dialogue_find(GwArena *arena, const GwArticle *article, GwDialogue **dialogue,
                          GwError *error)
{
  GwDialogue *d = GW_NEW(arena, 1, GwDialogue);
  *dialogue = NULL;
  if (!d) {
    return gw_fail_memory(error);
  }
  d->by_label = gw_map_new(arena);
  count_turns(d, article->text);
  const GwView before = introduction(d, article->text);
  for (size_t i = 0; i < d->count; i++) {
    resolve(d, &d->speakers[i], before);
  }
  if (!find_interviewers(d)) {
    return GW_OK;
  }
  const GwView guest = find_guest(before);
  d->guest = guest.length ? guest : GW_VIEW(GW_INTERVIEWEE);
  *dialogue = d;
  return name_speakers(arena, d, error);
}

size_t gw_dialogue_label(const GwDialogue *dialogue, GwView line, GwView *speaker)
{
  GwView label;
  const size_t length = dialogue ? read_label(line, &label) : 0;
  const size_t known = length ? gw_map_get(&dialogue->by_label, label) : GW_MAP_ABSENT;
  if (known == GW_MAP_ABSENT || !dialogue->speakers[known].accepted) {
    return 0;
  }
  *speaker = dialogue->speakers[known].name;
  return length;
}

static bool goes_on(GwBlockKind kind)
{
  return kind == GW_BLOCK_PARAGRAPH || kind == GW_BLOCK_REPEATED || kind == GW_BLOCK_CAPTION
         || kind == GW_BLOCK_PROMOTION || kind == GW_BLOCK_TABLE;
}

/* A turn goes on in the paragraphs after it. */
static void spread_labelled(const GwDialogue *d, GwArticle *a)
{
  GwView speaker = {"", 0};
  bool inside = false;
  for (size_t i = 0; i < a->block_count; i++) {
    GwBlock *b = &a->blocks[i];
    if (b->kind == GW_BLOCK_SPEAKER) {
      speaker = b->speaker;
      inside = true;
    } else if (!goes_on(b->kind)) {
      inside = false;
    } else if (inside && b->kind == GW_BLOCK_PARAGRAPH) {
      b->speaker = speaker;
      b->kind = speaker.length ? GW_BLOCK_PARAGRAPH : GW_BLOCK_QUESTION;
      if (!d->answers_labelled) {
        speaker = d->guest;
      }
    }
  }
}

static bool is_asking(const GwArticle *a, const GwBlock *b)
{
  const GwView text = without_marks(gw_view_slice(a->text, b->span.begin, b->span.end));
  return b->kind == GW_BLOCK_PARAGRAPH && text.length && text.length < 400
         && text.data[text.length - 1] == '?';
}

static bool is_interview(GwView text)
{
  static const char *const words[] = {"interview", "q&a", NULL};
  for (size_t i = 0; i < text.length; i++) {
    for (const char *const *w = words; *w; w++) {
      if (gw_starts_letters(gw_view_slice(text, i, text.length), *w)) {
        return true;
      }
    }
  }
  return false;
}

/* Without labels: the blocks that ask, and the answers after the first of them. */
static void spread_unlabelled(GwArticle *a)
{
  const GwView named = find_guest(gw_view_slice(a->text, 0, INTRODUCTION < a->text.length
                                                              ? INTRODUCTION : a->text.length));
  const GwView guest = named.length ? named : GW_VIEW(GW_INTERVIEWEE);
  size_t questions = 0;
  bool inside = false;
  for (size_t i = 0; i < a->block_count; i++) {
    questions += is_asking(a, &a->blocks[i]);
  }
  for (size_t i = 0; questions >= 2 && i < a->block_count; i++) {
    GwBlock *b = &a->blocks[i];
    if (is_asking(a, b)) {
      b->kind = GW_BLOCK_QUESTION;
      inside = true;
    } else if (inside && b->kind == GW_BLOCK_PARAGRAPH) {
      b->speaker = guest;
    }
  }
}

void gw_dialogue_spread(const GwDialogue *dialogue, GwArticle *article)
{
  if (dialogue) {
    spread_labelled(dialogue, article);
  } else if (is_interview(article->title) || is_interview(article->kicker)) {
    spread_unlabelled(article);
  }
}
