/* Why an entity is what it is, and all that is said of it. */
#include "explain/parts.h"
#include "extract/knowledge/gazetteer.h"
#include "extract/knowledge/relations.h"
#include "extract/knowledge/types.h"

/* What the engine takes a name for, before its words and the gazetteer say more. */
static const char *ner_words(GwNer ner)
{
  switch (ner) {
  case GW_NER_PER: return "a person";
  case GW_NER_LOC: return "a place";
  case GW_NER_ORG: return "an organisation";
  case GW_NER_NONE:
  case GW_NER_OTH: break;
  }
  return "something else";
}

static void write_type_of_phrase(const GwExplainer *x, const GwEntity *e, const GwMention *m,
                                 GwBuffer *out)
{
  const GwReader reader = {.arena = x->arena, .gazetteer = x->resources->gazetteer,
                           .lexicon = x->resources->lexicon,
                           .document = x->knowledge->document};
  const GwSentence *s = &x->knowledge->document->sentences[m->sentence];
  GwEntityType listed = GW_CONCEPT;
  const GwView noun = gw_telling_noun(&reader, s, (GwPhrase){m->first, m->last}, m->head, &listed);
  const char *type = gw_entity_type_name(listed);
  const char *seen = gw_mention_type_name(s->tokens[m->head].mention);
  if (noun.length && listed == e->type) {
    gw_buffer_format(out, "the list of nouns has \"%.*s\" as %s", GW_PRINT(noun), type);
  } else if (noun.length) {
    gw_buffer_format(out, "the list of nouns has \"%.*s\" as %s, and it stands here for %s %s",
                     GW_PRINT(noun), type, gw_is_plural(s, m->head) ? "several of kind"
                                                                    : "one of kind", seen);
  } else {
    gw_buffer_format(out, "the engine took the word \"%.*s\" for a mention of kind %s",
                     GW_PRINT(s->tokens[m->head].form), seen);
  }
}

static void write_type(const GwExplainer *x, const GwEntity *e, GwBuffer *out)
{
  const GwMention *m = &x->knowledge->mentions[e->first_mention];
  gw_write_head(out, "Type");
  gw_buffer_format(out, "%s: ", gw_entity_type_name(e->type));
  if (e->own_class) {
    gw_buffer_format(out, "below it, %.*s <%.*s>, by the noun that the mapping has; ",
                     GW_PRINT(e->own_class->name), GW_PRINT(e->own_class->iri));
  }
  if (e->qid.length) {
    gw_buffer_format(out, "what the gazetteer has %.*s as", GW_PRINT(e->qid));
  } else if (e->clause) {
    gw_buffer_text(out, "an action that a clause tells");
  } else if (m->named) {
    gw_buffer_format(out, "the engine took the name for %s", ner_words(m->ner));
  } else {
    write_type_of_phrase(x, e, m, out);
  }
  gw_buffer_char(out, '\n');
}

static void write_names(const GwEntity *e, GwBuffer *out)
{
  for (size_t i = 0; i < e->alias_count; i++) {
    gw_write_head(out, i ? "" : "Also called");
    gw_buffer_format(out, "%.*s\n", GW_PRINT(e->aliases[i]));
  }
}

/* Weight of a known entity for a name, and how many other entities bear the name. */
static unsigned weight_of(const GwExplainer *x, GwView name, GwView qid, size_t *others)
{
  size_t count = 0;
  unsigned weight = 0;
  const GwCandidate *found = gw_gazetteer_find(x->resources->gazetteer, name, &count);
  for (size_t i = 0; i < count; i++) {
    weight = gw_view_equal(found[i].entity->qid, qid) ? found[i].prior : weight;
  }
  *others = count - (weight > 0);
  return weight;
}

static void write_weight(const GwExplainer *x, GwView name, GwView qid, GwBuffer *out)
{
  size_t others = 0;
  const unsigned weight = weight_of(x, name, qid, &others);
  if (weight) {
    gw_write_head(out, "");
    gw_buffer_format(out, "the name \"%.*s\" means it with weight %u of 100", GW_PRINT(name),
                     weight);
    if (others) {
      gw_buffer_format(out, "; %zu %s the name, too", others, others == 1 ? "other bears"
                                                                          : "others bear");
    }
    gw_buffer_char(out, '\n');
  }
}

