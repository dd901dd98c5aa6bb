/* "Ada Lund (11 June 1923 – 2 February 2009)": when somebody lived. */
#include "extract/knowledge/amounts.h"
#include "extract/knowledge/statements.h"

/* One end of a life: words, and the day, month or year that they name. */
typedef struct {
  GwPhrase words;
  GwTimex time;
} End;

/* Of a span of time its first or last part, as exact as its words: a day has two numbers and a
 * month's name, a month one of each. */
static End end_of(const GwSentence *s, const GwTimex *span, GwPhrase words, bool last)
{
  size_t numbers = 0, names = 0;
  GwDate date = last ? span->end : span->begin;
  End e = {words, *span};
  for (size_t t = words.first; t <= words.last; t++) {
    numbers += s->tokens[t].form.data[0] >= '0' && s->tokens[t].form.data[0] <= '9';
    names += s->tokens[t].form.data[0] >= 'A' && s->tokens[t].form.data[0] <= 'Z';
  }
  date.day = names && numbers > 1 ? date.day : 0;
  date.month = names ? date.month : 0;
  e.time.begin = gw_first_day(date);
  e.time.end = gw_last_day(date);
  e.time.unit = date;
  e.time.first = words.first;
  e.time.last = words.last;
  e.time.approximate = numbers + names < words.last - words.first + 1 && span->approximate
                       && gw_lemma_is(s, words.first, "c.|c|ca.|ca|circa|about");
  return e;
}

/* "(FROM – TO)": false when it is not a span of time that fills the brackets. */
static bool life_of(const GwReader *r, size_t sentence, size_t open, End ends[2])
{
  const GwSentence *s = gw_sentence(r, sentence);
  const GwTimex *span = open + 1 < s->token_count ? gw_timex_at(r, sentence, open + 1) : NULL;
  if (!span || span->last + 1 >= s->token_count || !gw_lemma_is(s, span->last + 1, ")")
      || span->begin.year == 0 || span->end.year == 0) {
    return false;
  }
  for (size_t t = open + 2; t < span->last; t++) {
    if (gw_lemma_is(s, t, "-|–|—|--")) {
      ends[0] = end_of(s, span, (GwPhrase){open + 1, t - 1}, false);
      ends[1] = end_of(s, span, (GwPhrase){t + 1, span->last}, true);
      return true;
    }
  }
  return false;
}

static void state(GwReader *r, const GwMention *person, const char *verb, End end)
{
  const GwContext context = GW_PLAIN_FACT;
  const GwSentence *s = gw_sentence(r, person->sentence);
  GwStatement st = gw_statement_new(&context, person->sentence, end.words.first,
                                    gw_lexicon_make(r->arena, gw_view(verb)), "life-dates", 0.95);
  st.subject = person->entity;
  st.subject_token = person->head;
  st.qualifiers = GW_NEW(r->arena, 1, GwQualifier);
  GwTimex *time = GW_NEW(r->arena, 1, GwTimex);
  if (!st.qualifiers || !time) {
    r->failed = true;
    return;
  }
  *time = end.time;
  const GwView words = gw_phrase_text(r->document, s, end.words);
  st.qualifiers[st.qualifier_count++] = (GwQualifier){"time", GW_NO_INDEX, words, time};
  gw_add_statement(r, st);
}

void gw_read_life_dates(GwReader *r, size_t sentence)
{
  const GwSentence *s = gw_sentence(r, sentence);
  for (size_t t = 0; t < s->token_count && !r->failed; t++) {
    const size_t m = gw_mention_at(r->knowledge, sentence, t);
    if (m == GW_NO_INDEX) {
      continue;
    }
    const GwMention person = r->knowledge->mentions[m];
    End ends[2];
    const size_t open = person.last + 1;
    if (person.named && r->knowledge->entities[person.entity].type == GW_PERSON
        && open < s->token_count && gw_lemma_is(s, open, "(")
        && life_of(r, sentence, open, ends)) {
      state(r, &person, "be born", ends[0]);
      state(r, &person, "die", ends[1]);
    }
  }
}
