/* Statements of verbs: who did what to whom, and who said what. */
#include "base/utf8.h"
#include "extract/knowledge/amounts.h"
#include "extract/knowledge/arguments.h"
#include "extract/knowledge/causes.h"
#include "extract/knowledge/name_spans.h"
#include "extract/knowledge/quotes.h"
#include "extract/knowledge/statements.h"
#include "extract/knowledge/types.h"

#include <string.h>

enum { TEXT_TOKENS = 24 };

/* "left thousands dead": the adjective that the object completes the verb with. */
static size_t object_complement(const GwSentence *s, size_t verb)
{
  const size_t adjective = gw_child(s, verb, "xcomp", 0);
  return adjective != GW_NO_INDEX && s->tokens[adjective].upos == GW_ADJ
         && gw_child(s, verb, "obj", 0) != GW_NO_INDEX ? adjective : GW_NO_INDEX;
}

/* "took place", "plays a role": the noun that says what a light verb's action is. */
static size_t light_noun(const GwReader *r, const GwSentence *s, size_t verb, GwView *word)
{
  const size_t noun = gw_child(s, verb, "obj", 0);
  if (noun == GW_NO_INDEX || s->tokens[noun].upos != GW_NOUN) {
    return GW_NO_INDEX;
  }
  const GwView phrase = gw_view_format(r->arena, "%.*s %.*s", GW_PRINT(s->tokens[verb].lemma),
                                       GW_PRINT(s->tokens[noun].lemma));
  *word = gw_lexicon_value(r->lexicon, "light", phrase);
  return word->length ? noun : GW_NO_INDEX;
}

/* "go back", "sent patients away": an adverb of direction right behind the verb or its object is
 * part of what the verb says. */
static size_t direction(const GwSentence *s, size_t verb)
{
  const size_t object = gw_child(s, verb, "obj", verb);
  const size_t after = object == GW_NO_INDEX ? verb : gw_subtree(s, object).last;
  for (size_t i = gw_child(s, verb, "advmod", verb); i != GW_NO_INDEX && i <= after + 1;
       i = gw_child(s, verb, "advmod", i + 1)) {
    if ((i == verb + 1 || i == after + 1)
        && gw_lemma_is(s, i, "back|away|off|out|down|up|forward|apart|home|together")) {
      return i;
    }
  }
  return GW_NO_INDEX;
}

/* Verb with its particle or light noun: "set up", "carry out", "take place"; in the arena. */
static GwView verb_phrase(GwReader *r, const GwSentence *s, size_t verb, GwView word)
{
  const size_t complement = object_complement(s, verb);
  const size_t own = gw_child(s, verb, "compound:prt", 0);
  const size_t particle = complement != GW_NO_INDEX ? complement
                          : gw_is_hedge(r, gw_sentence_number(r, s), own) ? GW_NO_INDEX : own;
  const GwView lemma = gw_utf8_lower(r->arena, s->tokens[verb].lemma);
  if (word.length == 0 && particle != GW_NO_INDEX) {
    word = s->tokens[particle].form;  /* "make worse", not "make bad" */
  } else if (word.length == 0 && direction(s, verb) != GW_NO_INDEX
             && gw_lexicon_value(r->lexicon, "relation", lemma).length == 0) {
    word = s->tokens[direction(s, verb)].form;
  }
  if (word.length == 0 || !lemma.data) {
    return lemma.data ? lemma : s->tokens[verb].lemma;
  }
  return gw_view_format(r->arena, "%.*s %.*s", GW_PRINT(lemma), GW_PRINT(word));
}

/* "was named director": the noun that a passive is completed with. */
static size_t noun_complement(const GwSentence *s, size_t verb)
{
  const size_t noun = gw_child(s, verb, "xcomp", verb);
  return noun != GW_NO_INDEX && gw_is_nominal(s, noun) && gw_is_passive(s, verb)
         && gw_child(s, noun, "cop|mark|case", 0) == GW_NO_INDEX ? noun : GW_NO_INDEX;
}

