/** @file sample.h
 * A small piece of knowledge made by hand, with one of everything that gw_describe knows.
 */
#ifndef GW_TESTS_ONTOLOGY_SAMPLE_H
#define GW_TESTS_ONTOLOGY_SAMPLE_H

#include "extract/knowledge/knowledge.h"

/** The knowledge, in `arena`, and to be changed by the test as it likes. */
GwKnowledge *sample_knowledge(GwArena *arena);

/** Numbers of entities and statements in it. */
enum { MINISTRY, RURITANIA, STUDENT_VISAS, VISAS, IOM, SUSPENSION, CROSSINGS, YEAR, VISAS_IDEA,
       RUNNING, SAMPLE_ENTITIES };
enum { SUSPENDED, IOM_CLAIM, IOM_SAID, MINISTRY_CLAIM, MINISTRY_DENIED, WOULD_NOT_STOP, GREW,
       IS_SMALL, SUSPENDED_AGAIN, SAMPLE_STATEMENTS };

#endif
