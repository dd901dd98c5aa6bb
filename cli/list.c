#include "cli/command.h"
#include "cli/pipeline.h"
#include "extract/knowledge/listing.h"
#include "extract/knowledge/propositions.h"

typedef struct {
  const char *article;
  bool openie;
  double least; ///< confidence of the statements that are listed
} Request;

static GwStatus list_knowledge(const GwPipeline *p, GwBuffer *out)
{
  gw_list_entities(&p->knowledge, out);
  gw_list_statements(&p->knowledge, out);
  return GW_OK;
}

static void keep_confident(GwPropositions *propositions, double least)
{
  size_t kept = 0;
  for (size_t i = 0; i < propositions->count; i++) {
    if (propositions->items[i].confidence >= least) {
      propositions->items[kept++] = propositions->items[i];
    }
  }
  propositions->count = kept;
}

static GwStatus list_propositions(GwPipeline *p, double least, GwBuffer *out, GwError *error)
{
  GwPropositions propositions;
  GW_TRY(gw_propositions_find(&p->arena, &p->resources, &p->knowledge, &propositions, error));
  keep_confident(&propositions, least);
  gw_list_propositions(&p->document, &propositions, out);
  return GW_OK;
}

static GwStatus list(GwPipeline *p, const Request *r, GwError *error)
{
  GwBuffer out = GW_BUFFER_INIT;
  GwStatus status = r->openie ? list_propositions(p, r->least, &out, error)
                              : list_knowledge(p, &out);
  if (!status) {
    status = out.failed ? gw_fail_memory(error) : gw_print(gw_buffer_view(&out), error);
  }
  gw_buffer_free(&out);
  return status;
}

static GwStatus read_request(int argc, char **argv, Request *r, GwPipeline *p, GwError *error)
{
  *r = (Request){NULL, false, 0};
  for (;;) {
    const char *argument;
    char letter;
    GW_TRY(gw_option_next(&gw_list_command, argc, argv, &letter, &argument, error));
    if (!letter) {
      return gw_operand(&gw_list_command, argc, argv, &r->article, error);
    }
    if (letter == 'c') {
      GW_TRY(gw_read_confidence(&gw_list_command, argument, &r->least, error));
    }
    p->mapping = letter == 'm' ? argument : p->mapping;
    p->by_line = p->by_line || letter == 'l';
    r->openie = r->openie || letter == 'e';
  }
}

static GwStatus run(int argc, char **argv, GwError *error)
{
  Request request;
  GwPipeline pipeline = GW_PIPELINE_INIT;
  GW_TRY(read_request(argc, argv, &request, &pipeline, error));
  GwStatus status = gw_pipeline_analyse(&pipeline, request.article, error);
  if (!status) {
    status = gw_pipeline_understand(&pipeline, request.openie ? 0 : request.least, error);
  }
  if (!status) {
    status = list(&pipeline, &request, error);
  }
  gw_pipeline_free(&pipeline);
  return status;
}

static const GwOption options[] = {
  GW_OPTION_CONFIDENCE,
  GW_OPTION_ONTOLOGY,
  {"lines", 'l', NULL, "every line of the file is one sentence, of running text"},
  {"openie", 'e', NULL, "clauses instead, as tab-separated sentence, confidence, relation, "
                        "arguments"},
};

const GwCommand gw_list_command = {
  .name = "list", .operands = "ARTICLE.txt", .run = run,
  .help = "Print entities and statements as text, sentence by sentence, to check them",
  .options = options, .option_count = sizeof options / sizeof *options,
};
