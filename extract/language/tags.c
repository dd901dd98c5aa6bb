/* Names of the tag sets. */
#include "extract/language/document.h"

static const char *const upos_names[] = {
  "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART",
  "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X"};

static const char *const ner_names[] = {"O", "PER", "LOC", "ORG", "OTH"};

static const char *const mention_names[] = {
  "none", "abstract", "animal", "event", "object", "organization", "person", "place", "plant",
  "substance", "time"};

const char *gw_upos_name(GwUpos upos)
{
  return upos < GW_UPOS_COUNT ? upos_names[upos] : "X";
}

const char *gw_ner_name(GwNer ner)
{
  return ner_names[ner];
}

const char *gw_mention_type_name(GwMentionType type)
{
  return mention_names[type];
}
