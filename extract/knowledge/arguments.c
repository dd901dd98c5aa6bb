#include "extract/knowledge/arguments.h"

#include "extract/knowledge/amounts.h"
#include "extract/knowledge/causes.h"
#include "extract/knowledge/pronouns.h"

#include <string.h>

enum { CONTROL_DEPTH = 6 };

void gw_add_coordinated(const GwSentence *s, size_t token, GwTokens *tokens)
{
  if (token == GW_NO_INDEX || tokens->count == GW_ARGUMENTS) {
    return;
  }
  tokens->tokens[tokens->count++] = token;
  for (size_t c = gw_child(s, token, "conj", 0); c != GW_NO_INDEX && tokens->count < GW_ARGUMENTS;
       c = gw_child(s, token, "conj", c + 1)) {
    const bool parallel = s->tokens[c].mention != GW_MENTION_PERSON
                          || s->tokens[token].mention == GW_MENTION_PERSON
                          || gw_child(s, c, "acl:relcl", c) == GW_NO_INDEX;
    if (!parallel) {
      continue;                       /* "men who build cars, barbers who cut hair" */
    }
    tokens->tokens[tokens->count++] = c;
  }
}

const char *gw_role_of(const GwSentence *s, size_t predicate, size_t argument)
{
  for (size_t i = 0; i < s->role_count; i++) {
    if (s->roles[i].predicate == predicate && s->roles[i].argument == argument) {
      return s->roles[i].role;
    }
  }
  return "";
}

size_t gw_argument_with_role(const GwSentence *s, size_t predicate, const char *role)
{
  for (size_t i = 0; i < s->role_count; i++) {
    if (s->roles[i].predicate == predicate && strcmp(s->roles[i].role, role) == 0) {
      return s->roles[i].argument;
    }
  }
  return GW_NO_INDEX;
}

bool gw_is_passive(const GwSentence *s, size_t verb)
{
  if (gw_child(s, verb, "nsubj:pass", 0) != GW_NO_INDEX
      || gw_child(s, verb, "aux:pass", 0) != GW_NO_INDEX) {
    return true;
  }
  const bool reduced = gw_relates(s, verb, "acl") && !gw_relates(s, verb, "acl:relcl")
                       && strcmp(s->tokens[verb].xpos, "VBD") == 0;     /* a finite verb is none */
  if ((strcmp(s->tokens[verb].xpos, "VBN") != 0 && !reduced)
      || gw_child(s, verb, "aux", 0) != GW_NO_INDEX
      || gw_child(s, verb, "obj", 0) != GW_NO_INDEX) {
    return false;
  }
  const size_t first = gw_relates(s, verb, "conj") ? gw_parent(s, verb) : GW_NO_INDEX;
  return gw_relates(s, verb, "acl|advcl|amod|xcomp|ccomp")
         || (first != GW_NO_INDEX && gw_child(s, verb, "nsubj", 0) == GW_NO_INDEX
             && gw_child(s, first, "aux:pass", 0) != GW_NO_INDEX);
}

bool gw_is_relative_pronoun(const GwSentence *s, size_t token)
{
  return s->tokens[token].xpos[0] == 'W' && gw_lemma_is(s, token, "who|which|that|whom|whose");
}

/* "by 29 votes", "by a wide margin" */
static bool is_measure(const GwSentence *s, size_t noun)
{
  return gw_lemma_is(s, noun, "vote|margin|majority|percent|percentage|point|%|mistake|accident|"
                              "hand|mean|means|default|force|chance|virtue|now|then");
}

/* The agent of a passive: "by the government". */
static size_t agent_of(const GwSentence *s, size_t verb)
{
  for (size_t o = gw_child(s, verb, "obl", 0); o != GW_NO_INDEX;
       o = gw_child(s, verb, "obl", o + 1)) {
    const size_t preposition = gw_child(s, o, "case", 0);
    const bool by = preposition != GW_NO_INDEX && gw_lemma_is(s, preposition, "by");
    const char *const role = gw_role_of(s, verb, o);
    const bool adjunct = (strncmp(role, "ARGM", 4) == 0 && strcmp(role, "ARGM-MNR") != 0)
                         || s->tokens[o].mention == GW_MENTION_TIME
                         || s->tokens[o].upos == GW_NUM;
    if (!is_measure(s, o) && (gw_relates(s, o, "obl:agent") || (by && !adjunct))) {
      return o;
    }
  }
  return GW_NO_INDEX;
}

