/* Constraints on what a single value is (SHACL, sections 4.1, 4.3, 4.4). */
#include "ontology/shacl/checker.h"

#include "base/utf8.h"
#include "ontology/shacl/literals.h"

#include <string.h>

static bool is_blank(const GwChecker *c, GwNode node)
{
  return gw_nodes_have(c->data->blank, node);
}

static bool has_class(GwChecker *c, GwNode class, GwNode value)
{
  const GwNodes *classes;
  const GwTriples types = gw_index_of(c->data->data, value, c->type);
  if (types.count == 0 || gw_check_subclasses(c, class, &classes)) {
    return false;
  }
  for (size_t i = 0; i < types.count; i++) {
    if (gw_nodes_have(classes, types.first[i].object)) {
      return true;
    }
  }
  return false;
}

static bool has_datatype(const GwTerm *value, GwView datatype)
{
  return value->kind == GW_TERM_LITERAL && gw_view_equal(gw_literal_datatype(value), datatype)
         && gw_literal_is_valid(value);
}

/* "BlankNodeOrIRI": the kinds that a value may be are in the name of the constraint's. */
static bool has_node_kind(const GwChecker *c, GwView kinds, GwNode value)
{
  const bool literal = c->data->terms->list[value]->kind == GW_TERM_LITERAL;
  const GwView kind = literal ? GW_VIEW("Literal") : is_blank(c, value) ? GW_VIEW("BlankNode")
                                                                       : GW_VIEW("IRI");
  const GwView name = gw_view_slice(kinds, strlen(GW_SHACL), kinds.length);
  return gw_view_find(name, kind, 0) < name.length;
}

static bool has_length(const GwChecker *c, const GwConstraint *constraint, GwNode value)
{
  const size_t length = gw_utf8_count(c->data->terms->list[value]->value);
  return !is_blank(c, value) && (constraint->component == GW_SHACL_MIN_LENGTH
                                   ? length >= constraint->number : length <= constraint->number);
}

static bool matches(GwChecker *c, const GwConstraint *constraint, GwNode value)
{
  const GwView text = c->data->terms->list[value]->value;
  return !is_blank(c, value)
         && pcre2_match(constraint->pattern, (PCRE2_SPTR)text.data, text.length, 0,
                        PCRE2_NO_UTF_CHECK, c->match, NULL) >= 0;
}

/* The value is a tag that begins with the range, up to a "-" (RFC 4647, section 3.3.1). */
static bool has_language(const GwChecker *c, const GwConstraint *constraint, GwNode value)
{
  char lower[GW_LANGUAGE_BYTES];
  const GwView tag = c->data->terms->list[value]->language;
  for (size_t i = 0; i < constraint->node_count && tag.length; i++) {
    const GwView range = c->data->terms->list[constraint->nodes[i]]->value;
    const size_t length = range.length < sizeof lower ? range.length : sizeof lower;
    for (size_t k = 0; k < length; k++) {
      const char letter = range.data[k];
      lower[k] = letter >= 'A' && letter <= 'Z' ? (char)(letter + ('a' - 'A')) : letter;
    }
    if (gw_view_is(range, "*")
        || (gw_view_starts(tag, (GwView){lower, length})
            && (tag.length == length || tag.data[length] == '-'))) {
      return true;
    }
  }
  return false;
}

static bool is_in_range(const GwChecker *c, const GwConstraint *constraint, GwNode value)
{
  const GwTerm *bound = c->data->terms->list[constraint->value];
  const GwTerm *term = c->data->terms->list[value];
  const GwOrdering order = term->kind == GW_TERM_LITERAL ? gw_literal_compare(term, bound)
                                                         : GW_INCOMPARABLE;
  switch (constraint->component) {
  case GW_SHACL_MIN_EXCLUSIVE: return order == GW_GREATER;
  case GW_SHACL_MIN_INCLUSIVE: return order == GW_GREATER || order == GW_SAME;
  case GW_SHACL_MAX_EXCLUSIVE: return order == GW_LESS;
  default: return order == GW_LESS || order == GW_SAME;
  }
}

static bool is_among(const GwConstraint *constraint, GwNode value)
{
  for (size_t i = 0; i < constraint->node_count; i++) {
    if (constraint->nodes[i] == value) {
      return true;
    }
  }
  return false;
}

bool gw_value_conforms(GwChecker *c, const GwConstraint *constraint, GwNode value)
{
  const GwTerm *term = c->data->terms->list[value];
  const GwView parameter = c->data->terms->list[constraint->value]->value;
  switch (constraint->component) {
  case GW_SHACL_CLASS: return has_class(c, constraint->value, value);
  case GW_SHACL_DATATYPE: return has_datatype(term, parameter);
  case GW_SHACL_NODE_KIND: return has_node_kind(c, parameter, value);
  case GW_SHACL_MIN_EXCLUSIVE:
  case GW_SHACL_MIN_INCLUSIVE:
  case GW_SHACL_MAX_EXCLUSIVE:
  case GW_SHACL_MAX_INCLUSIVE: return is_in_range(c, constraint, value);
  case GW_SHACL_MIN_LENGTH:
  case GW_SHACL_MAX_LENGTH: return has_length(c, constraint, value);
  case GW_SHACL_PATTERN: return matches(c, constraint, value);
  case GW_SHACL_LANGUAGE_IN: return has_language(c, constraint, value);
  default: return is_among(constraint, value); /* sh:in */
  }
}
