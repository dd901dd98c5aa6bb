/* Why a statement stands in the graph. */
#include "explain/parts.h"
#include "extract/knowledge/relations.h"

#include <string.h>

static GwView label_of(const GwExplainer *x, size_t entity)
{
  return x->knowledge->entities[entity].label;
}

static const GwSentence *sentence_of(const GwExplainer *x, const GwStatement *s)
{
  return &x->knowledge->document->sentences[s->sentence];
}

static GwView word(const GwExplainer *x, const GwStatement *s, size_t token)
{
  const GwSentence *sentence = sentence_of(x, s);
  return token < sentence->token_count ? sentence->tokens[token].form : GW_VIEW("");
}

void gw_write_head(GwBuffer *out, const char *head)
{
  gw_buffer_format(out, "  %-11s ", head);
}

static void write_object(const GwExplainer *x, const GwStatement *s, GwBuffer *out)
{
  switch (s->object_kind) {
  case GW_OBJECT_ENTITY:
    gw_buffer_format(out, " %.*s", GW_PRINT(label_of(x, s->object)));
    break;
  case GW_OBJECT_STATEMENT:
    gw_buffer_format(out, ": S%zu", s->object);
    break;
  case GW_OBJECT_TEXT:
    gw_buffer_format(out, " \"%.*s\"", GW_PRINT(s->object_text));
    break;
  case GW_OBJECT_NONE:
    break;
  }
}

void gw_write_claim(const GwExplainer *x, const GwStatement *s, GwBuffer *out)
{
  gw_buffer_format(out, "%s%.*s %.*s", s->polarity == GW_NEGATIVE ? "not: " : "",
                   GW_PRINT(label_of(x, s->subject)), GW_PRINT(s->relation.label));
  write_object(x, s, out);
  if (s->modality != GW_ACTUAL) {
    gw_buffer_format(out, " (%s)", gw_modality_name(s->modality));
  }
}

/* Where the sentence names a qualifier's value, or the empty span. */
static GwSpan span_of_qualifier(const GwExplainer *x, const GwStatement *s, const GwQualifier *q)
{
  if (q->entity == GW_NO_INDEX) {
    return gw_span_of_text(x, q->text);
  }
  const GwSentence *sentence = sentence_of(x, s);
  for (size_t t = 0; t < sentence->token_count; t++) {
    const size_t m = gw_mention_at(x->knowledge, s->sentence, t);
    if (m != GW_NO_INDEX && x->knowledge->mentions[m].entity == q->entity) {
      return gw_span_of_head(x, s->sentence, t);
    }
  }
  return (GwSpan){0, 0};
}

/* The word that tells the relation: of a cause its preposition or conjunction, where it has one. */
static size_t telling_word(const GwExplainer *x, const GwStatement *s)
{
  const GwSentence *sentence = sentence_of(x, s);
  const bool cause = s->rule && gw_view_starts(gw_view(s->rule), GW_VIEW("cause-"));
  const size_t marker = cause && s->subject_token < sentence->token_count
                          ? gw_child(sentence, s->subject_token, "case|mark", 0) : GW_NO_INDEX;
  return marker == GW_NO_INDEX ? s->predicate : marker;
}

static void mark_words(const GwExplainer *x, const GwStatement *s, GwMarks *marks)
{
  const GwSentence *sentence = sentence_of(x, s);
  const size_t cues[] = {s->modality == GW_ACTUAL ? GW_NO_INDEX : s->cues.modality,
                         s->polarity == GW_POSITIVE ? GW_NO_INDEX : s->cues.polarity,
                         s->speaker == GW_NO_INDEX ? GW_NO_INDEX : s->cues.speech};
  const bool text = s->object_kind == GW_OBJECT_TEXT;
  gw_mark_add(marks, gw_span_of_head(x, s->sentence, s->subject_token), "subject");
  gw_mark_add(marks, text ? gw_span_of_text(x, s->object_text)
                          : gw_span_of_head(x, s->sentence, s->object_token), "object");
  const size_t telling = telling_word(x, s);
  if (telling < sentence->token_count) {
    gw_mark_add(marks, sentence->tokens[telling].span, "predicate");
  }
  for (size_t i = 0; i < sizeof cues / sizeof *cues; i++) {
    if (cues[i] < sentence->token_count && cues[i] != telling) {
      gw_mark_add(marks, sentence->tokens[cues[i]].span, "cue");
    }
  }
  for (size_t i = 0; i < s->qualifier_count; i++) {
    gw_mark_add(marks, span_of_qualifier(x, s, &s->qualifiers[i]), s->qualifiers[i].role);
  }
}

