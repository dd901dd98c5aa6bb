/* Linking the names of an article, each with all its forms and in the article's setting. */
#include "extract/knowledge/linking.h"
#include "extract/knowledge/names.h"

enum { PLACES = 64, NAMES = 16, SURE = 70 };

/* What the article speaks of that tells which of several entities a name means. */
typedef struct {
  GwView places[PLACES];    ///< Wikidata ids of countries and of places within them
  size_t times[PLACES];     ///< how often each is named
  size_t count;
  const GwKnownEntity *main; ///< the country that most of it is about, or NULL
} Setting;

static void add_place(Setting *s, const GwKnownEntity *known, size_t times)
{
  if (!known || (known->type != GW_COUNTRY && known->type != GW_PLACE)) {
    return;
  }
  size_t at = 0;
  while (at < s->count && !gw_view_equal(s->places[at], known->qid)) {
    at++;
  }
  if (at < PLACES) {
    s->places[at] = known->qid;
    s->times[at] += times;
    s->count += at == s->count;
  }
}

/* More than half of what is said of countries, and not once only. */
static void find_main_country(const GwGazetteer *gazetteer, Setting *s)
{
  size_t all = 0, most = 0;
  for (size_t i = 0; i < s->count; i++) {
    const GwKnownEntity *known = gw_gazetteer_entity(gazetteer, s->places[i]);
    const size_t times = known && known->type == GW_COUNTRY ? s->times[i] : 0;
    all += times;
    if (times > most) {
      most = times;
      s->main = known;
    }
  }
  s->main = most > 1 && 2 * most > all ? s->main : NULL;
}

/* Countries and places that the article names, and countries whose demonyms it uses. */
static void find_setting(const GwReader *r, const GwForms *forms, Setting *s)
{
  for (size_t i = 0; i < forms->count; i++) {
    size_t found = 0;
    const GwForm *f = &forms->forms[i];
    const GwCandidate *c = f->named ? gw_gazetteer_find(r->gazetteer, f->text, &found) : NULL;
    if (found && (c[0].entity->type == GW_COUNTRY || (found == 1 && c[0].prior >= SURE))) {
      add_place(s, c[0].entity, f->votes);
    }
  }
  for (size_t i = 0; i < r->document->sentence_count; i++) {
    const GwSentence *sentence = gw_sentence(r, i);
    for (size_t t = 0; t < sentence->token_count; t++) {
      add_place(s, gw_gazetteer_demonym(r->gazetteer, sentence->tokens[t].form), 1);
    }
  }
  find_main_country(r->gazetteer, s);
}

/* The names that share a root, fullest first. */
static size_t names_of_root(GwForms *forms, const size_t *members, size_t count,
                            GwView names[NAMES])
{
  size_t n = 0;
  for (size_t i = 0; i < count && n < NAMES; i++) {
    const GwView name = forms->forms[members[i]].text;
    size_t at = n++;
    for (; at > 0 && names[at - 1].length < name.length; at--) {
      names[at] = names[at - 1];
    }
    names[at] = name;
  }
  return n;
}

static GwEntityType type_for_linking(GwNer ner)
{
  switch (ner) {
  case GW_NER_PER:
    return GW_PERSON;
  case GW_NER_ORG:
    return GW_ORGANIZATION;
  case GW_NER_LOC:
    return GW_PLACE;
  case GW_NER_NONE:
  case GW_NER_OTH:
    break;
  }
  return GW_THING;
}

/* Forms grouped by root: members of root i are list[start[i]] .. list[start[i + 1] - 1]. */
typedef struct {
  size_t *start, *list;
} Groups;

static bool group(GwReader *r, GwForms *forms, Groups *g)
{
  g->start = GW_NEW(r->arena, forms->count + 2, size_t);
  g->list = GW_NEW(r->arena, forms->count + 1, size_t);
  if (!g->start || !g->list) {
    r->failed = true;
    return false;
  }
  for (size_t i = 0; i < forms->count; i++) {
    g->start[gw_form_root(forms, i) + 2]++;
  }
  for (size_t i = 2; i < forms->count + 2; i++) {
    g->start[i] += g->start[i - 1];
  }
  for (size_t i = 0; i < forms->count; i++) {
    g->list[g->start[gw_form_root(forms, i) + 1]++] = i;
  }
  return true;
}

/* "President Doe", "the prime minister, Doe": does a title stand before the name? */
static bool is_titled(const GwReader *r, const GwForm *f)
{
  const GwMention *m = &r->knowledge->mentions[f->first_mention];
  const GwSentence *s = gw_sentence(r, m->sentence);
  return m->first > 0
         && gw_lemma_is(s, m->first - 1, "President|president|Chancellor|chancellor|Minister|"
                                         "minister|Premier|premier");
}

static const GwKnownEntity *link_group(const GwReader *r, GwForms *forms, const Groups *g,
                                       size_t root, const Setting *setting)
{
  GwView names[NAMES];
  const size_t first = g->start[root], end = g->start[root + 1];
  const size_t count = names_of_root(forms, g->list + first, end - first, names);
  GwNer ner = GW_NER_NONE;
  bool titled = false;
  for (size_t i = first; i < end; i++) {
    const GwForm *f = &forms->forms[g->list[i]];
    ner = ner == GW_NER_NONE || f->ner == GW_NER_LOC ? f->ner : ner; /* a place's name is telling */
    titled = titled || (f->ner == GW_NER_PER && is_titled(r, f));
  }
  const GwKnownEntity *known = gw_link_choose(r->gazetteer, names, count, type_for_linking(ner),
                                              setting->places, setting->count);
  for (size_t i = 0; titled && i < count && !known; i++) {
    known = gw_link_head(r->gazetteer, names[i], setting->places, setting->count);
  }
  if (!known && ner != GW_NER_PER && count) {
    known = gw_link_national(r->gazetteer, names[0], setting->main);
  }
  return known;
}

/* Groups that mean the same known entity are joined. */
const GwKnownEntity **gw_link_names(GwReader *r, GwForms *forms)
{
  Groups g;
  Setting setting = {.count = 0};
  const GwKnownEntity **known = GW_NEW(r->arena, forms->count + 1, const GwKnownEntity *);
  GwMap by_qid = gw_map_new(r->arena);
  if (!known || !group(r, forms, &g)) {
    r->failed = true;
    return NULL;
  }
  find_setting(r, forms, &setting);
  for (size_t i = 0; i < forms->count; i++) {
    if (!forms->forms[i].named || forms->forms[i].parent != i) {
      continue;
    }
    known[i] = link_group(r, forms, &g, i, &setting);
    const size_t other = known[i] ? gw_map_get(&by_qid, known[i]->qid) : GW_MAP_ABSENT;
    if (other != GW_MAP_ABSENT) {
      gw_form_join(forms, other, i);
    } else if (known[i] && !gw_map_set(&by_qid, known[i]->qid, i)) {
      r->failed = true;
    }
  }
  return known;
}
