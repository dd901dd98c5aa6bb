/* CoNLL-U: what is written is read again and written the same; what is wrong is named by line. */
#include "tests/cases.h"

#include "extract/language/conllu.h"

#include <stdio.h>

static const char example[] =
  "# newdoc id = 0123456789ab\n"
  "# newpar id = 0123456789ab-p1\n"
  "# sent_id = 0123456789ab-1\n"
  "# text = Maëlle can't pay.\n"
  "1\tMaëlle\tMaëlle\tPROPN\tNNP\t_\t4\tnsubj\t_\tMention=person|Ner=B-PER|TokenRange=3:9\n"
  "2\tca\tcan\tAUX\tMD\t_\t4\taux\t_\tSpaceAfter=No|TokenRange=10:12\n"
  "3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\tTokenRange=12:15\n"
  "4\tpay\tpay\tVERB\tVB\t_\t0\troot\t_\tPredicate=Yes|Roles=ARG0:1,ARGM-NEG:3|"
  "SpaceAfter=No|TokenRange=16:19\n"
  "5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\tTokenRange=19:20\n"
  "\n"
  "# newpar id = 0123456789ab-p2\n"
  "# sent_id = 0123456789ab-2\n"
  "# text = Why?\n"
  "1\tWhy\twhy\tADV\tWRB\t_\t0\troot\t_\tSpaceAfter=No|TokenRange=30:33\n"
  "2\t?\t?\tPUNCT\t.\t_\t1\tpunct\t_\tTokenRange=33:34\n"
  "\n";

static void test_reads_every_layer(void **state)
{
  (void)state;
  GwArena arena = GW_ARENA_INIT;
  GwArticle article;
  GwDocument d;
  GwError error;
  assert_ok(gw_conllu_read(&arena, "x", gw_view(example), &article, &d, &error), error);
  assert_int_equal(d.sentence_count, 2);
  assert_int_equal(article.block_count, 2);
  const GwSentence *s = &d.sentences[0];
  assert_int_equal(s->token_count, 5);
  assert_view(s->tokens[0].form, "Maëlle");
  assert_int_equal(s->tokens[0].ner, GW_NER_PER);
  assert_true(s->tokens[0].ner_begins);
  assert_int_equal(s->tokens[0].mention, GW_MENTION_PERSON);
  assert_int_equal(s->tokens[0].head, 4);
  assert_int_equal(s->tokens[1].upos, GW_AUX);
  assert_false(s->tokens[1].space_after);
  assert_true(s->tokens[2].inside_word);
  assert_string_equal(s->tokens[2].xpos, "RB");
  assert_view(s->tokens[2].lemma, "not");
  assert_true(s->tokens[3].predicate);
  assert_int_equal(s->role_count, 2);
  assert_string_equal(s->roles[1].role, "ARGM-NEG");
  assert_int_equal(s->roles[1].argument, 2);
  assert_int_equal(gw_article_character(&article, s->tokens[0].span.begin), 3);
  assert_string_equal(article.id, "0123456789ab");
  assert_int_equal(d.sentences[1].block, 1);
  gw_arena_free(&arena);
}

static void check_round_trip(GwView text)
{
  GwArena arena = GW_ARENA_INIT;
  GwArticle article;
  GwDocument document;
  GwError error;
  GwBuffer out = GW_BUFFER_INIT;
  assert_ok(gw_conllu_read(&arena, "x", text, &article, &document, &error), error);
  assert_ok(gw_conllu_write(&document, &out, &error), error);
  if (!gw_view_equal(text, gw_buffer_view(&out))) {
    fail_msg("written:\n%.*s\nread and written again:\n%.*s", GW_PRINT(text),
             GW_PRINT(gw_buffer_view(&out)));
  }
  gw_buffer_free(&out);
  gw_arena_free(&arena);
}

static void test_round_trip(void **state)
{
  (void)state;
  check_round_trip(gw_view(example));
}

/* The texts of the other tests, tokenised. */
static void test_round_trip_of_texts(void **state)
{
  (void)state;
  static const char *const names[] = {"language/data/scripts", "language/data/sentences",
                                      "language/data/quotes", "article/data/policy-paper",
                                      "article/data/doubled-title", "article/data/dateline",
                                      "article/data/one-line-paragraphs"};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    GwArena arena = GW_ARENA_INIT;
    GwArticle article;
    GwDocument document;
    GwError error;
    GwBuffer out = GW_BUFFER_INIT;
    const GwView path = gw_view_format(&arena, "%s/tests/%s.txt", gw_case_source(), names[i]);
    assert_ok(gw_article_load(&arena, path.data, &article, &error), error);
    assert_ok(gw_tokenize(&arena, &article, &document, &error), error);
    assert_ok(gw_conllu_write(&document, &out, &error), error);
    check_round_trip(gw_buffer_view(&out));
    gw_buffer_free(&out);
    gw_arena_free(&arena);
  }
}

