#include "extract/knowledge/phrases.h"
#include "extract/knowledge/quantities.h"
#include "extract/knowledge/relations.h"
#include "ontology/description.h"

/* An entity as the statement speaks of it, with the number that it counts. */
static GwView entity_words(const GwDescription *d, const GwStatement *s, size_t entity)
{
  const GwKnowledge *k = d->knowledge;
  for (size_t i = 0; i < s->amount_count; i++) {
    const GwQuantity *q = &k->quantities[s->amounts[i].quantity];
    if (s->amounts[i].role == GW_AMOUNT_COUNTS && q->counts == entity && !q->share
        && q->counted != GW_NO_INDEX) {
      return gw_quantity_words(k, q);
    }
  }
  return k->entities[entity].label;
}

/* The object as people read it; a statement is given by `within`. */
static GwView object_label(const GwDescription *d, const GwStatement *s, GwView within)
{
  switch (s->object_kind) {
  case GW_OBJECT_ENTITY: return entity_words(d, s, s->object);
  case GW_OBJECT_STATEMENT: return within;
  case GW_OBJECT_TEXT: return s->object_text;
  case GW_OBJECT_NONE: break;
  }
  return GW_VIEW("");
}

/* Is the subject a noun in the plural, where it is first mentioned? */
static bool has_plural_subject(const GwDescription *d, const GwStatement *s)
{
  const GwKnowledge *k = d->knowledge;
  const size_t first = k->entities[s->subject].first_mention;
  if (first >= k->mention_count || k->entities[s->subject].clause) {
    return false;
  }
  const GwMention *m = &k->mentions[first];
  return gw_is_plural(&k->document->sentences[m->sentence], m->head);
}

/* "leads to" -> "lead to", "is known as" -> "are known as": the relation of several. */
static GwView plural_relation(const GwDescription *d, GwView label)
{
  static const char *const sibilants[] = {"ches", "shes", "sses", "xes", "zes", "oes"};
  const size_t end = gw_view_find(label, GW_VIEW(" "), 0);
  GwView verb = gw_view_slice(label, 0, end);
  const char *ending = "";
  if (gw_view_is(verb, "is") || gw_view_is(verb, "has")) {
    ending = gw_view_is(verb, "is") ? "are" : "have";
    verb.length = 0;
  } else if (verb.length > 4 && gw_view_ends(verb, GW_VIEW("ies"))) {
    ending = "y";
    verb.length -= 3;
  } else if (gw_view_ends(verb, GW_VIEW("s"))) {
    verb.length--;
    for (size_t i = 0; i < sizeof sibilants / sizeof *sibilants; i++) {
      const GwView full = gw_view_slice(label, 0, end);
      verb.length = gw_view_ends(full, gw_view(sibilants[i])) ? end - 2 : verb.length;
    }
  }
  return gw_view_format(d->arena, "%.*s%s%.*s", GW_PRINT(verb), ending,
                        GW_PRINT(gw_view_slice(label, end, label.length)));
}

/* "not: Visas prevent crossings (conditional)": no label reads as a fact that is none. */
static GwView statement_label(const GwDescription *d, const GwStatement *s, GwView within)
{
  static const char *const modalities[GW_MODALITY_COUNT] = {
    "", " (possible)", " (necessary)", " (intended)", " (conditional)", " (questioned)"};
  const GwView object = object_label(d, s, within);
  const GwView relation = has_plural_subject(d, s) ? plural_relation(d, s->relation.label)
                                                   : s->relation.label;
  const char *link = s->object_kind == GW_OBJECT_STATEMENT ? ": " : " ";
  return gw_view_format(d->arena, "%s%.*s %.*s%s%.*s%s",
                        s->polarity == GW_NEGATIVE ? "not: " : "",
                        GW_PRINT(entity_words(d, s, s->subject)),
                        GW_PRINT(relation), object.length ? link : "", GW_PRINT(object),
                        modalities[s->modality]);
}

/* One level of what is said within is spelled out. */
static GwStatus add_label(GwDescription *d, size_t index, GwError *error)
{
  const GwStatement *s = &d->knowledge->statements[index];
  GwView within = GW_VIEW("");
  if (s->object_kind == GW_OBJECT_STATEMENT) {
    within = statement_label(d, &d->knowledge->statements[s->object], GW_VIEW("\u2026"));
  }
  const GwView label = statement_label(d, s, within);
  GwTerm term;
  if (!within.data || !label.data) {
    return gw_fail_memory(error);
  }
  GW_TRY(gw_words(d, label, &term, error));
  return gw_put(d, d->statements[index], GW_RDFS "label", term, error);
}

