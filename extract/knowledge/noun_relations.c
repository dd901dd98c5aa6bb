/* Relations that a noun with its complement stands for: "a member of the Civic Union", "the founder
 * of the school". The lexicon's class "noun-relation" lists them. */
#include "base/utf8.h"
#include "extract/knowledge/arguments.h"
#include "extract/knowledge/statements.h"

/* The complement of the noun that makes a listed relation with it, or GW_NO_INDEX. */
static size_t complement_of(const GwReader *r, const GwSentence *s, size_t noun, GwView *name)
{
  const GwView lemma = gw_utf8_lower(r->arena, s->tokens[noun].lemma);
  for (size_t i = gw_child(s, noun, "nmod", noun); i != GW_NO_INDEX;
       i = gw_child(s, noun, "nmod", i + 1)) {
    const GwView key = gw_view_format(r->arena, "%.*s %.*s", GW_PRINT(lemma),
                                      GW_PRINT(gw_marker(r->arena, s, i, "case")));
    *name = gw_lexicon_value(r->lexicon, "noun-relation", key);
    if (name->length) {
      return i;
    }
  }
  return GW_NO_INDEX;
}

bool gw_read_noun_relation(GwReader *r, size_t sentence, size_t noun, const GwContext *context,
                           GwEnd subject)
{
  const GwSentence *s = gw_sentence(r, sentence);
  GwView name = GW_VIEW("");
  const size_t complement = complement_of(r, s, noun, &name);
  const GwRelation *relation = gw_lexicon_relation(r->lexicon, name);
  bool any = false;
  GwTokens all = {{0}, 0};
  gw_add_coordinated(s, complement, &all);
  for (size_t i = 0; i < all.count && relation; i++) {
    GwStatement st = gw_statement_new(context, sentence, noun, *relation, "noun-relation", 0.88);
    st.subject = subject.entity;
    st.subject_token = subject.token;
    st.object_kind = GW_OBJECT_ENTITY;
    st.object = gw_entity_of(r, sentence, all.tokens[i]);
    st.object_token = all.tokens[i];
    if (st.object != GW_NO_INDEX) {
      gw_read_qualifiers(r, sentence, noun, complement, &st);
      any = gw_add_statement(r, st) != GW_NO_INDEX || any;
    }
  }
  return any;
}

bool gw_is_mere_relation(const GwSentence *s, size_t noun)
{
  return gw_lemma_is(s, noun, "part|member|example|component");
}
