#include "tests/ontology/sample.h"

#include "base/hash.h"
#include "extract/knowledge/quantities.h"
#include "extract/knowledge/timex.h"

#include <string.h>

static const char *const text =
  "Rules for the strait\n\nBy Ada Lund\n\n4 March 2024\n\n"
  "In 2023, Ruritania\u2019s interior ministry suspended student visas for 100 "
  "\u201cguests\u201d.\n"
  "The International Organization for Migration (IOM) said that the suspension led to "
  "crossings.\n"
  "The ministry denied this.\n"
  "Visas would not stop \u6da6\u5b66, and visas are an idea.\n"
  "Crossings grew quickly amid storms. Ruritania is \"small\".\n";

/* The sentences, by how they begin. */
static const char *const beginnings[] = {"In 2023", "The Inter", "The min", "Visas would",
                                         "Crossings grew", "Ruritania is"};
#define SENTENCES (sizeof beginnings / sizeof *beginnings)

/* Words between spaces, without the punctuation at their ends, are tokens enough here. */
static void fill_tokens(GwArena *arena, const GwArticle *article, GwSentence *sentence)
{
  GwView rest = gw_view_slice(article->text, sentence->span.begin, sentence->span.end), word;
  sentence->tokens = GW_NEW(arena, rest.length, GwToken);
  while (gw_view_next(&rest, ' ', &word)) {
    while (word.length > 1 && (word.data[word.length - 1] == '.' || word.data[0] == '(')) {
      word = word.data[0] == '(' ? gw_view_slice(word, 1, word.length - 1)
                                 : gw_view_slice(word, 0, word.length - 1);
    }
    const size_t begin = (size_t)(word.data - article->text.data);
    sentence->tokens[sentence->token_count++] =
      (GwToken){.form = word, .span = {begin, begin + word.length}};
  }
}

/* The last three sentences stand in a section, in a section of it, and in a biography. */
static void fill_sections(GwArena *arena, GwArticle *article, GwDocument *document)
{
  static const GwBlockKind kinds[] = {GW_BLOCK_PARAGRAPH, GW_BLOCK_PARAGRAPH, GW_BLOCK_BIOGRAPHY};
  const size_t parents[] = {GW_NO_SECTION, 0, GW_NO_SECTION};
  const char *const titles[] = {"Effects", "Storms", ""};
  article->sections = GW_NEW(arena, 3, GwSection);
  article->blocks = GW_NEW(arena, 3, GwBlock);
  article->section_count = article->block_count = 3;
  for (size_t i = 0; i < 3; i++) {
    GwSentence *sentence = &document->sentences[SENTENCES - 3 + i];
    article->sections[i] = (GwSection){gw_view(titles[i]), sentence->span, parents[i], 1 + i % 2,
                                       kinds[i]};
    article->blocks[i] = (GwBlock){.span = sentence->span, .kind = kinds[i], .section = i};
    sentence->block = i;
  }
  for (size_t i = 0; i + 3 < SENTENCES; i++) {
    document->sentences[i].block = GW_NO_SECTION;
  }
}

static const GwDocument *sample_document(GwArena *arena)
{
  GwArticle *article = GW_NEW(arena, 1, GwArticle);
  GwDocument *document = GW_NEW(arena, 1, GwDocument);
  *article = (GwArticle){.name = "sample.txt", .text = gw_view(text), .date = "2024-03-04",
                         .title = GW_VIEW("Rules for the strait")};
  article->authors = GW_NEW(arena, 1, GwAuthor);
  article->authors[0].name = GW_VIEW("Ada Lund");
  article->authors[0].office = GW_VIEW("fellow");
  article->authors[0].affiliation = GW_VIEW("Institute of Straits");
  article->author_count = 1;
  article->publisher = GW_VIEW("The Strait");
  article->dateline = GW_VIEW("PORT, 4 March (The Strait)");
  memcpy(article->modified, "2024-03", sizeof "2024-03");
  gw_hash_name(article->text, article->id);
  document->article = article;
  document->sentences = GW_NEW(arena, SENTENCES, GwSentence);
  document->sentence_count = SENTENCES;
  for (size_t i = 0; i < SENTENCES; i++) {
    GwSentence *sentence = &document->sentences[i];
    sentence->span.begin = gw_view_find(article->text, gw_view(beginnings[i]), 0);
    sentence->span.end = i + 1 < SENTENCES
                           ? gw_view_find(article->text, gw_view(beginnings[i + 1]), 0) - 1
                           : article->text.length - 1;
    fill_tokens(arena, article, sentence);
  }
  fill_sections(arena, article, document);
  return document;
}