/* A verb that only colours the action or property that it governs ("try to", "become"), unlike
 * "died" of "died young". */
static bool only_embeds(const GwSentence *s, size_t verb)
{
  const size_t governed = gw_child(s, verb, "xcomp", 0);
  return governed != GW_NO_INDEX && gw_child(s, verb, "obj|iobj", 0) == GW_NO_INDEX
         && noun_complement(s, verb) == GW_NO_INDEX
         && (s->tokens[governed].upos != GW_ADJ || gw_is_linking_verb(s, verb)
             || gw_child(s, governed, "xcomp|ccomp|mark|cop", 0) != GW_NO_INDEX);
}

/* "panic buying", "the building of dams": a noun for all its tag. */
static bool is_gerund_noun(const GwSentence *s, size_t t)
{
  const size_t before = gw_child(s, t, "det|compound|amod|nmod:poss", 0);
  return strcmp(s->tokens[t].xpos, "VBG") == 0 && before < t
         && gw_child(s, t, "obj|nsubj|aux", 0) == GW_NO_INDEX;
}

/* "more nurses than will ever leave": what is compared with is not said to be so. */
static bool is_compared(const GwSentence *s, size_t t)
{
  const size_t than = gw_child(s, t, "mark|case", 0);
  return than != GW_NO_INDEX && gw_lemma_is(s, than, "than");
}

static bool is_read(const GwSentence *s, size_t t)
{
  return s->tokens[t].upos == GW_VERB && gw_child(s, t, "cop", 0) == GW_NO_INDEX
         && !is_gerund_noun(s, t) && !is_compared(s, t) && !only_embeds(s, t)
         && !gw_is_name_particle(s, t)
         && !gw_relates(s, t, "amod|compound|case|fixed|mark|cc|flat")
         && gw_child(s, t, "expl", 0) == GW_NO_INDEX;
}

/* What stands on one end of a statement. */
typedef struct {
  size_t entity, token;
  bool negated;
} End;

static End end_of(GwReader *r, size_t sentence, size_t token)
{
  End e = {GW_NO_INDEX, token, gw_is_negated_noun(gw_sentence(r, sentence), token)};
  e.entity = gw_entity_of(r, sentence, token);
  return e;
}

/* One verb with all that its statements have in common. */
typedef struct {
  GwReader *r;
  size_t sentence;
  GwFrame frame;
  GwContext context;
  size_t whole; ///< entity of the clause that is the subject as a whole, or GW_NO_INDEX
  size_t light; ///< noun that completes a light verb, or GW_NO_INDEX
} Verb;

static double confidence_of(const Verb *v, double base)
{
  return base * (v->frame.source == GW_SUBJECT_OWN ? 1.0
                 : v->frame.source == GW_SUBJECT_SHARED ? 0.95 : 0.9);
}

static GwStatement start(const Verb *v, GwRelation relation, const char *rule, double base)
{
  return gw_statement_new(&v->context, v->sentence, v->frame.predicate, relation, rule,
                          confidence_of(v, base));
}

static void finish(const Verb *v, GwStatement st, End subject, End object, size_t except)
{
  if (v->whole != GW_NO_INDEX) {
    const size_t main = gw_parent(gw_sentence(v->r, v->sentence), v->frame.predicate);
    subject = (End){v->whole, main, false};
  }
  st.subject = subject.entity;
  st.subject_token = subject.token;
  st.object_token = object.token;
  if (subject.negated != object.negated) {
    st.polarity = gw_opposite(st.polarity);
  }
  if (st.subject != GW_NO_INDEX) {
    gw_read_qualifiers(v->r, v->sentence, v->frame.predicate, except, &st);
    gw_add_statement(v->r, st);
  }
}

/* Circumstances that stand with the object's noun but are not part of its name: "loans to
 * farmers", "a speech in June". */
static void read_object_qualifiers(const Verb *v, size_t object, GwStatement *st)
{
  const size_t m = gw_mention_at(v->r->knowledge, v->sentence, object);
  if (m != GW_NO_INDEX) {
    gw_read_noun_qualifiers(v->r, v->sentence, m, st);
  }
}

