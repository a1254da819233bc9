/* SPDX-License-Identifier: ISC */
/*
 * The members of a list, and the headings of one level, are of one form: where the others are things,
 * "Search tips" is one; where they tell what to do, "Segment emails into groups" does.
 */
#include "source_part.h"
#include "tag.h"
#include "uni.h"

enum { OTHERS_LEAST = 2, LEVELS = 8 };

/* How the others begin: the items of each section, the headings of each level. */
struct others {
	size_t verbs, things;
};

struct tally {
	struct others *items, headings[LEVELS];
};

/* Can it be both, "search", "segment", in the form that an order has? */
static bool
is_both(const struct words *w)
{
	return w->n > 2 && (w->v[0].letter == 'v' || w->v[0].letter == 'N') && tag_is_like(w->v[0].token.text, S("design|segment"));
}

static void
count(const struct words *w, struct others *o)
{
	if (w->n == 0 || is_both(w))
		return;
	o->verbs += w->v[0].letter == 'v';
	o->things += span_has(S("NPDCJ"), w->v[0].letter);
}

/* Those that it is one of; none where it is neither item nor heading. */
static struct others *
others(struct tally *t, const struct source *s)
{
	if (s->field == FIELD_ITEM)
		return &t->items[s->section];
	return s->field == FIELD_SECTION ? &t->headings[s->weight < LEVELS ? s->weight : LEVELS - 1] : NULL;
}

/* "Search Tips and Law Library news": nothing but a name of things has a capital there. */
static bool
is_titled(const struct source *s)
{
	struct span rest = s->text, first, next;

	return s->field == FIELD_ITEM && span_word(&rest, &first) && span_word(&rest, &next) && uni_is_capital(next);
}

static bool
is_thing(const struct source *s, const struct others *o)
{
	const struct word *v = s->words.v;

	return ((o->verbs == 0 && o->things >= OTHERS_LEAST) || is_titled(s)) && span_has(S("NP"), v[1].letter)
	    && tag_is_noun_first(v[0].token.text);
}

static bool
is_order(const struct source *s, const struct others *o)
{
	const struct word *v = s->words.v;

	return o->things == 0 && o->verbs >= OTHERS_LEAST && v[0].letter == 'N' && span_has(S("NzDm"), v[1].letter);
}

void
source_read_lists(struct sources *s)
{
	struct tally t = { .items = ARENA_ARRAY(s->arena, struct others, s->sections + 1) };
	struct others *o;

	for (size_t i = 0; i < s->n; i++)
		if ((o = others(&t, &s->v[i])) != NULL)
			count(&s->v[i].words, o);
	for (size_t i = 0; i < s->n; i++) {
		struct words *w = &s->v[i].words;

		o = others(&t, &s->v[i]);
		if (o == NULL || !is_both(w))
			continue;
		if (is_thing(&s->v[i], o)) {
			w->v[0].letter = 'N';
		} else if (is_order(&s->v[i], o)) {
			w->v[0].letter = 'v';
			w->v[1].letter = w->v[1].letter == 'z' ? 'N' : w->v[1].letter;
		}
	}
}
