/** @file statements.c
 * Prints the statements of articles as a table, to be judged by people and to fit confidences by:
 *
 *     statements ARTICLE.txt...
 *
 * Columns: article, number, rule, sentence, subject, relation, object, polarity, modality,
 * speaker, then the features of confidence.h. Line breaks and tabs become spaces.
 */
#include "cli/pipeline.h"
#include "extract/knowledge/confidence.h"

#include <stdio.h>

static void put(GwView text)
{
  for (size_t i = 0; i < text.length; i++) {
    const char c = text.data[i];
    putchar(c == '\t' || c == '\n' ? ' ' : c);
  }
  putchar('\t');
}

static void put_claim(const GwKnowledge *k, const GwStatement *s)
{
  put(k->entities[s->subject].label);
  put(s->relation.name);
  if (s->object_kind == GW_OBJECT_STATEMENT) {
    const GwStatement *said = &k->statements[s->object];
    const GwView label = k->entities[said->subject].label;
    printf("%s%.*s %.*s ...", said->polarity == GW_NEGATIVE ? "not: " : "", GW_PRINT(label),
           GW_PRINT(said->relation.label));
  }
  put(s->object_kind == GW_OBJECT_ENTITY ? k->entities[s->object].label
      : s->object_kind == GW_OBJECT_TEXT ? s->object_text : GW_VIEW(""));
  put(s->polarity == GW_NEGATIVE ? GW_VIEW("not") : GW_VIEW(""));
  put(gw_view(gw_modality_name(s->modality)));
  put(s->speaker == GW_NO_INDEX ? GW_VIEW("") : k->entities[s->speaker].label);
}

static void put_statement(const char *article, const GwKnowledge *k, size_t number)
{
  const GwStatement *s = &k->statements[number];
  const GwSpan span = k->document->sentences[s->sentence].span;
  double values[GW_FEATURE_COUNT];
  gw_confidence_features(k, s, values);
  put(gw_view(article));
  printf("%zu\t", number);
  put(gw_view(s->rule));
  put(gw_view_slice(k->document->article->text, span.begin, span.end));
  put_claim(k, s);
  for (size_t i = 0; i < GW_FEATURE_COUNT; i++) {
    printf("%.6g%c", values[i], i + 1 < GW_FEATURE_COUNT ? '\t' : '\n');
  }
}

static GwStatus put_article(const char *path, GwError *error)
{
  GwPipeline p = GW_PIPELINE_INIT;
  GwStatus status = gw_pipeline_analyse(&p, path, error);
  if (!status) {
    status = gw_pipeline_understand(&p, 0, error);
  }
  for (size_t i = 0; !status && i < p.knowledge.statement_count; i++) {
    put_statement(path, &p.knowledge, i);
  }
  gw_pipeline_free(&p);
  return status;
}

int main(int argc, char **argv)
{
  GwError error = {GW_OK, ""};
  fputs("article\tnumber\trule\tsentence\tsubject\trelation\tobject\tpolarity\tmodality\tspeaker",
        stdout);
  for (size_t i = 0; i < GW_FEATURE_COUNT; i++) {
    printf("\t%s", gw_feature_name((GwFeature)i));
  }
  putchar('\n');
  for (int i = 1; i < argc; i++) {
    if (put_article(argv[i], &error)) {
      fprintf(stderr, "statements: %s\n", error.message);
      return gw_exit_status(error.status);
    }
  }
  return 0;
}
