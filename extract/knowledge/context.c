#include "extract/knowledge/context.h"

#include "base/utf8.h"
#include "extract/knowledge/arguments.h"
#include "extract/knowledge/quotes.h"
#include "extract/knowledge/types.h"

#include <string.h>

#define OWN_WORDS "aux|advmod|cop|det|cc"

static GwView word_value(const GwReader *r, const GwSentence *s, size_t token,
                         const char *class_name)
{
  const GwToken *t = &s->tokens[token];
  const GwView value = gw_lexicon_value(r->lexicon, class_name, t->lemma);
  if (value.length) {
    return value;
  }
  const GwView lower = gw_utf8_lower(r->arena, t->form);
  return lower.data ? gw_lexicon_value(r->lexicon, class_name, lower) : value;
}

/* `word`: the token that tells it. */
static void weaken(GwContext *c, GwModality modality, size_t word)
{
  if (c->modality == GW_ACTUAL && modality != GW_ACTUAL) {
    c->modality = modality;
    c->cues.modality = word;
  }
}

static void negate(GwContext *c, size_t word)
{
  c->cues.polarity = word;
  c->polarity = gw_opposite(c->polarity);
}

/* "not only", "not just" add rather than deny. */
static bool only_adds(const GwSentence *s, size_t token)
{
  return token + 1 < s->token_count && gw_lemma_is(s, token + 1, "only|just|merely|simply");
}

static bool is_negation(const GwReader *r, const GwSentence *s, size_t token)
{
  if (only_adds(s, token)) {
    return false;
  }
  if (word_value(r, s, token, "negation").length) {
    return true;
  }
  const size_t no = gw_child(s, token, "advmod|det", 0);
  return gw_lemma_is(s, token, "long|longer") && no != GW_NO_INDEX && gw_lemma_is(s, no, "no");
}

/* "He would later become king": what came to pass, told from an earlier time. */
static bool is_later(const GwSentence *s, size_t predicate)
{
  for (size_t i = gw_child(s, predicate, "advmod", 0); i != GW_NO_INDEX;
       i = gw_child(s, predicate, "advmod", i + 1)) {
    if (gw_lemma_is(s, i, "later|eventually|subsequently|ultimately|soon")) {
      return true;
    }
  }
  return false;
}

/* Auxiliaries, adverbs and negations that hang on the predicate itself. */
static void read_own_words(const GwReader *r, const GwSentence *s, size_t predicate, GwContext *c)
{
  for (size_t i = gw_child(s, predicate, OWN_WORDS, 0); i != GW_NO_INDEX;
       i = gw_child(s, predicate, OWN_WORDS, i + 1)) {
    if (gw_relates(s, i, "aux") && gw_lemma_is(s, i, "would") && is_later(s, predicate)) {
      continue;
    }
    if (gw_relates(s, i, "aux") && word_value(r, s, i, "modal").length) {
      weaken(c, gw_modality_read(word_value(r, s, i, "modal")), i);
    } else if (gw_relates(s, i, "advmod") && word_value(r, s, i, "adverb").length) {
      weaken(c, gw_modality_read(word_value(r, s, i, "adverb")), i);
    }
    const bool denies = gw_relates(s, i, "det") ? gw_lemma_is(s, i, "no")
                        : gw_relates(s, i, "cc") ? gw_lemma_is(s, i, "neither|nor")
                                                 : is_negation(r, s, i);
    if (denies) {
      negate(c, i);
    }
  }
}

bool gw_is_negated_noun(const GwSentence *s, size_t token)
{
  const size_t det = gw_child(s, token, "det|cc", 0);
  return gw_lemma_is(s, token, "nobody|none|nothing|neither")
         || (det != GW_NO_INDEX && gw_lemma_is(s, det, "no|neither|nor"));
}

/* "Had the dam held": the auxiliary before its subject does for "if". */
static bool is_inverted(const GwSentence *s, size_t predicate)
{
  const size_t subject = gw_child(s, predicate, "nsubj", 0);
  const size_t first = gw_subtree(s, predicate).first;
  return subject != GW_NO_INDEX && first < subject && gw_relates(s, predicate, "advcl")
         && gw_parent(s, first) == predicate && gw_relates(s, first, "aux|cop")
         && gw_lemma_is(s, first, "had|were|should");
}

