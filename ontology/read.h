/** @file read.h
 * RDF files into a graph, by Raptor: Turtle, TriG, N-Triples, N-Quads and RDF/XML.
 *
 * A blank node gets an IRI made from the file's content and the node's label
 * (GW_SKOLEM_PREFIX; RDF 1.1 Concepts, section 3.5): the same file gives the same IRIs to
 * everyone, and nodes of different files never meet.
 */
#ifndef GW_ONTOLOGY_READ_H
#define GW_ONTOLOGY_READ_H

#include "ontology/describe.h"
#include "ontology/graph.h"

#define GW_SKOLEM_PREFIX GW_DEFAULT_BASE ".well-known/genid/"

typedef struct {
  const char *name;      ///< "turtle"
  const char *extension; ///< ".ttl"
  const char *parser;    ///< Raptor's name of the parser
  bool by_line;          ///< every line stands for itself: an error's line is exact
} GwSyntax;

/** Every syntax that can be read, and their number. */
extern const GwSyntax gw_syntaxes[];
extern const size_t gw_syntax_count;

/** The syntax of a file by the end of its name, or NULL. */
const GwSyntax *gw_syntax_of(const char *path);

/** Add what an RDF file says to a graph. Relative IRIs are resolved against one made from the
 * file's content, not its place. GW_ERR_INPUT names the file, the line where known, and what is
 * wrong; the graph then holds part of the file. */
GwStatus gw_graph_read(GwGraph *graph, const char *path, GwError *error);

/** The same for text in memory; `name` stands for it in messages. */
GwStatus gw_graph_parse(GwGraph *graph, GwView text, const GwSyntax *syntax, const char *name,
                        GwError *error);

#endif