static GwStatus object_term(GwDescription *d, const GwStatement *s, GwTerm *object, GwError *error)
{
  if (s->object_kind == GW_OBJECT_ENTITY) {
    *object = gw_iri(d->entities[s->object]);
  } else if (s->object_kind == GW_OBJECT_STATEMENT) {
    *object = gw_iri(d->statements[s->object]);
  } else if (!gw_date_term(d->arena, s->object_text, false, object)) {
    return gw_words(d, s->object_text, object, error);
  }
  return GW_OK;
}

/* What a fact makes of its object, beside what it is of itself. */
static GwStatus add_role_of_object(GwDescription *d, const GwStatement *s, GwError *error)
{
  if (s->object_kind != GW_OBJECT_ENTITY) {
    return GW_OK;
  }
  if (s->relation.kind == GW_RELATION_CAUSE || s->relation.kind == GW_RELATION_PREVENT) {
    return gw_put_type(d, d->entities[s->object], GW_NAMESPACE "Effect", error);
  }
  return s->relation.mapped && gw_relation_is(&s->relation, "holdsOffice")
         ? gw_put_type(d, d->entities[s->object], GW_NAMESPACE "Office", error) : GW_OK;
}

/* Subject, relation and object: on the node, and as one plain triple when the article asserts
 * them. Without an object there is no plain triple to write. */
static GwStatus add_triple(GwDescription *d, size_t index, GwError *error)
{
  const GwStatement *s = &d->knowledge->statements[index];
  const GwView node = d->statements[index], subject = d->entities[s->subject];
  GwView relation;
  GwTerm object;
  GW_TRY(gw_relation_iri(d, &s->relation, &relation, error));
  GW_TRY(gw_put_iri(d, node, GW_RDF "subject", subject, error));
  GW_TRY(gw_put_iri(d, node, GW_RDF "predicate", relation, error));
  if (s->object_kind == GW_OBJECT_NONE) {
    return GW_OK;
  }
  GW_TRY(object_term(d, s, &object, error));
  GW_TRY(gw_put(d, node, GW_RDF "object", object, error));
  if (!gw_statement_is_asserted(s)) {
    return GW_OK;
  }
  GW_TRY(add_role_of_object(d, s, error));
  return gw_put_triple(d, subject, relation, object, error);
}

static GwStatus add_meaning(GwDescription *d, size_t index, GwError *error)
{
  const GwStatement *s = &d->knowledge->statements[index];
  const GwView node = d->statements[index];
  const GwView asserted = gw_statement_is_asserted(s) ? GW_VIEW("true") : GW_VIEW("false");
  const GwView polarity = s->polarity == GW_NEGATIVE ? GW_VIEW(GW_NAMESPACE "Negative")
                                                     : GW_VIEW(GW_NAMESPACE "Positive");
  GwView modality;
  GW_TRY(gw_join(d, GW_VIEW(GW_NAMESPACE), gw_view(gw_modality_name(s->modality)), &modality,
                 error));
  GW_TRY(gw_put(d, node, GW_NAMESPACE "asserted", gw_typed(asserted, GW_XSD "boolean"), error));
  GW_TRY(gw_put_iri(d, node, GW_NAMESPACE "polarity", polarity, error));
  return gw_put_iri(d, node, GW_NAMESPACE "modality", modality, error);
}

static GwStatus add_speaker(GwDescription *d, size_t index, GwError *error)
{
  const GwStatement *s = &d->knowledge->statements[index];
  const GwView node = d->statements[index];
  GW_TRY(gw_put_type(d, node, GW_NAMESPACE "Statement", error));
  if (s->speaker == GW_NO_INDEX) {
    return GW_OK;
  }
  GW_TRY(gw_put_type(d, node, GW_NAMESPACE "Claim", error));
  GW_TRY(gw_put_iri(d, node, GW_NAMESPACE "claimedBy", d->entities[s->speaker], error));
  if (s->speech_verb.length == 0) {
    return GW_OK;
  }
  GwTerm verb;
  GW_TRY(gw_words(d, s->speech_verb, &verb, error));
  return gw_put(d, node, GW_NAMESPACE "speechVerb", verb, error);
}

