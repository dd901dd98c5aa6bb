#include "tests/graphs/knowledge_file.h"

#include "base/buffer.h"

#include <stdlib.h>
#include <string.h>

#define MOST ((size_t)200)

static const char *const type_names[GW_ENTITY_TYPE_COUNT] = {
  "Person", "Organization", "InternationalOrganization", "Government", "Party", "Company",
  "University", "Country", "City", "Place", "Group", "Role", "Policy", "Law", "Event",
  "Activity", "Condition", "Work", "Quantity", "Time", "Thing", "Concept"};
static const char *const kind_names[] = {"action", "cause", "prevent", "speech", "attribute"};
static const char *const modality_names[] = {"actual", "may", "should", "planned", "if", "asked"};

typedef struct {
  GwArena *arena;
  GwKnowledge *knowledge;
  GwArticle *article;
  GwDocument *document;
  GwView keys[MOST];
  GwBuffer text;
} Reader;

static size_t index_of(const char *const *names, size_t count, GwView name)
{
  size_t i = 0;
  while (i < count && !gw_view_is(name, names[i])) {
    i++;
  }
  return i < count ? i : GW_NO_INDEX;
}

static size_t entity_of(const Reader *reader, GwView key)
{
  for (size_t i = 0; i < reader->knowledge->entity_count; i++) {
    if (gw_view_equal(reader->keys[i], key)) {
      return i;
    }
  }
  return GW_NO_INDEX;
}

static GwView field_of(GwView *rest)
{
  GwView field = {"", 0};
  (void)gw_view_next(rest, '\t', &field);
  return field;
}

static bool read_entity(Reader *reader, GwView rest)
{
  GwKnowledge *k = reader->knowledge;
  GwEntity *entity = &k->entities[k->entity_count];
  reader->keys[k->entity_count++] = field_of(&rest);
  const size_t type = index_of(type_names, GW_ENTITY_TYPE_COUNT, field_of(&rest));
  *entity = (GwEntity){.type = (GwEntityType)type, .label = field_of(&rest),
                       .country = GW_NO_INDEX, .broader = GW_NO_INDEX,
                       .first_mention = GW_NO_INDEX};
  const GwView qid = field_of(&rest);
  GwView aliases = field_of(&rest);
  entity->qid = gw_view_is(qid, "-") ? GW_VIEW("") : qid;
  entity->aliases = GW_NEW(reader->arena, 8, GwView);
  while (!gw_view_is(aliases, "-") && entity->alias_count < 8
         && gw_view_next(&aliases, '|', &entity->aliases[entity->alias_count])) {
    entity->alias_count++;
  }
  entity->named = entity->label.length && entity->label.data[0] >= 'A'
                  && entity->label.data[0] <= 'Z';
  return type != GW_NO_INDEX;
}

static void read_sentence(Reader *reader, GwView text, GwBlockKind kind)
{
  const size_t number = reader->document->sentence_count++;
  const size_t begin = reader->text.length;
  gw_buffer_append(&reader->text, text);
  const GwSpan span = {begin, reader->text.length};
  gw_buffer_text(&reader->text, "\n\n");
  reader->document->sentences[number] = (GwSentence){.span = span, .block = number};
  reader->article->blocks[number] = (GwBlock){
    .span = span, .kind = kind, .section = GW_NO_SECTION};
  reader->article->block_count = number + 1;
}

static void read_mark(const Reader *reader, GwView mark, GwStatement *statement)
{
  const size_t modality = index_of(modality_names, GW_MODALITY_COUNT, mark);
  if (gw_view_is(mark, "not")) {
    statement->polarity = GW_NEGATIVE;
  } else if (modality != GW_NO_INDEX) {
    statement->modality = (GwModality)modality;
  } else if (gw_view_starts(mark, GW_VIEW("by:"))) {
    statement->speaker = entity_of(reader, gw_view_slice(mark, 3, mark.length));
  }
}

static bool read_object(const Reader *reader, GwView object, GwStatement *statement)
{
  if (gw_view_is(object, "-")) {
    statement->object_kind = GW_OBJECT_NONE;
  } else if (gw_view_starts(object, GW_VIEW("text:"))) {
    statement->object_kind = GW_OBJECT_TEXT;
    statement->object_text = gw_view_slice(object, 5, object.length);
  } else if (object.length == 2 && object.data[0] == '-') {
    statement->object_kind = GW_OBJECT_STATEMENT;
    statement->object = reader->knowledge->statement_count - (size_t)(object.data[1] - '0');
  } else {
    statement->object_kind = GW_OBJECT_ENTITY;
    statement->object = entity_of(reader, object);
    return statement->object != GW_NO_INDEX;
  }
  return true;
}

