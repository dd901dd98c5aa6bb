#include "export/order.h"

#include "ontology/vocabulary.h"

#include <stdint.h>
#include <stdlib.h>

const char *gw_section_title(GwSection section)
{
  static const char *const titles[] = {"Document", "Entities",
                                       "Sentences, and the statements read from each",
                                       "Relations", "Classes",
                                       "Links and conflicts that merging found", "Other"};
  return titles[section];
}

static GwSection section_of_class(GwView class)
{
  static const struct {
    const char *class;
    GwSection section;
  } sections[] = {
    {GW_SCHEMA "Article", GW_SECTION_DOCUMENTS},
    {GW_NIF "Context", GW_SECTION_DOCUMENTS},
    {GW_VOID "Dataset", GW_SECTION_DOCUMENTS},
    {GW_PROV "Activity", GW_SECTION_DOCUMENTS},
    {GW_PROV "SoftwareAgent", GW_SECTION_DOCUMENTS},
    {GW_NIF "Sentence", GW_SECTION_SENTENCES},
    {GW_NAMESPACE "Statement", GW_SECTION_SENTENCES},
    {GW_NAMESPACE "Claim", GW_SECTION_SENTENCES},
    {GW_RDF "Property", GW_SECTION_RELATIONS},
    {GW_NAMESPACE "Qualifier", GW_SECTION_RELATIONS},
    {GW_OWL "AnnotationProperty", GW_SECTION_RELATIONS},
    {GW_OWL "DatatypeProperty", GW_SECTION_RELATIONS},
    {GW_OWL "ObjectProperty", GW_SECTION_RELATIONS},
    {GW_OWL "Class", GW_SECTION_CLASSES},
    {GW_NAMESPACE "Modality", GW_SECTION_CLASSES},
    {GW_NAMESPACE "Polarity", GW_SECTION_CLASSES},
    {GW_NAMESPACE "Unit", GW_SECTION_CLASSES},
    {GW_NAMESPACE "IdentityLink", GW_SECTION_MERGING},
    {GW_NAMESPACE "RejectedLink", GW_SECTION_MERGING},
    {GW_NAMESPACE "Conflict", GW_SECTION_MERGING},
    {GW_NAMESPACE "Contradiction", GW_SECTION_MERGING},
    {GW_NAMESPACE "Dispute", GW_SECTION_MERGING},
    {GW_NAMESPACE "Disagreement", GW_SECTION_MERGING},
    {GW_NAMESPACE "IdentityConflict", GW_SECTION_MERGING},
  };
  for (size_t i = 0; i < sizeof sections / sizeof *sections; i++) {
    if (gw_view_is(class, sections[i].class)) {
      return sections[i].section;
    }
  }
  return gw_view_starts(class, GW_VIEW(GW_NAMESPACE)) ? GW_SECTION_ENTITIES : GW_SECTION_OTHER;
}

static size_t number_of(GwView digits)
{
  size_t value = 0;
  for (size_t i = 0; i < digits.length && i < 18; i++) {
    const char c = digits.data[i];
    if (c < '0' || c > '9') {
      return 0;
    }
    value = 10 * value + (size_t)(c - '0');
  }
  return value;
}

static void classify(GwSubject *subject)
{
  for (size_t i = 0; i < subject->count; i++) {
    const GwView predicate = subject->first[i].predicate->value;
    const GwTerm *object = subject->first[i].object;
    if (gw_view_is(predicate, GW_RDF "type")) {
      const GwSection section = section_of_class(object->value);
      subject->section = section < subject->section ? section : subject->section;
      if (gw_view_is(object->value, GW_NIF "Sentence")) {
        subject->sentence = subject->first->subject;
      }
    } else if (gw_view_is(predicate, GW_NAMESPACE "evidence")) {
      subject->sentence = object;
    } else if (gw_view_is(predicate, GW_NIF "beginIndex")) {
      subject->begin = number_of(object->value);
    }
  }
}

