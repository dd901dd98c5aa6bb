#include "export/report.h"

#include "base/utf8.h"
#include "export/prefixes.h"
#include "export/terms.h"
#include "ontology/vocabulary.h"

#include <string.h>

enum { VALUE_CHARACTERS = 60 }; ///< of a literal that is shown in a line

typedef struct {
  const GwValidation *v;
  const GwPrefixes *prefixes;
} Names;

/* A namespace that a graph's own file does not declare. */
static const GwPrefix *well_known(GwView iri)
{
  for (size_t i = 0; i < gw_prefix_count; i++) {
    if (gw_view_starts(iri, gw_view(gw_prefixes[i].value))) {
      return &gw_prefixes[i];
    }
  }
  return NULL;
}

static void write_iri(const Names *n, GwView iri, GwBuffer *out)
{
  GwView name, local;
  const GwPrefix *prefix = well_known(iri);
  if (n->prefixes && gw_prefixes_abbreviate(n->prefixes, iri, &name, &local)) {
    gw_buffer_format(out, "%.*s:%.*s", GW_PRINT(name), GW_PRINT(local));
    return;
  }
  if (prefix) {
    local = gw_view_slice(iri, strlen(prefix->value), iri.length);
    gw_buffer_format(out, "%s:%.*s", prefix->name, GW_PRINT(local));
  } else {
    gw_write_iri(out, iri);
  }
}

static void write_literal(const Names *n, const GwTerm *literal, GwBuffer *out)
{
  size_t at = 0, characters = 0, length = 0;
  if (gw_literal_is_bare(literal)) {
    gw_buffer_append(out, literal->value);
    return;
  }
  while (at < literal->value.length && characters++ < VALUE_CHARACTERS) {
    gw_utf8_decode(literal->value, at, &length);
    at += length;
  }
  gw_write_quoted(out, gw_view_slice(literal->value, 0, at));
  gw_buffer_text(out, at < literal->value.length ? "\u2026" : "");
  if (literal->language.length) {
    gw_buffer_format(out, "@%.*s", GW_PRINT(literal->language));
  } else if (literal->datatype.length) {
    gw_buffer_text(out, "^^");
    write_iri(n, literal->datatype, out);
  }
}

static void write_node(void *context, GwNode node, GwBuffer *out)
{
  const Names *n = context;
  const GwTerm *term = n->v->terms.list[node];
  if (gw_nodes_have(&n->v->blank, node)) {
    gw_buffer_text(out, "_:");
    gw_buffer_append(out, gw_view_slice(term->value, term->value.length > 12
                                        ? term->value.length - 12 : 0, term->value.length));
  } else if (term->kind == GW_TERM_IRI) {
    write_iri(n, term->value, out);
  } else {
    write_literal(n, term, out);
  }
}

/* "violation", "warning", "info"; another severity by its name. */
static void write_severity(const Names *n, const GwFinding *finding, GwBuffer *out)
{
  const GwView severity = gw_finding_severity(n->v, finding);
  const char *const names[] = {"Violation", "Warning", "Info"};
  const char *const words[] = {"violation", "warning", "info"};
  const GwView local = gw_view_slice(severity, strlen(GW_SHACL), severity.length);
  for (size_t i = 0; i < 3; i++) {
    if (gw_view_starts(severity, GW_VIEW(GW_SHACL)) && gw_view_is(local, names[i])) {
      gw_buffer_text(out, words[i]);
      return;
    }
  }
  write_iri(n, severity, out);
}

