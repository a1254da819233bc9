/* SPDX-License-Identifier: ISC */
/* Emojis for plain text: one pass over the lines, each choice the best that is still free. */
#include "emoji_part.h"

#include <string.h>

/* So much of a line says what it is about. */
#define LOOK 240
#define LONGEST_TITLE 100
/* When so many lines in a row find every emoji taken, the rest of the text is left alone. */
#define PATIENCE 64

struct walk {
	const struct emoji_options *o;
	struct buf *out;
	struct emoji_set used;
	struct emoji_context context;
	struct span follow; /* the profile's line, which stands as it is */
	struct span rest;   /* what follows the line in hand */
	size_t left;	    /* emojis that may yet be put */
	size_t failed;	    /* lines in a row for which none was left */
	bool fenced, front; /* inside a fence of code, inside front matter */
	bool titled;	    /* the place of the title is past */
	bool inside;	    /* a paragraph goes on */
	bool lead, call;    /* their marks are spent */
	bool grave;
};

/* The `[x] ` of a task, after its list marker. */
static size_t
task_length(struct span v)
{
	bool task = v.n > 3 && v.s[0] == '[' && strchr(" xX", v.s[1]) != NULL && v.s[2] == ']' && v.s[3] == ' ';

	return task ? 3 + span_indent(span_from(v, 3)) : 0;
}

/* The length of `- `, `* `, `+ `, a bullet, or `12. ` at the start, with a task's box; 0 without one. */
static size_t
marker_length(struct span v)
{
	static const struct span dots[] = { SPAN("\342\200\242"), SPAN("\342\227\217"),
		SPAN("\302\267") };
	size_t n = 0;

	for (size_t i = 0; i < sizeof(dots) / sizeof(dots[0]); i++)
		if (span_starts(v, dots[i]))
			n = dots[i].n;
	if (n == 0 && v.n > 0 && strchr("-*+", v.s[0]) != NULL && v.s[0] != '\0')
		n = 1;
	if (n == 0) {
		while (n < v.n && n < 4 && span_is_digit(v.s[n]))
			n++;
		n = n > 0 && n < v.n && (v.s[n] == '.' || v.s[n] == ')') ? n + 1 : 0;
	}
	if (n == 0 || n == v.n || !span_is_space(v.s[n]))
		return 0;
	n += span_indent(span_from(v, n));
	return n + task_length(span_from(v, n));
}

/* `---`, `***`, `===` and the like. */
static bool
is_rule(struct span v)
{
	size_t n = 0;

	if (v.n < 3 || strchr("-*_=~", v.s[0]) == NULL)
		return false;
	while (n < v.n && (v.s[n] == v.s[0] || v.s[n] == ' '))
		n++;
	return n == v.n;
}

/* The first line of a table without bars at its sides: `--- | ---` comes below it. */
static bool
heads_table(struct span v, struct span below)
{
	struct span line = S("");

	if (!span_has(v, '|') || !span_next(&below, '\n', &line) || !span_has(line, '|') || !span_has(line, '-'))
		return false;
	line = span_trim(line);
	for (size_t i = 0; i < line.n; i++)
		if (line.s[i] == '\0' || strchr("|-: \t", line.s[i]) == NULL)
			return false;
	return true;
}

static bool
is_fence(struct span v)
{
	return span_starts(v, S("```")) || span_starts(v, S("~~~"));
}

/* Code, quotes, tables, markup, hashtags, headings below the title, a URL on its own. */
static bool
is_other(struct span line, struct span v)
{
	size_t blank = span_find_char(v, 0, ' ');

	if (line.s[0] == '\t' || span_starts(line, S("    ")))
		return true;
	if (strchr(">|<#", v.s[0]) != NULL || is_rule(v))
		return true;
	return blank == v.n && (span_find(v, 0, S("://")) < v.n || span_starts(v, S("www.")));
}

static void
put_line(struct walk *w, struct span line)
{
	buf_add(w->out, line);
	buf_char(w->out, '\n');
}

/* The best that is free, of another concept than `not`; NULL when all are taken. */
static const struct emoji_candidate *
best_of(
    const struct walk *w, const struct emoji_candidate *v, size_t n, const struct emoji_hit * not )
{
	const struct emoji_candidate *best = NULL;

	for (size_t i = 0; i < n; i++)
		if ((not == NULL || v[i].hit != not ) &&
		    (best == NULL || v[i].score > best->score) &&
		    !emoji_set_has(&w->used, v[i].emoji))
			best = &v[i];
	return best;
}

/* One for the line, of another concept than *not if it can be; the empty span when all are taken.
 */
static struct span
choose(struct walk *w, const struct emoji_line *l, const struct emoji_hit * * not )
{
	struct emoji_candidate v[EMOJI_CANDIDATES], neutral = { 0 };
	size_t n = emoji_candidates(v, EMOJI_CANDIDATES, l, w->grave || l->grave);
	const struct emoji_candidate *best = best_of(w, v, n, *not );
	struct span rest = emoji_neutral();

	if (best == NULL)
		best = best_of(w, v, n, NULL);
	while (best == NULL && span_word(&rest, &neutral.emoji))
		if (!emoji_set_has(&w->used, neutral.emoji))
			best = &neutral;
	if (best == NULL)
		return S("");
	*not = best->hit;
	emoji_set_add(&w->used, best->emoji);
	emoji_explain(w->o, S("text"), best->emoji, best);
	return best->emoji;
}

