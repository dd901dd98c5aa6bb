/* Entities: mentions of the same thing brought together, typed and linked. */
#include "base/buffer.h"
#include "base/utf8.h"
#include "extract/knowledge/arguments.h"
#include "extract/knowledge/names.h"
#include "extract/knowledge/types.h"

#include <string.h>

/* One ban and bans are the same kind of thing; one city is not the cities, nor a dam the dams. */
static GwView head_form(const GwToken *head)
{
  const bool counted = head->mention == GW_MENTION_PERSON || head->mention == GW_MENTION_PLACE
                       || head->mention == GW_MENTION_ORGANIZATION
                       || head->mention == GW_MENTION_OBJECT;
  return counted ? head->form : head->lemma;
}

/* A phrase's words without quotation marks, the head's form exchanged for `head_text`. */
static void join_words(const GwSentence *s, GwPhrase phrase, size_t head, GwView head_text,
                       GwBuffer *out)
{
  for (size_t i = phrase.first; i <= phrase.last; i++) {
    if (!gw_is_quote(s, i)) {
      gw_buffer_append(out, i == head ? head_text : s->tokens[i].form);
    }
    if (s->tokens[i].space_after && i < phrase.last) {
      gw_buffer_char(out, ' ');
    }
  }
}

GwView gw_phrase_key(GwReader *r, const GwSentence *s, GwPhrase phrase, size_t head)
{
  GwBuffer key = GW_BUFFER_INIT;
  join_words(s, phrase, head, head_form(&s->tokens[head]), &key);
  const GwView lower = gw_utf8_lower(r->arena, gw_buffer_view(&key));
  r->failed = r->failed || key.failed || !lower.data;
  gw_buffer_free(&key);
  return lower.data ? lower : GW_VIEW("");
}

size_t gw_add_mention(GwReader *r, GwMention mention)
{
  GwKnowledge *k = r->knowledge;
  GwMention *grown = gw_arena_grow(r->arena, k->mentions, k->mention_count, &k->mention_capacity,
                                   sizeof *grown);
  if (!grown) {
    r->failed = true;
    return GW_NO_INDEX;
  }
  k->mentions = grown;
  k->mentions[k->mention_count] = mention;
  const size_t at = k->sentence_start[mention.sentence] + mention.head;
  if (k->mention_of_token[at] == GW_NO_INDEX) {
    k->mention_of_token[at] = k->mention_count;
  }
  return k->mention_count++;
}

size_t gw_add_entity(GwReader *r, GwEntity entity)
{
  GwKnowledge *k = r->knowledge;
  GwEntity *grown = gw_arena_grow(r->arena, k->entities, k->entity_count, &k->entity_capacity,
                                  sizeof *grown);
  if (!grown) {
    r->failed = true;
    return GW_NO_INDEX;
  }
  k->entities = grown;
  k->entities[k->entity_count] = entity;
  return k->entity_count++;
}

void gw_add_alias(GwReader *r, size_t entity, GwView alias)
{
  GwEntity *e = &r->knowledge->entities[entity];
  size_t at = 0;
  while (at < e->alias_count && gw_view_compare(e->aliases[at], alias) < 0) {
    at++;
  }
  if (gw_view_equal(alias, e->label)
      || (at < e->alias_count && gw_view_equal(e->aliases[at], alias))) {
    return;
  }
  GwView *aliases = GW_NEW(r->arena, e->alias_count + 1, GwView);
  if (!aliases) {
    r->failed = true;
    return;
  }
  for (size_t i = 0; i <= e->alias_count; i++) {
    aliases[i] = i < at ? e->aliases[i] : i == at ? alias : e->aliases[i - 1];
  }
  e->aliases = aliases;
  e->alias_count++;
}

/* The name that a mention writes, with single spaces and without a clitic at its end. */
static GwView squeezed(GwReader *r, const GwMention *m)
{
  const GwSentence *s = gw_sentence(r, m->sentence);
  const GwBlock *block = &r->document->article->blocks[s->block];
  if (block->kind == GW_BLOCK_SPEAKER) {
    return block->speaker;            /* the full name behind a label such as "JD:" */
  }
  GwBuffer text = GW_BUFFER_INIT;
  join_words(s, (GwPhrase){m->first, m->last}, m->head, s->tokens[m->head].form, &text);
  char *copy = gw_view_copy(r->arena, gw_buffer_view(&text));
  const GwView view = gw_view(copy);
  r->failed = r->failed || !copy;
  gw_buffer_free(&text);
  return view;
}