/* "the arrest of activists by the police": a "by" phrase anywhere in the noun's phrase. */
static size_t by_phrase(const GwSentence *s, size_t noun)
{
  for (size_t i = noun + 1; i < s->token_count && gw_below(s, i, noun); i++) {
    const size_t preposition = gw_relates(s, i, "nmod|obl:agent") ? gw_child(s, i, "case", 0)
                                                                  : GW_NO_INDEX;
    const size_t up = gw_parent(s, i);
    if (preposition != GW_NO_INDEX && gw_lemma_is(s, preposition, "by") && !is_measure(s, i)
        && (up == noun || gw_relates(s, up, "nmod"))) {
      return i;
    }
  }
  return GW_NO_INDEX;
}

size_t gw_noun_agent(const GwSentence *s, size_t noun)
{
  const size_t role = gw_argument_with_role(s, noun, "ARG0");
  const size_t owner = gw_child(s, noun, "nmod:poss", 0);
  if (role != GW_NO_INDEX && role != noun) {
    return role;
  }
  return owner != GW_NO_INDEX && strcmp(gw_role_of(s, noun, owner), "ARG1") != 0
           ? owner : by_phrase(s, noun);
}

/* Object control: "force targets to return", but not "promise them to return". */
static size_t controller(const GwSentence *s, size_t governor)
{
  const size_t object = gw_child(s, governor, "obj|iobj", 0);
  return object != GW_NO_INDEX && !gw_lemma_is(s, governor, "promise|threaten|use|take|spend|have")
           ? object : GW_NO_INDEX;
}

/* "ordered the navy to help": who is ordered is to act, whatever the tree calls the clause. */
static bool directed(const GwReader *r, const GwSentence *s, size_t verb)
{
  const size_t object = gw_child(s, verb, "obj", 0);
  return object != GW_NO_INDEX
         && gw_lexicon_value(r->lexicon, "embed", s->tokens[verb].lemma).length
         && (s->tokens[object].mention == GW_MENTION_PERSON
             || s->tokens[object].mention == GW_MENTION_ORGANIZATION);
}

static bool is_accusing(const GwReader *r, const GwSentence *s, size_t verb)
{
  return gw_lexicon_value(r->lexicon, "accuse", s->tokens[verb].lemma).length > 0;
}

/* "fined the firm for polluting rivers": who is punished, blamed or praised has done it. */
static bool is_requital(const GwSentence *s, size_t verb, size_t mark)
{
  const size_t object = gw_child(s, verb, "obj", 0), other = gw_child(s, verb, "iobj", 0);
  const size_t whom = other != GW_NO_INDEX ? other : object;
  return whom != GW_NO_INDEX && mark != GW_NO_INDEX && gw_lemma_is(s, mark, "for")
         && (s->tokens[whom].mention == GW_MENTION_PERSON
             || s->tokens[whom].mention == GW_MENTION_ORGANIZATION);
}

/* "the council's decision to ban cars": who decides acts. "The first law to ban cars" does so
 * itself. */
static size_t planner(const GwReader *r, size_t sentence, size_t predicate)
{
  const GwSentence *s = gw_sentence(r, sentence);
  const size_t noun = gw_parent(s, predicate);
  if (gw_is_ranked(s, noun)) {
    return gw_bearer(r, sentence, noun);
  }
  return s->tokens[noun].predicate ? gw_noun_agent(s, noun) : GW_NO_INDEX;
}

/* Conjunctions of clauses that the governing verb's subject controls. */
#define SUBORDINATORS "instead|rather|before|after|while|when|despite|without|by|since|although"

