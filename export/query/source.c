#include "export/query/source.h"

#include "base/map.h"
#include "export/query/closure.h"
#include "ontology/vocabulary.h"

#include <stdlib.h>
#include <string.h>

struct GwSource {
  rasqal_world *world;
  const GwIndex *index;
  const GwPlan *plan;
  GwArena arena;
  rasqal_literal **literals; ///< by number of the term, once Rasqal has seen it
  GwMap numbers;             ///< from the bytes of a literal's address to the term's number
  struct Match *matches;     ///< those that are going on
};

/* One triple pattern that is being matched. */
typedef struct Match {
  GwSource *source;
  const rasqal_triple_meta *meta;
  rasqal_variable *variables[4]; ///< NULL for terms
  GwRange range;
  GwPairs pairs;                 ///< of a closure, instead of the range
  size_t next_pair;
  bool closure, ended;
  GwNumbered now, bound;         ///< what is next to be bound, and what was bound last
  bool has_bound;
  struct Match *previous;        ///< the pattern before it in the same group
  struct Match *next;            ///< among all that are going on
} Match;

static char *copy_text(const GwSource *source, GwView text)
{
  char *copy = rasqal_alloc_memory(text.length + 1);
  (void)source;
  if (copy) {
    memcpy(copy, text.length ? text.data : "", text.length);
    copy[text.length] = '\0';
  }
  return copy;
}

static raptor_uri *new_uri(const GwSource *source, GwView iri)
{
  return raptor_new_uri_from_counted_string(rasqal_world_get_raptor(source->world),
                                            (const unsigned char *)iri.data, iri.length);
}

/* Booleans get a datatype of their own: Rasqal would take them for numbers. */
static rasqal_literal *make_literal(const GwSource *source, const GwTerm *term)
{
  if (term->kind == GW_TERM_IRI) {
    return rasqal_new_uri_literal(source->world, new_uri(source, term->value));
  }
  const bool truth = gw_view_is(term->datatype, GW_XSD "boolean");
  const GwView type = truth ? GW_VIEW(GW_PLAN_BOOLEAN) : term->datatype;
  return rasqal_new_string_literal(
    source->world, (unsigned char *)copy_text(source, term->value),
    term->language.length ? copy_text(source, term->language) : NULL,
    type.length ? new_uri(source, type) : NULL, NULL);
}

static GwView address_key(rasqal_literal *const *literal)
{
  return (GwView){(const char *)literal, sizeof *literal};
}

/* The literal of a term, for the caller to own. */
static rasqal_literal *literal_of(GwSource *source, uint32_t number)
{
  rasqal_literal **slot = &source->literals[number];
  if (!*slot) {
    *slot = make_literal(source, source->index->terms[number]);
    if (*slot && !gw_map_set(&source->numbers, address_key(slot), number)) {
      return NULL;
    }
  }
  return rasqal_new_literal_from_literal(*slot);
}

/* IRIs that the plan made stand for its terms. */
static uint32_t number_of_iri(const GwSource *source, GwView iri)
{
  const GwView scheme = GW_VIEW(GW_PLAN_TERM);
  if (gw_view_starts(iri, scheme)) {
    return source->index->plan_terms[strtoul(iri.data + scheme.length, NULL, 10)];
  }
  const GwTerm term = gw_iri(iri);
  return gw_index_find(source->index, &term);
}

static uint32_t number_of_text(const GwSource *source, const rasqal_literal *l)
{
  GwTerm term = gw_string((GwView){(const char *)l->string, l->string_len});
  char language[GW_LANGUAGE_BYTES] = "";
  if (l->language) {
    term.language = gw_view(l->language);
  } else if (l->datatype) {
    term.datatype = gw_view((const char *)raptor_uri_as_string(l->datatype));
  }
  return gw_term_normalize(&term, language, NULL) ? GW_ABSENT
                                                  : gw_index_find(source->index, &term);
}

uint32_t gw_source_number(const GwSource *source, rasqal_literal *value)
{
  const size_t known = gw_map_get(&source->numbers, address_key(&value));
  return known == GW_MAP_ABSENT ? GW_ABSENT : (uint32_t)known;
}

