/* SPDX-License-Identifier: ISC */
/*
 * probe: the library at work, for tests and evaluators; not installed. `probe MODE [ARG]` reads
 * standard input; the modes are the rows of the table at the end of this file.
 */
#include "arena.h"
#include "buf.h"
#include "die.h"
#include "emoji.h"
#include "io.h"
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

static void
probe_emoji(struct probe *p)
{
	struct span rest = buf_view(&p->in), line;

	while (span_next(&rest, '\n', &line)) {
		if (line.n == 0 && rest.n == 0)
			break;
		line = emoji_for(line);
		printf("%.*s\n", SPAN_ARG(line));
	}
}

static const struct {
	const char *name;
	void (*run)(struct probe *);
} modes[] = {
	{ "emoji", probe_emoji },
	{ "graphemes", probe_graphemes },
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
