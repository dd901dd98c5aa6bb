#include "extract/language/model_file.h"

#include "base/file.h"
#include "base/hash.h"

#include <string.h>

enum { KIND_F32, KIND_F16, KIND_I8, KIND_TEXT, KIND_COUNT };

#define MAGIC "GWMODEL1"
#define HEADER_BYTES ((size_t)24)

typedef struct {
  char name[40];
  uint32_t kind, rows, columns, reserved;
  uint64_t offset, bytes;
} Entry;

static GwStatus refuse(const GwModelFile *model, GwError *error, const char *what)
{
  return gw_fail(error, GW_ERR_INPUT, "%s: %s; install the model file that came with this "
                 "version", model->path, what);
}

static Entry entry_at(const GwModelFile *model, size_t i)
{
  Entry entry;
  memcpy(&entry, model->bytes.data + HEADER_BYTES + i * sizeof entry, sizeof entry);
  return entry;
}

static uint64_t bytes_wanted(const Entry *e)
{
  const uint64_t cells = (uint64_t)e->rows * e->columns;
  switch (e->kind) {
  case KIND_F32: return 4 * cells;
  case KIND_F16: return 2 * cells;
  case KIND_I8: return cells + 4 * (uint64_t)e->rows;
  default: return e->columns;
  }
}

static bool entry_is_sound(const GwModelFile *model, const Entry *e)
{
  return memchr(e->name, '\0', sizeof e->name) && e->kind < KIND_COUNT && e->offset % 64 == 0
         && e->offset <= model->bytes.length && e->bytes <= model->bytes.length - e->offset
         && e->bytes == bytes_wanted(e);
}

static GwStatus check(GwModelFile *model, GwError *error)
{
  const GwView all = model->bytes;
  if (all.length < HEADER_BYTES || memcmp(all.data, MAGIC, 8) != 0) {
    return refuse(model, error, "not a graphwright model");
  }
  uint64_t hash = 0;
  memcpy(&hash, all.data + 8, sizeof hash);
  memcpy(&model->count, all.data + 16, sizeof model->count);
  if (gw_hash(gw_view_slice(all, 16, all.length)) != hash) {
    return refuse(model, error, "damaged or cut short (its hash does not match)");
  }
  if (model->count > (all.length - HEADER_BYTES) / sizeof(Entry)) {
    return refuse(model, error, "its table of contents is cut short");
  }
  for (size_t i = 0; i < model->count; i++) {
    const Entry entry = entry_at(model, i);
    if (!entry_is_sound(model, &entry)) {
      return refuse(model, error, "its table of contents is wrong");
    }
  }
  return GW_OK;
}

GwStatus gw_model_open(const char *path, GwModelFile *model, GwError *error)
{
  *model = (GwModelFile){.path = path};
  GW_TRY(gw_file_map(path, &model->bytes, error));
  const GwStatus status = check(model, error);
  if (status) {
    gw_model_close(model);
  }
  return status;
}

void gw_model_close(GwModelFile *model)
{
  gw_file_unmap(model->bytes);
  model->bytes = (GwView){"", 0};
}

/* `rows` 0 accepts any number of rows. */
static GwStatus find(const GwModelFile *model, const char *name, size_t rows, size_t columns,
                     Entry *found, GwError *error)
{
  for (size_t i = 0; i < model->count; i++) {
    *found = entry_at(model, i);
    if (strcmp(found->name, name) == 0) {
      if (found->kind != KIND_TEXT
          && ((rows && found->rows != rows) || found->columns != columns)) {
        return gw_fail(error, GW_ERR_INPUT, "%s: array %s is %u x %u where %zu x %zu is wanted",
                       model->path, name, found->rows, found->columns, rows, columns);
      }
      return GW_OK;
    }
  }
  return gw_fail(error, GW_ERR_INPUT, "%s: array %s is missing", model->path, name);
}

/* IEEE half to single: shift the bits into place, then mend the exponent by a product, which
 * is right for subnormal numbers too (weights are never infinite). */
static void widen(const char *halves, size_t count, float *out)
{
  for (size_t i = 0; i < count; i++) {
    uint16_t half = 0;
    memcpy(&half, halves + 2 * i, sizeof half);
    const uint32_t magnitude = (uint32_t)(half & 0x7fffU) << 13;
    const uint32_t sign = (uint32_t)(half & 0x8000U) << 16;
    float value = 0;
    memcpy(&value, &magnitude, sizeof value);
    value *= 0x1p112f;
    uint32_t bits = 0;
    memcpy(&bits, &value, sizeof bits);
    bits |= sign;
    memcpy(out + i, &bits, sizeof bits);
  }
}

GwStatus gw_model_floats(const GwModelFile *model, GwArena *arena, const char *name, size_t rows,
                         size_t columns, const float **values, GwError *error)
{
  Entry entry;
  GW_TRY(find(model, name, rows, columns, &entry, error));
  const char *data = model->bytes.data + entry.offset;
  if (entry.kind == KIND_F32) {
    *values = (const float *)(const void *)data; /* offsets are multiples of 64 */
    return GW_OK;
  }
  if (entry.kind != KIND_F16) {
    return gw_fail(error, GW_ERR_INPUT, "%s: array %s does not hold floats", model->path, name);
  }
  float *wide = GW_NEW(arena, rows * columns, float);
  if (!wide) {
    return gw_fail_memory(error);
  }
  widen(data, rows * columns, wide);
  *values = wide;
  return GW_OK;
}

GwStatus gw_model_coded(const GwModelFile *model, const char *name, size_t rows, size_t columns,
                        GwCodedRows *table, GwError *error)
{
  Entry entry;
  GW_TRY(find(model, name, rows, columns, &entry, error));
  if (entry.kind != KIND_I8) {
    return gw_fail(error, GW_ERR_INPUT, "%s: array %s does not hold coded rows", model->path,
                   name);
  }
  const char *data = model->bytes.data + entry.offset;
  *table = (GwCodedRows){entry.rows, entry.columns, (const float *)(const void *)data,
                         (const int8_t *)data + 4 * (size_t)entry.rows};
  return GW_OK;
}

GwStatus gw_model_text(const GwModelFile *model, const char *name, GwView *text, GwError *error)
{
  Entry entry;
  GW_TRY(find(model, name, 0, 0, &entry, error));
  if (entry.kind != KIND_TEXT) {
    return gw_fail(error, GW_ERR_INPUT, "%s: array %s does not hold text", model->path, name);
  }
  *text = (GwView){model->bytes.data + entry.offset, (size_t)entry.bytes};
  return GW_OK;
}

GwStatus gw_model_lines(const GwModelFile *model, GwArena *arena, const char *name,
                        const char ***lines, size_t *count, GwError *error)
{
  GwView text, line;
  GW_TRY(gw_model_text(model, name, &text, error));
  size_t n = 0;
  for (size_t i = 0; i < text.length; i++) {
    n += text.data[i] == '\n';
  }
  const char **all = GW_NEW(arena, n + 1, const char *);
  *count = 0;
  while (all && *count < n && gw_view_next(&text, '\n', &line)) {
    all[*count] = gw_view_copy(arena, line);
    if (!all[(*count)++]) {
      return gw_fail_memory(error);
    }
  }
  *lines = all;
  return all ? GW_OK : gw_fail_memory(error);
}
