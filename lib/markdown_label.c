/* SPDX-License-Identifier: ISC */
/*
 * Labels and speakers. `**Label:** text`, `**Label** - text` and, in items, `Label: text` are
 * pairs that the author set apart. In talk written down, the label is the name of who speaks: it
 * stands more than once, or a quotation mark follows it.
 */
#include "markdown.h"

#include "tab.h"
#include "uni.h"
#include "utf8.h"

#include <stdlib.h>

extern const struct tab tab_labelword;

#define LABEL_BYTES 80
#define LABEL_WORDS 8
#define NAME_WORDS 4

/* Of the name, the office and the house under a quotation. */
#define SIGNATURE_BYTES 160
#define SIGNATURE_WORDS 14

struct labels {
	struct markdown *m;
	struct span *v; /* of every paragraph that may have a speaker, sorted */
	size_t n, cap;
	bool talk;      /* most of them stand more than once: the text is talk written down */
};

static bool
is_quote_mark(struct span v)
{
	return span_starts(v, S("\"")) || span_starts(v, S("\xE2\x80\x9C")) ||
	    span_starts(v, S("\xE2\x80\x98")) || span_starts(v, S("\xC2\xAB"));
}

/* `: `, ` - `, ` – `: what stands between a label and its text; its length, or 0. */
static size_t
separator(struct span v)
{
	size_t n = 0, at;

	while (n < v.n && v.s[n] == ' ')
		n++;
	at = n;
	if (span_starts(span_from(v, n), S("\xE2\x80\x93")) || span_starts(span_from(v, n), S("\xE2\x80\x94")))
		n += 3;
	else if (n < v.n && (v.s[n] == ':' || (v.s[n] == '-' && n > 0)))
		n++;
	if (n == at)
		return 0;
	return n < v.n && v.s[n] == ' ' ? n + 1 : n == v.n ? n : 0;
}

/* The label set in bold at the start, and where the text after it begins; 0 without one. */
static size_t
strong_label(struct markdown *m, size_t i, struct span *label)
{
	struct span text = markdown_block(m, i)->text;
	size_t n = markdown_style(m, i)->strong, sep;

	if (n == 0 || n > LABEL_BYTES)
		return 0;
	*label = span_rtrim(span_head(text, n));
	if (label->n > 0 && label->s[label->n - 1] == ':') {
		label->n--;
		*label = span_rtrim(*label);
		return span_from(text, n).n > 0 && text.s[n] == ' ' ? n + 1 : n;
	}
	sep = separator(span_from(text, n));
	return sep > 0 ? n + sep : 0;
}

/* `Label: text` without marks: a few words, the first of them capital, nothing but words in it. */
static size_t
plain_label(struct span text, struct span *label)
{
	size_t at = span_find(span_head(text, LABEL_BYTES), 0, S(": "));
	uint32_t first;
	size_t n;

	if (at == 0 || at >= text.n || at >= LABEL_BYTES - 1 || at + 2 >= text.n)
		return 0;
	first = utf8_decode(text, 0, &n);
	*label = span_head(text, at);
	for (size_t i = 0; i < at; i++)
		if (span_has(S(".!?;,\""), text.s[i]))
			return 0;
	if (span_words(*label) > 6 || !uni_is_letter(first) || uni_is_lower(first))
		return 0;
	return at + 2;
}

/* The words of a person's name or a speaker's mark: all begin high; none is a common label. */
static bool
is_name(struct span label)
{
	static const struct span small[] = { SPAN("de"), SPAN("van"), SPAN("von"), SPAN("der"), SPAN("al") };
	struct span rest = label, word;
	size_t n;

	if (label.n == 0 || span_words(label) > NAME_WORDS ||
	    tab_find_lower(&tab_labelword, label) != TAB_NONE)
		return false;
	while (span_word(&rest, &word)) {
		uint32_t c = utf8_decode(word, 0, &n);

		if (tab_find_lower(&tab_labelword, word) != TAB_NONE)
			return false;
		if (!uni_is_upper(c) && !span_in(word, small, sizeof(small) / sizeof(small[0])))
			return false;
	}
	return true;
}