/* Text is written in composed form, white space as one space; offsets are the article's. */
static void test_writes_clean_text(void **state)
{
  (void)state;
  GwArena arena = GW_ARENA_INIT;
  GwArticle article;
  GwDocument document;
  GwError error;
  GwBuffer out = GW_BUFFER_INIT;
  assert_ok(gw_article_parse(&arena, "x", GW_VIEW("Cafe\xCC\x81 \xC2\xA0 two\n\tlines.\n"),
                             &article, &error), error);
  assert_ok(gw_tokenize(&arena, &article, &document, &error), error);
  assert_ok(gw_conllu_write(&document, &out, &error), error);
  assert_non_null(strstr(out.data, "# text = Café two lines.\n"));
  assert_non_null(strstr(out.data, "1\tCafé\tCafé\t"));
  assert_non_null(strstr(out.data, "\tTokenRange=0:5\n"));
  assert_non_null(strstr(out.data, "\tTokenRange=8:11\n"));
  gw_buffer_free(&out);
  gw_arena_free(&arena);
}

/* Without MISC and with Windows line ends, as people write it by hand. */
static void test_reads_plain_files(void **state)
{
  (void)state;
  GwArena arena = GW_ARENA_INIT;
  GwArticle article;
  GwDocument d;
  GwError error;
  const char *text = "# text = vámonos now\r\n1-2\tvámonos\t_\t_\t_\t_\t_\t_\t_\t_\r\n"
                     "1\tvámo\tir\tVERB\tVB\t_\t0\troot\t_\t_\r\n"
                     "2\tnos\tnos\tPRON\tPRP\t_\t1\tobj\t_\t_\r\n"
                     "2.1\tempty\t_\t_\t_\t_\t_\t_\t_\t_\r\n"
                     "3\tnow\tnow\tADV\tRB\t_\t1\tadvmod\t_\t_\r\n\r\n"
                     "# text = Yes\r\n1\tYes\tyes\tINTJ\tUH\t_\t0\troot\t_\t_\r\n";
  assert_ok(gw_conllu_read(&arena, "x", gw_view(text), &article, &d, &error), error);
  assert_int_equal(d.sentence_count, 2);
  assert_int_equal(d.sentences[0].token_count, 3);
  assert_view(article.text, "vámonos now Yes");
  assert_int_equal(strlen(article.id), 12);
  gw_arena_free(&arena);
}

static void test_bad_files(void **state)
{
  (void)state;
#define WORD(form, head, misc) "1\t" form "\t_\tX\tFW\t_\t" head "\tdep\t_\t" misc "\n"
  static const struct { const char *text, *message; } cases[] = {
    {"# text = a\n1\ta\n", "x:2: ten columns"},
    {WORD("a", "0", "_"), "x:1: a '# text' line"},
    {"# text = a\n" WORD("b", "0", "_"), "x:2: the form is not in"},
    {"# text = a\n" WORD("a", "?", "_"), "x:2: the head is no number"},
    {"# text = a\n" WORD("a", "2", "_"), "x:2: a head lies outside"},
    {"# text = a\n" WORD("a", "1", "_"), "x:2: the heads run in a circle"},
    {"# text = a\n" WORD("a", "0", "Roles=ARG0"), "x:2: Roles wants"},
    {"# text = a\n" WORD("a", "0", "Roles=ARG0:7"), "x:2: an argument lies outside"},
    {"# text = a b\n" WORD("a", "0", "TokenRange=5:6") WORD("b", "1", "TokenRange=3:4"),
     "x:3: TokenRange goes backwards"},
    {"# text = a b\n" WORD("a", "0", "TokenRange=5:6") WORD("b", "1", "_"),
     "x:3: TokenRange is missing"},
    {"# text = a\n" WORD("a", "0", "TokenRange=99999999:9"), "x:2: TokenRange goes backwards"},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    GwArena arena = GW_ARENA_INIT;
    GwArticle article;
    GwDocument d;
    GwError error = {GW_OK, ""};
    assert_int_equal(gw_conllu_read(&arena, "x", gw_view(cases[i].text), &article, &d, &error),
                     GW_ERR_INPUT);
    if (strncmp(error.message, cases[i].message, strlen(cases[i].message)) != 0) {
      fail_msg("'%s' expected, not '%s'", cases[i].message, error.message);
    }
    gw_arena_free(&arena);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(test_reads_every_layer),
    cmocka_unit_test(test_round_trip),
    cmocka_unit_test(test_round_trip_of_texts),
    cmocka_unit_test(test_writes_clean_text),
    cmocka_unit_test(test_reads_plain_files),
    cmocka_unit_test(test_bad_files),
  };
  (void)gw_cases_run;
  return cmocka_run_group_tests(tests, NULL, NULL);
}
