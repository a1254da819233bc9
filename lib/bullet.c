/* SPDX-License-Identifier: ISC */
#include "bullet.h"

#include "bullet_make.h"
#include "choose.h"
#include "emoji.h"
#include "hook.h"
#include "profile.h"
#include "rewrite.h"
#include "subject.h"
#include "utf8.h"

enum {
	FEW = 3, /* bullets: with fewer, longer ones will do */
	HOOK_TOLD_MOST = 240, /* characters of a line in which an acronym is spelled out */
	CONTEXT_TOLD_MOST = 190
};

/* A caption in the making. */
struct editor {
	struct rec *r;
	const struct bullet_options *o;
	struct sources all;
	struct candidates candidates;
	struct taken taken;
	bool *spent; /* by place: sources that the captions of a better rank used */
	struct arena *arena;
};

/* The lines that are written fresh. */
struct draft {
	struct line hook, context, kicker;
	struct choice bullets;
};

/* A From line, live or under a runner-up. */
static bool
is_evidence(const struct rec_line *l)
{
	struct span value;

	return l->field == FIELD_FROM || rec_commented(l, &value) == FIELD_FROM;
}

/* Where a caption field goes: after the last line of the fields that stand before it in a caption,
 * and of their evidence. */
static size_t
place_for(const struct rec *r, enum field f)
{
	size_t at = r->n;

	while (at > 0) {
		enum field g = r->v[at - 1].field;
		struct span value;

		if (g == FIELD_UNKNOWN)
			g = rec_commented(&r->v[at - 1], &value);
		if (g != FIELD_UNKNOWN && g != FIELD_FROM && g <= f)
			break;
		at--;
	}
	while (at < r->n && is_evidence(&r->v[at]))
		at++;
	return at > 0 ? at : r->n;
}

static void
write_line(struct editor *e, enum field f, const struct line *line)
{
	size_t at = place_for(e->r, f);

	rec_insert(e->r, at, f, line->text);
	if (line->from != NULL)
		rec_insert(e->r, ++at, FIELD_FROM, source_evidence(line->from, e->arena));
	if (line->from != NULL && line->from->dated)
		rec_insert(e->r, ++at, FIELD_FROM, e->all.date_from);
	if (line->from != NULL && line->from->written)
		rec_insert(e->r, ++at, FIELD_FROM, e->all.author_from);
	if (line->from == NULL || !span_eq(line->also, source_evidence(line->from, e->arena)))
		rec_insert(e->r, ++at, FIELD_FROM, line->also);
}

static void
write_spares(struct editor *e, const struct choice *chosen)
{
	size_t at = place_for(e->r, FIELD_BULLET);

	for (size_t i = 0; i < chosen->nspare; i++) {
		const struct candidate *c = chosen->spare[i];

		rec_comment(e->r, at++, FIELD_BULLET, c->text);
		rec_comment(e->r, at++, FIELD_FROM, source_evidence(c->from, e->arena));
	}
}

/* A field that is there already is kept, and nothing may repeat it. */
static void
take_given(struct editor *e)
{
	static const enum field fields[] = { FIELD_TITLE, FIELD_HOOK, FIELD_CONTEXT, FIELD_BULLET,
		FIELD_KICKER };

	for (size_t k = 0; k < sizeof(fields) / sizeof(fields[0]); k++)
		for (size_t i = rec_find(e->r, 0, fields[k]); i < e->r->n; i = rec_find(e->r, i + 1, fields[k]))
			choose_taken(&e->taken, e->r->v[i].value, NULL, &e->all);
}

static bool
is_missing(const struct editor *e, enum field f)
{
	return rec_count(e->r, f) == 0;
}

/* How many bullets: asked for, as many as the title counts, the profile's. */
static size_t
wanted_bullets(const struct editor *e)
{
	struct span title = e->all.title;
	size_t n;

	if (e->o->count > 0)
		return e->o->count;
	if (span_uint(span_head(title, span_find_char(title, 0, ' ')), &n) && (n == 3 || n == 5))
		return n;
	return profile_bullets(e->o->profile);
}

static void
draft_bullets(struct editor *e, struct draft *d)
{
	size_t have = rec_count(e->r, FIELD_BULLET), want = wanted_bullets(e);
	struct choose_wish wish = { &e->candidates, &e->taken, e->spent, want - have, e->o->frame };

	if (have >= want)
		return;
	choose_bullets(&wish, &d->bullets, e->arena);
	if (d->bullets.n + have >= FEW)
		return;
	bullet_candidates(&e->all, BULLET_LONG, &e->candidates);
	choose_bullets(&wish, &d->bullets, e->arena);
}

