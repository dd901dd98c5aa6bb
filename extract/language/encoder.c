#include "extract/language/encoder.h"

#include <stdio.h>
#include <string.h>

enum { SENTENCES = 128, SCORE_STRIDE = GW_BATCH_PIECES };

GwStatus gw_linear_bind(const GwModelFile *model, GwArena *arena, const char *name, size_t out,
                        size_t in, bool bias, GwLinear *layer, GwError *error)
{
  char full[40];
  *layer = (GwLinear){.in = in, .out = out};
  snprintf(full, sizeof full, "%s.weight", name);
  GW_TRY(gw_model_floats(model, arena, full, out, in, &layer->weight, error));
  if (bias) {
    snprintf(full, sizeof full, "%s.bias", name);
    GW_TRY(gw_model_floats(model, arena, full, 1, out, &layer->bias, error));
  }
  return GW_OK;
}

GwStatus gw_linear_bind_turned(const GwModelFile *model, GwArena *arena, const char *name,
                               size_t out, size_t in, bool bias, GwLinear *layer, GwError *error)
{
  GwArena scratch = GW_ARENA_INIT;
  GwLinear straight;
  float *weight = GW_NEW(arena, out * in, float);
  GwStatus status = weight ? gw_linear_bind(model, &scratch, name, out, in, false, &straight, error)
                           : gw_fail_memory(error);
  *layer = (GwLinear){.in = in, .out = out, .weight = weight, .turned = true};
  if (!status) {
    gw_transpose(straight.weight, out, in, weight);
  }
  gw_arena_free(&scratch);
  if (!status && bias) {
    char full[40];
    snprintf(full, sizeof full, "%s.bias", name);
    status = gw_model_floats(model, arena, full, 1, out, &layer->bias, error);
  }
  return status;
}

static GwStatus bind_norm(const GwModelFile *model, GwArena *arena, const char *name,
                          const float **scale, const float **shift, GwError *error)
{
  char full[40];
  snprintf(full, sizeof full, "%s.weight", name);
  GW_TRY(gw_model_floats(model, arena, full, 1, GW_HIDDEN, scale, error));
  snprintf(full, sizeof full, "%s.bias", name);
  return gw_model_floats(model, arena, full, 1, GW_HIDDEN, shift, error);
}

static GwStatus bind_layer(const GwModelFile *m, GwArena *arena, size_t number, GwEncoderLayer *l,
                           GwError *error)
{
  char name[32];
#define NAMED(part) (snprintf(name, sizeof name, "layers.%zu." part, number), name)
#define BIND(part, out, in, to) \
  GW_TRY(gw_linear_bind_turned(m, arena, NAMED(part), out, in, true, to, error))
  BIND("qkv", 3 * GW_HIDDEN, GW_HIDDEN, &l->qkv);
  BIND("out", GW_HIDDEN, GW_HIDDEN, &l->out);
  BIND("up", GW_FEED, GW_HIDDEN, &l->up);
  BIND("down", GW_HIDDEN, GW_FEED, &l->down);
  GW_TRY(bind_norm(m, arena, NAMED("norm1"), &l->norm1_scale, &l->norm1_shift, error));
  return bind_norm(m, arena, NAMED("norm2"), &l->norm2_scale, &l->norm2_shift, error);
#undef BIND
#undef NAMED
}

GwStatus gw_encoder_bind(const GwModelFile *m, GwArena *arena, GwEncoder *e, GwError *error)
{
  GwView text;
  GW_TRY(gw_model_text(m, "pieces", &text, error));
  GW_TRY(gw_pieces_new(arena, text, &e->pieces, error));
  GW_TRY(gw_model_text(m, "names", &text, error));
  GW_TRY(gw_names_new(arena, text, &e->names, error));
  GW_TRY(gw_model_coded(m, "words.weight", e->pieces.ids.count, GW_HIDDEN, &e->words, error));
  GW_TRY(gw_model_coded(m, "spelling.weight", GW_SPELLING_ROWS, GW_SPELL, &e->spelling, error));
  GW_TRY(gw_model_floats(m, arena, "positions.weight", GW_POSITIONS, GW_HIDDEN, &e->positions,
                         error));
  GW_TRY(bind_norm(m, arena, "norm", &e->norm_scale, &e->norm_shift, error));
  GW_TRY(gw_linear_bind(m, arena, "flags", GW_SPELL, GW_NAME_FLAGS, true, &e->flags, error));
  GW_TRY(gw_linear_bind(m, arena, "spell_in", GW_HIDDEN, GW_SPELL, true, &e->spell_in, error));
  for (size_t i = 0; i < GW_LAYERS; i++) {
    GW_TRY(bind_layer(m, arena, i, &e->layers[i], error));
  }
  return GW_OK;
}

