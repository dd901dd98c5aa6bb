#include "extract/knowledge/phrases.h"

#include "base/buffer.h"
#include "base/utf8.h"

#include <string.h>

enum { CLAUSE_TOKENS = 14, PHRASE_TOKENS = 12, COMPLEMENT_TOKENS = 8, DEFINING_TOKENS = 6 };

size_t gw_parent(const GwSentence *s, size_t token)
{
  const size_t head = s->tokens[token].head;
  return head == 0 || head > s->token_count ? GW_NO_INDEX : head - 1;
}

/* Is `word` one of the alternatives "a|b"? With `prefix`, "a" also takes "a:sub". */
static bool among(GwView word, const char *alternatives, bool prefix)
{
  GwView rest = gw_view(alternatives), one;
  while (gw_view_next(&rest, '|', &one)) {
    const bool starts = gw_view_starts(word, one);
    if (starts && (word.length == one.length || (prefix && word.data[one.length] == ':'))) {
      return true;
    }
  }
  return false;
}

bool gw_relates(const GwSentence *s, size_t token, const char *relation)
{
  return among(gw_view(s->tokens[token].deprel), relation, true);
}

size_t gw_child(const GwSentence *s, size_t token, const char *relation, size_t from)
{
  for (size_t i = from; i < s->token_count; i++) {
    if (s->tokens[i].head == token + 1 && i != token && gw_relates(s, i, relation)) {
      return i;
    }
  }
  return GW_NO_INDEX;
}

bool gw_below(const GwSentence *s, size_t token, size_t ancestor)
{
  for (size_t steps = 0; token != GW_NO_INDEX && steps <= s->token_count; steps++) {
    if (token == ancestor) {
      return true;
    }
    token = gw_parent(s, token);
  }
  return false;
}

static bool same_lower(GwView form, GwView lower)
{
  if (form.length != lower.length) {
    return false;
  }
  for (size_t i = 0; i < form.length; i++) {
    const char c = form.data[i];
    if ((c >= 'A' && c <= 'Z' ? (char)(c + 32) : c) != lower.data[i]) {
      return false;
    }
  }
  return true;
}

bool gw_lemma_is(const GwSentence *s, size_t token, const char *alternatives)
{
  GwView rest = gw_view(alternatives), one;
  while (gw_view_next(&rest, '|', &one)) {
    if (gw_view_equal(s->tokens[token].lemma, one) || same_lower(s->tokens[token].form, one)) {
      return true;
    }
  }
  return false;
}

/* "bans" under a preposition, tagged as a verb by one head and as a noun by the other. */
static bool is_noun_after_all(const GwSentence *s, size_t token)
{
  const GwToken *t = &s->tokens[token];
  return t->upos == GW_VERB && strncmp(t->xpos, "NN", 2) == 0
         && gw_relates(s, token, "nmod|obl|obj|nsubj|conj|compound|appos");
}

bool gw_is_nominal(const GwSentence *s, size_t token)
{
  const GwToken *t = &s->tokens[token];
  return t->upos == GW_NOUN || is_noun_after_all(s, token) || t->upos == GW_PROPN
         || (t->upos == GW_NUM && !gw_relates(s, token, "nummod|compound|flat|nmod:unmarked"));
}

bool gw_is_verbal(const GwSentence *s, size_t token)
{
  return (s->tokens[token].upos == GW_VERB && !is_noun_after_all(s, token))
         || gw_child(s, token, "cop", 0) != GW_NO_INDEX
         || (s->tokens[token].upos == GW_AUX && !gw_relates(s, token, "aux|cop"));
}

bool gw_is_plural(const GwSentence *s, size_t token)
{
  const char *const tag = s->tokens[token].xpos;
  return tag && (strcmp(tag, "NNS") == 0 || strcmp(tag, "NNPS") == 0);
}

GwPhrase gw_subtree(const GwSentence *s, size_t token)
{
  GwPhrase p = {token, token};
  for (size_t i = 0; i < s->token_count; i++) {
    if (gw_below(s, i, token)) {
      p.first = i < p.first ? i : p.first;
      p.last = i > p.last ? i : p.last;
    }
  }
  return p;
}

static size_t width_of(GwPhrase p)
{
  return p.last - p.first + 1;
}

/* Nouns that say nothing without what defines them: "people leaving", "number of refugees". */
static bool wants_definition(const GwSentence *s, size_t head)
{
  return gw_lemma_is(s, head, "people|person|individual|those|one|man|woman|child|citizen|worker|"
                              "number|anyone|everyone|someone|student|migrant|member");
}

