/* The functions that Rasqal computes as SPARQL does (SPARQL 1.1, section 17.4), for the kinds of
 * arguments that it does so for. */
#include "export/query/translator.h"

#include <string.h>

#define MOST_ARGUMENTS 8
#define ANY (~(size_t)0)
#define TEXTS (GW_KIND_TEXTS | GW_KIND_MARKS)
#define STRING (GW_KIND_STRING | GW_KIND_MARKS)
#define NUMBERS GW_KIND_NUMBERS
#define DAYS (GW_KIND_DATE | GW_KIND_INSTANT)
/* A decimal's or double's text is not the one that the graph has. */
#define SPELLED (ANY & ~(size_t)(GW_KIND_NUMBER | GW_KIND_TRUTH))
#define TYPED (STRING | NUMBERS | DAYS | GW_KIND_OTHER)

typedef enum { PLAIN, FOLD, SEARCH, PATTERN, PART_OF_DAY, CHOICE, JOIN, SPLIT } Treatment;

typedef struct {
  const char *name;
  size_t least, most;  ///< arguments
  size_t takes[3];     ///< kinds of each; the last one counts for those beyond
  size_t gives;        ///< kinds of the result; 0 for those of the first argument
  Treatment treatment;
  const char *written; ///< of PART_OF_DAY: where it stands in the text
} Function;

static const Function functions[] = {
  {"STR", 1, 1, {SPELLED}, STRING, PLAIN, NULL},
  {"LANG", 1, 1, {TEXTS}, GW_KIND_STRING, PLAIN, NULL},
  {"LANGMATCHES", 2, 2, {STRING, STRING}, GW_KIND_TRUTH, PLAIN, NULL},
  {"DATATYPE", 1, 1, {TYPED}, GW_KIND_IRI, PLAIN, NULL},
  {"ISIRI", 1, 1, {ANY}, GW_KIND_TRUTH, PLAIN, NULL},
  {"ISURI", 1, 1, {ANY}, GW_KIND_TRUTH, PLAIN, NULL},
  {"ISLITERAL", 1, 1, {ANY}, GW_KIND_TRUTH, PLAIN, NULL},
  {"ISNUMERIC", 1, 1, {ANY}, GW_KIND_TRUTH, PLAIN, NULL},
  {"SAMETERM", 2, 2, {GW_KIND_IRI | TEXTS, GW_KIND_IRI | TEXTS}, GW_KIND_TRUTH, PLAIN, NULL},
  {"STRLEN", 1, 1, {TEXTS}, GW_KIND_INTEGER, PLAIN, NULL},
  {"SUBSTR", 2, 3, {TEXTS, GW_KIND_INTEGER, GW_KIND_INTEGER}, 0, PLAIN, NULL},
  {"UCASE", 1, 1, {TEXTS}, 0, FOLD, NULL},
  {"LCASE", 1, 1, {TEXTS}, 0, FOLD, NULL},
  {"STRSTARTS", 2, 2, {TEXTS, STRING}, GW_KIND_TRUTH, SEARCH, NULL},
  {"STRENDS", 2, 2, {TEXTS, STRING}, GW_KIND_TRUTH, SEARCH, NULL},
  {"CONTAINS", 2, 2, {TEXTS, STRING}, GW_KIND_TRUTH, SEARCH, NULL},
  {"REGEX", 2, 3, {TEXTS, STRING, STRING}, GW_KIND_TRUTH, PATTERN, NULL},
  {"CONCAT", 1, MOST_ARGUMENTS, {STRING, STRING, STRING}, STRING, JOIN, NULL},
  {"STRBEFORE", 2, 2, {TEXTS, STRING}, 0, SPLIT, NULL},
  {"STRAFTER", 2, 2, {TEXTS, STRING}, 0, SPLIT, NULL},
  {"ABS", 1, 1, {NUMBERS}, 0, PLAIN, NULL},
  {"CEIL", 1, 1, {NUMBERS}, 0, PLAIN, NULL},
  {"FLOOR", 1, 1, {NUMBERS}, 0, PLAIN, NULL},
  {"ROUND", 1, 1, {NUMBERS}, 0, PLAIN, NULL},
  {"YEAR", 1, 1, {DAYS}, GW_KIND_INTEGER, PART_OF_DAY, "1, 4"},
  {"MONTH", 1, 1, {DAYS}, GW_KIND_INTEGER, PART_OF_DAY, "6, 2"},
  {"DAY", 1, 1, {DAYS}, GW_KIND_INTEGER, PART_OF_DAY, "9, 2"},
  {"IF", 3, 3, {GW_KIND_TRUTH | GW_KIND_BOOLEAN, ANY, ANY}, 0, CHOICE, NULL},
  {"COALESCE", 1, MOST_ARGUMENTS, {ANY, ANY, ANY}, 0, CHOICE, NULL},
};

