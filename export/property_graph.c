#include "export/property_graph.h"

#include "export/terms.h"
#include "ontology/vocabulary.h"

#include <stdlib.h>

typedef struct {
  GwArena *arena;
  const GwQuad *triples;
  size_t count;
  GwPropertyGraph *graph;
  size_t node_capacity, edge_capacity;
  bool failed; ///< memory is out
} Finder;

/* The triples of one subject. */
typedef struct {
  const GwQuad *first;
  size_t count;
} Run;

static Run run_at(const Finder *f, size_t at)
{
  size_t n = 1;
  while (at + n < f->count && f->triples[at + n].subject == f->triples[at].subject) {
    n++;
  }
  return (Run){f->triples + at, n};
}

static Run about(const Finder *f, const GwTerm *term)
{
  size_t low = 0, high = term->kind == GW_TERM_IRI ? f->count : 0;
  while (low < high) {
    const size_t middle = low + (high - low) / 2;
    if (gw_view_compare(f->triples[middle].subject->value, term->value) < 0) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  const bool found = low < f->count && term->kind == GW_TERM_IRI
                     && gw_view_equal(f->triples[low].subject->value, term->value);
  return found ? run_at(f, low) : (Run){NULL, 0};
}

/* The object of number `n` among the triples with a predicate, or NULL. */
static const GwTerm *object_of(Run run, const char *predicate, size_t n)
{
  for (size_t i = 0; i < run.count; i++) {
    if (gw_view_is(run.first[i].predicate->value, predicate) && n-- == 0) {
      return run.first[i].object;
    }
  }
  return NULL;
}

static GwView value_of(Run run, const char *predicate)
{
  const GwTerm *object = object_of(run, predicate, 0);
  return object ? object->value : GW_VIEW("");
}

/* "bans" of <.../ns#bans>; all of an IRI that ends in a separator. */
static GwView local_name(GwView iri)
{
  size_t at = iri.length;
  while (at > 0 && iri.data[at - 1] != '/' && iri.data[at - 1] != '#' && iri.data[at - 1] != ':') {
    at--;
  }
  return at < iri.length ? gw_view_slice(iri, at, iri.length) : iri;
}

static GwView local_value(Run run, const char *predicate)
{
  const GwView iri = value_of(run, predicate);
  return iri.length ? local_name(iri) : iri;
}

static GwView label_of(const Finder *f, const GwTerm *term)
{
  const Run run = about(f, term);
  const GwTerm *label = NULL, *next;
  for (size_t n = 0; (next = object_of(run, GW_RDFS "label", n)); n++) {
    label = !label || gw_view_is(next->language, "en") ? next : label;
  }
  return label ? label->value : term->kind == GW_TERM_IRI ? local_name(term->value) : term->value;
}

/* A class of the vocabulary before others. */
static GwView type_of(Run run)
{
  const GwTerm *type = NULL, *next;
  for (size_t n = 0; (next = object_of(run, GW_RDF "type", n)); n++) {
    const bool own = gw_view_starts(next->value, GW_VIEW(GW_NAMESPACE));
    type = !type || (own && !gw_view_starts(type->value, GW_VIEW(GW_NAMESPACE))) ? next : type;
  }
  return type ? local_name(type->value) : GW_VIEW("Resource");
}

static GwView wikidata_of(Run run)
{
  static const char *const links[] = {GW_SKOS "exactMatch", GW_OWL "sameAs"};
  const GwView space = GW_VIEW(GW_WIKIDATA);
  for (size_t i = 0; i < sizeof links / sizeof *links; i++) {
    const GwTerm *item;
    for (size_t n = 0; (item = object_of(run, links[i], n)); n++) {
      if (gw_view_starts(item->value, space)) {
        return gw_view_slice(item->value, space.length, item->value.length);
      }
    }
  }
  return GW_VIEW("");
}

/* A copy of a buffer's content, which is then freed. */
static GwView keep(Finder *f, GwBuffer *text)
{
  const char *copy = text->failed ? NULL : gw_view_copy(f->arena, gw_buffer_view(text));
  const GwView view = {copy, copy ? text->length : 0};
  f->failed = f->failed || !copy;
  gw_buffer_free(text);
  return view;
}

static GwView spelled(Finder *f, const GwTerm *literal)
{
  GwBuffer text = GW_BUFFER_INIT;
  gw_write_object(&text, literal);
  return keep(f, &text);
}

static void add_node(Finder *f, const GwTerm *term)
{
  GwPropertyGraph *g = f->graph;
  GwPropertyNode *nodes = gw_arena_grow(f->arena, g->nodes, g->node_count, &f->node_capacity,
                                        sizeof *nodes);
  f->failed = f->failed || !nodes;
  if (nodes) {
    g->nodes = nodes;
    g->nodes[g->node_count++] = (GwPropertyNode){.term = term};
  }
}

static void describe_node(Finder *f, GwPropertyNode *node)
{
  const Run run = about(f, node->term);
  const bool iri = node->term->kind == GW_TERM_IRI;
  node->id = iri ? node->term->value : spelled(f, node->term);
  node->label = label_of(f, node->term);
  node->type = iri ? type_of(run) : GW_VIEW("Literal");
  node->wikidata = wikidata_of(run);
  while (object_of(run, GW_NAMESPACE "mentionedIn", node->mentions)) {
    node->mentions++;
  }
}

static GwPropertyEdge *add_edge(Finder *f, const GwTerm *subject, const GwTerm *object)
{
  GwPropertyGraph *g = f->graph;
  GwPropertyEdge *edges = gw_arena_grow(f->arena, g->edges, g->edge_count, &f->edge_capacity,
                                        sizeof *edges);
  f->failed = f->failed || !edges;
  if (!edges) {
    return NULL;
  }
  g->edges = edges;
  add_node(f, subject);
  add_node(f, object);
  edges[g->edge_count] = (GwPropertyEdge){.subject = subject, .object = object};
  return &edges[g->edge_count++];
}

static void write_lower(GwBuffer *out, GwView word)
{
  for (size_t i = 0; i < word.length; i++) {
    const char c = word.data[i];
    gw_buffer_char(out, c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c);
  }
}

/* "not: bans (claimed, possible)": no label reads as a fact that is none. */
static GwView edge_label(Finder *f, const GwPropertyEdge *edge, const GwTerm *relation)
{
  const bool negative = gw_view_is(edge->polarity, "Negative");
  const bool claimed = edge->speaker.length > 0;
  const bool modal = edge->modality.length && !gw_view_is(edge->modality, "Actual");
  GwBuffer text = GW_BUFFER_INIT;
  gw_buffer_text(&text, negative ? "not: " : "");
  gw_buffer_append(&text, label_of(f, relation));
  gw_buffer_text(&text, claimed || modal ? " (" : "");
  gw_buffer_text(&text, claimed ? modal ? "claimed, " : "claimed" : "");
  if (modal) {
    write_lower(&text, edge->modality);
  }
  gw_buffer_text(&text, claimed || modal ? ")" : "");
  return keep(f, &text);
}

/* Of all objects of a predicate their label, or a property of theirs. */
static GwView joined(Finder *f, Run run, const char *predicate, const char *property,
                     const char *between)
{
  GwBuffer text = GW_BUFFER_INIT;
  const GwTerm *object;
  for (size_t n = 0; (object = object_of(run, predicate, n)); n++) {
    const GwView value = property ? value_of(about(f, object), property) : label_of(f, object);
    gw_buffer_text(&text, n ? between : "");
    gw_buffer_append(&text, value);
  }
  return keep(f, &text);
}

static GwView day(Run run, const char *predicate)
{
  const GwTerm *term = object_of(run, predicate, 0);
  return term && gw_view_is(term->datatype, GW_XSD "date") ? term->value : GW_VIEW("");
}

static void add_statement(Finder *f, Run run)
{
  const GwTerm *subject = object_of(run, GW_RDF "subject", 0);
  const GwTerm *relation = object_of(run, GW_RDF "predicate", 0);
  const GwTerm *object = object_of(run, GW_RDF "object", 0);
  const GwTerm *evidence = object_of(run, GW_NAMESPACE "evidence", 0);
  GwPropertyEdge *e = subject && relation && object ? add_edge(f, subject, object) : NULL;
  if (!e) {
    return;
  }
  e->id = run.first->subject->value;
  e->relation = local_name(relation->value);
  e->polarity = local_value(run, GW_NAMESPACE "polarity");
  e->modality = local_value(run, GW_NAMESPACE "modality");
  e->statement = label_of(f, run.first->subject);
  e->asserted = gw_view_is(value_of(run, GW_NAMESPACE "asserted"), "true");
  e->speaker = joined(f, run, GW_NAMESPACE "claimedBy", NULL, "; ");
  e->label = edge_label(f, e, relation);
  e->confidence = value_of(run, GW_NAMESPACE "confidence");
  e->first_day = day(run, GW_NAMESPACE "firstDay");
  e->last_day = day(run, GW_NAMESPACE "lastDay");
  e->sentence = joined(f, run, GW_NAMESPACE "evidence", GW_NIF "isString", " | ");
  e->document = evidence ? value_of(about(f, evidence), GW_NIF "referenceContext") : GW_VIEW("");
}

static void add_statements(Finder *f)
{
  size_t length = 0;
  for (size_t at = 0; at < f->count; at += length) {
    const Run run = run_at(f, at);
    length = run.count;
    add_statement(f, run);
    if (object_of(run, GW_NAMESPACE "mentionedIn", 0)) {
      add_node(f, run.first->subject);
    }
  }
}

/* For a graph that knows no statement nodes. */
static void add_triples(Finder *f)
{
  for (size_t i = 0; i < f->count; i++) {
    const GwQuad *t = &f->triples[i];
    const bool link = t->object->kind == GW_TERM_IRI
                      && !gw_view_is(t->predicate->value, GW_RDF "type");
    GwPropertyEdge *e = link ? add_edge(f, t->subject, t->object) : NULL;
    add_node(f, t->subject);
    if (e) {
      GwBuffer id = GW_BUFFER_INIT;
      gw_buffer_format(&id, "%.*s %.*s %.*s", GW_PRINT(t->subject->value),
                       GW_PRINT(t->predicate->value), GW_PRINT(t->object->value));
      e->id = keep(f, &id);
      e->relation = local_name(t->predicate->value);
      e->label = label_of(f, t->predicate);
      e->asserted = true;
    }
  }
}

static int by_term(const void *left, const void *right)
{
  const GwPropertyNode *a = left, *b = right;
  return a->term == b->term ? 0 : gw_term_compare(a->term, b->term);
}

static void settle_nodes(Finder *f)
{
  GwPropertyGraph *g = f->graph;
  size_t kept = 0;
  if (g->node_count) {
    qsort(g->nodes, g->node_count, sizeof *g->nodes, by_term);
  }
  for (size_t i = 0; i < g->node_count; i++) {
    if (kept == 0 || by_term(&g->nodes[kept - 1], &g->nodes[i]) != 0) {
      g->nodes[kept++] = g->nodes[i];
    }
  }
  g->node_count = kept;
  for (size_t i = 0; i < kept; i++) {
    describe_node(f, &g->nodes[i]);
  }
}

static size_t number_of(const GwPropertyGraph *g, const GwTerm *term)
{
  const GwPropertyNode key = {.term = term};
  const GwPropertyNode *node = bsearch(&key, g->nodes, g->node_count, sizeof key, by_term);
  return (size_t)(node - g->nodes);
}

GwStatus gw_property_graph_find(GwArena *arena, const GwQuad *triples, size_t count,
                                GwPropertyGraph *graph, GwError *error)
{
  *graph = (GwPropertyGraph){NULL, 0, NULL, 0};
  Finder f = {.arena = arena, .triples = triples, .count = count, .graph = graph};
  add_statements(&f);
  if (graph->edge_count == 0 && graph->node_count == 0) {
    add_triples(&f);
  }
  if (f.failed) {
    return gw_fail_memory(error);
  }
  settle_nodes(&f);
  for (size_t i = 0; i < graph->edge_count; i++) {
    graph->edges[i].source = number_of(graph, graph->edges[i].subject);
    graph->edges[i].target = number_of(graph, graph->edges[i].object);
  }
  return f.failed ? gw_fail_memory(error) : GW_OK;
}
