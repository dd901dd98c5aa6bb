#include "export/dataset_parts.h"

#include "export/url.h"
#include "ontology/vocabulary.h"

#include <nettle/sha2.h>
#include <string.h>

#define IANA "https://www.iana.org/assignments/media-types/"
#define FORMATS "http://www.w3.org/ns/formats/"

static const struct {
  const char *syntax, *media_type, *format;
} types[] = {
  {"turtle", "text/turtle", FORMATS "Turtle"},
  {"trig", "application/trig", FORMATS "TriG"},
  {"ntriples", "application/n-triples", FORMATS "N-Triples"},
  {"nquads", "application/n-quads", FORMATS "N-Quads"},
  {"rdfxml", "application/rdf+xml", FORMATS "RDF_XML"},
};
#define TYPE_COUNT (sizeof types / sizeof *types)

static size_t type_of(const GwSyntax *syntax)
{
  size_t i = 0;
  while (i < TYPE_COUNT && strcmp(types[i].syntax, syntax->name) != 0) {
    i++;
  }
  return i;
}

const char *gw_media_type(const GwSyntax *syntax)
{
  const size_t type = type_of(syntax);
  return type < TYPE_COUNT ? types[type].media_type : "application/octet-stream";
}

/* SHA-256 in hexadecimal digits (FIPS 180-4). */
static void digest(GwView content, char digits[2 * SHA256_DIGEST_SIZE + 1])
{
  static const char hexadecimal[] = "0123456789abcdef";
  struct sha256_ctx context;
  uint8_t bytes[SHA256_DIGEST_SIZE];
  sha256_init(&context);
  sha256_update(&context, content.length, (const uint8_t *)content.data);
  sha256_digest(&context, sizeof bytes, bytes);
  for (size_t i = 0; i < sizeof bytes; i++) {
    digits[2 * i] = hexadecimal[bytes[i] >> 4];
    digits[2 * i + 1] = hexadecimal[bytes[i] & 15];
  }
  digits[2 * sizeof bytes] = '\0';
}

static GwStatus describe_checksum(GwDescribing *d, GwView file, const char *digits, GwError *error)
{
  const GwView checksum = gw_view_format(d->arena, "%.*s/checksum", GW_PRINT(file));
  GW_TRY(gw_say_iri(d, file, GW_SPDX "checksum", checksum, error));
  GW_TRY(gw_say_iri(d, checksum, GW_RDF "type", GW_VIEW(GW_SPDX "Checksum"), error));
  GW_TRY(gw_say_iri(d, checksum, GW_SPDX "algorithm", GW_VIEW(GW_SPDX "checksumAlgorithm_sha256"),
                    error));
  return gw_say(d, checksum, GW_SPDX "checksumValue",
                gw_typed(gw_view(digits), GW_XSD "hexBinary"), error);
}

/* Where the file can be had: the given URL, and its name. */
static GwStatus describe_download(GwDescribing *d, GwView iri, const GwDatasetFile *file,
                                  GwError *error)
{
  if (!d->options->download) {
    return GW_OK;
  }
  const char *name = gw_url_escape(d->arena, gw_view(file->name));
  const GwView url = gw_view_format(d->arena, "%s%s", d->options->download, name ? name : "");
  GW_TRY(name ? GW_OK : gw_fail_memory(error));
  GW_TRY(gw_say_iri(d, d->iri, GW_VOID "dataDump", url, error));
  GW_TRY(gw_say_iri(d, iri, GW_DCAT "accessURL", url, error));
  return gw_say_iri(d, iri, GW_DCAT "downloadURL", url, error);
}

static GwStatus describe_file(GwDescribing *d, const GwDatasetFile *file, GwError *error)
{
  char digits[2 * SHA256_DIGEST_SIZE + 1];
  digest(file->content, digits);
  const GwView iri = gw_view_format(d->arena, "%.*s%sfile/%.12s", GW_PRINT(d->iri),
                                    gw_view_ends(d->iri, GW_VIEW("/")) ? "" : "/", digits);
  const GwView size = gw_view_format(d->arena, "%zu", file->content.length);
  const GwView media_type = gw_view_format(d->arena, IANA "%s", gw_media_type(file->syntax));
  GW_TRY(gw_say_iri(d, d->iri, GW_DCAT "distribution", iri, error));
  GW_TRY(gw_say_iri(d, iri, GW_RDF "type", GW_VIEW(GW_DCAT "Distribution"), error));
  GW_TRY(gw_say(d, iri, GW_DCTERMS "title", gw_string(gw_view(file->name)), error));
  GW_TRY(gw_say_iri(d, iri, GW_DCAT "mediaType", media_type, error));
  GW_TRY(gw_say(d, iri, GW_DCAT "byteSize", gw_typed(size, GW_XSD "nonNegativeInteger"), error));
  GW_TRY(describe_checksum(d, iri, digits, error));
  if (type_of(file->syntax) < TYPE_COUNT) {
    GW_TRY(gw_say_iri(d, d->iri, GW_VOID "feature", gw_view(types[type_of(file->syntax)].format),
                      error));
  }
  if (d->options->license) {
    GW_TRY(gw_say_iri(d, iri, GW_DCTERMS "license", gw_view(d->options->license), error));
  }
  return describe_download(d, iri, file, error);
}

static GwStatus describe_endpoint(GwDescribing *d, GwError *error)
{
  const GwView url = gw_view(d->options->sparql);
  const GwView service = gw_view_format(d->arena, "%.*s%ssparql", GW_PRINT(d->iri),
                                        gw_view_ends(d->iri, GW_VIEW("/")) ? "" : "/");
  GW_TRY(gw_say_iri(d, d->iri, GW_VOID "sparqlEndpoint", url, error));
  GW_TRY(gw_say_iri(d, service, GW_RDF "type", GW_VIEW(GW_DCAT "DataService"), error));
  GW_TRY(gw_say(d, service, GW_DCTERMS "title", gw_text(GW_VIEW("SPARQL endpoint"), "en"),
                error));
  GW_TRY(gw_say_iri(d, service, GW_DCAT "endpointURL", url, error));
  return gw_say_iri(d, service, GW_DCAT "servesDataset", d->iri, error);
}

GwStatus gw_describe_distributions(GwDescribing *d, GwError *error)
{
  for (size_t i = 0; i < d->options->file_count; i++) {
    GW_TRY(describe_file(d, &d->options->files[i], error));
  }
  return d->options->sparql ? describe_endpoint(d, error) : GW_OK;
}

GwStatus gw_dataset_name(GwGraph *description, GwView *name, GwError *error)
{
  GwArena arena = GW_ARENA_INIT;
  const GwQuad *triples = NULL;
  size_t count = 0, found = 0;
  GwStatus status = gw_graph_triples(description, &arena, &triples, &count, error);
  for (size_t i = 0; i < count; i++) {
    if (gw_view_is(triples[i].predicate->value, GW_RDF "type")
        && gw_view_is(triples[i].object->value, GW_VOID "DatasetDescription")) {
      *name = triples[i].subject->value;
      found++;
    }
  }
  if (!status && found != 1) {
    status = gw_fail(error, GW_ERR_INPUT, "the description has %zu resources of the type "
                     "void:DatasetDescription, not one: was it made by 'graphwright describe'?",
                     found);
  }
  gw_arena_free(&arena);
  return status;
}
