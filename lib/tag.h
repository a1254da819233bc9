/* SPDX-License-Identifier: ISC */
/*
 * tag: the part of speech of each word of a sentence: Penn Treebank tags (number, tense and
 * participle are needed by the editor), each with its Universal Dependencies tag. Trained by
 * lib/tagtrain.c on UD English EWT; the tables name it and its licence.
 */
#ifndef TAG_H
#define TAG_H

#include "token.h"

/* The Penn tags, with AUX apart from VERB and DET apart from PRON as UD has them where a Penn tag
 * alone does not tell. tag_xpos and tag_upos spell them. */
enum tag_upos {
	UPOS_X, UPOS_ADJ, UPOS_ADP, UPOS_ADV, UPOS_AUX, UPOS_CCONJ, UPOS_DET, UPOS_INTJ, UPOS_NOUN,
	UPOS_NUM, UPOS_PART, UPOS_PRON, UPOS_PROPN, UPOS_PUNCT, UPOS_SCONJ, UPOS_SYM, UPOS_VERB,
	UPOS_COUNT
};

enum tag_xpos {
	XPOS_OTHER, XPOS_CC, XPOS_CD, XPOS_DT, XPOS_EX, XPOS_FW, XPOS_IN, XPOS_JJ, XPOS_JJR, XPOS_JJS,
	XPOS_MD, XPOS_NN, XPOS_NNP, XPOS_NNPS, XPOS_NNS, XPOS_PDT, XPOS_POS, XPOS_PRP, XPOS_PRPS,
	XPOS_PUNCT, XPOS_RB, XPOS_RBR, XPOS_RBS, XPOS_RP, XPOS_SYM, XPOS_TO, XPOS_UH, XPOS_VB, XPOS_VBD,
	XPOS_VBG, XPOS_VBN, XPOS_VBP, XPOS_VBZ, XPOS_WDT, XPOS_WP, XPOS_WPS, XPOS_WRB,
	XPOS_COUNT
};

/* Sets `tag` of each token to a label; look at it only with the three functions below. */
void tag_sentence(struct token *v, size_t n);

/* The same for the sentences of an article whose words are numbered (vocab.h): what is known of the
 * frequent ones is looked up once. The memo lives in the arena. */
struct tag_memo;
struct tag_memo *tag_memo_new(struct arena *a);
void tag_sentence_of(struct tag_memo *memo, struct token *v, size_t n);

/* Of the spelling alone: can it be what one of `a|b` can be? Words of one class have one mark in
 * lib/tab/tagclass.tsv, which does not say what class that is. */
bool tag_is_like(struct span word, struct span like);

/* Is it a noun more often than a verb? */
bool tag_is_noun_first(struct span word);

enum tag_upos tag_upos(const struct token *t);
enum tag_xpos tag_xpos(const struct token *t);
const char *tag_upos_name(enum tag_upos u);
const char *tag_xpos_name(enum tag_xpos x); /* "PRP$", "WP$", "VBZ", "." for punctuation */

#endif
