/* SPDX-License-Identifier: ISC */
#include "hashtag_part.h"
#include "stem.h"
#include "tab.h"
#include "vocab.h"

#include <stdlib.h>

extern const struct tab tab_case, tab_common, tab_name, tab_topic;

#define TOPIC_WORDS 4 /* the longest topic of the table */
#define LEAST 520     /* what a tag must score */

struct choice {
	struct span text, tag;
	struct span stems; /* of its words, in order, each with a blank after it */
	enum phrase_kind kind;
	size_t words;
	bool title; /* it stands in the title */
	int score;
};

static bool
is_topic(struct span words)
{
	size_t row = tab_find_lower(&tab_topic, words);

	return row != TAB_NONE && span_eq(tab_cell(&tab_topic, row, 1), S("t"));
}

static bool
is_followed(struct span words)
{
	if (is_topic(words))
		return true;
	return words.n > 3 && words.s[words.n - 1] == 's' && is_topic(span_head(words, words.n - 1));
}

/* The stems of the words of a text, with hyphens as blanks, and blanks around each. */
static struct span
stems_of(struct span text, struct arena *a)
{
	struct buf b = BUF_INIT, word = BUF_INIT;
	struct span made;

	buf_char(&b, ' ');
	for (size_t i = 0; i <= text.n; i++) {
		if (i < text.n && (span_is_alnum(text.s[i]) || (unsigned char)text.s[i] >= 0xC3)) {
			buf_char(&word, text.s[i]);
			continue;
		}
		if (word.n > 0) {
			stem_light(buf_view(&word), &b);
			buf_char(&b, ' ');
		}
		buf_cut(&word, 0);
	}
	made = arena_span(a, buf_view(&b));
	buf_free(&b);
	buf_free(&word);
	return made;
}

static bool
has_capital(struct span text)
{
	for (size_t i = 0; i < text.n; i++)
		if (span_is_upper(text.s[i]))
			return true;
	return false;
}

/* Is every word in capitals or with one, and one of them no common word? Working Group is none. */
static bool
is_name(struct span text)
{
	bool known = true;
	struct span word;

	while (span_word(&text, &word)) {
		if (!has_capital(word) && !span_eq(word, S("of")))
			return false;
		known &= !has_capital(span_from(word, 1)) && tab_find_lower(&tab_common, word) != TAB_NONE;
	}
	return !known;
}

/* Words that make no field of interest: general, weak, of time or of the page. */
static int
score_words(struct span text)
{
	struct span word;
	int score = 0;

	while (span_word(&text, &word))
		if (vocab_class(word) != 0 && vocab_class(word) != 'f')
			score -= 200;
	return score;
}

/* "director of operations", "LLM enthusiast": what people are, not what they talk about. */
static bool
is_role(struct span text)
{
	struct span word = S(""), class, words = text;
	bool role = false;
	size_t row;

	for (bool first = true; span_word(&words, &word); first = false) {
		row = tab_find_lower(&tab_name, word);
		class = row != TAB_NONE ? tab_cell(&tab_name, row, 1) : S("");
		role |= (first || words.n == 0) && (span_eq(class, S("r")) || span_eq(class, S("t")));
	}
	return role;
}

static int
score_of(const struct choice *c, unsigned weight)
{
	int score = 8 * (int)vocab_log(weight) + score_words(c->text);
	bool followed = is_followed(c->text), low = !is_name(c->text);

	score += c->title ? 300 : 0;
	if (followed)
		score += c->words > 1 ? 250 : 150;
	else if (c->kind == PHRASE_TOPIC && low)
		score -= c->words > 1 ? 150 : 350;
	/* "tool", "incident": what everybody has nobody follows. */
	if (c->words == 1 && low && !followed && tab_find_lower(&tab_common, c->text) != TAB_NONE)
		score -= 300;
	if (!low)
		score += 2 * (int)weight;
	/* FR, CAA: an acronym that only one article uses. */
	if (c->words == 1 && !c->title && c->tag.n < 3 && tab_find_lower(&tab_case, c->tag) == TAB_NONE)
		score -= 200;
	if (is_role(c->text))
		score -= 300;
	if (c->kind == PHRASE_PERSON || c->kind == PHRASE_PLACE)
		score -= c->words > 1 ? 250 : 500;
	if (c->words > 2)
		score -= 100 * (int)(c->words - 2);
	return score;
}

