/* SPDX-License-Identifier: ISC */
#include "bullet_make.h"

#include "fluent.h"
#include "utf8.h"

enum {
	FACT_WORTH = 44, /* a plain sentence beside the rules of lib/tab/rewrite.tsv */
	LABEL_WORTH = 60
};

struct maker {
	const struct sources *all;
	struct candidates *out;
};

/* Labels that say nothing of the subject. */
static bool
is_plain_label(struct span label)
{
	static const struct span plain[] = { SPAN("note"), SPAN("notes"), SPAN("source"),
		SPAN("sources"), SPAN("caption"), SPAN("image"), SPAN("photo"), SPAN("figure"),
		SPAN("credit"), SPAN("update"), SPAN("example"), SPAN("q"), SPAN("a"), SPAN("tip"),
		SPAN("the truth"), SPAN("truth"), SPAN("the reality"), SPAN("fact"), SPAN("case in point"),
		SPAN("date"), SPAN("when"), SPAN("where"), SPAN("author"), SPAN("editor’s note") };

	for (size_t i = 0; i < sizeof(plain) / sizeof(plain[0]); i++)
		if (span_same(label, plain[i]))
			return true;
	return span_is_digit(label.s[0]);
}

/* What proves the site that was put in for "we". */
static struct span
proof(const struct maker *m, const struct source *s)
{
	return s->resolved && !m->all->anonymous ? source_proof(m->all, m->all->site) : S("");
}

/* `Label: fact`: the label as it stands, and the longest form of the fact that fits. */
static void
add_labels(const struct maker *m, const struct source *s)
{
	size_t room = BULLET_GOOD_MOST - utf8_count(s->label) - 2;
	struct candidate c = { .frame = S("label"), .rule = S("label"), .from = s, .also = proof(m, s) };

	if (utf8_count(s->label) + 12 > BULLET_GOOD_MOST || s->words.n < 2 || is_plain_label(s->label))
		return;
	for (size_t i = 0; i < s->nforms; i++) {
		const struct form *form = &s->forms[i];
		struct buf b = BUF_INIT;

		if (form->length > room || span_find_char(form->letters, 0, 'Y') < form->letters.n
		    || words_has(&form->words, WORDS_FIRST | WORDS_PAGE))
			continue;
		truecase_upper_first(s->label, &b);
		buf_str(&b, ": ");
		truecase_lower_first(m->all->truecase, form->text, &b);
		c.text = arena_span(m->all->arena, buf_view(&b));
		buf_free(&b);
		if (!fluent_line(c.text) || utf8_count(c.text) < BULLET_LEAST)
			continue;
		c.score = rewrite_score(&c, &form->words, LABEL_WORTH);
		rewrite_keys(&c, m->all->arena);
		ARENA_PUSH(m->all->arena, m->out, c);
		return;
	}
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
	c.score = rewrite_score(&c, &w, LABEL_WORTH);
	rewrite_keys(&c, m->all->arena);
	ARENA_PUSH(m->all->arena, m->out, c);
}

/* A whole short sentence: the plainest bullet, where the rules give too few. */
static void
add_fact(const struct maker *m, const struct source *s, size_t most)
{
	struct candidate c = { .frame = S("fact"), .rule = S("fact"), .from = s, .also = proof(m, s) };
	struct buf b = BUF_INIT;

	for (size_t i = 0; i < s->nforms && s->forms[i].level < 3; i++) {
		const struct form *form = &s->forms[i];

		if (form->length > most || form->length < BULLET_GOOD_LEAST || !form->alone || !form->fluent
		    || !form->statement)
			continue;
		truecase_upper_first(form->text, &b);
		c.text = arena_span(m->all->arena, buf_view(&b));
		c.score = rewrite_score(&c, &form->words, FACT_WORTH);
		c.score -= s->resolved && m->all->anonymous ? REWRITE_ANONYMOUS : 0;
		rewrite_keys(&c, m->all->arena);
		ARENA_PUSH(m->all->arena, m->out, c);
		break;
	}
	buf_free(&b);
}

void
bullet_candidates(const struct sources *all, size_t most, struct candidates *out)
{
	struct maker m = { all, out };

	out->n = 0;
	for (size_t i = 0; i < all->n; i++) {
		const struct source *s = &all->v[i];

		if (s->field == FIELD_QUOTE || s->announces)
			continue;
		if (s->label.n > 0 && !s->myth && !s->mistake)
			add_labels(&m, s);
		add_label_alone(&m, s);
		rewrite_source(most, all, s, out);
		if (s->field != FIELD_SECTION && !s->myth && !s->mistake)
			add_fact(&m, s, most);
	}
}
