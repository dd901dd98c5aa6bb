/** @file knowledge.h
 * What an article says, as data: entities with their mentions, and statements about them.
 *
 * The stages fill one GwKnowledge in order: mentions and entities (mentions.c, entities.c),
 * links (linking.c), statements (statements.c, attribution.c, causes.c).
 */
#ifndef GW_EXTRACT_KNOWLEDGE_KNOWLEDGE_H
#define GW_EXTRACT_KNOWLEDGE_KNOWLEDGE_H

#include "extract/language/document.h"

#define GW_NO_INDEX ((size_t)-1)

/** Classes of entities; gw_entity_type_name gives the class's local name in the vocabulary. */
typedef enum {
  GW_PERSON, GW_ORGANIZATION, GW_INTERNATIONAL_ORGANIZATION, GW_GOVERNMENT, GW_PARTY,
  GW_COMPANY, GW_UNIVERSITY, GW_COUNTRY, GW_CITY, GW_PLACE,
  GW_GROUP,     ///< people by a common trait: "Chinese citizens under 40"
  GW_ROLE,      ///< an unnamed person or office: "the spokesman"
  GW_POLICY,    ///< measures, plans, bans, restrictions
  GW_LAW,       ///< laws, acts, treaties, constitutions
  GW_EVENT, GW_ACTIVITY, GW_CONDITION, ///< protests; travel, censorship; unemployment, pressure
  GW_WORK,      ///< reports, books, speeches
  GW_QUANTITY,  ///< amounts and counts: "15,000 per year"
  GW_TIME, GW_THING, GW_CONCEPT, GW_ENTITY_TYPE_COUNT
} GwEntityType;

const char *gw_entity_type_name(GwEntityType type); ///< "Person", "InternationalOrganization", ...

/** Amounts and times as data: quantities.h, timex.h. */
typedef struct GwQuantity GwQuantity;
typedef struct GwTimex GwTimex;

/** One noun phrase (or the action of a clause, see GwEntity.clause) of the text. */
typedef struct {
  size_t sentence, first, last; ///< tokens of the phrase, inclusive, without its leading article
  size_t head;                  ///< token
  size_t entity;                ///< index into entities
  bool named;                   ///< a proper name (NER), not a description
  GwNer ner;                    ///< what a name was taken for
} GwMention;

typedef struct GwOwnTerm GwOwnTerm; ///< relations.h: a class or relation of the user's own

typedef struct {
  GwEntityType type;
  GwView label;      ///< the fullest name, or the phrase without determiner, as in the text
  GwView *aliases;   ///< other forms seen, sorted, without the label ("IOM")
  size_t alias_count;
  GwView qid;        ///< "Q472311" when linked with certainty, else empty
  GwView link_label; ///< the gazetteer's label of a linked entity
  const GwOwnTerm *own_class; ///< the user's class of it, or NULL
  bool named;
  bool clause;       ///< an action named by a clause: "travel through Latin America"
  size_t country;    ///< entity of the country it belongs to ("Chinese government"), or GW_NO_INDEX
  size_t broader;    ///< entity of its head without modifiers ("exit ban" -> "ban"), or GW_NO_INDEX
  const GwQuantity *quantity; ///< the amount that it is ("11 percent"), or NULL
  size_t first_mention;
  size_t mention_count;
  size_t number;     ///< what lists call it: its index before any were dropped
} GwEntity;

typedef enum { GW_POSITIVE, GW_NEGATIVE } GwPolarity;

/** How a statement is meant; gw_modality_name gives the local name in the vocabulary. */
typedef enum {
  GW_ACTUAL,       ///< stated as fact
  GW_POSSIBLE,     ///< may, might, could, likely, seem
  GW_NECESSARY,    ///< must, should, need to: what ought to be
  GW_INTENDED,     ///< will, plan, want, try, in order to
  GW_CONDITIONAL,  ///< if, unless, would
  GW_QUESTIONED,   ///< asked
  GW_MODALITY_COUNT
} GwModality;

const char *gw_modality_name(GwModality modality);

/** What kind of relation it is: decides colours and, for causes, signs. */
typedef enum {
  GW_RELATION_ACTION, GW_RELATION_CAUSE, GW_RELATION_PREVENT, GW_RELATION_SPEECH,
  GW_RELATION_ATTRIBUTE, ///< is a, member of, located in, has office
  GW_RELATION_KIND_COUNT
} GwRelationKind;

typedef struct {
  GwView name;   ///< local name in the vocabulary: "imposes", "causes", "rel-skyrocket"; own->name
  GwView label;  ///< for people: "imposed", "leads to", "skyrocket"
  GwRelationKind kind;
  bool mapped;   ///< a canonical relation of the vocabulary, not one made from a verb
  const GwOwnTerm *own; ///< what a mapping of the user's says of it, or NULL
} GwRelation;

/** What stands as object: an entity, another statement (of what is said), or plain text. */
typedef enum { GW_OBJECT_NONE, GW_OBJECT_ENTITY, GW_OBJECT_STATEMENT, GW_OBJECT_TEXT } GwObjectKind;

