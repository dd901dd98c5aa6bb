/* How names are linked; train/gazetteers/measure_links.py drives it.
 *
 * links: links names read from standard input. A line is: the forms of a name separated by "|",
 * the engine's type ("Person", "Organization", "Place", "Thing"), Wikidata ids of the article's
 * countries separated by spaces; tab-separated, further fields are ignored. Prints the chosen
 * Wikidata id or "-" for each line.
 *
 * links FILE ...: reads articles and prints of every named mention the file, its first and last
 * byte + 1 in the normalised text, the class of its entity and its Wikidata id or "-". */
#include "base/file.h"
#include "extract/knowledge/knowledge.h"
#include "extract/knowledge/linking.h"
#include "extract/language/engine.h"

#include <stdio.h>

#define INPUT_LIMIT ((size_t)64 * 1000 * 1000)
#define LIST_LIMIT 64

static size_t split(GwView text, char separator, GwView items[LIST_LIMIT])
{
  size_t count = 0;
  while (count < LIST_LIMIT && gw_view_next(&text, separator, &items[count])) {
    count++;
  }
  return count;
}

static GwEntityType engine_type(GwView name)
{
  return gw_view_is(name, "Person") ? GW_PERSON
         : gw_view_is(name, "Organization") ? GW_ORGANIZATION
         : gw_view_is(name, "Place") ? GW_PLACE : GW_THING;
}

static void link_line(const GwGazetteer *gazetteer, GwView line)
{
  GwView names[LIST_LIMIT], countries[LIST_LIMIT], fields[3] = {{"", 0}, {"", 0}, {"", 0}};
  for (size_t i = 0; i < 3 && gw_view_next(&line, '\t', &fields[i]); i++) {
  }
  const size_t name_count = split(fields[0], '|', names);
  const size_t country_count = split(fields[2], ' ', countries);
  const GwKnownEntity *entity = gw_link_choose(gazetteer, names, name_count,
                                               engine_type(fields[1]), countries, country_count);
  printf("%.*s\n", GW_PRINT(entity ? entity->qid : GW_VIEW("-")));
}

static GwStatus link_lines(GwArena *arena, GwError *error)
{
  GwGazetteer *gazetteer = NULL;
  GwView rest, line;
  GW_TRY(gw_gazetteer_open(arena, &gazetteer, error));
  GW_TRY(gw_file_read(arena, "-", INPUT_LIMIT, &rest, error));
  while (gw_view_next(&rest, '\n', &line)) {
    link_line(gazetteer, line);
  }
  return GW_OK;
}

static void print_mentions(const char *path, const GwKnowledge *knowledge)
{
  for (size_t i = 0; i < knowledge->mention_count; i++) {
    const GwMention *m = &knowledge->mentions[i];
    const GwToken *tokens = knowledge->document->sentences[m->sentence].tokens;
    const GwEntity *e = &knowledge->entities[m->entity];
    if (m->named) {
      printf("%s\t%zu\t%zu\t%s\t%.*s\n", path, tokens[m->first].span.begin,
             tokens[m->last].span.end, gw_entity_type_name(e->type),
             GW_PRINT(e->qid.length ? e->qid : GW_VIEW("-")));
    }
  }
}

static GwStatus link_article(GwEngine *engine, const GwResources *resources, const char *path,
                             GwError *error)
{
  GwArena arena = GW_ARENA_INIT;
  GwArticle article;
  GwDocument document;
  GwKnowledge knowledge;
  GwStatus status = gw_article_load(&arena, path, &article, error);
  status = status ? status : gw_tokenize(&arena, &article, &document, error);
  status = status ? status : gw_engine_parse(engine, &arena, &document, error);
  status = status ? status : gw_knowledge_build(&arena, resources, &document, &knowledge, error);
  if (!status) {
    print_mentions(path, &knowledge);
  }
  gw_arena_free(&arena);
  return status;
}

static GwStatus link_articles(GwArena *arena, char **paths, GwError *error)
{
  GwResources resources;
  GwEngine *engine = NULL;
  const char *model;
  GW_TRY(gw_resources_open(arena, &resources, error));
  GW_TRY(gw_file_data(arena, GW_MODEL_NAME, &model, error));
  GwStatus status = gw_engine_open(model, &engine, error);
  for (; !status && *paths; paths++) {
    status = link_article(engine, &resources, *paths, error);
  }
  gw_engine_close(engine);
  return status;
}

int main(int argc, char **argv)
{
  GwArena arena = GW_ARENA_INIT;
  GwError error = {GW_OK, ""};
  const GwStatus status = argc > 1 ? link_articles(&arena, argv + 1, &error)
                                   : link_lines(&arena, &error);
  if (status) {
    fprintf(stderr, "links: %s\n", error.message);
  }
  gw_arena_free(&arena);
  return gw_exit_status(status);
}
