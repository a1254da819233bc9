/* SPDX-License-Identifier: ISC */
#include "bullet_make.h"

#include "fluent.h"
#include "list.h"
#include "shape.h"
#include "tab.h"
#include "utf8.h"

extern const struct tab tab_plainlabel;

enum {
	FACT_WORTH = 4,   /* a plain sentence beside the rules of lib/tab/rewrite.tsv */
	LABEL_WORTH = 20,
	HEADING_WORTH = 4, /* a fact with the heading of its section for a label */
	TOPIC_WORTH = 200,  /* the first topic in a bullet */
	COUNTED_WORTH = 520, /* a member of the list that the title counts */
	COUNTED_LEAST = 20, /* characters of it */
	INSTANCE = 200,     /* "A customer comes unwillingly": an item that is one of a kind, which its list tells */
	WHO = 400,          /* who somebody is */
	LATE = 70,          /* what the last line of an article costs more than the first */
	HEADING_MOST = 30   /* characters of such a heading */
};

struct maker {
	const struct sources *all;
	struct candidates *out;
	size_t most;         /* characters of a bullet */
	struct span heading; /* of the section, where it can be a label; or empty */
	const struct source *head; /* and its line */
};

/* Labels that say nothing of the subject. */
static bool
is_plain_label(struct span label)
{
	return label.n == 0 || span_is_digit(label.s[0]) || tab_find_lower(&tab_plainlabel, label) != TAB_NONE;
}

/* Under a label that is not its subject a fact must be one by itself: a statement, or what to do. */
static bool
tells(const struct form *form)
{
	return form->alone && (form->statement || (form->words.n > 3 && span_has(S("gv"), form->letters.s[0])));
}

/* More than numbers ("2010, 2014, 2016"), and no question. */
static bool
says_more(const struct form *form)
{
	for (size_t i = 0; i < form->letters.n; i++)
		if (span_has(S("NPvzdpgJ"), form->letters.s[i]))
			return !span_ends(form->text, S("?"));
	return false;
}

/* `Label: fact`: the label as it stands, and the longest form of the fact that fits. */
static void
add_labels(const struct maker *m, const struct source *s, struct span label, int worth)
{
	size_t most = m->most > BULLET_MOST ? m->most : BULLET_GOOD_MOST, room = most - utf8_count(label) - 2;
	struct candidate c = { .frame = S("label"), .rule = S("label"), .from = s, .also = source_borrowed(m->all, s) };

	if (utf8_count(label) + 12 > most || s->words.n < 2 || is_plain_label(label))
		return;
	for (size_t i = 0; i < s->nforms; i++) {
		const struct form *form = &s->forms[i];
		struct buf b = BUF_INIT;

		if (!says_more(form) || form->length > room || span_find_char(form->letters, 0, 'Y') < form->letters.n
		    || words_has(&form->words, WORDS_FIRST | WORDS_PAGE))
			continue;
		if (s->field != FIELD_LABEL && !tells(form))
			continue;
		truecase_upper_first(label, &b);
		buf_str(&b, ": ");
		truecase_lower_first(m->all->truecase, form->text, &b);
		c.text = arena_span(m->all->arena, buf_view(&b));
		buf_free(&b);
		if (c.also.n == 0 && label.s == m->heading.s && m->heading.n > 0)
			c.also = source_evidence(m->head, m->all->arena); /* the label stands there */
		if (!fluent_line(c.text) || utf8_count(c.text) < BULLET_LEAST)
			continue;
		c.score = rewrite_score(&c, form, worth);
		rewrite_keys(&c, m->all);
		ARENA_PUSH(m->all->arena, m->out, c);
		return;
	}
}

/* A heading that is a short noun phrase can be the label of what its section says. */
static struct span
label_of(const struct source *heading)
{
	struct span text = words_all(&heading->words);

	if (utf8_count(text) > HEADING_MOST || heading->words.n == 0 || is_plain_label(text)
	    || !shape_test(shape_named(S("heading")), words_letters(&heading->words)) || !fluent_line(text))
		return S("");
	return text;
}

/* A label that says enough by itself. */
static void
add_label_alone(const struct maker *m, const struct source *s)
{
	struct candidate c = { .frame = S("np"), .rule = S("label"), .from = s };
	struct words w;
	struct buf b = BUF_INIT;

	if (s->field != FIELD_LABEL || s->myth || utf8_count(s->label) < BULLET_LEAST
	    || utf8_count(s->label) > BULLET_GOOD_MOST || span_words(s->label) < 4 || !fluent_line(s->label))
		return;
	truecase_sentence(m->all->truecase, s->label, &b);
	c.text = arena_span(m->all->arena, buf_view(&b));
	buf_free(&b);
	words_read(&w, c.text, m->all->arena);
	c.score = rewrite_score(&c, &(struct form){ .words = w }, LABEL_WORTH);
	rewrite_keys(&c, m->all);
	ARENA_PUSH(m->all->arena, m->out, c);
}

/* "There are some amazing possibilities": nothing told, unless there is a number or a name. */
static bool
says_there_is(const struct form *form)
{
	return form->letters.s[0] == 'E' && span_find_char(form->letters, 0, 'C') == form->letters.n
	    && span_find_char(form->letters, 0, 'P') == form->letters.n;
}

