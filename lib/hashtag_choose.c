/* SPDX-License-Identifier: ISC */
#include "hashtag_part.h"
#include "stem.h"
#include "tab.h"
#include "vocab.h"

#include <stdlib.h>

extern const struct tab tab_case;

#define TOPIC_WORDS 4 /* the longest topic of the table */
#define LEAST 520     /* what a tag must score */
#define FILL 300      /* and a name or a well-known topic, where there are too few tags */

struct choice {
	struct span text, tag;
	struct span stems; /* of its words, in order, each with a blank after it */
	enum phrase_kind kind;
	size_t words;
	bool title; /* it stands in the title */
	int score;
};

static bool
is_followed(struct span words)
{
	return hashtag_class(words) == 't';
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

/* FR, CAA: an acronym that only one article uses. */
static bool
is_passing(const struct choice *c)
{
	return c->words == 1 && !c->title && c->tag.n < 3 && tab_find_lower(&tab_case, c->tag) == TAB_NONE;
}

static int
score_of(const struct choice *c, unsigned weight)
{
	char class = hashtag_interest(c->text, c->title);
	int score = 8 * (int)vocab_log(weight);
	bool followed = class == 't', low = !hashtag_is_name(c->text);

	score += c->title ? 300 : 0;
	if (class == 0 && low)
		score += score_words(c->text);
	if (followed)
		score += c->words > 1 ? 250 : 150;
	else if (class == 'w')
		score -= 450;
	else if (class == 'n')
		score -= 900;
	else if (c->kind == PHRASE_ORGANIZATION && low)
		score -= 350; /* Working Group */
	else if (c->kind == PHRASE_TOPIC && low)
		score -= c->words > 1 ? 150 : 350;
	if (c->words == 1 && low && class == 0 && hashtag_is_common(c->text))
		score -= 300;
	if (c->words == 1 && hashtag_is_stop(c->text))
		score -= 1000;
	if (!low)
		score += 2 * (int)weight;
	if (is_passing(c))
		score -= 200;
	if (hashtag_is_role(c->text))
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

enum kin { KIN_NONE, KIN_SAME, KIN_PART, KIN_WHOLE };

/* Is b the same thing as a, a part of its words, or a whole that a is a part of? */
static enum kin
kin_of(const struct choice *a, const struct choice *b)
{
	if (span_same(a->tag, b->tag) || is_short_for(a->tag, b->text) || is_short_for(b->tag, a->text) ||
	    span_eq(a->stems, b->stems))
		return KIN_SAME;
	if (span_find(a->stems, 0, b->stems) < a->stems.n)
		return KIN_PART;
	return span_find(b->stems, 0, a->stems) < b->stems.n ? KIN_WHOLE : KIN_NONE;
}

/* Of a single word and a longer tag that holds it, the longer one stands when it is a field that people
 * follow with no general word in it, and the title has it or it weighs nearly as much: agentic AI for
 * AI. A name stays. */
static bool
is_better(const struct choice *longer, const struct choice *shorter)
{
	if (shorter->words > 1 || shorter->kind != PHRASE_TOPIC || longer->kind != PHRASE_TOPIC ||
	    !is_followed(longer->text) || score_words(longer->text) < 0)
		return false;
	return longer->title || (!shorter->title && 10 * longer->score >= 7 * shorter->score);
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

/* The tags chosen so far. */
struct chosen {
	const struct choice **v;
	size_t n, people;
};

/* Does c stand beside those chosen? It may take the place of the one that it is a better form of. */
static bool
stands(struct chosen *chosen, const struct choice *c)
{
	size_t near = 0, place = chosen->n;

	if (c->tag.n == 0 || (c->kind == PHRASE_PERSON && chosen->people > 0))
		return false;
	for (size_t i = 0; i < chosen->n; i++) {
		enum kin kin = kin_of(chosen->v[i], c);

		if (kin == KIN_SAME || kin == KIN_PART || (kin == KIN_WHOLE && !is_better(c, chosen->v[i])))
			return false;
		if (kin == KIN_WHOLE && place == chosen->n)
			place = i;
		else if (kin == KIN_WHOLE)
			return false;
		near += kin == KIN_NONE && shares_word(chosen->v[i]->stems, c->stems);
	}
	if (near > 1)
		return false;
	chosen->v[place] = c;
	chosen->n += place == chosen->n;
	chosen->people += c->kind == PHRASE_PERSON;
	return true;
}

/* What is too light for a tag may still fill up the line: a name, or a topic that people follow. */
static bool
may_fill(const struct choice *c)
{
	return c->score >= FILL && c->kind != PHRASE_PERSON && c->kind != PHRASE_PLACE &&
	    !is_passing(c) && !hashtag_is_role(c->text) && (is_followed(c->text) || hashtag_is_name(c->text));
}

void
hashtag_choose(const struct phrases *from, struct span title, size_t count,
    const struct hashtag_options *o, struct hashtags *to, struct arena *a)
{
	struct choice *v = ARENA_ARRAY(a, struct choice, from->n + 1);
	struct chosen chosen = { .v = ARENA_ARRAY(a, const struct choice *, count + 1) };

	weigh(from, title, v, a);
	qsort(v, from->n, sizeof(*v), compare);
	for (size_t i = 0; i < from->n; i++)
		v[i].tag = hashtag_is_dropped(v[i].tag, o) ? S("") : v[i].tag;
	for (size_t i = 0; i < from->n && chosen.n < count && v[i].score >= LEAST; i++)
		stands(&chosen, &v[i]);
	for (size_t i = 0; i < from->n && chosen.n < count; i++)
		if (v[i].score < LEAST && may_fill(&v[i]))
			stands(&chosen, &v[i]);
	for (size_t i = 0; i < chosen.n; i++)
		hashtag_add(chosen.v[i]->tag, o, to, a);
}

/* Each run of one to four words that the table holds, the longest at each place. */
void
hashtag_topics(struct span text, unsigned weight, struct phrases *to, struct arena *a)
{
	struct span rest = text, word, words, found;
	bool goes_on;

	while (span_word(&rest, &word)) {
		struct span ahead = rest, next = word;

		found = S("");
		for (size_t n = 1; n <= TOPIC_WORDS; n++) {
			words = span_between(word.s, next.s + next.n);
			while (words.n > 0 && !span_is_alnum(words.s[words.n - 1]))
				words.n--;
			goes_on = phrase_begins_topic(words);
			if ((goes_on || span_ends(words, S("s"))) && is_followed(words))
				found = words;
			if (!goes_on || !span_word(&ahead, &next))
				break;
		}
		if (found.n > 0 && (weight > 10 || span_words(found) > 1))
			ARENA_PUSH(a, to, ((struct phrase){ found, PHRASE_TOPIC, weight, 1 }));
	}
}
