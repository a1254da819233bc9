/* SPDX-License-Identifier: ISC */
#include "emoji.h"

#include "emoji_part.h"

#define NAMES 64
#define TOPICS 8

struct work {
	struct rec *r;
	const struct emoji_options *o;
	struct arena *arena;
	struct emoji_context context;
	struct emoji_line topics; /* title and topics */
	struct emoji_board board;
	struct emoji_line *seen[2 * EMOJI_BATCH]; /* by line of the record: what it is about */
	bool take[FIELD_COUNT]; /* what the budget allows */
	bool title_back;
	bool grave;
};

static bool
has_emoji(struct span v)
{
	return emoji_prefix(v) > 0 || emoji_suffix(v) > 0;
}

static bool
is_open(const struct work *w, size_t i)
{
	enum field f = w->r->v[i].field;

	return (f == FIELD_TITLE || (f >= FIELD_HOOK && f <= FIELD_CALL && f != FIELD_CONTEXT)) &&
	       !has_emoji(w->r->v[i].value);
}

/* The words of people's names, which mean nothing else. */
static void
learn_names(struct work *w)
{
	struct span *v = ARENA_ARRAY(w->arena, struct span, NAMES), value, word;
	size_t weight;

	w->context.name = v;
	for (size_t i = rec_find(w->r, 0, FIELD_PERSON); i < w->r->n;
	     i = rec_find(w->r, i + 1, FIELD_PERSON)) {
		value = w->r->v[i].value;
		rec_take_number(&value, &weight);
		while (w->context.names < NAMES && span_word(&value, &word))
			v[w->context.names++] = word;
	}
}

/* What a line of the record is about, as far as the fields are known now. Words are looked up once. */
static void
match(struct work *w, size_t i, struct emoji_line *l)
{
	if (i >= sizeof(w->seen) / sizeof(w->seen[0])) {
		emoji_match(l, w->r->v[i].value, &w->context);
		return;
	}
	if (w->seen[i] == NULL) {
		w->seen[i] = ARENA_NEW(w->arena, struct emoji_line);
		emoji_match(w->seen[i], w->r->v[i].value, &w->context);
	}
	*l = *w->seen[i];
	emoji_settle(l, &w->context);
}

/* Title and topics, first without a sense of the subject, then with it. */
static void
learn_topics(struct work *w)
{
	struct span text = emoji_strip(rec_value(w->r, FIELD_TITLE)), value;
	struct emoji_line line;
	size_t weight, n = 0;

	for (size_t i = rec_find(w->r, 0, FIELD_TOPIC); i < w->r->n && n < TOPICS;
	     i = rec_find(w->r, i + 1, FIELD_TOPIC), n++) {
		value = w->r->v[i].value;
		rec_take_number(&value, &weight);
		text = arena_join(w->arena, text, S(". "));
		text = arena_join(w->arena, text, value);
	}
	for (size_t i = 0; i < w->r->n && i < 2 * EMOJI_BATCH; i++)
		if (w->r->v[i].field >= FIELD_HOOK && w->r->v[i].field <= FIELD_CALL) {
			match(w, i, &line);
			emoji_context_add(&w->context, &line);
		}
	emoji_match(&w->topics, text, &w->context);
	emoji_context_add(&w->context, &w->topics);
	emoji_settle(&w->topics, &w->context);
	w->board.topic_n = emoji_candidates(w->board.topic, &w->topics, false);
}

/* Bad news in the title or the hook makes the whole caption grave. */
static void
judge_tone(struct work *w)
{
	static const enum field loud[] = { FIELD_TITLE, FIELD_HOOK };
	struct emoji_line line;

	for (size_t i = 0; i < sizeof(loud) / sizeof(loud[0]); i++) {
		size_t at = rec_find(w->r, 0, loud[i]);

		if (at == w->r->n)
			continue;
		match(w, at, &line);
		w->grave |= line.grave;
	}
}

/* What the house format has, or by what matters most: bullets get all or none, since some with a
 * mark and some without look like a mistake. */
static void
spend(struct work *w)
{
	static const enum field order[] = { FIELD_TITLE, FIELD_BULLET, FIELD_CALL, FIELD_LEAD,
		FIELD_HOOK, FIELD_UNKNOWN, FIELD_KICKER };
	size_t count[FIELD_COUNT] = { 0 }, left = (size_t)w->o->max;

	w->title_back = true;
	for (size_t i = 0; i < w->r->n; i++) {
		count[w->r->v[i].field] += is_open(w, i);
		if (w->r->v[i].field >= FIELD_TITLE && w->r->v[i].field <= FIELD_CALL &&
		    !is_open(w, i) && has_emoji(w->r->v[i].value))
			left -= left > 0;
	}
	count[FIELD_UNKNOWN] = count[FIELD_TITLE];
	for (size_t i = 0; i < sizeof(order) / sizeof(order[0]); i++) {
		bool fits = w->o->max < 0 || count[order[i]] <= left;

		w->take[order[i]] = fits;
		if (fits && w->o->max >= 0)
			left -= count[order[i]];
	}
	w->title_back = w->take[FIELD_UNKNOWN];
	w->take[FIELD_UNKNOWN] = false;
}

