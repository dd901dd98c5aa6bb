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
  "col.", "capt.", "sgt.", "maj.", "rev.", "hon.", "pres.", "vs.", "v.", "e.g.", "i.e.", "cf.",
  "ca.", "approx.", "no.", "nos.", "vol.", "pp.", "fig.", "figs.", "eq.", "sec.", "art.", "ft.",
  "mt.", "messrs.", "mme.", "mlle.", "sr.", "eg.", "ie.", "dept.", "univ.", NULL};

static const char *const others[] = {
  "inc.", "ltd.", "co.", "corp.", "jr.", "etc.", "al.", "a.m.", "p.m.", "ph.d.", "m.d.", "b.a.",
  "m.a.", "jan.", "feb.", "mar.", "apr.", "jun.", "jul.", "aug.", "sept.", "sep.", "oct.", "nov.",
  "dec.", "mon.", "tue.", "tues.", "wed.", "thu.", "thur.", "thurs.", "fri.", "ave.",
  "blvd.", "rd.", "est.", "bros.", "plc.", "attn.", "ext.", "lbs.", "oz.", "yrs.", NULL};

bool gw_introduces(GwView abbreviation)
{
  return is_listed(abbreviation, introducing);
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
    "By", "To", "Yet", "Still", "Also", "Moreover", "Meanwhile", "Instead", "Now", "Then", NULL};
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
    "pan", "trans", "under", NULL};
  return is_listed(word, prefixes);
}

bool gw_is_unit(GwView word)
{
  static const char *const units[] = {"am", "pm", "km", "kg", "cm", "mm", "mg", "m", "g", "k",
                                      "km/h", "mph", "ft", "lb", "lbs", "oz", "gb", "mb", "hz",
                                      "kw", "mw", "gw", "hrs", "hr", "min", "bn", "tn", NULL};
  return is_listed(word, units);
}
