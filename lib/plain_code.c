/* SPDX-License-Identifier: ISC */
/* Source code and commands that a page shows: kept, but nobody reads them as prose. */
#include "plain.h"

#define MARK_BYTES 12 /* of code, for each mark that prose seldom has */
#define PROSE_WORDS 25

/* A mark that prose seldom has; a bracket is one where it opens right after a word, as of a call, and
 * a dollar where no amount follows. */
static bool
is_mark(struct span text, size_t at)
{
	if (text.s[at] == '(')
		return at > 0 && span_is_alnum(text.s[at - 1]);
	if (text.s[at] == '$')
		return at + 1 < text.n && span_is_alpha(text.s[at + 1]);
	return span_has(S("{}=<>_\\;"), text.s[at]);
}

static bool
has_marks(struct span text)
{
	size_t n = 0;

	for (size_t at = 0; at < text.n; at++)
		n += !span_is_word(text.s[at]) && text.s[at] != ' ' && is_mark(text, at);
	return n >= 2 && n * MARK_BYTES >= text.n;
}

/* `--verbose` after a command. */
static bool
has_option(struct span text)
{
	size_t at = span_find(text, 0, S(" --"));

	return at + 3 < text.n && span_is_lower(text.s[at + 3]);
}

/* `./configure`, `/etc/hosts`, `$ ls`, `}`. */
static bool
begins_as_code(struct span text)
{
	static const struct span starts[] = { SPAN("./"), SPAN("../"), SPAN("$ "), SPAN("}"), SPAN("# "), SPAN("#>") };
	size_t slash = span_find_char(text, 1, '/');

	for (size_t i = 0; i < sizeof(starts) / sizeof(starts[0]); i++)
		if (span_starts(text, starts[i]))
			return true;
	return text.s[0] == '/' && slash < span_find_char(text, 0, ' ');
}

static bool
is_code(struct span text)
{
	char stop = plain_stop(text);

	if (text.n == 0 || stop == '.' || stop == '?' || stop == '!' || span_contains(text, S("___")))
		return false;
	return begins_as_code(text) || has_option(text) || span_contains(text, S(" <- ")) || has_marks(text);
}

void
plain_find_code(struct plain *p)
{
	for (size_t i = 0; i < p->n; i++)
		if (plain_is_open(p, i) && is_code(p->v[i].block.text))
			p->v[i].role = PLAIN_CODE;
}

/* lynx sets what it was given as set already at the margin, where else only headings stand. */
void
plain_find_set_code(struct plain *p)
{
	for (size_t i = 0; i < p->n; i++)
		if (p->usual == 3 && plain_is_open(p, i) && p->v[i].outdented &&
		    p->v[i].words < PROSE_WORDS && plain_stop_of(p, i) != '.')
			p->v[i].role = PLAIN_CODE;
}
