/* SPDX-License-Identifier: ISC */
#include "words.h"

#include "tag.h"
#include "words_part.h"

static char
punct_letter(struct span t)
{
	if (span_contains(S("“”\"«»"), t))
		return '"';
	if (span_contains(S("—–--"), t))
		return '-';
	if (span_contains(S("…..."), t))
		return '.';
	if (span_contains(S("([{"), t))
		return '(';
	if (span_contains(S(")]}"), t))
		return ')';
	return t.n == 1 ? t.s[0] : '\'';
}

static char
verb_letter(enum tag_xpos x)
{
	switch (x) {
	case XPOS_VBD:
		return 'd';
	case XPOS_VBG:
		return 'g';
	case XPOS_VBN:
		return 'n';
	case XPOS_VBP:
		return 'p';
	case XPOS_VBZ:
		return 'z';
	default:
		return 'v';
	}
}

/* Forms of be (B finite, b not), of have (H), of do (A); modals (M). */
static char
aux_letter(const struct token *t)
{
	enum tag_xpos x = tag_xpos(t);
	char first = t->text.n > 0 ? span_lower(t->text.s[0]) : 0;

	if (x == XPOS_MD)
		return 'M';
	if (span_same(t->text, S("be")) || span_same(t->text, S("been")) || span_same(t->text, S("being")))
		return 'b';
	if (first == 'h' || span_same(t->text, S("’ve")) || span_same(t->text, S("'ve")))
		return 'H';
	return first == 'd' ? 'A' : 'B';
}

static char
closed_letter(const struct token *t)
{
	enum tag_upos u = tag_upos(t);

	switch (u) {
	case UPOS_ADP:
		if (tag_xpos(t) == XPOS_RP)
			return 'L';
		return span_same(t->text, S("of")) ? 'o' : 'I';
	case UPOS_CCONJ:
		return span_same(t->text, S("but")) ? 'k' : 'K';
	case UPOS_DET:
		return tag_xpos(t) == XPOS_PRPS ? 'm' : 'D';
	case UPOS_PART:
		if (tag_xpos(t) == XPOS_POS)
			return 'S';
		return span_same(t->text, S("to")) ? 't' : 'X';
	case UPOS_PRON:
		if (tag_xpos(t) == XPOS_PRPS)
			return 'm';
		if (tag_xpos(t) == XPOS_EX)
			return 'E';
		return tag_xpos(t) == XPOS_WDT || tag_xpos(t) == XPOS_WP || tag_xpos(t) == XPOS_WPS ? 'W' : 'O';
	case UPOS_SCONJ:
		return 'U';
	default:
		return 'R';
	}
}

char
words_letter(const struct token *t)
{
	switch (t->kind) {
	case TOKEN_PUNCT:
		return punct_letter(t->text);
	case TOKEN_SYMBOL:
		return span_eq(t->text, S("%")) ? 'N' : '$';
	case TOKEN_URL:
	case TOKEN_CODE:
	case TOKEN_MENTION:
	case TOKEN_HASHTAG:
		return 'Y';
	case TOKEN_NUMBER:
		return 'C';
	default:
		break;
	}
	if (tag_xpos(t) == XPOS_WRB)
		return 'W';
	switch (tag_upos(t)) {
	case UPOS_ADJ:
		return 'J';
	case UPOS_ADV:
		return span_same(t->text, S("not")) || span_same(t->text, S("never")) ? 'X' : 'R';
	case UPOS_AUX:
		return aux_letter(t);
	case UPOS_NOUN:
		return 'N';
	case UPOS_PROPN:
		return 'P';
	case UPOS_NUM:
		return 'C';
	case UPOS_VERB:
		return verb_letter(tag_xpos(t));
	case UPOS_PUNCT:
		return punct_letter(t->text);
	case UPOS_SYM:
		return '$';
	case UPOS_X:
	case UPOS_INTJ:
		return '\'';
	default:
		return closed_letter(t);
	}
}
