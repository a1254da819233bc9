/* SPDX-License-Identifier: ISC */
/*
 * die: diagnostics, exit statuses and checked memory. The only file that calls exit.
 *
 * A message is `prog: what` or `prog: file:line: what`, lower case, no full stop. The functions
 * named die_ do not return, but for die_init, die_warn and the allocators; memory that cannot be
 * had is fatal, so no caller of the library checks for it.
 */
#ifndef DIE_H
#define DIE_H

#include <stddef.h>

enum die_status {
	DIE_DONE = 0,    /* what was asked for was done */
	DIE_NO = 1,      /* a well-formed "no": nothing to say, check failed, does not fit */
	DIE_TROUBLE = 2, /* usage, input or output trouble, malformed input */
};

#if defined(__GNUC__)
#define DIE_FORMAT(at) __attribute__((format(printf, at, at + 1)))
#else
#define DIE_FORMAT(at)
#endif

/* Takes the program's name from argv[0]; both strings are kept, not copied. */
void die_init(const char *argv0, const char *usage);

/* Prints `prog: message` and goes on. */
void die_warn(const char *fmt, ...) DIE_FORMAT(1);

/* Prints `prog: file:line: message` and goes on; without a line when line is 0. */
void die_warn_at(const char *file, size_t line, const char *fmt, ...) DIE_FORMAT(3);

/* The same two, then exit status 2. What stdout holds is thrown away: half a line misleads. */
_Noreturn void die(const char *fmt, ...) DIE_FORMAT(1);
_Noreturn void die_at(const char *file, size_t line, const char *fmt, ...) DIE_FORMAT(3);

/* The usage line on stderr, exit status 2; with a message before it. */
_Noreturn void die_usage(void);
_Noreturn void die_misuse(const char *fmt, ...) DIE_FORMAT(1);

/* The usage line, then the text, on stdout: for --help. Ends with die_finish(DIE_DONE). */
_Noreturn void die_help(const char *text);

/* `prog (capline) VERSION` on stdout: for --version. Ends with die_finish(DIE_DONE). */
_Noreturn void die_version(void);

/* Flushes and closes stdout, then exits; lost output turns any status into 2. Memory goes with the process: a
 * command need not give it back. */
_Noreturn void die_finish(int status);

/* A number of an option, between low and high; anything else is fatal and names the option. */
long die_number(const char *option, const char *value, long low, long high);

/* malloc and realloc that die; n * size is checked for overflow. */
void *die_malloc(size_t n, size_t size);
void *die_realloc(void *p, size_t n, size_t size);

#endif