/* The grammatical subject of a predicate, found by going up the tree; `source` tells how. */
static size_t subject_of(const GwReader *r, size_t sentence, size_t predicate,
                         GwSubjectSource *source)
{
  const GwSentence *s = gw_sentence(r, sentence);
  *source = GW_SUBJECT_OWN;
  for (size_t depth = 0; depth < CONTROL_DEPTH && predicate != GW_NO_INDEX; depth++) {
    const size_t own = gw_child(s, predicate, "nsubj|csubj", 0);
    const size_t up = gw_parent(s, predicate);
    if (own != GW_NO_INDEX || up == GW_NO_INDEX) {
      return own;
    }
    if (gw_relates(s, predicate, "conj")) {
      *source = depth ? *source : GW_SUBJECT_SHARED;
    } else if (gw_relates(s, predicate, "xcomp|advcl|obl") && gw_is_verbal(s, up)) {
      *source = GW_SUBJECT_CONTROLLED;
      const size_t mark = gw_child(s, predicate, "mark|case", 0);
      const bool from = mark != GW_NO_INDEX
                        && (gw_lemma_is(s, mark, "from") || is_requital(s, up, mark)
                            || (gw_lemma_is(s, mark, "of|with|for") && is_accusing(r, s, up)));
      const size_t object = from || gw_relates(s, predicate, "xcomp") ? controller(s, up)
                                                                      : GW_NO_INDEX;
      const bool adjunct = predicate < up     /* "Instead of raising wages, it hired workers" */
                           || (mark != GW_NO_INDEX && gw_lemma_is(s, mark, SUBORDINATORS));
      const size_t role = adjunct ? GW_NO_INDEX
                          : directed(r, s, up) ? gw_child(s, up, "obj", 0)
                                               : gw_argument_with_role(s, predicate, "ARG0");
      if (object != GW_NO_INDEX || (role != GW_NO_INDEX && role == gw_child(s, up, "obj", 0))) {
        return object != GW_NO_INDEX ? object : role;     /* "sent police to guard them" */
      }
    } else if (gw_relates(s, predicate, "acl") && gw_is_nominal(s, up)) {
      *source = GW_SUBJECT_CONTROLLED;       /* "ways to leave": nobody's */
      const bool marked = gw_child(s, predicate, "mark|case", 0) != GW_NO_INDEX;
      const bool infinitive = strcmp(s->tokens[predicate].xpos, "VB") == 0;
      return marked || infinitive ? planner(r, sentence, predicate)
                                  : gw_bearer(r, sentence, up);
    } else {
      return GW_NO_INDEX;
    }
    predicate = up;
  }
  return GW_NO_INDEX;
}

static bool usable(const GwSentence *s, size_t token, size_t predicate)
{
  return token != GW_NO_INDEX && token != predicate && s->tokens[token].upos != GW_PUNCT
         && !(gw_relates(s, token, "expl"));
}

/* "the shops he frequented": no question word, no preposition left over, and no noun that tells
 * when, where, how or why. */
static bool bare_gap(const GwSentence *s, size_t verb, size_t noun)
{
  const size_t behind = gw_child(s, verb, "obl|advmod|compound:prt|mark", 0);
  return behind == GW_NO_INDEX && s->tokens[noun].mention != GW_MENTION_TIME
         && gw_is_nominal(s, noun)
         && !gw_lemma_is(s, noun, "time|day|year|way|place|reason|moment|extent|degree|manner");
}

/* A relative clause without its own object may have the noun it belongs to as its object:
 * "the laws (that) they passed". */
static size_t gapped_object(const GwSentence *s, size_t verb, size_t subject)
{
  const size_t noun = gw_parent(s, verb);
  const size_t owner = subject == GW_NO_INDEX ? subject : gw_child(s, subject, "nmod:poss", 0);
  if (noun == GW_NO_INDEX || !gw_relates(s, verb, "acl:relcl") || subject == GW_NO_INDEX
      || gw_is_relative_pronoun(s, subject)
      || (owner != GW_NO_INDEX && s->tokens[owner].xpos[0] == 'W')   /* "whose father died" */
      || gw_child(s, verb, "obj|ccomp|xcomp", 0) != GW_NO_INDEX) {
    return GW_NO_INDEX;
  }
  const char *const role = gw_role_of(s, verb, noun);
  return strcmp(role, "ARG1") == 0 || (*role == '\0' && bare_gap(s, verb, noun)) ? noun
                                                                                 : GW_NO_INDEX;
}

