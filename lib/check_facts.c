/* SPDX-License-Identifier: ISC */
#include "check_part.h"

#include "hashtag.h"
#include "tag.h"
#include "utf8.h"

#define WINDOW 80 /* bytes that show what a word is */

extern const struct tab_marks marks_common;

/* What a field is held against: its own From lines, and what the record is built on. */
struct proof {
	struct check *check;
	struct span name; /* of the field, for messages */
	struct span value;
	size_t line;
	bool title;       /* a capital in it says little */
	bool numbers;     /* only they are looked at */
	enum holder { BY_FROM, BY_RECORD, BY_ARTICLE } holder;
	struct map own;
	const struct check_ground *ground;
	size_t evidence; /* how many From lines there are */
	struct buf key;
};

static void
fault(const struct proof *p, bool number, struct span detail)
{
	static const char *const what[][2] = {
		[BY_FROM] = { "a name that no From line holds", "a number that no From line holds" },
		[BY_RECORD] = { "a name that the record does not hold", "a number that the record does not hold" },
		[BY_ARTICLE] = { "a name that the article does not hold", "a number that the article does not hold" },
	};

	check_fault(p->check, p->line, p->name, what[p->holder][number], detail);
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
	return n <= 2 || tab_mark_lower(&marks_common, span_head(w, n)) != 0
	    || check_index_small(&p->ground->small, w);
}

/* Does the tagger take the first word of the next few for a name? It is asked where there is no
 * evidence: where there is some, a strange word is a fault. */
static bool
is_tagged_name(const struct proof *p, struct span w)
{
	size_t at = (size_t)(w.s - p->value.s);
	struct tokens t = { 0 };

	token_split(span_head(span_from(p->value, at), WINDOW), &t, p->own.arena);
	tag_sentence(t.v, t.n);
	return t.n == 0 || tag_upos(&t.v[0]) == UPOS_PROPN;
}

/* `I`, `I'm`. */
static bool
is_pronoun(struct span w)
{
	return w.s[0] == 'I' && (w.n == 1 || w.s[1] == '\'' || span_starts(span_from(w, 1), S("’")));
}

/* A value without the numbers of lines and weights before it. */
static struct span
words_of(const struct rec_line *l)
{
	struct span v = l->value;
	size_t n, m;

	if (l->field == FIELD_FROM || field_is_outline(l->field))
		rec_take_lines(&v, &n, &m);
	if ((l->field >= FIELD_TOPIC && l->field <= FIELD_PLACE) || field_is_outline(l->field))
		rec_take_number(&v, &n);
	return v;
}

/* Do the words of one name have w among them, and another that the evidence holds? */
static bool
completes(const struct proof *p, struct span name, struct span w)
{
	struct span rest = name, word;
	bool in = false, known = false;

	while (span_word(&rest, &word)) {
		if (span_eq(word, w))
			in = true;
		else
			known |= check_piece_capital(word) && check_index_name(&p->own, word);
	}
	return in && known;
}

/* The rest of a name of which the evidence has a part: the article itself gives it in full. */
static bool
is_full_name(const struct proof *p, struct span w)
{
	const struct rec *r = p->ground->r;
	struct span v, name;

	if (span_ends(w, S("'s")) || span_ends(w, S("’s")))
		w.n -= span_ends(w, S("'s")) ? 2 : 4;
	for (size_t i = 0; r != NULL && i < r->n; i++) {
		if (r->v[i].field != FIELD_AUTHOR && r->v[i].field != FIELD_PERSON)
			continue;
		for (v = words_of(&r->v[i]); span_next(&v, ',', &name);)
			if (completes(p, name, w))
				return true;
	}
	return false;
}

static void
check_word(const struct proof *p, const struct check_piece *piece)
{
	struct span w = piece->text;
	bool loose;

	if (p->numbers || !check_piece_capital(w) || is_pronoun(w))
		return;
	loose = (piece->fresh || p->title) && is_simple(w);
	if (check_index_name(&p->own, w) || check_index_name(&p->ground->site, w))
		return;
	if (loose && (check_index_first(&p->own, w) || is_common(p, w)
	    || (p->evidence == 0 && !is_tagged_name(p, w))))
		return;
	if (is_full_name(p, w))
		return;
	fault(p, false, w);
}

/* The unit that the number before `at` has from the one after it: 0 for none. */
static char
unit_of_range(struct span value, size_t at, struct span number)
{
	struct check_piece next;
	struct check_number n = { .unit = 0 };
	struct buf key = BUF_INIT;
	bool found = false;

	for (int i = 0; i < 2 && !found && check_piece_next(value, &at, &next); i++)
		found = check_number_read(value, &next, &at, &n, &key);
	buf_free(&key);
	return found && check_number_is_range(number, n.text) ? n.unit : 0;
}

static void
check_number(const struct proof *p, const struct check_number *n, size_t at)
{
	struct span key = buf_view(&p->key);
	char unit;

	if (n->casual || check_index_number(&p->own, key, n->unit))
		return;
	unit = n->unit == 0 ? unit_of_range(p->value, at, n->text) : 0;
	if (unit == 0 || !check_index_number(&p->own, key, unit))
		fault(p, true, n->text);
}

/* Skips an address and a hashtag: what is in them is no name. */
static bool
in_address(struct span value, const struct check_piece *piece, size_t *at)
{
	size_t start = (size_t)(piece->text.s - value.s);
	struct span rest = span_from(value, start);

	if (start > 0 && value.s[start - 1] == '#')
		return true;
	if (!span_starts_same(rest, S("https://")) && !span_starts_same(rest, S("http://")))
		return false;
	while (*at < value.n && !span_is_space(value.s[*at]))
		*at += 1;
	return true;
}

