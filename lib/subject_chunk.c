/* SPDX-License-Identifier: ISC */
#include "subject_part.h"

#include "list.h"
#include "utf8.h"

enum {
	CHUNK_LEAST = 9, /* characters */
	CHUNK_MOST = 60,
	CHUNK_WORDS = 7,
	CHUNK_WORTH = 30 /* the weight of its topics */
};

/* A noun phrase of the title. */
struct chunk {
	size_t from, to; /* its words, without an article */
	bool known;      /* "the", "our" or a possessor stood before it */
};

/* "Air and Space Museum": inside a name. */
static bool
joins_names(const struct words *w, size_t at)
{
	return w->v[at].letter == 'K' && at > 0 && at + 1 < w->n && w->v[at - 1].letter == 'P' && w->v[at + 1].letter == 'P'
	    && words_is_capital(&w->v[at + 1]);
}

/* "How Can Civic Hacking Help ...?": the verb of a question, which the tagger may take for a noun. */
static bool
is_asked(const struct words *w, size_t at)
{
	return w->v[0].letter == 'W' && at > 1
	    && span_listed(list_named(S("asked")), w->v[at].token.text);
}

/* The noun phrase that begins at word `at`; empty where none does. */
static struct chunk
chunk_at(const struct words *w, size_t at)
{
	struct chunk c = { .from = at, .to = at };
	size_t i = at;

	if (span_listed(list_named(S("vague")), w->v[at].token.text))
		return c;
	c.known = at > 0 && span_listed(S("the|its|this"), w->v[at - 1].token.text);
	while (i < w->n && i < at + CHUNK_WORDS && !is_asked(w, i) && (span_has(S("JNPYS"), w->v[i].letter) || joins_names(w, i))) {
		i++;
		if (span_has(S("NPY"), w->v[i - 1].letter))
			c.to = i;
	}
	return c;
}

/* The weights of the topics that it holds. */
static size_t
worth(const struct rec *r, struct span text)
{
	size_t sum = 0, weight;

	for (size_t i = rec_find(r, 0, FIELD_TOPIC); i < r->n; i = rec_find(r, i + 1, FIELD_TOPIC)) {
		struct span topic = r->v[i].value;

		if (rec_take_number(&topic, &weight) && span_find_same(text, topic) < text.n)
			sum += weight;
	}
	return sum;
}

struct span
subject_chunk(const struct rec *r, const struct words *title, bool *known)
{
	struct span best = S("");
	size_t most = CHUNK_WORTH;

	for (size_t i = 0; i < title->n; i++) {
		struct chunk c = chunk_at(title, i);
		struct span text = words_text(title, c.from, c.to);
		size_t sum = worth(r, text), n = utf8_count(text);

		if (sum > most && n <= CHUNK_MOST) {
			most = sum;
			best = c.to > c.from + 1 && n >= CHUNK_LEAST ? text : S("");
			*known = c.known;
		}
		i = c.to > i ? c.to : i;
	}
	return best;
}
