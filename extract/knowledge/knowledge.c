#include "extract/knowledge/knowledge.h"

#include "extract/knowledge/confidence.h"
#include "extract/knowledge/coreference.h"
#include "extract/knowledge/governments.h"
#include "extract/knowledge/reader.h"

static const char *const entity_types[GW_ENTITY_TYPE_COUNT] = {
  "Person", "Organization", "InternationalOrganization", "Government", "Party", "Company",
  "University", "Country", "City", "Place", "Group", "Role", "Policy", "Law", "Event", "Activity",
  "Condition", "Work", "Quantity", "Time", "Thing", "Concept"};

static const char *const modalities[GW_MODALITY_COUNT] = {
  "Actual", "Possible", "Necessary", "Intended", "Conditional", "Questioned"};

static const char *const amount_roles[GW_AMOUNT_ROLE_COUNT] = {
  "quantity", "changeBy", "changeFrom", "changeTo", "changeFactor"};

const char *gw_entity_type_name(GwEntityType type)
{
  return type < GW_ENTITY_TYPE_COUNT ? entity_types[type] : "Concept";
}

const char *gw_modality_name(GwModality modality)
{
  return modality < GW_MODALITY_COUNT ? modalities[modality] : "Actual";
}

const char *gw_amount_role_name(GwAmountRole role)
{
  return role < GW_AMOUNT_ROLE_COUNT ? amount_roles[role] : "quantity";
}

bool gw_statement_is_asserted(const GwStatement *statement)
{
  return statement->speaker == GW_NO_INDEX && statement->polarity == GW_POSITIVE
         && statement->modality == GW_ACTUAL && statement->confidence >= GW_ASSERTED_FROM;
}

size_t gw_mention_at(const GwKnowledge *knowledge, size_t sentence, size_t token)
{
  return knowledge->mention_of_token[knowledge->sentence_start[sentence] + token];
}

GwStatus gw_resources_open(GwArena *arena, GwResources *resources, GwError *error)
{
  GwGazetteer *gazetteer = NULL;
  GwLexicon *lexicon = NULL;
  GwConfidence *confidence = NULL;
  GwCoreferenceModel *coreference = NULL;
  GW_TRY(gw_gazetteer_open(arena, &gazetteer, error));
  GW_TRY(gw_lexicon_open(arena, &lexicon, error));
  GW_TRY(gw_confidence_open(arena, &confidence, error));
  GW_TRY(gw_coreference_open(arena, &coreference, error));
  *resources = (GwResources){gazetteer, lexicon, confidence, coreference};
  return GW_OK;
}

static void number_all(GwKnowledge *k)
{
  for (size_t i = 0; i < k->entity_count; i++) {
    k->entities[i].number = i;
  }
  for (size_t i = 0; i < k->statement_count; i++) {
    k->statements[i].number = i;
  }
}

static GwStatus number_tokens(GwArena *arena, GwKnowledge *k, GwError *error)
{
  const GwDocument *document = k->document;
  size_t tokens = 0;
  k->sentence_start = GW_NEW(arena, document->sentence_count + 1, size_t);
  if (!k->sentence_start) {
    return gw_fail_memory(error);
  }
  for (size_t i = 0; i < document->sentence_count; i++) {
    k->sentence_start[i] = tokens;
    tokens += document->sentences[i].token_count;
  }
  k->sentence_start[document->sentence_count] = tokens;
  k->mention_of_token = GW_NEW(arena, tokens + 1, size_t);
  if (!k->mention_of_token) {
    return gw_fail_memory(error);
  }
  for (size_t i = 0; i <= tokens; i++) {
    k->mention_of_token[i] = GW_NO_INDEX;
  }
  return GW_OK;
}

GwStatus gw_knowledge_build(GwArena *arena, const GwResources *resources,
                            const GwDocument *document, GwKnowledge *knowledge, GwError *error)
{
  *knowledge = (GwKnowledge){.document = document, .references = GW_NEW(arena, 1, GwReferences)};
  GwReader reader = {.arena = arena, .gazetteer = resources->gazetteer,
                     .lexicon = resources->lexicon, .document = document,
                     .knowledge = knowledge, .entity_of_name = gw_map_new(arena)};
  if (!knowledge->references) {
    return gw_fail_memory(error);
  }
  GW_TRY(number_tokens(arena, knowledge, error));
  gw_find_amounts(&reader);
  if (!reader.failed) {
    gw_find_mentions(&reader);
  }
  if (!reader.failed) {
    gw_build_entities(&reader);
  }
  if (!reader.failed) {
    gw_find_turns(&reader);
  }
  if (!reader.failed) {
    gw_find_references(&reader, knowledge->references);
  }
  if (!reader.failed && resources->coreference) {
    gw_tie_references(&reader, resources->coreference, knowledge->references);
  }
  if (!reader.failed) {
    gw_resolve_metonyms(&reader);
  }
  if (!reader.failed) {
    gw_resolve_descriptions(&reader);
  }
  if (!reader.failed) {
    gw_find_statements(&reader);
  }
  if (!reader.failed) {
    gw_attach_amounts(&reader);
  }
  if (!reader.failed) {
    gw_drop_unused_entities(&reader);
    number_all(knowledge);
    gw_set_confidences(resources->confidence, knowledge);
  }
  return reader.failed ? gw_fail_memory(error) : GW_OK;
}