/* "issued and enforced bans": the object of the verb that this one is coordinated with. */
static size_t shared_object(const GwReader *r, const GwSentence *s, size_t verb)
{
  const size_t role = gw_argument_with_role(s, verb, "ARG1");
  const size_t above = gw_relates(s, verb, "conj") ? gw_parent(s, verb) : GW_NO_INDEX;
  const size_t below = gw_child(s, verb, "conj", 0);
  const bool next = below == verb + 2 && gw_child(s, verb, "obl|ccomp|xcomp|advcl", 0) > below
                    && gw_lexicon_value(r->lexicon, "transitive", s->tokens[verb].lemma).length;
  if (role == GW_NO_INDEX && next) {
    return gw_child(s, below, "obj", 0);     /* "close or sell the port" */
  }
  if (!usable(s, role, verb) || role < verb) {
    return GW_NO_INDEX;
  }
  const bool shared = (above != GW_NO_INDEX && role == gw_child(s, above, "obj", 0))
                      || (below != GW_NO_INDEX && role == gw_child(s, below, "obj", 0));
  return shared ? role : GW_NO_INDEX;
}

/* The object whose hedge was taken for a preposition: "handled up to 15,000 containers". */
static size_t hedged_object(const GwReader *r, const GwSentence *s, size_t verb)
{
  for (size_t o = gw_child(s, verb, "obl", verb); o != GW_NO_INDEX;
       o = gw_child(s, verb, "obl", o + 1)) {
    if (gw_is_hedge(r, gw_sentence_number(r, s), gw_child(s, o, "case", 0))) {
      return o;
    }
  }
  return GW_NO_INDEX;
}

/* The direct object, but no amount: "rose 12 percent", "fined the firm 20 million dollars". */
static size_t direct_object(const GwReader *r, const GwSentence *s, size_t verb)
{
  const size_t direct = gw_child(s, verb, "obj", 0), indirect = gw_child(s, verb, "iobj", 0);
  const size_t sentence = gw_sentence_number(r, s);
  if (direct == GW_NO_INDEX || gw_is_change_amount(r, sentence, direct, verb)
      || (indirect != GW_NO_INDEX && gw_lemma_is(s, verb, "fine|charge|bill|tax")
          && gw_quantity_at(r, sentence, direct))) {
    return indirect != GW_NO_INDEX || direct != GW_NO_INDEX ? indirect
                                                            : hedged_object(r, s, verb);
  }
  return direct;
}

static void read_objects(const GwReader *r, const GwSentence *s, GwFrame *f, size_t subject)
{
  const size_t object = direct_object(r, s, f->predicate);
  gw_add_coordinated(s, object != GW_NO_INDEX ? object
                                              : gapped_object(s, f->predicate, subject),
                     &f->objects);
  if (f->objects.count == 0) {
    gw_add_coordinated(s, shared_object(r, s, f->predicate), &f->objects);
  }
}

/* "the context of hardening attitudes": an action named, whose agent a role only guesses. */
static bool is_noun_gerund(const GwSentence *s, size_t predicate)
{
  return strcmp(s->tokens[predicate].xpos, "VBG") == 0 && gw_relates(s, predicate, "acl")
         && gw_child(s, predicate, "mark|case", 0) != GW_NO_INDEX;
}

/* "..., Jane Smith, the bank's governor, said.": the name that opens the phrase before the verb,
 * wherever the tree hangs it. */
