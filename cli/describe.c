#include "cli/formats.h"
#include "export/dataset.h"
#include "export/url.h"
#include "ontology/iri.h"

#include <string.h>

typedef struct {
  GwDatasetOptions options;
  const char *const *paths;
  const char *output; ///< NULL for standard output
  const GwSink *sink;
} Request;

static GwStatus fail_option(const char *option, const char *text, const char *what, GwError *error)
{
  return gw_fail(error, GW_ERR_USAGE, "describe: --%s '%s' is not %s", option, text, what);
}

static GwStatus read_iri(const char *option, const char *text, const char **iri, GwError *error)
{
  *iri = text;
  return gw_iri_is_valid(gw_view(text))
           ? GW_OK : fail_option(option, text, "an absolute IRI, such as https://example.org/kg",
                                 error);
}

static GwStatus read_folder(const char *option, const char *text, const char **iri,
                            GwError *error)
{
  *iri = text;
  return gw_iri_is_valid(gw_view(text)) && gw_view_ends(gw_view(text), GW_VIEW("/"))
           ? GW_OK : fail_option(option, text, "an absolute IRI that ends in '/', such as "
                                 GW_DEFAULT_BASE, error);
}

static GwStatus read_url(const char *option, const char *text, const char **url, GwError *error)
{
  GW_TRY(gw_url_check(text, error));
  return read_iri(option, text, url, error);
}

static bool is_date(const char *text)
{
  static const unsigned days[] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  unsigned year = 0, month = 0, day = 0;
  if (strlen(text) != 10 || text[4] != '-' || text[7] != '-'
      || strspn(text, "0123456789-") != 10) {
    return false;
  }
  for (size_t i = 0; i < 10; i++) {
    unsigned *part = i < 4 ? &year : i < 7 ? &month : &day;
    *part = text[i] == '-' ? *part : 10 * *part + (unsigned)(text[i] - '0');
  }
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month >= 1 && month <= 12 && day >= 1 && day <= days[month - 1]
         && (leap || month != 2 || day < 29) && year > 0;
}

static GwStatus read_date(const char *text, const char **date, GwError *error)
{
  *date = text;
  return is_date(text) ? GW_OK : fail_option("issued", text, "a date, such as 2026-11-25", error);
}

static GwStatus read_option(Request *r, char letter, const char *argument, GwError *error)
{
  GwDatasetOptions *o = &r->options;
  switch (letter) {
  case 'b': return read_folder("base", argument, &o->base, error);
  case 'd': return read_iri("dataset", argument, &o->iri, error);
  case 'f': return gw_read_format(&gw_describe_command, argument, &r->sink, error);
  case 'i': return read_date(argument, &o->issued, error);
  case 'l': return read_iri("license", argument, &o->license, error);
  case 'o': r->output = argument; return GW_OK;
  case 'p': o->publisher = argument; return GW_OK;
  case 's': return read_url("sparql", argument, &o->sparql, error);
  case 't': o->title = argument; return GW_OK;
  default: return read_folder("download", argument, &o->download, error);
  }
}

static GwStatus read_request(int argc, char **argv, Request *r, GwError *error)
{
  *r = (Request){.options = {.base = GW_DEFAULT_BASE}};
  for (;;) {
    char letter;
    const char *argument;
    GW_TRY(gw_option_next(&gw_describe_command, argc, argv, &letter, &argument, error));
    if (!letter) {
      r->sink = gw_choose_format(r->sink, r->output);
      return gw_operands(&gw_describe_command, argc, argv, &r->paths, &r->options.file_count,
                         error);
    }
    GW_TRY(read_option(r, letter, argument, error));
  }
}

static const char *file_name(const char *path)
{
  const char *slash = strrchr(path, '/');
  return slash ? slash + 1 : path;
}

static GwStatus read_file(const char *path, GwGraph *data, GwDatasetFile *file,
                          GwError *error)
{
  GwView content = GW_VIEW("");
  const GwSyntax *syntax = gw_syntax_of(path);
  if (!syntax) {
    return gw_graph_read(data, path, error); /* which says what can be read */
  }
  GW_TRY(gw_file_map(path, &content, error));
  *file = (GwDatasetFile){file_name(path), content, syntax};
  return gw_graph_parse(data, content, syntax, path, error);
}

static GwStatus write_description(const Request *r, GwGraph *description, GwError *error)
{
  GwBuffer out = GW_BUFFER_INIT;
  GwStatus status = gw_sink_write(r->sink, description, &out, error);
  if (!status) {
    status = r->output ? gw_file_write(r->output, gw_buffer_view(&out), error)
                       : gw_print(gw_buffer_view(&out), error);
  }
  gw_buffer_free(&out);
  return status;
}

static GwStatus describe(GwArena *arena, Request *r, GwGraph *data, GwGraph *description,
                         GwError *error)
{
  const size_t count = r->options.file_count;
  GwDatasetFile *files = GW_NEW(arena, count, GwDatasetFile);
  GwStatus status = files ? GW_OK : gw_fail_memory(error);
  for (size_t i = 0; !status && i < count; i++) {
    status = read_file(r->paths[i], data, &files[i], error);
  }
  if (!status) {
    r->options.files = files;
    status = gw_dataset_describe(description, data, &r->options, error);
  }
  for (size_t i = 0; files && i < count; i++) {
    gw_file_unmap(files[i].content);
  }
  return status ? status : write_description(r, description, error);
}

static GwStatus run(int argc, char **argv, GwError *error)
{
  Request request;
  GwGraph *data, *description;
  GwArena arena = GW_ARENA_INIT;
  GW_TRY(read_request(argc, argv, &request, error));
  GW_TRY(gw_graph_new(&data, error));
  GwStatus status = gw_graph_new(&description, error);
  if (!status) {
    status = describe(&arena, &request, data, description, error);
    gw_graph_free(description);
  }
  gw_graph_free(data);
  gw_arena_free(&arena);
  return status;
}

static const GwOption options[] = {
  {"output", 'o', "FILE", "file to write to (standard output)"},
  {"base", 'b', "IRI", "what the graph's IRIs begin with (" GW_DEFAULT_BASE ")"},
  {"dataset", 'd', "IRI", "of the data set (one made from its triples)"},
  {"title", 't', "TEXT", "its title (one made from the articles')"},
  {"license", 'l', "IRI", "under which it may be used"},
  {"publisher", 'p', "NAME", "name or IRI of who publishes it"},
  {"issued", 'i', "DATE", "day on which it was published, as 2026-11-25"},
  {"sparql", 's', "URL", "SPARQL endpoint that has it"},
  {"download", 'u', "URL", "what the URLs of the files begin with"},
  {"format", 'f', "NAME", "format, one of those below (by the file's name; turtle)"},
};

const GwCommand gw_describe_command = {
  .name = "describe", .operands = "GRAPH...", .run = run,
  .help = "Describe graphs as a data set (VoID, DCAT), with counts and checksums",
  .options = options, .option_count = sizeof options / sizeof *options,
  .details = gw_describe_formats,
};
