/* SPDX-License-Identifier: ISC */
#include "dash_part.h"

#include <string.h>

static const char *const names[DASH_ROLES] = {
	"none", "pair", "nested", "tail", "explain", "list", "list-before", "label", "clauses",
	"correlative", "break", "attribution", "cutoff", "salutation", "range", "cell",
};

static const char *const puts_[] = {
	[DASH_PUT_NOTHING] = "",
	[DASH_PUT_COMMA] = ",",
	[DASH_PUT_COLON] = ":",
	[DASH_PUT_SEMICOLON] = ";",
	[DASH_PUT_STOP] = ".",
	[DASH_PUT_OPEN] = " (",
	[DASH_PUT_CLOSE] = ")",
	[DASH_PUT_CLOSE_COMMA] = "),",
	[DASH_PUT_DOTS] = "...",
	[DASH_PUT_EN] = "\xE2\x80\x93",
	[DASH_PUT_MINUS] = "-",
};

const char *
dash_role_name(enum dash_role r)
{
	return names[r];
}

/* A line end beside the dash is kept, and comes after the mark that is put. */
static void
take_line_end(struct span text, struct dash_mark *m)
{
	size_t n, at = m->from;

	if (at > 0 && text.s[at - 1] == '\n' && m->role == DASH_TAIL) {
		at -= at > 1 && text.s[at - 2] == '\r' ? 2 : 1;
		while ((n = dash_blank_before(text, at)) > 0)
			at -= n;
		if (dash_char_before(text, at, &n) < DASH_CHAR_MONEY
		    && dash_char_before(text, at, &n) != DASH_CHAR_END && at > 0 && text.s[at - 1] != '\n'
		    && span_is_lower(text.s[m->to < text.n ? m->to : at]))
			m->from = at;
		return;
	}
	at = m->to;
	at += at + 1 < text.n && text.s[at] == '\r';
	if (at < text.n && text.s[at] == '\n' && !dash_blank_line(text, at + 1)) {
		for (at++; (n = dash_blank_at(text, at)) > 0; at += n)
			continue;
		if (at < text.n && strchr("#*+|->0123456789", text.s[at]) == NULL)
			m->to = at;
	}
}

/* What stands between two words in place of the dash and its blanks. */
static void
add_gap(struct span text, const struct dash_mark *m, struct buf *out)
{
	struct span before = span_between(text.s + m->from, text.s + m->at);
	struct span after = span_between(text.s + m->end, text.s + m->to);
	size_t at;

	if ((at = span_find_char(before, 0, '\n')) < before.n)
		buf_add(out, span_from(before, at > 0 && before.s[at - 1] == '\r' ? at - 1 : at));
	else if ((at = span_find_char(after, 0, '\n')) < after.n)
		buf_add(out, span_from(after, at > 0 && after.s[at - 1] == '\r' ? at - 1 : at));
	else if (m->put != DASH_PUT_OPEN && !m->joined)
		buf_char(out, ' ');
}

void
dash_count_to(struct dash_run *run, struct span text, size_t to)
{
	for (; run->d->found != NULL && run->counted < to; run->counted++) {
		run->column++;
		if (text.s[run->counted] == '\n') {
			run->line++;
			run->column = 1;
		}
	}
}

static void
tell(struct dash_run *run, struct span text, const struct dash_mark *m)
{
	struct dash_found f = { .role = m->role, .instead = puts_[m->put] };

	run->d->count[m->role]++;
	if (run->d->found == NULL)
		return;
	dash_count_to(run, text, m->at);
	f.line = run->line;
	f.column = run->column;
	f.dash = span_between(text.s + m->at, text.s + m->end);
	run->d->found(run->d->arg, &f);
}

/* Writes what comes in the place of one dash; gives where the text goes on. */
static size_t
write_mark(struct dash_run *run, struct span text, const struct dash_mark *m, struct buf *out)
{
	size_t to = m->to;

	tell(run, text, m);
	if (m->role == DASH_RANGE || m->role == DASH_CELL) {
		buf_str(out, puts_[m->put]);
		return m->end;
	}
	buf_str(out, puts_[m->put]);
	add_gap(text, m, out);
	if (m->capital && to < text.n && span_is_lower(text.s[to]))
		buf_char(out, span_upper(text.s[to++]));
	return to;
}

/* The marks of the sentence that the first one stands in. */
static size_t
collect(struct dash_run *run, struct span text, struct dash_mark *m)
{
	size_t n = 1, from, to;
	struct dash_mark next;

	dash_bounds(text, m->at, &from, &to);
	if (run->markdown)
		to = dash_opaque(text, m->end, to);
	m->left = from;
	m->right = to;
	while (n < DASH_MARKS && dash_next(text, m[n - 1].to, to, &next)) {
		next.line = dash_line_of(run, text, next.at);
		next.role = dash_keep(text, &next);
		next.left = from;
		next.right = to;
		next.put = DASH_PUT_NOTHING;
		next.joined = next.capital = false;
		m[n++] = next;
	}
	return n;
}

static size_t
rewrite(struct dash_run *run, struct span text, struct dash_mark *m, size_t *done, struct buf *out)
{
	size_t n, from;

	m->put = DASH_PUT_NOTHING;
	m->joined = m->capital = false;
	n = collect(run, text, m);
	for (size_t i = 0; i < n; i++)
		if (m[i].role == DASH_TAIL)
			take_line_end(text, &m[i]);
	dash_decide(run->d, text, m, n);
	for (size_t i = 0; i < n; i++) {
		if (m[i].role == DASH_NONE || (m[i].role == DASH_RANGE && m[i].kind == DASH_EN && !run->d->ascii))
			continue;
		from = m[i].role == DASH_RANGE || m[i].role == DASH_CELL ? m[i].at : m[i].from;
		if (from < *done)
			from = *done;
		buf_add(out, span_between(text.s + *done, text.s + from));
		*done = write_mark(run, text, &m[i], out);
	}
	return m[n - 1].to;
}

static size_t
pass(struct dash_run *run, struct span text, size_t at)
{
	size_t skip;

	if (run->markdown && (skip = dash_block(run, text, at)) > at)
		return skip;
	return dash_skip(text, at);
}

size_t
dash_piece(struct dash_run *run, struct span text, size_t at, struct buf *out, bool *changed)
{
	struct dash_mark m[DASH_MARKS];
	size_t done = at, stop, skip, start = at;

	*changed = false;
	while (run->until[0] == '\0' && (at = dash_candidate(text, at, text.n)) < text.n) {
		if (run->more && !dash_is_settled(text, at))
			break;
		if ((skip = pass(run, text, at)) > at) {
			at = skip;
		} else if (dash_next(text, at, at + 1, m)) {
			m->line = dash_line_of(run, text, m->at);
			m->role = dash_keep(text, m);
			at = m->role == DASH_NONE ? m->end : rewrite(run, text, m, &done, out);
		} else {
			at++;
		}
	}
	*changed = done > start;
	stop = !run->more ? text.n : run->until[0] != '\0' ? at : dash_holds(text, done, at);
	if (*changed)
		buf_add(out, span_between(text.s + done, text.s + stop));
	return stop;
}
