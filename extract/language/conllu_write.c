#include "extract/language/conllu.h"

#include "base/utf8.h"

#include <stdlib.h>
#include <utf8proc.h>

/* Writes one "Key=Value" of MISC; the separator before all but the first. */
static void misc_key(GwBuffer *out, bool *first, const char *key)
{
  gw_buffer_text(out, *first ? "" : "|");
  gw_buffer_text(out, key);
  *first = false;
}

static void write_roles(const GwSentence *s, size_t token, bool *first, GwBuffer *out)
{
  bool any = false;
  for (size_t i = 0; i < s->role_count; i++) {
    if (s->roles[i].predicate == token) {
      if (!any) {
        misc_key(out, first, "Roles=");
      }
      gw_buffer_format(out, "%s%s:%zu", any ? "," : "", s->roles[i].role,
                       s->roles[i].argument + 1);
      any = true;
    }
  }
}

/* The causes of what a token heads: the word that heads each, the words of cause, effect and signal
 * ("-" for none), and the probability in percent. */
static void write_causes(const GwSentence *s, size_t token, bool *first, GwBuffer *out)
{
  bool any = false;
  for (size_t i = 0; i < s->cause_count; i++) {
    const GwCause *c = &s->causes[i];
    if (c->effect != token) {
      continue;
    }
    if (!any) {
      misc_key(out, first, "CausedBy=");
    }
    gw_buffer_format(out, "%s%zu:%zu-%zu:%zu-%zu:", any ? "," : "", c->cause + 1,
                     c->cause_first + 1, c->cause_last + 1, c->effect_first + 1,
                     c->effect_last + 1);
    if (c->signalled) {
      gw_buffer_format(out, "%zu", c->signal_first + 1);
    }
    gw_buffer_text(out, "-");
    if (c->signalled) {
      gw_buffer_format(out, "%zu", c->signal_last + 1);
    }
    gw_buffer_format(out, ":%.0f", 100 * c->probability);
    any = true;
  }
}

/* Keys in alphabetical order, as the UD tools want them. */
static void write_misc(const GwSentence *s, size_t token, size_t begin, GwBuffer *out)
{
  const GwToken *t = &s->tokens[token];
  bool first = true;
  write_causes(s, token, &first, out);
  if (t->mention != GW_MENTION_NONE) {
    misc_key(out, &first, "Mention=");
    gw_buffer_text(out, gw_mention_type_name(t->mention));
  }
  if (t->ner != GW_NER_NONE) {
    misc_key(out, &first, t->ner_begins ? "Ner=B-" : "Ner=I-");
    gw_buffer_text(out, gw_ner_name(t->ner));
  }
  if (t->predicate) {
    misc_key(out, &first, "Predicate=Yes");
  }
  write_roles(s, token, &first, out);
  if (!t->space_after) {
    misc_key(out, &first, "SpaceAfter=No");
  }
  misc_key(out, &first, "TokenRange=");
  gw_buffer_format(out, "%zu:%zu", begin, begin + gw_utf8_count(t->form));
}

/* Text in composed form (NFC), as UD wants it; every run of white space as `space`. Offsets
 * keep counting the article's own characters. */
static void write_clean(GwView text, const char *space, GwBuffer *out)
{
  utf8proc_uint8_t *composed = NULL;
  const utf8proc_ssize_t size = utf8proc_map((const utf8proc_uint8_t *)text.data,
                                             (utf8proc_ssize_t)text.length, &composed,
                                             UTF8PROC_STABLE | UTF8PROC_COMPOSE);
  const GwView clean = size < 0 ? text : (GwView){(const char *)composed, (size_t)size};
  size_t length = 0;
  bool spaced = false;
  for (size_t at = 0; at < clean.length; at += length) {
    const bool white = gw_utf8_is_space(gw_utf8_decode(clean, at, &length));
    if (!white) {
      gw_buffer_append(out, gw_view_slice(clean, at, at + length));
    } else if (!spaced) {
      gw_buffer_text(out, space);
    }
    spaced = white;
  }
  out->failed = out->failed || size == UTF8PROC_ERROR_NOMEM;
  free(composed);
}

/* A form or lemma: inner white space would break the columns. */
static void write_word(GwView word, GwBuffer *out)
{
  write_clean(word, "_", out);
  gw_buffer_text(out, word.length ? "" : "_");
}

static void write_text(const GwArticle *article, GwSpan span, GwBuffer *out)
{
  gw_buffer_text(out, "# text = ");
  write_clean(gw_view_slice(article->text, span.begin, span.end), " ", out);
  gw_buffer_char(out, '\n');
}

static void write_token(const GwSentence *s, size_t i, size_t begin, GwBuffer *out)
{
  const GwToken *t = &s->tokens[i];
  gw_buffer_format(out, "%zu\t", i + 1);
  write_word(t->form, out);
  gw_buffer_char(out, '\t');
  write_word(t->lemma, out);
  gw_buffer_format(out, "\t%s\t%s\t_\t%zu\t%s\t_\t", gw_upos_name(t->upos), t->xpos, t->head,
                   t->deprel);
  write_misc(s, i, begin, out);
  gw_buffer_char(out, '\n');
}

GwStatus gw_conllu_write(const GwDocument *document, GwBuffer *out, GwError *error)
{
  const GwArticle *article = document->article;
  size_t byte = 0, character = 0; /* offsets grow: one pass counts the characters */
  size_t paragraphs = 0;
  for (size_t i = 0; i < document->sentence_count; i++) {
    const GwSentence *s = &document->sentences[i];
    if (i == 0) {
      gw_buffer_format(out, "# newdoc id = %s\n", article->id);
    }
    if (i == 0 || s->block != document->sentences[i - 1].block) {
      gw_buffer_format(out, "# newpar id = %s-p%zu\n", article->id, ++paragraphs);
    }
    gw_buffer_format(out, "# sent_id = %s-%zu\n", article->id, i + 1);
    write_text(article, s->span, out);
    for (size_t t = 0; t < s->token_count; t++) {
      const size_t begin = s->tokens[t].span.begin;
      character += gw_utf8_count(gw_view_slice(article->text, byte, begin));
      byte = begin;
      write_token(s, t, character, out);
    }
    gw_buffer_char(out, '\n');
  }
  return out->failed ? gw_fail_memory(error) : GW_OK;
}
