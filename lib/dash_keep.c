/* SPDX-License-Identifier: ISC */
/*
 * Which dashes stay. Only what touches a dash is asked, and never another dash of the sentence
 * (but for two en dashes that stand for one pair): what one run leaves, the next one leaves.
 */
#include "dash_part.h"

#include <string.h>

static bool
follows_em(struct span text, size_t at)
{
	enum dash_kind kind;

	for (size_t back = 3; back <= 9 && back <= at; back++)
		if (dash_length(text, at - back, &kind) == back && kind == DASH_EM)
			return true;
	return false;
}

static bool
ends_url(struct span text, size_t at)
{
	switch (text.s[at - 1]) {
	case ' ': case '\t': case '\n': case '\v': case '\f': case '\r':
	case '"': case '<': case '>': case '`': case '\0':
		return true;
	}
	if ((unsigned char)text.s[at - 1] < 0x80 && text.s[at - 1] != ';')
		return false;
	return dash_blank_before(text, at) > 0;
}

/* An address runs up to white space, a quotation mark or a tag; one that a dash stands before is an
 * aside, and ends at the next dash. */
static bool
in_url(struct span text, const struct dash_mark *m)
{
	size_t at = m->at, start;
	struct dash_mark o;

	while (at > 0 && m->at - at < 256 && !ends_url(text, at))
		at--;
	start = span_find(span_head(text, m->at), at, S("://"));
	if (start == m->at)
		start = span_find(span_head(text, m->at), at, S("www."));
	if (start == m->at)
		return false;
	while (start > at && span_is_alpha(text.s[start - 1]))
		start--;
	if (!follows_em(text, start))
		return true;
	for (; start < m->at && dash_next(text, start, m->at, &o); start = o.end)
		if (o.kind == DASH_EM)
			return false;
	return m->kind != DASH_EM;
}

static bool
in_mail(struct span text, const struct dash_mark *m)
{
	size_t at = m->end;

	while (at < text.n && at - m->end < 64 && (span_is_alnum(text.s[at])
	    || (text.s[at] != '\0' && strchr("._%+-", text.s[at]) != NULL)))
		at++;
	return at < text.n && text.s[at] == '@' && m->kind != DASH_EM;
}

/* `](file)`: where a link goes to. */
static bool
in_link(struct span text, const struct dash_mark *m)
{
	size_t at = m->at;

	while (at > 1 && m->at - at < 256 && !span_is_space(text.s[at - 1]) && text.s[at - 1] != '(')
		at--;
	return at > 1 && text.s[at - 1] == '(' && text.s[at - 2] == ']';
}

/* A glued dash in an address belongs to it. */
static bool
in_address(struct span text, const struct dash_mark *m)
{
	if (m->from < m->at || m->to > m->end)
		return false;
	return in_url(text, m) || in_mail(text, m) || in_link(text, m);
}

/* What stands before the dash on its line is code: a shell's prompt, or a comment's sign. */
static bool
in_command(struct span text, const struct dash_mark *m)
{
	struct span line = span_ltrim(span_between(text.s + m->line, text.s + m->at));

	return span_starts(line, S("$ ")) || span_starts(line, S("//")) || span_starts(line, S("/*"));
}

/* `rm -r -- x`: an option comes before it. */
static bool
follows_option(struct span text, const struct dash_mark *m)
{
	size_t at = m->from;

	while (at > 0 && m->from - at < 32 && (span_is_alnum(text.s[at - 1]) || text.s[at - 1] == '-'))
		at--;
	return m->from - at > 1 && text.s[at] == '-' && m->from < m->at
	    && (at == 0 || span_is_space(text.s[at - 1]));
}

static bool
is_lone_letter(struct span word)
{
	return word.n == 1 && word.s[0] != 'a' && word.s[0] != 'I';
}

/* `word--word` and `word -- word`, not `--option`, `i--` or a rule of them. */
static bool
is_double(struct span text, const struct dash_mark *m)
{
	size_t n;
	enum dash_char before = dash_char_before(text, m->at, &n), after = dash_char_at(text, m->end, &n);

	if (m->end - m->at > 3 || follows_option(text, m) || before == DASH_CHAR_EDGE || before == DASH_CHAR_OTHER
	    || after == DASH_CHAR_OTHER || after == DASH_CHAR_MID)
		return false;
	if (before == DASH_CHAR_BLANK)
		return after == DASH_CHAR_BLANK || after == DASH_CHAR_EDGE;
	if (before == DASH_CHAR_LETTER && is_lone_letter(dash_word_before(text, m->at)))
		return false;
	return before == DASH_CHAR_LETTER || before == DASH_CHAR_DIGIT || before == DASH_CHAR_CLOSE
	    || before == DASH_CHAR_QUOTE || before == DASH_CHAR_END || before == DASH_CHAR_MARKUP;
}

