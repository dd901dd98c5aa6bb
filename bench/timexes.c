/* Prints the times of the calendar that the tokens of a CoNLL-U file speak of, for timexes.py:
 *
 *     timexes DATE < FILE
 *
 * DATE is the day from which "last year" is reckoned, or "-". A line is: sentence, first and last
 * token (all from 0), first day, last day ("-": open), tab-separated. */
#include "base/file.h"
#include "extract/knowledge/amounts.h"
#include "extract/language/conllu.h"

#include <stdio.h>

#define LIMIT ((size_t)256 * 1000 * 1000)

static void print_day(GwArena *arena, GwDate day, char end)
{
  const GwView text = day.year ? gw_date_write(arena, day) : GW_VIEW("-");
  printf("%.*s%c", GW_PRINT(text), end);
}

static void print_times(GwArena *arena, const GwDocument *document, GwLexicon *lexicon,
                        GwClock clock)
{
  GwKnowledge knowledge = {.document = document};
  GwReader reader = {.arena = arena, .lexicon = lexicon, .document = document,
                     .knowledge = &knowledge};
  for (size_t i = 0; i < document->sentence_count; i++) {
    gw_scan_amounts(&reader, i, &clock);
  }
  for (size_t i = 0; i < knowledge.timex_count; i++) {
    const GwTimex *x = &knowledge.timexes[i];
    if (x->kind == GW_TIMEX_CALENDAR) {
      printf("%zu\t%zu\t%zu\t", x->sentence, x->first, x->last);
      print_day(arena, x->begin, '\t');
      print_day(arena, x->end, '\n');
    }
  }
}

int main(int count, char **arguments)
{
  GwArena arena = GW_ARENA_INIT;
  GwError error = {GW_OK, ""};
  GwLexicon *lexicon = NULL;
  GwArticle article;
  GwDocument document;
  GwView content;
  GwStatus status = gw_lexicon_open(&arena, &lexicon, &error);
  if (!status) {
    status = gw_file_read(&arena, "-", LIMIT, &content, &error);
  }
  if (!status) {
    status = gw_conllu_read(&arena, "-", content, &article, &document, &error);
  }
  if (status) {
    fprintf(stderr, "timexes: %s\n", error.message);
  } else {
    print_times(&arena, &document, lexicon,
                (GwClock){gw_date_from_iso(gw_view(count > 1 ? arguments[1] : "")), 0});
  }
  gw_arena_free(&arena);
  return gw_exit_status(status);
}
