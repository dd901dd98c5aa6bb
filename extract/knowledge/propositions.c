#include "extract/knowledge/propositions.h"

#include "extract/knowledge/clauses.h"
#include "extract/knowledge/pronouns.h"

#include <string.h>

static GwView wording_text(const GwPropositionReader *p, GwWording w)
{
  gw_set_trim(p->s, &w.words);
  const GwView words = gw_set_text(p->r->arena, p->s, &w.words);
  const GwView lead = gw_view(w.lead);
  if (!words.data) {
    p->r->failed = true;
    return GW_VIEW("");
  }
  return !lead.length ? words : !words.length ? lead
         : gw_view_format(p->r->arena, "%.*s %.*s", GW_PRINT(lead), GW_PRINT(words));
}

GwProposition gw_proposition_new(const GwPropositionReader *p, size_t predicate,
                                 GwWording relation, const char *rule, double confidence)
{
  return (GwProposition){.relation = wording_text(p, relation), .sentence = p->sentence,
                         .predicate = predicate, .rule = rule, .confidence = confidence};
}

void gw_add_argument(const GwPropositionReader *p, GwProposition *to, GwWording argument)
{
  const GwView text = wording_text(p, argument);
  if (text.length && to->argument_count < GW_PROPOSITION_ARGUMENTS) {
    to->arguments[to->argument_count++] = text;
  }
}

static bool same(const GwProposition *a, const GwProposition *b)
{
  bool equal = a->argument_count == b->argument_count && gw_view_equal(a->relation, b->relation);
  for (size_t i = 0; equal && i < a->argument_count; i++) {
    equal = gw_view_equal(a->arguments[i], b->arguments[i]);
  }
  return equal;
}

void gw_keep_proposition(const GwPropositionReader *p, const GwProposition *proposition)
{
  GwPropositions *out = p->out;
  if (proposition->argument_count == 0 || proposition->relation.length == 0) {
    return;
  }
  for (size_t i = out->count; i > 0 && out->items[i - 1].sentence == p->sentence; i--) {
    if (same(&out->items[i - 1], proposition)) {
      return;
    }
  }
  GwProposition *grown = gw_arena_grow(p->r->arena, out->items, out->count, &out->capacity,
                                       sizeof *grown);
  if (!grown) {
    p->r->failed = true;
    return;
  }
  out->items = grown;
  out->items[out->count++] = *proposition;
}

const char *gw_be_form(const GwSentence *s, size_t noun)
{
  return gw_is_plural(s, noun) || gw_child(s, noun, "conj", 0) != GW_NO_INDEX
         || gw_lemma_is(s, noun, "they|we|these|those|people") ? "are" : "is";
}

/* In "Otieno is an economist who teaches" and "Otieno, an economist who teaches," it is Otieno. */
static size_t described(const GwSentence *s, size_t noun)
{
  size_t other = GW_NO_INDEX;
  if (noun != GW_NO_INDEX && gw_child(s, noun, "cop", 0) != GW_NO_INDEX) {
    other = gw_child(s, noun, "nsubj", 0);
  } else if (noun != GW_NO_INDEX && gw_relates(s, noun, "appos")) {
    other = gw_parent(s, noun);
  }
  return other == GW_NO_INDEX || s->tokens[other].upos == GW_PRON ? noun : other;
}

/* The noun that a relative clause belongs to, from its pronoun. */
static size_t antecedent(const GwSentence *s, size_t pronoun)
{
  for (size_t at = pronoun, steps = 0; at != GW_NO_INDEX && steps <= s->token_count;
       at = gw_parent(s, at), steps++) {
    if (gw_relates(s, at, "acl:relcl")) {
      return described(s, gw_parent(s, at));
    }
  }
  return GW_NO_INDEX;
}

