/** @file dev_eval.c
 * Runs the language engine on a treebank file and writes what it found as CoNLL-U, for score.py
 * to compare with the treebank.
 *
 *     dev_eval tokens FILE          sentences and tokens of the file's raw text
 *     dev_eval raw FILE MODEL [CAUSES]    the same, analysed; with a model of causes, these too
 *     dev_eval gold FILE MODEL [CAUSES]   the file's own tokens, analysed
 *
 * Standard error gets the words, the seconds of the analysis alone and the peak memory.
 */
#include "base/file.h"
#include "extract/language/conllu.h"
#include "extract/language/engine.h"

#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

#define LIMIT ((size_t)256 * 1000 * 1000)

static double now(void)
{
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

static size_t count_words(const GwDocument *document)
{
  size_t words = 0;
  for (size_t i = 0; i < document->sentence_count; i++) {
    words += document->sentences[i].token_count;
  }
  return words;
}

static GwStatus analyse(GwArena *arena, const char *model, const char *causes,
                        GwDocument *document, GwError *error)
{
  GwEngine *engine = NULL;
  const double begin = now();
  GW_TRY(gw_engine_open(model, &engine, error));
  GwStatus status = causes ? gw_engine_add_causes(engine, causes, error) : GW_OK;
  const double opened = now();
  if (!status) {
    status = gw_engine_parse(engine, arena, document, error);
  }
  const double seconds = now() - opened;
  struct rusage use;
  getrusage(RUSAGE_SELF, &use);
  const size_t words = count_words(document);
  fprintf(stderr, "words %zu seconds %.3f words_per_second %.0f open_seconds %.3f "
          "peak_megabytes %.0f\n", words, seconds, (double)words / seconds, opened - begin,
          (double)use.ru_maxrss / 1024);
  gw_engine_close(engine);
  return status;
}

static GwStatus run(GwArena *arena, char **arguments, const char *model, const char *causes,
                    GwError *error)
{
  GwView content;
  GwArticle article;
  GwDocument document;
  GwBuffer out = GW_BUFFER_INIT;
  GW_TRY(gw_file_read(arena, arguments[2], LIMIT, &content, error));
  GW_TRY(gw_conllu_read(arena, arguments[2], content, &article, &document, error));
  if (strcmp(arguments[1], "gold") != 0) {
    GW_TRY(gw_tokenize(arena, &article, &document, error));
  }
  if (model) {
    GW_TRY(analyse(arena, model, causes, &document, error));
  }
  GwStatus status = gw_conllu_write(&document, &out, error);
  if (!status && fwrite(out.data, 1, out.length, stdout) != out.length) {
    status = gw_fail(error, GW_ERR_IO, "standard output: cannot write");
  }
  gw_buffer_free(&out);
  return status;
}

int main(int count, char **arguments)
{
  GwArena arena = GW_ARENA_INIT;
  GwError error;
  const bool tokens = count == 3 && strcmp(arguments[1], "tokens") == 0;
  const bool parse = (count == 4 || count == 5) && (strcmp(arguments[1], "raw") == 0
                                                   || strcmp(arguments[1], "gold") == 0);
  if (!tokens && !parse) {
    fprintf(stderr, "usage: dev_eval tokens FILE | dev_eval raw|gold FILE MODEL [CAUSES]\n");
    return 2;
  }
  const GwStatus status = run(&arena, arguments, parse ? arguments[3] : NULL,
                              count == 5 ? arguments[4] : NULL, &error);
  if (status) {
    fprintf(stderr, "dev_eval: %s\n", error.message);
  }
  gw_arena_free(&arena);
  return gw_exit_status(status);
}