static GwView key_of_mention(GwReader *r, const GwMention *m, GwView text)
{
  if (m->named) {
    return text;
  }
  const GwView key = gw_phrase_key(r, gw_sentence(r, m->sentence),
                                   (GwPhrase){m->first, m->last}, m->head);
  return gw_view_format(r->arena, "~%.*s", GW_PRINT(key));
}

static size_t form_of_mention(GwReader *r, GwForms *forms, GwMap *by_key, size_t number)
{
  GwMention *m = &r->knowledge->mentions[number];
  const GwView text = squeezed(r, m), key = key_of_mention(r, m, text);
  const size_t known = gw_map_get(by_key, key);
  if (known != GW_MAP_ABSENT) {
    GwForm *f = &forms->forms[known];
    gw_form_vote(f, text);
    f->ner = f->ner == GW_NER_NONE ? m->ner : f->ner;
    return known;
  }
  forms->forms = gw_arena_grow(r->arena, forms->forms, forms->count, &forms->capacity,
                               sizeof *forms->forms);
  if (!forms->forms || !gw_map_set(by_key, key, forms->count)) {
    r->failed = true;
    return GW_NO_INDEX;
  }
  forms->forms[forms->count] = (GwForm){text, m->named, m->ner, number, 1, forms->count};
  return forms->count++;
}

static GwEntity entity_of_form(const GwReader *r, const GwForm *f, const GwKnownEntity *known)
{
  const GwMention *m = &r->knowledge->mentions[f->first_mention];
  const GwSentence *s = gw_sentence(r, m->sentence);
  const GwPhrase phrase = {m->first, m->last};
  GwEntity e = {.label = f->text, .named = f->named, .country = GW_NO_INDEX,
                .broader = GW_NO_INDEX, .first_mention = f->first_mention};
  e.type = known ? known->type
           : f->named ? gw_type_of_name(r, s, phrase, m->head, f->ner)
                      : gw_type_of_phrase(r, s, phrase, m->head);
  const GwOwnKind *own = f->ner == GW_NER_PER ? NULL : gw_own_kind(r, s, phrase, m->head);
  e.own_class = own ? own->own : NULL;
  if (known) {
    e.qid = known->qid;
    e.link_label = known->label;
  }
  return e;
}

void gw_remember(GwReader *r, const char *mark, GwView name, size_t entity)
{
  const GwView key = gw_view_format(r->arena, "%s%.*s", mark, GW_PRINT(name));
  if (!key.data || !gw_map_set(&r->entity_of_name, key, entity)) {
    r->failed = true;
  }
}

size_t gw_recall(GwReader *r, const char *mark, GwView name)
{
  const GwView key = gw_view_format(r->arena, "%s%.*s", mark, GW_PRINT(name));
  const size_t found = key.data ? gw_map_get(&r->entity_of_name, key) : GW_MAP_ABSENT;
  return found == GW_MAP_ABSENT ? GW_NO_INDEX : found;
}

/* The fullest form becomes the label of a name; of a phrase it is the first. */
static void add_form(GwReader *r, size_t entity, const GwForm *f)
{
  GwEntity *e = &r->knowledge->entities[entity];
  if (f->named && f->text.length > e->label.length) {
    const GwView old = e->label;
    e->label = f->text;
    gw_add_alias(r, entity, old);
  } else {
    gw_add_alias(r, entity, f->text);
  }
}

static void create_entities(GwReader *r, GwForms *forms, const GwKnownEntity **known)
{
  size_t *entity_of = GW_NEW(r->arena, forms->count + 1, size_t);
  if (!entity_of) {
    r->failed = true;
    return;
  }
  for (size_t i = 0; i < forms->count && !r->failed; i++) {
    const size_t root = gw_form_root(forms, i);
    if (root == i) {
      entity_of[i] = gw_add_entity(r, entity_of_form(r, &forms->forms[i], known[i]));
      if (known[i]) {
        gw_remember(r, "=", known[i]->qid, entity_of[i]);
      }
    }
    entity_of[i] = entity_of[root];
    if (!r->failed) {
      add_form(r, entity_of[i], &forms->forms[i]);
    }
  }
  for (size_t m = 0; m < r->knowledge->mention_count && !r->failed; m++) {
    GwMention *mention = &r->knowledge->mentions[m];
    mention->entity = entity_of[mention->entity];
  }
}

