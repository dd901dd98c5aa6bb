/* Mistakes of the parser: trees in, mended trees out. */
#include "tests/test.h"

#include "extract/language/mending.h"

#include <stdio.h>
#include <string.h>

#define MOST 24

/* A sentence as rows "form upos xpos head deprel". */
typedef struct {
  GwSentence sentence;
  GwToken tokens[MOST];
  char fields[MOST][4][24];
} Tree;

static GwUpos upos_of(const char *name)
{
  for (int u = 0; u < GW_UPOS_COUNT; u++) {
    if (strcmp(gw_upos_name((GwUpos)u), name) == 0) {
      return (GwUpos)u;
    }
  }
  fail_msg("no tag %s", name);
  return GW_X;
}

static void read_tree(const char *const *rows, size_t count, Tree *tree)
{
  memset(tree, 0, sizeof *tree);
  tree->sentence = (GwSentence){.tokens = tree->tokens, .token_count = count};
  for (size_t i = 0; i < count; i++) {
    char (*f)[24] = tree->fields[i];
    size_t head;
    assert_int_equal(sscanf(rows[i], "%23s %23s %23s %zu %23s", f[0], f[1], f[2], &head, f[3]), 5);
    tree->tokens[i] = (GwToken){.form = gw_view(f[0]), .upos = upos_of(f[1]), .xpos = f[2],
                                .head = head, .deprel = f[3]};
  }
}

/* Mends a tree and checks one word of it. */
static void check(const char *const *rows, size_t count, size_t word, size_t head,
                  const char *deprel, const char *xpos)
{
  Tree tree;
  read_tree(rows, count, &tree);
  gw_mend_tree(&tree.sentence);
  const GwToken *t = &tree.tokens[word - 1];
  assert_int_equal(t->head, head);
  assert_string_equal(t->deprel, deprel);
  assert_string_equal(t->xpos, xpos);
}

#define CHECK(rows, ...) check(rows, sizeof rows / sizeof *rows, __VA_ARGS__)

static void a_clause_of_saying_stands_beside(void **state)
{
  (void)state;
  static const char *const clause[] = {
    "Strikes NOUN NNS 7 nsubj", ", PUNCT , 4 punct", "he PRON PRP 4 nsubj",
    "said VERB VBD 1 acl:relcl", ", PUNCT , 1 punct", "will AUX MD 7 aux", "end VERB VB 0 root"};
  CHECK(clause, 4, 7, "parataxis", "VBD");
  static const char *const within[] = {
    "Two NUM CD 9 nsubj", "of ADP IN 3 case", "ships NOUN NNS 1 nmod", ", PUNCT , 6 punct",
    "police NOUN NN 6 nsubj", "found VERB VBN 3 acl", ", PUNCT , 3 punct", "had AUX VBD 9 aux",
    "sunk VERB VBN 0 root"};
  CHECK(within, 6, 9, "parataxis", "VBD");
}

static void relative_clauses_stay(void **state)
{
  (void)state;
  static const char *const pronoun[] = {
    "Ships NOUN NNS 7 nsubj", ", PUNCT , 5 punct", "which PRON WDT 5 obj", "he PRON PRP 5 nsubj",
    "built VERB VBD 1 acl:relcl", ", PUNCT , 1 punct", "sank VERB VBD 0 root"};
  CHECK(pronoun, 5, 1, "acl:relcl", "VBD");
  static const char *const restrictive[] = {
    "Ships NOUN NNS 4 nsubj", "he PRON PRP 3 nsubj", "built VERB VBD 1 acl:relcl",
    "sank VERB VBD 0 root"};
  CHECK(restrictive, 3, 1, "acl:relcl", "VBD");
  static const char *const complement[] = {
    "Ships NOUN NNS 8 nsubj", ", PUNCT , 4 punct", "he PRON PRP 4 nsubj",
    "said VERB VBD 1 acl:relcl", "sadly ADV RB 6 advmod", "leaked VERB VBD 4 ccomp",
    ", PUNCT , 1 punct", "sank VERB VBD 0 root"};
  CHECK(complement, 4, 1, "acl:relcl", "VBD");
}

