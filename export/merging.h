/** @file merging.h
 * The table of what merging compares, ontology/merging.tsv: the classes of this and of other
 * vocabularies, the properties that name and identify, and the facts that a thing has one of.
 */
#ifndef GW_EXPORT_MERGING_H
#define GW_EXPORT_MERGING_H

#include "base/map.h"
#include "base/status.h"
#include "base/view.h"

#include <stdint.h>

#define GW_KINDS_MOST 32
#define GW_NO_KIND GW_KINDS_MOST

/** What a property is for; a property has several uses at most. */
enum {
  GW_USE_TYPE = 1,      ///< gives the class
  GW_USE_LABEL = 2,     ///< gives the name
  GW_USE_ALIAS = 4,     ///< gives another name
  GW_USE_SAME = 8,      ///< its object identifies the subject
  GW_USE_CLOSE = 16,    ///< somebody has compared subject and object
  GW_USE_DIFFERENT = 32,
  GW_USE_SINGLE = 64,   ///< a thing has one value
  GW_USE_VETO = 128,    ///< ... and what differs in it is not the same
  GW_USE_IGNORE = 256
};

/** How well two kinds go together. */
typedef enum { GW_FIT_NONE, GW_FIT_NEAR, GW_FIT_KIND, GW_FIT_SAME } GwFit;

typedef struct {
  GwView name;            ///< "Government"
  unsigned one, many;     ///< thousandths: score of a name of one word, of more
  bool term;              ///< common nouns that mean the same in every document
} GwKind;

typedef struct {
  GwArena *arena;
  GwKind kinds[GW_KINDS_MOST];
  size_t kind_count;
  GwFit fits[GW_KINDS_MOST][GW_KINDS_MOST];
  GwMap prefixes, kind_names, classes, properties, facts, words;
  GwView *authorities;    ///< namespaces whose IRIs mean different things
  size_t authority_count, authority_capacity;
  GwView *spellings[2];   ///< namespaces, and how they are spelled here
  size_t spelling_count, spelling_capacity[2];
  GwView *namespaces;     ///< of the prefixes
  size_t namespace_count, namespace_capacity;
  GwView *fact_names;
  size_t fact_count, fact_capacity;
} GwMerging;

/** Read the table. Everything is in `arena`. GW_ERR_INPUT names a line that cannot be read. */
GwStatus gw_merging_read(GwArena *arena, GwMerging *table, GwError *error);

/** Uses of a property, or 0; `fact` gets the number of a single-valued one's fact. */
unsigned gw_merging_uses(const GwMerging *table, GwView property, size_t *fact);

/** The kind that a class stands for, or GW_NO_KIND. */
size_t gw_merging_kind(const GwMerging *table, GwView class);

/** The number of the authority whose IRI it is, or authority_count. */
size_t gw_merging_authority(const GwMerging *table, GwView iri);

/** The one spelling of an IRI; in the arena when it differs. Empty when memory is out. */
GwView gw_merging_spell(const GwMerging *table, GwArena *arena, GwView iri);

enum { GW_WORD_SUFFIX = 1, GW_WORD_TITLE = 2 };

/** Whether a word (folded, as in a name's key) is a legal form or a title. */
unsigned gw_merging_word(const GwMerging *table, GwView word);

#endif
