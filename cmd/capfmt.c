/* SPDX-License-Identifier: ISC */
/*
 * capfmt: lays a caption out for a platform, from the fields of its record; a plain text it counts,
 * checks, cleans and escapes.
 */
#include "check.h"
#include "die.h"
#include "layout.h"
#include "profile.h"
#include "stage.h"

static const char usage[] = "capfmt [-chrtVz] [-L where] [-P profile] [-p platform] [--limits file]\n"
			    "       [--descriptor] [--print-profile] [file ...]";
static const char help[] =
    "Lays out the caption of each record; cleans a plain text, or checks it.\n\n"
    "  -c, --check           print it only if it may be posted; say on stderr what is wrong\n"
    "  -L, --link WHERE      the URL: in the body, for a comment, or none\n"
    "  -P, --profile FILE    the Follow line and tags for a record that has none\n"
    "  -p, --platform NAME   whose limit counts (linkedin)\n"
    "  -r, --records         the input is records\n"
    "  -t, --text            the input is plain text\n"
    "  -z, --zero            documents end in NUL\n"
    "      --limits FILE     your own table of limits\n"
    "      --descriptor      print the recutils descriptor of the stream\n"
    "      --print-profile   print the built-in profile\n"
    "  -h, --help; -V, --version\n";


enum { OPT_LIMITS = 256, OPT_DESCRIPTOR, OPT_PROFILE };

struct opts {
	struct layout layout;
	struct limit limit;
	struct arena arena; /* of what the options name */
	bool check, follow;
	const char *platform, *limits, *profile;
	struct span print; /* to print in place of a caption */
};

static void
report(void *arg, size_t line, struct span field, const char *what, struct span detail)
{
	die_warn_at(arg, line, "%.*s: %s%s%.*s", SPAN_ARG(field), what, detail.n > 0 ? ": " : "",
	    SPAN_ARG(detail));
}

static struct check
checker(const struct opts *o, const char *file)
{
	return (struct check){ .limit = &o->limit, .url = o->layout.link != LAYOUT_LINK_NONE,
		.follow = o->follow, .report = report, .arg = (void *)file };
}

static int
format_record(struct rec *r, struct buf *out, void *arg)
{
	const struct opts *o = arg;
	struct check c = checker(o, r->file);
	enum field none = layout_record(&o->layout, r, out);

	if (none != FIELD_UNKNOWN) {
		die_warn_at(r->file, r->line, "no caption: no %.*s", SPAN_ARG(field_name(none)));
		return DIE_NO;
	}
	if (o->check)
		check_record(&c, r, buf_view(out));
	return c.faults > 0 ? DIE_NO : DIE_DONE;
}

static int
format_text(struct span text, const char *name, struct buf *out, void *arg)
{
	const struct opts *o = arg;
	struct check c = checker(o, name);

	if (!layout_text(text, out)) {
		die_warn_at(name, 0, "no caption");
		return DIE_NO;
	}
	if (o->check)
		check_text(&c, text, buf_view(out));
	return c.faults > 0 ? DIE_NO : DIE_DONE;
}

static const struct option longs[] = {
	{ "check", no_argument, NULL, 'c' },
	{ "descriptor", no_argument, NULL, OPT_DESCRIPTOR },
	{ "format", required_argument, NULL, 'f' },
	{ "limits", required_argument, NULL, OPT_LIMITS },
	{ "link", required_argument, NULL, 'L' },
	{ "platform", required_argument, NULL, 'p' },
	{ "print-profile", no_argument, NULL, OPT_PROFILE },
	{ "profile", required_argument, NULL, 'P' },
	STAGE_FORM_OPTIONS,
	STAGE_OPTIONS,
	{ NULL, 0, NULL, 0 },
};

static enum layout_link
link_of(const char *where)
{
	static const struct span names[] = { SPAN("body"), SPAN("comment"), SPAN("none") };
	size_t i = 0;

	while (i < 3 && !span_eq(names[i], span_of(where)))
		i++;
	if (i == 3)
		die("-L: not body, comment or none: %s", where);
	return (enum layout_link)i;
}

static void
read_option(struct opts *o, struct stage *s, int c)
{
	switch (c) {
	case 'c': o->check = true; break;
	case 'L': o->layout.link = link_of(optarg); break;
	case 'P': o->profile = optarg; break;
	case 'p': o->platform = optarg; break;
	case 'r': s->form = STAGE_RECORDS; break;
	case 't': s->form = STAGE_TEXT; break;
	case 'z': s->zero = true; break;
	case OPT_LIMITS: o->limits = optarg; break;
	case OPT_DESCRIPTOR: o->print = check_descriptor(); break;
	case OPT_PROFILE: o->print = profile_text(); break;
	case 'h': die_help(help);
	case 'V': die_version();
	default: die_usage();
	}
}

int
main(int argc, char **argv)
{
	struct opts o = { .platform = "linkedin" };
	struct stage s = { .record = format_record, .renders = true, .text = format_text,
		.nothing = "no caption", .arg = &o };
	struct tab own;
	struct rec profile;
	int c, status;

	die_init(argv[0], usage);
	while ((c = getopt_long(argc, argv, "cL:P:p:rtzhV", longs, NULL)) != -1)
		read_option(&o, &s, c);
	s.operands = argv + optind;
	if (o.limits != NULL)
		limit_load(&own, o.limits, &o.arena);
	if (!limit_find(&o.limit, span_of(o.platform), o.limits != NULL ? &own : NULL))
		die("-p: no such platform: %s", o.platform);
	if (o.profile != NULL) {
		profile_load(&profile, o.profile, &o.arena);
		o.layout.profile = &profile;
	} else if (o.check) {
		profile_load(&profile, NULL, &o.arena);
		o.follow = rec_count(&profile, FIELD_FOLLOW) > 0;
	}
	if (o.print.n > 0)
		io_write(o.print);
	status = o.print.n > 0 ? DIE_DONE : stage_run(&s);
	arena_free(&o.arena);
	die_finish(status);
}
