#include "ontology/shacl/paths.h"

static bool follow(const GwPath *path, const GwIndex *data, GwNode from, bool back,
                   GwNodes *values);

static bool follow_predicate(GwNode predicate, const GwIndex *data, GwNode from, bool back,
                             GwNodes *values)
{
  const GwTriples run = back ? gw_index_to(data, predicate, from)
                             : gw_index_of(data, from, predicate);
  for (size_t i = 0; i < run.count; i++) {
    if (!gw_nodes_add(values, back ? run.first[i].subject : run.first[i].object)) {
      return false;
    }
  }
  return true;
}

/* Backwards, the last part comes first. */
static bool follow_sequence(const GwPath *path, const GwIndex *data, GwNode from, bool back,
                            GwNodes *values)
{
  GwNodes here = GW_NODES_INIT, next = GW_NODES_INIT;
  bool good = gw_nodes_add(&here, from);
  for (size_t i = 0; good && i < path->count; i++) {
    const bool last = i + 1 == path->count;
    const GwPath *part = &path->parts[back ? path->count - 1 - i : i];
    for (size_t k = 0; good && k < here.count; k++) {
      good = follow(part, data, here.list[k], back, last ? values : &next);
    }
    const GwNodes spent = here;
    here = next;
    next = spent;
    gw_nodes_clear(&next);
  }
  gw_nodes_free(&here);
  gw_nodes_free(&next);
  return good;
}

static bool follow_often(const GwPath *path, const GwIndex *data, GwNode from, bool back,
                         GwNodes *values)
{
  GwNodes met = GW_NODES_INIT;
  bool good = path->kind == GW_PATH_ZERO_OR_MORE ? gw_nodes_add(&met, from)
                                                 : follow(path->parts, data, from, back, &met);
  for (size_t i = 0; good && i < met.count; i++) {
    good = follow(path->parts, data, met.list[i], back, &met) && gw_nodes_add(values, met.list[i]);
  }
  gw_nodes_free(&met);
  return good;
}

/* Paths are nested GW_PATH_DEPTH deep at most. */
static bool follow(const GwPath *path, const GwIndex *data, GwNode from, bool back,
                   GwNodes *values)
{
  bool good = true;
  switch (path->kind) {
  case GW_PATH_PREDICATE: return follow_predicate(path->node, data, from, back, values);
  case GW_PATH_INVERSE: return follow(path->parts, data, from, !back, values);
  case GW_PATH_SEQUENCE: return follow_sequence(path, data, from, back, values);
  case GW_PATH_ALTERNATIVE:
    for (size_t i = 0; good && i < path->count; i++) {
      good = follow(&path->parts[i], data, from, back, values);
    }
    return good;
  case GW_PATH_ZERO_OR_MORE:
  case GW_PATH_ONE_OR_MORE: return follow_often(path, data, from, back, values);
  case GW_PATH_ZERO_OR_ONE:
    return gw_nodes_add(values, from) && follow(path->parts, data, from, back, values);
  }
  return good;
}

bool gw_path_follow(const GwPath *path, const GwIndex *data, GwNode from, GwNodes *values)
{
  return follow(path, data, from, false, values);
}

/* Parts that are no predicates stand in parentheses. */
static void write_part(const GwPath *path, void (*write)(void *, GwNode, GwBuffer *),
                       void *context, GwBuffer *out)
{
  const bool bare = path->kind == GW_PATH_PREDICATE;
  gw_buffer_text(out, bare ? "" : "(");
  gw_path_write(path, write, context, out);
  gw_buffer_text(out, bare ? "" : ")");
}

void gw_path_write(const GwPath *path, void (*write)(void *, GwNode, GwBuffer *), void *context,
                   GwBuffer *out)
{
  if (path->kind == GW_PATH_PREDICATE) {
    write(context, path->node, out);
    return;
  }
  if (path->kind == GW_PATH_INVERSE) {
    gw_buffer_char(out, '^');
  }
  for (size_t i = 0; i < path->count; i++) {
    gw_buffer_text(out, i == 0 ? "" : path->kind == GW_PATH_SEQUENCE ? "/" : "|");
    write_part(&path->parts[i], write, context, out);
  }
  gw_buffer_text(out, path->kind == GW_PATH_ZERO_OR_MORE  ? "*"
                      : path->kind == GW_PATH_ONE_OR_MORE ? "+"
                      : path->kind == GW_PATH_ZERO_OR_ONE ? "?" : "");
}
