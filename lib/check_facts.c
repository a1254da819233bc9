/* SPDX-License-Identifier: ISC */
#include "check_part.h"

#include "tag.h"
#include "utf8.h"

#define WINDOW 80 /* bytes that show what a word is */

extern const struct tab tab_common;

/* What a field is held against: its own From lines, and what the record is built on. */
struct proof {
	struct check *check;
	const struct rec_line *line;
	struct map own;
	const struct check_ground *ground;
	size_t evidence; /* how many From lines there are */
	struct buf key;
};

static void
fault(const struct proof *p, const char *what, struct span detail)
{
	check_fault(p->check, p->line->line, field_name(p->line->field), what, detail);
}

/* A capital and then small letters only: any word looks so where a sentence starts. */
static bool
is_simple(struct span w)
{
	size_t n;

	utf8_decode(w, 0, &n);
	return !check_piece_capital(span_from(w, n)) || n == w.n;
}

/* A word that is written small, here or mostly, so that its capital is the sentence's. */
static bool
is_common(const struct proof *p, struct span w)
{
	size_t n = span_find_char(w, 0, '\'');

	n = span_find(span_head(w, n), 0, S("’"));
	return n <= 2 || tab_find_lower(&tab_common, span_head(w, n)) != TAB_NONE
	    || check_index_small(&p->ground->small, w);
}

/* Does the tagger take the first word of the next few for a name? It is asked where there is no
 * evidence: where there is some, a strange word is a fault. */
static bool
is_tagged_name(const struct proof *p, struct span w)
{
	size_t at = (size_t)(w.s - p->line->value.s);
	struct tokens t = { 0 };

	token_split(span_head(span_from(p->line->value, at), WINDOW), &t, p->own.arena);
	tag_sentence(t.v, t.n);
	return t.n == 0 || tag_upos(&t.v[0]) == UPOS_PROPN;
}

/* `I`, `I'm`. */
static bool
is_pronoun(struct span w)
{
	return w.s[0] == 'I' && (w.n == 1 || w.s[1] == '\'' || span_starts(span_from(w, 1), S("’")));
}

static void
check_word(const struct proof *p, const struct check_piece *piece)
{
	bool title = p->line->field == FIELD_TITLE, loose;
	struct span w = piece->text;

	if (!check_piece_capital(w) || is_pronoun(w))
		return;
	loose = (piece->fresh || title) && is_simple(w);
	if (check_index_name(&p->own, w) || check_index_name(&p->ground->site, w))
		return;
	if (loose && (check_index_first(&p->own, w) || is_common(p, w)
	    || (p->evidence == 0 && !is_tagged_name(p, w))))
		return;
	fault(p, "a name that no From line holds", w);
}

static void
check_number(const struct proof *p, const struct check_number *n)
{
	if (n->casual || check_index_number(&p->own, buf_view(&p->key), n->unit))
		return;
	fault(p, "a number that no From line holds", n->text);
}

/* Skips an address: what is in it is no name. */
static bool
in_address(struct span value, const struct check_piece *piece, size_t *at)
{
	struct span rest = span_from(value, (size_t)(piece->text.s - value.s));

	if (!span_starts_same(rest, S("https://")) && !span_starts_same(rest, S("http://")))
		return false;
	while (*at < value.n && !span_is_space(value.s[*at]))
		*at += 1;
	return true;
}

static void
check_value(struct proof *p)
{
	struct span value = p->line->value;
	struct check_piece piece;
	struct check_number n;
	size_t at = 0;

	while (check_piece_next(value, &at, &piece)) {
		if (in_address(value, &piece, &at))
			continue;
		buf_cut(&p->key, 0);
		if (check_number_read(value, &piece, &at, &n, &p->key))
			check_number(p, &n);
		else
			check_word(p, &piece);
	}
}

/* The lines under a field, up to the next one that is known and no evidence. */
static size_t
read_evidence(struct map *own, const struct rec *r, size_t at)
{
	size_t first, last, count = 0;

	for (at++; at < r->n; at++) {
		struct span text = r->v[at].value;

		if (r->v[at].field == FIELD_UNKNOWN)
			continue;
		if (r->v[at].field != FIELD_FROM)
			break;
		rec_take_lines(&text, &first, &last);
		check_index_add(own, text);
		count++;
	}
	return count;
}

static bool
needs_proof(enum field f)
{
	return f == FIELD_TITLE || f == FIELD_HOOK || f == FIELD_CONTEXT || f == FIELD_BULLET
	    || f == FIELD_KICKER;
}

void
check_ground(struct check_ground *g, const struct rec *r)
{
	g->site = g->small = (struct map){ .arena = r->arena };
	check_index_add(&g->site, rec_value(r, FIELD_SITE));
	for (size_t i = 0; i < r->n; i++)
		if (field_is_prose(r->v[i].field) || r->v[i].field == FIELD_FROM)
			check_index_add_small(&g->small, r->v[i].value);
}

void
check_facts(struct check *c, const struct rec *r, size_t at, const struct check_ground *ground)
{
	struct proof p = { .check = c, .line = &r->v[at], .own = { .arena = r->arena }, .ground = ground };

	if (!needs_proof(p.line->field))
		return;
	p.evidence = read_evidence(&p.own, r, at);
	/* The title is the article's own, unless it was changed. */
	if (p.line->field != FIELD_TITLE || p.evidence > 0)
		check_value(&p);
	buf_free(&p.key);
}
