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
	struct span authors;
	size_t line;         /* of the value being taken */
};

/* One value of a key; called again for each further value of a list. `name` is the key below the
 * key (author: name:), or empty. */
void front_take(struct front *f, struct span key, struct span name, struct span value);

void front_yaml(struct front *f, struct span text, size_t line);
void front_toml(struct front *f, struct span text, size_t line);
void front_json(struct front *f, struct span text, size_t line);

/* Appends the text of a quoted string that begins at v.s[0], escapes resolved; its length with both
 * quotes, or 0 when it does not end. */
size_t front_string(struct span v, struct buf *out);

#endif
