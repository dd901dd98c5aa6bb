#include "export/dataset_parts.h"

#include "base/hash.h"
#include "base/map.h"
#include "export/sink.h"
#include "ontology/iri.h"
#include "ontology/vocabulary.h"

#include <string.h>

#define PIECE 4096 ///< triples that are hashed at once

GwStatus gw_say(GwDescribing *d, GwView subject, const char *property, GwTerm object,
                GwError *error)
{
  return gw_graph_add_to(d->out, d->name, subject, gw_view(property), object, error);
}

GwStatus gw_say_iri(GwDescribing *d, GwView subject, const char *property, GwView object,
                    GwError *error)
{
  return object.data ? gw_say(d, subject, property, gw_iri(object), error)
                     : gw_fail_memory(error);
}

GwStatus gw_say_number(GwDescribing *d, GwView subject, const char *property, size_t number,
                       GwError *error)
{
  const GwView digits = gw_view_format(d->arena, "%zu", number);
  return digits.data ? gw_say(d, subject, property, gw_typed(digits, GW_XSD "integer"), error)
                     : gw_fail_memory(error);
}

GwStatus gw_part_iri(GwDescribing *d, const char *kind, GwView of, GwView *iri, GwError *error)
{
  char hash[13];
  const GwView local = gw_view_slice(of, gw_namespace_of(of).length, of.length);
  const bool closed = gw_view_ends(d->iri, GW_VIEW("/"));
  gw_hash_name(of, hash);
  *iri = gw_view_format(d->arena, "%.*s%s%s/%.*s-%s", GW_PRINT(d->iri), closed ? "" : "/", kind,
                        GW_PRINT(local), hash);
  return iri->data ? GW_OK : gw_fail_memory(error);
}

static GwStatus describe_class(GwDescribing *d, const GwPartition *class, GwError *error)
{
  GwView part;
  GW_TRY(gw_part_iri(d, "class", class->term->value, &part, error));
  GW_TRY(gw_say_iri(d, d->iri, GW_VOID "classPartition", part, error));
  GW_TRY(gw_say_iri(d, part, GW_VOID "class", class->term->value, error));
  return gw_say_number(d, part, GW_VOID "entities", class->subjects, error);
}

static GwStatus describe_property(GwDescribing *d, const GwPartition *property, GwError *error)
{
  GwView part;
  GW_TRY(gw_part_iri(d, "property", property->term->value, &part, error));
  GW_TRY(gw_say_iri(d, d->iri, GW_VOID "propertyPartition", part, error));
  GW_TRY(gw_say_iri(d, part, GW_VOID "property", property->term->value, error));
  GW_TRY(gw_say_number(d, part, GW_VOID "triples", property->triples, error));
  GW_TRY(gw_say_number(d, part, GW_VOID "distinctSubjects", property->subjects, error));
  return gw_say_number(d, part, GW_VOID "distinctObjects", property->objects, error);
}

static GwStatus describe_vocabularies(GwDescribing *d, const GwPartition *parts, size_t count,
                                      GwError *error)
{
  for (size_t i = 0; i < count; i++) {
    const GwView space = gw_namespace_of(parts[i].term->value);
    if (!gw_view_starts(space, gw_view(d->options->base))) {
      GW_TRY(gw_say_iri(d, d->iri, GW_VOID "vocabulary", space, error));
    }
  }
  return GW_OK;
}

static GwStatus describe_partitions(GwDescribing *d, GwError *error)
{
  const GwCensus *census = &d->census;
  for (size_t i = 0; i < census->class_count; i++) {
    GW_TRY(describe_class(d, &census->classes[i], error));
  }
  for (size_t i = 0; i < census->property_count; i++) {
    GW_TRY(describe_property(d, &census->properties[i], error));
  }
  GW_TRY(describe_vocabularies(d, census->classes, census->class_count, error));
  return describe_vocabularies(d, census->properties, census->property_count, error);
}

/* The data set that links lead to. Its IRI is the same in every description. */
static GwStatus describe_target(GwDescribing *d, GwView space, GwView *iri, GwError *error)
{
  static const struct {
    const char *space, *title;
  } known[] = {
    {GW_WIKIDATA, "Wikidata"}, {"http://dbpedia.org/resource/", "DBpedia"},
    {"https://sws.geonames.org/", "GeoNames"}, {"http://sws.geonames.org/", "GeoNames"},
    {"http://viaf.org/viaf/", "VIAF"}, {"https://d-nb.info/gnd/", "GND"},
  };
  char hash[13];
  gw_hash_name(space, hash);
  *iri = gw_view_format(d->arena, "%sdataset/target/%s", d->options->base, hash);
  GW_TRY(gw_say_iri(d, *iri, GW_RDF "type", GW_VIEW(GW_VOID "Dataset"), error));
  GW_TRY(gw_say(d, *iri, GW_VOID "uriSpace", gw_string(space), error));
  for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
    if (gw_view_is(space, known[i].space)) {
      return gw_say(d, *iri, GW_DCTERMS "title", gw_text(gw_view(known[i].title), "en"), error);
    }
  }
  return GW_OK;
}