/* The word that makes a clause a condition ("if", "unless", "had"), or GW_NO_INDEX. */
static size_t condition_word(const GwReader *r, const GwSentence *s, size_t predicate)
{
  const size_t mark = gw_child(s, predicate, "mark", 0);
  if (is_inverted(s, predicate)) {
    return gw_subtree(s, predicate).first;
  }
  return mark != GW_NO_INDEX && word_value(r, s, mark, "condition").length
             && !gw_lemma_is(s, mark, "whether") ? mark : GW_NO_INDEX;
}

static bool has_condition(const GwReader *r, const GwSentence *s, size_t predicate)
{
  return condition_word(r, s, predicate) != GW_NO_INDEX;
}

/* The conjunction of a condition for the clause ("if"), or GW_NO_INDEX. */
static size_t condition_of(const GwReader *r, const GwSentence *s, size_t predicate)
{
  for (size_t i = gw_child(s, predicate, "advcl", 0); i != GW_NO_INDEX;
       i = gw_child(s, predicate, "advcl", i + 1)) {
    const size_t before = gw_child(s, i, "advmod", 0);
    const bool even = before != GW_NO_INDEX && gw_lemma_is(s, before, "even");
    if (has_condition(r, s, i) && !even) {
      return condition_word(r, s, i);
    }
  }
  return GW_NO_INDEX;
}

static bool is_infinitive(const GwSentence *s, size_t verb)
{
  size_t mark = gw_child(s, verb, "mark", 0);
  if (mark != GW_NO_INDEX && gw_lemma_is(s, mark, "in|for")) {
    mark = gw_child(s, verb, "mark", mark + 1);     /* "in order to", "for him to" */
  }
  return mark != GW_NO_INDEX && gw_lemma_is(s, mark, "to")
         && s->tokens[mark].upos == GW_PART;
}

GwView gw_speech_relation(const GwReader *r, const GwSentence *s, size_t verb)
{
  return s->tokens[verb].upos == GW_VERB ? word_value(r, s, verb, "speech") : GW_VIEW("");
}

bool gw_is_mere_comment(const GwReader *r, const GwSentence *s, size_t verb)
{
  const size_t mark = gw_child(s, verb, "mark", 0);
  return gw_relates(s, verb, "advcl") && mark != GW_NO_INDEX && gw_lemma_is(s, mark, "as")
         && (gw_speech_relation(r, s, verb).length || word_value(r, s, verb, "embed").length);
}

/* "a report by the agency": the agency speaks. */
static size_t maker_of(GwReader *r, size_t sentence, size_t document)
{
  const GwSentence *s = gw_sentence(r, sentence);
  for (size_t i = gw_child(s, document, "nmod|compound", 0); i != GW_NO_INDEX;
       i = gw_child(s, document, "nmod|compound", i + 1)) {
    const size_t preposition = gw_child(s, i, "case", 0);
    const size_t m = gw_mention_at(r->knowledge, sentence, i);
    const bool by = preposition == GW_NO_INDEX
                    || gw_lemma_is(s, preposition, "by|from|of|'s|’s|'|’");
    if (by && m != GW_NO_INDEX) {
      const size_t entity = r->knowledge->mentions[m].entity;
      const GwEntityType type = r->knowledge->entities[entity].type;
      if (gw_is_actor(type) && type != GW_COUNTRY && r->knowledge->entities[entity].named) {
        return entity;
      }
    }
  }
  return GW_NO_INDEX;
}

size_t gw_speaker_of(GwReader *r, size_t sentence, size_t token)
{
  const GwSentence *s = gw_sentence(r, sentence);
  if (word_value(r, s, token, "source-noun").length) {
    const size_t maker = maker_of(r, sentence, token);
    if (maker != GW_NO_INDEX) {
      return maker;
    }
  }
  return gw_entity_of(r, sentence, token);
}

