/* Links names read from standard input. A line is: the forms of a name separated by "|", the
 * engine's type ("Person", "Organization", "Place", "Thing"), Wikidata ids of the article's
 * countries separated by spaces; tab-separated, further fields are ignored. Prints the chosen
 * Wikidata id or "-" for each line. train/gazetteers/measure_links.py drives it. */
#include "base/file.h"
#include "extract/knowledge/linking.h"

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

int main(void)
{
  GwArena arena = GW_ARENA_INIT;
  GwError error = {GW_OK, ""};
  GwGazetteer *gazetteer = NULL;
  GwView rest, line;
  GwStatus status = gw_gazetteer_open(&arena, &gazetteer, &error);
  if (!status) {
    status = gw_file_read(&arena, "-", INPUT_LIMIT, &rest, &error);
  }
  if (status) {
    fprintf(stderr, "links: %s\n", error.message);
  } else {
    while (gw_view_next(&rest, '\n', &line)) {
      link_line(gazetteer, line);
    }
  }
  gw_arena_free(&arena);
  return gw_exit_status(status);
}
