/** @file validate.h
 * Files of data against files of shapes, with the line of everything that is found.
 */
#ifndef GW_ONTOLOGY_SHACL_VALIDATE_H
#define GW_ONTOLOGY_SHACL_VALIDATE_H

#include "ontology/shacl/check.h"

typedef struct {
  GwResult result;
  size_t file; ///< number of the data file
  size_t line; ///< from 1; 0 where it is not known
  size_t number; ///< among the results of gw_shacl_check
} GwFinding;

typedef struct {
  GwArena arena;  ///< owns what follows
  GwGraph *graph; ///< all terms: of the data, the shapes and the vocabulary's classes
  GwTerms terms;
  GwIndex data, shapes_graph, classes;
  const GwQuad *quads; ///< the data's triples
  size_t quad_count;
  GwNodes blank;
  GwShapes shapes;
  const char *const *files; ///< of data
  size_t file_count;
  GwFinding *findings; ///< sorted by file and line
  size_t finding_count;
} GwValidation;

#define GW_VALIDATION_INIT {.arena = GW_ARENA_INIT}

/** Check the triples of all `files` together, whatever named graphs they stand in. Of the
 * vocabulary only its classes' hierarchy is added to them. `files` must outlive the validation.
 * Errors of reading name file and line, those of shapes too. Free with gw_validation_free whether
 * or not it succeeds. */
GwStatus gw_validate(GwValidation *v, const char *const *files, size_t file_count,
                     const char *const *shapes, size_t shapes_count, GwError *error);

void gw_validation_free(GwValidation *v);

/** How many findings have the severity `name` ("Violation"), or with NULL any but those of
 * sh:Warning and sh:Info. */
size_t gw_validation_count(const GwValidation *v, const char *name);

/** The severity of a finding as an IRI. */
GwView gw_finding_severity(const GwValidation *v, const GwFinding *finding);

/** Find the lines of the findings; part of gw_validate. */
GwStatus gw_findings_locate(GwValidation *v, GwError *error);

/** The line of a triple of the files, where it is found; GW_NO_NODE stands for any. */
GwStatus gw_place_locate(const GwValidation *v, const char *const *files, size_t file_count,
                         GwPlace place, size_t *file, size_t *line, GwError *error);

#endif
