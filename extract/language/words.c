#include "extract/language/words.h"

#include <string.h>
#include <strings.h>

bool gw_same_letters(GwView a, const char *b)
{
  return a.length == strlen(b) && strncasecmp(a.data, b, a.length) == 0;
}

static bool is_listed(GwView word, const char *const *list)
{
  for (; *list; list++) {
    if (gw_same_letters(word, *list)) {
      return true;
    }
  }
  return false;
}

static const char *const introducing[] = {
  "mr.", "mrs.", "ms.", "dr.", "prof.", "st.", "gen.", "sen.", "rep.", "reps.", "gov.", "lt.",
  "col.", "capt.", "cmdr.", "sgt.", "maj.", "rev.", "hon.", "pres.", "vs.", "v.", "e.g.", "i.e.",
  "cf.", "ca.", "approx.", "mt.", "ft.", "messrs.", "mme.", "mlle.", "dept.", "univ.", "viz.",
  NULL};

static const char *const others[] = {
  "inc.", "ltd.", "co.", "corp.", "jr.", "sr.", "etc.", "al.", "a.m.", "p.m.", "ph.d.", "m.d.",
  "b.a.", "m.a.", "jan.", "feb.", "apr.", "aug.", "sept.", "oct.", "nov.", "dec.", "tue.", "tues.",
  "thu.", "thur.", "thurs.", "ave.", "blvd.", "rd.", "est.", "bros.", "plc.", "attn.", "ext.",
  "lbs.", "oz.", "yrs.", "calif.", "conn.", "fla.", "ariz.", "colo.", "minn.", "tenn.", "tex.",
  "okla.", "wis.", "va.", "pa.", "ga.", "mich.", "nev.", "neb.", "vt.", "intl.", "assn.", "dist.",
  "esq.", "ed.", "eds.", "trans.", "incl.", NULL};

static const char *const numbering[] = {"no.", "nos.", "art.", "arts.", "sec.", "fig.", "figs.",
                                        "eq.", "vol.", "vols.", "pp.", "par.", "para.", "ch.",
                                        "sun.", "sat.", "mon.", "wed.", "fri.", "mar.", "jun.",
                                        "jul.", "sep.", "tel.", "ph.", NULL};

bool gw_introduces(GwView abbreviation)
{
  return is_listed(abbreviation, introducing);
}

bool gw_is_numbering(GwView word)
{
  const bool letter = word.length == 2 && word.data[0] >= 'b' && word.data[0] <= 'z'
                      && word.data[1] == '.';
  return letter || is_listed(word, numbering);
}

/* Single letters with dots: "U.S.", "J.", "a.m.". */
static bool is_dotted(GwView word)
{
  bool dotted = word.length >= 2 && word.length % 2 == 0;
  for (size_t i = 0; dotted && i < word.length; i++) {
    const char c = word.data[i];
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    dotted = i % 2 == 0 ? letter : c == '.';
  }
  return dotted && (word.length > 2 || (word.data[0] >= 'A' && word.data[0] <= 'Z'
                                        && word.data[0] != 'I'));
}

bool gw_is_abbreviation(GwView word)
{
  return is_dotted(word) || is_listed(word, introducing) || is_listed(word, others);
}

bool gw_starts_sentences(GwView word)
{
  static const char *const starters[] = {
    "The", "He", "She", "It", "They", "We", "I", "You", "In", "On", "At", "But", "And", "This",
    "That", "These", "Those", "A", "An", "However", "There", "As", "If", "When", "While", "For",
    "His", "Her", "Its", "Their", "Our", "My", "What", "Why", "How", "Who", "Not", "No", "So",
    "Since", "After", "Before", "Although", "Many", "Most", "Some", "One", "Two", "With", "From",
    "By", "To", "Yet", "Still", "Also", "Moreover", "Meanwhile", "Instead", "Now", "Then",
    "Because", "Despite", "During", "Even", "Every", "Few", "Here", "Last", "Later", "Nor", "Once",
    "Only", "Or", "Other", "Over", "Perhaps", "Several", "Such", "Thus", "Today", "Under",
    "Until", "Where", "Whether", "Which", NULL};
  for (const char *const *s = starters; *s; s++) {
    if (gw_view_is(word, *s)) {
      return true;
    }
  }
  return false;
}