static void
check_value(struct proof *p)
{
	struct span value = p->value;
	struct check_piece piece;
	struct check_number n;
	size_t at = 0;

	while (check_piece_next(value, &at, &piece)) {
		if (in_address(value, &piece, &at))
			continue;
		buf_cut(&p->key, 0);
		if (check_number_read(value, &piece, &at, &n, &p->key))
			check_number(p, &n, at);
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

/* Is the field one of those that a caption is made from? */
static bool
is_made(enum field f)
{
	return field_is_caption(f) || f == FIELD_TAG;
}

static void
add_house(struct map *x, const struct check *c)
{
	for (size_t i = 0; c->house != NULL && i < c->house->n; i++)
		check_index_add(x, c->house->v[i].value);
}

void
check_ground(struct check_ground *g, const struct check *c, const struct rec *r)
{
	g->site = g->small = g->all = (struct map){ .arena = r->arena };
	g->r = r;
	check_index_add(&g->site, rec_value(r, FIELD_SITE));
	add_house(&g->all, c);
	for (size_t i = 0; i < r->n; i++) {
		if (field_is_prose(r->v[i].field) || r->v[i].field == FIELD_FROM)
			check_index_add_small(&g->small, r->v[i].value);
		if (r->v[i].field != FIELD_UNKNOWN && !is_made(r->v[i].field))
			check_index_add(&g->all, words_of(&r->v[i]));
	}
}

/* Does the line begin with the words that the profile gives to that field? */
static bool
is_house_line(const struct check *c, const struct rec_line *l)
{
	struct span fixed = c->house != NULL ? rec_value(c->house, l->field) : S(""), v = l->value;
	size_t n = span_find_char(fixed, 0, '{');

	while (v.n > 0 && !span_is_alpha(v.s[0]))
		v = span_from(v, 1);
	return n > 0 && span_starts(v, span_head(fixed, n));
}

void
check_facts(struct check *c, const struct rec *r, size_t at, const struct check_ground *ground)
{
	const struct rec_line *l = &r->v[at];
	struct proof p = { .check = c, .name = field_name(l->field), .value = l->value, .line = l->line,
		.title = l->field == FIELD_TITLE, .own = { .arena = r->arena }, .ground = ground };

	if (l->field == FIELD_LEAD || l->field == FIELD_CALL) {
		p.own = ground->all;
		p.evidence = 1;
		p.holder = BY_RECORD;
		p.numbers = !is_house_line(c, l);
		check_value(&p);
	} else if (needs_proof(l->field)) {
		p.evidence = read_evidence(&p.own, r, at);
		if (p.title && p.evidence == 0 && c->article != NULL) {
			p.own = *check_source_index(c->article);
			p.evidence = 1;
			p.holder = BY_ARTICLE;
		}
		/* The title is the article's own, unless it was changed. */
		if (!p.title || p.evidence > 0)
			check_value(&p);
	}
	buf_free(&p.key);
}

/* Looks for the letters around the number of a tag, with any number between: 0 when they are not
 * there, 1 with other numbers only, 2 with the same one. */
static int
find_numbered(struct span v, struct span before, struct span digits, struct span after)
{
	int found = 0;
	size_t from, end;

	for (size_t i = 0; (i = span_find(v, i, before)) < v.n; i++) {
		for (from = end = i + before.n; end < v.n && span_is_digit(v.s[end]);)
			end++;
		if (end == from || (from > 0 && before.n == 0 && span_is_digit(v.s[from - 1]))
		    || !span_starts(span_from(v, end), after))
			continue;
		if (span_eq(span_between(v.s + from, v.s + end), digits))
			return 2;
		found = 1;
	}
	return found;
}

/* A tag that no one but its writer knows is his own. One that the record knows with another number
 * has a wrong number. */
void
check_facts_tag(struct check *c, const struct rec *r, size_t at)
{
	struct buf tag = BUF_INIT, value = BUF_INIT;
	size_t from = 0, end;
	int found = 0, one;

	hashtag_fold(&tag, r->v[at].value);
	while (from < tag.n && !span_is_digit(tag.s[from]))
		from++;
	for (end = from; end < tag.n && span_is_digit(tag.s[end]);)
		end++;
	for (size_t i = 0; found < 2 && end > from && tag.n - (end - from) > 1 && i < r->n; i++) {
		if (r->v[i].field == FIELD_UNKNOWN || is_made(r->v[i].field))
			continue;
		buf_cut(&value, 0);
		hashtag_fold(&value, words_of(&r->v[i]));
		one = find_numbered(buf_view(&value), span_head(buf_view(&tag), from),
		    span_between(tag.s + from, tag.s + end), span_from(buf_view(&tag), end));
		found = one > found ? one : found;
	}
	if (found == 1)
		check_fault(c, r->v[at].line, field_name(FIELD_TAG), "the record has it with another number",
		    r->v[at].value);
	buf_free(&tag);
	buf_free(&value);
}

void
check_ground_text(struct check_ground *g, const struct check *c, struct span text, struct arena *a)
{
	g->site = g->small = g->all = (struct map){ .arena = a };
	g->r = NULL;
	add_house(&g->site, c);
	check_index_add_small(&g->small, text);
	check_index_add_small(&g->small, check_source_text(c->article));
}

void
check_facts_text(struct check *c, size_t line, struct span text, const struct check_ground *ground)
{
	struct proof p = { .check = c, .name = S("caption"), .value = text, .line = line, .title = line == 1,
		.own = *check_source_index(c->article), .ground = ground, .evidence = 1,
		.holder = BY_ARTICLE };

	check_value(&p);
	buf_free(&p.key);
}