static bool read_statement(Reader *reader, GwView rest)
{
  GwKnowledge *k = reader->knowledge;
  GwStatement *statement = &k->statements[k->statement_count];
  GwView mark;
  *statement = (GwStatement){.subject = entity_of(reader, field_of(&rest)),
                             .speaker = GW_NO_INDEX, .rule = "test", .confidence = 0.9,
                             .sentence = reader->document->sentence_count - 1};
  statement->relation.label = statement->relation.name = field_of(&rest);
  const size_t kind = index_of(kind_names, GW_RELATION_KIND_COUNT, field_of(&rest));
  statement->relation.kind = (GwRelationKind)kind;
  const bool known = read_object(reader, field_of(&rest), statement);
  while (gw_view_next(&rest, '\t', &mark)) {
    read_mark(reader, mark, statement);
  }
  k->statement_count++;
  return known && kind != GW_NO_INDEX && statement->subject != GW_NO_INDEX;
}

static bool holds(GwView text, GwView name)
{
  return gw_view_find(text, name, 0) < text.length;
}

static void find_mentions(Reader *reader)
{
  GwKnowledge *k = reader->knowledge;
  for (size_t s = 0; s < reader->document->sentence_count; s++) {
    const GwSpan span = reader->document->sentences[s].span;
    const GwView text = gw_view_slice(reader->article->text, span.begin, span.end);
    for (size_t e = 0; e < k->entity_count && k->mention_count < k->mention_capacity; e++) {
      GwEntity *entity = &k->entities[e];
      bool found = holds(text, entity->label);
      for (size_t a = 0; a < entity->alias_count && !found; a++) {
        found = holds(text, entity->aliases[a]);
      }
      if (found) {
        entity->first_mention = entity->mention_count++ ? entity->first_mention
                                                        : k->mention_count;
        k->mentions[k->mention_count++] = (GwMention){.sentence = s, .entity = e};
      }
    }
  }
}

static bool read_line(Reader *reader, GwView line)
{
  GwView rest = line;
  const GwView what = field_of(&rest);
  const GwKnowledge *k = reader->knowledge;
  if (k->entity_count == MOST || k->statement_count == MOST
      || reader->document->sentence_count == MOST) {
    return false;
  }
  if (gw_view_is(what, "entity")) {
    return read_entity(reader, rest);
  }
  if (gw_view_is(what, "statement")) {
    return read_statement(reader, rest);
  }
  const GwBlockKind kind = gw_view_is(what, "title") ? GW_BLOCK_TITLE
                           : gw_view_is(what, "note") ? GW_BLOCK_NOTE : GW_BLOCK_PARAGRAPH;
  read_sentence(reader, rest, kind);
  return true;
}

GwStatus knowledge_read(GwArena *arena, GwView table, GwKnowledge *knowledge, GwError *error)
{
  Reader reader = {.arena = arena, .knowledge = knowledge, .text = GW_BUFFER_INIT};
  GwView line;
  reader.article = GW_NEW(arena, 1, GwArticle);
  reader.document = GW_NEW(arena, 1, GwDocument);
  reader.article->name = "test/article.txt";
  reader.article->blocks = GW_NEW(arena, MOST, GwBlock);
  reader.document->article = reader.article;
  reader.document->sentences = GW_NEW(arena, MOST, GwSentence);
  *knowledge = (GwKnowledge){.document = reader.document};
  knowledge->entities = GW_NEW(arena, MOST, GwEntity);
  knowledge->statements = GW_NEW(arena, MOST, GwStatement);
  knowledge->mention_capacity = 20 * MOST;
  knowledge->mentions = GW_NEW(arena, knowledge->mention_capacity, GwMention);
  for (size_t number = 1; gw_view_next(&table, '\n', &line); number++) {
    if (line.length && line.data[0] != '#' && !read_line(&reader, line)) {
      return gw_fail(error, GW_ERR_INPUT, "line %zu: %.*s", number, GW_PRINT(line));
    }
  }
  reader.article->text.length = reader.text.length;
  reader.article->text.data = gw_view_copy(arena, gw_buffer_view(&reader.text));
  gw_buffer_free(&reader.text);
  if (reader.article->block_count && reader.article->blocks[0].kind == GW_BLOCK_TITLE) {
    const GwSpan span = reader.article->blocks[0].span;
    reader.article->title = gw_view_slice(reader.article->text, span.begin, span.end);
  }
  find_mentions(&reader);
  return GW_OK;
}