static bool
is_question_mark(struct span label)
{
	return span_same(label, S("Q")) || span_same(label, S("A")) || span_same(label, S("Question")) ||
	    span_same(label, S("Answer"));
}

/* The speaker that a paragraph may begin with, and where what is said begins. */
static size_t
speaker_of(struct markdown *m, size_t i, struct span *label)
{
	static const struct span question[] = { SPAN("Q: "), SPAN("A: "), SPAN("Q. ") };
	const struct block *b = markdown_block(m, i);
	size_t n;

	if (b->kind != BLOCK_PARA && b->kind != BLOCK_QUOTE)
		return 0;
	if (span_in(span_head(b->text, 3), question, sizeof(question) / sizeof(question[0]))) {
		*label = span_head(b->text, 1);
		return 3;
	}
	n = strong_label(m, i, label);
	return n > 0 && (is_name(*label) || is_question_mark(*label)) ? n : 0;
}

static void
collect(struct labels *l)
{
	struct span label;

	for (size_t i = 0; i < l->m->styles.n; i++)
		if (!markdown_style(l->m, i)->drop && speaker_of(l->m, i, &label) > 0 && !is_question_mark(label))
			ARENA_PUSH(l->m->arena, l, label);
	if (l->n > 1)
		qsort(l->v, l->n, sizeof(*l->v), span_order);
}

/* Does the name stand before more than one paragraph? */
static bool
is_repeated(const struct labels *l, struct span label)
{
	const struct span *at = l->n > 1 ? bsearch(&label, l->v, l->n, sizeof(label), span_order) : NULL;

	if (at == NULL)
		return false;
	return (at > l->v && span_eq(at[-1], label)) || (at + 1 < l->v + l->n && span_eq(at[1], label));
}

static void
look_for_talk(struct labels *l)
{
	size_t repeated = 0;

	for (size_t i = 0; i < l->n; i++)
		repeated += is_repeated(l, l->v[i]);
	l->talk = repeated > 1 && repeated * 2 >= l->n;
}

/* Takes the first n bytes off a block's text; its lines stay where they were. */
static void
cut_head(struct block *b, size_t n)
{
	size_t from = 0;

	while (n < b->text.n && b->text.s[n] == ' ')
		n++;
	for (size_t i = 0; i < b->nlines; i++) {
		b->lines[i].at = b->lines[i].at > n ? b->lines[i].at - n : 0;
		if (b->lines[i].at == 0)
			from = i;
	}
	b->lines += from;
	b->nlines -= b->nlines > 0 ? from : 0;
	b->text = span_from(b->text, n);
}

/* A speaker's name on a line of its own holds for the paragraphs under it. */
static bool
read_speaker(struct labels *l, size_t i, struct span *lasting)
{
	struct block *b = markdown_block(l->m, i);
	struct span label;
	size_t n = speaker_of(l->m, i, &label);

	if (n == 0)
		return false;
	if (!is_question_mark(label) && !l->talk && !is_repeated(l, label) &&
	    !is_quote_mark(span_ltrim(span_from(b->text, n))))
		return false;
	if (n >= b->text.n) {
		if (!l->talk && !is_repeated(l, label))
			return false;
		markdown_style(l->m, i)->drop = true;
		*lasting = label;
		return true;
	}
	*lasting = S("");
	b->speaker = label;
	cut_head(b, n);
	markdown_style(l->m, i)->strong = 0;
	return true;
}

/* The place of the last dash that could stand before a name; text.n when there is none. */
static size_t
last_dash(struct span text, size_t *n)
{
	static const struct span dashes[] = {
		SPAN("\xE2\x80\x94"), SPAN("\xE2\x80\x93"), SPAN("\xE2\x80\x95"), SPAN("--"), SPAN("- "),
		SPAN("~ "),
	};
	size_t from = text.n > SIGNATURE_BYTES ? text.n - SIGNATURE_BYTES : 0;

	for (size_t at = text.n; at > from; at--)
		for (size_t i = 0; i < sizeof(dashes) / sizeof(dashes[0]); i++)
			if (span_starts(span_from(text, at - 1), dashes[i])) {
				*n = dashes[i].n;
				return at - 1;
			}
	return text.n;
}

