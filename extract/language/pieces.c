#include "extract/language/pieces.h"

#include "base/utf8.h"

#include <string.h>
#include <utf8proc.h>

#define CHUNK_CHARACTERS 100 ///< a longer run of letters becomes [UNK]
#define CHUNK_BYTES (4 * CHUNK_CHARACTERS + 2)

GwStatus gw_pieces_new(GwArena *arena, GwView text, GwPieces *pieces, GwError *error)
{
  GwView line;
  pieces->ids = gw_map_new(arena);
  for (size_t id = 0; gw_view_next(&text, '\n', &line); id++) {
    if (!gw_map_set(&pieces->ids, line, id)) {
      return gw_fail_memory(error);
    }
  }
  pieces->unknown = gw_map_get(&pieces->ids, GW_VIEW("[UNK]"));
  pieces->begin = gw_map_get(&pieces->ids, GW_VIEW("[CLS]"));
  pieces->end = gw_map_get(&pieces->ids, GW_VIEW("[SEP]"));
  if (pieces->unknown == GW_MAP_ABSENT || pieces->begin == GW_MAP_ABSENT
      || pieces->end == GW_MAP_ABSENT) {
    return gw_fail(error, GW_ERR_INPUT, "the model's word pieces lack [UNK], [CLS] or [SEP]");
  }
  return GW_OK;
}

/* The pieces found so far: the first four, and the last two of whatever followed. */
typedef struct {
  const GwPieces *pieces;
  uint32_t *ids;
  size_t count;
  char chunk[CHUNK_BYTES]; ///< "##", then the letters of the chunk being read
  size_t length, characters;
} Speller;

static void keep(Speller *s, size_t id)
{
  if (s->count >= GW_WORD_PIECES) {
    s->ids[GW_WORD_PIECES - 2] = s->ids[GW_WORD_PIECES - 1];
    s->ids[GW_WORD_PIECES - 1] = (uint32_t)id;
  } else {
    s->ids[s->count] = (uint32_t)id;
  }
  s->count++;
}

/* Longest piece that starts at `start` (bytes after "##"); its id, and its end in `end`. */
static size_t longest(const Speller *s, size_t start, size_t *end)
{
  char piece[CHUNK_BYTES];
  const size_t prefix = start ? 2 : 0;
  memcpy(piece, "##", 2);
  memcpy(piece + prefix, s->chunk + start, s->length - start);
  for (*end = s->length; *end > start; (*end)--) {
    const bool boundary = *end == s->length || ((unsigned char)s->chunk[*end] & 0xC0) != 0x80;
    const size_t id = boundary ? gw_map_get(&s->pieces->ids,
                                            (GwView){piece, prefix + *end - start})
                               : GW_MAP_ABSENT;
    if (id != GW_MAP_ABSENT) {
      return id;
    }
  }
  return GW_MAP_ABSENT;
}

static void finish_chunk(Speller *s)
{
  size_t found[CHUNK_CHARACTERS], n = 0, start = 0;
  if (s->characters > CHUNK_CHARACTERS) {
    keep(s, s->pieces->unknown);
    start = s->length;
  }
  while (start < s->length) {
    const size_t id = longest(s, start, &start);
    if (id == GW_MAP_ABSENT) { /* one impossible letter makes the whole chunk unknown */
      found[0] = s->pieces->unknown;
      n = 1;
      break;
    }
    found[n++] = id;
  }
  for (size_t i = 0; i < n; i++) {
    keep(s, found[i]);
  }
  s->length = s->characters = 0;
}

static void add_letter(Speller *s, uint32_t c)
{
  if (s->characters++ < CHUNK_CHARACTERS) {
    s->length += gw_utf8_encode(c, s->chunk + s->length);
  }
}

static bool stands_alone(uint32_t c)
{
  const bool ascii_symbol = (c >= 33 && c <= 47) || (c >= 58 && c <= 64) || (c >= 91 && c <= 96)
                            || (c >= 123 && c <= 126);
  return ascii_symbol || gw_utf8_is_punct(c) || gw_utf8_is_cjk(c);
}

static bool is_dropped(uint32_t c)
{
  switch (utf8proc_category((utf8proc_int32_t)c)) {
  case UTF8PROC_CATEGORY_MN:
  case UTF8PROC_CATEGORY_CC:
  case UTF8PROC_CATEGORY_CF:
  case UTF8PROC_CATEGORY_CO:
  case UTF8PROC_CATEGORY_CS: return true;
  default: return c == 0xFFFD;
  }
}

static void read_character(Speller *s, uint32_t c)
{
  if (is_dropped(c)) {
    return;
  }
  if (utf8proc_category((utf8proc_int32_t)c) == UTF8PROC_CATEGORY_ZS) {
    finish_chunk(s);
    return;
  }
  c = (uint32_t)utf8proc_tolower((utf8proc_int32_t)c);
  if (stands_alone(c)) {
    finish_chunk(s);
    add_letter(s, c);
    finish_chunk(s);
  } else {
    add_letter(s, c);
  }
}

size_t gw_pieces_of(const GwPieces *pieces, GwView word, uint32_t ids[GW_WORD_PIECES])
{
  Speller speller = {.pieces = pieces, .ids = ids};
  size_t length = 0;
  for (size_t at = 0; at < word.length; at += length) {
    const uint32_t c = gw_utf8_decode(word, at, &length);
    utf8proc_int32_t parts[32];
    int boundary = 0;
    const utf8proc_ssize_t n = c == GW_UTF8_INVALID ? 0
      : utf8proc_decompose_char((utf8proc_int32_t)c, parts, 32, UTF8PROC_DECOMPOSE, &boundary);
    for (utf8proc_ssize_t i = 0; i < n && i < 32; i++) {
      read_character(&speller, (uint32_t)parts[i]);
    }
  }
  finish_chunk(&speller);
  if (speller.count == 0) {
    keep(&speller, pieces->unknown);
  }
  return speller.count < GW_WORD_PIECES ? speller.count : GW_WORD_PIECES;
}
