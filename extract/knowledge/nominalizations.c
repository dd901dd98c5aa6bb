/* Statements of nouns that name an action: "India's ban on exports", "the arrest of activists by
 * the police", "gave support to farmers". Who acts and on what comes from the semantic roles of
 * the noun, and from possessors and "by" phrases where these are silent. */
#include "base/utf8.h"
#include "extract/knowledge/arguments.h"
#include "extract/knowledge/statements.h"
#include "extract/knowledge/types.h"

#include <string.h>

typedef struct {
  size_t noun, agent, theme;
  size_t light; ///< light verb that carries the noun out ("gave support"), or GW_NO_INDEX
  GwView verb;
} Action;

/* The verb that only carries the noun out ("imposed a ban"): the role head marks it, or it is
 * listed. */
static size_t light_verb(const GwReader *r, const GwSentence *s, size_t noun)
{
  const size_t up = gw_parent(s, noun);
  if (up == GW_NO_INDEX || !gw_relates(s, noun, "obj|nsubj:pass")) {
    return GW_NO_INDEX;
  }
  const bool marked = strcmp(gw_role_of(s, noun, up), "ARGM-LVB") == 0;
  return marked || gw_lexicon_value(r->lexicon, "perform", s->tokens[up].lemma).length
           ? up : GW_NO_INDEX;
}

/* Who carries the noun out: its own agent, or the subject of its light verb. */
static size_t agent_of(const GwReader *r, size_t sentence, const Action *a)
{
  const size_t own = gw_noun_agent(gw_sentence(r, sentence), a->noun);
  if (own != GW_NO_INDEX || a->light == GW_NO_INDEX) {
    return own;
  }
  const GwFrame f = gw_frame(r, sentence, a->light);
  return f.subjects.count ? f.subjects.tokens[0] : GW_NO_INDEX;
}

/* A noun with roles; or one that stands as such between a possessor and "on": "their ban on it". */
static bool names_action(const GwReader *r, const GwSentence *s, size_t noun)
{
  const size_t on = gw_child(s, noun, "nmod", noun);
  const GwView marker = on == GW_NO_INDEX ? GW_VIEW("") : gw_marker(r->arena, s, on, "case");
  const bool owned = gw_child(s, noun, "nmod:poss", 0) != GW_NO_INDEX
                     || (gw_relates(s, noun, "obj|nsubj:pass"));
  return s->tokens[noun].predicate
         || (owned && (gw_view_is(marker, "on") || gw_view_is(marker, "against")));
}

/* "on exports", "of activists": the first complement of the noun that is neither agent nor time.
 * `theme` of the roles is taken when it stands inside the noun's phrase or with its light verb. */
static size_t theme_of(const GwReader *r, const GwSentence *s, const Action *a)
{
  for (size_t i = 0; i < s->role_count; i++) {
    const GwRole *role = &s->roles[i];
    const bool near = a->agent != GW_NO_INDEX && !gw_below(s, role->argument, a->agent)
                      && (gw_below(s, role->argument, a->noun)
                          || (a->light != GW_NO_INDEX && gw_below(s, role->argument, a->light)));
    if (role->predicate == a->noun && strcmp(role->role, "ARG1") == 0) {
      return near && !gw_relates(s, role->argument, "nmod:poss|compound|amod") ? role->argument
                                                                             : GW_NO_INDEX;
    }
  }
  for (size_t i = gw_child(s, a->noun, "nmod", a->noun); i != GW_NO_INDEX;
       i = gw_child(s, a->noun, "nmod", i + 1)) {
    const GwView marker = gw_marker(r->arena, s, i, "case");
    if (i != a->agent && *gw_role_of(s, a->noun, i) == '\0' && !gw_is_time_phrase(r, s, i)
        && (gw_view_is(marker, "of") || gw_view_is(marker, "on")
            || gw_view_is(marker, "against"))) {
      return i;
    }
  }
  return GW_NO_INDEX;
}

/* "proposed", "possible", "failed": what an adjective says of whether the action happened. */
static void read_adjectives(const GwReader *r, const GwSentence *s, size_t noun, GwContext *c)
{
  for (size_t i = gw_child(s, noun, "amod", 0); i != GW_NO_INDEX;
       i = gw_child(s, noun, "amod", i + 1)) {
    const GwView lower = gw_utf8_lower(r->arena, s->tokens[i].form);
    const GwView value = gw_lexicon_value(r->lexicon, "adjective", lower);
    if (gw_view_is(value, "negative")) {
      c->polarity = gw_opposite(c->polarity);
      c->cues.polarity = i;
    } else if (value.length && c->modality == GW_ACTUAL) {
      c->modality = gw_modality_read(value);
      c->cues.modality = i;
    }
  }
}

/* The clause that the noun stands in, and whether it is its subject. */
static size_t clause_of(const GwSentence *s, size_t noun, bool *subject)
{
  size_t at = noun;
  for (size_t steps = 0; at != GW_NO_INDEX && steps <= s->token_count; steps++) {
    const size_t up = gw_parent(s, at);
    if (up != GW_NO_INDEX && gw_is_verbal(s, up)) {
      *subject = gw_relates(s, at, "nsubj");
      return up;
    }
    at = up;
  }
  return GW_NO_INDEX;
}

