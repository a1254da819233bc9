/* SPDX-License-Identifier: ISC */
#include "salience.h"

#include "buf.h"
#include "tab.h"
#include "tag.h"
#include "vocab.h"

extern const struct tab tab_cue;

#define CUE_WORDS 4 /* the longest cue */
#define NO_STEM UINT32_MAX
#define ORPHAN (-150) /* the cues of a sentence that needs another one */

struct ranking {
	struct sentence *v;
	size_t n;
	struct arena *arena;
	struct vocab *vocab;
	size_t stems;     /* how many stems the sentences have: the length of the arrays by stem */
	unsigned *weight; /* of each stem: in how many sentences, and how much it tells */
	unsigned char *info; /* of each stem: a stem tells as much as its most common form */
	bool *title;      /* does the stem stand in the title? */
	size_t *seen;     /* the sentence that had the stem last, plus 1 */
	size_t titles;    /* how many stems the title has */
	unsigned *topic;
	uint16_t *cue;    /* of each word: the row of the cue that it is or begins, plus 1; 0: none */
	struct buf text;  /* room to put the words of a cue together */
};

/* The stem of a token; NO_STEM when it tells nothing. */
static uint32_t
stem_of(const struct ranking *r, const struct token *t)
{
	const struct vocab_word *w = vocab_word(r->vocab, t->word);
	bool tells = (t->kind == TOKEN_WORD || t->kind == TOKEN_NUMBER) && w->class != 'f' && w->class != 'v'
	    && (unsigned char)t->text.s[0] != 0xE2;

	return tells ? w->stem : NO_STEM;
}

/* Makes the arrays as long as they need to be. */
static void
make_room(struct ranking *r)
{
	r->stems = vocab_stems(r->vocab);
	r->weight = ARENA_ARRAY(r->arena, unsigned, r->stems);
	r->topic = ARENA_ARRAY(r->arena, unsigned, r->stems);
	r->title = ARENA_ARRAY(r->arena, bool, r->stems);
	r->seen = ARENA_ARRAY(r->arena, size_t, r->stems);
	r->info = ARENA_ARRAY(r->arena, unsigned char, r->stems);
	r->cue = ARENA_ARRAY(r->arena, uint16_t, vocab_words(r->vocab));
}

static struct span
low_text(const struct ranking *r, uint32_t word)
{
	return vocab_word(r->vocab, vocab_word(r->vocab, word)->low)->text;
}

static void
read_words(struct ranking *r)
{
	unsigned char info;
	uint32_t stem;

	for (uint32_t i = 0; i < vocab_words(r->vocab); i++)
		r->cue[i] = (uint16_t)(vocab_row(r->vocab, vocab_word(r->vocab, i)->low, &tab_cue) + 1);
	for (size_t i = 0; i < r->n; i++) {
		const struct tokens *t = &r->v[i].tokens;

		for (size_t j = 0; j < t->n; j++) {
			stem = stem_of(r, &t->v[j]);
			info = vocab_word(r->vocab, t->v[j].word)->info;
			if (stem != NO_STEM && (r->info[stem] == 0 || info < r->info[stem]))
				r->info[stem] = info;
		}
	}
}

static void
weigh_words(struct ranking *r)
{
	uint32_t stem;

	for (size_t i = 0; i < r->n; i++) {
		for (size_t j = 0; j < r->v[i].tokens.n; j++) {
			stem = stem_of(r, &r->v[i].tokens.v[j]);
			if (stem == NO_STEM)
				continue;
			if (r->v[i].role == ROLE_TITLE && !r->title[stem]) {
				r->title[stem] = true;
				r->titles++;
			}
			r->weight[stem] += r->seen[stem] != i + 1;
			r->seen[stem] = i + 1;
		}
	}
	for (stem = 0; stem < r->stems; stem++) {
		r->weight[stem] = vocab_log(r->weight[stem]) * r->info[stem];
		r->seen[stem] = 0;
	}
}

static void
weigh_topics(struct ranking *r, const struct phrases *topics)
{
	size_t most = topics->n < 12 ? topics->n : 12;
	struct span rest, word;
	uint32_t stem;

	for (size_t i = 0; i < most; i++) {
		rest = topics->v[i].text;
		while (span_word(&rest, &word)) {
			if (vocab_class(word) == 'f')
				continue;
			stem = vocab_word(r->vocab, vocab_add(r->vocab, word))->stem;
			/* A word that no sentence has becomes a stem only now. */
			if (stem < r->stems && r->topic[stem] < topics->v[i].weight)
				r->topic[stem] = topics->v[i].weight;
		}
	}
}