/* "drove cattle" caused nothing, and who enters politics moves to no place. */
static bool takes(GwRelation relation, GwView phrase, GwEntityType object)
{
  const bool place = gw_is_place(object);
  const bool verb_alone = gw_view_find(phrase, GW_VIEW(" "), 0) >= phrase.length;
  if (gw_relation_is(&relation, "causes") && verb_alone) {
    return !place && object != GW_THING && object != GW_GROUP && object > GW_COUNTRY
           && object != GW_ROLE;
  }
  if (gw_relation_is(&relation, "increases") && verb_alone) {
    return object != GW_THING && object > GW_PLACE;     /* "raised the wreck" */
  }
  return !gw_relation_is(&relation, "movesTo") || place;
}

/* The relation of a verb phrase to its object, made from the words where a listed one does not
 * fit. */
static GwRelation relation_of(const Verb *v, GwView phrase, size_t object, bool *inverted)
{
  const GwReader *r = v->r;
  const GwEntityType type = object == GW_NO_INDEX ? GW_CONCEPT
                                                  : r->knowledge->entities[object].type;
  const GwRelation mapped = gw_relation_to(r, phrase, type, inverted);
  if (!*inverted && object != GW_NO_INDEX && !takes(mapped, phrase, type)) {
    return gw_lexicon_make(r->arena, phrase);
  }
  return mapped;
}

/* Statements of a verb with an object; an inverted relation exchanges the ends. */
static void state_object(const Verb *v, GwView phrase, size_t object_token, size_t except,
                         const char *rule, double base)
{
  bool inverted;
  const End object = end_of(v->r, v->sentence, object_token);
  const GwRelation relation = relation_of(v, phrase, object.entity, &inverted);
  for (size_t i = 0; i < v->frame.subjects.count && object.entity != GW_NO_INDEX; i++) {
    const End subject = end_of(v->r, v->sentence, v->frame.subjects.tokens[i]);
    GwStatement st = start(v, relation, rule, base);
    read_object_qualifiers(v, object_token, &st);
    st.object_kind = GW_OBJECT_ENTITY;
    st.object = inverted ? subject.entity : object.entity;
    if (subject.entity != GW_NO_INDEX) {
      finish(v, st, inverted ? object : subject, inverted ? subject : object, except);
    }
  }
}

static bool is_complement_role(const char *role)
{
  return strcmp(role, "ARG1") == 0 || strcmp(role, "ARG2") == 0 || strcmp(role, "ARG3") == 0
         || strcmp(role, "ARG4") == 0 || strcmp(role, "ARGM-DIR") == 0
         || strcmp(role, "ARGM-GOL") == 0
         || strcmp(role, "ARG0") == 0;  /* "was named after her": no agent, for all its role */
}

/* The oblique that completes an intransitive verb: "led to protests", "moved to Canada". `strict`
 * trusts the roles alone. */
static size_t completing_oblique(const GwReader *r, const GwSentence *s, size_t verb, bool strict)
{
  size_t second = GW_NO_INDEX;
  for (size_t o = gw_child(s, verb, "obl", 0); o != GW_NO_INDEX;
       o = gw_child(s, verb, "obl", o + 1)) {
    const GwView marker = gw_marker(r->arena, s, o, "case");
    const GwView joined = gw_view_format(r->arena, "%.*s %.*s", GW_PRINT(s->tokens[verb].lemma),
                                         GW_PRINT(marker));
    if (!strict && gw_lexicon_value(r->lexicon, "relation", joined).length) {
      return o;                       /* "died of cholera" */
    }
    if (gw_relates(s, o, "obl:agent") || marker.length == 0 || gw_is_time_phrase(r, s, o)
        || gw_view_starts(marker, GW_VIEW("according"))
        || gw_lexicon_value(r->lexicon, "cause", marker).length) {
      continue;
    }
    if (is_complement_role(gw_role_of(s, verb, o))) {
      return o;
    }
    const bool adjunct = strncmp(gw_role_of(s, verb, o), "ARGM", 4) == 0;
    second = second == GW_NO_INDEX && !adjunct && !strict && o > verb ? o : second;
  }
  return second;
}

