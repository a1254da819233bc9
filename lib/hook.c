/* SPDX-License-Identifier: ISC */
#include "hook_part.h"

enum {
	QUESTION_MOST = 195, /* characters, the opener not counted */
	CONTEXT_MOST = 170,
	KICKER_MOST = 150,
	WHOLE = 8,     /* tenths of a sentence, which the next one can go on with */
	LAST_MORE = 70 /* where nothing shorter will do */
};

/* What a sentence loses that could not be taken more strictly. */
static const int price[STRICTNESSES] = { 0, 130, 1000, 3000 };

static bool
may_stand(const struct wanted *want, const struct form *form)
{
	const struct words *w = &form->words;

	if (want->all->anonymous && (want->strict == STRICT || want->all->shared) && rewrite_has_team(form->text))
		return false;
	if (want->strict == STRICT && (form->is & (WORDS_WHEN | WORDS_SLOP | WORDS_SECOND | WORDS_VAGUE)) != 0)
		return false;
	if (want->strict < ANY)
		return form->alone;
	return (form->is & (WORDS_FIRST | WORDS_DATED | WORDS_PAGE)) == 0 && w->v[0].letter != 'O' && (w->v[0].is & WORDS_DEICTIC) == 0;
}

static bool
is_taken(const struct wanted *want, const struct source *s, const struct form *form, unsigned most)
{
	struct candidate c = hook_line(want->all, s, form);

	if (want->taken->n > 0 && rewrite_repeats(&c, &want->taken->v[0]) > most)
		return true;
	for (size_t i = 1; i < want->taken->n; i++)
		if (want->taken->v[i].from == s || rewrite_overlap(&c, &want->taken->v[i], NULL) > most)
			return true;
	return false;
}

/* "Continuous improvements to refine the standard as agents evolve": an item is a thing more often than a
 * sentence, and its first verb then that of what narrows it; "Disabled and enabled the feature" has no subject. */
static bool
is_thing(const struct source *s, const struct form *form)
{
	size_t verb = words_verb(&form->words, 0);

	return s->field == FIELD_ITEM && (span_find_char(form->letters, 0, 't') < verb
	    || (span_ends(form->words.v[0].token.text, S("ed")) && span_has(S("JndK"), form->letters.s[0])));
}

/* Is it the sentence after the hook, of the same paragraph, and does the hook say nearly all that its own says? */
static bool
is_next(const struct wanted *want, const struct source *s)
{
	struct span said = want->said, opener = want->wish->opener;

	if (want->hook == NULL || want->typed || want->hook->stated || s != want->hook + 1 || s->first != want->hook->first)
		return false;
	if (span_starts(said, opener))
		said = span_from(said, opener.n);
	return span_words(said) * 10 >= span_words(want->hook->text) * WHOLE;
}

/* The longest form of a sentence that fits and reads well; NULL without one. */
static const struct form *
best_form(const struct wanted *want, const struct source *s)
{
	static const int levels[STRICTNESSES] = { 1, 2, 2, 3 };
	int level = s->field == FIELD_QUOTE ? 0 : levels[want->strict]; /* somebody's words are not cut */

	for (size_t i = 0; i < s->nforms && s->forms[i].level <= level; i++) {
		const struct form *form = &s->forms[i];

		if (form->length <= want->most + (want->strict == LAST ? LAST_MORE : 0)
		    && ((form->statement && may_stand(want, form)) || (form->goes_on && is_next(want, s)))
		    && !is_thing(s, form) && source_is_fluent(s, form))
			return form;
	}
	return NULL;
}

/* Kinds of sources that no line is made of. */
static bool
is_out(const struct wanted *want, const struct source *s)
{
	if (want->wish->spent[s->place] || s->words.n < 5 || s->announces || s->myth || s->mistake || s->framed)
		return true;
	return s->field == FIELD_SECTION || s->field == FIELD_LABEL
	    || (s->field == FIELD_QUOTE && s->label.n == 0);
}

/* Puts full names in, and gathers what they and the site are proved by. */
static void
settle(const struct wanted *want, const struct form *form, struct line *out)
{
	struct words w = words_copy(&form->words);

	out->also = source_name(want->all, &w, want->said);
	if (out->also.n == 0)
		out->also = source_borrowed(want->all, out->from);
	out->named = w.v[0].letter == 'P' && span_listed(S("will|may"), w.v[0].token.text);
	out->text = words_all(&w);
}

/* The best sentence that is better than `most`; its form, or NULL. */
static const struct form *
pick_better(struct wanted *want, int *most, const struct source **from)
{
	const struct form *form, *best = NULL;
	int score;

	for (size_t i = 0; i < want->all->n; i++) {
		const struct source *s = &want->all->v[i];

		if (is_out(want, s) || (form = best_form(want, s)) == NULL)
			continue;
		want->least = *most + price[want->strict];
		score = want->score(want, s, form) - price[want->strict];
		if (score <= *most || is_taken(want, s, form, want->strict == LAST ? 80 : 65))
			continue;
		*most = score;
		*from = s;
		best = form;
	}
	return best;
}