#define ENTITY(kind, name, mention) \
  {.type = (kind), .label = GW_VIEW(name), .qid = {"", 0}, .link_label = {"", 0}, \
   .country = GW_NO_INDEX, .broader = GW_NO_INDEX, .first_mention = (mention)}

static void fill_entities(GwArena *arena, GwKnowledge *knowledge)
{
  static const GwEntity entities[SAMPLE_ENTITIES] = {
    [MINISTRY] = ENTITY(GW_GOVERNMENT, "interior ministry", 1),
    [RURITANIA] = ENTITY(GW_COUNTRY, "Ruritania", 0),
    [STUDENT_VISAS] = ENTITY(GW_POLICY, "student visas", 2),
    [VISAS] = ENTITY(GW_POLICY, "Visas", 6),
    [IOM] = ENTITY(GW_INTERNATIONAL_ORGANIZATION, "International Organization for Migration", 3),
    [SUSPENSION] = ENTITY(GW_EVENT, "suspension", 4),
    [CROSSINGS] = ENTITY(GW_ACTIVITY, "crossings", 5),
    [YEAR] = ENTITY(GW_TIME, "2023", GW_NO_INDEX),
    [VISAS_IDEA] = ENTITY(GW_CONCEPT, "visas", 8),
    [RUNNING] = ENTITY(GW_CONCEPT, "\u6da6\u5b66", 7),
  };
  knowledge->entities = GW_NEW(arena, SAMPLE_ENTITIES, GwEntity);
  knowledge->entity_count = SAMPLE_ENTITIES;
  for (size_t i = 0; i < SAMPLE_ENTITIES; i++) {
    knowledge->entities[i] = entities[i];
  }
  GwEntity *iom = &knowledge->entities[IOM];
  iom->aliases = GW_NEW(arena, 2, GwView);
  iom->aliases[0] = GW_VIEW("IOM");
  iom->aliases[1] = GW_VIEW("\u79fb\u6c11\u7ec4\u7ec7");
  iom->alias_count = 2;
  iom->qid = GW_VIEW("Q472311");
  iom->link_label = GW_VIEW("International Organization for Migration");
  iom->named = knowledge->entities[RURITANIA].named = true;
  knowledge->entities[MINISTRY].country = RURITANIA;
  knowledge->entities[STUDENT_VISAS].broader = VISAS;
}

static void fill_mentions(GwArena *arena, GwKnowledge *knowledge)
{
  static const GwMention mentions[] = {
    {.sentence = 0, .first = 2, .last = 2, .head = 2, .entity = RURITANIA, .named = true},
    {.sentence = 0, .first = 3, .last = 4, .head = 4, .entity = MINISTRY},
    {.sentence = 0, .first = 6, .last = 7, .head = 7, .entity = STUDENT_VISAS},
    {.sentence = 1, .first = 1, .last = 4, .head = 2, .entity = IOM, .named = true},
    {.sentence = 1, .first = 9, .last = 9, .head = 9, .entity = SUSPENSION},
    {.sentence = 1, .first = 12, .last = 12, .head = 12, .entity = CROSSINGS},
    {.sentence = 3, .first = 0, .last = 0, .head = 0, .entity = VISAS},
    {.sentence = 3, .first = 4, .last = 4, .head = 4, .entity = RUNNING},
    {.sentence = 3, .first = 6, .last = 6, .head = 6, .entity = VISAS_IDEA},
    {.sentence = 2, .first = 1, .last = 1, .head = 1, .entity = MINISTRY},
    {.sentence = 2, .first = 1, .last = 1, .head = 1, .entity = MINISTRY},
    {.sentence = 4, .first = 0, .last = 0, .head = 0, .entity = CROSSINGS},
    {.sentence = 5, .first = 0, .last = 0, .head = 0, .entity = RURITANIA, .named = true},
  };
  knowledge->mention_count = sizeof mentions / sizeof *mentions;
  knowledge->mentions = GW_NEW(arena, knowledge->mention_count, GwMention);
  for (size_t i = 0; i < knowledge->mention_count; i++) {
    knowledge->mentions[i] = mentions[i];
  }
}

