/** @file conllu.h
 * CoNLL-U (universaldependencies.org/format.html). Layers beyond UD stand in MISC: TokenRange
 * (code points), Ner (BIO), Mention, Predicate, Roles (argument words of this predicate).
 */
#ifndef GW_EXTRACT_LANGUAGE_CONLLU_H
#define GW_EXTRACT_LANGUAGE_CONLLU_H

#include "base/buffer.h"
#include "extract/language/document.h"

/** Append a document to `out`. */
GwStatus gw_conllu_write(const GwDocument *document, GwBuffer *out, GwError *error);

/** Read a document written so (by the engine, or by hand: the MISC keys may be missing) for
 * tests and experiments. The article's text is made of the `# text` lines, one space apart; a
 * `# newpar` comment starts a block. `name` stands in messages, which give the line. */
GwStatus gw_conllu_read(GwArena *arena, const char *name, GwView content, GwArticle *article,
                        GwDocument *document, GwError *error);

#endif
