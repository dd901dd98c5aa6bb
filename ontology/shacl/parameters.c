/* The properties of shapes (SHACL, appendix A, and section 4). */
#include "ontology/shacl/shapes_reader.h"

#include <string.h>

#define ONE(name, what, value) {name, GW_PARAMETER_CONSTRAINT, what, value, true, false}
#define MANY(name, what, value) {name, GW_PARAMETER_CONSTRAINT, what, value, false, false}
#define ON_PATH(name, what, value, once) {name, GW_PARAMETER_CONSTRAINT, what, value, once, true}
#define TARGET(name, what) {name, GW_PARAMETER_TARGET, what, GW_VALUE_ANY, false, false}
#define OTHER(name, once) {name, GW_PARAMETER_OTHER, 0, GW_VALUE_ANY, once, false}

static const GwParameter parameters[] = {
  MANY("class", GW_SHACL_CLASS, GW_VALUE_IRI),
  ONE("datatype", GW_SHACL_DATATYPE, GW_VALUE_IRI),
  ONE("nodeKind", GW_SHACL_NODE_KIND, GW_VALUE_IRI),
  ON_PATH("minCount", GW_SHACL_MIN_COUNT, GW_VALUE_COUNT, true),
  ON_PATH("maxCount", GW_SHACL_MAX_COUNT, GW_VALUE_COUNT, true),
  ONE("minExclusive", GW_SHACL_MIN_EXCLUSIVE, GW_VALUE_LITERAL),
  ONE("minInclusive", GW_SHACL_MIN_INCLUSIVE, GW_VALUE_LITERAL),
  ONE("maxExclusive", GW_SHACL_MAX_EXCLUSIVE, GW_VALUE_LITERAL),
  ONE("maxInclusive", GW_SHACL_MAX_INCLUSIVE, GW_VALUE_LITERAL),
  ONE("minLength", GW_SHACL_MIN_LENGTH, GW_VALUE_COUNT),
  ONE("maxLength", GW_SHACL_MAX_LENGTH, GW_VALUE_COUNT),
  MANY("pattern", GW_SHACL_PATTERN, GW_VALUE_PATTERN),
  ONE("languageIn", GW_SHACL_LANGUAGE_IN, GW_VALUE_NODES),
  ON_PATH("uniqueLang", GW_SHACL_UNIQUE_LANG, GW_VALUE_TRUE, true),
  MANY("equals", GW_SHACL_EQUALS, GW_VALUE_IRI),
  MANY("disjoint", GW_SHACL_DISJOINT, GW_VALUE_IRI),
  ON_PATH("lessThan", GW_SHACL_LESS_THAN, GW_VALUE_IRI, false),
  ON_PATH("lessThanOrEquals", GW_SHACL_LESS_THAN_OR_EQUALS, GW_VALUE_IRI, false),
  MANY("not", GW_SHACL_NOT, GW_VALUE_SHAPE),
  MANY("and", GW_SHACL_AND, GW_VALUE_SHAPES),
  MANY("or", GW_SHACL_OR, GW_VALUE_SHAPES),
  MANY("xone", GW_SHACL_XONE, GW_VALUE_SHAPES),
  MANY("node", GW_SHACL_NODE, GW_VALUE_SHAPE),
  MANY("property", GW_SHACL_PROPERTY, GW_VALUE_SHAPE),
  ON_PATH("qualifiedMinCount", GW_SHACL_QUALIFIED_MIN_COUNT, GW_VALUE_QUALIFIED, true),
  ON_PATH("qualifiedMaxCount", GW_SHACL_QUALIFIED_MAX_COUNT, GW_VALUE_QUALIFIED, true),
  ONE("closed", GW_SHACL_CLOSED, GW_VALUE_CLOSED),
  MANY("hasValue", GW_SHACL_HAS_VALUE, GW_VALUE_ANY),
  ONE("in", GW_SHACL_IN, GW_VALUE_NODES),
  ONE("shape:factsArePlain", GW_SHACL_FACTS_ARE_PLAIN, GW_VALUE_TRUE),
  ONE("shape:plainAreFacts", GW_SHACL_PLAIN_ARE_FACTS, GW_VALUE_TRUE),
  TARGET("targetNode", GW_TARGET_NODE), TARGET("targetClass", GW_TARGET_CLASS),
  TARGET("targetSubjectsOf", GW_TARGET_SUBJECTS), TARGET("targetObjectsOf", GW_TARGET_OBJECTS),
  /* Read with others, or without influence on what is valid. */
  OTHER("path", true), OTHER("deactivated", true), OTHER("severity", true),
  OTHER("message", false), OTHER("flags", true), OTHER("ignoredProperties", true),
  OTHER("qualifiedValueShape", true), OTHER("qualifiedValueShapesDisjoint", true),
  OTHER("name", false), OTHER("description", false), OTHER("order", false),
  OTHER("group", false), OTHER("defaultValue", false),
};

