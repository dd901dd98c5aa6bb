/* Statements of being: what something is, how it is, where it is, and that it is. */
#include "extract/knowledge/arguments.h"
#include "extract/knowledge/statements.h"
#include "extract/knowledge/types.h"

#include <string.h>

/* "no longer than 24.5 metres": the "no" belongs to the measure. */
static bool is_no_more(const GwSentence *s, size_t predicate)
{
  const char *const tag = s->tokens[predicate].xpos;
  return predicate > 0 && gw_lemma_is(s, predicate - 1, "no")
         && (strcmp(tag, "JJR") == 0 || strcmp(tag, "RBR") == 0);
}

/* The predicate's words: from behind the copula to the end of its phrase. */
static GwView property_text(const GwReader *r, const GwSentence *s, size_t predicate, size_t verb)
{
  GwPhrase p = gw_clause_phrase(s, predicate);
  const size_t subject = gw_child(s, predicate, "nsubj", 0);
  if (verb != GW_NO_INDEX && verb < predicate) {   /* a question's subject stands behind the verb */
    const bool behind = subject != GW_NO_INDEX && subject > verb && subject < predicate;
    p.first = behind ? gw_subtree(s, subject).last + 1 : verb + 1;
  }
  const size_t action = gw_child(s, predicate, "csubj", predicate);
  if (action != GW_NO_INDEX) {
    p.last = predicate;               /* "crucial" of "It is crucial to know" */
  }
  const size_t end = is_no_more(s, predicate) ? predicate - 1 : predicate;
  while (p.first < end && (gw_relates(s, p.first, "aux|cop|nsubj|expl|punct")
                           || gw_lemma_is(s, p.first, "not|n't|n’t|also|never|still|no|longer|"
                                                      "hardly|however|neither|nor"))) {
    p.first++;
  }
  return gw_phrase_text(r->document, s, p);
}

typedef struct {
  GwReader *r;
  size_t sentence;
  size_t predicate; ///< noun, adjective or adverb that is predicated
  size_t verb;      ///< "is", "became"; GW_NO_INDEX in none
  GwFrame frame;
  GwContext context;
} Being;

static void add(const Being *b, size_t subject, GwRelation relation, GwObjectKind kind,
                size_t object, GwView text)
{
  GwStatement st = gw_statement_new(&b->context, b->sentence, b->predicate, relation, "copula",
                                    b->frame.source == GW_SUBJECT_OWN ? 0.9 : 0.8);
  st.subject = gw_entity_of(b->r, b->sentence, subject);
  st.subject_token = subject;
  st.object_token = b->predicate;
  st.object_kind = kind;
  st.object = object;
  st.object_text = text;
  if (gw_is_negated_noun(gw_sentence(b->r, b->sentence), subject)) {
    st.polarity = gw_opposite(st.polarity);
  }
  if (st.subject != GW_NO_INDEX) {
    if (kind == GW_OBJECT_ENTITY) {
      gw_read_qualifiers(b->r, b->sentence, b->predicate, GW_NO_INDEX, &st);
    }
    gw_add_statement(b->r, st);
  }
}

/* "is a member of the party": the relation says it all. */
static bool is_relational(const Being *b, size_t subject, size_t noun)
{
  const GwEnd end = {gw_entity_of(b->r, b->sentence, subject), subject};
  return end.entity != GW_NO_INDEX
         && gw_read_noun_relation(b->r, b->sentence, noun, &b->context, end)
         && gw_is_mere_relation(gw_sentence(b->r, b->sentence), noun);
}

static void state(const Being *b, size_t subject)
{
  GwReader *r = b->r;
  const GwSentence *s = gw_sentence(r, b->sentence);
  const size_t preposition = gw_child(s, b->predicate, "case", 0);
  const size_t counted = gw_counted(s, b->predicate);     /* "one of the few countries" */
  const size_t object = gw_mention_at(r->knowledge, b->sentence, counted);
  if (object == GW_NO_INDEX || !gw_is_nominal(s, counted)) {
    add(b, subject, gw_canonical(r, "hasProperty"), GW_OBJECT_TEXT, GW_NO_INDEX,
        property_text(r, s, b->predicate, b->verb));
    return;
  }
  const size_t entity = r->knowledge->mentions[object].entity;
  const bool place = gw_is_place(r->knowledge->entities[entity].type);
  if (preposition != GW_NO_INDEX && place && gw_lemma_is(s, preposition, "in|at|on|near")) {
    add(b, subject, gw_canonical(r, "locatedIn"), GW_OBJECT_ENTITY, entity, GW_VIEW(""));
  } else if (preposition != GW_NO_INDEX) {
    add(b, subject, gw_canonical(r, "hasProperty"), GW_OBJECT_TEXT, GW_NO_INDEX,
        property_text(r, s, b->predicate, b->verb));
  } else if (!is_relational(b, subject, counted)) {
    const bool named = r->knowledge->entities[entity].named;
    add(b, subject, gw_canonical(r, named ? "sameAs" : "isA"), GW_OBJECT_ENTITY, entity,
        GW_VIEW(""));
  }
}

/* Not an action ("by getting involved"), a question word, or what only colours an action
 * ("likely to rise"). */
