#include "tests/test.h"

#include "base/file.h"
#include "extract/knowledge/gazetteer.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define FOLDER "ontology/gazetteers/"

/* Small tables in a folder of their own, which the environment points to. */
typedef struct {
  GwArena arena;
  GwError error;
  GwGazetteer *gazetteer;
  char folder[64];
} Fixture;

static const char *const TABLES[][2] = {
  {"entities.tsv", "qid\ttype\tlabel\tcountry\tdescription\n"
                   "Q1\tCountry\tSpain\tES\t\n"
                   "Q148\tCountry\tChina\tCN\t\n"
                   "Q2\tPoliticalParty\tGreen Party\tES\t1984\n"
                   "Q3\tPerson\tÅsa Öberg\tSE\tmayor\n"
                   "Q4\tInternationalOrganization\tWorld Tea Body\t\t\n"},
  {"names.tsv", "Green Party\tQ1\t10\n"
                "Green Party\tQ2\t50\n"
                "Green Party\tQ3\t20\n"
                "Tea's Body\tQ4\t80\n"
                "World Tea Body\tQ4\t90\n"
                "Åsa Öberg\tQ3\t60\n"},
  {"demonyms.tsv", "Chinese\tQ148\tChina\nFrenchman\tQ1\tSpain\nSpaniard\tQ1\tSpain\n"},
  {"capitals.tsv", "Beijing\tQ148\tChina\n"},
  {"nouns.tsv", "exit ban\tPolicy\tact\nidea\tAbstract\tcognition\nwoman\tGroup\tperson\n"},
  {"given-names.tsv", "ada\tfeminine\nhugo\tmasculine\n"}};

enum { TABLE_COUNT = sizeof TABLES / sizeof TABLES[0] };

static const char *path_of(Fixture *f, const char *name)
{
  return gw_view_format(&f->arena, "%s/" FOLDER "%s", f->folder, name).data;
}

static int set_up(void **state)
{
  Fixture *f = calloc(1, sizeof *f);
  *state = f;
  if (!f) {
    return -1;
  }
  memcpy(f->folder, "/tmp/graphwright-test-XXXXXX", 29);
  if (!mkdtemp(f->folder) || gw_file_make_folder(path_of(f, ""), &f->error)) {
    return -1;
  }
  for (size_t i = 0; i < TABLE_COUNT; i++) {
    if (gw_file_write(path_of(f, TABLES[i][0]), gw_view(TABLES[i][1]), &f->error)) {
      return -1;
    }
  }
  return setenv("GRAPHWRIGHT_DATA", f->folder, 1);
}

static int tear_down(void **state)
{
  Fixture *f = *state;
  for (size_t i = 0; i < TABLE_COUNT; i++) {
    unlink(path_of(f, TABLES[i][0]));
  }
  rmdir(path_of(f, ""));
  rmdir(gw_view_format(&f->arena, "%s/ontology", f->folder).data);
  rmdir(f->folder);
  gw_arena_free(&f->arena);
  free(f);
  return unsetenv("GRAPHWRIGHT_DATA");
}

static void test_candidates_best_first(void **state)
{
  Fixture *f = *state;
  size_t count = 0;
  assert_ok(gw_gazetteer_open(&f->arena, &f->gazetteer, &f->error), f->error);
  const GwCandidate *found = gw_gazetteer_find(f->gazetteer, GW_VIEW("Green Party"), &count);
  assert_int_equal(count, 3);
  assert_view(found[0].entity->qid, "Q2");
  assert_int_equal(found[0].prior, 50);
  assert_int_equal(found[0].entity->type, GW_PARTY);
  assert_view(found[0].entity->label, "Green Party");
  assert_view(found[0].entity->country, "ES");
  assert_view(found[0].entity->description, "1984");
  assert_view(found[1].entity->qid, "Q3");
  assert_view(found[2].entity->qid, "Q1");
}

/* Spellings of names that are in the tables, and their entity, or "" for those that are not. */
static void test_folding(void **state)
{
  static const char *const names[][2] = {
    {"Åsa Öberg", "Q3"}, {"A\u030Asa O\u0308berg", "Q3"}, {"The Åsa\u00A0 Öberg ", "Q3"},
    {"the World  Tea\nBody", "Q4"}, {"Tea\u2019s Body", "Q4"}, {"Tea\u2018s\u200B Body", "Q4"},
    {"World_Tea_Body", "Q4"}, {"world tea body", ""}, {"World Tea", ""}, {"", ""}, {" ", ""},
    {"The ", ""}, {"World Tea Body\xC3", ""}, {"\xFF", ""}, {"Zebra", ""}};
  Fixture *f = *state;
  assert_ok(gw_gazetteer_open(&f->arena, &f->gazetteer, &f->error), f->error);
  for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
    size_t count = 0;
    const GwCandidate *found = gw_gazetteer_find(f->gazetteer, gw_view(names[i][0]), &count);
    const GwView qid = found ? found[0].entity->qid : GW_VIEW("");
    assert_int_equal(count, names[i][1][0] != '\0');
    assert_view(qid, names[i][1]);
  }
}

