/* SPDX-License-Identifier: ISC */
#include "subject_part.h"

#include "utf8.h"

enum {
	TOPIC_MOST = 28,   /* characters of {Topic} */
	TOPIC_WORDS = 3,
	PHRASE_LEAST = 20, /* the weight of a phrase of the title */
	TOPIC_LEAST = 35,  /* the weight of one word that stands for the subject */
};

static struct span
topic_at(const struct rec *r, size_t i, size_t *weight)
{
	struct span value = r->v[i].value;

	return rec_take_number(&value, weight) ? value : S("");
}

struct span
subject_topic(const struct rec *r, size_t nth)
{
	struct span first = S("");
	size_t weight;

	for (size_t i = rec_find(r, 0, FIELD_TOPIC); i < r->n; i = rec_find(r, i + 1, FIELD_TOPIC)) {
		struct span value = topic_at(r, i, &weight);

		if (value.n == 0 || utf8_count(value) > TOPIC_MOST || span_words(value) > TOPIC_WORDS)
			continue;
		if (first.n > 0 && (span_find_same(first, value) < first.n || span_find_same(value, first) < value.n))
			continue;
		if (nth-- == 0)
			return value;
		first = value;
	}
	return S("");
}

/* The best topic of two or three words that the title names; empty without one. */
static struct span
title_phrase(const struct sources *all, const struct rec *r)
{
	struct span best = S(""), value;
	size_t most = PHRASE_LEAST - 1, weight;

	for (size_t i = rec_find(r, 0, FIELD_TOPIC); i < r->n; i = rec_find(r, i + 1, FIELD_TOPIC)) {
		value = topic_at(r, i, &weight);
		if (weight > most && utf8_count(value) <= TOPIC_MOST && span_words(value) > 1 && span_words(value) <= TOPIC_WORDS
		    && span_find_same(all->title, value) < all->title.n) {
			most = weight;
			best = value;
		}
	}
	return best;
}

struct span
subject_of_title(const struct sources *all, const struct rec *r)
{
	struct span phrase = title_phrase(all, r), value;
	size_t weight;

	if (phrase.n > 0)
		return phrase;
	for (size_t i = rec_find(r, 0, FIELD_TOPIC); i < r->n; i = rec_find(r, i + 1, FIELD_TOPIC)) {
		value = topic_at(r, i, &weight);
		if (span_words(value) == 1 && weight >= TOPIC_LEAST && span_find_same(all->title, value) < all->title.n
		    && (phrase_topic(value) == 't' || span_is_upper(value.s[0])))
			return value;
	}
	return subject_topic(r, 0);
}

struct span
subject_best(const struct sources *all, const struct rec *r)
{
	struct span best = S(""), value, phrase = title_phrase(all, r);
	size_t most = 0, weight;

	for (size_t i = rec_find(r, 0, FIELD_TOPIC); i < r->n; i = rec_find(r, i + 1, FIELD_TOPIC)) {
		value = topic_at(r, i, &weight);
		if (value.n == 0 || utf8_count(value) > TOPIC_MOST || span_words(value) > TOPIC_WORDS)
			continue;
		if (span_words(value) > 1)
			weight += weight / 2;
		if (weight > most) {
			most = weight;
			best = value;
		}
	}
	return span_find_same(phrase, best) < phrase.n ? phrase : best;
}

bool
subject_is_on(const struct rec *r, struct span text)
{
	size_t n = 0, weight;

	for (size_t i = rec_find(r, 0, FIELD_TOPIC); i < r->n && n < 6; i = rec_find(r, i + 1, FIELD_TOPIC), n++)
		if (span_find_same(text, topic_at(r, i, &weight)) < text.n)
			return true;
	return n == 0;
}
