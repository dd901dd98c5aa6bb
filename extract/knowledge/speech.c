/* Speech: joining who says or thinks something to the statements of what is said. */
#include "extract/knowledge/arguments.h"
#include "extract/knowledge/statements.h"

/* The clause that a verb of saying reports: its complement, or the clause it stands beside. */
static size_t reported_clause(const GwSentence *s, size_t verb)
{
  if (gw_child(s, verb, "ccomp", 0) != GW_NO_INDEX) {
    return gw_reported_complement(s, verb);
  }
  return gw_stands_beside(s, verb) ? gw_parent(s, verb) : GW_NO_INDEX;
}

/* Does `predicate` state what the clause says: the clause itself, or one coordinated with it, or
 * the action that its verb only colours? */
static bool states(const GwSentence *s, size_t predicate, size_t clause)
{
  for (size_t at = predicate; at != GW_NO_INDEX; at = gw_parent(s, at)) {
    if (at == clause) {
      return true;
    }
    if (!gw_relates(s, at, "conj|xcomp")) {
      return false;
    }
  }
  return false;
}

typedef struct {
  GwReader *r;
  size_t sentence, verb, clause, speaker, speaker_token;
  GwContext context;
  GwRelation relation;
} Speech;

static void add(const Speech *x, GwObjectKind kind, size_t object, GwView text)
{
  GwStatement st = gw_statement_new(&x->context, x->sentence, x->verb, x->relation, "speech", 0.9);
  st.subject = x->speaker;
  st.subject_token = x->speaker_token;
  st.object_token = x->clause;
  st.object_kind = kind;
  st.object = object;
  st.object_text = text;
  gw_read_qualifiers(x->r, x->sentence, x->verb, x->clause, &st);
  gw_add_statement(x->r, st);
}

/* One statement of speech for each statement in what is said; its text when there is none. */
static void join(const Speech *x, size_t first, size_t last)
{
  const GwSentence *s = gw_sentence(x->r, x->sentence);
  Speech positive = *x;               /* a denial is the claim of the contrary */
  bool any = false;
  if (gw_relation_is(&x->relation, "denies")) {
    positive.relation = gw_canonical(x->r, "said");
  }
  for (size_t i = first; i < last; i++) {
    const GwStatement *said = &x->r->knowledge->statements[i];
    if (said->speaker == x->speaker && states(s, said->predicate, x->clause)) {
      add(&positive, GW_OBJECT_STATEMENT, i, GW_VIEW(""));
      any = true;
    }
  }
  if (!any) {
    const GwPhrase p = gw_clause_phrase(s, x->clause);
    add(x, GW_OBJECT_TEXT, GW_NO_INDEX, gw_phrase_text(x->r->document, s, p));
  }
}

/* Who says it, and what: the statements from `first` on that the clause makes. */
static void read_saying(GwReader *r, size_t sentence, size_t verb, size_t first)
{
  const GwSentence *s = gw_sentence(r, sentence);
  const GwView name = gw_speech_relation(r, s, verb);
  const size_t clause = name.length ? reported_clause(s, verb) : GW_NO_INDEX;
  const GwRelation *relation = name.length ? gw_lexicon_relation(r->lexicon, name) : NULL;
  if (clause == GW_NO_INDEX || !relation) {
    return;
  }
  const size_t last = r->knowledge->statement_count;
  const GwFrame f = gw_frame(r, sentence, verb);
  Speech x = {r, sentence, verb, clause, GW_NO_INDEX, GW_NO_INDEX,
              gw_context(r, sentence, verb), *relation};
  for (size_t i = 0; i < f.subjects.count; i++) {
    x.speaker_token = f.subjects.tokens[i];
    x.speaker = gw_speaker_of(r, sentence, x.speaker_token);
    if (x.speaker != GW_NO_INDEX) {
      join(&x, first, last);
    }
  }
}

static size_t depth_of(const GwSentence *s, size_t token)
{
  size_t depth = 0;
  for (size_t at = token; at != GW_NO_INDEX && depth <= s->token_count; at = gw_parent(s, at)) {
    depth++;
  }
  return depth;
}

/* The deepest first: of "A says that B denies it", what B does is part of what A says. */
void gw_read_speech(GwReader *r, size_t sentence, size_t first_statement)
{
  const GwSentence *s = gw_sentence(r, sentence);
  size_t *depth = GW_NEW(r->arena, s->token_count + 1, size_t), deepest = 0;
  if (!depth) {
    r->failed = true;
    return;
  }
  for (size_t t = 0; t < s->token_count; t++) {
    depth[t] = gw_speech_relation(r, s, t).length ? depth_of(s, t) : 0;
    deepest = depth[t] > deepest ? depth[t] : deepest;
  }
  for (size_t d = deepest; d > 0 && !r->failed; d--) {
    for (size_t t = 0; t < s->token_count && !r->failed; t++) {
      if (depth[t] == d) {
        read_saying(r, sentence, t, first_statement);
      }
    }
  }
}
