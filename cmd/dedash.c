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
	bool any;
};

static const char usage[] = "dedash [-AcehnrtVz] [-s style] [file ...]";
static const char help[] =
    "Takes out em dashes, and what stands for them, by the role each one plays.\n\n"
    "  -A, --ascii        write ranges of numbers and dates with a hyphen\n"
    "  -c, --check        only name each dash on stderr; exit 1 if there is one\n"
    "  -e, --explain      say on stderr what each dash was and what it became\n"
    "  -n, --count        only count the dashes, by role\n"
    "  -r, --records      the input is caption records\n"
    "  -s, --style STYLE  auto: by role; comma: always a comma\n"
    "  -t, --text         the input is text\n"
    "  -z, --zero         documents end in NUL\n"
    "  -h, --help; -V, --version\n";

static void
found(void *arg, const struct dash_found *f)
{
	struct opts *o = arg;

	o->any = true;
	if (o->explain)
		die_warn("%s:%zu:%zu: %s: \"%.*s\" becomes \"%s\"", o->file, f->line, f->column,
		    dash_role_name(f->role), SPAN_ARG(f->dash), f->instead);
	else
		die_warn("%s:%zu:%zu: %s dash", o->file, f->line, f->column, dash_role_name(f->role));
}

static int
record(struct rec *r, struct buf *out, void *arg)
{
	struct opts *o = arg;

	(void)out;
	o->file = r->file;
	dash_record(&o->dash, r);
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
parse(struct opts *o, struct stage *s, int argc, char **argv)
{
	static const struct option longs[] = { { "ascii", no_argument, NULL, 'A' },
		{ "check", no_argument, NULL, 'c' }, { "count", no_argument, NULL, 'n' },
		{ "explain", no_argument, NULL, 'e' }, { "style", required_argument, NULL, 's' },
		STAGE_FORM_OPTIONS, STAGE_OPTIONS, { NULL, 0, NULL, 0 } };
	int c;

	while ((c = stage_option(argc, argv, "+:Acehnrs:tVz", longs)) != -1) {
		switch (c) {
		case 'A': o->dash.ascii = true; break;
		case 'c': o->check = true; break;
		case 'e': o->explain = true; break;
		case 'n': o->count = true; break;
		case 'r': s->form = STAGE_RECORDS; break;
		case 't': s->form = STAGE_TEXT; break;
		case 'z': s->zero = o->dash.zero = true; break;
		case 's':
			if (strcmp(optarg, "comma") == 0)
				o->dash.style = DASH_COMMA;
			else if (strcmp(optarg, "auto") != 0)
				die("-s: neither auto nor comma: %s", optarg);
			break;
		case 'h': die_help(help);
		case 'V': die_version();
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
	s.silent = o.check || o.count;
	status = stage_run(&s);
	for (int r = 0; o.count && r < DASH_ROLES; r++)
		if (o.dash.count[r] > 0)
			printf("%zu %s\n", o.dash.count[r], dash_role_name((enum dash_role)r));
	die_finish(o.check && o.any && status == DIE_DONE ? DIE_NO : status);
}
