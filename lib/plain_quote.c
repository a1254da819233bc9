/* SPDX-License-Identifier: ISC */
/*
 * Quotations set as paragraphs, with their speakers; and pull quotes, which say again what the
 * text says, and go.
 */
#include "plain.h"

#include "list.h"

#include <stdint.h>

#define INTRO_WORDS 25   /* of the line that names who speaks */
#define SIGNED_WORDS 14  /* of the name under or after a quotation */
#define PULL_WORDS 60
#define SAME_WORDS 5     /* fewer words are the same by chance */

static size_t
closing_quote(struct span text)
{
	if (span_starts(text, S("“")))
		return span_find(text, 3, S("”"));
	return text.n > 1 && text.s[0] == '"' ? span_find(text, 1, S("\"")) : text.n;
}

static struct span
after_quote(struct span text)
{
	size_t at = closing_quote(text);

	return at == text.n ? S("") : span_from(text, at + (text.s[at] == '"' ? 1 : 3));
}

static void
cut_after_quote(struct block *b)
{
	b->text = span_head(b->text, b->text.n - after_quote(b->text).n);
	b->text_cap = 0;
}

/* Takes a dash and the blanks around it off the front. */
static bool
take_dash(struct span *text)
{
	static const struct span dashes[] = { SPAN("—"), SPAN("–"), SPAN("--"), SPAN("- "),
	    SPAN("~ ") };

	*text = span_ltrim(*text);
	for (size_t i = 0; i < sizeof(dashes) / sizeof(dashes[0]); i++)
		if (span_starts(*text, dashes[i])) {
			*text = span_ltrim(span_from(*text, dashes[i].n));
			return true;
		}
	return false;
}

static bool
is_signature(struct span *text)
{
	return take_dash(text) && text->n > 0 && span_words(*text) <= SIGNED_WORDS &&
	    !plain_starts_low(*text);
}

/* Cuts the verb off `Ann Roe, analyst, notes,`; false when there is none. */
static bool
cut_verb(struct span *text)
{
	struct span t = *text;
	size_t at, which;

	while (t.n > 0 && (t.s[t.n - 1] == ',' || t.s[t.n - 1] == ':' || t.s[t.n - 1] == ' '))
		t.n--;
	at = t.n;
	while (at > 0 && t.s[at - 1] != ' ')
		at--;
	if (at == 0 || !span_which(list_named(S("says")), span_from(t, at), &which))
		return false;
	t.n = at;
	while (t.n > 0 && (t.s[t.n - 1] == ',' || t.s[t.n - 1] == ' '))
		t.n--;
	*text = t;
	return t.n > 0;
}

/* Does a sentence end within the text? After `Dr.` and the like none does. */
static bool
has_stop_within(struct span text)
{
	size_t at = span_find(text, 0, S(". "));

	for (; at < text.n; at = span_find(text, at + 1, S(". ")))
		if (at >= 4 && span_is_lower(text.s[at - 1]) && span_is_lower(text.s[at - 2]) &&
		    span_is_lower(text.s[at - 3]) && span_is_lower(text.s[at - 4]))
			return true;
	return false;
}

/* The line before a quotation may name its speaker, and then has nothing else to say. */
static void
take_intro(struct plain *p, size_t i)
{
	size_t last = plain_last(p, i);
	struct span text;
	char stop;

	if (last == p->n || p->v[last].mark != 0 || p->v[last].words > INTRO_WORDS)
		return;
	text = p->v[last].block.text;
	stop = plain_stop(text);
	if ((stop != ',' && stop != ':') || !cut_verb(&text) || has_stop_within(text))
		return;
	p->v[i].block.speaker = text;
	p->v[last].role = PLAIN_DROPPED;
}

static void
take_signature(struct plain *p, size_t i)
{
	size_t next = plain_next(p, i);
	struct span text = after_quote(p->v[i].block.text);

	if (is_signature(&text)) {
		p->v[i].block.speaker = text;
		p->v[i].block.signed_by = true;
		cut_after_quote(&p->v[i].block);
	} else if (next < p->n && p->v[next].mark == 0) {
		text = p->v[next].block.text;
		if (!is_signature(&text))
			return;
		p->v[i].block.speaker = text;
		p->v[next].role = PLAIN_DROPPED;
	}
}

/* Indented paragraphs of a wrapped text, but for those that go on with a list's item. */
static bool
is_indented(const struct plain *p, size_t i)
{
	const struct plain_part *part = &p->v[i];
	size_t last = plain_last(p, i);

	if (!p->wrapped || part->indent < p->usual + 2 || part->words < 8 || part->centred)
		return false;
	return last == p->n || p->v[last].role != PLAIN_ITEM || p->v[last].hang != part->indent;
}