static GwStatus describe_linkset(GwDescribing *d, const GwLinkset *linkset, GwError *error)
{
  GwView iri, target;
  const GwView key = gw_view_format(d->arena, "%.*s %.*s", GW_PRINT(linkset->target),
                                    GW_PRINT(linkset->predicate->value));
  GW_TRY(key.data ? gw_part_iri(d, "links", key, &iri, error) : gw_fail_memory(error));
  GW_TRY(describe_target(d, linkset->target, &target, error));
  GW_TRY(gw_say_iri(d, d->iri, GW_VOID "subset", iri, error));
  GW_TRY(gw_say_iri(d, iri, GW_RDF "type", GW_VIEW(GW_VOID "Linkset"), error));
  GW_TRY(gw_say_iri(d, iri, GW_VOID "linkPredicate", linkset->predicate->value, error));
  GW_TRY(gw_say_iri(d, iri, GW_VOID "subjectsTarget", d->iri, error));
  GW_TRY(gw_say_iri(d, iri, GW_VOID "objectsTarget", target, error));
  GW_TRY(gw_say_number(d, iri, GW_VOID "triples", linkset->triples, error));
  return gw_say_number(d, iri, GW_VOID "distinctSubjects", linkset->subjects, error);
}

static GwStatus describe_links(GwDescribing *d, GwError *error)
{
  const GwCensus *census = &d->census;
  for (size_t i = 0; i < census->linkset_count; i++) {
    GW_TRY(describe_linkset(d, &census->linksets[i], error));
  }
  for (size_t i = 0; i < census->example_count; i++) {
    GW_TRY(gw_say_iri(d, d->iri, GW_VOID "exampleResource", census->examples[i]->value, error));
  }
  for (size_t i = 0; i < census->data_set_count; i++) {
    GW_TRY(gw_say_iri(d, d->iri, GW_VOID "subset", census->data_sets[i]->value, error));
  }
  for (size_t i = 0; i < census->source_count; i++) {
    GW_TRY(gw_say_iri(d, d->iri, GW_DCTERMS "source", census->sources[i]->value, error));
  }
  return GW_OK;
}

static GwStatus describe_numbers(GwDescribing *d, GwError *error)
{
  const GwCensus *census = &d->census;
  const struct {
    const char *property;
    size_t number;
  } numbers[] = {
    {GW_VOID "triples", census->triples},           {GW_VOID "entities", census->entities},
    {GW_VOID "classes", census->class_count},       {GW_VOID "properties", census->property_count},
    {GW_VOID "distinctSubjects", census->subjects}, {GW_VOID "distinctObjects", census->objects},
  };
  for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
    GW_TRY(gw_say_number(d, d->iri, numbers[i].property, numbers[i].number, error));
  }
  return gw_say(d, d->iri, GW_VOID "uriSpace", gw_string(gw_view(d->options->base)), error);
}

/* The title that was given, or one from what the graph was derived from. */
static GwStatus describe_title(GwDescribing *d, GwError *error)
{
  const GwCensus *census = &d->census;
  GwView title = gw_view(d->options->title);
  if (title.length == 0 && census->title) {
    title = gw_view_format(d->arena, "Knowledge graph of \u201C%.*s\u201D",
                           GW_PRINT(census->title->value));
  } else if (title.length == 0) {
    title = gw_view_format(d->arena, census->source_count > 1 ? "Knowledge graph of %zu articles"
                                                               : "Knowledge graph",
                           census->source_count);
  }
  const GwView summary = gw_view_format(
    d->arena, "%zu triples about %zu resources: %zu classes, %zu properties, %zu links to other "
    "data sets.", census->triples, census->subjects, census->class_count, census->property_count,
    census->links);
  if (!title.data || !summary.data) {
    return gw_fail_memory(error);
  }
  GW_TRY(gw_say(d, d->iri, GW_DCTERMS "title", gw_text(title, "en"), error));
  GW_TRY(gw_say(d, d->name, GW_DCTERMS "title",
                gw_text(GW_VIEW("Description of the data set"), "en"), error));
  return gw_say(d, d->iri, GW_DCTERMS "description", gw_text(summary, "en"), error);
}