static void state_alone(const Verb *v, GwView phrase, const char *rule)
{
  const GwSentence *s = gw_sentence(v->r, v->sentence);
  const bool tells = !v->frame.passive && v->context.polarity == GW_POSITIVE;
  if ((tells && gw_speech_relation(v->r, s, v->frame.predicate).length)
      || gw_lemma_is(s, v->frame.predicate, "seem|appear|tend|do")
      || gw_is_mere_comment(v->r, s, v->frame.predicate)) {
    return;                           /* "he observed:" says nothing without what he observed */
  }
  bool inverted;
  const GwRelation relation = gw_lexicon_map(v->r->lexicon, v->r->arena, "intransitive", phrase,
                                             &inverted);
  for (size_t i = 0; i < v->frame.subjects.count; i++) {
    finish(v, start(v, relation, v->frame.passive ? rule : "intransitive", 0.8),
           end_of(v->r, v->sentence, v->frame.subjects.tokens[i]),
           (End){GW_NO_INDEX, GW_NO_INDEX, false}, GW_NO_INDEX);
  }
}

/* "a role in their health": what the action of a light verb is about. */
static size_t light_complement(const GwReader *r, const GwSentence *s, size_t noun)
{
  for (size_t i = gw_child(s, noun, "nmod", noun); i != GW_NO_INDEX;
       i = gw_child(s, noun, "nmod", i + 1)) {
    if (gw_marker(r->arena, s, i, "case").length && !gw_is_time_phrase(r, s, i)) {
      return i;
    }
  }
  return GW_NO_INDEX;
}

/* A verb without object: completed by an oblique, or standing alone. */
static void state_oblique(const Verb *v, GwView phrase, const char *rule)
{
  const GwSentence *s = gw_sentence(v->r, v->sentence);
  const size_t inner = v->light == GW_NO_INDEX ? v->light : light_complement(v->r, s, v->light);
  const size_t oblique = inner != GW_NO_INDEX ? inner
    : completing_oblique(v->r, s, v->frame.predicate, v->frame.passive);
  if (oblique == GW_NO_INDEX || gw_entity_of(v->r, v->sentence, oblique) == GW_NO_INDEX) {
    state_alone(v, phrase, rule);
    return;
  }
  GwTokens objects = {{0}, 0};
  gw_add_coordinated(s, oblique, &objects);
  const GwView marker = gw_marker(v->r->arena, s, oblique, "case");
  const GwView joined = gw_view_format(v->r->arena, "%.*s %.*s", GW_PRINT(phrase),
                                       GW_PRINT(marker));
  for (size_t i = 0; i < objects.count; i++) {
    state_object(v, joined, objects.tokens[i], oblique, rule, 0.85);
  }
}

/* A passive whose agent is not told: what was done to the patient, and with what ("is known as",
 * "is named director", "is declared unsafe"). */
static void state_patient(Verb *v)
{
  const GwSentence *s = gw_sentence(v->r, v->sentence);
  const size_t verb = v->frame.predicate, noun = noun_complement(s, verb);
  const size_t property = gw_child(s, verb, "xcomp", verb);
  const size_t particle = gw_child(s, verb, "compound:prt", verb);
  const GwView form = gw_utf8_lower(v->r->arena, s->tokens[verb].form);
  const GwView after = particle == GW_NO_INDEX ? GW_VIEW("") : s->tokens[particle].form;
  GwView phrase = gw_view_format(v->r->arena, "be %.*s%s%.*s", GW_PRINT(form),
                                 after.length ? " " : "", GW_PRINT(after));
  if (property != GW_NO_INDEX && s->tokens[property].upos == GW_ADJ) {
    phrase = gw_view_format(v->r->arena, "%.*s %.*s", GW_PRINT(phrase),
                            GW_PRINT(s->tokens[property].form));
  }
  const size_t told = gw_child(s, verb, "obj", verb);
  if (told != GW_NO_INDEX && gw_is_negated_noun(s, told)) {
    v->context.polarity = gw_opposite(v->context.polarity);       /* "they were told nothing" */
  }
  v->frame.subjects = v->frame.objects;
  if (noun != GW_NO_INDEX && gw_entity_of(v->r, v->sentence, noun) != GW_NO_INDEX) {
    state_object(v, phrase, noun, noun, "passive", 0.88);
  } else {
    state_oblique(v, phrase, "passive");
  }
}

