/** @file names.h
 * Which names of an article mean the same: acronyms and what they stand for, surnames and full
 * names. Names that might mean two things stay apart.
 */
#ifndef GW_EXTRACT_KNOWLEDGE_NAMES_H
#define GW_EXTRACT_KNOWLEDGE_NAMES_H

#include "extract/knowledge/reader.h"

/** All mentions of one form. */
typedef struct {
  GwView text;  ///< as mostly written
  bool named;
  GwNer ner;
  size_t first_mention;
  size_t votes;  ///< for `text` among the forms that were seen (Boyer and Moore's majority)
  size_t parent; ///< a form that means the same; itself at the root
} GwForm;

typedef struct {
  GwForm *forms;
  size_t count, capacity;
} GwForms;

/** Count one more mention written as `text`; the majority's way of writing stays. */
void gw_form_vote(GwForm *form, GwView text);

/** The form that stands for all that mean the same as `form`. */
size_t gw_form_root(GwForms *forms, size_t form);

/** Let two forms mean the same; the one first mentioned becomes the root. */
void gw_form_join(GwForms *forms, size_t a, size_t b);

/** Join acronyms with names of those initials, and parts of persons' names with full names,
 * wherever only one fits. Linear but for hash look-ups. */
void gw_join_names(GwReader *r, GwForms *forms);

/** The known entity of every root form, or NULL; roots that mean the same one are joined. NULL
 * when memory is out. */
const GwKnownEntity **gw_link_names(GwReader *r, GwForms *forms);

#endif
