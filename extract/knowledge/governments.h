/** @file governments.h
 * Governments: the one of a country, and places that stand for it ("Beijing denied the report").
 */
#ifndef GW_EXTRACT_KNOWLEDGE_GOVERNMENTS_H
#define GW_EXTRACT_KNOWLEDGE_GOVERNMENTS_H

#include "extract/knowledge/reader.h"

/** The government of a country (an entity): the one that the article speaks of, else a new entity
 * with that mention as its first. */
size_t gw_government_of(GwReader *r, size_t mention, size_t country);

/** Let seats of government that speak or decide mean the government. */
void gw_resolve_metonyms(GwReader *r);

#endif