bool gw_is_quote(const GwSentence *s, size_t token)
{
  return gw_lemma_is(s, token, "\"|“|”|‘|’|'|``|''|«|»") && s->tokens[token].upos == GW_PUNCT;
}

size_t gw_counted(const GwSentence *s, size_t token)
{
  const GwToken *t = &s->tokens[token];
  const bool amount = gw_lemma_is(s, token, "lot|lots|couple|plenty|bit|bulk");
  if ((t->upos == GW_NOUN && !amount) || t->upos == GW_PROPN || t->upos == GW_VERB
      || gw_lemma_is(s, token, "none|few|little|neither|who|which")) {
    return token;
  }
  for (size_t i = gw_child(s, token, "nmod|obl", token); i != GW_NO_INDEX;
       i = gw_child(s, token, "nmod|obl", i + 1)) {
    const size_t preposition = gw_child(s, i, "case", 0);
    if (preposition != GW_NO_INDEX && gw_lemma_is(s, preposition, "of")) {
      return i;
    }
  }
  return token;
}

size_t gw_named_by_complement(const GwSentence *s, size_t noun)
{
  const size_t of = gw_child(s, noun, "nmod", noun);
  const size_t preposition = of == GW_NO_INDEX ? of : gw_child(s, of, "case", 0);
  const bool place = of != GW_NO_INDEX && s->tokens[of].ner == GW_NER_LOC
                     && gw_lemma_is(s, noun, "town|city|village|municipality|province|district|"
                                             "region|island|county|suburb|state|settlement");
  const bool bare = !gw_is_plural(s, noun)
                    && gw_child(s, noun, "amod|compound|nummod", 0) == GW_NO_INDEX;
  return place && bare && preposition == noun + 1 && gw_lemma_is(s, preposition, "of")
           ? of : GW_NO_INDEX;
}

static bool is_date_word(const GwSentence *s, size_t token)
{
  return s->tokens[token].mention == GW_MENTION_TIME
         || gw_lemma_is(s, token, "January|February|March|April|May|June|July|August|September|"
                                  "October|November|December")
         || (s->tokens[token].upos == GW_NUM && s->tokens[token].form.length == 4);
}

/* People and things that a place sets apart: "importers in West Africa". */
static bool is_told_by_place(const GwSentence *s, size_t noun, size_t complement)
{
  return s->tokens[noun].upos == GW_NOUN && s->tokens[complement].mention == GW_MENTION_PLACE
         && (s->tokens[noun].mention == GW_MENTION_PERSON
             || s->tokens[noun].mention == GW_MENTION_ORGANIZATION
             || s->tokens[noun].mention == GW_MENTION_OBJECT
             || s->tokens[noun].mention == GW_MENTION_ABSTRACT);
}

/* Does a prepositional phrase say what the noun is, or merely where, when and whence? */
static bool defines(const GwSentence *s, size_t noun, size_t complement)
{
  const size_t preposition = gw_child(s, complement, "case", 0);
  if (preposition == GW_NO_INDEX) {
    return gw_relates(s, complement, "nmod:unmarked|nmod:npmod|nmod:desc");
  }
  if (is_date_word(s, complement)) {      /* "the summer of 2023" */
    return s->tokens[noun].mention == GW_MENTION_TIME && gw_lemma_is(s, preposition, "of");
  }
  if (width_of(gw_subtree(s, complement)) > COMPLEMENT_TOKENS
      || gw_child(s, complement, "acl|appos", 0) != GW_NO_INDEX) {
    return gw_lemma_is(s, preposition, "of") && complement > noun
           && complement - noun <= COMPLEMENT_TOKENS;
  }
  if (gw_lemma_is(s, preposition, "of")) {
    return true;
  }
  const bool name = s->tokens[complement].upos == GW_PROPN || s->tokens[noun].upos == GW_PROPN;
  const bool adjacent = preposition == noun + 1;
  if (adjacent && is_told_by_place(s, noun, complement)) {
    return gw_lemma_is(s, preposition, "in|from|at|on|across|near");
  }
  return adjacent && !name && s->tokens[complement].mention != GW_MENTION_PLACE
         && s->tokens[complement].mention != GW_MENTION_PERSON
         && gw_lemma_is(s, preposition, "on|for|against|about|between|to|in|with|without|over");
}

static bool is_inner_mark(const GwSentence *s, size_t token)
{
  return gw_lemma_is(s, token, "-|–|'|’|\"|“|”|‘|/|&");
}

/* "a different, smaller island" */
static bool parts_adjectives(const GwSentence *s, size_t token, size_t head)
{
  return gw_lemma_is(s, token, ",") && token > 0 && token + 1 < head
         && s->tokens[token - 1].upos == GW_ADJ && s->tokens[token + 1].upos == GW_ADJ
         && gw_parent(s, token - 1) == head && gw_parent(s, token + 1) == head;
}