/* "force targets to return", "stop people from leaving": the object with what it is to do. */
static size_t governed_action(const GwSentence *s, size_t verb, size_t object)
{
  const size_t action = gw_child(s, verb, "xcomp", 0);
  if (action != GW_NO_INDEX && action > object && s->tokens[action].upos == GW_VERB) {
    return action;
  }
  for (size_t i = gw_child(s, verb, "advcl|obl|ccomp", 0); i != GW_NO_INDEX;
       i = gw_child(s, verb, "advcl|obl|ccomp", i + 1)) {
    const size_t mark = gw_child(s, i, "mark|case", 0);
    if (i > object && mark != GW_NO_INDEX && gw_lemma_is(s, mark, "from")
        && s->tokens[i].upos == GW_VERB) {
      return i;
    }
  }
  return GW_NO_INDEX;
}

static void state_action(const Verb *v, GwView phrase, size_t object, size_t action)
{
  bool inverted;
  const GwSentence *s = gw_sentence(v->r, v->sentence);
  if (gw_mention_at(v->r->knowledge, v->sentence, object) == GW_NO_INDEX) {
    return;                           /* "made them leave": nobody is named */
  }
  const bool causative = gw_lexicon_value(v->r->lexicon, "causative", phrase).length > 0;
  const GwPhrase noun = gw_noun_phrase(s, object), clause = gw_clause_phrase(s, action);
  const size_t entity = gw_action_entity(v->r, v->sentence, action,
                                         (GwPhrase){noun.first, clause.last}, GW_ACTIVITY);
  const GwRelation relation = gw_lexicon_map(v->r->lexicon, v->r->arena,
                                             causative ? "causative" : "relation", phrase,
                                             &inverted);
  for (size_t i = 0; i < v->frame.subjects.count; i++) {
    GwStatement st = start(v, relation, "governed-action", 0.85);
    st.object_kind = GW_OBJECT_ENTITY;
    st.object = entity;
    finish(v, st, end_of(v->r, v->sentence, v->frame.subjects.tokens[i]),
           (End){entity, action, false}, action);
  }
}

static void state_objects(const Verb *v, GwView phrase)
{
  const GwSentence *s = gw_sentence(v->r, v->sentence);
  for (size_t i = 0; i < v->frame.objects.count; i++) {
    const size_t object = v->frame.objects.tokens[i];
    const size_t action = v->frame.passive ? GW_NO_INDEX
                                           : governed_action(s, v->frame.predicate, object);
    if (action != GW_NO_INDEX) {
      state_action(v, phrase, object, action);
    } else {
      state_object(v, phrase, object, v->frame.passive ? v->frame.subjects.tokens[0] : GW_NO_INDEX,
                   v->frame.passive ? "passive" : "object", 0.9);
    }
  }
}

/* "asks who pays", "showed how poor they were": what is asked or told stays as text. */
static void state_question(const Verb *v, GwView phrase, size_t clause)
{
  bool inverted;
  const GwSentence *s = gw_sentence(v->r, v->sentence);
  GwPhrase p = gw_subtree(s, clause);
  while (p.last > p.first
         && (s->tokens[p.last].upos == GW_PUNCT || p.last - p.first > TEXT_TOKENS)) {
    p.last--;
  }
  for (size_t i = 0; i < v->frame.subjects.count; i++) {
    GwStatement st = start(v, gw_lexicon_map(v->r->lexicon, v->r->arena, "relation", phrase,
                                             &inverted), "question", 0.8);
    st.object_kind = GW_OBJECT_TEXT;
    st.object_text = gw_phrase_text(v->r->document, s, p);
    finish(v, st, end_of(v->r, v->sentence, v->frame.subjects.tokens[i]),
           (End){GW_NO_INDEX, clause, false}, clause);
  }
}

