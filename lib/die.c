/* SPDX-License-Identifier: ISC */
#include "die.h"

#include <errno.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define VERSION "1.0"

static const char *prog = "capline";
static const char *usage_line = "";

void
die_init(const char *argv0, const char *usage)
{
	const char *slash = argv0 != NULL ? strrchr(argv0, '/') : NULL;

	if (argv0 != NULL && *argv0 != '\0')
		prog = slash != NULL ? slash + 1 : argv0;
	usage_line = usage;
	opterr = 0; /* getopt would print the program's path */
}

/* What is quoted from the input or named in it must not reach the terminal as a command. */
static void
vprint_clean(const char *fmt, va_list ap)
{
	char text[2048];

	vsnprintf(text, sizeof(text), fmt, ap);
	for (char *c = text; *c != '\0'; c++) {
		bool c1 = c > text && c[-1] == '\xC2' && (unsigned char)*c < 0xA0;

		if (((unsigned char)*c < 0x20 && *c != '\t') || *c == 0x7F || c1)
			*c = '?';
	}
	fputs(text, stderr);
}

static void print_clean(const char *fmt, ...) DIE_FORMAT(1);

static void
print_clean(const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	vprint_clean(fmt, ap);
	va_end(ap);
}

static void
message(const char *file, size_t line, const char *fmt, va_list ap)
{
	print_clean("%s: ", prog);
	if (file != NULL && line > 0)
		print_clean("%s:%zu: ", file, line);
	else if (file != NULL)
		print_clean("%s: ", file);
	vprint_clean(fmt, ap);
	fputc('\n', stderr);
}

void
die_warn(const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	message(NULL, 0, fmt, ap);
	va_end(ap);
}

void
die_warn_at(const char *file, size_t line, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	message(file, line, fmt, ap);
	va_end(ap);
}

void
die(const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	message(NULL, 0, fmt, ap);
	va_end(ap);
	_exit(DIE_TROUBLE);
}

void
die_at(const char *file, size_t line, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	message(file, line, fmt, ap);
	va_end(ap);
	_exit(DIE_TROUBLE);
}

void
die_usage(void)
{
	fprintf(stderr, "usage: %s\n", usage_line);
	print_clean("Try '%s --help' for more.", prog);
	fputc('\n', stderr);
	_exit(DIE_TROUBLE);
}

void
die_misuse(const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	message(NULL, 0, fmt, ap);
	va_end(ap);
	die_usage();
}

void
die_help(const char *text)
{
	printf("usage: %s\n\n%s", usage_line, text);
	die_finish(DIE_DONE);
}

void
die_version(void)
{
	printf("%s (capline) %s\n", prog, VERSION);
	die_finish(DIE_DONE);
}

void
die_finish(int status)
{
	int bad = ferror(stdout);

	errno = 0;
	if (fclose(stdout) == EOF || bad)
		die("standard output: %s", errno != 0 ? strerror(errno) : "write error");
	exit(status);
}

long
die_number(const char *option, const char *value, long low, long high)
{
	char *end;
	long n;

	errno = 0;
	n = strtol(value, &end, 10);
	if (end == value || *end != '\0')
		die("%s: not a number: %s", option, value);
	if (errno == ERANGE || n < low || n > high)
		die("%s: %s is not between %ld and %ld", option, value, low, high);
	return n;
}

void *
die_malloc(size_t n, size_t size)
{
	return die_realloc(NULL, n, size);
}

void *
die_realloc(void *p, size_t n, size_t size)
{
	if (size != 0 && n > SIZE_MAX / size)
		die("out of memory");
	p = realloc(p, n * size != 0 ? n * size : 1);
	if (p == NULL)
		die("out of memory");
	return p;
}
