/* SPDX-License-Identifier: ISC */
#include "stage.h"

#include "die.h"

#include <string.h>

/* `arg` is where getopt was: optind has moved on, or not, by whether letters are left in it. */
static _Noreturn void
refuse_option(const char *arg, int c, const struct option *longs)
{
	char letter[] = { '-', (char)optopt, '\0' };
	size_t known = 0;

	if (arg[1] != '-') {
		if (optopt <= ' ' || optopt >= 0x7F)
			die_misuse("%s: no such option", arg);
		die_misuse("%s: %s", letter, c == ':' ? "its value is missing" : "no such option");
	}
	if (c == ':')
		die_misuse("%s: its value is missing", arg);
	if (optopt != 0)
		die_misuse("%s: takes no value", arg);
	for (; longs->name != NULL; longs++)
		known += strncmp(longs->name, arg + 2, strlen(arg + 2)) == 0;
	die_misuse("%s: %s", arg, known > 1 ? "short for several options" : "no such option");
}

/* getopt_long's next option; what is none, or lacks its value, or has one that it does not take, is misuse. */
static int
next_option(int argc, char **argv, const char *letters, const struct option *longs)
{
	const char *arg = optind < argc ? argv[optind] : "-";
	int c = getopt_long(argc, argv, letters, longs, NULL);

	if (c == '?' || c == ':')
		refuse_option(arg, c, longs);
	return c;
}

/* The letters of the options for getopt; +: for options that come before operands, and lack of a value told. */
static void
add_letters(const struct option *longs, struct buf *b)
{
	buf_str(b, "+:");
	for (; longs->name != NULL; longs++) {
		if (longs->val >= STAGE_LONG)
			continue;
		buf_char(b, (char)longs->val);
		if (longs->has_arg == required_argument)
			buf_char(b, ':');
	}
}

void
stage_options(struct stage *s, int argc, char **argv, const struct option *longs, const char *help)
{
	struct buf letters = BUF_INIT;
	int c;

	add_letters(longs, &letters);
	while ((c = next_option(argc, argv, letters.s, longs)) != -1) {
		switch (c) {
		case 'h': die_help(help);
		case 'r': s->form = STAGE_RECORDS; break;
		case 't': s->form = STAGE_TEXT; break;
		case 'V': die_version();
		case 'z': s->zero = true; break;
		default: s->option(c, s->arg);
		}
	}
	s->operands = argv + optind;
	buf_free(&letters);
}

size_t
stage_word(const char *option, const char *value, const char *words)
{
	size_t at;

	if (!span_which(span_of(words), span_of(value), &at))
		die("%s: not one of %s: %s", option, words, value);
	return at;
}

struct run {
	struct stage *s;
	struct buf out;   /* what waits to be written */
	struct buf piece; /* what the document in hand makes */
	size_t documents;
	int status;
};

/* The line that starts a stream, and the blank one after it. */
static void
start_stream(struct buf *out)
{
	buf_str(out, "%rec: Caption\n\n");
}

/* Puts the document that `piece` holds after the others. */
static void
put(struct run *run, int status, bool separate)
{
	const struct stage *s = run->s;

	if (!s->zero && run->out.n > 0 && run->out.s[run->out.n - 1] != '\n')
		buf_char(&run->out, '\n');
	if (separate && !s->zero && !s->lines && run->documents > 0)
		buf_str(&run->out, "\f\n");
	buf_add(&run->out, buf_view(&run->piece));
	if (separate && s->zero)
		buf_char(&run->out, '\0');
	buf_cut(&run->piece, 0);
	if (status > run->status)
		run->status = status;
	if (s->zero) {
		io_write(buf_view(&run->out));
		buf_cut(&run->out, 0);
	}
}

static void
run_record(struct run *run, struct rec *r)
{
	const struct stage *s = run->s;
	bool known = rec_has_fields(r);
	int status = known ? s->record(r, &run->piece, s->arg) : DIE_DONE;

	if (s->renders && !known)
		return;
	if (!s->renders && !s->silent)
		rec_write(r, &run->piece);
	put(run, status, s->renders);
	run->documents += known;
}

static void
run_records(struct run *run, bool started)
{
	struct rec_reader reader = { .io = &run->s->io, .open = true };
	struct rec r;

	if (!started && !run->s->renders && !run->s->silent)
		start_stream(&run->out);
	reader.started = !started;
	while (rec_read(&reader, &r, &run->s->arena)) {
		run_record(run, &r);
		arena_reset(&run->s->arena);
	}
}

static void
run_stream(struct run *run)
{
	struct stage *s = run->s;
	struct io *io = &s->io;
	int status;

	do {
		status = s->stream(io, s->arg);
		run->status = status > run->status ? status : run->status;
		run->documents++;
		if (!s->zero && !s->silent && io_breaks_off(io))
			io_write(S("\n"));
	} while (io_open(io));
}

static void
run_text(struct run *run)
{
	struct stage *s = run->s;
	struct io *io = &s->io;
	struct buf clean = BUF_INIT;
	struct span doc;
	int status;

	if (s->records_out)
		start_stream(&run->out);
	do {
		while (io_document(io, s->zero ? '\0' : IO_ALL, &doc)) {
			if (!io_is_normal(doc)) {
				io_normalise(&clean, doc);
				doc = buf_view(&clean);
			}
			status = s->text(doc, io->name, &run->piece, s->arg);
			put(run, status, !s->records_out && (s->zero || s->renders));
			run->documents++;
			buf_cut(&clean, 0);
		}
	} while (io_open(io));
	buf_free(&clean);
}

/* Is there a line that tells what form the input has? */
static bool
is_told(struct span v)
{
	struct span line;

	for (v = span_head(v, 65536); span_has(v, '\n');) {
		span_next(&v, '\n', &line);
		line = span_trim(line);
		if (line.n > 0 && line.s[0] != '#')
			return true;
	}
	return false;
}

/* No more is read than it takes, so that a stage can work as its input comes. */
static struct span
peek_form(struct io *io)
{
	struct span v = io_peek(io, 1);

	while (v.n < 65536 && !io->end && !is_told(v))
		v = io_peek(io, v.n + 1);
	return v;
}

int
stage_run(struct stage *s)
{
	struct run run = { .s = s };
	enum rec_form form = REC_TEXT;
	size_t line = 0;

	io_init(&s->io, s->operands);
	io_open(&s->io);
	if (s->record != NULL && s->form != STAGE_TEXT)
		form = rec_form(peek_form(&s->io), &line);
	if (s->form == STAGE_LOOK && form == REC_NAKED)
		die_at(s->io.name, line, "records without a %%rec: line; use -r or -t");
	if (s->form == STAGE_RECORDS || (s->form == STAGE_LOOK && form == REC_STREAM))
		run_records(&run, form == REC_STREAM);
	else if (s->stream != NULL)
		run_stream(&run);
	else
		run_text(&run);
	if (run.documents == 0 && s->nothing != NULL) {
		die_warn_at(s->io.name, 0, "%s", s->nothing);
		run.status = DIE_NO;
	}
	if (!s->zero && run.status == DIE_DONE)
		io_write(buf_view(&run.out));
	buf_free(&run.out);
	buf_free(&run.piece);
	return run.status;
}
