#include "export/resources.h"

#include "ontology/iri.h"
#include "ontology/vocabulary.h"

#include <stdlib.h>

#define CONTEXT_BYTES 60 ///< longest literal that tells who somebody is
#define NAMES_MOST 64    ///< names of one resource that count

typedef struct {
  GwArena *arena;
  const GwMerging *table;
  GwResourceList *resources;
  GwError *error;
} Finder;

static GwStatus push(const Finder *f, GwView **items, size_t *count, size_t *capacity, GwView item)
{
  GwView *grown = gw_arena_grow(f->arena, *items, *count, capacity, sizeof **items);
  if (!grown || !item.data) {
    return gw_fail_memory(f->error);
  }
  *items = grown;
  grown[(*count)++] = item;
  return GW_OK;
}

static int compare_views(const void *left, const void *right)
{
  return gw_view_compare(*(const GwView *)left, *(const GwView *)right);
}

static void sort_once(GwView *views, size_t *count)
{
  size_t kept = 0;
  if (*count > 1) {
    qsort(views, *count, sizeof *views, compare_views);
  }
  for (size_t i = 0; i < *count; i++) {
    if (kept == 0 || !gw_view_equal(views[kept - 1], views[i])) {
      views[kept++] = views[i];
    }
  }
  *count = kept;
}

bool gw_views_have(const GwView *sorted, size_t count, GwView view)
{
  return count > 0 && bsearch(&view, sorted, count, sizeof *sorted, compare_views);
}

GwView gw_document_of(GwView iri)
{
  const GwView mark = GW_VIEW("/doc/");
  const size_t at = gw_view_find(iri, mark, 0);
  const size_t end = gw_view_find(iri, GW_VIEW("/"), at + mark.length);
  return at < iri.length && end < iri.length && end > at + mark.length
           ? gw_view_slice(iri, 0, end) : GW_VIEW("");
}

/* Up to its last '/', '#' or ':' that something follows. */
static GwView namespace_of(GwView iri)
{
  size_t end = iri.length ? iri.length - 1 : 0;
  while (end > 0 && iri.data[end - 1] != '/' && iri.data[end - 1] != '#'
         && iri.data[end - 1] != ':') {
    end--;
  }
  return gw_view_slice(iri, 0, end);
}

static GwStatus add_name(const Finder *f, GwResource *r, GwView text, bool label)
{
  const size_t person = gw_map_get(&f->table->kind_names, GW_VIEW("Person"));
  const bool titled = person != GW_MAP_ABSENT && r->kinds >> person & 1;
  GwName name = gw_name_read(f->arena, f->table, text, titled);
  name.label = label;
  if (!name.key.data) {
    return gw_fail_memory(f->error);
  }
  for (size_t i = 0; i < r->name_count; i++) {
    if (gw_view_equal(r->names[i].key, name.key)) {
      r->names[i].acronym = r->names[i].acronym || name.acronym;
      return GW_OK;
    }
  }
  GwName *grown = gw_arena_grow(f->arena, r->names, r->name_count, &r->name_capacity,
                                sizeof *r->names);
  if (!grown) {
    return gw_fail_memory(f->error);
  }
  r->names = grown;
  r->names[r->name_count] = name;
  r->name_count += name.key.length > 0;
  return GW_OK;
}

static void add_class(const Finder *f, GwResource *r, GwView class)
{
  const GwView spelled = gw_merging_spell(f->table, f->arena, class);
  const size_t kind = gw_merging_kind(f->table, spelled);
  if (kind != GW_NO_KIND) {
    r->kinds |= 1u << kind;
  }
  if (gw_view_starts(class, GW_VIEW(GW_NAMESPACE)) && r->naming == GW_NAMED_UNKNOWN) {
    r->naming = GW_NOT_NAMED;
  }
}

static unsigned uses_of(const Finder *f, GwView property, size_t *fact)
{
  return gw_merging_uses(f->table, gw_merging_spell(f->table, f->arena, property), fact);
}

