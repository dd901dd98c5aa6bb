/** @file report.h
 * What a check of a graph found: for people, a line each; and as RDF (SHACL, section 3.6).
 */
#ifndef GW_EXPORT_REPORT_H
#define GW_EXPORT_REPORT_H

#include "base/buffer.h"
#include "ontology/shacl/validate.h"

/** "FILE:LINE: violation: message (subject path value)", sorted by line, and a summary. */
GwStatus gw_report_text(GwValidation *v, GwBuffer *out, GwError *error);

/** A sh:ValidationReport in Turtle. Its nodes have IRIs made from what they hold: the same
 * findings give the same report. */
GwStatus gw_report_turtle(GwValidation *v, GwBuffer *out, GwError *error);

/** What is wrong in a finding: the shape's message, or one made from the constraint. */
void gw_report_message(const GwValidation *v, const GwResult *result, GwBuffer *out);

#endif
