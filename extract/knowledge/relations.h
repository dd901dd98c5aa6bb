/** @file relations.h
 * How language maps to the vocabulary's relations, and words that colour a statement.
 *
 * ontology/relations.tsv lists the canonical relations (name, label, family, terms of other
 * vocabularies, comment, example); ontology/lexicon.tsv says which words stand for what (key,
 * class, value). Classes:
 *   relation      a verb, with particle or preposition ("stem from"), and its relation;
 *                 "-NAME" exchanges subject and object
 *   policy-relation  the same for verbs that mean it of policies and laws only ("pass a law")
 *   intransitive  the same for verbs that say it of their subject alone ("exist")
 *   causative     verbs of making somebody act ("make people leave"), and their relation
 *   light         a light verb with its noun ("play role"), and the noun as it is to be printed
 *   speech        a verb of saying or thinking, and the relation of the speaker to what is said
 *   embed         a verb and the modality of the action that it governs ("try": intended;
 *                 "negative": the action does not happen)
 *   accuse        verbs of accusing somebody of an act
 *   perform       verbs that carry out what their object names ("impose a ban")
 *   modal, adverb auxiliaries and adverbs, and the modality they give
 *   adjective     adjectives of nouns of action, and the modality they give ("proposed")
 *   negation      words that deny
 *   cause         prepositions and conjunctions that introduce a cause
 *   cause-hint    prepositions that only suggest one ("amid")
 *   cause-sign    words that may tell a cause, where the engine finds one ("as", "since")
 *   result        adverbs that make their clause the effect of the one before ("as result")
 *   cause-predicate  predicate nouns and adjectives with their preposition ("responsible for")
 *   condition     conjunctions that introduce a condition
 *   nominalization  a noun that names an action, and its verb (from gazetteers/)
 *   transitive    verbs that take an object (from gazetteers/)
 *   noun-relation a noun with its preposition ("member of"), and its relation
 *   kind          nouns that tell the class of a name they describe ("party": Party)
 *   source-noun   documents that speak for whoever made them
 *
 * ontology/quantities.tsv, of the same form, holds the words of amounts. Classes:
 *   unit          units of measurement, in the singular, and their IRIs with prefix
 *   currency      currencies, and their ISO 4217 codes; a bare "$" is taken for US dollars
 *   change        verbs of changing an amount
 *   factor        verbs of multiplying one, and the factor
 */
#ifndef GW_EXTRACT_KNOWLEDGE_RELATIONS_H
#define GW_EXTRACT_KNOWLEDGE_RELATIONS_H

#include "extract/knowledge/knowledge.h"

/** A class or relation of the user's own, as a mapping declares it (ontology/mapping.h). */
struct GwOwnTerm {
  GwView name;    ///< as the mapping writes it: "ex:phasesOut"
  GwView iri;     ///< absolute
  bool is_class;
  GwRelationKind kind; ///< of a relation
  GwEntityType type;   ///< of a class: the class of the vocabulary that is above it
  GwView label;
  GwView comment; ///< or empty
  GwView parent;  ///< absolute IRI of the more general term, or empty
  const GwOwnTerm *above; ///< the parent where it is the user's own too, or NULL
  GwView ours;    ///< name of the relation of the vocabulary that is above it, or empty
  const GwView *matches, *inverse_matches; ///< absolute IRIs of terms of about the same meaning
  size_t match_count, inverse_match_count;
};

GwStatus gw_lexicon_open(GwArena *arena, GwLexicon **lexicon, GwError *error);

/** A lexicon of the user's own in front of another, which must outlive it: what the functions below
 * add holds before what the other has. */
GwStatus gw_lexicon_extend(GwArena *arena, const GwLexicon *base, GwLexicon **lexicon,
                           GwError *error);

/** Add a relation, in the place of one of its name. */
GwStatus gw_lexicon_add_relation(GwLexicon *lexicon, GwRelation relation, GwError *error);

/** Add a word of a class; an empty value takes away what the lexicon behind says of it. */
GwStatus gw_lexicon_add_word(GwLexicon *lexicon, GwView key, GwView class_name, GwView value,
                             GwError *error);

/** What a noun of the user's names: a class of the vocabulary, and where there is one, the user's
 * own class below it. */
typedef struct {
  GwEntityType type;
  const GwOwnTerm *own; ///< or NULL
} GwOwnKind;

GwStatus gw_lexicon_add_kind(GwLexicon *lexicon, GwView noun, GwOwnKind kind, GwError *error);

/** The kind of a noun or compound in its basic form; NULL when the user gave none. */
const GwOwnKind *gw_lexicon_kind(const GwLexicon *lexicon, GwView noun);

/** The value of a word in a class ("embed", "try" -> "intended"), or the empty view. */
GwView gw_lexicon_value(const GwLexicon *lexicon, const char *class_name, GwView key);

/** The canonical relation called `name`; NULL when the table has none. */
const GwRelation *gw_lexicon_relation(const GwLexicon *lexicon, GwView name);

/** Read a family as the tables write it ("action", "cause", ...); false for others. */
bool gw_relation_kind_read(GwView text, GwRelationKind *kind);

/** Whether a relation is the vocabulary's relation `name`, or one of the user's below it. */
bool gw_relation_is(const GwRelation *relation, const char *name);

/** The same for the relation that a word has in a class ("relation", "ban"); false for none. */
bool gw_lexicon_is(const GwLexicon *lexicon, const char *class_name, GwView key, const char *name);

/** The relation that a verb phrase stands for ("lead to") in a class: a canonical one (`inverted`
 * tells whether its subject is the verb's object), or one made from the words, "rel-lead-to". */
GwRelation gw_lexicon_map(const GwLexicon *lexicon, GwArena *arena, const char *class_name,
                          GwView phrase, bool *inverted);

/** The relation made from the words alone. */
GwRelation gw_lexicon_make(GwArena *arena, GwView phrase);

/** Read a modality's name as the lexicon writes it ("intended"); GW_ACTUAL for others. */
GwModality gw_modality_read(GwView name);

#endif