static bool is_definite(const GwSentence *s, size_t noun)
{
  const size_t det = gw_child(s, noun, "det", 0);
  return gw_child(s, noun, "nmod:poss", 0) != GW_NO_INDEX
         || (det != GW_NO_INDEX && gw_lemma_is(s, det, "the|this|that|these|those"));
}

/* Is the action a fact? A definite subject is taken for granted; what is wanted, planned, feared
 * or prevented is not, nor what an unreal clause introduces. */
static GwContext context_of(GwReader *r, size_t sentence, const Action *a)
{
  const GwSentence *s = gw_sentence(r, sentence);
  bool subject = false;
  GwContext c = gw_context(r, sentence, a->light == GW_NO_INDEX ? a->noun : a->light);
  const size_t clause = clause_of(s, a->noun, &subject);
  if (a->light == GW_NO_INDEX && clause != GW_NO_INDEX && !(subject && is_definite(s, a->noun))) {
    const GwContext around = gw_context(r, sentence, clause);
    const GwView embedding = gw_lexicon_value(r->lexicon, "embed", s->tokens[clause].lemma);
    const bool wanted = embedding.length && !subject;
    c.implied = c.implied || (gw_view_is(embedding, "negative") && wanted)
                || around.polarity == GW_NEGATIVE;
    if (c.modality == GW_ACTUAL) {
      c.modality = wanted ? gw_modality_read(embedding) : around.modality;
      c.cues.modality = wanted ? clause : around.cues.modality;
    }
  }
  if (a->light != GW_NO_INDEX && gw_is_negated_noun(s, a->noun)) {
    c.polarity = gw_opposite(c.polarity);
    c.cues.polarity = a->noun;
  }
  read_adjectives(r, s, a->noun, &c);
  return c;
}

/* "Reliance on gas" is to rely on gas, "calls for action" to call for it, but "support for
 * farmers" is to support them. */
static GwView verb_with_preposition(const GwReader *r, const GwSentence *s, const Action *a)
{
  const GwView marker = gw_marker(r->arena, s, a->theme, "case");
  const GwView joined = gw_view_format(r->arena, "%.*s %.*s", GW_PRINT(a->verb),
                                       GW_PRINT(marker));
  const bool mapped = gw_lexicon_value(r->lexicon, "relation", joined).length > 0;
  const bool transitive = gw_lexicon_value(r->lexicon, "transitive", a->verb).length > 0;
  return marker.length == 0 || (!mapped && (transitive || gw_view_is(marker, "of"))) ? a->verb
                                                                                  : joined;
}

static GwRelation relation_of(const GwReader *r, const GwSentence *s, const Action *a,
                              size_t theme, bool *inverted)
{
  return gw_relation_to(r, verb_with_preposition(r, s, a), r->knowledge->entities[theme].type,
                        inverted);
}

static void state(GwReader *r, size_t sentence, const Action *a)
{
  bool inverted;
  const GwSentence *s = gw_sentence(r, sentence);
  const GwContext c = context_of(r, sentence, a);
  const size_t agent = gw_entity_of(r, sentence, a->agent);
  GwTokens themes = {{0}, 0};
  gw_add_coordinated(s, a->theme, &themes);
  for (size_t i = 0; i < themes.count && agent != GW_NO_INDEX && !c.implied; i++) {
    const size_t theme = gw_entity_of(r, sentence, themes.tokens[i]);
    if (theme == GW_NO_INDEX) {
      continue;
    }
    const GwRelation relation = relation_of(r, s, a, theme, &inverted);
    GwStatement st = gw_statement_new(&c, sentence, a->noun, relation, "nominalization",
                                      0.75);
    st.subject = inverted ? theme : agent;
    st.object_kind = GW_OBJECT_ENTITY;
    st.object = inverted ? agent : theme;
    st.subject_token = inverted ? themes.tokens[i] : a->agent;
    st.object_token = inverted ? a->agent : themes.tokens[i];
    if (a->light != GW_NO_INDEX) {
      gw_read_qualifiers(r, sentence, a->light, a->theme, &st);
    }
    gw_add_statement(r, st);
  }
}

void gw_read_nominalizations(GwReader *r, size_t sentence)
{
  const GwSentence *s = gw_sentence(r, sentence);
  for (size_t t = 0; t < s->token_count && !r->failed; t++) {
    if (s->tokens[t].upos != GW_NOUN || !names_action(r, s, t)) {
      continue;
    }
    const GwView lemma = gw_utf8_lower(r->arena, s->tokens[t].lemma);
    Action a = {.noun = t, .light = light_verb(r, s, t)};
    a.verb = gw_lexicon_value(r->lexicon, "nominalization", lemma);
    a.agent = agent_of(r, sentence, &a);
    a.theme = theme_of(r, s, &a);
    if (a.verb.length && a.agent != GW_NO_INDEX && a.theme != GW_NO_INDEX && a.agent != a.theme
        && gw_is_nominal(s, a.theme)) {
      state(r, sentence, &a);
    }
  }
}
