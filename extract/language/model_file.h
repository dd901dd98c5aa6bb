/** @file model_file.h
 * The model file: named arrays behind a table of contents, mapped into memory.
 *
 * Layout: see train/engine/export.py. A layer binds its arrays by name and says the shape it
 * expects, so that a file of another shape is refused with a message that names the array.
 */
#ifndef GW_EXTRACT_LANGUAGE_MODEL_FILE_H
#define GW_EXTRACT_LANGUAGE_MODEL_FILE_H

#include "base/status.h"
#include "base/view.h"

#include <stdint.h>

typedef struct {
  const char *path;
  GwView bytes;      ///< the whole file, mapped
  uint32_t count;    ///< arrays
} GwModelFile;

/** Rows of int8 with one scale a row; value = scale[r] * code[r * columns + c]. */
typedef struct {
  size_t rows, columns;
  const float *scales;
  const int8_t *codes;
} GwCodedRows;

/** Map a model file and check its magic, its hash and every entry of its table: after this no
 * access through the functions below can leave the file. `path` must outlive the model. */
GwStatus gw_model_open(const char *path, GwModelFile *model, GwError *error);
void gw_model_close(GwModelFile *model);

/** A matrix of floats [rows x columns], row by row; half precision is widened into the arena,
 * single precision stays in the file. GW_ERR_INPUT when absent or of another shape. */
GwStatus gw_model_floats(const GwModelFile *model, GwArena *arena, const char *name, size_t rows,
                         size_t columns, const float **values, GwError *error);

/** A table of coded rows; `rows` 0 accepts any number. It stays in the file. */
GwStatus gw_model_coded(const GwModelFile *model, const char *name, size_t rows, size_t columns,
                        GwCodedRows *table, GwError *error);

/** A text array (one item a line). */
GwStatus gw_model_text(const GwModelFile *model, const char *name, GwView *text, GwError *error);

/** The lines of a text array as terminated strings in the arena. */
GwStatus gw_model_lines(const GwModelFile *model, GwArena *arena, const char *name,
                        const char ***lines, size_t *count, GwError *error);

#endif