static bool is_predicative(const GwReader *r, const GwSentence *s, size_t t)
{
  const size_t mark = gw_child(s, t, "mark", 0);
  const bool colours = gw_child(s, t, "xcomp|ccomp", 0) != GW_NO_INDEX
                       && gw_lexicon_value(r->lexicon, "embed", s->tokens[t].lemma).length;
  if (s->tokens[t].upos == GW_VERB) {           /* "the aim is to train nurses" */
    return mark != GW_NO_INDEX && s->tokens[mark].upos == GW_PART
           && gw_child(s, t, "cop", 0) != GW_NO_INDEX;
  }
  return s->tokens[t].upos != GW_PRON && !colours
         && s->tokens[t].upos != GW_DET && s->tokens[t].xpos[0] != 'W'
         && (mark == GW_NO_INDEX || !gw_lemma_is(s, mark, "by"));
}

static void read_being(GwReader *r, size_t sentence, size_t predicate, size_t verb, size_t governor)
{
  const GwSentence *s = gw_sentence(r, sentence);
  Being b = {r, sentence, predicate, verb, gw_frame(r, sentence, governor),
             gw_context(r, sentence, governor)};
  GwTokens predicates = {{0}, 0};
  gw_add_coordinated(s, predicate, &predicates);
  for (size_t p = 0; p < predicates.count && !b.context.implied; p++) {
    b.predicate = predicates.tokens[p];
    b.verb = p ? GW_NO_INDEX : verb;
    if (p && gw_child(s, b.predicate, "nsubj|cop|aux", 0) != GW_NO_INDEX) {
      continue;                       /* "... and is rich" is read by itself */
    }
    for (size_t i = 0; i < b.frame.subjects.count && is_predicative(r, s, b.predicate); i++) {
      state(&b, b.frame.subjects.tokens[i]);
    }
  }
}

/* "There is pressure": the pressure exists. */
static void read_existence(GwReader *r, size_t sentence, size_t verb)
{
  const GwSentence *s = gw_sentence(r, sentence);
  const GwContext context = gw_context(r, sentence, verb);
  GwTokens subjects = {{0}, 0};
  gw_add_coordinated(s, gw_child(s, verb, "nsubj", 0), &subjects);
  for (size_t i = 0; i < subjects.count; i++) {
    GwStatement st = gw_statement_new(&context, sentence, verb, gw_canonical(r, "exists"),
                                      "existence", 0.9);
    st.subject = gw_entity_of(r, sentence, subjects.tokens[i]);
    st.subject_token = subjects.tokens[i];
    if (gw_is_negated_noun(s, subjects.tokens[i])) {
      st.polarity = gw_opposite(st.polarity);
    }
    gw_read_qualifiers(r, sentence, verb, GW_NO_INDEX, &st);
    const size_t mention = gw_mention_at(r->knowledge, sentence, subjects.tokens[i]);
    if (mention != GW_NO_INDEX) {
      gw_read_noun_qualifiers(r, sentence, mention, &st);
    }
    gw_add_statement(r, st);
  }
}

bool gw_is_linking_verb(const GwSentence *s, size_t verb)
{
  return gw_lemma_is(s, verb, "become|remain|seem|appear|stay|be|look|feel|sound|prove|get|grow|"
                              "turn|go|fall|hold|come|run");
}

/* "by getting involved" says nothing of its governor's subject. */
static bool is_means(const GwSentence *s, size_t verb)
{
  const size_t mark = gw_child(s, verb, "mark|case", 0);
  return mark != GW_NO_INDEX && gw_lemma_is(s, mark, "by|of|for|without|in");
}

/* "It is costly to grow rice": of the action it is said that it is costly. */
static bool judges_action(const GwSentence *s, size_t predicate)
{
  const size_t action = gw_child(s, predicate, "csubj", predicate);
  const size_t mark = action == GW_NO_INDEX ? action : gw_child(s, action, "mark", 0);
  return mark != GW_NO_INDEX && s->tokens[mark].upos == GW_PART
         && s->tokens[predicate].upos == GW_ADJ;
}

/* A question's copula says nothing ("Who is he?"), nor does a subjectless one. */
void gw_read_copulas(GwReader *r, size_t sentence)
{
  const GwSentence *s = gw_sentence(r, sentence);
  for (size_t t = 0; t < s->token_count && !r->failed; t++) {
    const size_t copula = gw_child(s, t, "cop", 0);
    const size_t governor = gw_relates(s, t, "xcomp") ? gw_parent(s, t) : GW_NO_INDEX;
    const bool there = gw_child(s, t, "expl", 0) != GW_NO_INDEX && !judges_action(s, t);
    if (copula != GW_NO_INDEX && !there && is_predicative(r, s, t)) {
      read_being(r, sentence, t, copula, t);
    } else if (governor != GW_NO_INDEX && copula == GW_NO_INDEX && !is_means(s, governor)
               && is_predicative(r, s, t) && gw_is_linking_verb(s, governor)) {
      read_being(r, sentence, t, governor, governor);
    } else if (there && gw_lemma_is(s, t, "be|exist|remain") && gw_relates(s, t, "root|conj|ccomp|"
               "advcl|parataxis|acl")) {
      read_existence(r, sentence, t);
    }
  }
}