/* The head of a mention of the same entity before a personal pronoun, in its sentence. */
static size_t meant_by(const GwPropositionReader *p, size_t pronoun)
{
  const GwKnowledge *k = p->r->knowledge;
  const size_t entity = gw_pronoun_entity(p->r, p->sentence, pronoun);
  for (size_t t = 0; entity != GW_NO_INDEX && t < pronoun; t++) {
    const size_t m = gw_mention_at(k, p->sentence, t);
    if (m != GW_NO_INDEX && k->mentions[m].entity == entity) {
      return t;
    }
  }
  return GW_NO_INDEX;
}

static size_t stands_for(const GwPropositionReader *p, size_t head)
{
  const GwSentence *s = p->s;
  size_t other = GW_NO_INDEX;
  if (s->tokens[head].xpos[0] == 'W' && gw_lemma_is(s, head, "who|which|that|whom|whose")) {
    other = antecedent(s, head);
  } else if (gw_lemma_is(s, head, "he|she|it|they|him|her|them|his|its|their")) {
    other = meant_by(p, head);
  }
  return other == GW_NO_INDEX ? head : other;
}

bool gw_is_open_question(const GwPropositionReader *p, size_t head)
{
  return p->s->tokens[head].xpos[0] == 'W' && stands_for(p, head) == head;
}

GwWording gw_argument_phrase(const GwPropositionReader *p, size_t head)
{
  head = stands_for(p, head);
  if (gw_relates(p->s, head, "csubj")) {
    return (GwWording){NULL, gw_set_below(p->s, head, "cc|conj|punct|parataxis|discourse",
                                          "parataxis")};
  }
  return (GwWording){NULL, gw_set_below(p->s, head,
                                        "case|mark|cc|conj|cop|nsubj|csubj|aux|expl|advcl|ccomp|"
                                        "parataxis|discourse|appos|acl:relcl|cc:preconj",
                                        "acl:relcl|parataxis")};
}

static void read_sentence(const GwPropositionReader *p)
{
  gw_read_verb_clauses(p);
  gw_read_noun_clauses(p);
}

GwStatus gw_propositions_find(GwArena *arena, const GwResources *resources,
                              GwKnowledge *knowledge, GwPropositions *propositions,
                              GwError *error)
{
  GwReader reader = {.arena = arena, .gazetteer = resources->gazetteer,
                     .lexicon = resources->lexicon, .document = knowledge->document,
                     .knowledge = knowledge};
  *propositions = (GwPropositions){NULL, 0, 0};
  for (size_t i = 0; i < knowledge->document->sentence_count; i++) {
    const GwPropositionReader p = {&reader, propositions, i, gw_sentence(&reader, i)};
    if (gw_is_running_text(&reader, i) && p.s->token_count <= GW_SET_WORDS) {
      read_sentence(&p);
    }
    if (reader.failed) {
      return gw_fail_memory(error);
    }
  }
  return GW_OK;
}

static void put_text(GwBuffer *out, GwView text)
{
  bool space = false;
  for (size_t i = 0; i < text.length; i++) {
    const char c = text.data[i];
    const bool blank = c == ' ' || c == '\t' || c == '\n';
    if (!blank) {
      gw_buffer_text(out, space ? " " : "");
      gw_buffer_char(out, c);
    }
    space = blank;
  }
}

void gw_list_propositions(const GwDocument *document, const GwPropositions *propositions,
                          GwBuffer *out)
{
  for (size_t i = 0; i < propositions->count; i++) {
    const GwProposition *p = &propositions->items[i];
    const GwSpan span = document->sentences[p->sentence].span;
    put_text(out, gw_view_slice(document->article->text, span.begin, span.end));
    gw_buffer_format(out, "\t%.2f\t", p->confidence);
    put_text(out, p->relation);
    for (size_t a = 0; a < p->argument_count; a++) {
      gw_buffer_char(out, '\t');
      put_text(out, p->arguments[a]);
    }
    gw_buffer_char(out, '\n');
  }
}