/* The best sentence for a line; `out` gets its text and its evidence. */
static bool
pick(struct wanted *want, struct line *out)
{
	const struct form *form, *best = NULL;
	int most = -10000;

	*out = (struct line){ 0 };
	for (int strict = STRICT; strict < STRICTNESSES; strict++) {
		want->strict = (enum strictness)strict;
		form = pick_better(want, &most, &out->from);
		best = form != NULL ? form : best;
	}
	if (best != NULL)
		settle(want, best, out);
	return best != NULL;
}

static struct span
keep(const struct sources *all, struct buf *b)
{
	struct span v = arena_span(all->arena, buf_view(b));

	buf_free(b);
	return v;
}

/* A full stop inside the last quotation mark goes: a question mark follows. */
static void
drop_stop(struct buf *b)
{
	if (!span_ends(buf_view(b), S(".”")) && !span_ends(buf_view(b), S(",”")))
		return;
	buf_cut(b, b->n - 4);
	buf_str(b, "”");
}

/* Has it its stop, be it inside a quotation mark? */
static bool
has_stop(struct span text)
{
	static const struct span closers[] = { SPAN("”"), SPAN("’"), SPAN("\"") };

	for (size_t i = 0; i < sizeof(closers) / sizeof(closers[0]); i++)
		if (span_ends(text, closers[i]))
			text.n -= closers[i].n;
	return text.n > 0 && span_has(S(".!?"), text.s[text.n - 1]);
}

/* A sentence with its first letter high and its stop, inside the quotation mark as the text has it. */
static void
finish(const struct sources *all, struct line *line)
{
	struct buf b = BUF_INIT;

	truecase_upper_first(line->text, &b);
	if (!has_stop(buf_view(&b)))
		buf_char(&b, '.');
	line->text = keep(all, &b);
}

/* "According to Jane Doe, ...": what somebody said, in fewer words. */
static void
add_source_of(const struct sources *all, struct line *line, struct buf *b)
{
	buf_add(b, line->from->label);
	buf_str(b, ", ");
	truecase_lower_first(all->truecase, line->text, b);
}

/* Talk is owned: “..., says Jane Doe.” Only what was said word for word stands in quotation marks. */
static void
add_speaker(const struct sources *all, struct line *line)
{
	struct buf b = BUF_INIT;
	struct span text = line->text;

	if (span_find(line->from->text, 0, text) == line->from->text.n) {
		buf_str(&b, "According to ");
		add_source_of(all, line, &b);
		line->text = keep(all, &b);
		finish(all, line);
		return;
	}
	if (span_starts(text, S("“")))
		text = span_from(text, 3);
	buf_str(&b, "“");
	truecase_upper_first(text, &b);
	while (b.n > 3 && span_ends(buf_view(&b), S("”")))
		buf_cut(&b, b.n - 3);
	while (b.n > 3 && span_has(S(".,"), b.s[b.n - 1]))
		buf_cut(&b, b.n - 1);
	buf_str(&b, ",” says ");
	buf_add(&b, line->from->label);
	buf_char(&b, '.');
	line->text = keep(all, &b);
}

static void
end_line(const struct sources *all, struct line *line)
{
	if (line->from->field == FIELD_QUOTE)
		add_speaker(all, line);
	else
		finish(all, line);
}

static struct wanted
wanted(const struct hook_wish *wish, size_t most)
{
	return (struct wanted){ .wish = wish, .all = wish->all, .taken = wish->taken, .most = most };
}

bool
hook_question(const struct hook_wish *wish, struct line *out)
{
	struct wanted want = wanted(wish, QUESTION_MOST);
	struct buf b = BUF_INIT;

	want.score = hook_score_question;
	if (!pick(&want, out))
		return false;
	if (wish->kind == HOOK_QUESTION) {
		buf_add(&b, wish->opener);
		buf_char(&b, ' ');
		if (out->from->field == FIELD_QUOTE)
			buf_str(&b, "according to "), add_source_of(wish->all, out, &b);
		else if (out->named)
			buf_add(&b, out->text);
		else
			truecase_lower_first(wish->all->truecase, out->text, &b);
		drop_stop(&b);
		buf_char(&b, '?');
		out->text = keep(wish->all, &b);
	} else {
		end_line(wish->all, out);
	}
	return true;
}

bool
hook_context(const struct hook_wish *wish, const struct line *hook, struct line *out)
{
	struct wanted want = wanted(wish, CONTEXT_MOST);

	want.score = hook_score_context;
	want.hook = hook->from;
	want.said = hook->text;
	want.typed = hook->typed;
	want.above.text = hook->text;
	rewrite_keys(&want.above, wish->all);
	if (!pick(&want, out))
		return false;
	end_line(wish->all, out);
	return true;
}

bool
hook_kicker(const struct hook_wish *wish, struct line *out)
{
	struct wanted want = wanted(wish, KICKER_MOST);

	want.score = hook_score_kicker;
	if (!pick(&want, out))
		return false;
	end_line(wish->all, out);
	return true;
}
