/* What is known of the reading of a statement. */
#include "extract/knowledge/confidence.h"
#include "extract/knowledge/phrases.h"

#include <math.h>
#include <string.h>

typedef struct {
  const char *name, *words;
} Names;

static const Names names[GW_FEATURE_COUNT] = {
  [GW_FEATURE_ESTIMATE] = {"estimate", "how reliable this way of reading is"},
  [GW_FEATURE_SURE_PREDICATE] = {"sure-predicate", "the predicate's place in the tree"},
  [GW_FEATURE_SURE_SUBJECT] = {"sure-subject", "the subject's place in the tree"},
  [GW_FEATURE_SURE_OBJECT] = {"sure-object", "the object's place in the tree"},
  [GW_FEATURE_SURE_PATH] = {"sure-path", "the words between subject, predicate and object"},
  [GW_FEATURE_SURE_SENTENCE] = {"sure-sentence", "the sentence's tree as a whole"},
  [GW_FEATURE_NO_ROLE] = {"no-role", "subject or object without semantic role"},
  [GW_FEATURE_LENGTH] = {"length", "the length of the sentence"},
  [GW_FEATURE_SUBJECT_DISTANCE] = {"subject-distance", "the words from subject to predicate"},
  [GW_FEATURE_OBJECT_DISTANCE] = {"object-distance", "the words from predicate to object"},
  [GW_FEATURE_EMBEDDED] = {"embedded", "main clause or a clause within another one"},
  [GW_FEATURE_LEFT_OVER] = {"left-over", "complements of the predicate that were not read"},
  [GW_FEATURE_CLAUSES] = {"clauses", "clauses as subject or object"},
  [GW_FEATURE_PRONOUNS] = {"pronouns", "pronouns that were resolved"},
  [GW_FEATURE_NAMES] = {"names", "names as subject or object"},
  [GW_FEATURE_ALONE] = {"alone", "whether there is an object"},
  [GW_FEATURE_CUT] = {"cut", "subject or object cut off in the middle"},
  [GW_FEATURE_LONG] = {"long", "the length of subject and object"},
  [GW_FEATURE_COORDINATED] = {"coordinated", "coordination"},
  [GW_FEATURE_REPORTED] = {"reported", "whether somebody says it"},
  [GW_FEATURE_MODAL] = {"modal", "whether it is told as a plain fact"},
  [GW_FEATURE_DENIED] = {"denied", "whether it is denied"},
  [GW_FEATURE_UNSAID] = {"unsaid", "a quotation without a known speaker"},
  [GW_FEATURE_SPOKEN] = {"spoken", "spoken language"},
};

const char *gw_feature_name(GwFeature feature)
{
  return names[feature].name;
}

const char *gw_feature_words(GwFeature feature)
{
  return names[feature].words;
}

/* A statement being looked at. */
typedef struct {
  const GwKnowledge *knowledge;
  const GwSentence *sentence;
  const GwStatement *statement;
  size_t predicate;   ///< token, or GW_NO_INDEX
  size_t ends[2];     ///< tokens of subject and object, or GW_NO_INDEX
  size_t entities[2]; ///< the same of the entities
} Look;

static size_t token_or_none(const GwSentence *s, size_t token)
{
  return token < s->token_count ? token : GW_NO_INDEX;
}

static Look look_at(const GwKnowledge *k, const GwStatement *s)
{
  const GwSentence *sentence = &k->document->sentences[s->sentence];
  return (Look){k, sentence, s, token_or_none(sentence, s->predicate),
                {token_or_none(sentence, s->subject_token),
                 token_or_none(sentence, s->object_token)},
                {s->subject, s->object_kind == GW_OBJECT_ENTITY ? s->object : GW_NO_INDEX}};
}

/* Sureness of a word's head and relation together; of no word, a middling one. */
static double sure_of(const Look *l, size_t token)
{
  if (token == GW_NO_INDEX) {
    return GW_SUREST / 2;
  }
  const GwToken *t = &l->sentence->tokens[token];
  return t->sure_head < t->sure_deprel ? t->sure_head : t->sure_deprel;
}

/* The least sure step from an end up to a word that the predicate is below as well. */
static double sure_between(const Look *l, size_t end)
{
  double least = GW_SUREST;
  for (size_t at = end; at != GW_NO_INDEX && l->predicate != GW_NO_INDEX
                        && !gw_below(l->sentence, l->predicate, at);
       at = gw_parent(l->sentence, at)) {
    least = fmin(least, sure_of(l, at));
  }
  return least;
}

