/* SPDX-License-Identifier: ISC */
/*
 * mktab: turns a table into C, for the build; a host tool, not installed.
 *
 *     mktab lib/tab/NAME.tsv >NAME.c     const struct tab tab_NAME
 *                                        (const struct tab_marks of one with `# order: hash`;
 *                                        programs for the patterns of one with `# shapes: COLUMN`)
 *     mktab lib/tab/NAME.rec >NAME.c     const struct span text_NAME, the file's own bytes (.txt too)
 *
 * A fault in the file is `mktab: file:line: what`, exit 2.
 */
#include "arena.h"
#include "buf.h"
#include "die.h"
#include "io.h"
#include "shape_tab.h"

#include <inttypes.h>
#include <stdio.h>

static void
print_text(const char *s, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (i % 24 == 0)
			printf("%s\n\t\"", i > 0 ? "\"" : "");
		printf("\\%03o", (unsigned char)s[i]);
	}
	puts(n > 0 ? "\";" : "\"\";");
}

static void
print_numbers(const char *what, const char *name, const uint32_t *v, size_t n)
{
	printf("static const uint32_t %s_%s[] = {", what, name);
	for (size_t i = 0; i < n; i++)
		printf("%s%" PRIu32 ",", i % 16 == 0 ? "\n\t" : " ", v[i]);
	puts("\n};");
}

static void
print_marks(const struct tab *t, const char *name, struct arena *a)
{
	struct tab_marks m = tab_marks_of(t, a);

	puts("#include \"tab.h\"\n");
	print_numbers("slot", name, m.slot, m.slots);
	printf("\nconst struct tab_marks tab_%s = { slot_%s, %" PRIu32 " };\n", name, name, m.slots);
}

static void
print_table(const struct tab *t, const char *name)
{
	size_t cells = (size_t)t->rows * t->columns + 1;

	puts("#include \"tab.h\"\n");
	printf("static const char text_%s[] =", name);
	print_text(t->text, t->cell[cells - 1]);
	print_numbers("cell", name, t->cell, cells);
	if (t->slot != NULL)
		print_numbers("slot", name, t->slot, t->slots);
	printf("\nconst struct tab tab_%s = {\n\ttext_%s, cell_%s, ", name, name, name);
	printf(t->slot != NULL ? "slot_%s" : "NULL", name);
	printf(", %" PRIu32 ", %" PRIu32 ", %" PRIu32 ", false\n};\n", t->rows, t->columns, t->slots);
}

/* The file's name without folders, suffix, and what C cannot have in a name. */
static struct span
base_name(struct span path, struct buf *b)
{
	size_t start = 0;

	for (size_t i = 0; i < path.n; i++)
		if (path.s[i] == '/')
			start = i + 1;
	path = span_from(path, start);
	path = span_head(path, span_find_char(path, 0, '.'));
	for (size_t i = 0; i < path.n; i++)
		buf_char(b, span_is_alnum(path.s[i]) ? path.s[i] : '_');
	return buf_view(b);
}

int
main(int argc, char **argv)
{
	struct buf text = BUF_INIT, name = BUF_INIT;
	struct arena arena = { 0 };
	struct tab_error e;
	struct tab t;

	die_init(argv[0], "mktab FILE");
	if (argc != 2)
		die_usage();
	io_slurp(argv[1], &text);
	base_name(span_of(argv[1]), &name);
	printf("/* Made by mktab from the table %s: change that file, not this one. */\n", name.s);
	if (span_ends(span_of(argv[1]), S(".tsv"))) {
		if (!tab_parse(&t, buf_view(&text), &arena, &e) || !shape_tab(&t, buf_view(&text), &arena, &e))
			die_at(argv[1], e.line, "%s", e.what);
		if (t.bare)
			print_marks(&t, name.s, &arena);
		else
			print_table(&t, name.s);
	} else {
		printf("#include \"span.h\"\n\nstatic const char bytes_%s[] =", name.s);
		print_text(text.s, text.n);
		printf("\nconst struct span text_%s = { bytes_%s, %zu };\n", name.s, name.s, text.n);
	}
	arena_free(&arena);
	buf_free(&text);
	buf_free(&name);
	die_finish(DIE_DONE);
}