static struct span
mark_of(struct walk *w, struct span v, bool *spent, enum field f)
{
	struct span mark = emoji_mark(NULL, w->o, f);

	if (*spent || emoji_set_has(&w->used, mark))
		return S("");
	if (f == FIELD_LEAD ? !span_ends(v, S(":")) : span_find(v, 0, S("://")) == v.n)
		return S("");
	*spent = true;
	emoji_set_add(&w->used, mark);
	emoji_explain(w->o, field_name(f), mark, NULL);
	return mark;
}

/* One line, its marker written already: emoji, blank, text, and the second emoji of a title. */
static void
decorate(struct walk *w, struct span v, bool title, bool item)
{
	const struct emoji_hit *hit = NULL;
	struct emoji_hit room[EMOJI_HITS];
	struct emoji_line l;
	struct span e = S(""), second = S("");

	if (w->left == 0 || w->failed > PATIENCE || emoji_find(v, 0) < v.n) {
		put_line(w, v);
		return;
	}
	if (!title && !item && (e = mark_of(w, v, &w->lead, FIELD_LEAD)).n == 0)
		e = mark_of(w, v, &w->call, FIELD_CALL);
	if (item)
		e = emoji_mark(NULL, w->o, FIELD_BULLET);
	if (e.n == 0) {
		emoji_match(&l, room, span_head(v, LOOK), &w->context);
		emoji_context_add(&w->context, &l);
		emoji_sense(&l, &w->context);
		w->grave |= title && l.grave;
		e = choose(w, &l, &hit);
		if (title && w->left > 1)
			second = choose(w, &l, &hit);
		w->failed = e.n > 0 ? 0 : w->failed + 1;
	}
	w->left -= (e.n > 0) + (second.n > 0);
	buf_add(w->out, e);
	buf_str(w->out, e.n > 0 ? " " : "");
	buf_add(w->out, v);
	buf_str(w->out, second.n > 0 ? " " : "");
	buf_add(w->out, second);
	buf_char(w->out, '\n');
}

/* A first line that stands alone, is short, and is no sentence. */
static bool
is_title(const struct walk *w, struct span v)
{
	struct span rest = w->rest, next = S("");

	v = emoji_strip(v);
	if (w->titled || v.n == 0 || v.n > LONGEST_TITLE || strchr(".:;,", v.s[v.n - 1]) != NULL)
		return false;
	return !span_next(&rest, '\n', &next) || span_trim(next).n == 0;
}

/* Lines that are passed by as they are; they may begin or end such a stretch. */
static bool
is_passed(struct walk *w, struct span line, struct span v, size_t number)
{
	if (w->front || (number == 1 && span_eq(v, S("---")))) {
		w->front = number == 1 || !(span_eq(v, S("---")) || span_eq(v, S("...")));
		return true;
	}
	if (is_fence(v))
		w->fenced = !w->fenced;
	return w->fenced || is_fence(v) || is_other(line, v);
}

static void
walk_line(struct walk *w, struct span line, size_t number)
{
	struct span v = span_trim(line);
	size_t indent = span_indent(line), marker;
	bool inside = w->inside;

	w->inside = false;
	if (v.n == 0) {
		put_line(w, line);
		return;
	}
	if (!w->titled && !w->fenced && !w->front && span_starts(v, S("# "))) {
		buf_str(w->out, "# ");
		decorate(w, span_ltrim(span_from(v, 2)), true, false);
		w->titled = true;
		return;
	}
	marker = w->fenced || w->front ? 0 : marker_length(v);
	if ((marker == 0 || is_rule(v)) && is_passed(w, line, v, number)) {
		put_line(w, line);
		w->inside = inside;
		return;
	}
	w->inside = true;
	if (marker == 0 && (inside || heads_table(v, w->rest) || span_eq(v, w->follow))) {
		put_line(w, line);
		return;
	}
	buf_add(w->out, span_head(line, indent + marker));
	decorate(w, span_from(line, indent + marker), marker == 0 && is_title(w, v), marker > 0);
	w->titled = true;
}

void
emoji_text(struct span text, struct buf *out, const struct emoji_options *o)
{
	struct arena arena = { 0 }, scratch = { 0 };
	struct walk w = { .o = o, .out = out, .rest = text, .left = (size_t)-1 };
	struct span line;
	size_t number = 0;

	w.used.arena = &arena;
	if (o->profile != NULL)
		w.follow = rec_value(o->profile, FIELD_FOLLOW);
	w.context.own = o->own;
	w.context.scratch = &scratch;
	emoji_set_add_all(&w.used, text);
	if (o->max >= 0)
		w.left = (size_t)o->max > w.used.n ? (size_t)o->max - w.used.n : 0;
	emoji_set_add_all(&w.used, o->avoid);
	while (span_next(&w.rest, '\n', &line))
		walk_line(&w, line, ++number);
	/* The last line had no newline, or was the empty one after it. */
	if (out->n > 0)
		buf_cut(out, out->n - 1);
	arena_free(&arena);
	arena_free(&scratch);
}
