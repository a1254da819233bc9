/* SPDX-License-Identifier: ISC */
/*
 * dedash: takes out em dashes, and what stands for them, by the role each one plays.
 */
#include "dash.h"
#include "die.h"
#include "stage.h"

#include <stdio.h>
#include <string.h>

struct opts {
	struct dash dash;
	bool check, count, explain;
	const char *file; /* the one being read, for messages */
	size_t line, column;
	bool any;
};

static const char usage[] = "dedash [-Acenrtz] [-s style] [file ...]";
static const char help[] =
	"  -A, --ascii        write ranges with a hyphen too\n"
	"  -c, --check        only check: name each dash on stderr, exit 1 if there is one\n"
	"  -e, --explain      say on stderr what each dash was and became\n"
	"  -n, --count        only count, by role\n"
	"  -r, --records      the input is records\n"
	"  -s, --style STYLE  auto (by role) or comma (always a comma)\n"
	"  -t, --text         the input is text\n"
	"  -z, --zero         documents end in NUL\n";

static void
found(void *arg, const struct dash_found *f)
{
	struct opts *o = arg;
	size_t line = o->line > 0 ? o->line : f->line;

	o->any = true;
	if (o->explain)
		die_warn("%s:%zu:%zu: %s: \"%.*s\" becomes \"%s\"", o->file, line, o->column + f->column,
		    dash_role_name(f->role), SPAN_ARG(f->dash), f->instead);
	else if (o->check)
		die_warn("%s:%zu:%zu: %s dash", o->file, line, o->column + f->column,
		    dash_role_name(f->role));
}

static enum dash_marks
marks_of(enum field f)
{
	return f == FIELD_CONTEXT || f == FIELD_KICKER || f == FIELD_POINT || f == FIELD_QUOTE
	    ? DASH_SENTENCES : DASH_ONE_CLAUSE;
}

/* The value without the line numbers and the weight that stand before it in the outline. */
static struct span
prose(enum field f, struct span value)
{
	size_t n, unused;

	if (field_is_outline(f) && rec_take_lines(&value, &n, &unused))
		rec_take_number(&value, &n);
	return value;
}

static void
rewrite_line(struct opts *o, struct rec *r, size_t i)
{
	struct rec_line *l = &r->v[i];
	struct span value = l->value, text;
	enum field f = l->kind == REC_COMMENT ? rec_commented(l, &value) : l->field;
	struct span whole = l->raw.s != NULL ? l->raw : value;
	struct buf out = BUF_INIT;

	text = prose(f, value);
	o->line = l->line;
	o->column = (size_t)(text.s - whole.s);
	o->dash.marks = marks_of(f);
	if (field_is_prose(f)) {
		buf_add(&out, span_between(value.s, text.s));
		if (dash_text(&o->dash, text, &out))
			rec_set(r, i, buf_view(&out));
	}
	buf_free(&out);
}

static int
record(struct rec *r, struct buf *out, void *arg)
{
	struct opts *o = arg;

	(void)out;
	o->file = r->file;
	for (size_t i = 0; i < r->n; i++)
		rewrite_line(o, r, i);
	return DIE_DONE;
}

static int
stream(struct io *io, void *arg)
{
	struct opts *o = arg;

	o->file = io->name;
	o->dash.marks = DASH_ANY;
	dash_stream(&o->dash, io, !o->check && !o->count);
	return DIE_DONE;
}

static void
report(const struct opts *o)
{
	for (int r = DASH_NONE + 1; r < DASH_ROLES; r++)
		if (o->dash.count[r] > 0)
			printf("%zu %s\n", o->dash.count[r], dash_role_name((enum dash_role)r));
}

static void
parse(struct opts *o, struct stage *s, int argc, char **argv)
{
	static const struct option longs[] = { { "ascii", no_argument, NULL, 'A' },
		{ "check", no_argument, NULL, 'c' }, { "explain", no_argument, NULL, 'e' },
		{ "count", no_argument, NULL, 'n' }, { "style", required_argument, NULL, 's' },
		STAGE_FORM_OPTIONS, STAGE_OPTIONS, { NULL, 0, NULL, 0 } };
	int c;

	while ((c = getopt_long(argc, argv, "+AcenrtzhVs:", longs, NULL)) != -1) {
		switch (c) {
		case 'A': o->dash.ascii = true; break;
		case 'c': o->check = true; break;
		case 'e': o->explain = true; break;
		case 'n': o->count = true; break;
		case 'r': s->form = STAGE_RECORDS; break;
		case 't': s->form = STAGE_TEXT; break;
		case 'z': s->zero = true; break;
		case 's':
			if (strcmp(optarg, "comma") == 0)
				o->dash.style = DASH_COMMA;
			else if (strcmp(optarg, "auto") != 0)
				die("-s: neither auto nor comma: %s", optarg);
			break;
		case 'h': die_help(help);
		case 'V': die_version();
		default: die_usage();
		}
	}
	s->operands = argv + optind;
}

int
main(int argc, char **argv)
{
	struct opts o = { 0 };
	struct stage s = { .record = record, .stream = stream, .arg = &o };
	int status;

	die_init(argv[0], usage);
	parse(&o, &s, argc, argv);
	o.dash.arg = &o;
	o.dash.found = o.check || o.explain ? found : NULL;
	status = stage_run(&s);
	if (o.count)
		report(&o);
	die_finish(o.check && o.any && status == DIE_DONE ? DIE_NO : status);
}
