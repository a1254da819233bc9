/* SPDX-License-Identifier: ISC */
#include "check_part.h"

#include "utf8.h"

extern const struct tab tab_common;

/* What a field is held against: its own From lines, and the name that stands for "we". */
struct proof {
	struct check *check;
	const struct rec_line *line;
	struct map own;
	const struct map *site;
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

/* A word that is most often written small, so that its capital is the sentence's. */
static bool
is_common(struct span w)
{
	size_t n = span_find_char(w, 0, '\'');

	n = span_find(span_head(w, n), 0, S("’"));
	return n <= 2 || tab_find_lower(&tab_common, span_head(w, n)) != TAB_NONE;
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
	if (check_index_name(&p->own, w) || check_index_name(p->site, w))
		return;
	if (loose && (is_common(w) || check_index_first(&p->own, w)))
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
check_facts(struct check *c, const struct rec *r, size_t at, const struct map *site)
{
	struct proof p = { .check = c, .line = &r->v[at], .own = { .arena = r->arena }, .site = site };
	size_t evidence;

	if (!needs_proof(p.line->field))
		return;
	evidence = read_evidence(&p.own, r, at);
	/* The title is the article's own, unless it was changed. */
	if (p.line->field != FIELD_TITLE || evidence > 0)
		check_value(&p);
	buf_free(&p.key);
}