GwParameter gw_parameter_find(const char *name)
{
  for (size_t i = 0; i < sizeof parameters / sizeof *parameters; i++) {
    if (strcmp(parameters[i].name, name) == 0) {
      return parameters[i];
    }
  }
  return (GwParameter){name, GW_PARAMETER_UNKNOWN, 0, GW_VALUE_ANY, false, false};
}

const char *gw_component_iri(GwComponent component)
{
  static const char *const names[GW_SHACL_COMPONENTS] = {
    [GW_SHACL_CLASS] = GW_SHACL "ClassConstraintComponent",
    [GW_SHACL_DATATYPE] = GW_SHACL "DatatypeConstraintComponent",
    [GW_SHACL_NODE_KIND] = GW_SHACL "NodeKindConstraintComponent",
    [GW_SHACL_MIN_COUNT] = GW_SHACL "MinCountConstraintComponent",
    [GW_SHACL_MAX_COUNT] = GW_SHACL "MaxCountConstraintComponent",
    [GW_SHACL_MIN_EXCLUSIVE] = GW_SHACL "MinExclusiveConstraintComponent",
    [GW_SHACL_MIN_INCLUSIVE] = GW_SHACL "MinInclusiveConstraintComponent",
    [GW_SHACL_MAX_EXCLUSIVE] = GW_SHACL "MaxExclusiveConstraintComponent",
    [GW_SHACL_MAX_INCLUSIVE] = GW_SHACL "MaxInclusiveConstraintComponent",
    [GW_SHACL_MIN_LENGTH] = GW_SHACL "MinLengthConstraintComponent",
    [GW_SHACL_MAX_LENGTH] = GW_SHACL "MaxLengthConstraintComponent",
    [GW_SHACL_PATTERN] = GW_SHACL "PatternConstraintComponent",
    [GW_SHACL_LANGUAGE_IN] = GW_SHACL "LanguageInConstraintComponent",
    [GW_SHACL_UNIQUE_LANG] = GW_SHACL "UniqueLangConstraintComponent",
    [GW_SHACL_EQUALS] = GW_SHACL "EqualsConstraintComponent",
    [GW_SHACL_DISJOINT] = GW_SHACL "DisjointConstraintComponent",
    [GW_SHACL_LESS_THAN] = GW_SHACL "LessThanConstraintComponent",
    [GW_SHACL_LESS_THAN_OR_EQUALS] = GW_SHACL "LessThanOrEqualsConstraintComponent",
    [GW_SHACL_NOT] = GW_SHACL "NotConstraintComponent",
    [GW_SHACL_AND] = GW_SHACL "AndConstraintComponent",
    [GW_SHACL_OR] = GW_SHACL "OrConstraintComponent",
    [GW_SHACL_XONE] = GW_SHACL "XoneConstraintComponent",
    [GW_SHACL_NODE] = GW_SHACL "NodeConstraintComponent",
    [GW_SHACL_PROPERTY] = GW_SHACL "PropertyConstraintComponent",
    [GW_SHACL_QUALIFIED_MIN_COUNT] = GW_SHACL "QualifiedMinCountConstraintComponent",
    [GW_SHACL_QUALIFIED_MAX_COUNT] = GW_SHACL "QualifiedMaxCountConstraintComponent",
    [GW_SHACL_CLOSED] = GW_SHACL "ClosedConstraintComponent",
    [GW_SHACL_HAS_VALUE] = GW_SHACL "HasValueConstraintComponent",
    [GW_SHACL_IN] = GW_SHACL "InConstraintComponent",
    [GW_SHACL_FACTS_ARE_PLAIN] = GW_SHAPES "FactsArePlainConstraintComponent",
    [GW_SHACL_PLAIN_ARE_FACTS] = GW_SHAPES "PlainAreFactsConstraintComponent",
  };
  return names[component];
}
