/* SPDX-License-Identifier: ISC */
/*
 * rec: the stream between the stages, a strict subset of GNU recutils' format (caprec(5)).
 *
 * A record keeps its lines in order, comments, `%` lines and unknown fields among them; what was
 * not set here is written as it was read. A run of lines that has no field (comments, a descriptor)
 * is a record too, so that nothing is lost and every stage treats them alike. All spans of a record
 * live in the arena it was read into. A malformed line is fatal, with its place.
 */
#ifndef REC_H
#define REC_H

#include "arena.h"
#include "buf.h"
#include "field.h"
#include "io.h"

enum rec_kind {
	REC_FIELD,
	REC_COMMENT, /* # ... */
	REC_SPECIAL, /* %rec: ... and the like */
};

struct rec_line {
	enum rec_kind kind;
	enum field field;  /* FIELD_UNKNOWN, also for comments */
	struct span raw;   /* the line as it was read; s == NULL: made from field and value */
	struct span value; /* of a known field: trimmed, never empty */
	size_t line;       /* where it was read, 0 when made here */
};

struct rec {
	struct rec_line *v;
	size_t n, cap;
	struct arena *arena;
	const char *file; /* where it was read, for messages */
	size_t line;
};

/* What a text is by its first line that is neither blank nor a comment (caprec(5)). */
enum rec_form {
	REC_TEXT,   /* plain text */
	REC_STREAM, /* %rec: */
	REC_NAKED,  /* caption fields without a %rec: line */
};
enum rec_form rec_form(struct span head, size_t *line); /* and the number of that line */

struct rec_reader {
	struct io *io;
	bool open;    /* a file is open */
	bool started; /* the stream's %rec: line was seen */
	bool other;   /* the records are of another type: their fields are all unknown */
	struct span type; /* the type that is known; empty: Caption */
};

/* Reads the next record into *r, checked when it is a caption; false at the end. A repeated
 * `%rec: Caption` is dropped. */
bool rec_read(struct rec_reader *reader, struct rec *r, struct arena *a);
void rec_write(const struct rec *r, struct buf *out);

/* rec_check.c: what a value should look like, such as `LINES WEIGHT text`; NULL when it does. */
const char *rec_misshapen(enum field f, struct span value);
/* A caption record with a misshapen value, or twice with what it has once, is fatal. */
void rec_check(const struct rec *r);

bool rec_has_fields(const struct rec *r); /* known ones */

/* The first line of that field at or after line `from`; r->n without one. */
size_t rec_find(const struct rec *r, size_t from, enum field f);
size_t rec_count(const struct rec *r, enum field f);
struct span rec_value(const struct rec *r, enum field f); /* the first; empty without one */

/* Values are cleaned (utf8_clean) on the way in; an empty one makes no line. rec_set takes a line of
 * a commented field too. */
void rec_set(struct rec *r, size_t at, struct span value);
void rec_insert(struct rec *r, size_t at, enum field f, struct span value);
void rec_add(struct rec *r, enum field f, struct span value);
void rec_comment(struct rec *r, size_t at, enum field f, struct span value); /* #Name: value */
void rec_remove(struct rec *r, size_t at);

/* `Name: value` of a commented line, as in `#Bullet: ...`; FIELD_UNKNOWN when it is just a remark. */
enum field rec_commented(const struct rec_line *line, struct span *value);

/* Numbers before a value: takes `41` or `41-43` (lines), or `80` (a weight), off the front. */
bool rec_take_lines(struct span *value, size_t *first, size_t *last);
bool rec_take_number(struct span *value, size_t *n);

#endif
