/* SPDX-License-Identifier: ISC */
#include "source.h"

#include "source_part.h"
#include "uni.h"

/* "Micro-Businesses Are a Driving Force": an item in Title Case, and no name, for it has a verb. */
static bool
is_headline(const struct source *s)
{
	bool verb = false;

	if ((s->field != FIELD_ITEM && s->field != FIELD_LABEL) || s->words.n < 4)
		return false;
	for (size_t i = 0; i < s->words.n; i++)
		verb |= span_has(S("zdpBMHA"), s->words.v[i].letter) || (i == 0 && span_has(S("vg"), s->words.v[i].letter));
	return verb && truecase_is_title(words_all(&s->words));
}

/* What the sources show of case is learnt before their openings are cut. */
void
source_learn_case(struct sources *s)
{
	struct sentence *v = ARENA_ARRAY(s->arena, struct sentence, s->n + 1);
	size_t n = 0;

	for (size_t i = 0; i < s->n; i++) {
		struct sentence *to = &v[n++];

		to->text = s->v[i].text;
		to->role = s->v[i].field == FIELD_SECTION || is_headline(&s->v[i]) ? ROLE_HEADING : ROLE_BODY;
		to->index = i;
		to->tokens = s->v[i].tokens;
	}
	s->truecase = truecase_learn(v, n, s->vocab, s->arena);
}

/* A heading in Title Case is read as it would stand in a sentence. */
static void
read_heading(struct sources *s, struct words_reader *reader, struct source *heading)
{
	struct buf b = BUF_INIT;

	truecase_sentence(s->truecase, words_all(&heading->words), &b);
	words_read_next(reader, &heading->words, arena_span(s->arena, buf_view(&b)));
	buf_free(&b);
}

/* The first word has a capital anyway: the article shows elsewhere whether it is a name. */
void
source_mend_first(const struct sources *s, struct words *w)
{
	struct buf low = BUF_INIT;

	if (w->n == 0 || !words_is_capital(&w->v[0]) || !span_has(S("NRJvg"), w->v[0].letter))
		return;
	truecase_lower_first(s->truecase, w->v[0].token.text, &low);
	if (span_eq(buf_view(&low), w->v[0].token.text) && w->v[0].token.text.n > 1)
		w->v[0].letter = 'P';
	buf_free(&low);
}

/* "Product Ecosystem Integration will ...": an item may open in Title Case. Where the article writes
 * the first of these words and another one small elsewhere, all of them are small. */
static void
lower_run(const struct sources *s, struct words *w)
{
	size_t end = 0, low = 0;

	while (end < w->n && words_is_capital(&w->v[end]) && w->v[end].token.text.n > 1)
		end++;
	for (size_t i = 0; i < end; i++)
		low += truecase_is_low(s->truecase, w->v[i].token.text);
	if (low < 2 || !truecase_is_low(s->truecase, w->v[0].token.text))
		return;
	for (size_t i = 1; i < end; i++) {
		struct span t = w->v[i].token.text;
		struct buf b = BUF_INIT;

		uni_add_lower(&b, t);
		if (span_eq(span_from(t, 1), span_from(buf_view(&b), 1)))
			w->v[i].token.text = arena_span(s->arena, buf_view(&b));
		buf_free(&b);
	}
}

void
source_lower_titles(struct sources *s, struct words_reader *reader, struct source *from)
{
	if (from->field == FIELD_SECTION || is_headline(from))
		read_heading(s, reader, from);
	else if (from->field == FIELD_ITEM || from->field == FIELD_LABEL)
		lower_run(s, &from->words);
}