/* Set the speaker from the subject of a verb of saying; a hidden speaker ("it is said", "are
 * believed to") leaves the clause merely possible. */
static void attribute(GwReader *r, size_t sentence, size_t verb, GwContext *c)
{
  const GwSentence *s = gw_sentence(r, sentence);
  const GwFrame f = gw_frame(r, sentence, verb);
  c->speaker = f.subjects.count ? gw_speaker_of(r, sentence, f.subjects.tokens[0]) : GW_NO_INDEX;
  c->speech_verb = s->tokens[verb].lemma;
  c->cues.speech = verb;
  if (gw_view_is(gw_speech_relation(r, s, verb), "denies")) {
    negate(c, verb);                  /* who denies something says that it is not so */
  }
  if (gw_view_is(gw_speech_relation(r, s, verb), "questions")) {
    c->modality = GW_QUESTIONED;      /* "doubts whether it helps" */
    c->cues.modality = verb;
  }
  if (c->modality == GW_CONDITIONAL && strncmp(s->tokens[verb].xpos, "VBD", 3) == 0
      && c->cues.modality != GW_NO_INDEX && gw_lemma_is(s, c->cues.modality, "would")) {
    c->modality = GW_INTENDED;        /* "said that it would": the future, seen from the past */
  }
  if (c->speaker == GW_NO_INDEX) {
    c->speech_verb = GW_VIEW("");
    weaken(c, GW_POSSIBLE, verb);
  }
}

/* What follows a colon explains the clause before it, and does not say it. */
static bool has_colon_between(const GwSentence *s, size_t before, size_t after)
{
  bool colon = false;
  for (size_t i = before + 1; i < after && !colon; i++) {
    colon = gw_lemma_is(s, i, ":");
  }
  return colon;
}

/* "..., the agency said": a verb of saying beside the clause, without a complement of its own. */
static size_t saying_beside(const GwReader *r, const GwSentence *s, size_t clause, size_t except)
{
  for (size_t i = gw_child(s, clause, "parataxis", 0); i != GW_NO_INDEX;
       i = gw_child(s, clause, "parataxis", i + 1)) {
    if (i != except && gw_speech_relation(r, s, i).length && !has_colon_between(s, clause, i)
        && gw_child(s, i, "ccomp|xcomp|obj", 0) == GW_NO_INDEX && !gw_is_passive(s, i)
        && gw_child(s, i, "nsubj", 0) != GW_NO_INDEX) {
      return i;
    }
  }
  return GW_NO_INDEX;
}

/* "According to X, ...": the source of the clause, or GW_NO_INDEX; `word` is what names it. What
 * is said of the source itself ("a report that the agency paid for": `from`) it does not say. */
static size_t cited_source(GwReader *r, size_t sentence, size_t clause, size_t from, size_t *word)
{
  const GwSentence *s = gw_sentence(r, sentence);
  for (size_t i = gw_child(s, clause, "obl|advmod|nmod|parataxis", 0); i != GW_NO_INDEX;
       i = gw_child(s, clause, "obl|advmod|nmod|parataxis", i + 1)) {
    const GwView marker = gw_marker(r->arena, s, i, "case");
    if (i == from) {
      return GW_NO_INDEX;
    }
    if (gw_view_is(marker, "according to") || gw_view_is(marker, "according")) {
      *word = i;
      return gw_speaker_of(r, sentence, i);
    }
  }
  return GW_NO_INDEX;
}

/* `from`: the clause below that we come from, which does not speak of itself. */
static bool find_source(GwReader *r, size_t sentence, size_t clause, size_t from, GwContext *c)
{
  const GwSentence *s = gw_sentence(r, sentence);
  const size_t saying = saying_beside(r, s, clause, from);
  if (saying != GW_NO_INDEX) {
    attribute(r, sentence, saying, c);
    return true;
  }
  size_t word = GW_NO_INDEX;
  const size_t source = cited_source(r, sentence, clause, from, &word);
  if (source != GW_NO_INDEX) {
    c->cues.speech = word;
    c->speaker = source;
    c->speech_verb = GW_VIEW("according to");
  }
  return source != GW_NO_INDEX;
}