/* The number of any value or term of a pattern. */
static uint32_t number_of(const GwSource *source, rasqal_literal *value)
{
  const uint32_t known = gw_source_number(source, value);
  if (known != GW_ABSENT) {
    return known;
  }
  if (value->type == RASQAL_LITERAL_URI) {
    size_t length = 0;
    const unsigned char *iri = raptor_uri_as_counted_string(value->value.uri, &length);
    return number_of_iri(source, (GwView){(const char *)iri, length});
  }
  rasqal_literal *node = rasqal_literal_as_node(value);
  const uint32_t number = node ? number_of_text(source, node) : GW_ABSENT;
  if (node) {
    rasqal_free_literal(node);
  }
  return number;
}

static void set_variables(Match *m, const GwNumbered *quad)
{
  for (size_t i = 0; i < 3; i++) {
    if (m->variables[i]) {
      rasqal_variable_set_value(m->variables[i], literal_of(m->source, quad->term[i]));
    }
  }
}

/* A variable that a pattern has twice must have one value. */
static bool is_consistent(const Match *m, const GwNumbered *quad)
{
  for (size_t i = 0; i < 3; i++) {
    for (size_t j = i + 1; j < 3; j++) {
      if (m->variables[i] && m->variables[i] == m->variables[j]
          && quad->term[i] != quad->term[j]) {
        return false;
      }
    }
  }
  return true;
}

static bool fetch(Match *m, GwNumbered *quad)
{
  if (m->closure) {
    if (m->next_pair >= m->pairs.count) {
      return false;
    }
    const uint32_t *pair = m->pairs.items[m->next_pair++];
    *quad = (GwNumbered){{pair[0], GW_ABSENT, pair[1], GW_ANY}};
    return true;
  }
  const GwNumbered *found = gw_range_next(&m->range);
  if (found) {
    *quad = *found;
  }
  return found != NULL;
}

static void advance(Match *m)
{
  do {
    m->ended = !fetch(m, &m->now);
  } while (!m->ended && !is_consistent(m, &m->now));
}

/* Everything that the patterns before this one have bound is put back: the other side of a join
 * may have overwritten it since. */
static rasqal_triple_parts bind_match(rasqal_triples_match *rtm, void *data,
                                      rasqal_variable *bindings[4], rasqal_triple_parts parts)
{
  Match *m = data;
  (void)rtm;
  (void)bindings;
  if (m->ended) {
    return RASQAL_TRIPLE_NONE;
  }
  for (Match *before = m->previous; before; before = before->previous) {
    if (before->has_bound) {
      set_variables(before, &before->bound);
    }
  }
  set_variables(m, &m->now);
  return parts;
}

static void next_match(rasqal_triples_match *rtm, void *data)
{
  Match *m = data;
  (void)rtm;
  m->bound = m->now;
  m->has_bound = true;
  advance(m);
}

static int is_end(rasqal_triples_match *rtm, void *data)
{
  const Match *m = data;
  (void)rtm;
  return m->ended;
}

static void finish(rasqal_triples_match *rtm, void *data)
{
  Match *m = data, **link = &m->source->matches;
  (void)rtm;
  while (*link && *link != m) {
    link = &(*link)->next;
  }
  if (*link) {
    *link = m->next;
  }
  free(m->pairs.items);
  free(m);
}

/* The numbers that a pattern gives: its terms, and the variables that have a value from a pattern
 * before it in its group (those are not among `parts`). */
static GwNumbered pattern_of(Match *m, const rasqal_triple *triple, rasqal_triple_parts parts)
{
  rasqal_literal *terms[4] = {triple->subject, triple->predicate, triple->object, triple->origin};
  GwNumbered pattern = {{GW_ANY, GW_ANY, GW_ANY, GW_ANY}};
  for (size_t i = 0; i < 4; i++) {
    rasqal_variable *v = terms[i] ? rasqal_literal_as_variable(terms[i]) : NULL;
    const bool free_here = v && i < 3 && (parts & (1u << i));
    rasqal_literal *value = free_here ? NULL : v ? v->value : terms[i];
    pattern.term[i] = value ? number_of(m->source, value) : GW_ANY;
    m->variables[i] = v;
  }
  return pattern;
}

/* The closure that a predicate stands for, or NULL. */
static const GwPath *closure_of(const GwPlan *plan, const rasqal_literal *predicate)
{
  const char *scheme = GW_PLAN_PATH;
  if (predicate->type != RASQAL_LITERAL_URI) {
    return NULL;
  }
  const char *iri = (const char *)raptor_uri_as_string(predicate->value.uri);
  return strncmp(iri, scheme, strlen(scheme)) == 0
         ? plan->paths[strtoul(iri + strlen(scheme), NULL, 10)]
         : NULL;
}