static size_t sayer_before(const GwReader *r, const GwSentence *s, size_t verb)
{
  size_t at = verb;
  if (gw_lexicon_value(r->lexicon, "speech", s->tokens[verb].lemma).length == 0
      || gw_child(s, verb, "ccomp", 0) > verb || gw_child(s, verb, "nsubj", 0) != GW_NO_INDEX) {
    return GW_NO_INDEX;
  }
  while (at > 0 && s->tokens[at - 1].upos == GW_PUNCT) {
    at--;
  }
  at = at ? at - 1 : verb;
  size_t name = GW_NO_INDEX;
  for (size_t steps = 0; at != GW_NO_INDEX && at < verb && steps < CONTROL_DEPTH; steps++) {
    name = s->tokens[at].ner == GW_NER_PER && s->tokens[at].ner_begins ? at : name;
    at = gw_relates(s, at, "appos|flat|nmod|compound") ? gw_parent(s, at) : GW_NO_INDEX;
  }
  return name;
}

/* "named after Lind": a role alone makes no agent of what stands behind another preposition. */
static bool is_behind_other_preposition(const GwSentence *s, size_t token)
{
  const size_t preposition = gw_child(s, token, "case", 0);
  return preposition != GW_NO_INDEX && !gw_lemma_is(s, preposition, "by");
}

/* "bought and restored by the town": the agent that stands with the last of coordinated verbs. */
static size_t shared_agent(const GwSentence *s, size_t verb)
{
  const size_t other = gw_child(s, verb, "conj", verb);
  if (other == GW_NO_INDEX || !gw_is_passive(s, other)
      || gw_child(s, other, "nsubj|aux", 0) != GW_NO_INDEX
      || gw_child(s, verb, "obl|advmod", verb) != GW_NO_INDEX) {
    return GW_NO_INDEX;
  }
  return gw_child(s, other, "obl:agent", other);
}

/* A token and what is coordinated with it; "who" of "activists and students who fled" is both. */
static void add_parties(const GwReader *r, size_t sentence, size_t token, GwTokens *parties)
{
  const GwSentence *s = gw_sentence(r, sentence);
  const size_t noun = gw_is_relative_pronoun(s, token) ? gw_antecedent(r, sentence, token)
                                                       : GW_NO_INDEX;
  const size_t other = noun == GW_NO_INDEX ? noun : gw_child(s, noun, "conj", noun);
  if (other == GW_NO_INDEX || other > token) {
    gw_add_coordinated(s, token, parties);
    return;
  }
  GwTokens all = {{0}, 0};
  const size_t bearer = gw_bearer(r, sentence, noun);
  if (bearer != noun) {
    parties->tokens[parties->count++] = bearer;
    return;                           /* "X was a forester and politician who ...": X */
  }
  gw_add_coordinated(s, noun, &all);
  for (size_t i = 0; i < all.count && all.tokens[i] < token; i++) {
    parties->tokens[parties->count++] = all.tokens[i];
  }
}

GwFrame gw_frame(const GwReader *r, size_t sentence, size_t predicate)
{
  const GwSentence *s = gw_sentence(r, sentence);
  GwFrame f = {.predicate = predicate, .passive = gw_is_passive(s, predicate)};
  const size_t subject = subject_of(r, sentence, predicate, &f.source);
  size_t agent = f.passive ? agent_of(s, predicate) : subject;
  if (f.passive && agent == GW_NO_INDEX) {
    agent = shared_agent(s, predicate);
  }
  if (!usable(s, agent, predicate) && !is_noun_gerund(s, predicate)) {
    agent = gw_argument_with_role(s, predicate, "ARG0");
    f.source = f.passive ? f.source : GW_SUBJECT_CONTROLLED;
    const bool barred = agent != GW_NO_INDEX
                        && (f.passive ? agent == subject || is_measure(s, agent)
                                          || is_behind_other_preposition(s, agent)
                                      : gw_relates(s, agent, "obj"));
    agent = barred ? GW_NO_INDEX : agent;
  }
  if (!usable(s, agent, predicate) && !f.passive) {
    agent = sayer_before(r, s, predicate);
  }
  if (usable(s, agent, predicate)) {
    add_parties(r, sentence, agent, &f.subjects);
  }
  if (f.passive && usable(s, subject, predicate)) {
    add_parties(r, sentence, subject, &f.objects);
  } else if (!f.passive) {
    read_objects(r, s, &f, subject);
  }
  return f;
}

