/** @file ties.c
 * Which phrases of a treebank file's raw text refer to what, for coreference.py to compare with
 * the treebank and for train/coreference to learn from.
 *
 *     ties clusters FILE MODEL      one line a reference: where it begins and ends, where its head
 *                                   does, its cluster, kind, antecedent, probability, name, entity,
 *                                   how sure that is if it comes from a tie
 *                                   (else 0), text
 *     ties features FILE MODEL      on standard error "features", the number of features and
 *                                   GW_PAIR_FEATURES, then the same without ties; on standard
 *                                   output for each pair GW_PAIR_FEATURES + 2 numbers of 16 bits:
 *                                   reference, antecedent (65535: none), features (65535: none)
 *
 * Places are counted in code points without white space, so that any tokens can be compared.
 */
#include "base/file.h"
#include "base/utf8.h"
#include "extract/knowledge/coreference.h"
#include "extract/knowledge/pronouns.h"
#include "extract/language/conllu.h"
#include "extract/language/engine.h"

#include <stdio.h>
#include <string.h>

#define LIMIT ((size_t)256 * 1000 * 1000)
#define NONE 65535

/* Code points before each byte of the text that are no white space. */
static size_t *count_letters(GwArena *arena, GwView text)
{
  size_t *before = GW_NEW(arena, text.length + 1, size_t), count = 0;
  for (size_t at = 0, length = 1; before && at < text.length; at += length) {
    const uint32_t c = gw_utf8_decode(text, at, &length);
    for (size_t i = 0; i < length; i++) {
      before[at + i] = count;
    }
    count += !gw_utf8_is_space(c);
    before[at + length] = count;
  }
  return before;
}

static long number(size_t index)
{
  return index == GW_NO_INDEX ? -1L : (long)index;
}

/* The entity that statements take a phrase for, and whether that comes from a tie. */
static void print_meaning(FILE *out, const GwKnowledge *k, const GwReference *x)
{
  GwKnowledge knowledge = *k;
  GwReader r = {.document = k->document, .knowledge = &knowledge};
  const size_t mention = gw_mention_at(k, x->sentence, x->head);
  const bool pronoun = mention == GW_NO_INDEX
                       && k->document->sentences[x->sentence].tokens[x->head].upos == GW_PRON;
  const size_t entity = pronoun ? gw_pronoun_entity(&r, x->sentence, x->head)
                        : mention == GW_NO_INDEX ? mention : k->mentions[mention].entity;
  const bool tied = entity != GW_NO_INDEX
                    && (pronoun || (x->entity != GW_NO_INDEX && entity != x->entity));
  fprintf(out, "%ld\t%.4f\t", number(entity),
          tied ? gw_meaning_certainty(&r, x->sentence, x->head) : 0);
}

static void print_reference(FILE *out, const GwKnowledge *k, const size_t *letters, size_t i)
{
  static const char *const kinds[GW_KIND_COUNT] = {
    "pronoun", "name", "definite", "demonstrative", "possessed", "indefinite", "bare", "number",
    "other"};
  const GwReference *x = &k->references->items[i];
  const GwSentence *s = &k->document->sentences[x->sentence];
  const GwToken *head = &s->tokens[x->head];
  const GwView text = gw_phrase_text(k->document, s, (GwPhrase){x->first, x->last});
  fprintf(out, "%zu\t%zu\t%zu\t%zu\t%zu\t%s\t", letters[s->tokens[x->first].span.begin],
          letters[s->tokens[x->last].span.end], letters[head->span.begin],
          letters[head->span.end], x->cluster, kinds[x->attributes[GW_REF_KIND]]);
  fprintf(out, "%ld\t%.4f\t%ld\t", number(x->antecedent), x->probability, number(x->name));
  print_meaning(out, k, x);
  for (size_t at = 0; at < text.length; at++) {
    fputc(text.data[at] == '\n' || text.data[at] == '\t' ? ' ' : text.data[at], out);
  }
  fputc('\n', out);
}

static void write_pair(const GwReader *r, size_t reference, size_t antecedent)
{
  unsigned short row[GW_PAIR_FEATURES + 2];
  memset(row, 0xff, sizeof row);
  row[0] = (unsigned short)reference;
  row[1] = antecedent == GW_NO_INDEX ? NONE : (unsigned short)antecedent;
  gw_pair_features(r, r->knowledge->references, reference, antecedent, row + 2);
  fwrite(row, sizeof row, 1, stdout);
}

static void write_features(const GwReader *r)
{
  const GwReferences *all = r->knowledge->references;
  for (size_t i = 0; i < all->count && i < NONE; i++) {
    size_t list[GW_CANDIDATES];
    const size_t count = gw_candidates(all, i, list);
    write_pair(r, i, GW_NO_INDEX);
    for (size_t c = 0; c < count; c++) {
      write_pair(r, i, list[c]);
    }
  }
}

static GwStatus analyse(GwArena *arena, const char *path, const char *model,
                        GwDocument *document, GwArticle *article, GwError *error)
{
  GwView content;
  GwEngine *engine = NULL;
  GW_TRY(gw_file_read(arena, path, LIMIT, &content, error));
  GW_TRY(gw_conllu_read(arena, path, content, article, document, error));
  GW_TRY(gw_tokenize(arena, article, document, error));
  GW_TRY(gw_engine_open(model, &engine, error));
  /* The engine's strings are in use until the end. */
  return gw_engine_parse(engine, arena, document, error);
}

static GwStatus open_tables(GwArena *arena, bool tied, GwResources *resources, GwError *error)
{
  GwGazetteer *gazetteer = NULL;
  GwLexicon *lexicon = NULL;
  if (tied) {
    return gw_resources_open(arena, resources, error);
  }
  GW_TRY(gw_gazetteer_open(arena, &gazetteer, error));
  GW_TRY(gw_lexicon_open(arena, &lexicon, error));
  *resources = (GwResources){.gazetteer = gazetteer, .lexicon = lexicon};
  return GW_OK;
}

static GwStatus run(GwArena *arena, char **arguments, GwError *error)
{
  const bool tied = strcmp(arguments[1], "clusters") == 0;
  GwDocument document;
  GwArticle article;
  GwKnowledge k;
  GwResources resources;
  GW_TRY(open_tables(arena, tied, &resources, error));
  GW_TRY(analyse(arena, arguments[2], arguments[3], &document, &article, error));
  GW_TRY(gw_knowledge_build(arena, &resources, &document, &k, error));
  const size_t *const letters = count_letters(arena, article.text);
  if (!letters) {
    return gw_fail_memory(error);
  }
  if (!tied) {
    fprintf(stderr, "features %zu %d\n", gw_feature_count(), GW_PAIR_FEATURES);
  }
  for (size_t i = 0; i < k.references->count; i++) {
    print_reference(tied ? stdout : stderr, &k, letters, i);
  }
  if (!tied) {
    const GwReader reader = {.arena = arena, .document = &document, .knowledge = &k};
    write_features(&reader);
  }
  return GW_OK;
}

int main(int count, char **arguments)
{
  GwArena arena = GW_ARENA_INIT;
  GwError error;
  if (count != 4 || (strcmp(arguments[1], "clusters") && strcmp(arguments[1], "features"))) {
    fprintf(stderr, "usage: ties clusters|features FILE MODEL\n");
    return 2;
  }
  const GwStatus status = run(&arena, arguments, &error);
  if (status) {
    fprintf(stderr, "ties: %s\n", error.message);
  }
  gw_arena_free(&arena);
  return gw_exit_status(status);
}