/* A clause as object of a verb that does not speak: "ensure that prices fall". */
static bool state_clause(const Verb *v, GwView phrase)
{
  const GwSentence *s = gw_sentence(v->r, v->sentence);
  const size_t clause = gw_child(s, v->frame.predicate, "ccomp", 0);
  if (clause == GW_NO_INDEX) {
    return false;
  }
  if (gw_speech_relation(v->r, s, v->frame.predicate).length && !gw_is_question_clause(s, clause)) {
    return !gw_is_finite(s, clause);  /* "saw plans ruined" is no thought, nor a statement */
  }
  if (gw_is_question_clause(s, clause)) {
    state_question(v, phrase, clause);
    return true;
  }
  const size_t entity = gw_clause_entity(v->r, v->sentence, clause, GW_NO_INDEX);
  bool inverted;
  for (size_t i = 0; i < v->frame.subjects.count; i++) {
    GwStatement st = start(v, gw_lexicon_map(v->r->lexicon, v->r->arena, "relation", phrase,
                                             &inverted), "clause-object", 0.8);
    st.object_kind = GW_OBJECT_ENTITY;
    st.object = entity;
    finish(v, st, end_of(v->r, v->sentence, v->frame.subjects.tokens[i]),
           (End){entity, clause, false}, clause);
  }
  return true;
}

static bool speaks(const GwReader *r, const GwSentence *s, size_t verb)
{
  return gw_speech_relation(r, s, verb).length
         && (gw_reported_complement(s, verb) != GW_NO_INDEX || gw_stands_beside(s, verb));
}

/* "Driven by debt, men leave" is read as a cause of the clause (causes.c). */
static bool is_read_as_cause(const Verb *v, GwView phrase)
{
  const GwSentence *s = gw_sentence(v->r, v->sentence);
  return v->frame.passive && v->frame.subjects.count
         && gw_lexicon_is(v->r->lexicon, "relation", phrase, "causes")
         && gw_relates(s, v->frame.predicate, "advcl");
}

static void read_verb(GwReader *r, size_t sentence, size_t verb)
{
  const GwSentence *s = gw_sentence(r, sentence);
  GwView light = GW_VIEW("");
  Verb v = {r, sentence, gw_frame(r, sentence, verb), gw_context(r, sentence, verb), GW_NO_INDEX,
            light_noun(r, s, verb, &light)};
  const GwView phrase = verb_phrase(r, s, verb, light);
  if (v.light != GW_NO_INDEX && gw_is_negated_noun(s, v.light)) {
    v.context.polarity = gw_opposite(v.context.polarity);
  }
  v.whole = gw_whole_clause(r, sentence, &v.frame, phrase);
  const size_t first = v.frame.objects.count && !v.frame.passive ? v.frame.objects.tokens[0]
                                                                 : GW_NO_INDEX;
  if (first != GW_NO_INDEX && s->tokens[first].upos != GW_PRON && gw_is_question_clause(s, first)) {
    state_question(&v, phrase, first);
    return;
  }
  if (v.context.implied || speaks(r, s, verb) || is_read_as_cause(&v, phrase)
      || state_clause(&v, phrase)) {
    return;
  }
  if (v.frame.passive && v.frame.subjects.count == 0) {
    state_patient(&v);
  } else if (v.frame.objects.count && v.light == GW_NO_INDEX) {
    state_objects(&v, phrase);
  } else {
    state_oblique(&v, phrase, "oblique");
  }
}

void gw_read_verbs(GwReader *r, size_t sentence)
{
  const GwSentence *s = gw_sentence(r, sentence);
  for (size_t t = 0; t < s->token_count && !r->failed; t++) {
    if (is_read(s, t) && !gw_is_quoted_term(r, sentence, t)) {
      read_verb(r, sentence, t);
    }
  }
}
