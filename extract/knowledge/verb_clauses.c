/* Propositions of clauses: a verb with those that govern it, and what is said to be. */
#include "extract/knowledge/clauses.h"

#include <string.h>

static size_t first_coordinated(const GwSentence *s, size_t token)
{
  for (size_t steps = 0; steps < s->token_count && gw_relates(s, token, "conj")
                         && gw_parent(s, token) != GW_NO_INDEX; steps++) {
    token = gw_parent(s, token);
  }
  return token;
}

/* A verb that governs `verb` without a clause of its own between: "attempted to sell", also for
 * "to make and sell"; or GW_NO_INDEX. */
static size_t governor(const GwSentence *s, size_t verb)
{
  if (gw_child(s, verb, "nsubj|aux|cop", 0) == GW_NO_INDEX) {
    verb = first_coordinated(s, verb);
  }
  const size_t up = gw_parent(s, verb);
  return up != GW_NO_INDEX && gw_relates(s, verb, "xcomp") && gw_is_verbal(s, up) ? up
                                                                                  : GW_NO_INDEX;
}

/* Does it only govern the verb that says what happens? */
static bool only_governs(const GwSentence *s, size_t verb)
{
  for (size_t x = gw_child(s, verb, "xcomp", 0); x != GW_NO_INDEX;
       x = gw_child(s, verb, "xcomp", x + 1)) {
    if (gw_is_verbal(s, x)) {
      return true;
    }
  }
  return false;
}

static bool has_tag(const GwSentence *s, size_t token, const char *tag)
{
  return strcmp(s->tokens[token].xpos, tag) == 0;
}

/* A participle that describes a noun or a subject has no verb of being of its own. */
static void lead_participle(GwClause *c, size_t verb)
{
  const GwSentence *s = c->p->s;
  const bool bare = gw_child(s, verb, "aux|cop", 0) == GW_NO_INDEX;
  const bool marked = gw_child(s, verb, "mark|case", 0) != GW_NO_INDEX;
  if (bare && !marked && gw_relates(s, verb, "acl|advcl") && c->subjects.count
      && (has_tag(s, verb, "VBN") || has_tag(s, verb, "VBG"))) {
    c->relation.lead = gw_be_form(s, c->subjects.tokens[0]);
  }
}

static const GwClauseKind main_clause = {"main", 0.72};
static const GwClauseKind being = {"being", 0.56};
static const GwClauseKind relative_clause = {"relative", 0.62};
static const GwClauseKind done_to_noun = {"noun-participle", 0.49}; /* "shares sold by ..." */
static const GwClauseKind done_by_noun = {"noun-acting", 0.36};     /* "a lake covering ..." */
static const GwClauseKind noun_infinitive = {"noun-infinitive", 0.35};
static const GwClauseKind adverbial = {"adverbial", 0.57};          /* with its own subject */
static const GwClauseKind participle = {"participle", 0.42};
static const GwClauseKind governed = {"governed", 0.5};
static const GwClauseKind content = {"content", 0.52};
static const GwClauseKind aside = {"aside", 0.68};
static const GwClauseKind other_clause = {"other", 0.3};

static GwClauseKind kind_of(const GwSentence *s, size_t top)
{
  const size_t clause = first_coordinated(s, top);
  const bool marked = gw_child(s, top, "mark|case", 0) != GW_NO_INDEX;
  const bool own = gw_child(s, top, "nsubj|csubj", 0) != GW_NO_INDEX;
  if (gw_relates(s, clause, "acl:relcl")) {
    return relative_clause;
  }
  if (gw_relates(s, clause, "acl")) {
    return marked || has_tag(s, top, "VB") ? noun_infinitive
           : has_tag(s, top, "VBG") ? done_by_noun : done_to_noun;
  }
  if (gw_relates(s, clause, "advcl")) {
    return own ? adverbial : marked || has_tag(s, top, "VB") ? governed : participle;
  }
  if (gw_relates(s, clause, "ccomp")) {
    return content;
  }
  return gw_relates(s, clause, "root") ? main_clause
         : gw_relates(s, clause, "parataxis|appos") ? aside : other_clause;
}

/* "went abroad to study", "left without paying": whether it is done hangs on the verb before. */
static void add_governing(GwClause *c, size_t top)
{
  const GwSentence *s = c->p->s;
  const size_t up = gw_parent(s, top), mark = gw_child(s, top, "mark|case", 0);
  if (up == GW_NO_INDEX || mark == GW_NO_INDEX || !gw_relates(s, top, "advcl")
      || s->tokens[up].upos != GW_VERB || gw_child(s, top, "nsubj|aux", 0) != GW_NO_INDEX
      || !(has_tag(s, top, "VB") || has_tag(s, top, "VBG"))) {
    return;
  }
  const GwWordSet words = gw_set_below(s, mark, "", "");
  gw_clause_add_verb(c, up);
  c->relation.words = gw_set_union(&c->relation.words, &words);
}

/* "buy and sell shares": the object that stands with the last of coordinated verbs. */
static size_t following_object(const GwSentence *s, size_t verb)
{
  size_t next = gw_child(s, verb, "conj", verb);
  for (; next != GW_NO_INDEX; next = gw_child(s, verb, "conj", next + 1)) {
    const size_t object = gw_child(s, next, "obj", next);
    const size_t between = gw_child(s, verb, "obl|obj|xcomp|ccomp|advmod", verb);
    if (s->tokens[next].upos == GW_VERB && object != GW_NO_INDEX && next - verb <= 4
        && gw_child(s, next, "nsubj|mark|aux", 0) == GW_NO_INDEX && between == GW_NO_INDEX) {
      return object;
    }
  }
  return GW_NO_INDEX;
}