static void
draft_around(struct editor *e, const struct hook_wish *wish, struct draft *d)
{
	struct line given = { .from = &e->all.v[0], .text = rec_value(e->r, FIELD_HOOK), .typed = true };

	if (is_missing(e, FIELD_CONTEXT) && hook_context(wish, d->hook.from ? &d->hook : &given, &d->context))
		choose_taken(&e->taken, d->context.text, d->context.from, &e->all);
	if (is_missing(e, FIELD_KICKER) && hook_kicker(wish, &d->kicker))
		choose_taken(&e->taken, d->kicker.text, d->kicker.from, &e->all);
}

/* In a short article the bullets come first: the lines around them take what is left. */
static void
draft_bullets_first(struct editor *e, const struct hook_wish *wish, size_t taken, struct draft *d)
{
	struct draft other = { .hook = d->hook };

	e->taken.n = taken;
	draft_bullets(e, &other);
	if (other.bullets.n <= d->bullets.n)
		return;
	for (size_t i = 0; i < other.bullets.n; i++)
		choose_taken(&e->taken, other.bullets.v[i]->text, other.bullets.v[i]->from, &e->all);
	draft_around(e, wish, &other);
	*d = other;
}

/* Chooses what is missing; false when there is no hook to be had. */
static bool
draft(struct editor *e, struct draft *d)
{
	struct hook_wish wish = { &e->all, &e->taken, e->spent, e->o->hook,
		rec_value(e->o->profile, FIELD_HOOK) };
	size_t taken;

	*d = (struct draft){ 0 };
	if (is_missing(e, FIELD_HOOK)) {
		if (!hook_question(&wish, &d->hook))
			return false;
		choose_taken(&e->taken, d->hook.text, d->hook.from, &e->all);
	}
	taken = e->taken.n;
	draft_around(e, &wish, d);
	draft_bullets(e, d);
	if (d->bullets.n + rec_count(e->r, FIELD_BULLET) < FEW)
		draft_bullets_first(e, &wish, taken, d);
	return true;
}

/* A line, with what an acronym in it stands for where no line above tells; `said` is what they say. */
static void
write_told(struct editor *e, enum field f, struct line line, size_t most, struct buf *said)
{
	bool wide = f == FIELD_HOOK || f == FIELD_CONTEXT;
	struct span proof;

	if (line.also.n == 0 && source_expand(&e->all, buf_view(said), &line.text, most, wide, &proof))
		line.also = proof;
	buf_add(said, line.text);
	buf_char(said, ' ');
	write_line(e, f, &line);
}

/* Who is named by one name alone gets the full one, where it was not said above. */
static void
write_bullet(struct editor *e, const struct candidate *c, struct buf *said)
{
	struct line line = { .text = c->text, .from = c->from, .also = c->also };
	struct span proof;
	struct words w;

	words_read(&w, c->text, e->arena);
	proof = source_name(&e->all, &w, buf_view(said));
	if (proof.n > 0 && c->also.n == 0 && utf8_count(words_all(&w)) <= BULLET_MOST) {
		line.text = words_all(&w);
		line.also = proof;
	}
	write_told(e, FIELD_BULLET, line, BULLET_MOST, said);
}

static void
spend(struct editor *e, const struct draft *d)
{
	if (d->hook.from != NULL)
		e->spent[d->hook.from->place] = true;
	if (d->kicker.from != NULL)
		e->spent[d->kicker.from->place] = true;
	for (size_t i = 0; i < d->bullets.n; i++)
		e->spent[d->bullets.v[i]->from->place] = true;
}

static void
write_draft(struct editor *e, const struct draft *d)
{
	struct buf said = BUF_INIT;

	buf_add(&said, e->all.title);
	buf_char(&said, ' ');
	if (d->hook.from != NULL)
		write_told(e, FIELD_HOOK, d->hook, HOOK_TOLD_MOST, &said);
	if (d->context.from != NULL)
		write_told(e, FIELD_CONTEXT, d->context, CONTEXT_TOLD_MOST, &said);
	for (size_t i = 0; i < d->bullets.n; i++)
		write_bullet(e, d->bullets.v[i], &said);
	write_spares(e, &d->bullets);
	if (d->kicker.from != NULL)
		write_told(e, FIELD_KICKER, d->kicker, CONTEXT_TOLD_MOST, &said);
	buf_free(&said);
}

/* The lines of the rank that is asked for: those of the better ranks are drafted first, and what
 * they used is spent. */
static bool
write_lines(struct editor *e)
{
	size_t given = e->taken.n;
	struct draft d;

	e->spent = ARENA_ARRAY(e->arena, bool, e->all.n + 1);
	for (size_t rank = 1; rank <= e->o->rank; rank++) {
		e->taken.n = given;
		bullet_candidates(&e->all, BULLET_MOST, &e->candidates);
		if (!draft(e, &d))
			return false;
		spend(e, &d);
	}
	write_draft(e, &d);
	return true;
}