/* "The drought forced the town to ration water": it did. "Forces" may speak of a rule. */
static bool is_done(const GwSentence *s, size_t verb)
{
  return strcmp(s->tokens[verb].xpos, "VBD") == 0 && gw_lemma_is(s, verb, "force|compel|drive|lead")
         && gw_child(s, verb, "aux", 0) == GW_NO_INDEX;
}

/* What a governing verb says of the action that it governs: "try to", "fail to", "allow". */
static void embed(const GwReader *r, const GwSentence *s, size_t verb, GwContext *c)
{
  const GwView value = word_value(r, s, verb, "embed");
  if (gw_view_is(value, "negative")) {
    const GwView lemma = s->tokens[verb].lemma;
    c->implied = c->implied || gw_lexicon_is(r->lexicon, "relation", lemma, "prevents")
                 || gw_lexicon_is(r->lexicon, "relation", lemma, "bans")
                 || gw_lemma_is(s, verb, "keep");
    negate(c, verb);
  } else if (value.length && !is_done(s, verb)) {
    weaken(c, gw_modality_read(value), verb);
  }
  read_own_words(r, s, verb, c);
}

/* "talked about leaving", "warned against leaving": nobody need have left. */
static bool is_topic(const GwSentence *s, size_t at, size_t up)
{
  const size_t mark = gw_child(s, at, "mark", up);
  return gw_relates(s, at, "advcl") && s->tokens[up].upos == GW_VERB && mark != GW_NO_INDEX
         && mark < at && gw_lemma_is(s, mark, "about|against");
}

/* An action named as such, not stated: "it is important to act", "the ability to pay". */
static void read_nonfinite(const GwReader *r, const GwSentence *s, size_t at, size_t up,
                           GwContext *c)
{
  if (gw_relates(s, at, "acl") && !gw_relates(s, at, "acl:relcl")) {
    const size_t mark = gw_child(s, at, "mark", 0);
    if (is_infinitive(s, at) && gw_is_nominal(s, up)
        && gw_view_is(word_value(r, s, up, "embed"), "negative")) {
      negate(c, up);                      /* "the refusal to pay" */
    } else if (is_infinitive(s, at)) {
      weaken(c, gw_is_ranked(s, up) ? GW_ACTUAL : GW_INTENDED, mark);
    } else if (mark != GW_NO_INDEX && gw_is_nominal(s, up) && !gw_lemma_is(s, up, "fact")) {
      weaken(c, GW_POSSIBLE, mark);
    }
  } else if (gw_relates(s, at, "csubj|xcomp|ccomp|obj|nsubj") && s->tokens[up].upos != GW_VERB) {
    const GwView told = word_value(r, s, up, "embed");
    if (told.length && !gw_view_is(told, "negative")) {
      weaken(c, gw_modality_read(told), up);       /* "it is essential that they act" */
    } else if (is_infinitive(s, at) || gw_relates(s, at, "csubj")) {
      weaken(c, GW_POSSIBLE, up);
    }
  } else if (is_topic(s, at, up)) {
    weaken(c, GW_POSSIBLE, gw_child(s, at, "mark", 0));
  } else if (gw_relates(s, at, "advcl") && is_infinitive(s, at)) {
    const size_t mark = gw_child(s, at, "mark", 0);
    if (mark == 0 || !gw_lemma_is(s, mark - 1, "only")) {     /* "only to recover" happened */
      weaken(c, GW_INTENDED, mark);
    }
  }
}

/* "stop people from leaving", "plan on leaving" govern their clause as "fail to" does. */
static bool is_governed_gerund(const GwReader *r, const GwSentence *s, size_t at, size_t up)
{
  const size_t mark = gw_child(s, at, "mark|case", 0);
  return gw_relates(s, at, "advcl|obl") && s->tokens[up].upos == GW_VERB && mark != GW_NO_INDEX
         && gw_lemma_is(s, mark, "from|on|of|about|into") && word_value(r, s, up, "embed").length;
}