#define RELATION(word, words, group, known) \
  {.name = GW_VIEW(word), .label = GW_VIEW(words), .kind = (group), .mapped = (known)}
#define NOBODY .speaker = GW_NO_INDEX

static const GwTimex day = {.sentence = 4, .first = 1, .last = 1, .kind = GW_TIMEX_CALENDAR,
                            .begin = {2024, 3, 4}, .end = {2024, 3, 4}, .unit = {2024, 3, 4}};
static const GwTimex since = {.sentence = 4, .first = 1, .last = 1, .kind = GW_TIMEX_CALENDAR,
                              .begin = {2023, 1, 1}};
static const GwTimex length = {.sentence = 4, .first = 1, .last = 1, .kind = GW_TIMEX_DURATION,
                               .lower = {60, true}, .upper = {120, true}};

static GwQualifier qualifiers[] = {
  {"time", YEAR, {"", 0}, NULL},
  {"for", GW_NO_INDEX, GW_VIEW("100 \u201cguests\u201d"), NULL},
  {"manner", GW_NO_INDEX, GW_VIEW("quickly"), NULL},
  {"amid", GW_NO_INDEX, GW_VIEW("storms"), NULL},
  {"time", GW_NO_INDEX, GW_VIEW("4 March 2024"), &day},
  {"time", GW_NO_INDEX, GW_VIEW("since 2023"), &since},
  {"time", GW_NO_INDEX, GW_VIEW("five to ten years"), &length},
  {"time", GW_NO_INDEX, GW_VIEW("of late"), NULL},
};

static GwStatementAmount amounts[] = {{GW_AMOUNT_COUNTS, 0}, {GW_AMOUNT_CHANGE_FACTOR, 1}};

static void fill_quantities(GwArena *arena, GwKnowledge *knowledge)
{
  knowledge->quantities = GW_NEW(arena, 2, GwQuantity);
  knowledge->quantity_count = 2;
  knowledge->quantities[0] = (GwQuantity){
    .sentence = 0, .first = 9, .last = 9, .number = 9, .unit = GW_VIEW("unit:TONNE"),
    .currency = GW_VIEW("USD"), .per = {12, true}, .per_word = GW_NO_INDEX,
    .counted = GW_NO_INDEX, .counts = STUDENT_VISAS,
    .amount = {.value = gw_decimal(1, 2), .lower = gw_decimal(995, -1), .upper = gw_decimal(1, 2),
               .has_value = true, .has_lower = true, .has_upper = true, .approximate = true}};
  knowledge->quantities[1] = (GwQuantity){
    .sentence = 4, .first = 1, .last = 1, .number = 1, .unit = GW_VIEW("gw:Factor"),
    .per_word = GW_NO_INDEX, .counted = GW_NO_INDEX, .counts = GW_NO_INDEX,
    .amount = {.value = gw_decimal(2, 0), .has_value = true}};
  knowledge->entities[RUNNING].quantity = &knowledge->quantities[0];
}