typedef struct {
  const GwToken *at;
  const Function *function;
  GwExpression arguments[MOST_ARGUMENTS];
  size_t count;
} Call;

static GwStatus find(const GwTranslator *t, const GwToken *name, const Function **function)
{
  for (size_t i = 0; i < sizeof functions / sizeof *functions; i++) {
    if (gw_token_is(name, functions[i].name)) {
      *function = &functions[i];
      return GW_OK;
    }
  }
  GwView feature;
  GW_TRY(gw_text_format(t, &feature, "the function %.*s",
                        name->text.length > 40 ? 40 : (int)name->text.length, name->text.data));
  return gw_refuse(t, name, feature.data, "do without it");
}

static GwStatus read_arguments(GwTranslator *t, Call *call)
{
  if (gw_take(t, ")")) {
    return GW_OK;
  }
  do {
    if (call->count == MOST_ARGUMENTS) {
      return gw_refuse(t, call->at, "a function of that many arguments", "take fewer");
    }
    GW_TRY(gw_translate_expression(t, false, &call->arguments[call->count++]));
  } while (gw_take(t, ","));
  return gw_need(t, ")");
}

/* What an argument has to be, in words. */
static const char *name_of_kinds(size_t kinds)
{
  static const struct {
    size_t kinds;
    const char *name;
  } names[] = {
    {TEXTS, "text"}, {STRING, "text without a language"}, {NUMBERS, "a number"},
    {GW_KIND_INTEGER, "a whole number"}, {DAYS, "an xsd:date or xsd:dateTime in UTC"},
    {SPELLED, "an IRI, text, whole number or date"}, {GW_KIND_IRI | TEXTS, "an IRI or text"},
    {TYPED, "a plain text, number or date"},
  };
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    if (names[i].kinds == kinds) {
      return names[i].name;
    }
  }
  return "true or false";
}

static GwStatus check_arguments(const GwTranslator *t, const Call *call)
{
  const Function *f = call->function;
  if (call->count < f->least || call->count > f->most) {
    return gw_fail(t->error, GW_ERR_INPUT, "%s:%zu: %s takes %zu to %zu arguments, not %zu",
                   t->name, call->at->line, f->name, f->least, f->most, call->count);
  }
  for (size_t i = 0; i < call->count && t->judging; i++) {
    const GwExpression *e = &call->arguments[i];
    if (e->kinds & ~(f->takes[i < 3 ? i : 2] | GW_KIND_MARKS)) {
      return gw_fail(t->error, GW_ERR_INPUT, "%s:%zu: Rasqal, the SPARQL engine here, cannot do "
                     "%s of what is not always %s, as %.*s may be; ask about a variable that is, "
                     "or load the graph in a full SPARQL store, such as Oxigraph", t->name,
                     call->at->line, f->name, name_of_kinds(f->takes[i < 3 ? i : 2]),
                     GW_PRINT(e->text));
    }
    if (e->folded && f->treatment != SEARCH) {
      return gw_refuse(t, call->at, "LCASE and UCASE of letters beyond ASCII",
                       "search by REGEX(?x, \"...\", \"i\")");
    }
  }
  return GW_OK;
}

/* Where Rasqal works on bytes, a search for ASCII text in other text is still right. */
static GwStatus check_search(const GwTranslator *t, const Call *call)
{
  const GwExpression *needle = &call->arguments[1];
  const bool ascii = needle->constant && !(needle->kinds & GW_KIND_BEYOND);
  if ((call->arguments[0].folded && !ascii) || needle->folded) {
    return gw_refuse(t, call->at, "LCASE and UCASE of letters beyond ASCII",
                     "search for ASCII text");
  }
  return GW_OK;
}