GwStatus gw_batch_new(GwArena *arena, GwBatch *b, GwError *error)
{
  const size_t pieces = GW_BATCH_PIECES;
  *b = (GwBatch){.sentence_capacity = SENTENCES};
  b->sentences = GW_NEW(arena, SENTENCES, GwEncoded);
  b->piece_ids = GW_NEW(arena, pieces, uint32_t);
  b->word_first = GW_NEW(arena, pieces, uint32_t);
  b->word_last = GW_NEW(arena, pieces, uint32_t);
  b->x = GW_NEW(arena, pieces * GW_HIDDEN, float);
  b->qkv = GW_NEW(arena, pieces * 3 * GW_HIDDEN, float);
  b->context = GW_NEW(arena, pieces * GW_HIDDEN, float);
  b->feed = GW_NEW(arena, pieces * GW_FEED, float);
  b->scores = GW_NEW(arena, pieces * SCORE_STRIDE, float);
  b->spell = GW_NEW(arena, pieces * GW_SPELL, float);
  bool good = b->sentences && b->piece_ids && b->word_first && b->word_last && b->x && b->qkv
              && b->context && b->feed && b->scores && b->spell;
  for (size_t i = 0; i < GW_LAYERS; i++) {
    b->states[i] = GW_NEW(arena, pieces * GW_HIDDEN, float);
    good = good && b->states[i];
  }
  return good ? GW_OK : gw_fail_memory(error);
}

void gw_batch_clear(GwBatch *batch)
{
  batch->sentence_count = batch->piece_count = batch->word_count = 0;
}

/* The word's spelling features: hashed rows and name flags, summed, then GELU (later). */
static void spell_word(const GwEncoder *e, GwView word, float *out)
{
  uint32_t rows[GW_SPELLING_FEATURES];
  gw_spelling_rows(word, rows);
  const unsigned flags = gw_name_flags(&e->names, word);
  for (size_t i = 0; i < GW_SPELL; i++) {
    float sum = 0;
    for (size_t k = 0; k < GW_SPELLING_FEATURES; k++) {
      sum += e->spelling.scales[rows[k]] * (float)e->spelling.codes[rows[k] * GW_SPELL + i];
    }
    float flagged = e->flags.bias[i];
    for (size_t bit = 0; bit < GW_NAME_FLAGS; bit++) {
      flagged += (flags >> bit) & 1U ? e->flags.weight[i * GW_NAME_FLAGS + bit] : 0;
    }
    out[i] = sum + flagged;
  }
}

static void add_word(GwBatch *b, const uint32_t *ids, size_t count)
{
  b->word_first[b->word_count] = (uint32_t)b->piece_count;
  for (size_t i = 0; i < count; i++) {
    b->piece_ids[b->piece_count++] = ids[i];
  }
  b->word_last[b->word_count++] = (uint32_t)b->piece_count - 1;
}

bool gw_batch_add(const GwEncoder *e, GwBatch *b, const GwView *words, size_t count)
{
  if (b->sentence_count == b->sentence_capacity) {
    return false;
  }
  const size_t first_piece = b->piece_count, first_word = b->word_count;
  uint32_t ids[GW_WORD_PIECES] = {(uint32_t)e->pieces.begin};
  if (b->piece_count + 2 > GW_BATCH_PIECES) {
    return false;
  }
  memset(b->spell + b->word_count * GW_SPELL, 0, GW_SPELL * sizeof(float));
  add_word(b, ids, 1);
  for (size_t i = 0; i < count; i++) {
    const size_t n = gw_pieces_of(&e->pieces, words[i], ids);
    if (b->piece_count + n + 1 > GW_BATCH_PIECES) {
      if (first_piece == 0) {
        break; /* too long even alone: the rest of the sentence is not seen */
      }
      b->piece_count = first_piece;
      b->word_count = first_word;
      return false;
    }
    spell_word(e, words[i], b->spell + b->word_count * GW_SPELL);
    add_word(b, ids, n);
  }
  b->piece_ids[b->piece_count++] = (uint32_t)e->pieces.end;
  b->sentences[b->sentence_count++] = (GwEncoded){first_piece, b->piece_count - first_piece,
                                                  first_word, b->word_count - first_word};
  return true;
}