static bool has_role(const Look *l, size_t token)
{
  for (size_t i = 0; i < l->sentence->role_count; i++) {
    const GwRole *r = &l->sentence->roles[i];
    if (r->predicate == l->predicate && r->argument == token
        && strncmp(r->role, "ARGM", 4) != 0) {
      return true;
    }
  }
  return false;
}

/* What the engine knows of the words: tree and roles. */
static void read_engine(const Look *l, double *v)
{
  const GwSentence *s = l->sentence;
  const bool roles = l->predicate != GW_NO_INDEX && s->tokens[l->predicate].predicate;
  v[GW_FEATURE_SURE_PREDICATE] = sure_of(l, l->predicate);
  v[GW_FEATURE_SURE_SUBJECT] = sure_of(l, l->ends[0]);
  v[GW_FEATURE_SURE_OBJECT] = sure_of(l, l->ends[1]);
  v[GW_FEATURE_SURE_PATH] = fmin(sure_between(l, l->ends[0]), sure_between(l, l->ends[1]));
  for (size_t i = 0; i < 2; i++) {
    v[GW_FEATURE_NO_ROLE] += roles && l->ends[i] != GW_NO_INDEX && !has_role(l, l->ends[i]);
  }
  for (size_t t = 0; t < s->token_count; t++) {
    v[GW_FEATURE_SURE_SENTENCE] += sure_of(l, t) / (double)s->token_count;
  }
}

static double length_of(size_t words)
{
  return log2(1.0 + (double)words);
}

static double distance(const Look *l, size_t end)
{
  const size_t at = l->predicate;
  return end == GW_NO_INDEX || at == GW_NO_INDEX ? 0 : length_of(end > at ? end - at : at - end);
}

static size_t words_of(GwView text)
{
  size_t words = text.length > 0;
  for (size_t i = 0; i < text.length; i++) {
    words += text.data[i] == ' ';
  }
  return words;
}

/* Does a qualifier's text hold the token, or is its entity the one that the token heads? A time
 * may have been rewritten. */
static bool qualifies(const Look *l, const GwQualifier *q, size_t token)
{
  const GwView all = l->knowledge->document->article->text;
  const GwSpan span = l->sentence->tokens[token].span;
  const size_t m = gw_mention_at(l->knowledge, l->statement->sentence, token);
  if (q->entity != GW_NO_INDEX) {
    return m != GW_NO_INDEX && l->knowledge->mentions[m].entity == q->entity;
  }
  if (strcmp(q->role, "time") == 0 && l->sentence->tokens[token].mention == GW_MENTION_TIME) {
    return true;
  }
  const bool slice = q->text.data >= all.data && q->text.data < all.data + all.length;
  const size_t begin = slice ? (size_t)(q->text.data - all.data) : all.length;
  return begin <= span.begin && span.end <= begin + q->text.length;
}

/* Does the statement tell what `token` heads, as an end or a qualifier? */
static bool is_told(const Look *l, size_t token)
{
  for (size_t i = 0; i < 2; i++) {
    if (l->ends[i] != GW_NO_INDEX && gw_below(l->sentence, l->ends[i], token)) {
      return true;
    }
  }
  for (size_t i = 0; i < l->statement->qualifier_count; i++) {
    if (qualifies(l, &l->statement->qualifiers[i], token)) {
      return true;
    }
  }
  return false;
}

static void read_predicate(const Look *l, double *v)
{
  static const char *const complements = "xcomp|ccomp|obl|obj|iobj";
  const GwSentence *s = l->sentence;
  if (l->predicate == GW_NO_INDEX) {
    return;
  }
  v[GW_FEATURE_EMBEDDED] = gw_relates(s, l->predicate, "ccomp|xcomp|advcl|acl|csubj");
  v[GW_FEATURE_COORDINATED] = gw_relates(s, l->predicate, "conj");
  for (size_t i = gw_child(s, l->predicate, complements, 0); i != GW_NO_INDEX;
       i = gw_child(s, l->predicate, complements, i + 1)) {
    v[GW_FEATURE_LEFT_OVER] += !is_told(l, i);
  }
}