/** What an amount is to a statement: of something it speaks of, or how far something changes. */
typedef enum {
  GW_AMOUNT_COUNTS, GW_AMOUNT_CHANGE_BY, GW_AMOUNT_CHANGE_FROM, GW_AMOUNT_CHANGE_TO,
  GW_AMOUNT_CHANGE_FACTOR, GW_AMOUNT_ROLE_COUNT
} GwAmountRole;

/** Local name in the vocabulary: "quantity", "changeBy", ... */
const char *gw_amount_role_name(GwAmountRole role);

typedef struct {
  GwAmountRole role;
  size_t quantity; ///< index into quantities
} GwStatementAmount;

/** A further argument: "in September 2022", "through Latin America", "to Canada". */
typedef struct {
  const char *role; ///< "time", "place", "manner", "purpose", "instrument", "with", "to", ...
  size_t entity;    ///< or GW_NO_INDEX, then text holds
  GwView text;
  const GwTimex *timex; ///< what a time means, or NULL when that is open
} GwQualifier;

/** Words that tell how a statement is meant, in its sentence; GW_NO_INDEX where none was seen. */
typedef struct {
  size_t modality, polarity, speech;
} GwCues;

typedef struct {
  size_t subject; ///< entity
  GwRelation relation;
  GwObjectKind object_kind;
  size_t object;  ///< entity or statement
  GwView object_text;
  GwPolarity polarity;
  GwModality modality;
  size_t speaker;     ///< entity that says so, or GW_NO_INDEX: then the article asserts it
  GwView speech_verb; ///< lemma: "state", "suspect"; empty when the article asserts
  GwCues cues;        ///< of modality, polarity, and speaker
  size_t sentence;    ///< evidence: the sentence
  size_t predicate;   ///< token that the relation was read from
  size_t subject_token, object_token; ///< words read as its ends, pronouns too; or GW_NO_INDEX
  const char *rule;   ///< which reading produced it: "role", "copula", "cause-connective", ...
  GwQualifier *qualifiers;
  size_t qualifier_count;
  GwStatementAmount *amounts;
  size_t amount_count;
  double estimate;    ///< confidence by the rule alone
  double confidence;  ///< 0..1: how likely it is to be right (confidence.h)
  size_t number;      ///< what lists call it: its index before any were dropped
} GwStatement;

typedef struct GwReferences GwReferences; ///< coreference.h

typedef struct {
  const GwDocument *document;
  GwMention *mentions; ///< in text order
  size_t mention_count, mention_capacity;
  GwEntity *entities; ///< in order of first mention
  size_t entity_count, entity_capacity;
  GwStatement *statements; ///< in text order
  size_t statement_count, statement_capacity;
  GwTimex *timexes;       ///< in text order
  size_t timex_count, timex_capacity;
  GwQuantity *quantities; ///< in text order
  size_t quantity_count, quantity_capacity;
  size_t *timex_start, *quantity_start; ///< how many stand before each sentence, and in all
  size_t *mention_of_token; ///< innermost mention headed by a token; index by gw_token_index
  size_t *sentence_start;   ///< number of tokens before each sentence; last, of all
  GwReferences *references; ///< which phrases speak of the same thing
} GwKnowledge;

typedef struct GwGazetteer GwGazetteer; ///< gazetteer.h: known entities, names, nouns
typedef struct GwLexicon GwLexicon;     ///< relations.h: words that stand for relations
typedef struct GwConfidence GwConfidence; ///< confidence.h: how likely statements are right

typedef struct GwCoreferenceModel GwCoreferenceModel; ///< coreference.h

/** Tables that every article is read with; opened once, read-only afterwards. */
typedef struct {
  const GwGazetteer *gazetteer;
  const GwLexicon *lexicon;
  const GwConfidence *confidence; ///< NULL leaves the rules' own estimates
  const GwCoreferenceModel *coreference; ///< NULL: phrases are found but not tied
} GwResources;

/** Open the tables from the data folder (ontology/gazetteers/, ontology/relations.tsv,
 * ontology/lexicon.tsv, model/confidence.tsv); everything lives in `arena`. */
GwStatus gw_resources_open(GwArena *arena, GwResources *resources, GwError *error);

/** Read the knowledge out of an analysed document, which must outlive it. In `arena`. */
GwStatus gw_knowledge_build(GwArena *arena, const GwResources *resources,
                            const GwDocument *document, GwKnowledge *knowledge, GwError *error);

/** A reading that is likelier wrong than right is none to assert. */
#define GW_ASSERTED_FROM 0.5

/** A statement that the article itself makes, as a fact, and that is read with a confidence of
 * GW_ASSERTED_FROM or more: it becomes a plain triple. */
bool gw_statement_is_asserted(const GwStatement *statement);

/** Index of the mention headed by a token, or GW_NO_INDEX. */
size_t gw_mention_at(const GwKnowledge *knowledge, size_t sentence, size_t token);

#endif
