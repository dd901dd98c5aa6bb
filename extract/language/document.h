/** @file document.h
 * What the language engine knows of an article: sentences of tokens, each with its tags, its
 * place in the dependency tree, and the predicates with their semantic roles.
 *
 * Token numbers are 0-based within the sentence; heads are 1-based with 0 for the root, as in
 * CoNLL-U, so that the head token of `t` is `t->head - 1`.
 */
#ifndef GW_EXTRACT_LANGUAGE_DOCUMENT_H
#define GW_EXTRACT_LANGUAGE_DOCUMENT_H

#include "extract/article/article.h"

#define GW_SENTENCE_TOKENS 250 ///< longer sentences are cut: the encoder sees 512 pieces

/** Universal part-of-speech tags, in alphabetical order; gw_upos_name gives "ADJ" ... */
typedef enum {
  GW_ADJ, GW_ADP, GW_ADV, GW_AUX, GW_CCONJ, GW_DET, GW_INTJ, GW_NOUN, GW_NUM, GW_PART,
  GW_PRON, GW_PROPN, GW_PUNCT, GW_SCONJ, GW_SYM, GW_VERB, GW_X, GW_UPOS_COUNT
} GwUpos;

const char *gw_upos_name(GwUpos upos);

/** Type of a named-entity span (Universal NER; OTH: demonyms and other names). */
typedef enum { GW_NER_NONE, GW_NER_PER, GW_NER_LOC, GW_NER_ORG, GW_NER_OTH } GwNer;

const char *gw_ner_name(GwNer ner); ///< "O", "PER", ...

/** Type of the mention that a word heads (GUM), named or not: "women" person, "ban" abstract. */
typedef enum {
  GW_MENTION_NONE, GW_MENTION_ABSTRACT, GW_MENTION_ANIMAL, GW_MENTION_EVENT, GW_MENTION_OBJECT,
  GW_MENTION_ORGANIZATION, GW_MENTION_PERSON, GW_MENTION_PLACE, GW_MENTION_PLANT,
  GW_MENTION_SUBSTANCE, GW_MENTION_TIME
} GwMentionType;

const char *gw_mention_type_name(GwMentionType type); ///< "none", "abstract", ...

/** How sure the engine is of a choice: the binary logarithm of 1 / (1 - probability), rounded
 * down, 0..GW_SUREST: 1 from a probability of 1/2, 3 from 7/8, 6 from 63/64. Whole numbers, so
 * that what depends on them does not hang on a last digit. */
typedef unsigned char GwSureness;

#define GW_SUREST 10

typedef struct {
  GwSpan span; ///< in article->text
  GwView form; ///< slice of article->text ("do" and "n't" of "don't" are two tokens)
  bool space_after;
  bool inside_word; ///< continues the previous token without a break ("n't"; also "-" parts)

  GwView lemma;       ///< lower case but for names
  GwUpos upos;
  const char *xpos;   ///< Penn tag: "VBD", "NNS", ...
  size_t head;        ///< 1-based; 0 for the root
  const char *deprel; ///< Universal Dependencies relation with subtype: "nsubj:pass"
  GwNer ner;          ///< of the name this token is part of
  bool ner_begins;    ///< first token of that name
  GwMentionType mention;
  bool predicate;     ///< a verb, noun or adjective that has PropBank roles
  GwSureness sure_upos, sure_head, sure_deprel; ///< GW_SUREST where no engine chose
} GwToken;

/** `argument` heads the phrase that fills `role` ("ARG0", "ARGM-TMP") of `predicate`. */
typedef struct {
  size_t predicate, argument; ///< token numbers, 0-based
  const char *role;
  GwSureness sure;
} GwRole;

/** What the engine takes for a cause and its effect: the tokens that head them, and how far they
 * reach (inclusive). Not every one is a cause in the strict sense: purposes are among them. */
typedef struct {
  size_t cause, effect;
  size_t cause_first, cause_last, effect_first, effect_last;
  bool signalled;                      ///< is there a word that tells it ("because")?
  size_t signal_first, signal_last;
  double probability;
} GwCause;

typedef struct {
  GwSpan span;
  size_t block; ///< of the article
  GwToken *tokens;
  size_t token_count;
  GwRole *roles; ///< ordered by predicate, then argument
  size_t role_count;
  GwCause *causes; ///< ordered by effect, then the most probable first
  size_t cause_count;
} GwSentence;

typedef struct {
  const GwArticle *article;
  GwSentence *sentences; ///< in text order; blocks of kind GW_BLOCK_REPEATED have none
  size_t sentence_count;
} GwDocument;

/** Split the article into sentences and tokens: fills form, span, space_after, inside_word and
 * the sentences' span and block; tokens follow UD English (EWT) conventions. A sentence never
 * spans two blocks; an article that was read from lines has one in each. Linear in the text's
 * length. */
GwStatus gw_tokenize(GwArena *arena, const GwArticle *article, GwDocument *document,
                     GwError *error);

#endif
