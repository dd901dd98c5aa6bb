/* References: the phrases that speak of something, by the engine's mention types, each with all
 * that belongs to it. */
#include "extract/knowledge/coreference.h"

#include "base/buffer.h"
#include "base/utf8.h"

#include <string.h>

/* Does the child `token` of a noun lie inside the noun's phrase? */
static bool is_inside(const GwSentence *s, size_t token, size_t head)
{
  if (gw_relates(s, token, "det|amod|compound|nmod:poss|flat|fixed|goeswith|nummod|acl|nmod:desc|"
                           "nmod:unmarked")) {
    return true;
  }
  if (gw_relates(s, token, "nmod|case|obl|obj")) {
    return token > head;
  }
  if (gw_relates(s, token, "advmod")) {
    return token > head || s->tokens[head].upos == GW_NUM || s->tokens[head].upos == GW_PRON;
  }
  return false;
}

/* Tokens of a phrase: what belongs to its head, without punctuation at its end. */
static GwPhrase span_of(const GwSentence *s, size_t head)
{
  GwPhrase p = {head, head};
  for (size_t c = 0; c < s->token_count; c++) {
    if (gw_parent(s, c) == head && c != head && is_inside(s, c, head)) {
      const GwPhrase inner = gw_subtree(s, c);
      p.first = inner.first < p.first ? inner.first : p.first;
      p.last = inner.last > p.last ? inner.last : p.last;
    }
  }
  while (p.last > head && s->tokens[p.last].upos == GW_PUNCT
         && !gw_lemma_is(s, p.last, ")|]|\"|”|’")) {
    p.last--;
  }
  while (p.first < head && s->tokens[p.first].upos == GW_PUNCT && !gw_is_quote(s, p.first)) {
    p.first++;
  }
  return p;
}

static bool refers(const GwReader *r, const GwSentence *s, size_t sentence, size_t t)
{
  const GwToken *token = &s->tokens[t];
  const size_t m = gw_mention_at(r->knowledge, sentence, t);
  const bool named = m != GW_NO_INDEX && r->knowledge->mentions[m].named
                     && token->upos == GW_PROPN && token->ner != GW_NER_NONE;
  return (token->mention != GW_MENTION_NONE || named) && token->upos != GW_VERB
         && token->upos != GW_PUNCT && token->upos != GW_AUX && token->upos != GW_ADP;
}

static GwView key_of(GwReader *r, const GwSentence *s, GwPhrase p, size_t head)
{
  while (p.first < head && gw_relates(s, p.first, "det")) {
    p.first++;
  }
  while (p.last > head && (gw_relates(s, p.last, "case") || s->tokens[p.last].upos == GW_PUNCT)) {
    p.last--;
  }
  return gw_phrase_key(r, s, p, head);
}

/* What the entities know of the phrase. */
static void look_up(const GwReader *r, GwReference *x)
{
  const GwKnowledge *k = r->knowledge;
  const size_t m = gw_mention_at(k, x->sentence, x->head);
  if (m == GW_NO_INDEX) {
    return;
  }
  x->entity = k->mentions[m].entity;
  if (k->mentions[m].named) {
    const GwMention *first = &k->mentions[k->entities[x->entity].first_mention];
    x->name = x->entity;
    x->named_before = first->sentence < x->sentence
                      || (first->sentence == x->sentence && first->head < x->head);
  }
}

static void add(GwReader *r, GwReferences *list, size_t sentence, size_t head)
{
  const GwSentence *s = gw_sentence(r, sentence);
  const GwPhrase p = span_of(s, head);
  GwReference *grown = gw_arena_grow(r->arena, list->items, list->count, &list->capacity,
                                     sizeof *grown);
  const GwView lemma = gw_utf8_lower(r->arena, s->tokens[head].lemma);
  if (!grown || !lemma.data) {
    r->failed = true;
    return;
  }
  list->items = grown;
  list->items[list->count++] = (GwReference){
    .sentence = sentence, .first = p.first, .last = p.last, .head = head,
    .key = key_of(r, s, p, head), .lemma = lemma, .name = GW_NO_INDEX,
    .entity = GW_NO_INDEX, .same_lemma = GW_NO_INDEX, .antecedent = GW_NO_INDEX};
  look_up(r, &list->items[list->count - 1]);
}

static bool stands_before(const GwReference *a, const GwReference *b)
{
  return a->first != b->first ? a->first < b->first : a->last > b->last;
}

/* Order the references from..count-1, those of one sentence, by where they begin. */
static void sort(GwReferences *list, size_t from)
{
  for (size_t i = from + 1; i < list->count; i++) {
    const GwReference moved = list->items[i];
    size_t at = i;
    for (; at > from && stands_before(&moved, &list->items[at - 1]); at--) {
      list->items[at] = list->items[at - 1];
    }
    list->items[at] = moved;
  }
}

/* Number the references, and let each know those before it with the same words. */
static void index_references(GwReader *r, GwReferences *list)
{
  GwMap lemmas = gw_map_new(r->arena), keys = gw_map_new(r->arena);
  for (size_t i = 0; i < list->count; i++) {
    GwReference *x = &list->items[i];
    const size_t lemma = gw_map_get(&lemmas, x->lemma), key = gw_map_get(&keys, x->key);
    x->cluster = i;
    x->same_lemma = lemma == GW_MAP_ABSENT ? GW_NO_INDEX : lemma;
    x->lemmas_before = lemma == GW_MAP_ABSENT ? 0 : list->items[lemma].lemmas_before + 1;
    x->keys_before = key == GW_MAP_ABSENT ? 0 : list->items[key].keys_before + 1;
    list->of_token[r->knowledge->sentence_start[x->sentence] + x->head] = i;
    if (!gw_map_set(&lemmas, x->lemma, i) || !gw_map_set(&keys, x->key, i)) {
      r->failed = true;
    }
  }
}

void gw_find_references(GwReader *r, GwReferences *references)
{
  const size_t sentences = r->document->sentence_count;
  const size_t tokens = r->knowledge->sentence_start[sentences];
  *references = (GwReferences){.of_token = GW_NEW(r->arena, tokens + 1, size_t)};
  if (!references->of_token) {
    r->failed = true;
    return;
  }
  for (size_t i = 0; i <= tokens; i++) {
    references->of_token[i] = GW_NO_INDEX;
  }
  for (size_t i = 0; i < sentences && !r->failed; i++) {
    const GwSentence *s = gw_sentence(r, i);
    const size_t from = references->count;
    for (size_t t = 0; t < s->token_count && !r->failed; t++) {
      if (refers(r, s, i, t)) {
        add(r, references, i, t);
      }
    }
    sort(references, from);
  }
  index_references(r, references);
  for (size_t i = 0; i < references->count; i++) {
    gw_describe_reference(r, &references->items[i]);
  }
}
