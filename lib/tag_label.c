/* SPDX-License-Identifier: ISC */
#include "tag_part.h"

/* The pairs of tags that UD English has, but for a few that are rarer than its mistakes. Their
 * places are written in the tables of the tagger: train it again after a change. */
const struct tag_label tag_labels[] = {
	{ UPOS_NOUN, XPOS_NN, "" },
	{ UPOS_ADP, XPOS_IN, NULL },
	{ UPOS_DET, XPOS_DT, NULL },
	{ UPOS_PRON, XPOS_PRP, NULL },
	{ UPOS_PROPN, XPOS_NNP, "" },
	{ UPOS_ADJ, XPOS_JJ, "" },
	{ UPOS_PUNCT, XPOS_PUNCT, NULL },
	{ UPOS_ADV, XPOS_RB, "" },
	{ UPOS_NOUN, XPOS_NNS, "saien" },
	{ UPOS_VERB, XPOS_VB, "" },
	{ UPOS_CCONJ, XPOS_CC, NULL },
	{ UPOS_NUM, XPOS_CD, "0123456789ynet" },
	{ UPOS_SCONJ, XPOS_IN, NULL },
	{ UPOS_VERB, XPOS_VBN, "dnte" },
	{ UPOS_VERB, XPOS_VBD, "dnte" },
	{ UPOS_AUX, XPOS_MD, NULL },
	{ UPOS_PART, XPOS_TO, NULL },
	{ UPOS_VERB, XPOS_VBG, "gn" },
	{ UPOS_PRON, XPOS_PRPS, NULL },
	{ UPOS_AUX, XPOS_VBZ, NULL },
	{ UPOS_AUX, XPOS_VBP, NULL },
	{ UPOS_VERB, XPOS_VBP, "" },
	{ UPOS_AUX, XPOS_VBD, NULL },
	{ UPOS_PART, XPOS_RB, NULL },
	{ UPOS_VERB, XPOS_VBZ, "s" },
	{ UPOS_AUX, XPOS_VB, NULL },
	{ UPOS_PRON, XPOS_WDT, NULL },
	{ UPOS_ADV, XPOS_WRB, NULL },
	{ UPOS_PRON, XPOS_DT, NULL },
	{ UPOS_PRON, XPOS_WP, NULL },
	{ UPOS_ADP, XPOS_RP, NULL },
	{ UPOS_INTJ, XPOS_UH, "" },
	{ UPOS_PART, XPOS_POS, NULL },
	{ UPOS_ADJ, XPOS_NNP, "" },
	{ UPOS_PROPN, XPOS_NNPS, "s" },
	{ UPOS_PRON, XPOS_NN, NULL },
	{ UPOS_ADJ, XPOS_JJR, "r" },
	{ UPOS_ADJ, XPOS_JJS, "t" },
	{ UPOS_PRON, XPOS_EX, NULL },
	{ UPOS_AUX, XPOS_VBN, NULL },
	{ UPOS_ADV, XPOS_RBR, NULL },
	{ UPOS_SYM, XPOS_SYM, "#%*+/<=>@^~_|-$" },
	{ UPOS_PROPN, XPOS_OTHER, NULL },
	{ UPOS_X, XPOS_OTHER, "" },
	{ UPOS_DET, XPOS_PDT, NULL },
	{ UPOS_AUX, XPOS_VBG, NULL },
	{ UPOS_ADV, XPOS_RBS, NULL },
	{ UPOS_DET, XPOS_WDT, NULL },
	{ UPOS_NOUN, XPOS_FW, "" },
	{ UPOS_PRON, XPOS_WPS, NULL },
	{ UPOS_NUM, XPOS_NNP, NULL },
	{ UPOS_X, XPOS_FW, "" },
};

const unsigned tag_label_count = sizeof(tag_labels) / sizeof(tag_labels[0]);

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