static void write_link(const GwExplainer *x, const GwEntity *e, GwBuffer *out)
{
  size_t others = 0;
  gw_write_head(out, "Link");
  if (e->qid.length) {
    const GwKnownEntity *known = gw_gazetteer_entity(x->resources->gazetteer, e->qid);
    gw_buffer_format(out, "Wikidata %.*s, %.*s", GW_PRINT(e->qid), GW_PRINT(e->link_label));
    if (known && known->description.length) {
      gw_buffer_format(out, ": %.*s", GW_PRINT(known->description));
    }
    gw_buffer_char(out, '\n');
    write_weight(x, e->label, e->qid, out);
    for (size_t i = 0; i < e->alias_count; i++) {
      write_weight(x, e->aliases[i], e->qid, out);
    }
  } else if (!e->named) {
    gw_buffer_text(out, "none: only names are linked\n");
  } else if (weight_of(x, e->label, GW_VIEW("-"), &others) == 0 && others) {
    gw_buffer_format(out, "none: of the %zu that bear the name none is certain\n", others);
  } else {
    gw_buffer_text(out, "none: the gazetteer does not have the name\n");
  }
}

static void write_relatives(const GwExplainer *x, const GwEntity *e, GwBuffer *out)
{
  if (e->country != GW_NO_INDEX) {
    gw_write_head(out, "Country");
    gw_buffer_format(out, "%.*s\n", GW_PRINT(x->knowledge->entities[e->country].label));
  }
  if (e->broader != GW_NO_INDEX) {
    gw_write_head(out, "A kind of");
    gw_buffer_format(out, "%.*s\n", GW_PRINT(x->knowledge->entities[e->broader].label));
  }
}

/* Each sentence once, with all mentions in it. */
static void write_mentions(const GwExplainer *x, size_t entity, GwBuffer *out)
{
  const GwKnowledge *k = x->knowledge;
  const size_t count = k->entities[entity].mention_count;
  gw_buffer_format(out, "\n%zu %s\n", count, count == 1 ? "mention" : "mentions");
  for (size_t i = 0; i < k->document->sentence_count; i++) {
    GwMarks marks = {.count = 0};
    const GwSentence *s = &k->document->sentences[i];
    for (size_t m = 0; m < k->mention_count; m++) {
      const GwMention *mention = &k->mentions[m];
      if (mention->entity == entity && mention->sentence == i) {
        gw_mark_add(&marks, gw_span_of_phrase(s, (GwPhrase){mention->first, mention->last}),
                    mention->named ? "name" : "phrase");
      }
    }
    if (marks.count) {
      gw_mark_sentence(x, i, &marks, out);
    }
  }
}

static bool speaks_of(const GwStatement *s, size_t entity)
{
  bool found = s->subject == entity || s->speaker == entity
               || (s->object_kind == GW_OBJECT_ENTITY && s->object == entity);
  for (size_t i = 0; i < s->qualifier_count && !found; i++) {
    found = s->qualifiers[i].entity == entity;
  }
  return found;
}

static void write_statements(const GwExplainer *x, size_t entity, GwBuffer *out)
{
  const GwKnowledge *k = x->knowledge;
  size_t count = 0;
  for (size_t i = 0; i < k->statement_count; i++) {
    count += speaks_of(&k->statements[i], entity);
  }
  gw_buffer_format(out, "\n%zu %s\n", count, count == 1 ? "statement" : "statements");
  for (size_t i = 0; i < k->statement_count; i++) {
    const GwStatement *s = &k->statements[i];
    if (speaks_of(s, entity)) {
      gw_buffer_format(out, "  S%zu  ", i);
      gw_write_claim(x, s, out);
      gw_buffer_format(out, ", %.2f\n", s->confidence);
    }
  }
}

void gw_explain_entity(const GwExplainer *x, size_t entity, GwBuffer *out)
{
  const GwEntity *e = &x->knowledge->entities[entity];
  gw_buffer_format(out, "E%zu  %.*s\n<%.*s>\n\n", entity, GW_PRINT(e->label),
                   GW_PRINT(x->iris.entities[entity]));
  write_type(x, e, out);
  write_names(e, out);
  write_link(x, e, out);
  write_relatives(x, e, out);
  write_mentions(x, entity, out);
  write_statements(x, entity, out);
}