static bool is_cut(const GwSentence *s, const GwMention *m)
{
  const GwUpos last = s->tokens[m->last].upos, first = s->tokens[m->first].upos;
  return last == GW_ADP || last == GW_DET || last == GW_CCONJ || last == GW_AUX
         || last == GW_SCONJ || last == GW_PART || first == GW_ADP || first == GW_CCONJ
         || strcmp(s->tokens[m->last].xpos, "PRP$") == 0;
}

static void read_end(const Look *l, size_t end, double *v)
{
  const size_t token = l->ends[end], entity = l->entities[end];
  const GwSentence *s = l->sentence;
  if (entity != GW_NO_INDEX) {
    const GwEntity *e = &l->knowledge->entities[entity];
    v[GW_FEATURE_NAMES] += e->named;
    v[GW_FEATURE_CLAUSES] += e->clause;
    v[GW_FEATURE_LONG] = fmax(v[GW_FEATURE_LONG], length_of(words_of(e->label)));
  }
  if (token != GW_NO_INDEX) {
    const size_t m = gw_mention_at(l->knowledge, l->statement->sentence, token);
    const bool pronoun = s->tokens[token].upos == GW_PRON && s->tokens[token].xpos[0] != 'W';
    v[GW_FEATURE_PRONOUNS] += pronoun && m == GW_NO_INDEX;
    v[GW_FEATURE_COORDINATED] += gw_relates(s, token, "conj");
    v[GW_FEATURE_CUT] += m != GW_NO_INDEX && is_cut(s, &l->knowledge->mentions[m]);
  }
}

static void read_ends(const Look *l, double *v)
{
  const GwStatement *s = l->statement;
  read_end(l, 0, v);
  read_end(l, 1, v);
  v[GW_FEATURE_SUBJECT_DISTANCE] = distance(l, l->ends[0]);
  v[GW_FEATURE_OBJECT_DISTANCE] = distance(l, l->ends[1]);
  v[GW_FEATURE_ALONE] = s->object_kind == GW_OBJECT_NONE;
  if (s->object_kind == GW_OBJECT_TEXT) {
    v[GW_FEATURE_CLAUSES]++;
    v[GW_FEATURE_LONG] = fmax(v[GW_FEATURE_LONG], length_of(words_of(s->object_text)));
  }
}

/* Is the predicate within a quotation that began in the sentence or, in its paragraph, before? */
static bool is_quoted(const Look *l)
{
  const GwSentence *sentences = l->knowledge->document->sentences;
  const size_t last = l->statement->sentence;
  size_t first = last;
  bool open = false;
  while (first > 0 && sentences[first - 1].block == sentences[last].block) {
    first--;
  }
  for (size_t i = first; i <= last; i++) {
    const size_t end = i == last ? l->statement->predicate : sentences[i].token_count;
    for (size_t t = 0; t < end && t < sentences[i].token_count; t++) {
      open = open != gw_is_quote(&sentences[i], t);
    }
  }
  return open;
}

static void read_sentence(const Look *l, double *v)
{
  const GwSentence *s = l->sentence;
  v[GW_FEATURE_LENGTH] = length_of(s->token_count);
  v[GW_FEATURE_UNSAID] = l->statement->speaker == GW_NO_INDEX && is_quoted(l);
  for (size_t t = 0; t < s->token_count; t++) {
    const bool person = s->tokens[t].upos == GW_PRON && gw_lemma_is(s, t, "i|you|me|my|your");
    if (person || s->tokens[t].upos == GW_INTJ) {
      v[GW_FEATURE_SPOKEN] = 1;
    }
  }
}

void gw_confidence_features(const GwKnowledge *knowledge, const GwStatement *s,
                            double v[GW_FEATURE_COUNT])
{
  const Look l = look_at(knowledge, s);
  const double estimate = fmin(fmax(s->estimate, 0.05), 0.99);
  memset(v, 0, GW_FEATURE_COUNT * sizeof *v);
  v[GW_FEATURE_ESTIMATE] = log(estimate / (1 - estimate));
  v[GW_FEATURE_REPORTED] = s->speaker != GW_NO_INDEX;
  v[GW_FEATURE_MODAL] = s->modality != GW_ACTUAL;
  v[GW_FEATURE_DENIED] = s->polarity == GW_NEGATIVE;
  read_engine(&l, v);
  read_predicate(&l, v);
  read_ends(&l, v);
  read_sentence(&l, v);
}
