#include "extract/language/kernels.h"

#include <cblas.h>
#include <math.h>
#include <stdint.h>
#include <string.h>

/* Vector extensions of gcc and clang: sixteen lanes, lowered to what the target has. The
 * kernels are cloned for the wider instruction sets and chosen at run time. */
#define LANES 16
typedef float Floats __attribute__((vector_size(4 * LANES)));
typedef int32_t Ints __attribute__((vector_size(4 * LANES)));

#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) \
  && !defined(__SANITIZE_ADDRESS__)
#define CLONED __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define CLONED
#endif
#define INLINE static inline __attribute__((always_inline))

#ifdef OPENBLAS_CONST
void gw_kernels_single_thread(void)
{
  openblas_set_num_threads(1);
}
#else
void gw_kernels_single_thread(void)
{
}
#endif

void gw_product_bt(size_t rows, size_t n, size_t k, float alpha, const float *a, size_t lda,
                   const float *b, size_t ldb, float *y, size_t ldy)
{
  cblas_sgemm(CblasRowMajor, CblasNoTrans, CblasTrans, (int)rows, (int)n, (int)k, alpha, a,
              (int)lda, b, (int)ldb, 0, y, (int)ldy);
}

void gw_product(size_t rows, size_t n, size_t k, const float *a, size_t lda, const float *b,
                size_t ldb, float *y, size_t ldy)
{
  cblas_sgemm(CblasRowMajor, CblasNoTrans, CblasNoTrans, (int)rows, (int)n, (int)k, 1, a,
              (int)lda, b, (int)ldb, 0, y, (int)ldy);
}

void gw_linear(const GwLinear *layer, const float *x, size_t stride, size_t rows, float *y)
{
  const size_t n = layer->out;
  for (size_t r = 0; r < rows && layer->bias; r++) {
    memcpy(y + r * n, layer->bias, n * sizeof *y);
  }
  cblas_sgemm(CblasRowMajor, CblasNoTrans, layer->turned ? CblasNoTrans : CblasTrans, (int)rows,
              (int)n, (int)layer->in, 1, x, (int)stride, layer->weight,
              (int)(layer->turned ? n : layer->in), layer->bias ? 1 : 0, y, (int)n);
}

/* In squares that fit the cache. */
void gw_transpose(const float *from, size_t rows, size_t columns, float *to)
{
  enum { SIDE = 32 };
  for (size_t top = 0; top < rows; top += SIDE) {
    for (size_t left = 0; left < columns; left += SIDE) {
      for (size_t r = top; r < rows && r < top + SIDE; r++) {
        for (size_t c = left; c < columns && c < left + SIDE; c++) {
          to[c * rows + r] = from[r * columns + c];
        }
      }
    }
  }
}

#define LOAD(v, p) memcpy(&(v), (p), sizeof(v))
#define STORE(p, v) memcpy((p), &(v), sizeof(v))
/* Vectors go by pointer: passing 64-byte values depends on the instruction set. */
INLINE void select_lanes(const Ints *mask, const Floats *yes, const Floats *no, Floats *out)
{
  Ints a, b;
  memcpy(&a, yes, sizeof a);
  memcpy(&b, no, sizeof b);
  a = (a & *mask) | (b & ~*mask);
  memcpy(out, &a, sizeof a);
}

/* e^x for x <= 0: 2^n times a polynomial on [-ln2/2, ln2/2] (Cephes); below -87 about 0. */
INLINE void exp_of(const Floats *input, Floats *result)
{
  const Floats least = (Floats){0} - 87.0F;
  const Ints small = *input < least;
  Floats x, scale;
  select_lanes(&small, &least, input, &x);
  /* Adding 1.5 * 2^23 rounds to an integer. */
  const Floats n = (x * 1.44269504F + 12582912.0F) - 12582912.0F;
  const Floats r = (x - n * 0.693359375F) + n * 2.12194440e-4F;
  Floats p = r * 1.9875691500e-4F + 1.3981999507e-3F;
  p = p * r + 8.3334519073e-3F;
  p = p * r + 4.1665795894e-2F;
  p = p * r + 1.6666665459e-1F;
  p = p * r + 5.0000001201e-1F;
  p = p * r * r + r + 1.0F;
  const Ints power = (__builtin_convertvector(n, Ints) + 127) << 23;
  memcpy(&scale, &power, sizeof scale);
  *result = p * scale;
}

