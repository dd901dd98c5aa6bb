/** @file mapping_terms.h
 * The relations and classes that the lines of a mapping declare.
 */
#ifndef GW_ONTOLOGY_MAPPING_TERMS_H
#define GW_ONTOLOGY_MAPPING_TERMS_H

#include "extract/knowledge/relations.h"
#include "ontology/mapping_rows.h"

typedef struct {
  size_t line;        ///< of the first row about it
  const GwMappingRow *parent, *iri, *label, *comment; ///< rows, or NULL
  GwOwnTerm *term;
  bool settled;       ///< its parent is known, so is what it is
} GwDeclaration;

typedef struct {
  const GwMappingRows *rows;
  const GwLexicon *vocabulary; ///< the lexicon without the mapping
  GwDeclaration *list;
  size_t count, capacity;
  GwMap by_name;
} GwDeclarations;

/** Whether the class of a line is one of a declaration ("parent", "label"), not of a word. */
bool gw_mapping_declares(GwView class_name);

/** Read all declarations. GW_ERR_INPUT for one without parent, whose parent is none, or is below
 * itself. */
GwStatus gw_declarations_read(const GwMappingRows *rows, const GwLexicon *vocabulary,
                              GwDeclarations *declarations, GwError *error);

/** The declared term called `name`, or NULL. */
const GwOwnTerm *gw_declared(const GwDeclarations *declarations, GwView name);

/** Read the name of a class of entities ("Person", "gw:Person"); false for others. */
bool gw_entity_type_read(GwView name, GwEntityType *type);

#endif