/* Subjects by the addresses of their terms: open addressing. */
typedef struct {
  const GwSubject **slots;
  size_t mask;
} Index;

static const GwSubject **slot_of(const Index *index, const GwTerm *term)
{
  const uint64_t odd = 0x9E3779B97F4A7C15u; /* 2^64 / golden ratio (Knuth, section 6.4) */
  size_t at = (size_t)(((uint64_t)(uintptr_t)term * odd) >> 32) & index->mask;
  while (index->slots[at] && index->slots[at]->first->subject != term) {
    at = (at + 1) & index->mask;
  }
  return &index->slots[at];
}

static bool make_index(Index *index, GwArena *arena, const GwSubject *subjects, size_t count)
{
  size_t size = 16;
  while (size < 2 * count) {
    size *= 2;
  }
  *index = (Index){GW_NEW(arena, size, const GwSubject *), size - 1};
  for (size_t i = 0; index->slots && i < count; i++) {
    *slot_of(index, subjects[i].first->subject) = &subjects[i];
  }
  return index->slots != NULL;
}

static bool is_sentence(const GwSubject *s)
{
  return s->sentence == s->first->subject;
}

static GwView iri_of(const GwTerm *sentence)
{
  return sentence ? sentence->value : GW_VIEW("");
}

/* The folder of a sentence's IRI: one for each document. */
static GwView folder(GwView iri)
{
  size_t end = iri.length;
  while (end > 0 && iri.data[end - 1] != '/') {
    end--;
  }
  return gw_view_slice(iri, 0, end);
}

static int in_sentences(const GwSubject *a, const GwSubject *b)
{
  const GwView one = iri_of(a->sentence), other = iri_of(b->sentence);
  const bool same = a->sentence == b->sentence;
  int order = same ? 0 : gw_view_compare(folder(one), folder(other));
  if (order == 0 && a->begin != b->begin) {
    order = a->begin < b->begin ? -1 : 1;
  }
  order = order || same ? order : gw_view_compare(one, other);
  return order ? order : (int)is_sentence(b) - (int)is_sentence(a);
}

static int in_reading_order(const void *left, const void *right)
{
  const GwSubject *a = left, *b = right;
  int order = (int)a->section - (int)b->section;
  if (order == 0 && a->section == GW_SECTION_SENTENCES) {
    order = in_sentences(a, b);
  }
  return order ? order : a->first < b->first ? -1 : a->first > b->first;
}

static GwSubject *group(GwArena *arena, const GwQuad *triples, size_t count, size_t *groups)
{
  size_t capacity = 0;
  GwSubject *list = NULL;
  *groups = 0;
  for (size_t i = 0; i < count; i++) {
    if (i > 0 && triples[i].subject == triples[i - 1].subject) {
      list[*groups - 1].count++;
      continue;
    }
    list = gw_arena_grow(arena, list, *groups, &capacity, sizeof *list);
    if (!list) {
      return NULL;
    }
    list[(*groups)++] = (GwSubject){&triples[i], 1, GW_SECTION_OTHER, NULL, 0};
  }
  return list;
}

GwStatus gw_subjects_order(GwArena *arena, const GwQuad *triples, size_t count,
                           GwSubject **subjects, size_t *subject_count, GwError *error)
{
  GwSubject *list = group(arena, triples, count, subject_count);
  *subjects = list;
  Index index;
  if ((count && !list) || !make_index(&index, arena, list, *subject_count)) {
    return gw_fail_memory(error);
  }
  for (size_t i = 0; i < *subject_count; i++) {
    classify(&list[i]);
  }
  for (size_t i = 0; i < *subject_count; i++) {
    const GwSubject *sentence = *slot_of(&index, list[i].sentence);
    list[i].begin = sentence ? sentence->begin : list[i].begin;
  }
  if (count) {
    qsort(list, *subject_count, sizeof *list, in_reading_order);
  }
  return GW_OK;
}