static void
write_fixed(struct editor *e)
{
	static const enum field copied[] = { FIELD_FOLLOW, FIELD_BRANDTAG, FIELD_MARK, FIELD_MENTION };
	const struct rec *p = e->o->profile;
	struct line line = { 0 };

	if (is_missing(e, FIELD_LEAD)) {
		line.text = subject_fill(rec_value(p, FIELD_LEAD), &e->all, e->r);
		write_line(e, FIELD_LEAD, &line);
	}
	if (is_missing(e, FIELD_CALL)) {
		line.text = subject_fill(rec_value(p, FIELD_CALL), &e->all, e->r);
		write_line(e, FIELD_CALL, &line);
	}
	for (size_t k = 0; k < sizeof(copied) / sizeof(copied[0]); k++) {
		if (!is_missing(e, copied[k]))
			continue;
		for (size_t i = rec_find(p, 0, copied[k]); i < p->n; i = rec_find(p, i + 1, copied[k]))
			rec_insert(e->r, place_for(e->r, copied[k]), copied[k], p->v[i].value);
	}
}

static void
drop_outline(struct rec *r)
{
	for (size_t i = r->n; i > 0; i--)
		if (field_is_outline(r->v[i - 1].field))
			rec_remove(r, i - 1);
}

/* A title with the emojis that another has at its ends: they are its writer's. */
static struct span
with_emojis_of(struct span old, struct span title, struct arena *a)
{
	size_t front = emoji_prefix(old), back = emoji_suffix(old);

	if (title.n == 0)
		return old;
	if (front > 0)
		title = arena_join(a, arena_join(a, span_head(old, front), S(" ")), title);
	if (back > 0)
		title = arena_join(a, arena_join(a, title, S(" ")), span_from(old, old.n - back));
	return title;
}

/* Where the headline is changed, the words it came from are its evidence (art2outline's From). */
static void
write_title(struct editor *e)
{
	size_t at = rec_find(e->r, 0, FIELD_TITLE);
	struct span title = subject_title(&e->all), site = e->all.site;
	bool named = site.n > 0 && span_find_same(title, site) < title.n && span_find_same(e->all.title, site) == e->all.title.n;

	rec_set(e->r, at, with_emojis_of(e->r->v[at].value, title, e->arena));
	for (at++; at < e->r->n && e->r->v[at].field == FIELD_FROM; at++)
		continue;
	if (named && rec_count(e->r, FIELD_SITE) == 0) /* the name came from a line of the article */
		rec_insert(e->r, at, FIELD_FROM, source_proof(&e->all, site));
}

/* A record of its File alone keeps the place of a document that failed in a -z stream: it goes on
 * to capfmt as it is, which says no to it. */
static bool
is_place(const struct rec *r)
{
	for (size_t i = 0; i < r->n; i++)
		if (r->v[i].field > FIELD_FILE)
			return false;
	return rec_count(r, FIELD_FILE) > 0;
}

/* The phrases and the rules are English: around sentences of another language they would be nonsense. */
static const char *
wrong_language(const struct rec *r)
{
	struct span lang = rec_value(r, FIELD_LANG);
	struct buf b = BUF_INIT;
	const char *why;

	if (lang.n == 0 || span_listed(S("en|und"), span_head(lang, lang.n > 3 ? 2 : lang.n)))
		return NULL;
	buf_str(&b, "the article's language is ");
	buf_add(&b, lang);
	buf_str(&b, ": rules and a profile for it are needed");
	why = arena_span(r->arena, buf_view(&b)).s;
	buf_free(&b);
	return why;
}

const char *
bullet_record(struct rec *r, const struct bullet_options *o)
{
	struct editor e = { .r = r, .o = o, .arena = r->arena };
	const char *why;

	if (rec_count(r, FIELD_TITLE) == 0)
		return is_place(r) ? NULL : "no Title";
	if ((why = wrong_language(r)) != NULL)
		return why;
	source_read(&e.all, r);
	if (e.all.n == 0 && rec_count(r, FIELD_HOOK) + rec_count(r, FIELD_BULLET) == 0)
		return "nothing to say: no Point, Item or Section";
	take_given(&e);
	if (e.all.n > 0) {
		write_title(&e);
		if (!write_lines(&e))
			return "nothing to say: no sentence makes a Hook";
	}
	if (rec_count(r, FIELD_BULLET) == 0)
		return "nothing to say: no sentence makes a Bullet";
	write_fixed(&e);
	if (!o->keep)
		drop_outline(r);
	return NULL;
}