size_t gw_known_entity(GwReader *r, const GwKnownEntity *known, size_t sentence, size_t token)
{
  const size_t found = gw_recall(r, "=", known->qid);
  if (found != GW_NO_INDEX) {
    return found;
  }
  const size_t mention = gw_add_mention(r, (GwMention){sentence, token, token, token,
                                                       r->knowledge->entity_count, true,
                                                       GW_NER_LOC});
  const size_t entity = gw_add_entity(r, (GwEntity){
    .type = known->type, .label = known->label, .qid = known->qid, .link_label = known->label,
    .named = true, .country = GW_NO_INDEX, .broader = GW_NO_INDEX, .first_mention = mention});
  if (entity != GW_NO_INDEX) {
    gw_remember(r, "=", known->qid, entity);
  }
  return entity;
}

/* Has the entity a mention still? Its mentions may have been found to mean another one. */
static bool is_spoken_of(const GwKnowledge *k, size_t entity)
{
  if (k->mentions[k->entities[entity].first_mention].entity == entity) {
    return true;
  }
  for (size_t i = 0; i < k->mention_count; i++) {
    if (k->mentions[i].entity == entity) {
      return true;
    }
  }
  return false;
}

/* Find or make the entity of an action by its name. */
static size_t action_entity(GwReader *r, GwMention m, GwView label, GwEntityType type)
{
  const GwView key = gw_utf8_lower(r->arena, label);
  const size_t found = gw_recall(r, "~", key);
  if (found != GW_NO_INDEX && is_spoken_of(r->knowledge, found)) {
    return found;
  }
  m.entity = r->knowledge->entity_count;
  const size_t mention = gw_add_mention(r, m);
  const size_t entity = gw_add_entity(r, (GwEntity){
    .type = type, .label = label, .clause = true, .country = GW_NO_INDEX,
    .broader = GW_NO_INDEX, .first_mention = mention});
  if (entity != GW_NO_INDEX) {
    gw_remember(r, "~", key, entity);
  }
  return entity;
}

size_t gw_action_entity(GwReader *r, size_t sentence, size_t predicate, GwPhrase phrase,
                        GwEntityType type)
{
  const GwView text = gw_phrase_text(r->document, gw_sentence(r, sentence), phrase);
  return action_entity(r, (GwMention){sentence, phrase.first, phrase.last, predicate,
                                      GW_NO_INDEX, false, GW_NER_NONE}, text, type);
}

/* "migrants fear ..." for "they fear ...", where it is known who they are. */
static GwView clause_label(GwReader *r, size_t sentence, GwPhrase phrase, size_t subject)
{
  const GwSentence *s = gw_sentence(r, sentence);
  const GwView text = gw_phrase_text(r->document, s, phrase);
  const bool pronoun = subject == phrase.first && subject < phrase.last
                       && s->tokens[subject].upos == GW_PRON;
  const size_t entity = pronoun ? gw_entity_of(r, sentence, subject) : GW_NO_INDEX;
  if (entity == GW_NO_INDEX) {
    return text;
  }
  const GwView rest = gw_phrase_text(r->document, s, (GwPhrase){subject + 1, phrase.last});
  return gw_view_format(r->arena, "%.*s %.*s", GW_PRINT(r->knowledge->entities[entity].label),
                        GW_PRINT(rest));
}

size_t gw_clause_entity(GwReader *r, size_t sentence, size_t predicate, size_t except)
{
  const GwSentence *s = gw_sentence(r, sentence);
  const size_t subject = gw_child(s, predicate, "nsubj|csubj", 0);
  const GwPhrase phrase = gw_clause_without(s, predicate, except);
  const GwView label = clause_label(r, sentence, phrase, subject);
  r->failed = r->failed || !label.data;
  return r->failed ? GW_NO_INDEX
                   : action_entity(r, (GwMention){sentence, phrase.first, phrase.last, predicate,
                                                  GW_NO_INDEX, false, GW_NER_NONE}, label,
                                   subject == GW_NO_INDEX ? GW_ACTIVITY : GW_EVENT);
}

