/* SPDX-License-Identifier: ISC */
/*
 * probe: the library at work, for tests and evaluators; not installed. `probe MODE [ARG]` reads
 * standard input; the modes are the rows of the table at the end of this file.
 */
#include "arena.h"
#include "buf.h"
#include "die.h"
#include "io.h"
#include "tag.h"
#include "token.h"
#include "uni.h"

#include <stdio.h>
#include <string.h>

struct probe {
	struct arena arena;
	struct buf in;       /* all of standard input, as it came */
	const char *arg;     /* what follows the mode, or NULL */
};

static void
probe_graphemes(struct probe *p)
{
	printf("%zu\n", uni_graphemes(buf_view(&p->in)));
}

/* The kind of a token that stands alone, from its characters: for `tags` only. */
static enum token_kind
guess_kind(struct span v)
{
	size_t digits = 0, letters = 0;

	for (size_t i = 0; i < v.n; i++) {
		digits += span_is_digit(v.s[i]);
		letters += span_is_alpha(v.s[i]) || (unsigned char)v.s[i] >= 0xC0;
	}
	if (letters > 0 && v.n > 2 && v.s[0] == '#')
		return TOKEN_HASHTAG;
	if (letters > 0 && v.n > 2 && v.s[0] == '@')
		return TOKEN_MENTION;
	if (letters > 1 && (span_find(v, 0, S("://")) < v.n || span_find_char(v, 1, '@') < v.n
	    || span_starts(v, S("www.")) || span_ends(v, S(".com"))))
		return TOKEN_URL;
	if (letters > 0)
		return TOKEN_WORD;
	return digits > 0 ? TOKEN_NUMBER : TOKEN_PUNCT;
}

static void
print_tags(struct tokens *t)
{
	struct token *v = t->v;

	if (t->n > 0)
		tag_sentence(v, t->n);
	for (size_t i = 0; i < t->n; i++)
		printf("%.*s\t%s\t%s\n", SPAN_ARG(v[i].text), tag_xpos_name(tag_xpos(&v[i])),
		    tag_upos_name(tag_upos(&v[i])));
	t->n = 0;
}

/* A token a line, a blank line between sentences: token TAB XPOS TAB UPOS. */
static void
probe_tags(struct probe *p)
{
	struct span rest = buf_view(&p->in), line;
	struct tokens t = { 0 };

	if (rest.n > 0 && rest.s[rest.n - 1] == '\n')
		rest.n--;
	while (span_next(&rest, '\n', &line)) {
		if (line.n > 0) {
			ARENA_PUSH(&p->arena, &t, ((struct token){ .text = line, .kind = guess_kind(line) }));
			continue;
		}
		print_tags(&t);
		putchar('\n');
	}
	print_tags(&t);
}

static const struct {
	const char *name;
	void (*run)(struct probe *);
} modes[] = {
	{ "graphemes", probe_graphemes },
	{ "tags", probe_tags },
};

int
main(int argc, char **argv)
{
	struct probe p = { .in = BUF_INIT };

	die_init(argv[0], "probe MODE [ARG] <text");
	if (argc < 2 || argc > 3)
		die_usage();
	p.arg = argv[2];
	io_slurp("-", &p.in);
	for (size_t i = 0; i < sizeof(modes) / sizeof(modes[0]); i++) {
		if (strcmp(argv[1], modes[i].name) != 0)
			continue;
		modes[i].run(&p);
		arena_free(&p.arena);
		buf_free(&p.in);
		die_finish(DIE_DONE);
	}
	die_usage();
}
