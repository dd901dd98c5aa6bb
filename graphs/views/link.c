#include "graphs/views/link.h"

#define SPEAKER_BYTES ((size_t)20) ///< a longer name gives way to an alias

static const char *const modality_notes[GW_MODALITY_COUNT] = {
  [GW_ACTUAL] = "",
  [GW_POSSIBLE] = " (may)",
  [GW_NECESSARY] = " (should)",
  [GW_INTENDED] = " (planned)",
  [GW_CONDITIONAL] = " (if)",
  [GW_QUESTIONED] = " (?)",
};

static const double kind_weights[GW_RELATION_KIND_COUNT] = {
  [GW_RELATION_ACTION] = 0.7,
  [GW_RELATION_CAUSE] = 1.4,
  [GW_RELATION_PREVENT] = 1.4,
  [GW_RELATION_SPEECH] = 0.8,
  [GW_RELATION_ATTRIBUTE] = 0.45,
};

GwBlockKind gw_view_block(const GwKnowledge *knowledge, size_t sentence)
{
  const GwDocument *document = knowledge->document;
  if (sentence >= document->sentence_count) {
    return GW_BLOCK_PARAGRAPH;
  }
  const size_t block = document->sentences[sentence].block;
  return block < document->article->block_count ? document->article->blocks[block].kind
                                                : GW_BLOCK_PARAGRAPH;
}

GwView gw_view_sentence(const GwKnowledge *knowledge, size_t sentence)
{
  const GwDocument *document = knowledge->document;
  if (sentence >= document->sentence_count) {
    return GW_VIEW("");
  }
  const GwSpan span = document->sentences[sentence].span;
  return gw_view_slice(document->article->text, span.begin, span.end);
}

static double weight_of(const GwKnowledge *knowledge, const GwStatement *statement)
{
  const GwBlockKind block = gw_view_block(knowledge, statement->sentence);
  double weight = kind_weights[statement->relation.kind] * (0.2 + 0.8 * statement->confidence);
  weight *= statement->relation.mapped ? 1.15 : 1.0;
  weight *= statement->modality == GW_ACTUAL ? 1.0 : 0.7;
  weight *= statement->confidence < GW_ASSERTED_FROM ? 0.3 : 1.0;
  weight *= statement->speaker == GW_NO_INDEX ? 1.0 : 0.9;
  weight *= block == GW_BLOCK_TITLE ? 1.3 : 1.0;
  return weight * (gw_block_is_beside(block) ? 0.2 : 1.0);
}

/* "X" of "says X": the shortest alias when the name is long ("UNHCR"). */
static GwView short_name(const GwKnowledge *knowledge, size_t entity)
{
  GwView name = knowledge->entities[entity].label;
  for (size_t i = 0; i < knowledge->entities[entity].alias_count; i++) {
    const GwView alias = knowledge->entities[entity].aliases[i];
    if (name.length > SPEAKER_BYTES && alias.length >= 2 && alias.length < name.length) {
      name = alias;
    }
  }
  return name;
}

static GwView relation_label(const GwStatement *statement)
{
  return statement->relation.label.length ? statement->relation.label : statement->relation.name;
}

/* "not leads to (may)": polarity, relation and modality. */
static GwView stated(GwArena *arena, const GwStatement *statement)
{
  return gw_view_format(arena, "%s%.*s%s", statement->polarity == GW_NEGATIVE ? "not " : "",
                        GW_PRINT(relation_label(statement)), modality_notes[statement->modality]);
}

/* Where a statement about `inner` is drawn to, and what its label says of it. */
static size_t inner_end(GwArena *arena, const GwKnowledge *knowledge, size_t from,
                        const GwStatement *inner, GwView *said)
{
  const bool entity = inner->object_kind == GW_OBJECT_ENTITY;
  *said = stated(arena, inner);
  if (inner->subject == from || inner->subject >= knowledge->entity_count) {
    return entity ? inner->object : GW_NO_INDEX;
  }
  const GwView object = entity && inner->object < knowledge->entity_count
                        ? knowledge->entities[inner->object].label
                        : inner->object_kind == GW_OBJECT_TEXT ? inner->object_text
                                                               : GW_VIEW("");
  *said = gw_view_format(arena, "%.*s%s%.*s", GW_PRINT(*said), object.length ? " " : "",
                         GW_PRINT(object));
  return inner->subject;
}

/* A claim that is drawn by itself, so that "X says" it needs no line of its own. */
static bool tells_itself(const GwStatement *inner, size_t speaker)
{
  return inner->speaker == speaker && inner->object_kind == GW_OBJECT_ENTITY
         && inner->object != inner->subject;
}

/* The link of statement number `index`; false when it has no two ends. */
static bool link_of(GwArena *arena, const GwKnowledge *knowledge, size_t index, GwViewLink *link)
{
  const GwStatement *statement = &knowledge->statements[index];
  *link = (GwViewLink){
    .from = statement->subject, .to = GW_NO_INDEX, .statement = index, .inner = GW_NO_INDEX,
    .label = stated(arena, statement), .kind = statement->relation.kind,
    .claimed = statement->speaker != GW_NO_INDEX,
    .negated = statement->polarity == GW_NEGATIVE, .weight = weight_of(knowledge, statement),
  };
  if (statement->object_kind == GW_OBJECT_ENTITY) {
    link->to = statement->object;
  } else if (statement->object_kind == GW_OBJECT_STATEMENT
             && statement->object < knowledge->statement_count && statement->object != index) {
    GwView said = {NULL, 0};
    const GwStatement *inner = &knowledge->statements[statement->object];
    if (tells_itself(inner, statement->subject)) {
      return false;
    }
    link->inner = statement->object;
    link->to = inner_end(arena, knowledge, link->from, inner, &said);
    link->label = gw_view_format(arena, "%.*s: %.*s", GW_PRINT(link->label), GW_PRINT(said));
  }
  if (link->claimed && statement->speaker < knowledge->entity_count) {
    link->speaker = short_name(knowledge, statement->speaker);
  }
  return link->from < knowledge->entity_count && link->to < knowledge->entity_count
         && link->from != link->to;
}

GwStatus gw_view_links(GwArena *arena, const GwKnowledge *knowledge, GwViewLink **links,
                       size_t *count, GwError *error)
{
  *count = 0;
  *links = GW_NEW(arena, knowledge->statement_count, GwViewLink);
  if (!*links) {
    return gw_fail_memory(error);
  }
  for (size_t i = 0; i < knowledge->statement_count; i++) {
    GwViewLink *link = &(*links)[*count];
    *count += link_of(arena, knowledge, i, link);
    if (!link->label.data) {
      return gw_fail_memory(error);
    }
  }
  return GW_OK;
}