static void embed_pieces(const GwEncoder *e, const GwBatch *b)
{
  for (size_t s = 0; s < b->sentence_count; s++) {
    const GwEncoded *sentence = &b->sentences[s];
    for (size_t i = 0; i < sentence->piece_count; i++) {
      const size_t piece = sentence->first_piece + i, id = b->piece_ids[piece];
      const float scale = e->words.scales[id];
      const int8_t *codes = e->words.codes + id * GW_HIDDEN;
      float *x = b->x + piece * GW_HIDDEN;
      for (size_t k = 0; k < GW_HIDDEN; k++) {
        x[k] = scale * (float)codes[k] + e->positions[i * GW_HIDDEN + k];
      }
    }
  }
}

/* Adds a projection of its spelling to the first piece of every word but the roots. */
static void embed_spelling(const GwEncoder *e, const GwBatch *b)
{
  gw_gelu(b->spell, b->word_count * GW_SPELL);
  gw_linear(&e->spell_in, b->spell, GW_SPELL, b->word_count, b->context);
  for (size_t s = 0; s < b->sentence_count; s++) {
    const GwEncoded *sentence = &b->sentences[s];
    for (size_t w = sentence->first_word + 1; w < sentence->first_word + sentence->word_count;
         w++) {
      gw_add_scaled(b->x + b->word_first[w] * GW_HIDDEN, b->context + w * GW_HIDDEN, 1,
                    GW_HIDDEN);
    }
  }
}

static void attend(const GwBatch *b, const GwEncoded *s)
{
  const size_t n = s->piece_count, stride = (n + 15) / 16 * 16, wide = 3 * (size_t)GW_HIDDEN;
  for (size_t h = 0; h < GW_ATTENTION_HEADS; h++) {
    const float *q = b->qkv + s->first_piece * wide + h * GW_HEAD_WIDTH;
    gw_product_bt(n, n, GW_HEAD_WIDTH, 0.17677669529663687F /* 32^-1/2 */, q, wide,
                  q + GW_HIDDEN, wide, b->scores, stride);
    gw_softmax(b->scores, n, n, stride);
    gw_product(n, GW_HEAD_WIDTH, n, b->scores, stride, q + 2 * (size_t)GW_HIDDEN, wide,
               b->context + s->first_piece * GW_HIDDEN + h * GW_HEAD_WIDTH, GW_HIDDEN);
  }
}

static void run_layer(const GwEncoderLayer *l, const GwBatch *b)
{
  const size_t n = b->piece_count;
  gw_linear(&l->qkv, b->x, GW_HIDDEN, n, b->qkv);
  for (size_t s = 0; s < b->sentence_count; s++) {
    attend(b, &b->sentences[s]);
  }
  gw_linear(&l->out, b->context, GW_HIDDEN, n, b->qkv);
  gw_add_and_norm(b->x, b->qkv, n, GW_HIDDEN, l->norm1_scale, l->norm1_shift, 1e-12F);
  gw_linear(&l->up, b->x, GW_HIDDEN, n, b->feed);
  gw_gelu(b->feed, n * GW_FEED);
  gw_linear(&l->down, b->feed, GW_FEED, n, b->qkv);
  gw_add_and_norm(b->x, b->qkv, n, GW_HIDDEN, l->norm2_scale, l->norm2_shift, 1e-12F);
}

static void read_words(const GwBatch *b, float *states)
{
  for (size_t w = 0; w < b->word_count; w++) {
    const float *first = b->x + b->word_first[w] * GW_HIDDEN;
    const float *last = b->x + b->word_last[w] * GW_HIDDEN;
    for (size_t k = 0; k < GW_HIDDEN; k++) {
      states[w * GW_HIDDEN + k] = (first[k] + last[k]) * 0.5F;
    }
  }
}

void gw_encode(const GwEncoder *e, GwBatch *b)
{
  embed_pieces(e, b);
  embed_spelling(e, b);
  gw_add_and_norm(b->x, NULL, b->piece_count, GW_HIDDEN, e->norm_scale, e->norm_shift, 1e-12F);
  for (size_t i = 0; i < GW_LAYERS; i++) {
    run_layer(&e->layers[i], b);
    read_words(b, b->states[i]);
  }
}
