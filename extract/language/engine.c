#include "extract/language/engine.h"

#include "extract/language/cause_head.h"
#include "extract/language/heads.h"
#include "extract/language/mending.h"
#include "extract/language/lemma.h"
#include "extract/language/words.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

struct GwEngine {
  GwArena arena; ///< weights and work space
  GwModelFile model, cause_model;
  GwEncoder encoder;
  GwHeads heads;
  GwCauseHead causes;
  bool finds_causes;
  GwMap lemmas;  ///< known ones
  GwBatch batch;
};

static GwStatus bind(GwEngine *e, GwError *error)
{
  GW_TRY(gw_encoder_bind(&e->model, &e->arena, &e->encoder, error));
  GW_TRY(gw_heads_bind(&e->model, &e->arena, &e->heads, error));
  if (e->heads.upos.count != GW_UPOS_COUNT) {
    return gw_fail(error, GW_ERR_INPUT, "%s: %d universal tags expected, not %zu", e->model.path,
                   GW_UPOS_COUNT, e->heads.upos.count);
  }
  GwView lemmas;
  GW_TRY(gw_model_text(&e->model, "lemmas", &lemmas, error));
  GW_TRY(gw_lemmas_new(&e->arena, lemmas, &e->lemmas, error));
  return gw_batch_new(&e->arena, &e->batch, error);
}

GwStatus gw_engine_open(const char *model_path, GwEngine **engine, GwError *error)
{
  GwEngine *e = calloc(1, sizeof *e);
  *engine = NULL;
  if (!e) {
    return gw_fail_memory(error);
  }
  gw_kernels_single_thread();
  GwStatus status = gw_model_open(model_path, &e->model, error);
  if (!status) {
    status = bind(e, error);
  }
  if (status) {
    gw_engine_close(e);
    return status;
  }
  *engine = e;
  return GW_OK;
}

GwStatus gw_engine_add_causes(GwEngine *engine, const char *model_path, GwError *error)
{
  GW_TRY(gw_model_open(model_path, &engine->cause_model, error));
  GW_TRY(gw_cause_head_bind(&engine->cause_model, &engine->arena, &engine->heads, &engine->causes,
                            error));
  engine->finds_causes = true;
  return GW_OK;
}

void gw_engine_close(GwEngine *engine)
{
  if (engine) {
    gw_model_close(&engine->cause_model);
    gw_model_close(&engine->model);
    gw_arena_free(&engine->arena);
    free(engine);
  }
}

static GwNer ner_of(const char *tag)
{
  static const char *const names[] = {"", "PER", "LOC", "ORG", "OTH"};
  for (size_t i = 1; tag[0] != 'O' && i < sizeof names / sizeof *names; i++) {
    if (strcmp(tag + 2, names[i]) == 0) {
      return (GwNer)i;
    }
  }
  return GW_NER_NONE;
}

/* The lemma comes from the word as the treebanks write it: "'s" for a curly "’s". */
static GwView lemma_of(const GwEngine *e, GwArena *arena, const size_t *choices,
                       const GwToken *token)
{
  const char *rules[GW_LEMMA_CHOICES];
  for (size_t i = 0; i < GW_LEMMA_CHOICES; i++) {
    rules[i] = e->heads.lemma.names[choices[i]];
  }
  char copy[GW_PLAIN_BYTES];
  GwView plain = gw_plain_word(token->form, copy);
  if (plain.data == copy) { /* the lemma may be the word itself */
    plain.data = gw_view_copy(arena, plain);
  }
  return plain.data ? gw_lemma_choose(arena, &e->lemmas, rules, GW_LEMMA_CHOICES,
                                      gw_upos_name(token->upos), token->xpos, plain)
                    : plain;
}

static GwSureness sureness(float log_probability)
{
  const double doubt = -expm1((double)log_probability);
  const double halvings = doubt > 0 ? -log2(doubt) : GW_SUREST;
  return (GwSureness)(halvings < GW_SUREST ? halvings < 0 ? 0 : halvings : GW_SUREST);
}

static GwStatus copy_token(const GwEngine *e, GwArena *arena, const GwAnalysis *a, size_t word,
                           GwToken *t, GwError *error)
{
  const GwHeads *h = &e->heads;
  const char *tag = h->ner.names[a->ner[word]];
  t->upos = (GwUpos)a->upos[word];
  t->xpos = h->xpos.names[a->xpos[word]];
  t->head = a->heads[word];
  t->deprel = h->deprel.names[a->deprel[word]];
  t->ner = ner_of(tag);
  t->ner_begins = tag[0] == 'B';
  t->mention = (GwMentionType)a->types[word];
  t->predicate = a->predicate[word];
  t->sure_upos = sureness(a->upos_p[word]);
  t->sure_head = sureness(a->heads_p[word]);
  t->sure_deprel = sureness(a->deprel_p[word]);
  t->lemma = lemma_of(e, arena, a->lemma + word * GW_LEMMA_CHOICES, t);
  return t->lemma.data ? GW_OK : gw_fail_memory(error);
}