/* What the constraint asks for. */
static void write_demand(const Names *n, const GwConstraint *c, GwBuffer *out)
{
  static const char *const demands[GW_SHACL_COMPONENTS] = {
    [GW_SHACL_CLASS] = "the value has to be of the class ",
    [GW_SHACL_DATATYPE] = "the value has to be a literal of the datatype ",
    [GW_SHACL_NODE_KIND] = "the value has to be of the kind ",
    [GW_SHACL_MIN_COUNT] = "too few values; the least number is ",
    [GW_SHACL_MAX_COUNT] = "too many values; the greatest number is ",
    [GW_SHACL_MIN_EXCLUSIVE] = "the value has to be more than ",
    [GW_SHACL_MIN_INCLUSIVE] = "the value has to be at least ",
    [GW_SHACL_MAX_EXCLUSIVE] = "the value has to be less than ",
    [GW_SHACL_MAX_INCLUSIVE] = "the value has to be at most ",
    [GW_SHACL_MIN_LENGTH] = "too short; the least number of characters is ",
    [GW_SHACL_MAX_LENGTH] = "too long; the greatest number of characters is ",
    [GW_SHACL_PATTERN] = "the value has to match the pattern ",
    [GW_SHACL_EQUALS] = "the values have to be those of ",
    [GW_SHACL_DISJOINT] = "the value must not be one of ",
    [GW_SHACL_LESS_THAN] = "the value has to be less than each of ",
    [GW_SHACL_LESS_THAN_OR_EQUALS] = "the value must not be more than any of ",
    [GW_SHACL_NODE] = "the value has to conform to the shape ",
    [GW_SHACL_NOT] = "the value must not conform to the shape ",
    [GW_SHACL_QUALIFIED_MIN_COUNT] = "too few values of the given shape; the least number is ",
    [GW_SHACL_QUALIFIED_MAX_COUNT] = "too many values of the given shape; the greatest number is ",
    [GW_SHACL_HAS_VALUE] = "one value has to be ",
  };
  static const char *const alone[GW_SHACL_COMPONENTS] = {
    [GW_SHACL_LANGUAGE_IN] = "the value has to be in one of the given languages",
    [GW_SHACL_UNIQUE_LANG] = "several values have the same language",
    [GW_SHACL_AND] = "the value has to conform to all of the given shapes",
    [GW_SHACL_OR] = "the value has to conform to one of the given shapes at least",
    [GW_SHACL_XONE] = "the value has to conform to exactly one of the given shapes",
    [GW_SHACL_CLOSED] = "this property must not stand here",
    [GW_SHACL_IN] = "the value is none of those that may stand here",
    [GW_SHACL_FACTS_ARE_PLAIN] = "the asserted statement does not stand as a plain triple",
    [GW_SHACL_PLAIN_ARE_FACTS] = "the plain triple is that of no asserted statement",
  };
  if (demands[c->component]) {
    gw_buffer_text(out, demands[c->component]);
    write_node((void *)n, c->value, out);
  } else if (alone[c->component]) {
    gw_buffer_text(out, alone[c->component]);
  }
}

static void write_message(const Names *n, const GwResult *result, GwBuffer *out)
{
  if (result->shape->message == GW_NO_NODE) {
    write_demand(n, result->constraint, out);
    return;
  }
  const GwView text = n->v->terms.list[result->shape->message]->value;
  for (size_t i = 0; i < text.length; i++) { /* a message is one line */
    gw_buffer_char(out, (unsigned char)text.data[i] < ' ' ? ' ' : text.data[i]);
  }
}

void gw_report_message(const GwValidation *v, const GwResult *result, GwBuffer *out)
{
  const Names names = {v, NULL};
  write_message(&names, result, out);
}

static void write_line(const Names *n, const GwFinding *finding, GwBuffer *out)
{
  const GwResult *r = &finding->result;
  gw_buffer_text(out, n->v->files[finding->file]);
  if (finding->line) {
    gw_buffer_format(out, ":%zu", finding->line);
  }
  gw_buffer_text(out, ": ");
  write_severity(n, finding, out);
  gw_buffer_text(out, ": ");
  write_message(n, r, out);
  gw_buffer_text(out, " (");
  write_node((void *)n, r->focus, out);
  if (r->path) {
    gw_buffer_char(out, ' ');
    gw_path_write(r->path, write_node, (void *)n, out);
  }
  if (r->value != GW_NO_NODE && (r->path || r->value != r->focus)) {
    gw_buffer_char(out, ' ');
    write_node((void *)n, r->value, out);
  }
  gw_buffer_text(out, ")\n");
}

static void count_of(GwBuffer *out, size_t count, const char *what)
{
  gw_buffer_format(out, "%zu %s%s", count, what, count == 1 ? "" : "s");
}

static void write_summary(const GwValidation *v, GwBuffer *out)
{
  const size_t broken = gw_validation_count(v, NULL), warnings = gw_validation_count(v, "Warning");
  const size_t hints = v->finding_count - broken - warnings;
  if (v->file_count == 1) {
    gw_buffer_format(out, "%s, ", v->files[0]);
  } else {
    gw_buffer_format(out, "%zu files, ", v->file_count);
  }
  count_of(out, v->quad_count, "triple");
  gw_buffer_text(out, ", ");
  count_of(out, v->shapes.count, "shape");
  gw_buffer_text(out, ": ");
  if (broken) {
    count_of(out, broken, "violation");
  } else {
    gw_buffer_text(out, "conforms");
  }
  if (warnings) {
    gw_buffer_text(out, ", ");
    count_of(out, warnings, "warning");
  }
  if (hints) {
    gw_buffer_text(out, ", ");
    count_of(out, hints, "hint");
  }
  gw_buffer_char(out, '\n');
}

GwStatus gw_report_text(GwValidation *v, GwBuffer *out, GwError *error)
{
  GwPrefixes prefixes;
  GW_TRY(gw_prefixes_find(&v->arena, v->quads, v->quad_count, &prefixes, error));
  const Names names = {v, &prefixes};
  for (size_t i = 0; i < v->finding_count; i++) {
    write_line(&names, &v->findings[i], out);
  }
  write_summary(v, out);
  return out->failed ? gw_fail_memory(error) : GW_OK;
}