static void test_given_names(void **state)
{
  Fixture *f = *state;
  bool feminine = false;
  assert_ok(gw_gazetteer_open(&f->arena, &f->gazetteer, &f->error), f->error);
  assert_true(gw_gazetteer_given_name(f->gazetteer, GW_VIEW("ada"), &feminine));
  assert_true(feminine);
  assert_true(gw_gazetteer_given_name(f->gazetteer, GW_VIEW("hugo"), &feminine));
  assert_false(feminine);
  assert_false(gw_gazetteer_given_name(f->gazetteer, GW_VIEW("bo"), &feminine));
}

static void test_overlong_name(void **state)
{
  Fixture *f = *state;
  size_t count = 1;
  assert_ok(gw_gazetteer_open(&f->arena, &f->gazetteer, &f->error), f->error);
  char *name = gw_arena_alloc(&f->arena, 100000, 1);
  memset(name, 'x', 100000);
  for (size_t length = 250; length < 270; length++) {
    assert_null(gw_gazetteer_find(f->gazetteer, (GwView){name, length}, &count));
    assert_int_equal(count, 0);
  }
  assert_null(gw_gazetteer_find(f->gazetteer, (GwView){name, 100000}, &count));
  assert_null(gw_gazetteer_demonym(f->gazetteer, (GwView){name, 100000}));
  assert_null(gw_gazetteer_seat(f->gazetteer, (GwView){name, 100000}));
}

static void test_countries_and_nouns(void **state)
{
  Fixture *f = *state;
  GwEntityType type = GW_THING;
  assert_ok(gw_gazetteer_open(&f->arena, &f->gazetteer, &f->error), f->error);
  assert_view(gw_gazetteer_demonym(f->gazetteer, GW_VIEW("Chinese"))->qid, "Q148");
  assert_view(gw_gazetteer_demonym(f->gazetteer, GW_VIEW("Spaniards"))->qid, "Q1");
  assert_view(gw_gazetteer_demonym(f->gazetteer, GW_VIEW("Frenchmen"))->qid, "Q1");
  assert_null(gw_gazetteer_demonym(f->gazetteer, GW_VIEW("women")));
  assert_null(gw_gazetteer_demonym(f->gazetteer, GW_VIEW("s")));
  assert_view(gw_gazetteer_seat(f->gazetteer, GW_VIEW("Beijing"))->qid, "Q148");
  assert_null(gw_gazetteer_seat(f->gazetteer, GW_VIEW("Spain")));
  assert_view(gw_gazetteer_entity(f->gazetteer, GW_VIEW("Q4"))->label, "World Tea Body");
  assert_null(gw_gazetteer_entity(f->gazetteer, GW_VIEW("Q5")));
  assert_null(gw_gazetteer_entity(f->gazetteer, GW_VIEW("Q")));
  assert_null(gw_gazetteer_entity(f->gazetteer, GW_VIEW("4")));
  assert_true(gw_gazetteer_noun(f->gazetteer, GW_VIEW("exit ban"), &type));
  assert_int_equal(type, GW_POLICY);
  assert_true(gw_gazetteer_noun(f->gazetteer, GW_VIEW("idea"), &type));
  assert_int_equal(type, GW_CONCEPT);
  assert_false(gw_gazetteer_noun(f->gazetteer, GW_VIEW("ban"), &type));
}

