/** @file coreference.h
 * Which phrases of an article speak of the same thing: "the agency", "its", "FAO".
 *
 * Every phrase that refers is a reference: names, nouns with all that belongs to them, and
 * pronouns, as GUM annotates them (Zeldes 2017). In text order each is tied to one of the
 * references before it or to none: a small network scores the pairs (mention ranking, Denis and
 * Baldridge 2008; marginal likelihood, Durrett and Klein 2013). Two named entities that the
 * article keeps apart never meet in one cluster.
 */
#ifndef GW_EXTRACT_KNOWLEDGE_COREFERENCE_H
#define GW_EXTRACT_KNOWLEDGE_COREFERENCE_H

#include "extract/knowledge/reader.h"

#define GW_COREFERENCE_MODEL "model/coreference.gwm"

enum {
  GW_REFERENCE_ATTRIBUTES = 15,
  GW_PAIR_FEATURES = 72 ///< at most, of one pair
};

/** One referring phrase. */
typedef struct {
  size_t sentence, first, last, head; ///< tokens, `last` inclusive
  GwView key;            ///< lower-cased words without determiner, the head as its lemma
  GwView lemma;          ///< of the head, lower-cased
  size_t name;           ///< the named entity whose name it is, or GW_NO_INDEX
  size_t entity;         ///< what the phrase was taken for by its words alone, or GW_NO_INDEX
  bool named_before;     ///< its named entity was named before
  size_t same_lemma;     ///< the reference before with the same head, or GW_NO_INDEX
  size_t keys_before, lemmas_before; ///< how many references before have the same
  unsigned char attributes[GW_REFERENCE_ATTRIBUTES]; ///< GwReferenceAttribute
  size_t antecedent;     ///< reference that it is tied to, or GW_NO_INDEX
  size_t cluster;        ///< the first reference of its cluster
  double probability;    ///< of the tie
} GwReference;

/** What the network sees of one reference; each has a fixed number of values. */
typedef enum {
  GW_REF_KIND, GW_REF_PRONOUN, GW_REF_TYPE, GW_REF_NUMBER, GW_REF_GENDER, GW_REF_ROLE,
  GW_REF_NER, GW_REF_ENTITY, GW_REF_MODIFIED, GW_REF_LENGTH, GW_REF_BLOCK, GW_REF_FIRST,
  GW_REF_QUOTED, GW_REF_CLAUSE, GW_REF_DETERMINER
} GwReferenceAttribute;

/** Kinds of references, the values of GW_REF_KIND. */
typedef enum {
  GW_KIND_PRONOUN, GW_KIND_NAME, GW_KIND_DEFINITE, GW_KIND_DEMONSTRATIVE, GW_KIND_POSSESSED,
  GW_KIND_INDEFINITE, GW_KIND_BARE, GW_KIND_NUMBER, GW_KIND_OTHER, GW_KIND_COUNT
} GwReferenceKind;

/** Values of GW_REF_NUMBER and GW_REF_GENDER. */
typedef enum { GW_NUMBER_UNKNOWN, GW_SINGULAR, GW_PLURAL, GW_NUMBER_COUNT } GwNumber;
typedef enum {
  GW_GENDER_UNKNOWN, GW_MASCULINE, GW_FEMININE, GW_NEUTER, GW_ANIMATE, GW_GENDER_COUNT
} GwGender;

struct GwReferences {
  GwReference *items; ///< in text order, an outer phrase before what it holds
  size_t count, capacity;
  size_t *of_token;   ///< reference headed by a token; index like GwKnowledge.mention_of_token
};

/** Read the model into `arena`. */
GwStatus gw_coreference_open(GwArena *arena, GwCoreferenceModel **model, GwError *error);

/** Find the references of the article and their attributes; needs the knowledge's named
 * entities. In the reader's arena. */
void gw_find_references(GwReader *r, GwReferences *references);

/** Fill a reference's attributes. */
void gw_describe_reference(const GwReader *r, GwReference *reference);

/** Number of values that an attribute has. */
size_t gw_attribute_values(GwReferenceAttribute attribute);

/** References that `reference` may be tied to, nearest first, into `list`; returns their number.
 * At most GW_CANDIDATES. */
enum { GW_CANDIDATES = 64 };
size_t gw_candidates(const GwReferences *references, size_t reference, size_t *list);

/** Numbers of the features of tying `reference` to `antecedent`, or (GW_NO_INDEX) to none, into
 * `features` (GW_PAIR_FEATURES wide); returns how many. All are below gw_feature_count(). */
size_t gw_pair_features(const GwReader *r, const GwReferences *references, size_t reference,
                        size_t antecedent, unsigned short *features);
size_t gw_feature_count(void);

/** Score of a set of features. */
float gw_coreference_score(const GwCoreferenceModel *model, const unsigned short *features,
                           size_t count);

/** Tie every reference to an antecedent or to none. */
void gw_tie_references(GwReader *r, const GwCoreferenceModel *model, GwReferences *references);

/** The entity of the nearest phrase that the one headed by a token was tied to, over pronouns;
 * `probability` gets that of all the ties on the way. GW_NO_INDEX (and 0) when there is none. */
size_t gw_tied_entity(const GwReader *r, size_t sentence, size_t token, double *probability);

#endif
