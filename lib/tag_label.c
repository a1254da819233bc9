/* SPDX-License-Identifier: ISC */
#include "tag_part.h"

/* The pairs of tags that UD English has, but for a few that are rarer than its mistakes. Their
 * places are written in the tables of the tagger: train it again after a change. */
const struct tag_label tag_labels[] = {
	{ UPOS_NOUN, XPOS_NN, true },
	{ UPOS_ADP, XPOS_IN, false },
	{ UPOS_DET, XPOS_DT, false },
	{ UPOS_PRON, XPOS_PRP, false },
	{ UPOS_PROPN, XPOS_NNP, true },
	{ UPOS_ADJ, XPOS_JJ, true },
	{ UPOS_PUNCT, XPOS_PUNCT, false },
	{ UPOS_ADV, XPOS_RB, true },
	{ UPOS_NOUN, XPOS_NNS, true },
	{ UPOS_VERB, XPOS_VB, true },
	{ UPOS_CCONJ, XPOS_CC, false },
	{ UPOS_NUM, XPOS_CD, true },
	{ UPOS_SCONJ, XPOS_IN, false },
	{ UPOS_VERB, XPOS_VBN, true },
	{ UPOS_VERB, XPOS_VBD, true },
	{ UPOS_AUX, XPOS_MD, false },
	{ UPOS_PART, XPOS_TO, false },
	{ UPOS_VERB, XPOS_VBG, true },
	{ UPOS_PRON, XPOS_PRPS, false },
	{ UPOS_AUX, XPOS_VBZ, false },
	{ UPOS_AUX, XPOS_VBP, false },
	{ UPOS_VERB, XPOS_VBP, true },
	{ UPOS_AUX, XPOS_VBD, false },
	{ UPOS_PART, XPOS_RB, false },
	{ UPOS_VERB, XPOS_VBZ, true },
	{ UPOS_AUX, XPOS_VB, false },
	{ UPOS_PRON, XPOS_WDT, false },
	{ UPOS_ADV, XPOS_WRB, false },
	{ UPOS_PRON, XPOS_DT, false },
	{ UPOS_PRON, XPOS_WP, false },
	{ UPOS_ADP, XPOS_RP, false },
	{ UPOS_INTJ, XPOS_UH, true },
	{ UPOS_PART, XPOS_POS, false },
	{ UPOS_ADJ, XPOS_NNP, true },
	{ UPOS_PROPN, XPOS_NNPS, true },
	{ UPOS_PRON, XPOS_NN, false },
	{ UPOS_ADJ, XPOS_JJR, true },
	{ UPOS_ADJ, XPOS_JJS, true },
	{ UPOS_PRON, XPOS_EX, false },
	{ UPOS_AUX, XPOS_VBN, false },
	{ UPOS_ADV, XPOS_RBR, false },
	{ UPOS_SYM, XPOS_SYM, true },
	{ UPOS_PROPN, XPOS_OTHER, false },
	{ UPOS_X, XPOS_OTHER, true },
	{ UPOS_DET, XPOS_PDT, false },
	{ UPOS_AUX, XPOS_VBG, false },
	{ UPOS_ADV, XPOS_RBS, false },
	{ UPOS_DET, XPOS_WDT, false },
	{ UPOS_NOUN, XPOS_FW, true },
	{ UPOS_PRON, XPOS_WPS, false },
	{ UPOS_NUM, XPOS_NNP, false },
	{ UPOS_X, XPOS_FW, true },
};

const unsigned tag_label_count = sizeof(tag_labels) / sizeof(tag_labels[0]);

uint32_t
tag_clause(uint32_t clause, unsigned label)
{
	switch (tag_labels[label].xpos) {
	case XPOS_MD:
	case XPOS_VBD:
	case XPOS_VBP:
	case XPOS_VBZ:
		return 1;
	case XPOS_CC:
	case XPOS_PUNCT:
		return clause == 1 ? 2 : clause;
	case XPOS_WDT:
	case XPOS_WP:
	case XPOS_WRB:
		return 0;
	default:
		return tag_labels[label].upos == UPOS_SCONJ ? 0 : clause;
	}
}

enum tag_upos
tag_upos(const struct token *t)
{
	return (enum tag_upos)tag_labels[t->tag].upos;
}

enum tag_xpos
tag_xpos(const struct token *t)
{
	return (enum tag_xpos)tag_labels[t->tag].xpos;
}

const char *
tag_upos_name(enum tag_upos u)
{
	static const char *const name[UPOS_COUNT] = {
		"X", "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON",
		"PROPN", "PUNCT", "SCONJ", "SYM", "VERB",
	};

	return name[u];
}

const char *
tag_xpos_name(enum tag_xpos x)
{
	static const char *const name[XPOS_COUNT] = {
		"XX", "CC", "CD", "DT", "EX", "FW", "IN", "JJ", "JJR", "JJS", "MD", "NN", "NNP", "NNPS",
		"NNS", "PDT", "POS", "PRP", "PRP$", ".", "RB", "RBR", "RBS", "RP", "SYM", "TO", "UH", "VB",
		"VBD", "VBG", "VBN", "VBP", "VBZ", "WDT", "WP", "WP$", "WRB",
	};

	return name[x];
}