/* A whole short sentence: the plainest bullet, where the rules give too few. */
static void
add_fact(const struct maker *m, const struct source *s, size_t most)
{
	struct candidate c = { .frame = S("fact"), .rule = S("fact"), .from = s, .also = source_borrowed(m->all, s) };
	struct buf b = BUF_INIT;

	for (size_t i = 0; i < s->nforms && s->forms[i].level < 3; i++) {
		const struct form *form = &s->forms[i];

		if ((most <= BULLET_MOST && (form->is & WORDS_WHEN) != 0) || form->length > most
		    || form->length < BULLET_GOOD_LEAST || !form->alone || !form->statement || says_there_is(form)
		    || form->letters.s[0] == 'O' || !source_is_fluent(s, form))
			continue;
		truecase_upper_first(form->text, &b);
		c.text = arena_span(m->all->arena, buf_view(&b));
		c.score = rewrite_score(&c, form, FACT_WORTH);
		if (s->field == FIELD_ITEM && form->letters.s[0] == 'D' && span_listed(S("a|an"), form->words.v[0].token.text))
			c.score -= INSTANCE;
		if (source_tells_person(form))
			c.score -= WHO;
		rewrite_keys(&c, m->all);
		if (m->all->anonymous && c.team)
			c.score -= m->all->shared ? REWRITE_SHARED : REWRITE_ANONYMOUS;
		ARENA_PUSH(m->all->arena, m->out, c);
		break;
	}
	buf_free(&b);
}

/* In a heading the tagger takes "Use tools" and "Set up a shelf" for things. */
static bool
is_order(const struct form *form)
{
	struct span verbs = list_named(S("bid"));

	return span_listed(verbs, form->words.v[0].token.text) && !span_has(S("BMHAzSo,:"), form->letters.s[1]);
}

/* "1. Schedule coworking time": of a counted list each member is a bullet, and tells what the reader can do. */
static void
add_counted(const struct maker *m, const struct source *s, size_t most)
{
	struct candidate c = { .frame = S("how"), .rule = S("counted"), .from = s, .score = COUNTED_WORTH };
	const struct form *form = s->nforms > 0 ? &s->forms[0] : NULL;
	struct buf b = BUF_INIT;

	if (form == NULL || form->letters.n < 2 || !form->alone || words_has(&form->words, WORDS_FIRST) || span_has(form->letters, '?'))
		return;
	if (form->letters.s[0] == 'v' || is_order(form)) {
		buf_str(&b, "How to ");
		truecase_lower_first(m->all->truecase, form->text, &b);
	} else if (form->letters.s[0] == 'O') {
		buf_str(&b, "Why "); /* it is easier to test */
		truecase_lower_first(m->all->truecase, form->text, &b);
	} else {
		c.frame = form->letters.s[0] == 'g' ? S("doing") : form->statement ? S("fact") : S("np");
		truecase_upper_first(form->text, &b);
	}
	c.text = arena_span(m->all->arena, buf_view(&b));
	buf_free(&b);
	if (utf8_count(c.text) > most || utf8_count(c.text) < COUNTED_LEAST || !fluent_line(c.text))
		return;
	rewrite_keys(&c, m->all);
	ARENA_PUSH(m->all->arena, m->out, c);
}

/* A bullet on what the article is about is better than one on something else. */
static void
add_topics(const struct sources *all, struct candidates *out)
{
	for (size_t i = 0; i < out->n; i++) {
		out->v[i].score -= (int)(LATE * out->v[i].from->place / (all->n + 1));
		for (size_t k = 0; k < all->ntopics; k++)
			if (span_find_same(out->v[i].text, all->topic[k]) < out->v[i].text.n) {
				out->v[i].score += k == 0 ? TOPIC_WORTH : k < 3 ? TOPIC_WORTH * 2 / 3 : TOPIC_WORTH / 2;
				break;
			}
	}
}

void
bullet_candidates(const struct sources *all, size_t most, struct candidates *out)
{
	struct maker m = { .all = all, .out = out, .most = most };

	out->n = 0;
	for (size_t i = 0; i < all->n; i++) {
		const struct source *s = &all->v[i];

		if (s->announces || s->framed)
			continue;
		if (s->field == FIELD_QUOTE) {
			add_labels(&m, s, s->label, LABEL_WORTH);
			continue;
		}
		if (s->field == FIELD_SECTION)
			m.head = s, m.heading = label_of(s);
		if (s->label.n > 0 && !s->myth && !s->mistake)
			add_labels(&m, s, s->label, LABEL_WORTH);
		else if (m.heading.n > 0 && s->field == FIELD_POINT)
			add_labels(&m, s, m.heading, HEADING_WORTH);
		if (s->counted && !s->myth && !s->mistake)
			add_counted(&m, s, most);
		add_label_alone(&m, s);
		rewrite_source(most, all, s, out);
		if (s->field != FIELD_SECTION && !s->myth && !s->mistake)
			add_fact(&m, s, most);
	}
	add_topics(all, out);
}