CLONED void gw_gelu(float *x, size_t count)
{
  for (size_t i = 0; i < count; i += LANES) {
    Floats v, e;
    LOAD(v, x + i);
    const Floats z = v * 0.70710678118F;
    const Floats minus = -z;
    const Ints below = z < 0.0F;
    Floats a, erf;
    select_lanes(&below, &minus, &z, &a);
    const Floats t = 1.0F / (1.0F + 0.3275911F * a);
    Floats p = t * 1.061405429F - 1.453152027F;
    p = p * t + 1.421413741F;
    p = p * t - 0.284496736F;
    p = p * t + 0.254829592F;
    const Floats square = -a * a;
    exp_of(&square, &e);
    const Floats positive = 1.0F - p * t * e, negative = -positive;
    select_lanes(&below, &negative, &positive, &erf);
    v = 0.5F * v * (1.0F + erf);
    STORE(x + i, v);
  }
}

INLINE float sum_of(const Floats *v)
{
  float lanes[LANES];
  STORE(lanes, *v);
  float sum = 0;
  for (size_t i = 0; i < LANES; i++) {
    sum += lanes[i];
  }
  return sum;
}

CLONED void gw_add_and_norm(float *x, const float *y, size_t rows, size_t n, const float *scale,
                            const float *shift, float epsilon)
{
  for (size_t r = 0; r < rows; r++, x += n) {
    Floats total = {0}, squares = {0}, v, w, s;
    for (size_t i = 0; i < n; i += LANES) {
      LOAD(v, x + i);
      if (y) {
        LOAD(w, y + r * n + i);
        v += w;
        STORE(x + i, v);
      }
      total += v;
    }
    const float mean = sum_of(&total) / (float)n;
    for (size_t i = 0; i < n; i += LANES) {
      LOAD(v, x + i);
      v -= mean;
      squares += v * v;
    }
    const float factor = 1.0F / sqrtf(sum_of(&squares) / (float)n + epsilon);
    for (size_t i = 0; i < n; i += LANES) {
      LOAD(v, x + i);
      LOAD(w, scale + i);
      LOAD(s, shift + i);
      v = (v - mean) * factor * w + s;
      STORE(x + i, v);
    }
  }
}

CLONED void gw_softmax(float *x, size_t rows, size_t n, size_t stride)
{
  for (size_t r = 0; r < rows; r++, x += stride) {
    float most = x[0];
    for (size_t i = 1; i < n; i++) {
      most = x[i] > most ? x[i] : most;
    }
    for (size_t i = n; i < stride; i++) {
      x[i] = -INFINITY;
    }
    const Floats nothing = {0};
    Floats total = {0}, v, e;
    for (size_t i = 0; i < stride; i += LANES) {
      LOAD(v, x + i);
      v -= most;
      const Ints real = v > -1e30F;
      exp_of(&v, &e);
      select_lanes(&real, &e, &nothing, &e);
      total += e;
      STORE(x + i, e);
    }
    const float factor = 1.0F / sum_of(&total);
    for (size_t i = 0; i < stride; i += LANES) {
      LOAD(v, x + i);
      v *= factor;
      STORE(x + i, v);
    }
  }
}

CLONED void gw_add_scaled(float *y, const float *x, float a, size_t count)
{
  for (size_t i = 0; i < count; i += LANES) {
    Floats v, w;
    LOAD(v, y + i);
    LOAD(w, x + i);
    v += a * w;
    STORE(y + i, v);
  }
}

CLONED float gw_dot(const float *a, const float *b, size_t count)
{
  Floats total = {0}, v, w;
  for (size_t i = 0; i < count; i += LANES) {
    LOAD(v, a + i);
    LOAD(w, b + i);
    total += v * w;
  }
  return sum_of(&total);
}