/* Objects of the outermost verb come first: "allowed staff to leave". */
static void add_objects(GwClause *c, size_t verb)
{
  const GwSentence *s = c->p->s;
  const GwFrame frame = gw_frame(c->p->r, c->p->sentence, verb);
  if (frame.passive && c->objects.count == 0) {
    gw_add_coordinated(s, gw_child(s, verb, "obj", 0), &c->objects);
  } else if (!frame.passive && c->objects.count == 0) {
    c->objects = frame.objects;
  } else if (!frame.passive && frame.objects.count) {
    gw_clause_add_other(c, gw_set_below(s, frame.objects.tokens[0], "acl:relcl|appos",
                                        "parataxis"));
  }
}

static GwClause clause_of(const GwPropositionReader *p, size_t verb)
{
  GwClause c = {.p = p, .completing = GW_NO_INDEX};
  for (size_t v = verb; v != GW_NO_INDEX && c.verb_count < GW_CLAUSE_VERBS; v = governor(p->s, v)) {
    c.verbs[c.verb_count++] = v;
  }
  const size_t top = c.verbs[c.verb_count - 1];
  c.kind = kind_of(p->s, top);
  const GwFrame frame = gw_frame(p->r, p->sentence, top);
  const bool is = gw_child(p->s, top, "cop", 0) != GW_NO_INDEX;
  c.subjects = frame.passive && !is ? frame.objects : frame.subjects;
  for (size_t i = c.verb_count; i > 0; i--) {
    gw_clause_add_verb(&c, c.verbs[i - 1]);
    gw_clause_add_auxiliaries(&c, c.verbs[i - 1]);
    add_objects(&c, c.verbs[i - 1]);
  }
  return c;
}

/* What completes a verb: an object, a clause, or a phrase with a preposition. */
static void read_completion(GwClause *c, size_t verb)
{
  const GwSentence *s = c->p->s;
  const size_t shared = following_object(s, verb);
  if (shared != GW_NO_INDEX && gw_child(s, verb, "obj", 0) == GW_NO_INDEX
      && !gw_is_passive(s, verb)) {
    c->objects.count = 0;
    gw_add_coordinated(s, shared, &c->objects);
  }
  if (c->objects.count == 0) {
    gw_clause_read_content(c, verb);
  }
  if (c->objects.count == 0 && gw_set_is_empty(&c->content.words)
      && gw_child(s, verb, "xcomp", 0) == GW_NO_INDEX) {
    gw_clause_complete(c, verb);
  }
}

static void read_verb(const GwPropositionReader *p, size_t verb)
{
  GwClause c = clause_of(p, verb);
  read_completion(&c, verb);
  for (size_t i = 0; i < c.verb_count; i++) {
    gw_clause_read_dependents(&c, c.verbs[i], true);
  }
  for (size_t i = 0; i < c.verb_count; i++) {
    gw_clause_read_dependents(&c, c.verbs[i], false);
  }
  gw_clause_read_shared(&c, verb);
  gw_clause_read_relative_adverb(&c, verb);
  add_governing(&c, c.verbs[c.verb_count - 1]);
  lead_participle(&c, c.verbs[c.verb_count - 1]);
  gw_clause_keep(&c);
}

static bool is_clause_verb(const GwSentence *s, size_t t)
{
  return s->tokens[t].upos == GW_VERB
         && !gw_relates(s, t, "amod|compound|case|fixed|mark|cc|flat") && !only_governs(s, t);
}

/* "is an expert", "is familiar with it", "is in Rome", "were unable to come". */
static void read_being(const GwPropositionReader *p, size_t predicate, size_t governing)
{
  const GwSentence *s = p->s;
  GwClause c = {.p = p, .completing = GW_NO_INDEX, .kind = being};
  c.subjects = gw_frame(p->r, p->sentence, governing).subjects;
  c.verbs[c.verb_count++] = predicate;
  gw_clause_add_verb(&c, governing);
  if (predicate != governing) {
    gw_set_remove(&c.relation.words, governing);
    gw_clause_add_verb(&c, predicate);
  }
  const bool noun = gw_is_nominal(s, predicate);
  if (!noun) {
    gw_clause_complete(&c, predicate);
  }
  if (c.completing == GW_NO_INDEX) {
    gw_set_remove(&c.relation.words, predicate);
    c.objects = (GwTokens){{predicate}, 1};
    for (size_t t = gw_child(s, predicate, "case", 0); t != GW_NO_INDEX && t < predicate;
         t = gw_child(s, predicate, "case", t + 1)) {
      gw_set_add(&c.relation.words, t);
    }
  }
  gw_clause_read_dependents(&c, predicate, true);
  gw_clause_read_dependents(&c, predicate, false);
  gw_clause_keep(&c);
}

static void read_beings(const GwPropositionReader *p, size_t predicate)
{
  GwTokens all = {{0}, 0};
  gw_add_coordinated(p->s, predicate, &all);
  for (size_t i = 0; i < all.count; i++) {
    const size_t t = all.tokens[i];
    if (t == predicate || (gw_child(p->s, t, "nsubj|cop", 0) == GW_NO_INDEX
                           && p->s->tokens[t].upos != GW_VERB)) {
      read_being(p, t, predicate);
    }
  }
}

void gw_read_verb_clauses(const GwPropositionReader *p)
{
  for (size_t t = 0; t < p->s->token_count && !p->r->failed; t++) {
    if (is_clause_verb(p->s, t)) {
      read_verb(p, t);
    } else if (gw_child(p->s, t, "cop", 0) != GW_NO_INDEX && !only_governs(p->s, t)) {
      read_beings(p, t);
    }
  }
}