static int
compare(const void *x, const void *y)
{
	const struct choice *a = x, *b = y;

	if (a->score != b->score)
		return a->score < b->score ? 1 : -1;
	return span_cmp(a->text, b->text);
}

/* Do the words of a long form begin with the letters of the short one? */
static bool
is_short_for(struct span acronym, struct span text)
{
	size_t at = 0;
	struct span word;

	for (; span_word(&text, &word); at++)
		if (at >= acronym.n || span_upper(word.s[0]) != acronym.s[at])
			return false;
	return at > 1 && at + 1 >= acronym.n;
}

/* Two tags for one thing: the same words, an acronym and its long form, or a longer name of it. */
static bool
is_same(const struct choice *a, const struct choice *b)
{
	const struct choice *less = a->stems.n < b->stems.n ? a : b, *more = less == a ? b : a;

	if (span_same(a->tag, b->tag) || is_short_for(a->tag, b->text) || is_short_for(b->tag, a->text))
		return true;
	if (span_find(more->stems, 0, less->stems) >= more->stems.n)
		return false;
	if (less->stems.n == more->stems.n)
		return true;
	/* Part of the other: both can stand when each is a name or a field of its own. */
	if (less->kind != PHRASE_TOPIC || more->kind == PHRASE_PERSON)
		return true;
	return !(is_name(less->text) || is_followed(less->text)) ||
	    !(is_name(more->text) || is_followed(more->text) ||
	    (more->title && has_capital(more->text)));
}

static bool
shares_word(struct span a, struct span b)
{
	struct span word;

	while (span_word(&a, &word))
		if (span_find(b, 0, (struct span){ word.s - 1, word.n + 2 }) < b.n)
			return true;
	return false;
}

static void
weigh(const struct phrases *from, struct span title, struct choice *v, struct arena *a)
{
	struct span stems = stems_of(title, a);
	struct buf tag = BUF_INIT;

	for (size_t i = 0; i < from->n; i++) {
		v[i] = (struct choice){ .text = from->v[i].text, .kind = from->v[i].kind };
		v[i].stems = stems_of(v[i].text, a);
		v[i].words = span_words(v[i].stems);
		buf_cut(&tag, 0);
		if (v[i].words > 0 && hashtag_make(v[i].text, &tag)) {
			v[i].tag = arena_span(a, buf_view(&tag));
			v[i].title = span_find(stems, 0, v[i].stems) < stems.n;
			v[i].score = score_of(&v[i], from->v[i].weight);
		}
	}
	buf_free(&tag);
}

void
hashtag_choose(const struct phrases *from, struct span title, size_t count,
    const struct hashtag_options *o, struct hashtags *to, struct arena *a)
{
	struct choice *v = ARENA_ARRAY(a, struct choice, from->n + 1);
	size_t taken = 0, people = 0, near;

	weigh(from, title, v, a);
	qsort(v, from->n, sizeof(*v), compare);
	for (size_t i = 0; i < from->n && taken < count && v[i].score >= LEAST; i++) {
		bool same = v[i].tag.n == 0 || (v[i].kind == PHRASE_PERSON && people > 0);
		size_t old = to->n;

		near = 0;
		for (size_t j = 0; j < taken && !same; j++) {
			same = is_same(&v[j], &v[i]);
			near += shares_word(v[j].stems, v[i].stems);
		}
		same |= near > 1;
		if (!same)
			hashtag_add(v[i].tag, o, to, a);
		if (to->n == old)
			continue;
		people += v[i].kind == PHRASE_PERSON;
		v[taken++] = v[i];
	}
}

/* Each run of one to four words that the table holds, the longest at each place. */
void
hashtag_topics(struct span text, unsigned weight, struct phrases *to, struct arena *a)
{
	struct span rest = text, word, words, found;

	while (span_word(&rest, &word)) {
		struct span ahead = rest, next = word;

		found = S("");
		for (size_t n = 1; n <= TOPIC_WORDS; n++) {
			words = span_between(word.s, next.s + next.n);
			while (words.n > 0 && !span_is_alnum(words.s[words.n - 1]))
				words.n--;
			if (words.n > 0 && is_followed(words))
				found = words;
			if (!span_word(&ahead, &next))
				break;
		}
		if (found.n > 0 && (weight > 10 || span_words(found) > 1))
			ARENA_PUSH(a, to, ((struct phrase){ found, PHRASE_TOPIC, weight, 1 }));
	}
}