static bool
is_hyphen(struct span text, const struct dash_mark *m)
{
	if (m->from == m->at || m->to == m->end || m->from == 0 || m->to == text.n
	    || text.s[m->from - 1] == '\n' || text.s[m->to] == '\n' || text.s[m->to] == '\r')
		return false;
	if (is_lone_letter(dash_word_before(text, m->from)))
		return !is_lone_letter(dash_word_at(text, m->to)) && !dash_starts_number(text, m->to);
	return !is_lone_letter(dash_word_at(text, m->to));
}

/* A glued en dash joins two names or words, but for where no compound can be. */
static bool
is_plain_dash(struct span text, const struct dash_mark *m)
{
	struct span left = dash_word_before(text, m->at), right = dash_word_at(text, m->end), next;
	unsigned l = dash_classes(left), r = dash_classes(right);
	size_t n;

	if (dash_char_before(text, m->at, &n) == DASH_CHAR_CLOSE && right.n > 0)
		return true;
	if (left.n < 3 || right.n < 2 || (l & (DASH_PREFIX | DASH_PREPOSITION)) != 0)
		return false;
	if (span_is_upper(right.s[0]) && !span_is_upper(left.s[0]) && !span_is_upper(right.s[1]))
		return true;
	if ((r & DASH_RELATIVE) != 0 || span_same(right, S("with")) || span_same(right, S("but")))
		return true;
	next = dash_word_at(text, m->end + right.n + 1);
	if (!span_ends(right, S("ed")) && !span_eq(right, S("out")))
		return false;
	return (dash_classes(next) & DASH_PREPOSITION) != 0;
}

/* "the Paris—London route": two names that together tell what a noun behind them is. */
static bool
joins_names(struct span text, const struct dash_mark *m)
{
	struct span left = dash_word_before(text, m->at), right = dash_word_at(text, m->end), noun, opener;
	size_t start = m->at - left.n, end = m->end + right.n, n = dash_blank_at(text, end);
	size_t blank = dash_blank_before(text, start);
	enum dash_kind kind;

	if (m->from < m->at || m->to > m->end || m->kind == DASH_HYPHEN || left.n < 2 || right.n < 2 || n == 0
	    || blank == 0 || !span_is_upper(left.s[0]) || !span_is_upper(right.s[0]) || is_plain_dash(text, m))
		return false;
	opener = dash_word_before(text, start - blank);
	noun = dash_word_at(text, end + n);
	return (dash_classes(opener) & DASH_DETERMINER) != 0 && noun.n > 2 && span_is_lower(noun.s[0])
	    && (dash_classes(noun) & ~(unsigned)(DASH_ORDER | DASH_ANNOUNCES | DASH_TOPIC)) == 0
	    && !span_ends(noun, S("ed")) && !span_ends(noun, S("ly")) && !span_ends(noun, S("ing"))
	    && dash_length(text, end + n + noun.n, &kind) == 0;
}

static bool
glued_en(struct span text, size_t from, size_t to, struct dash_mark *m)
{
	while (dash_next(text, from, to, m)) {
		if (m->kind == DASH_EN && m->from == m->at && m->to == m->end && !dash_is_range(text, m))
			return true;
		from = m->end;
	}
	return false;
}

/* Of just two in a sentence both go when one has to. */
static bool
is_en_pair(struct span text, const struct dash_mark *m)
{
	struct dash_mark first, second, third;
	size_t from, to;

	dash_bounds(text, m->at, &from, &to);
	if (!glued_en(text, from, to, &first) || !glued_en(text, first.end, to, &second)
	    || glued_en(text, second.end, to, &third))
		return false;
	return is_plain_dash(text, &first) || is_plain_dash(text, &second);
}

static bool
is_glued_en(struct span text, const struct dash_mark *m)
{
	size_t n;
	enum dash_char before = dash_char_before(text, m->at, &n), after = dash_char_at(text, m->end, &n);

	if (after == DASH_CHAR_BLANK || after == DASH_CHAR_EDGE)
		return before != DASH_CHAR_EDGE && before != DASH_CHAR_BLANK;
	if (before == DASH_CHAR_BLANK || before == DASH_CHAR_EDGE)
		return false;
	return is_plain_dash(text, m) || is_en_pair(text, m);
}

