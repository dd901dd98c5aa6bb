/* Qualifiers: when, where, how, for what purpose and with whom something happened. */
#include "base/utf8.h"
#include "extract/knowledge/amounts.h"
#include "extract/knowledge/arguments.h"
#include "extract/knowledge/causes.h"
#include "extract/knowledge/statements.h"
#include "extract/knowledge/types.h"

#include <string.h>

enum { QUALIFIERS = 8, TIME_TOKENS = 10 };

bool gw_is_time_phrase(const GwReader *r, const GwSentence *s, size_t token)
{
  GwEntityType type;
  const GwToken *t = &s->tokens[token];
  const size_t sentence = gw_sentence_number(r, s);
  if (gw_quantity_at(r, sentence, token) && !gw_timex_at(r, sentence, token)) {
    return false;
  }
  if (t->mention == GW_MENTION_TIME || gw_relates(s, token, "obl:tmod|nmod:tmod")
      || gw_timex_at(r, sentence, token)) {
    return true;
  }
  return (t->ner == GW_NER_NONE && t->upos != GW_VERB && t->mention == GW_MENTION_NONE
          && gw_gazetteer_noun(r->gazetteer, t->lemma, &type) && type == GW_TIME)
         || (t->upos == GW_NUM && t->form.length == 4
             && gw_child(s, token, "case", 0) != GW_NO_INDEX);
}

static void put(GwReader *r, GwStatement *st, GwQualifier q)
{
  if (!st->qualifiers) {
    st->qualifiers = GW_NEW(r->arena, QUALIFIERS, GwQualifier);
  }
  if (!st->qualifiers) {
    r->failed = true;
  } else if (st->qualifier_count < QUALIFIERS) {
    st->qualifiers[st->qualifier_count++] = q;
  }
}

/* A time as it is written, without the preposition that says nothing. */
static GwView time_text(GwReader *r, const GwSentence *s, size_t token)
{
  GwPhrase p = gw_subtree(s, token);
  const size_t preposition = gw_child(s, token, "case", 0);
  if (preposition == p.first && p.first < p.last && gw_lemma_is(s, preposition, "in|on|at|of")) {
    p.first++;
  }
  while (p.last > token && s->tokens[p.last].upos == GW_PUNCT) {
    p.last--;
  }
  while (p.first < token && s->tokens[p.first].upos == GW_PUNCT) {
    p.first++;
  }
  if (p.last - p.first > TIME_TOKENS) {     /* with clauses that are no part of the time */
    const GwPhrase noun = gw_noun_phrase(s, token);
    p = preposition + 1 == noun.first ? (GwPhrase){preposition, noun.last} : noun;
  }
  return gw_phrase_text(r->document, s, p);
}

/* "15,000 a year" is a rate, and not when something happened. */
static bool is_rate(const GwReader *r, size_t sentence, size_t token)
{
  const GwKnowledge *k = r->knowledge;
  for (size_t i = k->quantity_start[sentence]; i < k->quantity_start[sentence + 1]; i++) {
    if (k->quantities[i].per_word == token) {
      return true;
    }
  }
  return false;
}

static void put_time(GwReader *r, size_t sentence, size_t token, GwView text, GwStatement *st)
{
  if (!is_rate(r, sentence, token)) {
    put(r, st, (GwQualifier){"time", GW_NO_INDEX, text, gw_timex_at(r, sentence, token)});
  }
}

/* The property of a preposition that is kept as a role of its own. */
static const char *preposition_role(GwView marker)
{
  static const char *const roles[] = {"to", "from", "with", "without", "through", "by", "for",
                                      "against", "on", "at", "in", "into", "among", "between",
                                      "as", "over", "under", "about", "despite", "toward"};
  for (size_t i = 0; i < sizeof roles / sizeof *roles; i++) {
    if (gw_view_is(marker, roles[i])) {
      return roles[i];
    }
  }
  if (gw_view_is(marker, "towards")) {
    return "toward";
  }
  return gw_view_is(marker, "across") || gw_view_is(marker, "throughout") ? "in" : "circumstance";
}

/* `marker`: the preposition, which coordinated nouns share. */
static void read_circumstance(GwReader *r, size_t sentence, size_t token, GwView marker,
                              GwStatement *st)
{
  const GwSentence *s = gw_sentence(r, sentence);
  size_t cause;
  if (gw_is_linking_phrase(s, token) || gw_view_starts(marker, GW_VIEW("according"))
      || gw_cause_marker(r, s, token, &cause, "cause").length
      || gw_cause_marker(r, s, token, &cause, "cause-hint").length) {
    return;                           /* attribution and causes are read elsewhere */
  }
  if (gw_is_change_amount(r, sentence, token, st->predicate)
      || gw_is_hedge(r, sentence, gw_child(s, token, "case", 0))) {
    return;                           /* so are amounts: amounts_attach.c */
  }
  if (gw_is_time_phrase(r, s, token)) {
    put_time(r, sentence, token, time_text(r, s, token), st);
    return;
  }
  const size_t entity = gw_entity_of(r, sentence, token);
  const char *label = gw_role_of(s, st->predicate, token);
  const GwUpos upos = s->tokens[token].upos;
  if (entity == GW_NO_INDEX && (upos == GW_PRON || upos == GW_ADP || upos == GW_PART)) {
    return;                           /* "for them": nobody knows for whom */
  }
  const bool local = strcmp(label, "ARGM-LOC") == 0;
  const bool place = entity == GW_NO_INDEX
    ? local : gw_is_place(r->knowledge->entities[entity].type)
                && (local || gw_view_is(marker, "in") || gw_view_is(marker, "at"));
  GwQualifier q = {place ? "place" : preposition_role(marker), entity, GW_VIEW(""), NULL};
  if (entity == GW_NO_INDEX) {
    q.text = gw_phrase_text(r->document, s, gw_noun_phrase(s, token));
  }
  put(r, st, q);
}