static void speakers_go_to_their_verb(void **state)
{
  (void)state;
  static const char *const two[] = {
    "Bans NOUN NNS 6 nsubj", ", PUNCT , 1 punct", "said VERB VBD 0 root", "Lopez PROPN NNP 6 nsubj",
    ", PUNCT , 4 punct", "violate VERB VB 3 ccomp", "law NOUN NN 6 obj"};
  CHECK(two, 4, 3, "nsubj", "NNP");
  CHECK(two, 1, 6, "nsubj", "NNS");
  CHECK(two, 6, 3, "ccomp", "VBP");
  static const char *const crossed[] = {
    "Bread NOUN NN 3 nsubj", ", PUNCT , 1 punct", "said VERB VBD 0 root", "Lopez PROPN NNP 7 nsubj",
    ", PUNCT , 4 punct", "has AUX VBZ 7 aux", "risen VERB VBN 3 ccomp"};
  CHECK(crossed, 4, 3, "nsubj", "NNP");
  CHECK(crossed, 1, 7, "nsubj", "NN");
  static const char *const plain[] = {
    "Lopez PROPN NNP 2 nsubj", "said VERB VBD 0 root", "bread NOUN NN 5 nsubj", "has AUX VBZ 5 aux",
    "risen VERB VBN 2 ccomp"};
  CHECK(plain, 3, 5, "nsubj", "NN");
}

static void two_numbers_have_their_prepositions(void **state)
{
  (void)state;
  static const char *const range[] = {
    "Rates NOUN NNS 2 nsubj", "rose VERB VBD 0 root", "from ADP IN 7 case", "34 NUM CD 7 nummod",
    "to ADP IN 6 case", "92 NUM CD 4 nmod", "percent NOUN NN 2 obl"};
  CHECK(range, 3, 4, "case", "IN");
  CHECK(range, 4, 2, "obl", "CD");
  CHECK(range, 5, 7, "case", "IN");
  CHECK(range, 6, 7, "nummod", "CD");
  static const char *const one[] = {
    "Rates NOUN NNS 2 nsubj", "rose VERB VBD 0 root", "from ADP IN 5 case", "34 NUM CD 5 nummod",
    "percent NOUN NN 2 obl"};
  CHECK(one, 3, 5, "case", "IN");
}

static void infinitives_have_their_subject(void **state)
{
  (void)state;
  static const char *const rows[] = {
    "Unions NOUN NNS 2 nsubj", "called VERB VBD 0 root", "for ADP IN 6 mark", "him PRON PRP 2 obl",
    "to PART TO 6 mark", "explain VERB VB 2 advcl"};
  CHECK(rows, 4, 6, "nsubj", "PRP");
  static const char *const own[] = {
    "Unions NOUN NNS 2 nsubj", "paid VERB VBD 0 root", "for ADP IN 4 case", "him PRON PRP 2 obl",
    "to PART TO 6 mark", "leave VERB VB 2 advcl"};
  CHECK(own, 4, 2, "obl", "PRP");
}

static void subordinate_clauses_have_their_subject(void **state)
{
  (void)state;
  static const char *const rows[] = {
    "It PRON PRP 2 nsubj", "closed VERB VBD 0 root", "after ADP IN 4 case", "heat NOUN NN 6 obl",
    "had AUX VBD 6 aux", "killed VERB VBN 2 advcl"};
  CHECK(rows, 3, 6, "mark", "IN");
  CHECK(rows, 4, 6, "nsubj", "NN");
  static const char *const own[] = {
    "It PRON PRP 2 nsubj", "closed VERB VBD 0 root", "after ADP IN 4 case", "lunch NOUN NN 6 obl",
    "he PRON PRP 6 nsubj", "left VERB VBD 2 advcl"};
  CHECK(own, 4, 6, "obl", "NN");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(a_clause_of_saying_stands_beside),
    cmocka_unit_test(relative_clauses_stay),
    cmocka_unit_test(speakers_go_to_their_verb),
    cmocka_unit_test(two_numbers_have_their_prepositions),
    cmocka_unit_test(infinitives_have_their_subject),
    cmocka_unit_test(subordinate_clauses_have_their_subject),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