static void start(Match *m, const rasqal_triple *triple, const GwNumbered *pattern)
{
  const GwPath *path = closure_of(m->source->plan, triple->predicate);
  if (path) {
    m->closure = true;
    m->pairs = gw_closure_pairs(m->source->index, path, pattern->term[GW_GRAPH],
                                pattern->term[GW_SUBJECT], pattern->term[GW_OBJECT]);
  } else {
    m->range = gw_index_match(m->source->index, *pattern);
  }
  advance(m);
}

static void link_match(Match *m)
{
  for (Match *other = m->source->matches; other; other = other->next) {
    if (other->meta == m->meta - 1) { /* the patterns of a group lie in one array */
      m->previous = other;
    }
  }
  m->next = m->source->matches;
  m->source->matches = m;
}

static int init_match(rasqal_triples_match *rtm, rasqal_triples_source *rts, void *data,
                      rasqal_triple_meta *meta, rasqal_triple *triple)
{
  Match *m = calloc(1, sizeof *m);
  (void)rts;
  if (!m) {
    return 1;
  }
  m->source = *(GwSource **)data;
  m->meta = meta;
  const GwNumbered pattern = pattern_of(m, triple, meta->parts);
  for (size_t i = 0; i < 4; i++) {
    meta->bindings[i] = m->variables[i];
  }
  link_match(m);
  start(m, triple, &pattern);
  rtm->user_data = m;
  rtm->bind_match = bind_match;
  rtm->next_match = next_match;
  rtm->is_end = is_end;
  rtm->finish = finish;
  return m->pairs.failed;
}

static int is_present(rasqal_triples_source *rts, void *data, rasqal_triple *triple)
{
  Match m = {.source = *(GwSource **)data};
  (void)rts;
  const GwNumbered pattern = pattern_of(&m, triple, RASQAL_TRIPLE_NONE);
  start(&m, triple, &pattern);
  free(m.pairs.items);
  return !m.ended;
}

static void free_source(void *data)
{
  (void)data;
}

static int init_source(rasqal_query *query, void *factory_data, void *data,
                       rasqal_triples_source *rts)
{
  (void)query;
  *(GwSource **)data = factory_data;
  rts->version = 1;
  rts->init_triples_match = init_match;
  rts->triple_present = is_present;
  rts->free_triples_source = free_source;
  return 0;
}

static int describe_factory(rasqal_triples_source_factory *factory)
{
  factory->version = 1;
  factory->user_data_size = sizeof(GwSource *);
  factory->new_triples_source = init_source;
  return 0;
}

GwSource *gw_source_new(rasqal_world *world, const GwIndex *index, const GwPlan *plan)
{
  GwSource *source = calloc(1, sizeof *source);
  if (!source) {
    return NULL;
  }
  source->world = world;
  source->index = index;
  source->plan = plan;
  source->numbers = gw_map_new(&source->arena);
  source->literals = calloc(index->term_count, sizeof *source->literals);
  const bool made = source->literals
                    && rasqal_set_triples_source_factory(world, describe_factory, source) == 0;
  return made ? source : NULL;
}

static bool is_graph(const GwIndex *index, uint32_t term)
{
  for (size_t i = 0; i < index->name_count; i++) {
    if (index->names[i] == term) {
      return true;
    }
  }
  return false;
}

static bool name_graph(GwSource *source, rasqal_query *query, GwView name)
{
  raptor_uri *uri = new_uri(source, name);
  rasqal_data_graph *graph = uri ? rasqal_new_data_graph_from_uri(
    source->world, uri, uri, RASQAL_DATA_GRAPH_NAMED, NULL, NULL, NULL) : NULL;
  return graph && rasqal_query_add_data_graph(query, graph) == 0;
}

bool gw_source_name_graphs(GwSource *source, rasqal_query *query)
{
  const GwIndex *index = source->index;
  bool named = true;
  for (size_t i = 0; i < index->name_count && named; i++) {
    named = name_graph(source, query, index->terms[index->names[i]]->value);
  }
  for (size_t i = 0; i < source->plan->graph_count && named; i++) {
    const size_t term = source->plan->graphs[i];
    const bool known = index->plan_terms[term] < index->graph_terms
                       && is_graph(index, index->plan_terms[term]);
    named = known || name_graph(source, query, source->plan->terms[term].value);
  }
  return named;
}
