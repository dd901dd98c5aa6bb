#include "export/order.h"

#include "ontology/vocabulary.h"

#include <stdlib.h>

const char *gw_section_title(GwSection section)
{
  static const char *const titles[] = {"Document", "Entities",
                                       "Sentences, and the statements read from each",
                                       "Relations", "Other"};
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
    const GwView object = subject->first[i].object->value;
    if (gw_view_is(predicate, GW_RDF "type")) {
      const GwSection section = section_of_class(object);
      subject->section = section < subject->section ? section : subject->section;
      if (gw_view_is(object, GW_NIF "Sentence")) {
        subject->sentence = subject->first->subject->value;
      }
    } else if (gw_view_is(predicate, GW_NAMESPACE "evidence")) {
      subject->sentence = object;
    } else if (gw_view_is(predicate, GW_NIF "beginIndex")) {
      subject->begin = number_of(object);
    }
  }
}

/* Subjects are still sorted by IRI here. */
static const GwSubject *find_subject(const GwSubject *subjects, size_t count, GwView iri)
{
  size_t low = 0, high = count;
  while (low < high) {
    const size_t middle = low + (high - low) / 2;
    const int order = gw_view_compare(subjects[middle].first->subject->value, iri);
    if (order == 0) {
      return &subjects[middle];
    }
    if (order < 0) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return NULL;
}

static bool is_sentence(const GwSubject *s)
{
  return gw_view_equal(s->sentence, s->first->subject->value);
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
  int order = gw_view_compare(folder(a->sentence), folder(b->sentence));
  if (order == 0 && a->begin != b->begin) {
    order = a->begin < b->begin ? -1 : 1;
  }
  order = order ? order : gw_view_compare(a->sentence, b->sentence);
  return order ? order : (int)is_sentence(b) - (int)is_sentence(a);
}

static int in_reading_order(const void *left, const void *right)
{
  const GwSubject *a = left, *b = right;
  int order = (int)a->section - (int)b->section;
  if (order == 0 && a->section == GW_SECTION_SENTENCES) {
    order = in_sentences(a, b);
  }
  return order ? order : gw_view_compare(a->first->subject->value, b->first->subject->value);
}

static GwSubject *group(GwArena *arena, const GwQuad *triples, size_t count, size_t *groups)
{
  size_t capacity = 0;
  GwSubject *list = NULL;
  *groups = 0;
  for (size_t i = 0; i < count; i++) {
    if (i > 0 && gw_view_equal(triples[i].subject->value, triples[i - 1].subject->value)) {
      list[*groups - 1].count++;
      continue;
    }
    list = gw_arena_grow(arena, list, *groups, &capacity, sizeof *list);
    if (!list) {
      return NULL;
    }
    list[(*groups)++] = (GwSubject){&triples[i], 1, GW_SECTION_OTHER, {"", 0}, 0};
  }
  return list;
}

GwStatus gw_subjects_order(GwArena *arena, const GwQuad *triples, size_t count,
                           GwSubject **subjects, size_t *subject_count, GwError *error)
{
  GwSubject *list = group(arena, triples, count, subject_count);
  *subjects = list;
  if (!list) {
    return count ? gw_fail_memory(error) : GW_OK;
  }
  for (size_t i = 0; i < *subject_count; i++) {
    classify(&list[i]);
  }
  for (size_t i = 0; i < *subject_count; i++) {
    const GwSubject *sentence = list[i].sentence.length && !is_sentence(&list[i])
                                  ? find_subject(list, *subject_count, list[i].sentence) : NULL;
    list[i].begin = sentence ? sentence->begin : list[i].begin;
  }
  qsort(list, *subject_count, sizeof *list, in_reading_order);
  return GW_OK;
}