/* A mention whose own token is a name's later part is found by the name's head. */
static size_t mention_covering(const GwReader *r, size_t sentence, size_t token)
{
  const GwKnowledge *k = r->knowledge;
  const size_t own = gw_mention_at(k, sentence, token);
  if (own != GW_NO_INDEX) {
    return own;
  }
  const GwSentence *s = gw_sentence(r, sentence);
  for (size_t i = 0; s->tokens[token].ner != GW_NER_NONE && i < s->token_count; i++) {
    const size_t m = gw_mention_at(k, sentence, i);
    if (m != GW_NO_INDEX && k->mentions[m].named && k->mentions[m].first <= token
        && token <= k->mentions[m].last) {
      return m;
    }
  }
  return GW_NO_INDEX;
}

static size_t person_at(const GwReader *r, size_t sentence, size_t token)
{
  const size_t m = token == GW_NO_INDEX ? token : gw_mention_at(r->knowledge, sentence, token);
  return m != GW_NO_INDEX && r->knowledge->mentions[m].ner == GW_NER_PER
           ? r->knowledge->mentions[m].entity : GW_NO_INDEX;
}

/* "the economist Jane Otieno", "its secretary, Esther Lynch,": the person whose name follows. */
size_t gw_described_person(const GwReader *r, size_t sentence, size_t token)
{
  const GwSentence *s = gw_sentence(r, sentence);
  const size_t named = person_at(r, sentence, gw_child(s, token, "appos", token));
  const bool follows = token + 1 < s->token_count && gw_below(s, token + 1, token);
  return named == GW_NO_INDEX && follows ? person_at(r, sentence, token + 1) : named;
}

/* "the party Chega", "the river Tana": the name that follows its kind without a comma is what is
 * spoken of. */
static size_t name_behind(const GwReader *r, size_t sentence, size_t token)
{
  const GwSentence *s = gw_sentence(r, sentence);
  const size_t name = gw_child(s, token, "appos", token);
  const size_t m = name == token + 1 && s->tokens[token].upos == GW_NOUN
                     ? gw_mention_at(r->knowledge, sentence, name) : GW_NO_INDEX;
  return m != GW_NO_INDEX && r->knowledge->mentions[m].named ? r->knowledge->mentions[m].entity
                                                             : GW_NO_INDEX;
}

size_t gw_entity_of(GwReader *r, size_t sentence, size_t token)
{
  const GwSentence *s = gw_sentence(r, sentence);
  if (token == GW_NO_INDEX) {
    return GW_NO_INDEX;
  }
  if (gw_is_relative_pronoun(s, token)) {
    const size_t noun = gw_antecedent(r, sentence, token);
    if (noun == GW_NO_INDEX || gw_is_relative_pronoun(s, noun)) {
      return GW_NO_INDEX;
    }
    token = gw_bearer(r, sentence, noun);
  }
  token = gw_measured(r, sentence, gw_counted(s, token));
  const size_t name = gw_named_by_complement(s, token);
  token = name == GW_NO_INDEX ? token : name;
  const size_t mention = mention_covering(r, sentence, token);
  if (mention != GW_NO_INDEX) {
    const size_t entity = r->knowledge->mentions[mention].entity;
    const bool role = r->knowledge->entities[entity].type == GW_ROLE;
    const size_t person = role ? gw_described_person(r, sentence, token)
                               : name_behind(r, sentence, token);
    return person == GW_NO_INDEX ? entity : person;
  }
  if (s->tokens[token].upos == GW_PRON) {
    const size_t event = gw_event_of_demonstrative(r, sentence, token);
    return event == GW_NO_INDEX ? gw_pronoun_entity(r, sentence, token) : event;
  }
  const bool clause = s->tokens[token].upos == GW_VERB
                      && gw_relates(s, token, "csubj|obj|obl|nsubj|xcomp|ccomp|advcl|acl|conj");
  return clause ? gw_clause_entity(r, sentence, token, GW_NO_INDEX) : GW_NO_INDEX;
}