static void read_oblique(GwReader *r, size_t sentence, size_t token, GwStatement *st)
{
  const GwSentence *s = gw_sentence(r, sentence);
  const GwView marker = gw_marker(r->arena, s, token, "case");
  GwTokens all = {{0}, 0};
  gw_add_coordinated(s, token, &all);
  for (size_t i = 0; i < all.count; i++) {
    const GwView own = i ? gw_marker(r->arena, s, all.tokens[i], "case") : marker;
    const bool nominal = i == 0 || gw_is_nominal(s, all.tokens[i]);
    if (nominal && !(i && gw_is_time_phrase(r, s, all.tokens[0]))) {
      read_circumstance(r, sentence, all.tokens[i], own.length ? own : marker, st);
    }
  }
}

static void read_clause(GwReader *r, size_t sentence, size_t clause, GwStatement *st)
{
  const GwSentence *s = gw_sentence(r, sentence);
  const GwView marker = gw_marker(r->arena, s, clause, "mark");
  const char *role = NULL;
  if (gw_view_is(marker, "to") || gw_view_is(marker, "in order to")
      || gw_view_is(marker, "so that")) {
    role = "purpose";
  } else if (gw_lexicon_value(r->lexicon, "condition", marker).length) {
    role = "condition";
  } else if (gw_view_is(marker, "after") || gw_view_is(marker, "before")
             || gw_view_is(marker, "when") || gw_view_is(marker, "while")
             || gw_view_is(marker, "until") || gw_view_is(marker, "once")) {
    role = "time";
  } else if (gw_view_is(marker, "although") || gw_view_is(marker, "though")
             || gw_view_is(marker, "despite")) {
    role = "despite";
  } else if (gw_view_is(marker, "by")) {
    role = "by";
  }
  const size_t mark = gw_child(s, clause, "mark", 0);
  if (role && (mark == 0 || !gw_lemma_is(s, mark - 1, "only"))) {   /* "only to fail": no purpose */
    GwPhrase p = gw_clause_phrase(s, clause);
    p.first = strcmp(role, "time") == 0 && mark < p.first ? mark : p.first;
    put(r, st, (GwQualifier){role, GW_NO_INDEX, gw_phrase_text(r->document, s, p), NULL});
  }
}

void gw_read_noun_qualifiers(GwReader *r, size_t sentence, size_t mention, GwStatement *st)
{
  const GwSentence *s = gw_sentence(r, sentence);
  const GwMention m = r->knowledge->mentions[mention];
  for (size_t i = gw_child(s, m.head, "nmod", 0); i != GW_NO_INDEX;
       i = gw_child(s, m.head, "nmod", i + 1)) {
    const GwView marker = gw_marker(r->arena, s, i, "case");
    if (i > m.last && marker.length && !gw_view_is(marker, "of")
        && !gw_view_is(marker, "such as") && !gw_view_is(marker, "including")) {
      read_oblique(r, sentence, i, st);
    }
  }
}

static void read_adverb(GwReader *r, size_t sentence, size_t token, GwStatement *st)
{
  const GwSentence *s = gw_sentence(r, sentence);
  const char *label = gw_role_of(s, st->predicate, token);
  if (strcmp(label, "ARGM-MNR") == 0) {
    put(r, st, (GwQualifier){"manner", GW_NO_INDEX, s->tokens[token].form, NULL});
  } else if (strcmp(label, "ARGM-TMP") == 0 && gw_lemma_is(s, token, "now|today|yesterday|"
             "tomorrow|recently|soon|later|already|currently|still|annually|monthly|weekly|daily|"
             "yearly|ago")) {
    put_time(r, sentence, token, time_text(r, s, token), st);
  }
}

void gw_read_qualifiers(GwReader *r, size_t sentence, size_t predicate, size_t except,
                        GwStatement *st)
{
  const GwSentence *s = gw_sentence(r, sentence);
  for (size_t i = 0; i < s->token_count; i++) {
    if (gw_parent(s, i) != predicate || i == except) {
      continue;
    }
    if (gw_relates(s, i, "obl") && !gw_relates(s, i, "obl:agent")) {
      read_oblique(r, sentence, i, st);
    } else if (gw_relates(s, i, "iobj")) {
      const size_t entity = gw_entity_of(r, sentence, i);
      if (entity != GW_NO_INDEX) {
        put(r, st, (GwQualifier){"to", entity, GW_VIEW(""), NULL});
      }
    } else if (gw_relates(s, i, "xcomp") && gw_is_nominal(s, i)
               && gw_child(s, i, "cop|mark|case", 0) == GW_NO_INDEX) {
      const size_t entity = gw_entity_of(r, sentence, i);
      if (entity != GW_NO_INDEX) {    /* "call the plan a failure" */
        put(r, st, (GwQualifier){"as", entity, GW_VIEW(""), NULL});
      }
    } else if (gw_relates(s, i, "advcl")) {
      read_clause(r, sentence, i, st);
    } else if (gw_relates(s, i, "advmod")) {
      read_adverb(r, sentence, i, st);
    }
  }
}