/* What the words of the sentence carry, each counted once. */
static long
score_words(struct ranking *r, size_t at)
{
	const struct sentence *s = &r->v[at];
	long sum = 0, topic = 0;
	size_t title = 0, words = 0;

	for (size_t i = 0; i < s->tokens.n; i++) {
		uint32_t stem = stem_of(r, &s->tokens.v[i]);

		words += s->tokens.v[i].kind == TOKEN_WORD;
		if (stem == NO_STEM || r->seen[stem] == at + 1)
			continue;
		r->seen[stem] = at + 1;
		sum += r->weight[stem];
		topic += r->topic[stem];
		title += r->title[stem];
	}
	sum = sum / (long)(words + 20) * 4;
	if (r->titles > 0)
		sum += (long)(title * 500 / r->titles);
	return sum + (topic < 300 ? topic : 300);
}

/* The first sentences tell the news or the aim; the first of a paragraph what the others bear out. */
static long
score_place(const struct ranking *r, size_t at, size_t index)
{
	long s = 0;

	if (index < 8)
		s += 200 - 25 * (long)index;
	if (at > 0 && r->v[at - 1].block != r->v[at].block)
		s += 200;
	return s;
}

/* What the cue of that row weighs, where it may stand. */
static long
cue_weight(size_t row, bool open, long otherwise)
{
	struct span place = tab_cell(&tab_cue, row, 1), value = tab_cell(&tab_cue, row, 2);
	size_t weight;

	if (span_eq(place, S("begin")) || (span_eq(place, S("open")) && !open))
		return otherwise;
	span_uint(span_from(value, value.s[0] == '-'), &weight);
	return value.s[0] == '-' ? -(long)weight : (long)weight;
}

/* The longest cue that begins at a word which is one or begins one. */
static long
cue_at(struct ranking *r, const struct token *v, size_t n, bool open)
{
	size_t row = r->cue[v[0].word] - (size_t)1;
	long found = cue_weight(row, open, 0);

	buf_cut(&r->text, 0);
	buf_add(&r->text, low_text(r, v[0].word));
	for (size_t i = 1; i < n && i < CUE_WORDS && tab_has_longer(&tab_cue, row); i++) {
		if (!v[i].glued)
			buf_char(&r->text, ' ');
		buf_add(&r->text, low_text(r, v[i].word));
		row = tab_find(&tab_cue, buf_view(&r->text));
		if (row == TAB_NONE)
			break;
		found = cue_weight(row, open, found);
	}
	return found;
}

static long
score_cues(struct ranking *r, const struct sentence *s)
{
	const struct token *v = s->tokens.v;
	long sum = 0, cue;

	for (size_t i = 0; i < s->tokens.n; i++) {
		cue = r->cue[v[i].word] != 0 ? cue_at(r, v + i, s->tokens.n - i, i == 0) : 0;
		if (cue <= -1000)
			return cue;
		sum += cue;
	}
	return sum < 150 ? sum : 150;
}

/* Too short, too long, a question, no verb, the writer's own doings; what to do is the heart of a
 * paragraph that tells how to do it. */
static long
score_shape(const struct sentence *s)
{
	size_t words = 0, verbs = 0, first = 0;
	long sum = 0;

	for (size_t i = 0; i < s->tokens.n; i++) {
		enum tag_upos u = tag_upos(&s->tokens.v[i]);

		words += s->tokens.v[i].kind == TOKEN_WORD || s->tokens.v[i].kind == TOKEN_NUMBER;
		verbs += u == UPOS_VERB || u == UPOS_AUX;
		first += span_eq(s->tokens.v[i].text, S("I")) || span_same(s->tokens.v[i].text, S("you"));
	}
	sum -= words < 8 ? (8 - (long)words) * 60 : 0;
	sum -= words > 35 ? ((long)words - 35) * 8 : 0;
	sum -= span_ends(s->text, S("?")) ? 250 : 0;
	sum -= verbs == 0 ? 250 : 0;
	sum -= first > 0 ? 150 : 0;
	sum += s->tokens.n > 0 && tag_xpos(&s->tokens.v[0]) == XPOS_VB ? 120 : 0;
	return sum;
}

void
salience_rank(struct sentence *v, size_t n, struct vocab *vocab, const struct phrases *topics,
    struct arena *a)
{
	struct ranking r = { .v = v, .n = n, .arena = a, .vocab = vocab };
	size_t index = 0;
	long s, cue, place;

	make_room(&r);
	read_words(&r);
	weigh_words(&r);
	weigh_topics(&r, topics);
	for (size_t i = 0; i < n; i++) {
		v[i].weight = 0;
		if (phrase_is_headline(&v[i]))
			continue;
		cue = score_cues(&r, &v[i]);
		s = score_words(&r, i) + cue + score_shape(&v[i]);
		place = score_place(&r, i, index++);
		/* What leans on the sentence before it has no place of its own. */
		s += cue <= ORPHAN && place > 40 ? 40 : place;
		if (cue > -1000 && s > 0)
			v[i].weight = s * 5 / 8 < 1000 ? (unsigned)(s * 5 / 8) : 1000;
	}
	buf_free(&r.text);
}