static bool is_label(const GwEntity *e, GwView text)
{
  bool same = gw_view_equal(text, e->label);
  for (size_t i = 0; i < e->alias_count && !same; i++) {
    same = gw_view_equal(text, e->aliases[i]);
  }
  return same;
}

/* How the words of a mention name the entity. */
static void write_naming(const GwExplainer *x, const GwMention *m, size_t entity, GwBuffer *out)
{
  const GwEntity *e = &x->knowledge->entities[entity];
  const GwSentence *sentence = &x->knowledge->document->sentences[m->sentence];
  const GwView text = gw_phrase_text(x->knowledge->document, sentence,
                                     (GwPhrase){m->first, m->last});
  if (m->entity != entity) {
    gw_buffer_format(out, "the words \"%.*s\" stand for it here", GW_PRINT(text));
  } else if (m->named) {
    gw_buffer_format(out, "by the name \"%.*s\"", GW_PRINT(text));
  } else if (e->clause) {
    gw_buffer_format(out, "the action \"%.*s\"", GW_PRINT(text));
  } else {
    gw_buffer_format(out, "by the %s \"%.*s\"", e->named || !is_label(e, text) ? "description"
                                                                             : "phrase",
                     GW_PRINT(text));
  }
}

/* How a word came to stand for an entity. */
static void write_origin(const GwExplainer *x, const GwStatement *s, size_t token, size_t entity,
                         GwBuffer *out)
{
  const GwSentence *sentence = sentence_of(x, s);
  if (token >= sentence->token_count) {
    gw_buffer_text(out, "of no word of its own");
    return;
  }
  const GwToken *t = &sentence->tokens[token];
  const size_t m = gw_mention_at(x->knowledge, s->sentence, token);
  if (t->upos == GW_PRON && t->xpos[0] == 'W') {
    gw_buffer_format(out, "the relative pronoun \"%.*s\" stands for the noun before it",
                     GW_PRINT(t->form));
  } else if (m != GW_NO_INDEX) {
    write_naming(x, &x->knowledge->mentions[m], entity, out);
  } else if (t->upos == GW_PRON) {
    gw_buffer_format(out, "the pronoun \"%.*s\" was resolved to it", GW_PRINT(t->form));
  } else {
    gw_buffer_format(out, "the word \"%.*s\" was read as it", GW_PRINT(t->form));
  }
}

static void write_end(const GwExplainer *x, const GwStatement *s, const char *head, size_t entity,
                      size_t token, GwBuffer *out)
{
  const GwEntity *e = &x->knowledge->entities[entity];
  gw_write_head(out, head);
  gw_buffer_format(out, "%.*s (%s%s%.*s), ", GW_PRINT(e->label), gw_entity_type_name(e->type),
                   e->qid.length ? ", Wikidata " : "", GW_PRINT(e->qid));
  write_origin(x, s, token, entity, out);
  gw_buffer_char(out, '\n');
}

static void write_rule(const GwStatement *s, GwBuffer *out)
{
  const char *words = gw_rule_words(s->rule);
  gw_write_head(out, "Read as");
  gw_buffer_format(out, "%s%s%s%s\n", words ? words : "", words ? " (rule " : "rule ",
                   s->rule ? s->rule : "unknown", words ? ")" : "");
}

static void write_relation(const GwExplainer *x, const GwStatement *s, GwBuffer *out)
{
  const GwView form = word(x, s, telling_word(x, s));
  gw_write_head(out, "Relation");
  gw_buffer_format(out, "%.*s, read from the word \"%.*s\"; ", GW_PRINT(s->relation.name),
                   GW_PRINT(form));
  if (s->relation.own) {
    gw_buffer_format(out, "the mapping has <%.*s> for it\n", GW_PRINT(s->relation.own->iri));
    return;
  }
  gw_buffer_text(out, s->relation.mapped ? "a relation of the vocabulary\n"
                      : "made from the word: the vocabulary has none for it\n");
}

