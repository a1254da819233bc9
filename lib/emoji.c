/* SPDX-License-Identifier: ISC */
#include "emoji.h"

#include "emoji_part.h"

#include <string.h>

#define NAMES 64
/* Topics that a line may stand for, and more that tell what the words mean. */
#define TOPICS 3
#define MORE_TOPICS 6
#define LINES (2 * EMOJI_BATCH)
/* A line takes what the article is about when its own words are worth less than such a topic's
 * less this. */
#define FALLBACK 380
/* What the title has says little of one line; what the article is about says more. */
#define OF_TITLE (-150)
#define OF_TOPICS 40
/* A neutral mark. */
#define LAST (-400)

struct work {
	struct rec *r;
	const struct emoji_options *o;
	struct arena *arena;
	struct emoji_context context;
	struct emoji_line *line[LINES];
	struct emoji_hit topic_room[EMOJI_HITS], field_room[EMOJI_HITS];
	struct emoji_line topics, fields;
	struct emoji_line *title;
	struct arena scratch;
	struct emoji_board board;
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

/* A line's concepts; those of the first lines are looked for once. */
static struct emoji_line *
line_of(struct work *w, size_t at)
{
	struct emoji_line *l = at < LINES ? w->line[at] : NULL;
	struct emoji_hit room[EMOJI_HITS];

	if (l == NULL) {
		l = ARENA_ARRAY(w->arena, struct emoji_line, 1);
		emoji_match(l, room, emoji_strip(w->r->v[at].value), &w->context);
		l->hit = memcpy(ARENA_ARRAY(w->arena, struct emoji_hit, l->hits), room, l->hits * sizeof(*room));
		if (at < LINES)
			w->line[at] = l;
	}
	return l;
}

/* Lines that say what the caption is about; lead and call only repeat the title. */
static bool
is_telling(const struct work *w, size_t at)
{
	enum field f = w->r->v[at].field;

	return f == FIELD_TITLE || f == FIELD_HOOK || f == FIELD_BULLET || f == FIELD_KICKER;
}

/* The marks of last resort. */
static void
add_neutral(struct emoji_board *b)
{
	struct span rest = emoji_neutral(), e;

	for (int rank = 0; rank < EMOJI_NEUTRAL && span_word(&rest, &e); rank++)
		b->topic[b->topic_n++] = (struct emoji_candidate){ .emoji = e, .rank = rank, .score = LAST - rank };
}

/* So many topics, from the `first`, one after the other. */
static struct span
join_topics(const struct work *w, size_t first, size_t most)
{
	struct span text = S(""), value;
	size_t weight, n = 0;

	for (size_t i = rec_find(w->r, 0, FIELD_TOPIC); i < w->r->n && n < first + most;
	     i = rec_find(w->r, i + 1, FIELD_TOPIC), n++) {
		if (n < first)
			continue;
		value = w->r->v[i].value;
		rec_take_number(&value, &weight);
		text = arena_join(w->arena, text, value);
		text = arena_join(w->arena, text, S(". "));
	}
	return text;
}

/* What fields the caption is about. Where no emoji is chosen, and in a list, grammar says nothing. */
static void
learn_fields(struct work *w)
{
	struct emoji_hit room[EMOJI_HITS];
	struct emoji_line line;

	emoji_match(&w->topics, w->topic_room, join_topics(w, 0, TOPICS), &w->context);
	emoji_context_add(&w->context, &w->topics);
	emoji_match(&line, room, join_topics(w, TOPICS, MORE_TOPICS), &w->context);
	emoji_context_add(&w->context, &line);
	for (size_t i = 0; i < w->r->n && i < LINES; i++)
		if (w->r->v[i].field == FIELD_CONTEXT) {
			emoji_match(&line, room, w->r->v[i].value, &w->context);
			emoji_context_add(&w->context, &line);
		}
	w->context.scratch = &w->scratch;
	for (size_t i = 0; i < w->r->n && i < LINES; i++)
		if (is_telling(w, i))
			emoji_context_add(&w->context, line_of(w, i));
}

/* What a line gets that says little: topics, marks of the fields, neutral ones. */
static void
learn_topics(struct work *w)
{
	struct emoji_board *b = &w->board;

	emoji_sense(&w->topics, &w->context);
	b->topic_n = emoji_candidates(b->topic, EMOJI_TOPICS / 2, &w->topics, true);
	for (size_t i = 0; i < b->topic_n; i++)
		b->topic[i].score -= FALLBACK;
	emoji_field_hits(&w->fields, w->field_room, &w->context);
	b->topic_n += emoji_candidates(b->topic + b->topic_n, EMOJI_TOPICS - b->topic_n, &w->fields, true);
	add_neutral(b);
}

/* Bad news in the title or the hook makes the whole caption grave. */
static void
judge_tone(struct work *w)
{
	for (size_t i = 0; i < w->r->n && i < LINES; i++)
		if (w->r->v[i].field == FIELD_TITLE || w->r->v[i].field == FIELD_HOOK) {
			emoji_sense(line_of(w, i), &w->context);
			w->grave |= line_of(w, i)->grave;
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
is_of(const struct emoji_line *l, const struct emoji_hit *h)
{
	for (size_t i = 0; l != NULL && i < l->hits; i++)
		if (span_eq(l->hit[i].key, h->key))
			return true;
	return false;
}

static void
open_slot(struct work *w, size_t at, bool back)
{
	struct emoji_slot *s = &w->board.slot[w->board.slots++];
	struct emoji_line *line = line_of(w, at);
	struct emoji_candidate room[EMOJI_CANDIDATES];

	s->at = at;
	s->field = w->r->v[at].field;
	s->back = back;
	s->chosen = (struct emoji_candidate){ 0 };
	emoji_sense(line, &w->context);
	s->n = emoji_candidates(room, EMOJI_CANDIDATES, line, w->grave || line->grave);
	s->own = memcpy(ARENA_ARRAY(w->arena, struct emoji_candidate, s->n), room, s->n * sizeof(*room));
	if (s->field == FIELD_TITLE)
		w->title = line;
	for (size_t i = 0; s->field != FIELD_TITLE && i < s->n; i++)
		if (is_of(w->title, s->own[i].hit))
			s->own[i].score += OF_TITLE;
		else if (is_of(&w->topics, s->own[i].hit))
			s->own[i].score += OF_TOPICS;
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
static void
put_mark(struct work *w, size_t at)
{
	enum field f = w->r->v[at].field;
	struct span mark = emoji_mark(w->r, w->o, f);

	if (mark.n == 0)
		return;
	put(w, at, mark, false);
	emoji_set_add_all(&w->board.used, mark);
	emoji_explain(w->o, field_name(f), mark, NULL);
}

static void
start(struct work *w)
{
	size_t slots = 0;

	w->context.own = w->o->own;
	for (size_t i = 0; i < w->r->n; i++)
		slots += is_open(w, i) ? 1 + (w->r->v[i].field == FIELD_TITLE) : 0;
	emoji_board_init(&w->board, slots < EMOJI_BATCH ? slots : EMOJI_BATCH + 2, w->arena);
	emoji_set_add_all(&w->board.used, w->o->avoid);
	for (size_t i = 0; i < w->r->n; i++)
		if (w->r->v[i].field >= FIELD_TITLE && w->r->v[i].field <= FIELD_CALL)
			emoji_set_add_all(&w->board.used, w->r->v[i].value);
	learn_names(w);
	learn_fields(w);
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
	arena_free(&w.scratch);
}