/* Class, identifiers and mentions: what has to be known before the names are read. */
static GwStatus read_identity(const Finder *f, GwResource *r, const GwQuad *triple)
{
  size_t fact;
  const GwTerm *object = triple->object;
  const unsigned uses = uses_of(f, triple->predicate->value, &fact);
  if (gw_view_is(triple->predicate->value, GW_NAMESPACE "named")) {
    r->naming = gw_view_is(object->value, "true") ? GW_NAMED : GW_NOT_NAMED;
  }
  if (object->kind != GW_TERM_IRI) {
    return GW_OK;
  }
  if (uses & GW_USE_TYPE) {
    add_class(f, r, object->value);
  }
  if (uses & (GW_USE_SAME | GW_USE_CLOSE)) {
    const GwView spelled = gw_merging_spell(f->table, f->arena, object->value);
    GW_TRY(push(f, &r->compared, &r->compared_count, &r->compared_capacity, spelled));
    if (uses & GW_USE_SAME) {
      GW_TRY(push(f, &r->ids, &r->id_count, &r->id_capacity, spelled));
    }
  }
  if (gw_view_is(triple->predicate->value, GW_NAMESPACE "mentionedIn")) {
    const GwView document = gw_document_of(object->value);
    const bool again = r->document_count > 0
                       && gw_view_equal(r->documents[r->document_count - 1], document);
    if (document.length && !again) {
      return push(f, &r->documents, &r->document_count, &r->document_capacity, document);
    }
  }
  return GW_OK;
}

/* English, or in no language in particular ("mul" is Wikidata's for that). */
static bool is_english(GwView language)
{
  return language.length == 0 || gw_view_is(language, "en") || gw_view_is(language, "mul")
         || gw_view_starts(language, GW_VIEW("en-"));
}

static GwStatus read_names(const Finder *f, GwResource *r, unsigned use, bool english)
{
  size_t fact;
  for (size_t i = 0; i < r->count && r->name_count < NAMES_MOST; i++) {
    const GwQuad *t = &r->first[i];
    if (t->object->kind == GW_TERM_LITERAL && is_english(t->object->language) == english
        && uses_of(f, t->predicate->value, &fact) & use) {
      GW_TRY(add_name(f, r, t->object->value, use == GW_USE_LABEL));
    }
  }
  return GW_OK;
}

/* Labels first. Names of other languages count only where there is no English one. */
static GwStatus read_all_names(const Finder *f, GwResource *r)
{
  for (int english = 1; english >= 0 && r->name_count == 0; english--) {
    GW_TRY(read_names(f, r, GW_USE_LABEL, english));
    GW_TRY(read_names(f, r, GW_USE_ALIAS, english));
  }
  return GW_OK;
}

/* A subject is a resource if its class is known or something identifies it. */
static GwStatus read_resource(const Finder *f, GwResource *r, bool *kept)
{
  r->iri = r->first->subject->value;
  const GwView document = gw_document_of(r->iri);
  r->scoped = document.length > 0;
  r->source = r->scoped ? document : namespace_of(r->iri);
  for (size_t i = 0; i < r->count; i++) {
    GW_TRY(read_identity(f, r, &r->first[i]));
  }
  *kept = r->kinds || r->id_count > 0;
  if (!*kept) {
    return GW_OK;
  }
  const GwView itself = gw_merging_spell(f->table, f->arena, r->iri);
  GW_TRY(push(f, &r->ids, &r->id_count, &r->id_capacity, itself));
  sort_once(r->ids, &r->id_count);
  sort_once(r->compared, &r->compared_count);
  sort_once(r->documents, &r->document_count);
  return read_all_names(f, r);
}

static size_t subject_end(const GwQuad *triples, size_t count, size_t begin)
{
  size_t end = begin + 1;
  while (end < count && triples[end].subject == triples[begin].subject) {
    end++;
  }
  return end;
}