static void write_object_line(const GwExplainer *x, const GwStatement *s, GwBuffer *out)
{
  switch (s->object_kind) {
  case GW_OBJECT_ENTITY:
    write_end(x, s, "Object", s->object, s->object_token, out);
    break;
  case GW_OBJECT_STATEMENT:
    gw_write_head(out, "Object");
    gw_buffer_format(out, "statement S%zu, what is said: ", s->object);
    gw_write_claim(x, &x->knowledge->statements[s->object], out);
    gw_buffer_char(out, '\n');
    break;
  case GW_OBJECT_TEXT:
    gw_write_head(out, "Object");
    gw_buffer_format(out, "the words \"%.*s\", kept as text\n", GW_PRINT(s->object_text));
    break;
  case GW_OBJECT_NONE:
    gw_write_head(out, "Object");
    gw_buffer_text(out, "none\n");
    break;
  }
}

/* Behind what a cue decided: the word itself. */
static void write_cue(const GwExplainer *x, const GwStatement *s, size_t cue, GwBuffer *out)
{
  const GwView form = word(x, s, cue);
  if (form.length) {
    gw_buffer_format(out, ", by the word \"%.*s\"", GW_PRINT(form));
  }
}

static void write_meaning(const GwExplainer *x, const GwStatement *s, GwBuffer *out)
{
  static const char *const modalities[GW_MODALITY_COUNT] = {
    "as a fact", "as possible", "as what ought to be", "as intended or to come",
    "under a condition", "as a question"};
  gw_write_head(out, "Meant");
  if (s->modality != GW_ACTUAL || s->polarity == GW_POSITIVE) {
    gw_buffer_text(out, modalities[s->modality]);
    write_cue(x, s, s->modality == GW_ACTUAL ? GW_NO_INDEX : s->cues.modality, out);
  }
  if (s->polarity == GW_NEGATIVE) {
    gw_buffer_text(out, s->modality == GW_ACTUAL ? "as not so" : "; as not so");
    write_cue(x, s, s->cues.polarity, out);
  }
  gw_buffer_char(out, '\n');
  gw_write_head(out, "Said by");
  if (s->speaker == GW_NO_INDEX) {
    gw_buffer_text(out, "the article itself\n");
    return;
  }
  gw_buffer_format(out, "%.*s", GW_PRINT(label_of(x, s->speaker)));
  write_cue(x, s, s->cues.speech, out);
  gw_buffer_char(out, '\n');
}

static void write_qualifiers(const GwExplainer *x, const GwStatement *s, GwBuffer *out)
{
  for (size_t i = 0; i < s->qualifier_count; i++) {
    const GwQualifier *q = &s->qualifiers[i];
    const GwView value = q->entity == GW_NO_INDEX ? q->text : label_of(x, q->entity);
    gw_write_head(out, i ? "" : "With");
    gw_buffer_format(out, "%s: %.*s\n", q->role, GW_PRINT(value));
  }
}

void gw_explain_statement(const GwExplainer *x, size_t statement, GwBuffer *out)
{
  const GwStatement *s = &x->knowledge->statements[statement];
  GwMarks marks = {.count = 0};
  gw_buffer_format(out, "S%zu  ", statement);
  gw_write_claim(x, s, out);
  gw_buffer_format(out, "\n<%.*s>\n\n", GW_PRINT(x->iris.statements[statement]));
  mark_words(x, s, &marks);
  gw_mark_sentence(x, s->sentence, &marks, out);
  gw_buffer_char(out, '\n');
  write_rule(s, out);
  write_relation(x, s, out);
  write_end(x, s, "Subject", s->subject, s->subject_token, out);
  write_object_line(x, s, out);
  write_meaning(x, s, out);
  write_qualifiers(x, s, out);
  gw_write_confidence(x, s, out);
}

void gw_explain(const GwExplainer *x, GwTopic topic, GwBuffer *out)
{
  (topic.is_statement ? gw_explain_statement : gw_explain_entity)(x, topic.index, out);
}
