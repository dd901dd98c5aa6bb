#include "extract/knowledge/names.h"

#include "base/buffer.h"
#include "base/utf8.h"

enum { AMBIGUOUS = GW_MAP_ABSENT - 1, ACRONYM_LETTERS = 8 };

size_t gw_form_root(GwForms *forms, size_t form)
{
  while (forms->forms[form].parent != form) {
    GwForm *f = &forms->forms[form];
    f->parent = forms->forms[f->parent].parent;
    form = f->parent;
  }
  return form;
}

void gw_form_vote(GwForm *form, GwView text)
{
  if (gw_view_equal(form->text, text)) {
    form->votes++;
  } else if (form->votes > 0) {
    form->votes--;
  } else {
    form->text = text;
    form->votes = 1;
  }
}

void gw_form_join(GwForms *forms, size_t a, size_t b)
{
  a = gw_form_root(forms, a);
  b = gw_form_root(forms, b);
  if (a < b) {
    forms->forms[b].parent = a;
  } else {
    forms->forms[a].parent = b;
  }
}

static bool is_capital(char c)
{
  return c >= 'A' && c <= 'Z';
}

/* "IOM" and "U.S." as bare capitals; data NULL when the text is no acronym. */
static GwView acronym(GwArena *arena, GwView text)
{
  char *out = text.length <= 2 * ACRONYM_LETTERS ? gw_arena_alloc(arena, text.length + 1, 1) : NULL;
  size_t n = 0;
  for (size_t i = 0; out && i < text.length; i++) {
    if (is_capital(text.data[i])) {
      out[n++] = text.data[i];
    } else if (text.data[i] != '.') {
      return (GwView){NULL, 0};
    }
  }
  return (GwView){n >= 2 && n <= ACRONYM_LETTERS ? out : NULL, n};
}

/* Initials of the capitalised words; data NULL for fewer than two. */
static GwView initials(GwArena *arena, GwView text)
{
  char *out = gw_arena_alloc(arena, text.length + 1, 1);
  size_t n = 0;
  bool start = true;
  for (size_t i = 0; out && i < text.length; i++) {
    if (start && is_capital(text.data[i])) {
      out[n++] = text.data[i];
    }
    start = text.data[i] == ' ' || text.data[i] == '-';
  }
  return (GwView){n >= 2 ? out : NULL, n};
}

/* Remember that `form` goes by `key`, or that several forms that mean different things do. */
static void offer(GwReader *r, GwMap *map, GwForms *forms, GwView key, size_t form)
{
  if (!key.data) {
    return;
  }
  const size_t known = gw_map_get(map, key);
  const bool other = known != GW_MAP_ABSENT && known != AMBIGUOUS
                     && gw_form_root(forms, known) != gw_form_root(forms, form);
  const size_t value = other || known == AMBIGUOUS ? (size_t)AMBIGUOUS : form;
  if (!gw_map_set(map, key, value)) {
    r->failed = true;
  }
}

static size_t form_known(const GwMap *map, GwView key)
{
  const size_t known = key.data ? gw_map_get(map, key) : GW_MAP_ABSENT;
  return known == AMBIGUOUS ? GW_MAP_ABSENT : known;
}

static void join_if_known(const GwMap *map, GwForms *forms, GwView key, size_t form)
{
  const size_t known = form_known(map, key);
  if (known != GW_MAP_ABSENT && known != form) {
    gw_form_join(forms, known, form);
  }
}

static void join_acronyms(GwReader *r, GwForms *forms)
{
  GwMap full = gw_map_new(r->arena);
  for (size_t i = 0; i < forms->count; i++) {
    const GwForm *f = &forms->forms[i];
    if (f->named && f->ner != GW_NER_PER) {
      offer(r, &full, forms, initials(r->arena, f->text), i);
    }
  }
  for (size_t i = 0; i < forms->count; i++) {
    const GwForm *f = &forms->forms[i];
    if (f->named && f->ner != GW_NER_PER) {
      join_if_known(&full, forms, acronym(r->arena, f->text), i);
    }
  }
}

static GwView first_word(GwView text)
{
  return gw_view_slice(text, 0, gw_view_find(text, GW_VIEW(" "), 0));
}

