/* SPDX-License-Identifier: ISC */
/* dedash: takes out em dashes, and what stands for them, by the role each one plays. */
#include "dash.h"
#include "die.h"
#include "stage.h"

#include <stdio.h>

struct opts {
	struct stage stage;
	struct dash dash;
	bool check, count, explain;
	const char *file; /* the one being read, for messages */
	bool any;
};

static const char usage[] = "dedash [-AcehnrtVz] [-s style] [file ...]";
static const char help[] =
    "Take out em dashes, and what stands for them, by the role each one plays.\n\n"
    "  -A, --ascii        write ranges of numbers and dates with a hyphen\n"
    "  -c, --check        only name each dash on stderr; exit 1 if there is one\n"
    "  -e, --explain      say on stderr what each dash was and what it became\n"
    "  -h, --help         this text\n"
    "  -n, --count        only count the dashes, by role\n"
    "  -r, --records      the input is caption records\n"
    "  -s, --style=STYLE  auto: by role; comma: always a comma\n"
    "  -t, --text         the input is plain text\n"
    "  -V, --version      the version\n"
    "  -z, --zero         documents end in NUL\n";
static const struct option longs[] = { { "ascii", no_argument, NULL, 'A' },
	{ "check", no_argument, NULL, 'c' }, { "count", no_argument, NULL, 'n' },
	{ "explain", no_argument, NULL, 'e' }, { "style", required_argument, NULL, 's' },
	STAGE_FORM_OPTIONS, STAGE_OPTIONS };

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
take(int c, void *arg)
{
	struct opts *o = arg;

	switch (c) {
	case 'A': o->dash.ascii = true; break;
	case 'c': o->check = true; break;
	case 'e': o->explain = true; break;
	case 'n': o->count = true; break;
	case 's': o->dash.style = DASH_AUTO + stage_word("-s", optarg, "auto|comma"); break;
	}
}

int
main(int argc, char **argv)
{
	struct opts o = { .stage = { .record = record, .stream = stream, .option = take, .arg = &o } };
	int status;

	die_init(argv[0], usage);
	stage_options(&o.stage, argc, argv, longs, help);
	o.dash.zero = o.stage.zero;
	o.dash.arg = &o;
	o.dash.found = o.check || o.explain ? found : NULL;
	o.stage.silent = o.check || o.count;
	status = stage_run(&o.stage);
	for (int r = 0; o.count && r < DASH_ROLES; r++)
		if (o.dash.count[r] > 0)
			printf("%zu %s\n", o.dash.count[r], dash_role_name((enum dash_role)r));
	die_finish(o.check && o.any && status == DIE_DONE ? DIE_NO : status);
}
