/** @file conllu.h
 * CoNLL-U (universaldependencies.org/format.html). Layers beyond UD stand in MISC: TokenRange
 * (code points), Ner (BIO), Mention, Predicate, Roles (argument words of this predicate), CausedBy
 * (of the word that heads an effect: the word that heads the cause, the words of cause, effect and
 * signal, and the probability in percent: "7:6-9:1-4:5-5:83").
 */
#ifndef GW_EXTRACT_LANGUAGE_CONLLU_H
#define GW_EXTRACT_LANGUAGE_CONLLU_H

#include "base/buffer.h"
#include "extract/language/document.h"

/** Append a document to `out`: valid at level 1 of the UD validator once it is analysed. Forms
 * and text are written in composed form (NFC), white space as one space; offsets are those of
 * the article's own text. */
GwStatus gw_conllu_write(const GwDocument *document, GwBuffer *out, GwError *error);

/** Read a document written so (by the engine, or by hand: the MISC keys may be missing) for
 * tests and experiments. Words are placed where their TokenRange says, so that writing again
 * gives the same bytes; in sentences without it the text is the `# text` line, one space after
 * the sentence before. A `# newpar` comment starts a block. `name` stands in messages, which
 * give the line. */
GwStatus gw_conllu_read(GwArena *arena, const char *name, GwView content, GwArticle *article,
                        GwDocument *document, GwError *error);

#endif
