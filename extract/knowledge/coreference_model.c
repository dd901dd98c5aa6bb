/* The network that scores pairs: features are summed as vectors, then two hidden layers. */
#include "extract/knowledge/coreference.h"

#include "base/file.h"
#include "extract/language/model_file.h"

#include <string.h>

enum { HIDDEN = 96, UPPER = 32 };

struct GwCoreferenceModel {
  const float *features; ///< [gw_feature_count() x HIDDEN]
  const float *bias;     ///< [HIDDEN]
  const float *upper;    ///< [UPPER x HIDDEN]
  const float *upper_bias, *out; ///< [UPPER]
};

/* An array of the file, copied into the arena. */
static GwStatus bind(const GwModelFile *file, GwArena *arena, const char *name, size_t rows,
                     size_t columns, const float **values, GwError *error)
{
  const float *in_file;
  GW_TRY(gw_model_floats(file, arena, name, rows, columns, &in_file, error));
  float *copy = GW_NEW(arena, rows * columns, float);
  if (!copy) {
    return gw_fail_memory(error);
  }
  memcpy(copy, in_file, rows * columns * sizeof *copy);
  *values = copy;
  return GW_OK;
}

static GwStatus bind_all(const GwModelFile *file, GwArena *arena, GwCoreferenceModel *m,
                         GwError *error)
{
  GW_TRY(bind(file, arena, "features", gw_feature_count(), HIDDEN, &m->features, error));
  GW_TRY(bind(file, arena, "bias", 1, HIDDEN, &m->bias, error));
  GW_TRY(bind(file, arena, "upper", UPPER, HIDDEN, &m->upper, error));
  GW_TRY(bind(file, arena, "upper.bias", 1, UPPER, &m->upper_bias, error));
  return bind(file, arena, "out", 1, UPPER, &m->out, error);
}

GwStatus gw_coreference_open(GwArena *arena, GwCoreferenceModel **model, GwError *error)
{
  const char *path;
  GwModelFile file;
  *model = GW_NEW(arena, 1, GwCoreferenceModel);
  if (!*model) {
    return gw_fail_memory(error);
  }
  GW_TRY(gw_file_data(arena, GW_COREFERENCE_MODEL, &path, error));
  GW_TRY(gw_model_open(path, &file, error));
  const GwStatus status = bind_all(&file, arena, *model, error);
  gw_model_close(&file);
  return status;
}

static float dot(const float *a, const float *b, size_t count)
{
  float sum = 0;
  for (size_t i = 0; i < count; i++) {
    sum += a[i] * b[i];
  }
  return sum;
}

static float positive(float x)
{
  return x > 0 ? x : 0;
}

float gw_coreference_score(const GwCoreferenceModel *m, const unsigned short *features,
                           size_t count)
{
  float hidden[HIDDEN], score = 0;
  memcpy(hidden, m->bias, sizeof hidden);
  for (size_t f = 0; f < count; f++) {
    const float *const row = m->features + (size_t)features[f] * HIDDEN;
    for (size_t i = 0; i < HIDDEN; i++) {
      hidden[i] += row[i];
    }
  }
  for (size_t i = 0; i < HIDDEN; i++) {
    hidden[i] = positive(hidden[i]);
  }
  for (size_t i = 0; i < UPPER; i++) {
    const float sum = m->upper_bias[i] + dot(m->upper + i * HIDDEN, hidden, HIDDEN);
    score += m->out[i] * positive(sum);
  }
  return score;
}