static void fill_statements(GwArena *arena, GwKnowledge *knowledge)
{
  static const GwStatement statements[SAMPLE_STATEMENTS] = {
    [SUSPENDED] = {.subject = MINISTRY, .object_kind = GW_OBJECT_ENTITY, .object = STUDENT_VISAS,
                   .relation = RELATION("rel-suspend", "suspend", GW_RELATION_ACTION, false),
                   NOBODY, .predicate = 5, .rule = "role", .qualifiers = qualifiers,
                   .qualifier_count = 2, .amounts = amounts, .amount_count = 1,
                   .confidence = 0.9},
    [IOM_CLAIM] = {.subject = SUSPENSION, .object_kind = GW_OBJECT_ENTITY, .object = CROSSINGS,
                   .relation = RELATION("causes", "causes", GW_RELATION_CAUSE, true),
                   .speaker = IOM, .speech_verb = GW_VIEW("say"), .sentence = 1, .predicate = 10,
                   .rule = "cause-verb", .confidence = 0.8},
    [IOM_SAID] = {.subject = IOM, .object_kind = GW_OBJECT_STATEMENT, .object = IOM_CLAIM,
                  .relation = RELATION("said", "said", GW_RELATION_SPEECH, true), NOBODY,
                  .sentence = 1, .predicate = 6, .rule = "speech", .confidence = 0.95},
    [MINISTRY_CLAIM] = {.subject = IOM, .object_kind = GW_OBJECT_STATEMENT, .object = IOM_SAID,
                        .relation = RELATION("said", "said", GW_RELATION_SPEECH, true),
                        .polarity = GW_NEGATIVE, .speaker = MINISTRY,
                        .speech_verb = GW_VIEW("deny"), .sentence = 2, .predicate = 2,
                        .rule = "speech", .confidence = 0.5},
    [MINISTRY_DENIED] = {.subject = MINISTRY, .object_kind = GW_OBJECT_STATEMENT,
                         .object = MINISTRY_CLAIM, NOBODY,
                         .relation = RELATION("denies", "denies", GW_RELATION_SPEECH, true),
                         .sentence = 2, .predicate = 2, .rule = "speech", .confidence = 1},
    [WOULD_NOT_STOP] = {.subject = VISAS, .object_kind = GW_OBJECT_ENTITY, .object = RUNNING,
                        .relation = RELATION("prevents", "prevents", GW_RELATION_PREVENT, true),
                        .polarity = GW_NEGATIVE, .modality = GW_CONDITIONAL, NOBODY,
                        .sentence = 3, .predicate = 3, .rule = "role", .confidence = 0.7},
    [GREW] = {.subject = CROSSINGS, .relation = RELATION("rel-grow", "grow", GW_RELATION_ACTION,
                                                         false),
              NOBODY, .sentence = 4, .predicate = 1, .rule = "role", .qualifiers = qualifiers + 2,
              .qualifier_count = 6, .amounts = amounts + 1, .amount_count = 1,
              .confidence = 0.333},
    [IS_SMALL] = {.subject = RURITANIA, .object_kind = GW_OBJECT_TEXT,
                  .object_text = GW_VIEW("\"small\""), NOBODY,
                  .relation = RELATION("hasProperty", "is", GW_RELATION_ATTRIBUTE, true),
                  .sentence = 5, .predicate = 1, .rule = "copula", .confidence = 0.97},
    [SUSPENDED_AGAIN] = {.subject = MINISTRY, .object_kind = GW_OBJECT_ENTITY,
                         .object = STUDENT_VISAS,
                         .relation = RELATION("rel-suspend", "suspend", GW_RELATION_ACTION, false),
                         NOBODY, .predicate = 5, .rule = "noun", .qualifiers = qualifiers,
                         .qualifier_count = 2, .amounts = amounts, .amount_count = 1,
                         .confidence = 0.4},
  };
  knowledge->statements = GW_NEW(arena, SAMPLE_STATEMENTS, GwStatement);
  knowledge->statement_count = SAMPLE_STATEMENTS;
  for (size_t i = 0; i < SAMPLE_STATEMENTS; i++) {
    knowledge->statements[i] = statements[i];
  }
}

GwKnowledge *sample_knowledge(GwArena *arena)
{
  GwKnowledge *knowledge = GW_NEW(arena, 1, GwKnowledge);
  knowledge->document = sample_document(arena);
  fill_entities(arena, knowledge);
  fill_mentions(arena, knowledge);
  fill_quantities(arena, knowledge);
  fill_statements(arena, knowledge);
  return knowledge;
}