/* What would mean something else at the start of a line. */
static bool
is_markup(struct span text, size_t at)
{
	size_t n;

	switch (dash_char_at(text, at, &n)) {
	case DASH_CHAR_OTHER:
		return (unsigned char)text.s[at] < 0x80 && text.s[at] != '@';
	case DASH_CHAR_MARKUP:
		return text.s[at] == '~';
	case DASH_CHAR_EDGE: case DASH_CHAR_BLANK: case DASH_CHAR_END: case DASH_CHAR_MID:
		return true;
	default:
		return false;
	}
}

/* Alone between the bars of a table, where it says that there is nothing. */
static bool
is_cell(struct span text, const struct dash_mark *m)
{
	if (m->from == 0 || text.s[m->from - 1] != '|')
		return false;
	return m->to >= text.n || text.s[m->to] == '|' || text.s[m->to] == '\n'
	    || text.s[m->to] == '\r';
}

/* Words without a capital that have letters beyond ASCII. */
static bool
is_foreign(struct span line)
{
	struct span word;

	while (span_word(&line, &word)) {
		if (word.n == 0 || span_is_upper(word.s[0]))
			continue;
		for (size_t i = 0; i < word.n; i++)
			if ((unsigned char)word.s[i] >= 0xC3 && (unsigned char)word.s[i] < 0xE2)
				return true;
	}
	return false;
}

/* "—Hola —dijo": a line of dialogue, as Spanish and Slavic books set it. */
static bool
opens_dialogue(struct span text, size_t line)
{
	struct span rest = span_head(span_from(text, line), DASH_REACH), word;
	enum dash_kind kind;
	size_t n = dash_length(rest, 0, &kind), capitals = 0, blank;

	if (n == 0 || kind != DASH_EM || (line > 0 && text.s[line - 1] != '\n'))
		return false;
	if (line > 1 && !dash_blank_line(text, dash_line_start(text, line - 1)))
		return false;
	blank = dash_blank_at(rest, n);
	n += blank;
	switch (dash_char_at(rest, n, &(size_t){ 0 })) {
	case DASH_CHAR_LETTER: case DASH_CHAR_OPEN:
		break;
	default:
		return false;
	}
	/* "—Jane Doe" is who said it; "— so he said" is wrapped text, but where its words tell that it is
	 * not English. */
	rest = span_from(span_head(rest, dash_line_end(rest, 0)), n);
	if (blank)
		return is_foreign(rest);
	while (span_word(&rest, &word)) {
		if (!span_is_upper(word.s[0]))
			return true;
		capitals++;
	}
	return capitals < 2;
}

/* A hyphen is right in a range, and `--` may be code's but where its sides agree. */
static enum dash_role
range(struct span text, const struct dash_mark *m)
{
	if (m->kind == DASH_DOUBLE)
		return is_double(text, m) && !in_command(text, m)
		    && (dash_agrees(text, m) || joins_names(text, m)) ? DASH_RANGE : DASH_NONE;
	return m->kind == DASH_HYPHEN ? DASH_NONE : DASH_RANGE;
}

enum dash_role
dash_keep(struct span text, const struct dash_mark *m)
{
	size_t n;
	enum dash_char before = dash_char_before(text, m->from, &n), after = dash_char_at(text, m->to, &n);
	bool glued = m->from == m->at && m->to == m->end;

	if (opens_dialogue(text, m->line))
		return DASH_NONE;
	if (before == DASH_CHAR_CJK || after == DASH_CHAR_CJK || in_address(text, m))
		return DASH_NONE;
	if (is_cell(text, m))
		return m->kind == DASH_EM || m->kind == DASH_EN ? DASH_CELL : DASH_NONE;
	if (dash_at_line_start(text, m->from) && is_markup(text, m->to))
		return DASH_NONE;
	if (dash_is_range(text, m) || joins_names(text, m))
		return range(text, m);
	if (in_command(text, m))
		return DASH_NONE;
	if (m->kind == DASH_HYPHEN)
		return is_hyphen(text, m) ? DASH_TAIL : DASH_NONE;
	if (m->kind == DASH_DOUBLE)
		return is_double(text, m) ? DASH_TAIL : DASH_NONE;
	if (m->kind == DASH_EN && (glued || m->from == m->at || m->to == m->end))
		return is_glued_en(text, m) ? DASH_TAIL : DASH_NONE;
	return DASH_TAIL;
}
