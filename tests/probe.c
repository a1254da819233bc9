/* SPDX-License-Identifier: ISC */
/*
 * probe: the library at work, for tests and evaluators; not installed. `probe MODE [ARG]` reads
 * standard input; the modes are the rows of the table at the end of this file.
 */
#include "arena.h"
#include "buf.h"
#include "die.h"
#include "io.h"
#include "sent.h"
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

/* A paragraph ends at a blank line. */
static bool
next_paragraph(struct span *rest, struct span *para)
{
	struct span line;

	*rest = span_ltrim(*rest);
	*para = span_head(*rest, 0);
	while (span_next(rest, '\n', &line) && span_trim(line).n > 0)
		*para = span_between(para->s, line.s + line.n);
	return para->n > 0;
}

static void
print_flat(struct span v)
{
	struct span word;

	for (const char *sep = ""; span_word(&v, &word); sep = " ")
		printf("%s%.*s", sep, SPAN_ARG(word));
	putchar('\n');
}

static void
probe_sentences(struct probe *p)
{
	struct buf text = BUF_INIT;
	struct span rest, para;
	struct sents sents;

	io_normalise(&text, buf_view(&p->in));
	rest = buf_view(&text);
	for (const char *sep = ""; next_paragraph(&rest, &para); sep = "\n") {
		printf("%s", sep);
		sents = (struct sents){ 0 };
		sent_split(para, &sents, &p->arena);
		for (size_t i = 0; i < sents.n; i++)
			print_flat(sents.v[i]);
	}
	buf_free(&text);
}

/* A sentence a line in; a backslash marks what is opaque. */
static void
probe_tokens(struct probe *p)
{
	struct span rest = buf_view(&p->in), line;

	while (span_next(&rest, '\n', &line) && (line.n > 0 || rest.s != NULL)) {
		struct tokens t = { 0 };

		token_split(line, &t, &p->arena);
		for (size_t i = 0; i < t.n; i++)
			printf("%s%s%.*s", i > 0 ? " " : "", t.v[i].opaque ? "\\" : "", SPAN_ARG(t.v[i].text));
		putchar('\n');
	}
}

static const struct {
	const char *name;
	void (*run)(struct probe *);
} modes[] = {
	{ "graphemes", probe_graphemes },
	{ "sentences", probe_sentences },
	{ "tokens", probe_tokens },
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