/* What in a pattern POSIX, which Rasqal uses, and XPath understand differently. */
static const char *pattern_fault(GwView p, bool beyond, bool lines)
{
  for (size_t i = 0; i < p.length; i++) {
    const char c = p.data[i], next = i + 1 < p.length ? p.data[i + 1] : '\0';
    const bool many = next == '*' || next == '+';
    if ((unsigned char)c >= 0x80 && next && strchr("*+?{", next)) {
      return "a regular expression that repeats a letter beyond ASCII";
    }
    if (c == '\\') {
      if ((next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z')
          || (next >= '0' && next <= '9') || !next) {
        return "a regular expression with '\\' before a letter or digit";
      }
      i++;
    } else if (c == '.' && ((beyond && !many) || lines)) {
      return "'.' in a regular expression on text beyond ASCII or of several lines, save in '.*' "
             "and '.+'";
    } else if (c == '[' && (beyond || next == '[' || memchr(p.data, '\\', p.length))) {
      return "'[' in a regular expression on text beyond ASCII or with '\\'";
    } else if ((strchr("*+?}", c) && (next == '?' || next == '+')) || (c == '(' && next == '?')) {
      return "a regular expression with '?' after a repetition or '('";
    }
  }
  return NULL;
}

static GwStatus check_pattern(const GwTranslator *t, const Call *call)
{
  const GwExpression *text = &call->arguments[0], *pattern = &call->arguments[1];
  const bool flags = call->count == 3;
  if (!pattern->constant || (flags && !call->arguments[2].constant)) {
    return gw_refuse(t, call->at, "REGEX with a pattern that is not written out",
                     "use CONTAINS");
  }
  if (flags && !gw_view_is(call->arguments[2].value, "i")
      && !gw_view_is(call->arguments[2].value, "")) {
    return gw_refuse(t, call->at, "a flag of REGEX other than \"i\"", "leave it out");
  }
  if (flags && call->arguments[2].value.length && (pattern->kinds & GW_KIND_BEYOND)) {
    return gw_refuse(t, call->at, "REGEX that ignores the case of letters beyond ASCII",
                     "leave out \"i\"");
  }
  const char *fault = pattern_fault(pattern->value, text->kinds & GW_KIND_BEYOND,
                                    text->kinds & GW_KIND_LINES);
  return fault ? gw_refuse(t, call->at, fault, "use CONTAINS, STRSTARTS or STRENDS") : GW_OK;
}

/* Rasqal frees what a function gives while these still read it. */
static GwStatus check_simple(const GwTranslator *t, const Call *call)
{
  for (size_t i = 0; i < call->count; i++) {
    if (call->arguments[i].call) {
      return gw_refuse(t, call->at, "CONCAT, STRBEFORE and STRAFTER of another function's value",
                       "BIND that value to a variable first");
    }
  }
  return GW_OK;
}

static GwStatus check_treatment(const GwTranslator *t, Call *call)
{
  switch (call->function->treatment) {
  case SEARCH: return check_search(t, call);
  case PATTERN: return check_pattern(t, call);
  case JOIN:
  case SPLIT: return check_simple(t, call);
  case CHOICE:
    return call->function->least == 3 ? gw_need_truth(t, call->at, &call->arguments[0]) : GW_OK;
  case PLAIN:
  case FOLD:
  case PART_OF_DAY: break;
  }
  return GW_OK;
}

static GwStatus write_call(const GwTranslator *t, const Call *call, GwView *written)
{
  const Function *f = call->function;
  if (f->treatment == PART_OF_DAY) {
    return gw_text_format(t, written, "<http://www.w3.org/2001/XMLSchema#integer>(substr(str(%.*s)"
                          ", %s))", GW_PRINT(call->arguments[0].text), f->written);
  }
  GW_TRY(gw_text_format(t, written, "%s(", f->name));
  for (size_t i = 0; i < call->count; i++) {
    GW_TRY(gw_text_format(t, written, "%.*s%s%.*s", GW_PRINT(*written), i ? ", " : "",
                          GW_PRINT(call->arguments[i].text)));
  }
  return gw_text_format(t, written, "%.*s)", GW_PRINT(*written));
}

/* The kinds of values that the call gives, and whether it gives one for every solution. */
static void describe(const Call *call, GwExpression *e)
{
  const Function *f = call->function;
  const size_t first = f->treatment == CHOICE && f->least == 3;
  bool all_unsure = true;
  e->kinds = f->gives ? f->gives : call->arguments[0].kinds;
  if (f->treatment == CHOICE) {
    e->kinds = 0;
  }
  for (size_t i = 0; i < call->count; i++) {
    const GwExpression *a = &call->arguments[i];
    e->variables |= a->variables;
    e->aggregate = e->aggregate || a->aggregate;
    e->unsure = e->unsure || a->unsure;
    all_unsure = all_unsure && a->unsure;
    e->kinds |= f->treatment == CHOICE && i >= first ? a->kinds : 0;
  }
  if (f->treatment == CHOICE && f->least == 1) {
    e->unsure = all_unsure;
  }
  e->folded = f->treatment == FOLD && (call->arguments[0].kinds & GW_KIND_BEYOND);
  e->call = true;
}

GwStatus gw_translate_call(GwTranslator *t, const GwToken *name, GwExpression *e)
{
  Call call = {.at = name};
  GW_TRY(find(t, name, &call.function));
  GW_TRY(read_arguments(t, &call));
  GW_TRY(check_arguments(t, &call));
  if (t->judging) {
    GW_TRY(check_treatment(t, &call));
  }
  *e = (GwExpression){.variable = GW_NO_VARIABLE};
  describe(&call, e);
  return write_call(t, &call, &e->text);
}
