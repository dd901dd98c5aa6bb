/** @file kernels.h
 * The arithmetic of a small transformer on one core: matrix products (BLAS) and the
 * element-wise steps between them. Matrices are row-major floats; row lengths of the
 * element-wise kernels are multiples of 16.
 */
#ifndef GW_EXTRACT_LANGUAGE_KERNELS_H
#define GW_EXTRACT_LANGUAGE_KERNELS_H

#include <stdbool.h>
#include <stddef.h>

/** A linear layer: bias [out] or NULL, weight [out x in] as PyTorch stores it, or [in x out] when
 * it is turned: BLAS packs that a quarter faster. */
typedef struct {
  size_t in, out;
  const float *weight, *bias;
  bool turned;
} GwLinear;

/** y [rows x out] = x [rows x in, rows `stride` apart] * weight^T + bias. */
void gw_linear(const GwLinear *layer, const float *x, size_t stride, size_t rows, float *y);

/** to [columns x rows] = from [rows x columns], transposed. */
void gw_transpose(const float *from, size_t rows, size_t columns, float *to);

/** y [rows x n] = alpha * a [rows x k, stride lda] * b^T, b [n x k, stride ldb]; y stride ldy. */
void gw_product_bt(size_t rows, size_t n, size_t k, float alpha, const float *a, size_t lda,
                   const float *b, size_t ldb, float *y, size_t ldy);

/** y [rows x n] = a [rows x k] * b [k x n], with strides. */
void gw_product(size_t rows, size_t n, size_t k, const float *a, size_t lda, const float *b,
                size_t ldb, float *y, size_t ldy);

/** x = x * Phi(x) in place (GELU with the exact error function, Hendrycks and Gimpel 2016;
 * erf by Abramowitz and Stegun 7.1.26, error under 2e-7). */
void gw_gelu(float *x, size_t count);

/** Each row of x [rows x n] = norm(x + y) * scale + shift, y may be NULL (Ba et al. 2016). */
void gw_add_and_norm(float *x, const float *y, size_t rows, size_t n, const float *scale,
                     const float *shift, float epsilon);

/** Softmax of x [rows x n] in place; rows are `stride` apart, a multiple of 16, and the cells
 * between n and stride are set to 0. */
void gw_softmax(float *x, size_t rows, size_t n, size_t stride);

/** y += a * x. */
void gw_add_scaled(float *y, const float *x, float a, size_t count);

float gw_dot(const float *a, const float *b, size_t count);

/** Keep BLAS on one thread: a document is one core's work. */
void gw_kernels_single_thread(void);

#endif
