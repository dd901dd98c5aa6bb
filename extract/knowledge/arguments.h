/** @file arguments.h
 * Who does what to whom: subjects, objects and obliques of a predicate, from the tree, and from
 * the semantic roles where the tree leaves them open (control, gaps, coordination).
 */
#ifndef GW_EXTRACT_KNOWLEDGE_ARGUMENTS_H
#define GW_EXTRACT_KNOWLEDGE_ARGUMENTS_H

#include "extract/knowledge/reader.h"

enum { GW_ARGUMENTS = 12 };

/** Tokens that head arguments, coordinated ones one by one. */
typedef struct {
  size_t tokens[GW_ARGUMENTS];
  size_t count;
} GwTokens;

typedef enum {
  GW_SUBJECT_NONE,
  GW_SUBJECT_OWN,       ///< a subject of its own
  GW_SUBJECT_SHARED,    ///< of the clause it is coordinated with
  GW_SUBJECT_CONTROLLED ///< of the governing verb, the modified noun, or by a role alone
} GwSubjectSource;

typedef struct {
  size_t predicate;
  GwTokens subjects; ///< who acts, or has the property; for a passive its agents
  GwTokens objects;  ///< whom it is done to; for a passive its grammatical subjects
  GwSubjectSource source;
  bool passive;
} GwFrame;

/** Read the arguments of a verb, or the subjects of a predicate noun or adjective. */
GwFrame gw_frame(const GwReader *r, size_t sentence, size_t predicate);

/** Tokens of `token` and of what is coordinated with it ("Benin" of "Senegal and Benin"). */
void gw_add_coordinated(const GwSentence *s, size_t token, GwTokens *tokens);

bool gw_is_passive(const GwSentence *s, size_t verb);

/** The argument that fills a role of the predicate, or GW_NO_INDEX. */
size_t gw_argument_with_role(const GwSentence *s, size_t predicate, const char *role);

bool gw_is_relative_pronoun(const GwSentence *s, size_t token);

/** The noun that a relative pronoun stands for: the one its clause hangs on, but "which" takes no
 * person and, set off by a comma, what the semantic roles take it for. Or GW_NO_INDEX. */
size_t gw_antecedent(const GwReader *r, size_t sentence, size_t pronoun);

/** Whom a clause at a noun speaks of: of "X was a forester who planted trees" and "X, a forester
 * who ..." it is X; of "the number of people who left" the people; else the noun. */
size_t gw_bearer(const GwReader *r, size_t sentence, size_t noun);

/** "the economist Jane Otieno": the person whose name stands behind the description, or
 * GW_NO_INDEX. */
size_t gw_described_person(const GwReader *r, size_t sentence, size_t token);

/** "the first law", "the only woman": what such a noun is told to do, it did. */
bool gw_is_ranked(const GwSentence *s, size_t noun);

/** Role of `argument` for `predicate` ("ARG1"), or "". */
const char *gw_role_of(const GwSentence *s, size_t predicate, size_t argument);

/** Who does what a noun of action names ("the police" of "the arrest of activists by the police"):
 * its agent by the semantic roles, its possessor, or a "by" phrase; or GW_NO_INDEX. */
size_t gw_noun_agent(const GwSentence *s, size_t noun);

/** The entity that a token stands for: its mention, the antecedent of a relative or personal
 * pronoun, or the action of a verb; GW_NO_INDEX when it stays open. */
size_t gw_entity_of(GwReader *r, size_t sentence, size_t token);

#endif