/* `words. - Name, office`: who a quotation is from, and where what they said ends. */
static bool
signature(struct span text, size_t *end, struct span *name)
{
	size_t n = 0, at = last_dash(text, &n);
	struct span said;

	if (at == text.n)
		return false;
	for (; at > 0 && text.s[at - 1] == '-'; at--)
		n++;
	said = span_rtrim(span_head(text, at));
	*name = span_trim(span_from(text, at + n));
	*end = said.n;
	if (name->n == 0 || span_words(*name) > SIGNATURE_WORDS || is_quote_mark(*name) ||
	    !uni_is_capital(*name) ||
	    span_has(S(".!?:"), name->s[name->n - 1]))
		return false;
	if (said.n == 0)
		return true;
	return span_has(S(".!?)]\"'"), said.s[said.n - 1]) || span_ends(said, S("\xE2\x80\x9D")) ||
	    span_ends(said, S("\xE2\x80\x99")) || span_ends(said, S("\xE2\x80\xA6"));
}

/* The name without the date that stands after it. */
static struct span
without_date(struct span name)
{
	size_t comma = span_find_char(name, 0, ',');

	for (size_t i = comma; i < name.n; i++)
		if (span_is_digit(name.s[i]))
			return span_rtrim(span_head(name, comma));
	return name;
}

/* The name under or after a quotation goes from the text to the quotations just above. */
static void
read_signature(struct markdown *m, size_t i)
{
	struct block *b = markdown_block(m, i);
	struct span name;
	size_t end;

	if ((b->kind != BLOCK_QUOTE && b->kind != BLOCK_PARA) || b->speaker.n > 0)
		return;
	if (!signature(b->text, &end, &name))
		return;
	if (end == 0) {
		if (i == 0 || markdown_block(m, i - 1)->kind != BLOCK_QUOTE)
			return;
		markdown_style(m, i)->drop = true;
	} else if (b->kind != BLOCK_QUOTE) {
		return;
	} else {
		b->text.n = end;
		b->signed_by = true;
		i++;
	}
	name = without_date(name);
	if (span_starts_same(name, S("from ")))
		return;
	for (; i > 0; i--) {
		b = markdown_block(m, i - 1);
		if (b->kind != BLOCK_QUOTE || b->speaker.n > 0)
			return;
		b->speaker = name;
	}
}

static void
read_label(struct markdown *m, size_t i)
{
	struct block *b = markdown_block(m, i);
	struct span label;
	size_t n;

	if (b->kind == BLOCK_HEADING || b->kind == BLOCK_CODE)
		return;
	n = strong_label(m, i, &label);
	if (n == 0 && b->kind == BLOCK_ITEM)
		n = plain_label(b->text, &label);
	if (n > 0 && n < b->text.n && label.n > 0 && span_words(label) <= LABEL_WORDS)
		b->label = label;
}

void
markdown_label(struct markdown *m)
{
	struct labels l = { .m = m };
	struct span lasting = S("");

	collect(&l);
	look_for_talk(&l);
	for (size_t i = 0; i < m->styles.n; i++) {
		struct block *b = markdown_block(m, i);

		if (markdown_style(m, i)->drop || read_speaker(&l, i, &lasting))
			continue;
		if (b->kind == BLOCK_HEADING || b->kind == BLOCK_QUOTE || markdown_is_strong(m, i))
			lasting = S("");
		else if (lasting.n > 0 && (b->kind == BLOCK_PARA || b->kind == BLOCK_ITEM))
			b->speaker = lasting;
		read_label(m, i);
		read_signature(m, i);
	}
}
