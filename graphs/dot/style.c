#include "graphs/dot/style.h"

enum { PERSON, GROUP, ORGANIZATION, GOVERNMENT, PLACE, POLICY, EVENT, WORK, AMOUNT, THING };

const GwNodeLook gw_node_looks[GW_NODE_LOOKS] = {
  [PERSON] = {"Person or office", "\xE2\xAC\xA4", "ellipse", "filled", "#DCEBF7", "#0072B2"},
  [GROUP] = {"Group of people", "\xE2\xAC\xA3", "hexagon, margin=0", "filled",
             "#E3F3FC", "#3A9BD5"},
  [ORGANIZATION] = {"Organization", "\xE2\x96\xA0", "box", "filled", "#D6F0E6", "#009E73"},
  [GOVERNMENT] = {"Government", "\xE2\x96\xA3", "box, peripheries=2", "filled",
                  "#C2E5D8", "#00694D"},
  [PLACE] = {"Place", "\xE2\x96\xA2", "box", "rounded,filled", "#F4E1EC", "#B0578D"},
  [POLICY] = {"Policy or law", "\xE2\x96\xA4", "note", "filled", "#FDEBC8", "#B97700"},
  [EVENT] = {"Event, action or condition", "\xE2\x96\xB6", "cds, margin=\"0.24,0.1\"", "filled",
             "#FBE3D6", "#D55E00"},
  [WORK] = {"Report or work", "\xE2\x97\xB0", "tab", "filled", "#F7F4D4", "#8F8500"},
  [AMOUNT] = {"Amount or time", "\xE2\x96\x81", "underline", "filled", "#FFFFFF", "#777777"},
  [THING] = {"Thing or idea", "\xE2\x96\xAC", "box", "rounded,filled,dotted", "#EEEEEE",
             "#777777"},
};

static const size_t looks_of_types[GW_ENTITY_TYPE_COUNT] = {
  [GW_PERSON] = PERSON, [GW_ROLE] = PERSON, [GW_GROUP] = GROUP,
  [GW_ORGANIZATION] = ORGANIZATION, [GW_INTERNATIONAL_ORGANIZATION] = ORGANIZATION,
  [GW_PARTY] = ORGANIZATION, [GW_COMPANY] = ORGANIZATION, [GW_UNIVERSITY] = ORGANIZATION,
  [GW_GOVERNMENT] = GOVERNMENT, [GW_COUNTRY] = PLACE, [GW_CITY] = PLACE, [GW_PLACE] = PLACE,
  [GW_POLICY] = POLICY, [GW_LAW] = POLICY, [GW_EVENT] = EVENT, [GW_ACTIVITY] = EVENT,
  [GW_CONDITION] = EVENT, [GW_WORK] = WORK, [GW_QUANTITY] = AMOUNT, [GW_TIME] = AMOUNT,
  [GW_THING] = THING, [GW_CONCEPT] = THING,
};

size_t gw_node_look(GwEntityType type)
{
  return (size_t)type < GW_ENTITY_TYPE_COUNT ? looks_of_types[type] : THING;
}

const GwEdgeLook gw_edge_looks[GW_RELATION_KIND_COUNT] = {
  [GW_RELATION_ACTION] = {"acts on", "\xE2\x94\x80\xE2\x94\x80\xE2\x96\xB6", "#555555", "normal",
                          1.3},
  [GW_RELATION_CAUSE] = {"leads to", "\xE2\x94\x81\xE2\x94\x81\xE2\x96\xB6", "#0072B2", "normal",
                         2.8},
  [GW_RELATION_PREVENT] = {"prevents or lowers", "\xE2\x94\x81\xE2\x94\x81\xE2\x94\xAB", "#C45500",
                           "tee", 2.8},
  [GW_RELATION_SPEECH] = {"speaks of", "\xE2\x94\x80\xE2\x94\x80>", "#7A5195", "vee",
                          1.3},
  [GW_RELATION_ATTRIBUTE] = {"is, belongs to", "\xE2\x94\x80\xE2\x94\x80\xE2\x97\x87", "#888888",
                             "odiamond", 1.0},
};

const GwEdgeLook gw_negated_look = {
  "not so", "\xE2\x94\x80\xE2\x94\x80\xE2\x96\xB7", "#C00021", "onormal", 1.6};