/* A table with a defect, and what the message must say. */
static void test_malformed_tables(void **state)
{
  static const char *const defects[][3] = {
    {"entities.tsv", "", "entities.tsv:0: no header line"},
    {"entities.tsv", "Q1\tCountry\tSpain\tES\t\n", "entities.tsv:1: no header line"},
    {"entities.tsv", "qid\ttype\tlabel\tcountry\tdescription\nQ1\tCountry\tSpain\tES\n",
     "entities.tsv:2: too few fields"},
    {"entities.tsv", "qid\ttype\tlabel\tcountry\tdescription\nQ1\tGalaxy\tSpain\tES\t\n",
     "entities.tsv:2: unknown type"},
    {"entities.tsv", "qid\ttype\tlabel\tcountry\tdescription\n1\tCountry\tSpain\tES\t\n",
     "entities.tsv:2: not a Wikidata id"},
    {"entities.tsv", "qid\ttype\tlabel\tcountry\tdescription\nQ1234567890\tCountry\tA\tES\t\n",
     "entities.tsv:2: not a Wikidata id"},
    {"entities.tsv", "qid\ttype\tlabel\tcountry\tdescription\nQ1\tCountry\tA\tES\t\n"
                     "Q1\tCountry\tB\tES\t\n", "entities.tsv:3: Wikidata id for the second time"},
    {"names.tsv", "Spain\tQ1\t100\n\n", "names.tsv:2: too few fields"},
    {"names.tsv", "Spain\tQ1\t100\tmore\n", "names.tsv:1: too many fields"},
    {"names.tsv", "\tQ1\t100\n", "names.tsv:1: empty first field"},
    {"names.tsv", "Spain\tQ1\t100\r\n", "names.tsv:1: prior is no number from 1 to 100"},
    {"names.tsv", "Spain\tQ1\t0\n", "names.tsv:1: prior is no number from 1 to 100"},
    {"names.tsv", "Spain\tQ1\t101\n", "names.tsv:1: prior is no number from 1 to 100"},
    {"names.tsv", "Spain\tQ99\t100\n", "names.tsv:1: entity is not in entities.tsv"},
    {"names.tsv", "Spain\tQ1\t100\nChina\tQ148\t100\n", "names.tsv:2: not in byte order"},
    {"demonyms.tsv", "Chinese\tQ99\tChina\n", "demonyms.tsv:1: country is not in entities.tsv"},
    {"capitals.tsv", "Beijing\n", "capitals.tsv:1: too few fields"},
    {"nouns.tsv", "woman\tGroup\tperson\nidea\tAbstract\tx\n", "nouns.tsv:2: not in byte order"},
    {"given-names.tsv", "ada\tneuter\n", "given-names.tsv:1: neither masculine nor feminine"},
    {"nouns.tsv", "idea\tNonsense\tcognition", "nouns.tsv:1: unknown type"}};
  Fixture *f = *state;
  for (size_t i = 0; i < sizeof defects / sizeof defects[0]; i++) {
    const char *path = path_of(f, defects[i][0]);
    GwView whole;
    assert_ok(gw_file_read(&f->arena, path, 100000, &whole, &f->error), f->error);
    assert_ok(gw_file_write(path, gw_view(defects[i][1]), &f->error), f->error);
    const GwStatus status = gw_gazetteer_open(&f->arena, &f->gazetteer, &f->error);
    assert_null(f->gazetteer);
    if (status != GW_ERR_INPUT || !strstr(f->error.message, defects[i][2])
        || !strstr(f->error.message, "rebuild")) {
      fail_msg("'%s' gives %d, '%s'", defects[i][2], (int)status, f->error.message);
    }
    assert_ok(gw_file_write(path, whole, &f->error), f->error);
  }
}

static void test_missing_table(void **state)
{
  Fixture *f = *state;
  assert_int_equal(unlink(path_of(f, "nouns.tsv")), 0);
  assert_int_equal(gw_gazetteer_open(&f->arena, &f->gazetteer, &f->error), GW_ERR_IO);
  assert_non_null(strstr(f->error.message, "nouns.tsv"));
  assert_null(f->gazetteer);
}

static void test_empty_tables(void **state)
{
  Fixture *f = *state;
  size_t count = 1;
  for (size_t i = 0; i < TABLE_COUNT; i++) {
    const char *text = i == 0 ? "qid\ttype\tlabel\tcountry\tdescription\n" : "";
    assert_ok(gw_file_write(path_of(f, TABLES[i][0]), gw_view(text), &f->error), f->error);
  }
  assert_ok(gw_gazetteer_open(&f->arena, &f->gazetteer, &f->error), f->error);
  assert_null(gw_gazetteer_find(f->gazetteer, GW_VIEW("Spain"), &count));
  assert_int_equal(count, 0);
  assert_null(gw_gazetteer_entity(f->gazetteer, GW_VIEW("Q1")));
}

/* The tables of the source tree: whole, and with what every article needs. */
static void test_own_tables(void **state)
{
  Fixture *f = *state;
  size_t count = 0;
  GwEntityType type = GW_THING;
  unsetenv("GRAPHWRIGHT_DATA");
  assert_ok(gw_gazetteer_open(&f->arena, &f->gazetteer, &f->error), f->error);
  assert_view(gw_gazetteer_find(f->gazetteer, GW_VIEW("UNHCR"), &count)[0].entity->qid, "Q132551");
  assert_view(gw_gazetteer_demonym(f->gazetteer, GW_VIEW("Americans"))->label, "United States");
  assert_view(gw_gazetteer_seat(f->gazetteer, GW_VIEW("Kremlin"))->label, "Russia");
  assert_true(gw_gazetteer_noun(f->gazetteer, GW_VIEW("law"), &type));
  assert_int_equal(type, GW_LAW);
}

#define TABLE_TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
  const struct CMUnitTest tests[] = {
    TABLE_TEST(test_candidates_best_first), TABLE_TEST(test_folding),
    TABLE_TEST(test_overlong_name),         TABLE_TEST(test_countries_and_nouns),
    TABLE_TEST(test_given_names),
    TABLE_TEST(test_malformed_tables),      TABLE_TEST(test_missing_table),
    TABLE_TEST(test_empty_tables),          TABLE_TEST(test_own_tables)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
