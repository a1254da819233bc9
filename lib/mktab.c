/* SPDX-License-Identifier: ISC */
/*
 * mktab: turns a table into C, for the build; a host tool, not installed.
 *
 *     mktab lib/tab/NAME.tsv >NAME.c     const struct tab tab_NAME
 *                                        (const struct tab_marks of one with `# order: hash`;
 *                                        programs for the patterns of one with `# shapes: COLUMN`)
 *     mktab lib/tab/NAME.rec >NAME.c     const struct span text_NAME, the file's own bytes (.txt too)
 *     mktab lib/tab/NAME.grid >NAME.c    const char grid_NAME[], the bytes of its lines below the
 *                                        comments: lines of 64 bytes are a cache line each
 *
 *     mktab -i lib/tab/NAME.tsv ... >index.c   const struct tab_index tab_index of those tables
 *
 * A comment `# words: COLUMN FILE` in a table says that every word in that column, counted from 1, is a
 * key of the table FILE beside it. What else the head of a table can ask of its rows, mktab_rule.h says.
 *
 * A fault in the file is `mktab: file:line: what`, exit 2.
 */
#include "arena.h"
#include "buf.h"
#include "die.h"
#include "io.h"
#include "mktab_rule.h"
#include "shape_tab.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

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

static void
print_grid(struct span text, const char *name)
{
	struct buf cells = BUF_INIT;
	struct span line;

	while (span_starts(text, S("# ")) && span_next(&text, '\n', &line))
		continue;
	while (span_next(&text, '\n', &line))
		buf_add(&cells, line);
	puts("#include <stdalign.h>\n");
	printf("alignas(64) const char grid_%s[] =", name);
	print_text(cells.s, cells.n);
	buf_free(&cells);
}

static void
print_rec(struct span text, const char *name)
{
	printf("#include \"span.h\"\n\nstatic const char bytes_%s[] =", name);
	print_text(text.s, text.n);
	printf("\nconst struct span text_%s = { bytes_%s, %zu };\n", name, name, text.n);
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

/* The table beside the one at `path`. */
static void
load_beside(struct tab *t, struct span path, struct span name, struct arena *a)
{
	struct buf file = BUF_INIT, text = BUF_INIT;
	struct tab_error e;
	size_t folder = path.n;

	while (folder > 0 && path.s[folder - 1] != '/')
		folder--;
	buf_add(&file, span_head(path, folder));
	buf_add(&file, name);
	io_slurp(file.s, &text);
	if (!tab_parse(t, buf_view(&text), a, &e))
		die_at(file.s, e.line, "%s", e.what);
	buf_free(&file);
	buf_free(&text);
}

static void
check_words(const struct tab *t, size_t column, const struct tab *keys, const char *path)
{
	struct span cell, word;

	for (size_t row = 0; row < t->rows; row++) {
		cell = tab_cell(t, row, column);
		while (span_word(&cell, &word))
			if (!tab_has(keys, word))
				die("%s: %.*s: not in the list: %.*s", path, SPAN_ARG(tab_cell(t, row, 0)),
				    SPAN_ARG(word));
	}
}

static void
check(const struct tab *t, struct span text, const char *path, struct arena *a)
{
	struct span line, number, name;
	struct tab keys;
	size_t column;

	while (span_next(&text, '\n', &line) && span_starts(line, S("#"))) {
		line = span_trim(span_from(line, 1));
		if (!span_starts(line, S("words:")))
			continue;
		line = span_from(line, 6);
		if (!span_word(&line, &number) || !span_uint(number, &column) || column < 1 ||
		    column > t->columns || !span_word(&line, &name))
			die("%s: not `# words: COLUMN FILE`", path);
		load_beside(&keys, span_of(path), name, a);
		check_words(t, column - 1, &keys, path);
	}
}

static void
read_table(const char *file, struct tab *t, struct arena *a)
{
	struct buf text = BUF_INIT;
	struct tab_error e;

	io_slurp(file, &text);
	if (!tab_parse(t, buf_view(&text), a, &e) || !mktab_rule(t, buf_view(&text), &e) ||
	    !shape_tab(t, buf_view(&text), a, &e))
		die_at(file, e.line, "%s", e.what);
	check(t, buf_view(&text), file, a);
	buf_free(&text);
}

static void
print_index(char *const *file, int n, struct arena *a)
{
	struct tab *t = ARENA_ARRAY(a, struct tab, (size_t)n);
	struct buf names = BUF_INIT;
	struct tab_marks m;

	for (int i = 0; i < n; i++) {
		read_table(file[i], &t[i], a);
		buf_str(&names, i > 0 ? ", &tab_" : "&tab_");
		base_name(span_of(file[i]), &names);
	}
	m = tab_index_marks(t, (unsigned)n, a);
	puts("/* Made by mktab from the tables that it names. */\n#include \"tab.h\"\n");
	for (struct span rest = buf_view(&names), name; span_next(&rest, '&', &name);)
		if (name.n > 0)
			printf("extern const struct tab %.*s;\n", (int)span_find_char(name, 0, ','), name.s);
	print_numbers("slot", "index", m.slot, m.slots);
	printf("static const struct tab *const tables[] = { %s };\n", names.s);
	printf("const struct tab_index tab_index = { { slot_index, %" PRIu32 " }, tables, %d };\n", m.slots, n);
	buf_free(&names);
}

static void
print_file(const char *file, struct arena *a)
{
	struct buf text = BUF_INIT, name = BUF_INIT;
	struct tab t;

	base_name(span_of(file), &name);
	printf("/* Made by mktab from the table %s: change that file, not this one. */\n", name.s);
	if (span_ends(span_of(file), S(".tsv"))) {
		read_table(file, &t, a);
		if (t.bare)
			print_marks(&t, name.s, a);
		else
			print_table(&t, name.s);
	} else {
		io_slurp(file, &text);
		if (span_ends(span_of(file), S(".grid")))
			print_grid(buf_view(&text), name.s);
		else
			print_rec(buf_view(&text), name.s);
	}
	buf_free(&text);
	buf_free(&name);
}

int
main(int argc, char **argv)
{
	struct arena arena = { 0 };
	bool index = argc > 2 && strcmp(argv[1], "-i") == 0;

	die_init(argv[0], "mktab FILE | mktab -i FILE ...");
	if (argc < 2 || (argc > 2 && (!index || argc > 10)))
		die_usage();
	if (index)
		print_index(argv + 2, argc - 2, &arena);
	else
		print_file(argv[1], &arena);
	arena_free(&arena);
	die_finish(DIE_DONE);
}