static bool
is_of_title(const struct work *w, const struct emoji_hit *h)
{
	for (size_t i = 0; i < w->topics.hits; i++)
		if (span_eq(w->topics.hit[i].key, h->key))
			return true;
	return false;
}

static void
open_slot(struct work *w, size_t at, bool back)
{
	struct emoji_slot *s = &w->board.slot[w->board.slots++];

	s->at = at;
	s->field = w->r->v[at].field;
	s->back = back;
	s->chosen = (struct emoji_candidate){ 0 };
	match(w, at, &s->line);
	s->n = emoji_candidates(s->own, &s->line, w->grave || s->line.grave);
	/* What the title is about says little of one line. */
	for (size_t i = 0; s->field != FIELD_TITLE && i < s->n; i++)
		if (is_of_title(w, s->own[i].hit))
			s->own[i].score -= 180;
}

/* The title begins with what it names first. */
static void
order_title(struct emoji_slot *front, struct emoji_slot *back)
{
	struct emoji_candidate c = front->chosen;
	const struct emoji_hit *x = c.hit, *y = back->chosen.hit;

	if (front->field != FIELD_TITLE || front->at != back->at)
		return;
	if (y == NULL || (x != NULL && x->at <= y->at))
		return;
	front->chosen = back->chosen;
	back->chosen = c;
}

static void
put(struct work *w, size_t at, struct span emoji, bool back)
{
	struct span v = w->r->v[at].value, blank = S(" ");

	v = back ? arena_join(w->arena, arena_join(w->arena, v, blank), emoji)
		 : arena_join(w->arena, arena_join(w->arena, emoji, blank), v);
	rec_set(w->r, at, v);
}

static void
close_slots(struct work *w)
{
	struct emoji_board *b = &w->board;

	emoji_assign(b);
	for (size_t i = 0; i + 1 < b->slots; i++)
		order_title(&b->slot[i], &b->slot[i + 1]);
	for (size_t i = 0; i < b->slots; i++) {
		struct emoji_slot *s = &b->slot[i];

		if (s->chosen.emoji.n == 0)
			continue;
		put(w, s->at, s->chosen.emoji, s->back);
		emoji_explain(w->o, field_name(s->field), s->chosen.emoji, &s->chosen);
	}
	b->slots = 0;
}

/* Lines with a standing mark: they need no choice, and their mark is not chosen for another. */
static bool
put_mark(struct work *w, size_t at)
{
	enum field f = w->r->v[at].field;
	struct span mark = f == FIELD_BULLET ? w->o->mark : emoji_mark(w->r, w->o, f);

	if (mark.n == 0)
		return false;
	put(w, at, mark, false);
	emoji_set_add_all(&w->board.used, mark);
	emoji_explain(w->o, field_name(f), mark, NULL);
	return true;
}

static void
start(struct work *w)
{
	emoji_board_init(&w->board, w->arena);
	w->context.own = w->o->own;
	emoji_set_add_all(&w->board.used, w->o->avoid);
	for (size_t i = 0; i < w->r->n; i++)
		if (w->r->v[i].field >= FIELD_TITLE && w->r->v[i].field <= FIELD_CALL)
			emoji_set_add_all(&w->board.used, w->r->v[i].value);
	learn_names(w);
	learn_topics(w);
	judge_tone(w);
	spend(w);
}

void
emoji_record(struct rec *r, const struct emoji_options *o)
{
	struct work w = { .r = r, .o = o, .arena = r->arena };

	start(&w);
	for (size_t i = 0; i < r->n; i++)
		if (is_open(&w, i) && w.take[r->v[i].field])
			put_mark(&w, i);
	for (size_t i = 0; i < r->n; i++) {
		enum field f = r->v[i].field;

		if (!is_open(&w, i) || !w.take[f])
			continue;
		open_slot(&w, i, f == FIELD_HOOK);
		if (f == FIELD_TITLE && w.title_back)
			open_slot(&w, i, true);
		if (w.board.slots >= EMOJI_BATCH)
			close_slots(&w);
	}
	close_slots(&w);
}