static bool
is_quotation(const struct plain *p, size_t i)
{
	struct span text = p->v[i].block.text, rest;

	if (p->v[i].role != PLAIN_OPEN || p->v[i].mark != 0 || p->v[i].words < 4)
		return false;
	if (is_indented(p, i))
		return true;
	if (closing_quote(text) == text.n)
		return false;
	rest = span_trim(after_quote(text));
	return rest.n == 0 || is_signature(&rest);
}

void
plain_find_quotes(struct plain *p)
{
	for (size_t i = 0; i < p->n; i++) {
		if (!is_quotation(p, i))
			continue;
		p->v[i].role = PLAIN_QUOTE;
		p->v[i].block.label = S("");
		take_intro(p, i);
		if (p->v[i].block.speaker.n == 0)
			take_signature(p, i);
	}
}

/* The sentences of all parts by what they say, without case and stops. */
struct said {
	uint32_t *hash;
	uint32_t *part; /* + 1; the one with most words */
	size_t slots;
};

/* Takes the next sentence off the text; gives its hash, 0 when it is short. */
static uint32_t
next_hash(struct span *text)
{
	uint32_t hash = SPAN_HASH;
	size_t at = 0, words = 0;
	struct span v = *text;

	for (; at < v.n; at++) {
		char c = v.s[at];

		if (span_is_alnum(c)) {
			hash = span_hash_char(hash, (char)(c | 0x20)); /* in lower case */
			continue;
		}
		words += c == ' ';
		if ((c == '.' || c == '!' || c == '?') && at + 1 < v.n && !span_is_alnum(v.s[at + 1]))
			break;
	}
	*text = span_from(v, at < v.n ? at + 1 : at);
	return words + 1 >= SAME_WORDS ? hash | 1 : 0;
}

static size_t
count_char(struct span text, char c)
{
	size_t n = 0;

	for (size_t at = 0; (at = span_find_char(text, at, c)) < text.n; at++)
		n++;
	return n;
}

/* How many sentences there can be: each has its stop, but for the last of a part. */
static size_t
most_sentences(const struct plain *p)
{
	size_t n = p->n;

	for (size_t i = 0; i < p->n; i++) {
		struct span text = p->v[i].block.text;

		n += count_char(text, '.') + count_char(text, '!') + count_char(text, '?');
	}
	return n;
}

static size_t
find_said(const struct said *said, uint32_t hash)
{
	size_t slot = hash & (said->slots - 1);

	while (said->hash[slot] != 0 && said->hash[slot] != hash)
		slot = (slot + 1) & (said->slots - 1);
	return slot;
}

static void
remember(const struct plain *p, struct said *said, size_t i)
{
	struct span text = p->v[i].block.text;
	uint32_t hash;

	while (text.n > 0) {
		size_t slot;

		if ((hash = next_hash(&text)) == 0)
			continue;
		slot = find_said(said, hash);
		if (said->hash[slot] == 0 || p->v[said->part[slot] - 1].words < p->v[i].words)
			said->part[slot] = (uint32_t)i + 1;
		said->hash[slot] = hash;
	}
}

/* Does another part say all that this one says? */
static bool
is_said(const struct plain *p, const struct said *said, size_t i)
{
	struct span text = p->v[i].block.text;
	bool any = false;
	uint32_t hash;

	while (text.n > 0) {
		if ((hash = next_hash(&text)) == 0)
			continue;
		if (said->part[find_said(said, hash)] == i + 1)
			return false;
		any = true;
	}
	return any;
}

void
plain_find_repeats(struct plain *p)
{
	struct said said = { .slots = 16 };
	size_t n = most_sentences(p);

	while (said.slots < n * 2)
		said.slots *= 2;
	said.hash = ARENA_ARRAY(p->art->arena, uint32_t, said.slots);
	said.part = ARENA_ARRAY(p->art->arena, uint32_t, said.slots);
	for (size_t i = 0; i < p->n; i++)
		if (p->v[i].role != PLAIN_DROPPED)
			remember(p, &said, i);
	for (size_t i = 0; i < p->n; i++)
		if (p->v[i].role == PLAIN_OPEN && p->v[i].mark != '1' && p->v[i].words <= PULL_WORDS &&
		    is_said(p, &said, i))
			p->v[i].role = PLAIN_DROPPED;
}
