/* The rules in plain words. */
#include "explain/parts.h"

#include <string.h>

typedef struct {
  const char *rule, *words;
} RuleWords;

static const RuleWords rules[] = {
  {"object", "a verb with its subject and its object"},
  {"oblique", "a verb with its subject and the phrase that completes it (\"lead to protests\")"},
  {"intransitive", "a verb with its subject alone"},
  {"passive", "a verb in the passive: its grammatical subject is what it is done to"},
  {"governed-action", "a verb that makes or keeps somebody from acting (\"force them to leave\")"},
  {"clause-object", "a verb with a clause as its object (\"ensure that prices fall\")"},
  {"question", "a verb with an indirect question as its object (\"ask who pays\")"},
  {"copula", "a form of \"be\" or a verb like it (\"become\", \"remain\") with what it ascribes"},
  {"existence", "\"there is\" with what exists"},
  {"cause-preposition", "a preposition of cause (\"because of\") before a noun"},
  {"cause-conjunction", "a conjunction of cause (\"because\") before a clause"},
  {"cause-participle", "a participle of a causal verb beside a clause (\"spurred by\")"},
  {"cause-predicate", "a predicate that says so (\"is the cause of\", \"is due to\")"},
  {"cause-found", "the engine: words that news use for causes, with a word that signals it"},
  {"cause-hint", "a preposition that suggests a cause (\"amid\", \"in the wake of\")"},
  {"result", "an adverb that makes its clause the effect of the one before (\"so\", \"thus\")"},
  {"result-of-sentence", "an adverb that points back to the sentence before (\"as a result\")"},
  {"speech", "a verb of saying or thinking with who says it and what is said"},
  {"nominalization", "a noun of action with who acts and what is acted on"},
  {"title", "a title before a person's name"},
  {"apposition", "an apposition: a noun phrase beside the one that it explains"},
  {"possessive", "a possessive (\"the country's laws\", \"its laws\")"},
  {"example", "examples after \"such as\" or \"including\""},
  {"location", "a place behind a noun, with \"in\", \"at\" or \"near\", or behind a comma"},
  {"noun-relation", "a noun that stands for a relation with its complement (\"member of\")"},
  {"life-dates", "two dates in brackets behind a person's name"},
  {"class", "a noun that says what kind of place a name is (\"the town of Arusha\")"},
  {"nominalization", "a noun that names an action, with who acts and on what"},
};

const char *gw_rule_words(const char *rule)
{
  for (size_t i = 0; rule && i < sizeof rules / sizeof *rules; i++) {
    if (strcmp(rules[i].rule, rule) == 0) {
      return rules[i].words;
    }
  }
  return NULL;
}