bool gw_is_prefix(GwView word)
{
  static const char *const prefixes[] = {
    "non", "pro", "anti", "re", "co", "post", "pre", "mid", "ex", "multi", "e", "cross", "over",
    "sub", "inter", "ultra", "semi", "counter", "un", "de", "bi", "tri", "extra", "intra", "neo",
    "trans", "under", "socio", "psycho", "mini", NULL};
  return is_listed(word, prefixes);
}

bool gw_is_unit(GwView word)
{
  static const char *const units[] = {"am", "pm", "km", "kg", "cm", "mm", "mg", "ml", "km/h",
                                      "mph", "ft", "lb", "lbs", "oz", "gb", "mb", "hz", "kw",
                                      "mw", "kwh", "mwh", "hrs", "hr", "min", "bn", "tn", "ha",
                                      NULL};
  static const char *const letters[] = {"m", "g", "k", NULL}; /* "5G" is a name, "5g" is not */
  for (const char *const *l = letters; *l; l++) {
    if (gw_view_is(word, *l)) {
      return true;
    }
  }
  return is_listed(word, units);
}

bool gw_is_clipped(GwView word)
{
  static const char *const words[] = {"em", "tis", "twas", "til", "till", "cause", "cos", "bout",
                                      "n", NULL};
  return is_listed(word, words);
}

size_t gw_second_part(GwView word)
{
  static const struct {
    const char *word;
    size_t second;
  } pairs[] = {
    {"cannot", 3}, {"gonna", 2}, {"wanna", 2}, {"gotta", 2}, {"outta", 2}, {"lotta", 2},
    {"alot", 3}, {"dont", 2}, {"didnt", 2}, {"doesnt", 2}, {"isnt", 2}, {"wasnt", 2},
    {"arent", 2}, {"werent", 2}, {"couldnt", 2}, {"wouldnt", 2}, {"shouldnt", 2}, {"havent", 2},
    {"hasnt", 2}, {"hadnt", 2}, {"aint", 2}, {"thats", 1}, {"whats", 1}, {"theres", 1},
    {"youre", 2}, {"theyre", 2}, {"youve", 2}, {"theyve", 2}, {"weve", 2}, {"youll", 2},
    {"theyll", 2}};
  for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
    if (gw_same_letters(word, pairs[i].word)) {
      return pairs[i].second;
    }
  }
  const bool small = gw_view_is(word, "im") || gw_view_is(word, "Im") || gw_view_is(word, "ive");
  return small ? word.length - 1 : 0;
}

/* What one character of a word is written as in the treebanks; NULL when as it is. */
static const char *plain_character(GwView rest, size_t *length)
{
  static const struct {
    const char *from, *to;
  } table[] = {
    {"“", "\""}, {"”", "\""}, {"„", "\""}, {"«", "\""}, {"»", "\""}, {"‘", "'"}, {"’", "'"},
    {"‚", "'"}, {"‐", "-"}, {"‑", "-"}, {"−", "-"}, {"…", "..."},
    {"\u00A0", " "}, {"\u00AD", ""}, {"\u200B", ""}, {"\u2060", ""}};
  for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
    if (gw_view_starts(rest, gw_view(table[i].from))) {
      *length = strlen(table[i].from);
      return table[i].to;
    }
  }
  return NULL;
}

GwView gw_plain_word(GwView word, char copy[GW_PLAIN_BYTES])
{
  size_t n = 0, length = 0;
  bool changed = false;
  if (gw_view_is(word, "``") || gw_view_is(word, "''")) {
    return GW_VIEW("\"");              /* the Penn treebank's */
  }
  for (size_t at = 0; at < word.length && n + 4 < GW_PLAIN_BYTES; at += length) {
    const bool ascii = (unsigned char)word.data[at] < 0x80;
    const char *plain = ascii ? NULL : plain_character(gw_view_slice(word, at, word.length),
                                                       &length);
    if (plain) {
      memcpy(copy + n, plain, strlen(plain));
      n += strlen(plain);
      changed = true;
    } else {
      length = 1;
      copy[n++] = word.data[at];
    }
  }
  const bool whole = n + 4 < GW_PLAIN_BYTES;
  return changed && whole && n ? (GwView){copy, n} : word;
}