size_t gw_reported_complement(const GwSentence *s, size_t verb)
{
  const size_t complement = gw_child(s, verb, "ccomp", 0);
  return complement != GW_NO_INDEX && gw_is_finite(s, complement)
         && !gw_is_question_clause(s, complement) ? complement : GW_NO_INDEX;
}

bool gw_stands_beside(const GwSentence *s, size_t verb)
{
  return gw_relates(s, verb, "parataxis") && !gw_is_passive(s, verb)
         && !has_colon_between(s, gw_parent(s, verb), verb)
         && gw_child(s, verb, "obj|xcomp", 0) == GW_NO_INDEX;
}

bool gw_is_finite(const GwSentence *s, size_t predicate)
{
  const char *const tag = s->tokens[predicate].xpos;
  return gw_child(s, predicate, "aux|cop|mark", 0) != GW_NO_INDEX
         || strcmp(tag, "VBD") == 0 || strcmp(tag, "VBZ") == 0 || strcmp(tag, "VBP") == 0;
}

/* "by raising taxes" is meant as its main clause is; "without" and
 * "instead of raising taxes" deny that it was done. */
static void read_means(const GwReader *r, const GwSentence *s, size_t at, size_t up, GwContext *c)
{
  const size_t mark = gw_child(s, at, "mark|case", 0);
  if (mark == GW_NO_INDEX || !gw_relates(s, at, "advcl")) {
    return;
  }
  if (gw_lemma_is(s, mark, "by|through")) {
    GwContext governing = {.modality = GW_ACTUAL, .cues = GW_NO_CUES};
    read_own_words(r, s, up, &governing);
    weaken(c, governing.modality, governing.cues.modality);
  } else if (gw_lemma_is(s, mark, "without|instead|rather")) {
    negate(c, mark);
  }
}

/* "accuses the firm of polluting rivers": what the accuser says. */
static bool is_accusation(const GwReader *r, const GwSentence *s, size_t at, size_t up)
{
  const size_t mark = gw_child(s, at, "mark|case", 0);
  const size_t having = gw_child(s, at, "aux", 0);
  const bool gerund = strcmp(s->tokens[at].xpos, "VBG") == 0
                      || (having != GW_NO_INDEX && strcmp(s->tokens[having].xpos, "VBG") == 0);
  return gw_relates(s, at, "advcl|obl|acl") && gerund
         && mark != GW_NO_INDEX && gw_lemma_is(s, mark, "of|with|for")
         && s->tokens[up].upos == GW_VERB && word_value(r, s, up, "accuse").length;
}

/* One step up from clause `at`; true when the source of the clause has been found. */
static bool read_governor(GwReader *r, size_t sentence, size_t at, size_t up, bool *own,
                          GwContext *c)
{
  const GwSentence *s = gw_sentence(r, sentence);
  const bool complement = gw_relates(s, at, "ccomp|xcomp");
  const size_t adverb = gw_child(s, at, "advmod", 0);
  const bool manner = adverb != GW_NO_INDEX && gw_lemma_is(s, adverb, "how|why")
                      && gw_relates(s, at, "advcl|acl|obl");
  if (manner || (complement && gw_is_question_clause(s, at))) {
    c->implied = true;                /* "asks who pays" does not say that anybody pays */
  }
  if (is_accusation(r, s, at, up)) {
    attribute(r, sentence, up, c);
    return true;
  }
  const bool told = is_infinitive(s, at) && word_value(r, s, up, "embed").length;
  if (complement && gw_speech_relation(r, s, up).length && !told
      && ((gw_relates(s, at, "ccomp") && gw_is_finite(s, at)) || gw_is_passive(s, up))) {
    attribute(r, sentence, up, c);
    return true;
  }
  if (*own) {
    const bool shared = gw_relates(s, at, "conj")
                        && gw_child(s, at, "nsubj|aux|cop", 0) == GW_NO_INDEX;
    if (shared) {
      GwContext beside = {.modality = GW_ACTUAL, .cues = GW_NO_CUES};
      read_own_words(r, s, up, &beside);
      weaken(c, beside.modality, beside.cues.modality);
      const size_t or = gw_child(s, at, "cc", 0);
      if (or != GW_NO_INDEX && gw_lemma_is(s, or, "or") && beside.polarity == GW_NEGATIVE) {
        negate(c, beside.cues.polarity);     /* "did not approve or reject it" */
      }
    } else if (gw_relates(s, at, "xcomp") || (complement && s->tokens[up].upos == GW_VERB)
               || is_governed_gerund(r, s, at, up)) {
      embed(r, s, up, c);
    }
    if (gw_relates(s, at, "advcl") && has_condition(r, s, at)) {
      weaken(c, GW_CONDITIONAL, condition_word(r, s, at));
    }
    read_means(r, s, at, up, c);
    read_nonfinite(r, s, at, up, c);
    *own = gw_relates(s, at, "conj|xcomp|ccomp");
  }
  return false;
}