static GwStatus list_resources(const Finder *f, const GwQuad *triples, size_t count)
{
  size_t capacity = 0;
  GwResourceList *all = f->resources;
  for (size_t begin = 0; begin < count;) {
    const size_t end = subject_end(triples, count, begin);
    GwResource *grown =
      gw_arena_grow(f->arena, all->list, all->count, &capacity, sizeof *all->list);
    if (!grown) {
      return gw_fail_memory(f->error);
    }
    bool kept;
    all->list = grown;
    GwResource *r = &all->list[all->count];
    *r = (GwResource){.first = &triples[begin], .count = end - begin};
    GW_TRY(read_resource(f, r, &kept));
    if (kept && !gw_map_set(&all->index, r->iri, all->count++)) {
      return gw_fail_memory(f->error);
    }
    begin = end;
  }
  return GW_OK;
}

bool gw_values_agree(GwView a, GwView b)
{
  const GwView shorter = a.length < b.length ? a : b, longer = a.length < b.length ? b : a;
  return gw_view_equal(a, b)
         || (shorter.length >= 4 && gw_view_starts(longer, shorter)
             && longer.data[shorter.length] == '-');
}

GwView gw_resource_label(const GwResource *resource)
{
  return resource->name_count ? resource->names[0].text : resource->iri;
}

GwView gw_value_key(GwArena *arena, const GwResourceList *resources, const GwTerm *value)
{
  if (value->kind == GW_TERM_IRI) {
    const size_t number = gw_map_get(&resources->index, value->value);
    const GwResource *r = number == GW_MAP_ABSENT ? NULL : &resources->list[number];
    return r && r->name_count > 0 ? r->names[0].key : value->value;
  }
  return value->value.length > CONTEXT_BYTES || value->datatype.length
           ? value->value : gw_iri_slug(arena, value->value);
}

static GwStatus add_fact(const Finder *f, GwResource *r, const GwQuad *t, size_t fact, bool veto,
                         GwView key)
{
  GwFact *grown =
    gw_arena_grow(f->arena, r->facts, r->fact_count, &r->fact_capacity, sizeof *r->facts);
  if (!grown) {
    return gw_fail_memory(f->error);
  }
  r->facts = grown;
  r->facts[r->fact_count++] =
    (GwFact){.fact = fact, .veto = veto, .property = t->predicate->value, .key = key,
             .value = t->object};
  return GW_OK;
}

/* What is told of a resource besides its name: numbers and long texts tell nothing. */
static bool is_context(const GwResourceList *resources, const GwTerm *value)
{
  return value->kind == GW_TERM_IRI
           ? !gw_document_of(value->value).length
               || gw_map_get(&resources->index, value->value) != GW_MAP_ABSENT
           : !value->datatype.length && value->value.length <= CONTEXT_BYTES;
}

static GwStatus read_facts(const Finder *f, GwResource *r)
{
  for (size_t i = 0; i < r->count; i++) {
    size_t fact = 0;
    const GwQuad *t = &r->first[i];
    const unsigned uses = uses_of(f, t->predicate->value, &fact);
    if ((uses && !(uses & GW_USE_SINGLE)) || (!uses && !is_context(f->resources, t->object))) {
      continue;
    }
    const GwView key = gw_value_key(f->arena, f->resources, t->object);
    if (!key.data) {
      return gw_fail_memory(f->error);
    }
    if (uses & GW_USE_SINGLE) {
      GW_TRY(add_fact(f, r, t, fact, uses & GW_USE_VETO, key));
    } else {
      GW_TRY(push(f, &r->context, &r->context_count, &r->context_capacity, key));
    }
  }
  sort_once(r->context, &r->context_count);
  return GW_OK;
}

GwStatus gw_resources_find(GwArena *arena, const GwMerging *table, const GwQuad *triples,
                           size_t count, GwResourceList *resources, GwError *error)
{
  const Finder f = {arena, table, resources, error};
  *resources = (GwResourceList){.index = gw_map_new(arena)};
  GW_TRY(list_resources(&f, triples, count));
  for (size_t i = 0; i < resources->count; i++) {
    GW_TRY(read_facts(&f, &resources->list[i]));
  }
  return GW_OK;
}
