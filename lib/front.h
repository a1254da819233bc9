/* SPDX-License-Identifier: ISC */
/*
 * front: what the files of the front matter reader share, and html for its head. Each
 * format's reader takes its values apart and hands every one, with its key, to front_take.
 */
#ifndef FRONT_H
#define FRONT_H

#include "article.h"
#include "buf.h"

struct front {
	struct article *art;
	struct span summary; /* to become the subtitle, if the text does not begin with it */
	size_t line;         /* of the value being taken */
	bool plain;          /* values hold no marks */
};

/* One value of a key; called again for each further value of a list. `name` is the key below the
 * key (author: name:), or empty. */
void front_take(struct front *f, struct span key, struct span name, struct span value);

void front_yaml(struct front *f, struct span text, size_t line);
void front_toml(struct front *f, struct span text, size_t line);
void front_json(struct front *f, struct span text, size_t line);

/* Is a summary cut off in the middle of a sentence? Do two texts begin alike, as far as the shorter
 * goes? */
bool front_is_cut(struct span v);
bool front_begins_like(struct span a, struct span b);

/* JSON as it comes, read tolerantly: what is broken is passed over. Start from { .v = text }. */
enum front_json_what {
	FRONT_JSON_END, FRONT_JSON_OPEN, FRONT_JSON_CLOSE, /* an object, */
	FRONT_JSON_OPEN_LIST, FRONT_JSON_CLOSE_LIST,
	FRONT_JSON_KEY, FRONT_JSON_VALUE,                  /* with its text in `text` */
};

struct front_json {
	struct span v;
	size_t at;
	struct buf text;
};

enum front_json_what front_json_next(struct front_json *j);

/* Appends the text of a quoted string that begins at v.s[0], escapes resolved; its length with both
 * quotes, or 0 when it does not end. */
size_t front_string(struct span v, struct buf *out);

#endif