/* A publisher without an IRI gets one from the name. */
static GwStatus describe_publisher(GwDescribing *d, GwError *error)
{
  GwView publisher = gw_view(d->options->publisher);
  if (publisher.length == 0) {
    return GW_OK;
  }
  if (!gw_iri_is_valid(publisher)) {
    const GwView slug = gw_iri_slug(d->arena, publisher);
    const GwView name = publisher;
    publisher = gw_view_format(d->arena, "%sagent/%.*s", d->options->base, GW_PRINT(slug));
    GW_TRY(gw_say_iri(d, publisher, GW_RDF "type", GW_VIEW(GW_FOAF "Agent"), error));
    GW_TRY(gw_say(d, publisher, GW_FOAF "name", gw_string(name), error));
  }
  return gw_say_iri(d, d->iri, GW_DCTERMS "publisher", publisher, error);
}

static GwStatus describe_head(GwDescribing *d, GwError *error)
{
  const GwDatasetOptions *o = d->options;
  GW_TRY(gw_say_iri(d, d->iri, GW_RDF "type", GW_VIEW(GW_VOID "Dataset"), error));
  GW_TRY(gw_say_iri(d, d->iri, GW_RDF "type", GW_VIEW(GW_DCAT "Dataset"), error));
  GW_TRY(gw_say_iri(d, d->name, GW_RDF "type", GW_VIEW(GW_VOID "DatasetDescription"), error));
  GW_TRY(gw_say_iri(d, d->name, GW_FOAF "primaryTopic", d->iri, error));
  GW_TRY(describe_title(d, error));
  GW_TRY(describe_publisher(d, error));
  if (o->license) {
    GW_TRY(gw_say_iri(d, d->iri, GW_DCTERMS "license", gw_view(o->license), error));
  }
  return o->issued ? gw_say(d, d->iri, GW_DCTERMS "issued",
                            gw_typed(gw_view(o->issued), GW_XSD "date"), error)
                   : GW_OK;
}

/* The hash of the hashes of runs of triples: without all of them in memory as text. */
static GwStatus name_by_content(GwDescribing *d, const GwQuad *triples, size_t count,
                                GwError *error)
{
  GwBuffer piece = GW_BUFFER_INIT, names = GW_BUFFER_INIT;
  GwStatus status = GW_OK;
  char hash[13];
  for (size_t at = 0; !status && at < count; at += PIECE) {
    piece.length = 0;
    status = gw_ntriples_sink.write(triples + at, count - at < PIECE ? count - at : PIECE, &piece,
                                    error);
    gw_hash_name(gw_buffer_view(&piece), hash);
    gw_buffer_text(&names, hash);
  }
  gw_hash_name(gw_buffer_view(&names), hash);
  d->iri = gw_view_format(d->arena, "%sdataset/%s", d->options->base, hash);
  status = status ? status : names.failed || !d->iri.data ? gw_fail_memory(error) : GW_OK;
  gw_buffer_free(&piece);
  gw_buffer_free(&names);
  return status;
}

static GwStatus name_dataset(GwDescribing *d, const GwQuad *triples, size_t count, GwError *error)
{
  if (d->options->iri) {
    d->iri = gw_view(d->options->iri);
  } else {
    GW_TRY(name_by_content(d, triples, count, error));
  }
  d->name = gw_view_format(d->arena, "%.*s%sdescription", GW_PRINT(d->iri),
                           gw_view_ends(d->iri, GW_VIEW("/")) ? "" : "/");
  return d->name.data ? GW_OK : gw_fail_memory(error);
}

static GwStatus describe(GwDescribing *d, GwGraph *data, GwError *error)
{
  const GwQuad *triples = NULL;
  size_t count = 0;
  GW_TRY(gw_graph_triples(data, d->arena, &triples, &count, error));
  GW_TRY(gw_census_take(d->arena, triples, count, gw_view(d->options->base), &d->census, error));
  GW_TRY(name_dataset(d, triples, count, error));
  GW_TRY(describe_head(d, error));
  GW_TRY(describe_numbers(d, error));
  GW_TRY(describe_partitions(d, error));
  GW_TRY(describe_links(d, error));
  return gw_describe_distributions(d, error);
}

GwStatus gw_dataset_describe(GwGraph *description, GwGraph *data, const GwDatasetOptions *options,
                             GwError *error)
{
  GwArena arena = GW_ARENA_INIT;
  GwDescribing d = {.out = description, .arena = &arena, .options = options};
  const GwStatus status = describe(&d, data, error);
  gw_arena_free(&arena);
  return status;
}
