/* Propositions inside noun phrases: what somebody is called, has, and where things are. */
#include "extract/knowledge/clauses.h"

#include <string.h>

static void keep_pair(const GwPropositionReader *p, size_t predicate, GwWording relation,
                      GwWording first, GwWording second, const char *rule, double confidence)
{
  GwProposition made = gw_proposition_new(p, predicate, relation, rule, confidence);
  gw_add_argument(p, &made, first);
  gw_add_argument(p, &made, second);
  if (made.argument_count == 2) {
    gw_keep_proposition(p, &made);
  }
}

static GwWording lead(const char *words)
{
  return (GwWording){words, {{0}}};
}

static bool holds_number(const GwSentence *s, size_t head)
{
  for (size_t t = 0; t < s->token_count; t++) {
    if (s->tokens[t].upos == GW_NUM && gw_below(s, t, head)) {
      return true;
    }
  }
  return false;
}

static bool is_name(const GwSentence *s, size_t token)
{
  return s->tokens[token].upos == GW_PROPN || s->tokens[token].ner != GW_NER_NONE;
}

static bool is_place_name(const GwSentence *s, size_t token)
{
  return is_name(s, token) && (s->tokens[token].mention == GW_MENTION_PLACE
                               || s->tokens[token].ner == GW_NER_LOC);
}

/* "Otieno, an economist", "the economist Otieno": who is what; "Hoboken, New Jersey": where. */
static void read_apposition(const GwPropositionReader *p, size_t token, size_t noun)
{
  const GwSentence *s = p->s;
  if (s->tokens[token].mention == GW_MENTION_TIME
      || (holds_number(s, token) && !is_name(s, token))) {
    return;
  }
  GwWording left = gw_argument_phrase(p, noun), right = gw_argument_phrase(p, token);
  if (is_place_name(s, noun) && is_place_name(s, token)) {
    keep_pair(p, token, lead("is in"), left, right, "apposition", 0.5);
  } else if (is_name(s, token) && !is_name(s, noun)) {
    keep_pair(p, token, lead("is"), right, left, "apposition", 0.4);
  } else {
    keep_pair(p, token, lead(gw_be_form(s, noun)), left, right, "apposition", 0.46);
  }
}

static GwWording without_owner(const GwPropositionReader *p, size_t noun)
{
  GwWording w = gw_argument_phrase(p, noun);
  const GwWordSet owner = gw_set_below(p->s, gw_child(p->s, noun, "nmod:poss", 0), "", "");
  w.words = gw_set_minus(&w.words, &owner);
  return w;
}

static void read_possession(const GwPropositionReader *p, size_t token, size_t noun)
{
  const GwWording owner = gw_argument_phrase(p, token);
  if (gw_set_has(&owner.words, token) && p->s->tokens[token].upos == GW_PRON) {
    return;                             /* nobody knows whose */
  }
  const char *verb = strcmp(gw_be_form(p->s, token), "are") == 0 ? "have" : "has";
  keep_pair(p, token, lead(verb), owner, without_owner(p, noun), "has",
            0.21);
}

/* "President Mary Robinson", but not "Mr Robinson": what a person is. */
static void read_title(const GwPropositionReader *p, size_t token, size_t noun)
{
  GwWording title = {NULL, gw_set_below(p->s, token, "", "")};
  GwWording name = gw_argument_phrase(p, noun);
  if (gw_lemma_is(p->s, token, "mr|mr.|mrs|mrs.|ms|ms.|miss|dr|dr.|sir|prof|prof.|st.|lady|lord")) {
    return;
  }
  name.words = gw_set_minus(&name.words, &title.words);
  keep_pair(p, token, lead("is"), name, title, "title", 0.5);
}

static GwClauseKind kind_of_place(const GwSentence *s, size_t token, size_t preposition)
{
  const bool place = s->tokens[token].mention == GW_MENTION_PLACE;
  if (gw_lemma_is(s, preposition, "such|like|include|including")) {
    return (GwClauseKind){"example", 0.23};
  }
  return gw_lemma_is(s, preposition, "of") ? (GwClauseKind){"of", 0.18}
         : place && gw_lemma_is(s, preposition, "in|at|on|near") ? (GwClauseKind){"place", 0.3}
         : (GwClauseKind){"preposition", 0.22};
}

/* "attacks on the building": the attacks are on the building. "fruits such as figs". */
static void read_place(const GwPropositionReader *p, size_t token, size_t noun)
{
  const GwSentence *s = p->s;
  const size_t preposition = gw_child(s, token, "case", 0);
  if (preposition == GW_NO_INDEX || s->tokens[token].mention == GW_MENTION_TIME
      || gw_lemma_is(s, preposition, "than|per|to|about|during|within|until|till")) {
    return;
  }
  GwWording first = gw_argument_phrase(p, noun);
  const GwWordSet complement = gw_set_below(s, token, "", "");
  first.words = gw_set_minus(&first.words, &complement);
  GwWording relation = {gw_be_form(s, noun), gw_set_below(s, preposition, "", "")};
  if (gw_lemma_is(s, preposition, "include|including")) {
    relation = lead(strcmp(relation.lead, "are") == 0 ? "include" : "includes");
  }
  const GwClauseKind kind = kind_of_place(s, token, preposition);
  GwTokens all = {{0}, 0};
  gw_add_coordinated(s, token, &all);
  for (size_t i = 0; i < all.count; i++) {
    keep_pair(p, token, relation, first, gw_argument_phrase(p, all.tokens[i]), kind.rule,
              kind.confidence);
  }
}

void gw_read_noun_clauses(const GwPropositionReader *p)
{
  const GwSentence *s = p->s;
  for (size_t t = 0; t < s->token_count && !p->r->failed; t++) {
    const size_t noun = gw_parent(s, t);
    if (noun == GW_NO_INDEX) {
      continue;
    }
    if (gw_relates(s, t, "appos")) {
      read_apposition(p, t, noun);
    } else if (gw_relates(s, t, "nmod:poss")) {
      read_possession(p, t, noun);
    } else if (gw_relates(s, t, "nmod:desc") && t < noun) {
      read_title(p, t, noun);
    } else if (gw_relates(s, t, "nmod") && gw_is_nominal(s, noun)) {
      read_place(p, t, noun);
    }
  }
}
