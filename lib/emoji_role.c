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
	SUBJECT = 15,  /* before the first verb, on top */
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
	bool verb; /* one has been seen */
};

static bool
is_noun(const struct token *t)
{
	enum tag_upos u = tag_upos(t);

	return u == UPOS_NOUN || u == UPOS_PROPN;
}

/* The last noun of its phrase. In a title, a verb after a plural often looks like a noun. */
static bool
is_head(const struct token *t, const struct token *next)
{
	enum tag_xpos x = tag_xpos(t);

	if (next != NULL && tag_xpos(next) == XPOS_POS)
		return false;
	if (next == NULL || !is_noun(next))
		return true;
	return span_is_upper(next->text.s[0]) && (x == XPOS_NNS || x == XPOS_NNPS);
}

static int
role_of(const struct token *t, const struct token *next, const struct place *p)
{
	int role = (p->clause ? CLAUSE : 0) + p->phrase;

	if (!p->verb && p->phrase == DIRECT)
		role += SUBJECT;
	if (is_noun(t))
		return role + (is_head(t, next) ? HEAD : MODIFIER);
	switch (tag_upos(t)) {
	case UPOS_VERB: return (p->clause ? CLAUSE : 0) + (tag_xpos(t) == XPOS_VBG ? GERUND : VERB);
	case UPOS_ADJ: return (p->clause ? CLAUSE : 0) + ADJECTIVE;
	case UPOS_X:
	case UPOS_NUM:
	case UPOS_SYM: return p->clause ? CLAUSE : 0;
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
	case UPOS_VERB:
		p->phrase = DIRECT;
		p->verb = true;
		break;
	case UPOS_PUNCT:
		if (t->text.s[0] == ':' || t->text.s[0] == ';')
			*p = (struct place){ DIRECT, false, false };
		break;
	default:
		if (!first && (x == XPOS_WDT || x == XPOS_WP || x == XPOS_WRB))
			*p = (struct place){ DIRECT, true, p->verb };
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
	struct place p = { DIRECT, false, false };
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