/* The question mark at the sentence's end, or GW_NO_INDEX. */
static size_t question_mark(const GwSentence *s)
{
  for (size_t i = s->token_count; i > 0 && s->tokens[i - 1].upos == GW_PUNCT; i--) {
    if (gw_lemma_is(s, i - 1, "?")) {
      return i - 1;
    }
  }
  return GW_NO_INDEX;
}

/* A quoted sentence is its speaker's, and nobody's fact where that one is unknown. */
static void hear(GwReader *r, size_t sentence, GwContext *c)
{
  c->speaker = gw_quote_speaker(r, sentence);
  if (c->speaker != GW_NO_INDEX) {
    c->speech_verb = GW_VIEW("say");
    c->cues.speech = 0;               /* the quotation mark */
  } else {
    weaken(c, GW_POSSIBLE, 0);
  }
}

/* "If a shop has workers doing it": what a noun of an unreal clause does is as unreal. */
static bool depends_on_condition(const GwReader *r, const GwSentence *s, size_t clause)
{
  size_t at = gw_parent(s, clause);
  for (size_t i = 0; at != GW_NO_INDEX && !gw_is_verbal(s, at) && i < s->token_count; i++) {
    at = gw_parent(s, at);
  }
  return at != GW_NO_INDEX
         && (has_condition(r, s, at) || condition_of(r, s, at) != GW_NO_INDEX);
}

GwContext gw_context(GwReader *r, size_t sentence, size_t predicate)
{
  const GwSentence *s = gw_sentence(r, sentence);
  GwContext c = GW_PLAIN_FACT;
  bool own = true, found = false;
  if (is_inverted(s, predicate)) {
    weaken(&c, GW_CONDITIONAL, gw_subtree(s, predicate).first);
  }
  read_own_words(r, s, predicate, &c);
  const size_t condition = condition_of(r, s, predicate);
  if (condition != GW_NO_INDEX && (c.modality == GW_ACTUAL || c.modality == GW_INTENDED
                                   || c.modality == GW_CONDITIONAL)) {
    c.modality = GW_CONDITIONAL;
    c.cues.modality = condition;
  }
  size_t at = predicate, from = GW_NO_INDEX;
  for (size_t steps = 0; !found && steps <= s->token_count; steps++) {
    found = find_source(r, sentence, at, from, &c);
    const size_t up = gw_parent(s, at);
    if (found || up == GW_NO_INDEX) {
      break;
    }
    found = read_governor(r, sentence, at, up, &own, &c);
    from = at;
    at = up;
  }
  if (gw_relates(s, predicate, "acl") && depends_on_condition(r, s, predicate)) {
    weaken(&c, GW_CONDITIONAL, predicate);
  }
  if (!found && gw_is_direct_speech(r, sentence, predicate)) {
    hear(r, sentence, &c);
  }
  if (c.speaker == GW_NO_INDEX && question_mark(s) != GW_NO_INDEX) {
    c.modality = GW_QUESTIONED;
    c.cues.modality = question_mark(s);
  }
  if (c.speaker == GW_NO_INDEX && gw_turn_speaker(r, sentence) != GW_NO_INDEX) {
    c.speaker = gw_turn_speaker(r, sentence);    /* an interview: the article asserts nothing */
    c.speech_verb = GW_VIEW("say");
  }
  return c;
}