/* "Countries that are small": a clause right behind a bare plural says which ones. */
static bool restricts(const GwSentence *s, size_t clause, size_t noun)
{
  const size_t before = gw_child(s, noun, "det|nmod:poss|amod|nummod|compound", 0);
  const GwPhrase p = gw_subtree(s, clause);
  return gw_is_plural(s, noun) && s->tokens[noun].upos == GW_NOUN
         && (before == GW_NO_INDEX || before > noun) && p.first == noun + 1
         && width_of(p) <= DEFINING_TOKENS + 1;
}

static bool belongs_by_clause(const GwSentence *s, size_t token, size_t up)
{
  if (gw_relates(s, token, "acl:relcl")) {
    return restricts(s, token, up)
           || (gw_lemma_is(s, up, "those")
               && width_of(gw_subtree(s, token)) <= 2 * DEFINING_TOKENS);
  }
  const size_t mark = gw_child(s, token, "mark", 0);
  const bool infinitive = mark == up + 1 && s->tokens[mark].upos == GW_PART;
  return gw_relates(s, token, "acl") && token > up
         && (infinitive || wants_definition(s, up))
         && width_of(gw_subtree(s, token)) <= DEFINING_TOKENS + (infinitive ? 2u : 0u);
}

/* May the edge from `token` to its parent `up` lie inside a noun phrase headed by `head`? */
static bool edge_belongs(const GwSentence *s, size_t token, size_t up, size_t head)
{
  if (gw_relates(s, token, "compound|flat|fixed|goeswith|amod|nummod|nmod:unmarked|nmod:desc")) {
    return true;
  }
  if (gw_relates(s, token, "nmod:poss|det")) {
    return up != head || gw_lemma_is(s, token, "many|several|all|most|some|few|every");
  }
  if (gw_relates(s, token, "nmod")) {
    return defines(s, up, token);
  }
  if (gw_relates(s, token, "punct")) {
    return is_inner_mark(s, token) || parts_adjectives(s, token, head);
  }
  if (gw_relates(s, token, "case")) {
    return up != head || token > head;
  }
  if (gw_relates(s, token, "advmod")) {
    return (s->tokens[up].upos == GW_ADJ || s->tokens[up].upos == GW_NUM
            || gw_relates(s, up, "amod")) && s->tokens[token].xpos[0] != 'W';
  }
  if (gw_relates(s, token, "conj|cc")) {
    return up != head || s->tokens[up].upos == GW_ADJ;
  }
  return belongs_by_clause(s, token, up);
}

static bool inside_clause(const GwSentence *s, size_t token, size_t head)
{
  for (size_t at = token; at != head && at != GW_NO_INDEX; at = gw_parent(s, at)) {
    const size_t up = gw_parent(s, at);
    if (up != GW_NO_INDEX && gw_relates(s, at, "acl") && belongs_by_clause(s, at, up)) {
      return true;
    }
  }
  return false;
}

static bool belongs(const GwSentence *s, size_t token, size_t head)
{
  if (!gw_below(s, token, head)) {
    return false;
  }
  if (inside_clause(s, token, head)) {
    return true;
  }
  for (size_t at = token; at != head; at = gw_parent(s, at)) {
    if (!edge_belongs(s, at, gw_parent(s, at), head)) {
      return false;
    }
  }
  return true;
}

static bool opens_badly(const GwSentence *s, size_t token)
{
  if (token + 1 < s->token_count && gw_lemma_is(s, token, "a")
      && gw_lemma_is(s, token + 1, "little|few|lot|couple")) {
    return false;                     /* "a little over 15,000" */
  }
  return gw_relates(s, token, "case|cc|mark") || gw_lemma_is(s, token, "as")
         || (gw_relates(s, token, "det") && gw_lemma_is(s, token, "the|a|an|this|that|these|those"))
         || (s->tokens[token].upos == GW_PUNCT && !gw_lemma_is(s, token, "\"|“|‘"));
}

/* "symptoms similar", "factors related": what stands behind the noun is cut off from its own
 * complement; "the doctor himself": the pronoun only stresses. */
static bool breaks_off(const GwSentence *s, size_t token, size_t head)
{
  return token > head && gw_parent(s, token) == head
         && ((gw_relates(s, token, "amod|acl") && gw_subtree(s, token).last > token)
             || (s->tokens[token].upos == GW_PRON && gw_view_ends(s->tokens[token].form,
                                                                 GW_VIEW("self"))));
}