static GwView last_word(GwView text)
{
  static const char *const endings[] = {"Jr.", "Sr.", "Jr", "Sr", "I", "II", "III", "IV", NULL};
  GwView word = text, rest = text, last = text;
  while (gw_view_next(&rest, ' ', &word)) {
    bool ending = false;
    for (const char *const *e = endings; *e; e++) {
      ending = ending || gw_view_is(word, *e);
    }
    last = ending ? last : word;
  }
  return last;
}

static bool is_person(const GwForm *f)
{
  return f->named && f->ner == GW_NER_PER;
}

/* "Joshua Norton" and "Joshua Abraham Norton": the same first and last word. */
static void join_full_names(GwReader *r, GwForms *forms)
{
  GwMap ends = gw_map_new(r->arena);
  for (size_t i = 0; i < forms->count; i++) {
    const GwForm *f = &forms->forms[i];
    const GwView first = first_word(f->text), last = last_word(f->text);
    if (is_person(f) && !gw_view_equal(first, last)) {
      const GwView key = gw_view_format(r->arena, "%.*s %.*s", GW_PRINT(first), GW_PRINT(last));
      join_if_known(&ends, forms, key, i);
      offer(r, &ends, forms, key, i);
    }
  }
}

/* The first two words of a name of three and more ("Ana Ruiz" of "Ana Ruiz Soto"), else nothing. */
static GwView first_two_words(GwView text)
{
  const size_t one = gw_view_find(text, GW_VIEW(" "), 0);
  const size_t two = one < text.length ? gw_view_find(text, GW_VIEW(" "), one + 1) : text.length;
  return two < text.length ? gw_view_slice(text, 0, two) : (GwView){NULL, 0};
}

/* "Ana Ruiz Soto", later "Ana Ruiz". */
static void join_shortened_names(GwReader *r, GwForms *forms)
{
  GwMap beginnings = gw_map_new(r->arena);
  for (size_t i = 0; i < forms->count; i++) {
    if (is_person(&forms->forms[i])) {
      offer(r, &beginnings, forms, first_two_words(forms->forms[i].text), i);
    }
  }
  for (size_t i = 0; i < forms->count; i++) {
    const GwForm *f = &forms->forms[i];
    if (is_person(f) && !gw_view_equal(first_word(f->text), last_word(f->text))) {
      join_if_known(&beginnings, forms, f->text, i);
    }
  }
}

static void join_persons(GwReader *r, GwForms *forms)
{
  GwMap parts = gw_map_new(r->arena);
  for (size_t i = 0; i < forms->count; i++) {
    const GwForm *f = &forms->forms[i];
    const GwView first = first_word(f->text), last = last_word(f->text);
    if (is_person(f) && !gw_view_equal(first, last)) {
      offer(r, &parts, forms, first, i);
      offer(r, &parts, forms, last, i);
    }
  }
  for (size_t i = 0; i < forms->count; i++) {
    const GwForm *f = &forms->forms[i];
    const GwView first = first_word(f->text);
    if (is_person(f) && gw_view_equal(first, last_word(f->text))) {   /* "Norton", "Norton II" */
      join_if_known(&parts, forms, first, i);
    }
  }
}

/* "the Commission" after "the European Commission", not before it. */
static void join_short_names(GwReader *r, GwForms *forms)
{
  GwMap lasts = gw_map_new(r->arena);
  for (size_t i = 0; i < forms->count; i++) {
    const GwForm *f = &forms->forms[i];
    const GwView last = last_word(f->text);
    if (f->named && f->ner == GW_NER_ORG && last.length < f->text.length) {
      offer(r, &lasts, forms, last, i);
    }
  }
  for (size_t i = 0; i < forms->count; i++) {
    const GwForm *f = &forms->forms[i];
    if (f->named && (f->ner == GW_NER_ORG || f->ner == GW_NER_NONE)
        && last_word(f->text).length == f->text.length) {
      const size_t full = form_known(&lasts, f->text);
      if (full != GW_MAP_ABSENT && forms->forms[full].first_mention < f->first_mention) {
        gw_form_join(forms, full, i);
      }
    }
  }
}

void gw_join_names(GwReader *r, GwForms *forms)
{
  join_acronyms(r, forms);
  join_short_names(r, forms);
  join_full_names(r, forms);
  join_shortened_names(r, forms);
  join_persons(r, forms);
}