/* The country that a modifier of the mention names: "Chinese government", "China's laws". */
static size_t country_of_mention(GwReader *r, const GwMention *m)
{
  const GwSentence *s = gw_sentence(r, m->sentence);
  for (size_t i = gw_child(s, m->head, "amod|compound|nmod", 0); i != GW_NO_INDEX;
       i = gw_child(s, m->head, "amod|compound|nmod", i + 1)) {
    const GwKnownEntity *known = gw_gazetteer_demonym(r->gazetteer, s->tokens[i].form);
    const size_t other = gw_mention_at(r->knowledge, m->sentence, i);
    const size_t preposition = gw_child(s, i, "case", 0);
    if (known && gw_relates(s, i, "amod|compound")) {
      return gw_known_entity(r, known, m->sentence, i);
    }
    if (other != GW_NO_INDEX
        && r->knowledge->entities[r->knowledge->mentions[other].entity].type == GW_COUNTRY
        && (preposition == GW_NO_INDEX || gw_lemma_is(s, preposition, "of|'s|’s|'|’"))) {
      return r->knowledge->mentions[other].entity;
    }
  }
  return GW_NO_INDEX;
}

static bool is_modified(const GwSentence *s, const GwMention *m)
{
  for (size_t i = m->first; i < m->head; i++) {
    if (gw_relates(s, i, "amod|compound") && gw_below(s, i, m->head)) {
      return true;
    }
  }
  return false;
}

/* "Exit ban" is a kind of ban, where the article speaks of bans too. */
static void find_broader(GwReader *r, size_t entity)
{
  GwEntity *e = &r->knowledge->entities[entity];
  const GwMention *m = &r->knowledge->mentions[e->first_mention];
  const GwSentence *s = gw_sentence(r, m->sentence);
  const GwView lemma = gw_utf8_lower(r->arena, s->tokens[m->head].lemma);
  if (!e->named && !e->clause && lemma.data && is_modified(s, m)) {
    const size_t broader = gw_recall(r, "~", lemma);
    e->broader = broader == entity ? GW_NO_INDEX : broader;
  }
}

/* Unnamed entities can be found again by their key, for clauses and broader terms. */
static void remember_phrases(GwReader *r)
{
  for (size_t i = 0; i < r->knowledge->entity_count; i++) {
    const GwEntity *e = &r->knowledge->entities[i];
    const GwMention *m = &r->knowledge->mentions[e->first_mention];
    if (!e->named) {
      gw_remember(r, "~", gw_phrase_key(r, gw_sentence(r, m->sentence),
                                     (GwPhrase){m->first, m->last}, m->head), i);
    }
  }
}

static void find_countries_of_entities(GwReader *r)
{
  const size_t count = r->knowledge->mention_count;
  for (size_t i = 0; i < count && !r->failed; i++) {
    const GwMention m = r->knowledge->mentions[i];
    if (r->knowledge->entities[m.entity].country == GW_NO_INDEX
        && r->knowledge->entities[m.entity].type != GW_COUNTRY) {
      const size_t country = country_of_mention(r, &m);
      r->knowledge->entities[m.entity].country = country;
    }
  }
}

void gw_build_entities(GwReader *r)
{
  GwForms forms = {NULL, 0, 0};
  GwMap by_key = gw_map_new(r->arena);
  for (size_t i = 0; i < r->knowledge->mention_count && !r->failed; i++) {
    r->knowledge->mentions[i].entity = form_of_mention(r, &forms, &by_key, i);
  }
  if (r->failed) {
    return;
  }
  gw_join_names(r, &forms);
  const GwKnownEntity **known = gw_link_names(r, &forms);
  if (known) {
    create_entities(r, &forms, known);
  }
  if (!r->failed) {
    remember_phrases(r);
    find_countries_of_entities(r);
  }
  for (size_t i = 0; i < r->knowledge->entity_count && !r->failed; i++) {
    find_broader(r, i);
  }
}
