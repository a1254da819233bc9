/* SPDX-License-Identifier: ISC */
/* What part the words of a line play in it. */
#include "emoji_part.h"

#include "tag.h"

/* So much of a line is parsed. */
#define LOOK 1024

/* What a word's part adds to its worth, where 100 is one step of weight. */
enum {
	HEAD = 60,     /* the last noun of its phrase */
	MODIFIER = -30, /* a noun before another */
	DIRECT = 50,   /* subject and object */
	OF = 20,
	ASIDE = -20,   /* behind another preposition */
	CLAUSE = -50,  /* in a clause that hangs on another */
	GERUND = -50,
	VERB = -110,
	ADJECTIVE = -130,
	OTHER = -250,
};

struct place {
	int phrase; /* DIRECT, OF or ASIDE */
	bool clause;
};

static bool
is_noun(const struct token *t)
{
	enum tag_upos u = tag_upos(t);

	return u == UPOS_NOUN || u == UPOS_PROPN;
}

static int
role_of(const struct token *t, const struct token *next, const struct place *p)
{
	int role = (p->clause ? CLAUSE : 0) + p->phrase;

	if (is_noun(t)) {
		bool head = next == NULL || !(is_noun(next) || tag_xpos(next) == XPOS_POS);

		return role + (head ? HEAD : MODIFIER);
	}
	switch (tag_upos(t)) {
	case UPOS_VERB: return (p->clause ? CLAUSE : 0) + (tag_xpos(t) == XPOS_VBG ? GERUND : VERB);
	case UPOS_ADJ: return role - DIRECT + ADJECTIVE;
	case UPOS_X:
	case UPOS_NUM:
	case UPOS_SYM: return role - DIRECT;
	default: return OTHER;
	}
}

/* Where the words behind this one stand. */
static void
walk(struct place *p, const struct token *t, bool first)
{
	enum tag_xpos x = tag_xpos(t);

	switch (tag_upos(t)) {
	case UPOS_ADP: p->phrase = span_eq(t->text, S("of")) ? OF : ASIDE; break;
	case UPOS_SCONJ: p->clause |= !first; p->phrase = DIRECT; break;
	case UPOS_AUX:
	case UPOS_VERB: p->phrase = DIRECT; break;
	case UPOS_PUNCT:
		if (t->text.s[0] == ':' || t->text.s[0] == ';')
			*p = (struct place){ DIRECT, false };
		break;
	default:
		if (!first && (x == XPOS_WDT || x == XPOS_WP || x == XPOS_WRB))
			*p = (struct place){ DIRECT, true };
	}
}

/* Of words that a hyphen joins the tag is the last one's. */
static int
part_role(struct span v, const struct emoji_word *w, int role)
{
	size_t end = w->at + w->n;

	if (end >= v.n || v.s[end] != '-')
		return role;
	return role > MODIFIER ? MODIFIER : role;
}

static size_t
end_of(struct span v, const struct token *t)
{
	return (size_t)(t->text.s - v.s) + t->text.n;
}

void
emoji_roles(struct emoji_words *w, struct span v, struct arena *scratch)
{
	struct place p = { DIRECT, false };
	struct tokens t = { 0 };
	size_t at = 0;

	token_split(span_head(v, v.n < LOOK ? v.n : LOOK), &t, scratch);
	tag_sentence(t.v, t.n);
	for (size_t i = 0; i < t.n; i++) {
		int role = role_of(&t.v[i], i + 1 < t.n ? &t.v[i + 1] : NULL, &p);

		for (; at < w->n && w->v[at].at < end_of(v, &t.v[i]); at++) {
			w->v[at].role = part_role(v, &w->v[at], role);
			w->v[at].verb = tag_upos(&t.v[i]) == UPOS_VERB;
		}
		walk(&p, &t.v[i], i == 0);
	}
	arena_reset(scratch);
}
