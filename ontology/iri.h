/** @file iri.h
 * IRIs: which ones a graph accepts, and readable names made from labels.
 */
#ifndef GW_ONTOLOGY_IRI_H
#define GW_ONTOLOGY_IRI_H

#include "base/view.h"

/** An absolute IRI of RFC 3987 that every reader takes as it stands: a scheme, only the
 * characters that the grammar allows, whole percent escapes, one '#' at most, square brackets
 * nowhere, and no "." or ".." segments (readers resolve those away). */
bool gw_iri_is_valid(GwView iri);

/** A readable name for the last segment of an IRI: lower case, accents folded away, words joined
 * by '-', letters and digits of other scripts kept: "José Antonio's plan" gives
 * "jose-antonios-plan". At most GW_SLUG_BYTES bytes, cut between words where possible; a label
 * without letters and digits is named by its hash. Letters, digits and '-' only, so that other
 * characters can mark suffixes. In the arena; data is NULL when memory is out. */
GwView gw_iri_slug(GwArena *arena, GwView label);

#define GW_SLUG_BYTES 80

#endif
