/* Lexical forms and the order of values, as XML Schema has them. */
#include "tests/test.h"

#include "ontology/shacl/literals.h"
#include "ontology/vocabulary.h"

static void forms_are_checked(void **state)
{
  (void)state;
  static const struct {
    const char *type, *good[8], *bad[8];
  } cases[] = {
    {GW_XSD "integer", {"0", "-1", "+5", "007", "123456789012345678901234567890"},
     {"", "1.", "1.0", "1e3", "--1", "+", "1 ", "one"}},
    {GW_XSD "decimal", {"1", "1.", ".5", "-0.50", "+1.0"}, {"", ".", "1e3", "1,5", "INF", "-"}},
    {GW_XSD "double", {"1", "1.5E-3", ".5e2", "INF", "-INF", "NaN"},
     {"", "e3", "1e", "inf", "1e+", "0x1", "1.5f"}},
    {GW_XSD "boolean", {"true", "false", "1", "0"}, {"TRUE", "yes", ""}},
    {GW_XSD "byte", {"-128", "127", "0"}, {"128", "-129", "1.0"}},
    {GW_XSD "unsignedInt", {"0", "4294967295", "+1", "-0"}, {"-1", "4294967296"}},
    {GW_XSD "positiveInteger", {"1", "0001"}, {"0", "-1", "-0"}},
    {GW_XSD "date", {"2024-02-29", "-0044-03-15", "12024-01-01", "2024-01-01Z", "2024-01-01-14:00"},
     {"2023-02-29", "2024-13-01", "2024-1-1", "24-01-01", "2024-01-01-14:01", "02024-01-01",
      "2024-04-31"}},
    {GW_XSD "dateTime", {"2024-01-01T00:00:00", "2024-01-01T24:00:00", "2024-01-01T23:59:59.999Z"},
     {"2024-01-01", "2024-01-01T24:00:01", "2024-01-01T12:60:00", "2024-01-01 12:00:00",
      "2024-01-01T12:00:00.", "2024-01-01T12:00"}},
    {GW_XSD "dateTimeStamp", {"2024-01-01T00:00:00Z"}, {"2024-01-01T00:00:00"}},
    {GW_XSD "time", {"12:00:00", "12:00:00.5+02:00"}, {"12:00", "25:00:00"}},
    {GW_XSD "gYear", {"2024", "-0044", "12024", "2024Z"}, {"24", "02024", "2024-01"}},
    {GW_XSD "gYearMonth", {"2024-12", "2024-12+01:00"}, {"2024-13", "2024", "2024-12-01"}},
    {GW_XSD "gMonthDay", {"--02-29"}, {"--02-30", "02-29", "--13-01"}},
    {GW_XSD "gMonth", {"--12"}, {"12", "--00"}},
    {GW_XSD "gDay", {"---31"}, {"---32", "31"}},
    {GW_XSD "duration", {"P1Y", "-P1Y2M3DT4H5M6.7S", "PT0S", "P3D", "PT36H"},
     {"P", "PT", "1Y", "P1YT", "P1.5Y", "P1M1Y", "PT1S1M", "P-1Y"}},
    {GW_XSD "dayTimeDuration", {"P3DT4H", "PT5M"}, {"P1Y", "P1M"}},
    {GW_XSD "yearMonthDuration", {"P1Y2M"}, {"P1D", "PT1M"}},
    {"http://example.org/own", {"anything", ""}, {NULL}},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    for (size_t k = 0; k < 8 && cases[i].good[k]; k++) {
      const GwTerm term = gw_typed(gw_view(cases[i].good[k]), cases[i].type);
      if (!gw_literal_is_valid(&term)) {
        fail_msg("\"%s\" is a %s", cases[i].good[k], cases[i].type);
      }
    }
    for (size_t k = 0; k < 8 && cases[i].bad[k]; k++) {
      const GwTerm term = gw_typed(gw_view(cases[i].bad[k]), cases[i].type);
      if (gw_literal_is_valid(&term)) {
        fail_msg("\"%s\" is no %s", cases[i].bad[k], cases[i].type);
      }
    }
  }
}

#define INT GW_XSD "integer"
#define DEC GW_XSD "decimal"
#define DBL GW_XSD "double"
#define DATE GW_XSD "date"
#define MOMENT GW_XSD "dateTime"
#define SPAN GW_XSD "duration"

static GwTerm literal(const char *text, const char *type)
{
  return *type ? gw_typed(gw_view(text), type) : gw_string(gw_view(text));
}

static void values_are_ordered(void **state)
{
  (void)state;
  static const struct {
    const char *a, *a_type;
    GwOrdering order;
    const char *b, *b_type;
  } cases[] = {
    {"2", INT, GW_LESS, "10", INT}, {"-2", INT, GW_GREATER, "-10", INT},
    {"0", INT, GW_SAME, "-0", INT}, {"1", INT, GW_SAME, "1.00", DEC},
    {"0.1", DEC, GW_LESS, "0.10000000000000000000000001", DEC},
    {"-0.5", DEC, GW_LESS, "0", INT}, {"1", INT, GW_SAME, "1e0", DBL},
    {"1e3", DBL, GW_GREATER, "999", INT}, {"INF", DBL, GW_GREATER, "1e300", DBL},
    {"NaN", DBL, GW_INCOMPARABLE, "NaN", DBL}, {"1", INT, GW_INCOMPARABLE, "x", INT},
    {"1", INT, GW_INCOMPARABLE, "1", ""}, {"a", "", GW_LESS, "b", ""},
    {"false", GW_XSD "boolean", GW_LESS, "true", GW_XSD "boolean"},
    {"2024-02-29", DATE, GW_LESS, "2024-03-01", DATE},
    {"-0001-12-31", DATE, GW_LESS, "0001-01-01", DATE},
    {"2024-01-01", DATE, GW_INCOMPARABLE, "2024-01-01T00:00:00", MOMENT},
    {"2024-01-01T00:00:00Z", MOMENT, GW_SAME, "2024-01-01T02:00:00+02:00", MOMENT},
    {"2024-01-01T00:00:00", MOMENT, GW_INCOMPARABLE, "2024-01-01T02:00:00Z", MOMENT},
    {"2024-01-01T00:00:00", MOMENT, GW_LESS, "2024-01-02T00:00:00Z", MOMENT},
    {"2024-12-31T24:00:00", MOMENT, GW_SAME, "2025-01-01T00:00:00", MOMENT},
    {"P1Y", SPAN, GW_SAME, "P12M", SPAN}, {"P1D", SPAN, GW_SAME, "PT24H", SPAN},
    {"P1M", SPAN, GW_INCOMPARABLE, "P30D", SPAN}, {"P1M", SPAN, GW_GREATER, "P27D", SPAN},
    {"P1Y", SPAN, GW_LESS, "P367D", SPAN}, {"-P1M", SPAN, GW_LESS, "P1D", SPAN},
    {"2023", GW_XSD "gYear", GW_LESS, "2024", GW_XSD "gYear"},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    const GwTerm a = literal(cases[i].a, cases[i].a_type), b = literal(cases[i].b, cases[i].b_type);
    const GwOrdering back = cases[i].order == GW_INCOMPARABLE ? GW_INCOMPARABLE
                                                              : (GwOrdering)-(int)cases[i].order;
    if (gw_literal_compare(&a, &b) != cases[i].order || gw_literal_compare(&b, &a) != back) {
      fail_msg("%s and %s", cases[i].a, cases[i].b);
    }
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(forms_are_checked),
    cmocka_unit_test(values_are_ordered),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
