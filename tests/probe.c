/* SPDX-License-Identifier: ISC */
/*
 * probe: the library at work, for tests and evaluators; not installed. `probe MODE [ARG]` reads
 * standard input; the modes are the rows of the table at the end of this file.
 */
#include "arena.h"
#include "article.h"
#include "buf.h"
#include "die.h"
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
print_block(const struct block *b)
{
	static const char *const tags[] = {
		[BLOCK_HEADING] = "H", [BLOCK_PARA] = "P", [BLOCK_ITEM] = "LI", [BLOCK_QUOTE] = "Q",
		[BLOCK_CODE] = "CODE",
	};

	if (b->kind == BLOCK_HEADING && b->implied)
		fputs(tags[BLOCK_PARA], stdout);
	else if (b->kind == BLOCK_HEADING)
		printf("H%u", b->level < 1 ? 1 : b->level > 6 ? 6 : b->level);
	else
		fputs(b->kind == BLOCK_ITEM && b->ordered ? "OL" : tags[b->kind], stdout);
	fputc('\t', stdout);
	if (b->speaker.n > 0)
		printf("%.*s: ", SPAN_ARG(b->speaker));
	printf("%.*s\n", SPAN_ARG(b->text));
}

static void
probe_blocks(struct probe *p)
{
	struct article art;
	struct buf text = BUF_INIT;

	io_normalise(&text, buf_view(&p->in));
	if (article_read(&art, buf_view(&text), ARTICLE_LOOK, &p->arena)) {
		if (art.title.n > 0)
			printf("T\t%.*s\n", SPAN_ARG(art.title));
		for (size_t i = 0; i < art.n; i++)
			print_block(&art.v[i]);
	}
	buf_free(&text);
}

/* Of each block: its lines, its level, its label and who speaks. */
static void
probe_marks(struct probe *p)
{
	struct article art;
	struct buf text = BUF_INIT;
	size_t first, last;

	io_normalise(&text, buf_view(&p->in));
	if (article_read(&art, buf_view(&text), ARTICLE_LOOK, &p->arena)) {
		printf("title\t%zu\n", art.title_line);
		for (size_t i = 0; i < art.n; i++) {
			const struct block *b = &art.v[i];

			article_lines(b, b->text, &first, &last);
			printf("%zu-%zu\t%u\t%.*s\t%.*s\n", first, last, b->level, SPAN_ARG(b->label),
			    SPAN_ARG(b->speaker));
		}
	}
	buf_free(&text);
}

static void
print_field(const char *name, struct span value)
{
	if (value.n > 0)
		printf("%s\t%.*s\n", name, SPAN_ARG(value));
}

/* What the front matter says, and the first line after it. */
static void
probe_front(struct probe *p)
{
	struct article art = { .arena = &p->arena };
	struct buf text = BUF_INIT;
	struct span rest;
	size_t line = 1;

	io_normalise(&text, buf_view(&p->in));
	rest = front_read(&art, buf_view(&text), &line);
	print_field("title", art.title);
	print_field("subtitle", art.subtitle);
	print_field("date", art.date);
	print_field("author", art.author);
	print_field("url", art.url);
	print_field("kind", art.kind);
	for (size_t i = 0; i < art.nkeywords; i++)
		print_field("keyword", art.keyword[i]);
	printf("text\t%zu %zu\n", line, rest.n);
	buf_free(&text);
}

static const struct {
	const char *name;
	void (*run)(struct probe *);
} modes[] = {
	{ "blocks", probe_blocks },
	{ "front", probe_front },
	{ "graphemes", probe_graphemes },
	{ "marks", probe_marks },
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
