/** @file confidence.h
 * How likely a statement is to be right: a logistic regression over what is known of its reading,
 * fitted to statements judged by reading (train/confidence/). The table model/confidence.tsv
 * holds its weights: feature, mean, weight; "rule=NAME" is 1 for statements of that rule.
 */
#ifndef GW_EXTRACT_KNOWLEDGE_CONFIDENCE_H
#define GW_EXTRACT_KNOWLEDGE_CONFIDENCE_H

#include "extract/knowledge/knowledge.h"

typedef enum {
  GW_FEATURE_ESTIMATE,        ///< log odds of the rule's own estimate
  GW_FEATURE_SURE_PREDICATE,  ///< sureness of the predicate's place in the tree
  GW_FEATURE_SURE_SUBJECT,    ///< ... of the subject's place in the tree
  GW_FEATURE_SURE_OBJECT,     ///< ... of the object's
  GW_FEATURE_NO_ROLE,         ///< ends without one, where the predicate has roles
  GW_FEATURE_SURE_PATH,       ///< sureness of the least sure step between predicate and ends
  GW_FEATURE_SURE_SENTENCE,   ///< mean sureness of all places in the sentence's tree
  GW_FEATURE_LENGTH,          ///< words of the sentence (binary logarithm, as of all lengths)
  GW_FEATURE_SUBJECT_DISTANCE, ///< words between predicate and subject
  GW_FEATURE_OBJECT_DISTANCE,
  GW_FEATURE_EMBEDDED,        ///< the predicate depends on another one: no main clause
  GW_FEATURE_LEFT_OVER,       ///< complements of the predicate that are in no part of it
  GW_FEATURE_CLAUSES,         ///< ends that are clauses or text
  GW_FEATURE_PRONOUNS,        ///< ends that are personal pronouns, resolved
  GW_FEATURE_NAMES,           ///< ends that are named
  GW_FEATURE_ALONE,           ///< there is no object
  GW_FEATURE_CUT,             ///< ends whose words end or begin in the middle of a phrase
  GW_FEATURE_LONG,            ///< words of the longer end's label
  GW_FEATURE_COORDINATED,     ///< predicate and ends that are coordinated
  GW_FEATURE_REPORTED,        ///< somebody says it
  GW_FEATURE_MODAL,           ///< no plain fact
  GW_FEATURE_DENIED,
  GW_FEATURE_UNSAID,          ///< it stands in a quotation, but nobody says it
  GW_FEATURE_SPOKEN,          ///< "I", "you", interjections in the sentence
  GW_FEATURE_COUNT
} GwFeature;

/** Name in the table ("sure-subject"), and in words for people. */
const char *gw_feature_name(GwFeature feature);
const char *gw_feature_words(GwFeature feature);

/** The features of a statement. `statement->estimate` must be set. */
void gw_confidence_features(const GwKnowledge *knowledge, const GwStatement *statement,
                            double values[GW_FEATURE_COUNT]);

#define GW_CONFIDENCE_TABLE "model/confidence.tsv"

/** Read the table. A feature that it lacks has no weight; one that is unknown is an error. */
GwStatus gw_confidence_open(GwArena *arena, GwConfidence **confidence, GwError *error);

/** What a feature adds to a statement's log odds, compared with an average statement. */
double gw_confidence_effect(const GwConfidence *confidence, GwFeature feature, double value);

/** The same for the rule. */
double gw_confidence_rule_effect(const GwConfidence *confidence, const char *rule);

/** Set the confidence of every statement; what the rules set becomes its estimate. */
void gw_set_confidences(const GwConfidence *confidence, GwKnowledge *knowledge);

/** Drop the statements of less confidence than `least` and those that somebody says them, and with
 * them the entities that no other statement speaks of, and their mentions. */
GwStatus gw_keep_confident(GwArena *arena, GwKnowledge *knowledge, double least, GwError *error);

#endif
