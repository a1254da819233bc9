/* SPDX-License-Identifier: ISC */
#include "tab.h"
#include "list.h"
#include "truecase_part.h"
#include "uni.h"

extern const struct tab tab_act, tab_case;

/* A word between blanks: what opens it, the word, and its clitic, punctuation and the like. */
struct chunk {
	struct span before, word, after;
};

/* Letters and digits; not the punctuation, arrows and dashes that begin with E2, nor emojis. */
static bool
is_word_byte(struct span v, size_t i)
{
	unsigned char c = (unsigned char)v.s[i];

	if (c < 0x80)
		return span_is_alnum((char)c);
	for (int most = 3; most > 0 && i > 0 && ((unsigned char)v.s[i] & 0xC0) == 0x80; most--)
		i--;
	c = (unsigned char)v.s[i];
	return c != 0xE2 && c < 0xEF;
}

static size_t
clitic(struct span word)
{
	static const struct span ending[] = { SPAN("'s"), SPAN("’s"), SPAN("'"), SPAN("’"), SPAN("'ll"),
		SPAN("’ll"), SPAN("'re"), SPAN("’re"), SPAN("'ve"), SPAN("’ve"), SPAN("'d"), SPAN("’d"),
		SPAN("'m"), SPAN("’m"), SPAN("n't"), SPAN("n’t") };

	for (size_t i = 0; i < sizeof(ending) / sizeof(ending[0]); i++)
		if (word.n > ending[i].n && span_ends(word, ending[i]))
			return ending[i].n;
	return 0;
}

static struct chunk
split(struct span text)
{
	size_t from = 0, to = text.n;

	while (from < to && !is_word_byte(text, from))
		from++;
	while (to > from && !is_word_byte(text, to - 1))
		to--;
	to -= clitic((struct span){ text.s + from, to - from });
	return (struct chunk){ span_head(text, from), { text.s + from, to - from }, span_from(text, to) };
}

/* Takes the blanks, then the next word, off *rest; false at the end. */
static bool
next(struct span *rest, struct buf *out, struct chunk *c)
{
	struct span word;

	if (!span_word(rest, &word))
		return false;
	if (out != NULL && out->n > 0)
		buf_char(out, ' ');
	*c = split(word);
	return true;
}

void
truecase_upper_first(struct span text, struct buf *out)
{
	struct span rest = text;
	struct chunk c = { .word = S("") };
	size_t at;

	/* The first word, behind emojis and `4.`; a line that opens with a number has none. */
	while (next(&rest, NULL, &c) && (c.word.n == 0 || span_is_digit(c.word.s[0])))
		if (c.word.n > 0 && c.word.s + c.word.n < text.s + text.n
		    && !span_has(S(".)"), c.word.s[c.word.n])) {
			buf_add(out, text);
			return;
		}
	/* iPhone, rOpenSci and the like begin low wherever they stand. */
	at = c.word.n > 0 && !truecase_is_fixed(c.word) ? (size_t)(c.word.s - text.s) : text.n;
	buf_add(out, span_head(text, at));
	uni_add_upper_first(out, span_from(text, at));
}

/* Health Tech Sprint: a plain word in capitals behind one is part of a name, and so is that one. */
static bool
opens_run(const struct truecase *t, struct span word, struct span after)
{
	struct span rank = list_named(S("rank"));
	struct span form;

	if (!uni_is_capital(after) || vocab_class(word) != 0)
		return false;
	if (span_listed(rank, word)) /* "Captain Timothy Barber" */
		return truecase_is_first_name(after) || !truecase_is_low(t, after);
	return truecase_is_pair(t, word, after) ||
	    (!truecase_is_fixed(after) && !truecase_form(t, after, true, &form));
}

/* The first word low, each part of it that is no name: low-rank, anti-American. */
static void
add_low_word(const struct truecase *t, struct span word, struct buf *out)
{
	struct span part, form;

	for (bool first = true; span_next(&word, '-', &part); first = false) {
		if (!first)
			buf_char(out, '-');
		if (first || !truecase_form(t, part, true, &form))
			uni_add_lower_first(out, part);
		else
			buf_add(out, part);
	}
}

/* "Health IQ ...", "Social and Behavioral ...": is the next word in capitals too, as in a longer name? */
static bool
goes_on_high(struct span rest)
{
	struct span word;

	if (span_word(&rest, &word) && span_listed(S("and|of|for|&"), word))
		span_word(&rest, &word);
	return word.n > 0 && uni_is_capital(word);
}

void
truecase_lower_first(const struct truecase *t, struct span text, struct buf *out)
{
	struct span rest = text, form;
	struct chunk c, after = { .word = S("") };

	if (!next(&rest, NULL, &c) || c.before.n > 0) {
		buf_add(out, text);
		return;
	}
	next(&rest, NULL, &after);
	if ((c.after.n == 0 && opens_run(t, c.word, after.word)) || truecase_form(t, c.word, false, &form)) {
		buf_add(out, text);
		return;
	}
	add_low_word(t, c.word, out);
	rest = span_between(c.word.s + c.word.n, text.s + text.n);
	/* What follows in capitals and is no name goes with it: "open Data" is neither. */
	while (rest.n > 1 && rest.s[0] == ' ' && span_is_upper(rest.s[1])) {
		struct span left = span_from(rest, 1);

		if (!next(&left, NULL, &c) || c.before.n > 0 || truecase_form(t, c.word, false, &form)
		    || !truecase_is_low(t, c.word) || goes_on_high(left))
			break;
		buf_char(out, ' ');
		add_low_word(t, c.word, out);
		rest = span_between(c.word.s + c.word.n, text.s + text.n);
	}
	buf_add(out, rest);
}

