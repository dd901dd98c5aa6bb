/* What a person means by a name. */
#include "base/utf8.h"
#include "explain/explain.h"

enum { CANDIDATES = 8 };

typedef struct {
  GwTopic topics[CANDIDATES];
  size_t count; ///< may be more than are kept
} Found;

static void note(Found *found, bool is_statement, size_t index)
{
  if (found->count < CANDIDATES) {
    found->topics[found->count] = (GwTopic){is_statement, index};
  }
  found->count++;
}

/* "S12", "12": the number behind an optional letter; GW_NO_INDEX for other text. */
static size_t read_number(GwView name, char letter)
{
  const size_t first = name.length && name.data[0] == letter ? 1 : 0;
  size_t number = 0;
  if (name.length == first || name.length > 9 || (letter == 'E' && first == 0)) {
    return GW_NO_INDEX;
  }
  for (size_t i = first; i < name.length; i++) {
    if (name.data[i] < '0' || name.data[i] > '9') {
      return GW_NO_INDEX;
    }
    number = 10 * number + (size_t)(name.data[i] - '0');
  }
  return number;
}

/* The IRI itself, or its end behind a '/'. */
static bool is_iri(GwView iri, GwView name)
{
  return gw_view_ends(iri, name)
         && (iri.length == name.length || iri.data[iri.length - name.length - 1] == '/');
}

/* How a name is compared: exactly, without regard to case, or as a part. */
typedef bool (*Comparison)(GwArena *arena, GwView text, GwView name);

static bool exactly(GwArena *arena, GwView text, GwView name)
{
  (void)arena;
  return gw_view_equal(text, name);
}

static bool without_case(GwArena *arena, GwView text, GwView name)
{
  return gw_view_equal(gw_utf8_lower(arena, text), gw_utf8_lower(arena, name));
}

static bool as_part(GwArena *arena, GwView text, GwView name)
{
  const GwView lower = gw_utf8_lower(arena, text);
  return gw_view_find(lower, gw_utf8_lower(arena, name), 0) < lower.length;
}

static bool is_called(const GwExplainer *x, size_t entity, GwView name, Comparison same)
{
  const GwEntity *e = &x->knowledge->entities[entity];
  bool called = same(x->arena, e->label, name)
                || (e->qid.length && (same(x->arena, e->qid, name)
                                      || same(x->arena, e->link_label, name)));
  for (size_t i = 0; i < e->alias_count && !called; i++) {
    called = same(x->arena, e->aliases[i], name);
  }
  return called;
}

static void find_called(const GwExplainer *x, GwView name, Comparison same, Found *found)
{
  for (size_t i = 0; i < x->knowledge->entity_count; i++) {
    if (is_called(x, i, name, same)) {
      note(found, false, i);
    }
  }
}

static void find_iri(const GwExplainer *x, GwView name, Found *found)
{
  for (size_t i = 0; i < x->knowledge->entity_count; i++) {
    if (is_iri(x->iris.entities[i], name)) {
      note(found, false, i);
    }
  }
  for (size_t i = 0; i < x->knowledge->statement_count && found->count == 0; i++) {
    if (is_iri(x->iris.statements[i], name)) {
      note(found, true, i);           /* statements with one IRI say the same */
    }
  }
}

static void find_number(const GwExplainer *x, GwView name, Found *found)
{
  const size_t statement = read_number(name, 'S'), entity = read_number(name, 'E');
  if (statement < x->knowledge->statement_count) {
    note(found, true, statement);
  } else if (entity < x->knowledge->entity_count) {
    note(found, false, entity);
  }
}

/* Candidates as a list in words: `ban (Policy, entity/ban)`. */
static GwView list_found(const GwExplainer *x, const Found *found)
{
  GwView list = GW_VIEW("");
  for (size_t i = 0; i < found->count && i < CANDIDATES; i++) {
    const size_t entity = found->topics[i].index;
    const GwView iri = x->iris.entities[entity];
    const size_t tail = gw_view_find(iri, GW_VIEW("entity/"), 0);
    list = gw_view_format(x->arena, "%.*s%s'%.*s' (%s, %.*s)", GW_PRINT(list), i ? ", " : "",
                          GW_PRINT(x->knowledge->entities[entity].label),
                          gw_entity_type_name(x->knowledge->entities[entity].type),
                          GW_PRINT(gw_view_slice(iri, tail, iri.length)));
  }
  return found->count > CANDIDATES ? gw_view_format(x->arena, "%.*s and %zu more", GW_PRINT(list),
                                                    found->count - CANDIDATES) : list;
}

static GwStatus fail_unknown(const GwExplainer *x, GwView name, GwError *error)
{
  Found near = {.count = 0};
  find_called(x, name, as_part, &near);
  if (name.length == 0 || near.count == 0) {
    return gw_fail(error, GW_ERR_USAGE, "explain: no entity or statement '%.*s'; "
                   "'graphwright list' shows what there is", GW_PRINT(name));
  }
  const GwView list = list_found(x, &near);
  return gw_fail(error, GW_ERR_USAGE, "explain: no entity or statement '%.*s'; did you mean "
                 "%.*s?", GW_PRINT(name), GW_PRINT(list));
}

GwStatus gw_explain_find(const GwExplainer *x, GwView name, GwTopic *topic, GwError *error)
{
  Found found = {.count = 0};
  find_called(x, name, exactly, &found);
  if (found.count == 0 && name.length) {
    find_number(x, name, &found);
  }
  if (found.count == 0 && name.length) {
    find_iri(x, name, &found);
  }
  if (found.count == 0) {
    find_called(x, name, without_case, &found);
  }
  if (found.count == 0) {
    return fail_unknown(x, name, error);
  }
  if (found.count > 1) {
    const GwView list = list_found(x, &found);
    return gw_fail(error, GW_ERR_USAGE, "explain: '%.*s' may be %.*s; give one of these names",
                   GW_PRINT(name), GW_PRINT(list));
  }
  *topic = found.topics[0];
  return GW_OK;
}

