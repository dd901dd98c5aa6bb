/** @file read.h
 * RDF files into a graph, by Raptor: Turtle, TriG (without the word GRAPH and without blank nodes
 * as names of graphs), N-Triples, N-Quads and RDF/XML.
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

/** The syntax called `name`, or NULL. */
const GwSyntax *gw_syntax_find(const char *name);

/** The syntax of a file by the end of its name, or NULL. */
const GwSyntax *gw_syntax_of(const char *path);

/** A triple where it stands in a file; the views last as long as the call that gets it. */
typedef struct {
  GwView graph; ///< name of the graph that it stands in; empty for the default one
  GwView subject, predicate;
  GwTerm object;
  bool blank_subject, blank_object; ///< a blank node in the file
  size_t line; ///< of the object, from 1; 0 where it is not known
} GwTripleRead;

/** Who gets the triples of a file, in the order in which Raptor gives them. */
typedef struct {
  GwStatus (*handle)(void *context, const GwTripleRead *triple, GwError *error);
  void *context;
  bool wants_lines; ///< of Turtle and TriG too, for which the file is scanned once more
} GwTripleReader;

/** Give every triple of an RDF file to `reader`. An error that it returns ends the reading, and
 * gets the file and the line before its message. */
GwStatus gw_rdf_read(const char *path, const GwTripleReader *reader, GwError *error);

/** The same for text in memory; `name` stands for it in messages. */
GwStatus gw_rdf_parse(GwView text, const GwSyntax *syntax, const char *name,
                      const GwTripleReader *reader, GwError *error);

/** Add what an RDF file says to a graph. Relative IRIs are resolved against one made from the
 * file's content, not its place. GW_ERR_INPUT names the file, the line where known, and what is
 * wrong; the graph then holds part of the file. */
GwStatus gw_graph_read(GwGraph *graph, const char *path, GwError *error);

/** The same for a file of a known syntax; "-" is standard input. Without a syntax, GW_ERR_USAGE
 * names those that can be read. */
GwStatus gw_graph_read_as(GwGraph *graph, const char *path, const GwSyntax *syntax,
                          GwError *error);

/** The same for text in memory; `name` stands for it in messages. */
GwStatus gw_graph_parse(GwGraph *graph, GwView text, const GwSyntax *syntax, const char *name,
                        GwError *error);

#endif