static GwStatus copy_roles(const GwEngine *e, GwArena *arena, const GwAnalysis *a, GwSentence *s,
                           GwError *error)
{
  size_t capacity = 0;
  s->roles = NULL;
  s->role_count = 0;
  for (size_t k = 0; k < a->predicate_count; k++) {
    for (size_t w = 1; w < a->words; w++) {
      const size_t role = a->roles[k * a->words + w];
      if (role == 0) {
        continue;
      }
      s->roles = gw_arena_grow(arena, s->roles, s->role_count, &capacity, sizeof *s->roles);
      if (!s->roles) {
        return gw_fail_memory(error);
      }
      s->roles[s->role_count++] = (GwRole){a->predicates[k] - 1, w - 1,
                                           e->heads.roles.names[role],
                                           sureness(a->roles_p[k * a->words + w])};
    }
  }
  return GW_OK;
}

/* Tokens are numbered from 0. */
static GwCause cause_of(const GwCausePair *p)
{
  const bool signalled = p->signal_first > 0;
  return (GwCause){p->cause - 1, p->effect - 1, p->cause_first - 1, p->cause_last - 1,
                   p->effect_first - 1, p->effect_last - 1, signalled,
                   signalled ? p->signal_first - 1 : 0, signalled ? p->signal_last - 1 : 0,
                   1 / (1 + exp(-(double)p->score))};
}

static GwStatus copy_causes(const GwEngine *e, GwArena *arena, GwArena *scratch, size_t in_batch,
                            const GwAnalysis *a, GwSentence *s, GwError *error)
{
  GwCausePair found[GW_CAUSES];
  size_t count = 0;
  s->causes = NULL;
  s->cause_count = 0;
  if (e->finds_causes) {
    GW_TRY(gw_cause_head_run(&e->causes, &e->batch, in_batch, a, scratch, found, &count, error));
  }
  s->causes = count ? GW_NEW(arena, count, GwCause) : NULL;
  if (count && !s->causes) {
    return gw_fail_memory(error);
  }
  for (size_t i = 0; i < count; i++) {
    const GwCause cause = cause_of(&found[i]);
    size_t place = s->cause_count++;
    for (; place > 0 && s->causes[place - 1].effect > cause.effect; place--) {
      s->causes[place] = s->causes[place - 1];
    }
    s->causes[place] = cause;
  }
  return GW_OK;
}

/* Words beyond the encoder's positions hang on the root's dependent as unknown tags. */
static void fill_unseen(GwSentence *s, size_t from)
{
  size_t root = 1;
  for (size_t i = 0; i < from; i++) {
    root = s->tokens[i].head == 0 ? i + 1 : root;
  }
  for (size_t i = from; i < s->token_count; i++) {
    GwToken *t = &s->tokens[i];
    t->upos = GW_X;
    t->xpos = "FW";
    t->deprel = from ? "dep" : "root";
    t->head = from ? root : i;
    t->lemma = t->form;
    t->ner = GW_NER_NONE;
    t->mention = GW_MENTION_NONE;
    t->predicate = false;
    t->sure_upos = t->sure_head = t->sure_deprel = 0;
  }
}

static GwStatus finish(const GwEngine *e, GwArena *arena, size_t in_batch, GwSentence *s,
                       GwError *error)
{
  GwArena scratch = GW_ARENA_INIT;
  GwAnalysis a;
  GwStatus status = gw_heads_run(&e->heads, &e->batch, in_batch, &scratch, &a, error);
  for (size_t w = 1; !status && w < a.words; w++) {
    status = copy_token(e, arena, &a, w, &s->tokens[w - 1], error);
  }
  if (!status) {
    status = copy_roles(e, arena, &a, s, error);
  }
  if (!status) {
    status = copy_causes(e, arena, &scratch, in_batch, &a, s, error);
    fill_unseen(s, a.words - 1);
  }
  gw_arena_free(&scratch);
  return status;
}

static GwStatus run_batch(GwEngine *e, GwArena *arena, GwSentence *first, GwError *error)
{
  gw_encode(&e->encoder, &e->batch);
  for (size_t i = 0; i < e->batch.sentence_count; i++) {
    GW_TRY(finish(e, arena, i, first + i, error));
  }
  gw_batch_clear(&e->batch);
  return GW_OK;
}

static bool add_sentence(GwEngine *e, const GwSentence *s)
{
  GwView words[GW_SENTENCE_TOKENS];
  char copies[GW_SENTENCE_TOKENS][GW_PLAIN_BYTES];
  const size_t n = s->token_count < GW_SENTENCE_TOKENS ? s->token_count : GW_SENTENCE_TOKENS;
  for (size_t i = 0; i < n; i++) {
    words[i] = gw_plain_word(s->tokens[i].form, copies[i]);
  }
  return gw_batch_add(&e->encoder, &e->batch, words, n);
}

GwStatus gw_engine_parse(GwEngine *engine, GwArena *arena, GwDocument *document, GwError *error)
{
  size_t first = 0;
  gw_batch_clear(&engine->batch);
  for (size_t i = 0; i < document->sentence_count; i++) {
    if (!add_sentence(engine, &document->sentences[i])) {
      GW_TRY(run_batch(engine, arena, &document->sentences[first], error));
      first = i;
      add_sentence(engine, &document->sentences[i]);
    }
  }
  GW_TRY(run_batch(engine, arena, document->sentences + first, error));
  for (size_t i = 0; i < document->sentence_count; i++) {
    gw_mend_tree(&document->sentences[i]);
  }
  return GW_OK;
}
