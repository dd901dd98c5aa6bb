#include "extract/knowledge/relations.h"
#include "ontology/description.h"

#include "base/buffer.h"
#include "base/hash.h"
#include "base/map.h"

/* A statement is named by a hash of what it says and where, so that the same article gives the
 * same name to everyone; the base is left out of it. */

static void add_field(GwBuffer *content, const char *tag, GwView value)
{
  gw_buffer_format(content, "\x1f%s\x1e", tag);
  gw_buffer_append(content, value);
}

static GwView without_base(const GwDescription *d, GwView iri)
{
  return gw_view_slice(iri, d->base.length, iri.length);
}

static void add_object(const GwDescription *d, const GwStatement *s, GwBuffer *content)
{
  switch (s->object_kind) {
  case GW_OBJECT_ENTITY:
    add_field(content, "entity", without_base(d, d->entities[s->object]));
    break;
  case GW_OBJECT_STATEMENT:
    add_field(content, "statement", without_base(d, d->statements[s->object]));
    break;
  case GW_OBJECT_TEXT: add_field(content, "text", s->object_text); break;
  case GW_OBJECT_NONE: break;
  }
}

static void add_content(const GwDescription *d, const GwStatement *s, GwBuffer *content)
{
  add_field(content, "subject", without_base(d, d->entities[s->subject]));
  add_field(content, "relation", s->relation.own ? s->relation.own->iri : s->relation.name);
  add_object(d, s, content);
  add_field(content, "modality", gw_view(gw_modality_name(s->modality)));
  add_field(content, "polarity", s->polarity == GW_POSITIVE ? GW_VIEW("+") : GW_VIEW("-"));
  if (s->speaker != GW_NO_INDEX) {
    add_field(content, "speaker", without_base(d, d->entities[s->speaker]));
    add_field(content, "verb", s->speech_verb);
  }
  for (size_t i = 0; i < s->qualifier_count; i++) {
    const GwQualifier *q = &s->qualifiers[i];
    add_field(content, q->role, q->entity == GW_NO_INDEX
                                  ? q->text : without_base(d, d->entities[q->entity]));
  }
  for (size_t i = 0; i < s->amount_count; i++) {
    add_field(content, gw_amount_role_name(s->amounts[i].role),
              without_base(d, d->quantities[s->amounts[i].quantity]));
  }
  add_field(content, "sentence", without_base(d, d->sentences[s->sentence].iri));
}

static GwStatus mint(GwDescription *d, size_t index, GwError *error)
{
  GwBuffer content = GW_BUFFER_INIT;
  char hash[13];
  add_content(d, &d->knowledge->statements[index], &content);
  gw_hash_name(gw_buffer_view(&content), hash);
  const bool failed = content.failed;
  gw_buffer_free(&content);
  d->statements[index] =
    gw_view_format(d->arena, "%.*s/statement/%s", GW_PRINT(d->document), hash);
  return failed || !d->statements[index].data ? gw_fail_memory(error) : GW_OK;
}

/* The statement that is said in statement `index`, if it has no name yet. */
static size_t unnamed_object(const GwDescription *d, size_t index)
{
  const GwStatement *s = &d->knowledge->statements[index];
  return s->object_kind == GW_OBJECT_STATEMENT && !d->statements[s->object].data ? s->object
                                                                                : GW_NO_INDEX;
}

/* A name holds the name of the statement within: chains are named from their ends. */
static GwStatus mint_chain(GwDescription *d, size_t index, size_t *stack, GwError *error)
{
  size_t depth = 0;
  for (size_t at = index; at != GW_NO_INDEX; at = unnamed_object(d, at)) {
    if (depth == d->knowledge->statement_count) {
      return gw_fail(error, GW_ERR_INPUT, "%s: statement %zu is said within itself",
                     d->knowledge->document->article->name, index);
    }
    stack[depth++] = at;
  }
  while (depth > 0) {
    GW_TRY(mint(d, stack[--depth], error));
  }
  return GW_OK;
}

/* Of statements with one name the surest is described. */
static GwStatus find_repeated(GwDescription *d, GwError *error)
{
  GwMap first = gw_map_new(d->arena);
  for (size_t i = 0; i < d->knowledge->statement_count; i++) {
    const size_t other = gw_map_get(&first, d->statements[i]);
    const bool better = other == GW_MAP_ABSENT || d->knowledge->statements[i].confidence
                                                    > d->knowledge->statements[other].confidence;
    if (better && !gw_map_set(&first, d->statements[i], i)) {
      return gw_fail_memory(error);
    }
    if (other != GW_MAP_ABSENT) {
      d->repeated[better ? other : i] = true;
    }
  }
  return GW_OK;
}

GwStatus gw_mint_statements(GwDescription *d, GwError *error)
{
  const size_t count = d->knowledge->statement_count;
  size_t *stack = GW_NEW(d->arena, count + 1, size_t);
  d->statements = GW_NEW(d->arena, count + 1, GwView);
  d->repeated = GW_NEW(d->arena, count + 1, bool);
  if (!stack || !d->statements || !d->repeated) {
    return gw_fail_memory(error);
  }
  for (size_t i = 0; i < count; i++) {
    if (!d->statements[i].data) {
      GW_TRY(mint_chain(d, i, stack, error));
    }
  }
  return find_repeated(d, error);
}
