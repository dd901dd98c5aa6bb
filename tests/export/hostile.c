#include "tests/export/hostile.h"

#include "base/buffer.h"
#include "ontology/iri.h"
#include "ontology/vocabulary.h"

typedef struct {
  GwArena *arena;
  uint64_t state;
} Source;

/* SplitMix64 (Steele, Lea and Flood 2014). */
static size_t below(Source *source, size_t limit)
{
  uint64_t z = (source->state += 0x9E3779B97F4A7C15ULL);
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
  return (size_t)((z ^ (z >> 31)) % limit);
}

#define PICK(source, list) ((list)[below((source), sizeof(list) / sizeof *(list))])

static GwView joined(Source *source, const char *head, const char *const *pieces, size_t count,
                     size_t most)
{
  GwBuffer text = GW_BUFFER_INIT;
  gw_buffer_text(&text, head);
  for (size_t n = below(source, most + 1); n > 0; n--) {
    gw_buffer_text(&text, pieces[below(source, count)]);
  }
  const char *copy = gw_view_copy(source->arena, gw_buffer_view(&text));
  gw_buffer_free(&text);
  return gw_view(copy);
}

static GwView iri(Source *source)
{
  static const char *const heads[] = {
    "http://example.org/", "http://example.org/a/b#", "https://example.com:8080/x?y=", "urn:x:",
    "https://graphwright.org/kg/doc/7f3a9c/entity/", "https://graphwright.org/kg/entity/",
    "http://1.example/", "tag:example.org,2024:", GW_NAMESPACE, GW_XSD, GW_RDFS "x",
  };
  static const char *const pieces[] = {
    "a", "B", "7", "-", "_", ".", "~", "!", "$", "&", "'", "(", ")", "*", "+", ",", ";", "=",
    ":", "@", "%20", "%C3%A9", "/", "?", "\u00e9", "\u00df", "\u6da6", "\u0416", "\u05d0",
    "\u0e01\u0e33", "\u0301", "\u00b7", "\u203f", "\U0001F600", "\U00020000", "word", "--", "00",
    "\u2460", "\uac00", "\u00d7", "\u2160", "\uff21",
  };
  GwView value;
  do {
    value = joined(source, PICK(source, heads), pieces, sizeof pieces / sizeof *pieces, 6);
  } while (!gw_iri_is_valid(value));
  return value;
}

static GwView text(Source *source)
{
  static const char *const pieces[] = {
    "\"", "\"\"\"", "'", "'''", "\\", "\\\\", "\\u0041", "\\n", "\n", "\r", "\r\n", "\t", "\b",
    "\f", "\v", "\x01", "\x1f", "\x7f", "\xc2\x80", "\xc2\x85", "\u00a0", "\u200b", "\u2028",
    "\ufeff", "\ufffd", "e\u0301", "\u6da6\u5b66", "\U0001F468\u200d\U0001F469", "\U0010FFFD",
    "word", " ", "@en", "^^", "<", ">", "#", "{", "}", ".", "%", "$", "a", "\u202e", "\ue000",
  };
  return joined(source, "", pieces, sizeof pieces / sizeof *pieces, 8);
}

static GwTerm typed(Source *source)
{
  static const char *const forms[] = {
    "1", "01", "+1", "-1", "-0", "0", "007", "1.", ".5", "1.0", "-0.0", "1.50", "0.97", "1e5",
    "1E-3", "1.0e0", "NaN", "INF", "-INF", "true", "false", "TRUE", "", " 1 ", "1 ", "abc",
    "2024-03-04", "2024", "2024-03", "123456789012345678901234567890", "0.000000000000000001",
    "--1", "-", ".", "1.2.3", "0x10", "\u0661",
  };
  static const char *const types[] = {
    GW_XSD "integer", GW_XSD "decimal", GW_XSD "double", GW_XSD "boolean", GW_XSD "date",
    GW_XSD "gYear", GW_XSD "gYearMonth", GW_XSD "string", GW_XSD "nonNegativeInteger",
    "http://example.org/type", "urn:x:type",
  };
  const char *form = PICK(source, forms), *type = PICK(source, types);
  if (gw_view_is(gw_view(type), GW_XSD "boolean")) {
    form = below(source, 2) ? "true" : "false"; /* a graph refuses others */
  }
  return gw_typed(gw_view(form), type);
}

static GwTerm object(Source *source)
{
  static const char *const languages[] = {"en", "en-gb", "zh-hant-tw", "de-1996", "x-private"};
  switch (below(source, 5)) {
  case 0: return gw_iri(iri(source));
  case 1: return typed(source);
  case 2: {
    const GwView value = text(source);
    return gw_text(value, PICK(source, languages));
  }
  case 3: {
    const GwView value = text(source), type = iri(source);
    return (GwTerm){GW_TERM_LITERAL, value, type, {NULL, 0}};
  }
  default: return gw_string(text(source));
  }
}

static GwTerm predicate(Source *source)
{
  static const char *const special[] = {
    GW_RDF "type", GW_RDF "type", GW_RDF "value", GW_RDF "_1", GW_RDF "li", GW_RDF "Description",
    GW_RDF "first",
  };
  return gw_iri(below(source, 6) ? iri(source) : gw_view(PICK(source, special)));
}

/* A new graph, or one of the last few quads': the same triple may stand in several. */
static GwView graph(Source *source, const HostileQuad *quads, size_t count)
{
  switch (below(source, 4)) {
  case 0: return iri(source);
  case 1: return GW_VIEW("");
  default: return count ? quads[count - 1 - below(source, count < 5 ? count : 5)].graph
                        : GW_VIEW("");
  }
}

HostileQuad *hostile_quads(GwArena *arena, uint64_t seed, size_t count)
{
  Source source = {arena, seed};
  HostileQuad *quads = GW_NEW(arena, count, HostileQuad);
  for (size_t i = 0; quads && i < count; i++) {
    const bool again = i > 0 && below(&source, 3) > 0;
    quads[i].subject = again ? quads[i - 1].subject : gw_iri(iri(&source));
    quads[i].predicate = again && below(&source, 2) ? quads[i - 1].predicate
                                                    : predicate(&source);
    quads[i].object = again && below(&source, 4) == 0 ? quads[i - 1].object : object(&source);
    quads[i].graph = graph(&source, quads, i);
  }
  return quads;
}