static GwStatus add_confidence(GwDescription *d, size_t index, GwError *error)
{
  const double confidence = d->knowledge->statements[index].confidence;
  const unsigned percent = confidence > 0 ? confidence < 1 ? (unsigned)(100 * confidence + 0.5)
                                                           : 100 : 0;
  const GwView text = gw_view_format(d->arena, "%u.%02u", percent / 100, percent % 100);
  if (!text.data) {
    return gw_fail_memory(error);
  }
  return gw_put(d, d->statements[index], GW_NAMESPACE "confidence",
                gw_typed(text, GW_XSD "decimal"), error);
}

/* Where it was read, from which word, by which rule, and by which version of the program: other
 * versions give the same statement the same IRI. */
static GwStatus add_evidence(GwDescription *d, size_t index, GwError *error)
{
  const GwStatement *s = &d->knowledge->statements[index];
  const GwView node = d->statements[index];
  const GwSentence *sentence = &d->knowledge->document->sentences[s->sentence];
  d->sentences[s->sentence].used = true;
  GW_TRY(gw_put_iri(d, node, GW_NAMESPACE "evidence", d->sentences[s->sentence].iri, error));
  GW_TRY(gw_put_iri(d, node, GW_PROV "wasDerivedFrom", d->document, error));
  GW_TRY(gw_put_iri(d, node, GW_PROV "wasGeneratedBy", d->reading, error));
  if (s->rule) {
    GW_TRY(gw_put(d, node, GW_NAMESPACE "rule", gw_string(gw_view(s->rule)), error));
  }
  if (s->predicate < sentence->token_count) {
    GwTerm trigger;
    GW_TRY(gw_words(d, sentence->tokens[s->predicate].form, &trigger, error));
    GW_TRY(gw_put(d, node, GW_NAMESPACE "trigger", trigger, error));
  }
  return add_confidence(d, index, error);
}

static GwStatus add_qualifier(GwDescription *d, size_t index, const GwQualifier *qualifier,
                              GwError *error)
{
  GwView property;
  GwTerm value;
  GW_TRY(gw_describe_role(d, qualifier->role, &property, error));
  if (qualifier->entity != GW_NO_INDEX) {
    value = gw_iri(d->entities[qualifier->entity]);
  } else if (!gw_date_term(d->arena, qualifier->text, false, &value)) {
    GW_TRY(gw_words(d, qualifier->text, &value, error));
  }
  return gw_put_triple(d, d->statements[index], property, value, error);
}

static GwStatus add_amounts(GwDescription *d, size_t index, GwError *error)
{
  const GwStatement *s = &d->knowledge->statements[index];
  for (size_t i = 0; i < s->amount_count; i++) {
    GwView property;
    GW_TRY(gw_join(d, GW_VIEW(GW_NAMESPACE), gw_view(gw_amount_role_name(s->amounts[i].role)),
                   &property, error));
    GW_TRY(gw_put_triple(d, d->statements[index], property,
                         gw_iri(d->quantities[s->amounts[i].quantity]), error));
  }
  return GW_OK;
}

static GwStatus describe_statement(GwDescription *d, size_t index, GwError *error)
{
  const GwStatement *s = &d->knowledge->statements[index];
  GW_TRY(gw_enter_statement(d, index, error));
  GW_TRY(gw_describe_relation(d, &s->relation, error));
  GW_TRY(add_label(d, index, error));
  GW_TRY(add_triple(d, index, error));
  GW_TRY(add_meaning(d, index, error));
  GW_TRY(add_speaker(d, index, error));
  GW_TRY(add_evidence(d, index, error));
  for (size_t i = 0; i < s->qualifier_count; i++) {
    if (!gw_view_is(gw_view(s->qualifiers[i].role), "time")) {
      GW_TRY(add_qualifier(d, index, &s->qualifiers[i], error));
    }
  }
  GW_TRY(gw_describe_times(d, index, error));
  return add_amounts(d, index, error);
}

GwStatus gw_describe_statements(GwDescription *d, GwError *error)
{
  for (size_t i = 0; i < d->knowledge->statement_count; i++) {
    if (!d->repeated[i]) {
      GW_TRY(describe_statement(d, i, error));
    }
  }
  d->node = GW_VIEW("");
  return GW_OK;
}