/* How many of the words that carry meaning, but for the first, begin high, and how many low. */
static size_t
count_high(struct span heading, size_t *low)
{
	size_t high = 0;
	struct chunk c;

	*low = 0;
	for (bool first = true; next(&heading, NULL, &c); first = false) {
		if (c.word.n == 0 || truecase_is_function(c.word) || first)
			continue;
		if (uni_is_capital(c.word))
			high += !truecase_is_fixed(c.word);
		else
			*low += span_is_lower(c.word.s[0]);
	}
	return high;
}

static bool
is_title_case(struct span heading)
{
	size_t low;

	return count_high(heading, &low) > low;
}

bool
truecase_is_title(struct span text)
{
	size_t low;

	return count_high(text, &low) > 1 && low == 0;
}

/* No lower-case letter, and more than an acronym. */
static bool
is_shouted(struct span text)
{
	size_t letters = 0;

	for (size_t i = 0; i < text.n; i++) {
		if (span_is_lower(text.s[i]))
			return false;
		letters += span_is_upper(text.s[i]);
	}
	return letters > 6 && span_words(text) > 1;
}

/* A shouted text whispers; what stands in it is then looked up word by word. */
static struct span
whisper(struct span text, struct buf *low)
{
	struct chunk c;
	struct span rest = text, form;
	size_t row;

	if (!is_shouted(text))
		return text;
	while (next(&rest, low, &c)) {
		buf_add(low, c.before);
		row = tab_find_lower(&tab_case, c.word);
		form = row != TAB_NONE ? tab_cell(&tab_case, row, 1) : c.word;
		if (row == TAB_NONE && c.word.n > 0) {
			buf_char(low, c.word.s[0]);
			form = span_from(form, 1);
		}
		row != TAB_NONE ? buf_add(low, form) : uni_add_lower(low, form);
		uni_add_lower(low, c.after);
	}
	return buf_view(low);
}

void
truecase_sentence(const struct truecase *t, struct span heading, struct buf *out)
{
	struct buf low = BUF_INIT, made = BUF_INIT;
	struct span text = whisper(span_trim(heading), &low), rest, form, before = S("");
	struct chunk c, after;
	bool name;

	rest = is_title_case(text) ? text : S("");
	while (next(&rest, &made, &c)) {
		struct span look = rest;

		after.word = S("");
		next(&look, NULL, &after);
		form = c.word;
		name = !uni_is_capital(c.word) || truecase_is_pair(t, before, c.word) ||
		    (c.after.n == 0 && truecase_is_pair(t, c.word, after.word)) || truecase_form(t, c.word, true, &form) ||
		    (truecase_is_first_name(before) && !truecase_is_low(t, c.word) && tab_find_lower(&tab_act, c.word) == TAB_NONE);
		buf_add(&made, c.before);
		if (name)
			buf_add(&made, form);
		else
			uni_add_lower(&made, c.word);
		buf_add(&made, c.after);
		before = c.after.n == 0 ? c.word : S("");
	}
	truecase_upper_first(made.n > 0 ? buf_view(&made) : text, out);
	buf_free(&made);
	buf_free(&low);
}

static bool
is_small(struct span word)
{
	return span_listed(list_named(S("low")), word);
}

/* One word of a title: its own spelling if it has one, each part of a compound with a capital. */
static void
add_title_word(const struct truecase *t, struct span word, struct buf *out)
{
	struct span name = truecase_name(t, word), part;
	size_t row = tab_find_lower(&tab_case, word);

	if (truecase_is_fixed(word)) {
		buf_add(out, word);
	} else if (name.n > 0 && truecase_is_fixed(name)) {
		buf_add(out, name);
	} else if (row != TAB_NONE && !truecase_is_low(t, word)) {
		buf_add(out, tab_cell(&tab_case, row, 1));
	} else {
		for (bool first = true; span_next(&word, '-', &part); first = false) {
			if (!first)
				buf_char(out, '-');
			if (!first && is_small(part))
				buf_add(out, part);
			else
				uni_add_upper_first(out, part);
		}
	}
}

void
truecase_title(const struct truecase *t, struct span headline, struct buf *out)
{
	struct buf low = BUF_INIT, made = BUF_INIT;
	struct span rest = whisper(span_trim(headline), &low);
	struct chunk c;
	bool opens = true;

	while (next(&rest, &made, &c)) {
		buf_add(&made, c.before);
		/* "Dive In, Run a Challenge": before a mark it belongs to the verb. */
		if (is_small(c.word) && !opens && rest.n > 0 && c.after.n == 0 && !truecase_is_fixed(c.word))
			uni_add_lower(&made, c.word);
		else
			add_title_word(t, c.word, &made);
		buf_add(&made, c.after);
		if (c.word.n > 0)
			opens = span_ends(c.after, S(":")) || span_ends(c.after, S("?")) || span_ends(c.after, S("."));
		else
			opens = true;
	}
	buf_add(out, buf_view(&made));
	buf_free(&made);
	buf_free(&low);
}