static bool closes_badly(const GwSentence *s, size_t token, size_t head)
{
  return gw_relates(s, token, "cc|case") || (s->tokens[token].upos == GW_PUNCT)
         || (gw_is_nominal(s, head) && breaks_off(s, token, head));
}

/* Without brackets and quotes that stand for nothing at its ends. */
static GwPhrase trimmed(const GwSentence *s, GwPhrase p, size_t head)
{
  while (p.first < head && (opens_badly(s, p.first) || s->tokens[p.first].upos == GW_PUNCT)) {
    p.first++;
  }
  while (p.last > head && closes_badly(s, p.last, head)) {
    p.last--;
  }
  return p;
}

/* "a little over 15,000 per year": all that hangs on a number, but for clauses. */
static GwPhrase amount(const GwSentence *s, size_t number)
{
  const GwPhrase p = gw_subtree(s, number);
  const size_t preposition = gw_child(s, number, "case", 0);
  GwPhrase q = p;
  if (preposition == p.first && p.first < number) {
    q.first++;
  }
  return width_of(q) <= COMPLEMENT_TOKENS ? trimmed(s, q, number) : (GwPhrase){number, number};
}

GwPhrase gw_noun_phrase(const GwSentence *s, size_t head)
{
  GwPhrase p = {head, head};
  if (s->tokens[head].upos == GW_NUM) {
    return amount(s, head);
  }
  while (p.first > 0 && belongs(s, p.first - 1, head)) {
    p.first--;
  }
  while (p.last + 1 < s->token_count && p.last < head + PHRASE_TOKENS
         && belongs(s, p.last + 1, head)) {
    p.last++;
  }
  return trimmed(s, p, head);
}

static bool in_clause(const GwSentence *s, size_t token, size_t predicate, size_t except)
{
  for (size_t at = token; at != predicate; at = gw_parent(s, at)) {
    if (at == GW_NO_INDEX || at == except) {
      return false;
    }
    const bool own = gw_parent(s, at) == predicate;
    if (gw_relates(s, at, "parataxis|discourse|advcl|acl:relcl|list")
        || (own && gw_relates(s, at, "conj|cc|punct"))
        || (own && gw_relates(s, at, "mark|case") && at < predicate)) {
      return false;
    }
  }
  return true;
}

GwPhrase gw_clause_phrase(const GwSentence *s, size_t predicate)
{
  return gw_clause_without(s, predicate, GW_NO_INDEX);
}

GwPhrase gw_clause_without(const GwSentence *s, size_t predicate, size_t except)
{
  GwPhrase p = {predicate, predicate};
  const size_t subject = gw_child(s, predicate, "nsubj|csubj", 0);
  const size_t begin = subject < predicate ? gw_subtree(s, subject).first : 0;
  while (p.first > begin && in_clause(s, p.first - 1, predicate, except)) {
    p.first--;                        /* what stands before the subject is circumstance */
  }
  while (p.last + 1 < s->token_count && width_of(p) < CLAUSE_TOKENS
         && in_clause(s, p.last + 1, predicate, except)) {
    p.last++;
  }
  while (width_of(p) > CLAUSE_TOKENS && p.first < predicate) {
    p.first++;
  }
  return trimmed(s, p, predicate);
}

bool gw_is_question_clause(const GwSentence *s, size_t clause)
{
  return s->tokens[gw_subtree(s, clause).first].xpos[0] == 'W';
}

GwView gw_phrase_text(const GwDocument *document, const GwSentence *s, GwPhrase phrase)
{
  return gw_view_slice(document->article->text, s->tokens[phrase.first].span.begin,
                       s->tokens[phrase.last].span.end);
}

GwView gw_marker(GwArena *arena, const GwSentence *s, size_t head, const char *relation)
{
  GwBuffer text = GW_BUFFER_INIT;
  size_t end = 0;
  for (size_t i = gw_child(s, head, relation, 0); i != GW_NO_INDEX;
       i = gw_child(s, head, relation, i + 1)) {
    if (text.length && i != end) {
      break;                          /* "from" and "to" of "from here to there" */
    }
    gw_buffer_text(&text, text.length ? " " : "");
    gw_buffer_append(&text, s->tokens[i].form);
    end = i + 1;
    for (size_t f = gw_child(s, i, "fixed", 0); f != GW_NO_INDEX;
         f = gw_child(s, i, "fixed", f + 1)) {
      gw_buffer_char(&text, ' ');
      gw_buffer_append(&text, s->tokens[f].form);
      end = f + 1;
    }
  }
  const GwView lower = gw_utf8_lower(arena, gw_buffer_view(&text));
  gw_buffer_free(&text);
  return lower.data ? lower : GW_VIEW("");
}
