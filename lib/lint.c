/* SPDX-License-Identifier: ISC */
#include "lint.h"

#include "stem.h"
#include "tab.h"
#include "utf8.h"

extern const struct tab tab_slop;

enum column { WORDS, TIER };

#define GAP 6      /* words that a * stands for */
#define PAIR 2     /* of that tier, in a paragraph */
#define DENSE 3    /* in a hundred words */
#define DENSEST 3  /* and no fewer than so many */

struct word {
	struct span text; /* lower case, one kind of apostrophe */
	struct span stem;
	bool name;  /* a capital that no sentence gave it */
	bool quoted;
	bool stops; /* a sentence ends after it */
};

struct words {
	struct word *v;
	size_t n, cap;
	struct arena arena;
};

static bool
is_inner(struct span v, size_t at)
{
	return span_is_alnum(v.s[at]) || (unsigned char)v.s[at] >= 0xC0
	    || ((v.s[at] == '\'' || v.s[at] == '-') && at + 1 < v.n && span_is_alpha(v.s[at + 1]));
}

/* The length of what belongs to a word at `at`, 0 for what does not. */
static size_t
inner_length(struct span v, size_t at)
{
	size_t n;

	if (span_starts(span_from(v, at), S("’")))
		return at + 3 < v.n && span_is_alpha(v.s[at + 3]) ? 3 : 0;
	if (utf8_decode(v, at, &n) >= 0x2000)
		return 0;
	return is_inner(v, at) ? n : 0;
}

static void
add_word(struct words *w, struct span raw, bool first, bool quoted)
{
	struct buf low = BUF_INIT, stem = BUF_INIT;
	struct word word = { .quoted = quoted, .name = !first && span_is_upper(raw.s[0]) };

	for (size_t i = 0; i < raw.n; i++) {
		if (span_starts(span_from(raw, i), S("’"))) {
			buf_char(&low, '\'');
			i += 2;
		} else {
			buf_char(&low, span_lower(raw.s[i]));
		}
	}
	stem_light(buf_view(&low), &stem);
	word.text = arena_span(&w->arena, buf_view(&low));
	word.stem = arena_span(&w->arena, buf_view(&stem));
	ARENA_PUSH(&w->arena, w, word);
	buf_free(&low);
	buf_free(&stem);
}

static void
read_words(struct words *w, struct span v)
{
	bool first = true, quoted = false;
	size_t n, end;

	for (size_t i = 0; i < v.n; i = end) {
		for (end = i; end < v.n && (n = inner_length(v, end)) > 0;)
			end += n;
		if (end > i) {
			add_word(w, span_between(v.s + i, v.s + end), first, quoted);
			first = false;
			continue;
		}
		utf8_decode(v, i, &n);
		end = i + n;
		if (v.s[i] == '"')
			quoted = !quoted;
		else if (span_starts(span_from(v, i), S("“")))
			quoted = true;
		else if (span_starts(span_from(v, i), S("”")))
			quoted = false;
		else if (span_has(S(".!?:"), v.s[i]) && w->n > 0)
			first = w->v[w->n - 1].stops = true;
	}
}

static bool
is_word(const struct word *w, struct span want)
{
	struct buf stem = BUF_INIT;
	bool same;

	if (w->quoted || w->name)
		return false;
	if (span_eq(w->text, want))
		return true;
	stem_light(want, &stem);
	same = want.n > 4 && !span_has(want, '\'') && span_eq(w->stem, buf_view(&stem));
	buf_free(&stem);
	return same;
}

/* Does the phrase stand at word i? Its last word, or TAB_NONE. */
static size_t
match(const struct words *w, size_t i, struct span phrase)
{
	struct span word;
	size_t end;

	if (!span_word(&phrase, &word))
		return i - 1;
	if (i >= w->n)
		return TAB_NONE;
	if (!span_eq(word, S("*"))) {
		if (!is_word(&w->v[i], word))
			return TAB_NONE;
		return phrase.n > 0 && w->v[i].stops ? TAB_NONE : match(w, i + 1, phrase);
	}
	for (size_t k = 0; k <= GAP && i + k < w->n; k++) {
		if ((end = match(w, i + k, phrase)) != TAB_NONE)
			return end;
		if (w->v[i + k].stops)
			break;
	}
	return TAB_NONE;
}

static bool
holds(const struct words *w, struct span phrase)
{
	for (size_t i = 0; i < w->n; i++)
		if (match(w, i, phrase) != TAB_NONE)
			return true;
	return false;
}

static size_t
count_tier(const struct words *w, struct span tier)
{
	size_t n = 0;

	for (size_t row = 0; row < tab_slop.rows; row++)
		if (span_eq(tab_cell(&tab_slop, row, TIER), tier))
			n += holds(w, tab_cell(&tab_slop, row, WORDS));
	return n;
}

struct run {
	const struct lint *lint;
	struct words house, all;
};

static void
warn(struct run *r, size_t line, struct span field, struct span tier, struct span phrase)
{
	struct buf b = BUF_INIT;

	buf_fmt(&b, "%.*s: slop, %.*s: %.*s%s", SPAN_ARG(field), SPAN_ARG(tier), SPAN_ARG(phrase),
	    holds(&r->house, phrase) ? " (the house's own words)" : "");
	r->lint->report(r->lint->file, line, buf_view(&b));
	buf_free(&b);
}

static void
lint_paragraph(struct run *r, size_t line, struct span field, struct span text)
{
	struct words w = { .n = 0 };
	bool pair;

	read_words(&w, text);
	read_words(&r->all, text);
	pair = count_tier(&w, S("pair")) >= PAIR;
	for (size_t row = 0; row < tab_slop.rows; row++) {
		struct span tier = tab_cell(&tab_slop, row, TIER), phrase = tab_cell(&tab_slop, row, WORDS);

		if ((span_eq(tier, S("always")) || (pair && span_eq(tier, S("pair")))) && holds(&w, phrase))
			warn(r, line, field, tier, phrase);
	}
	arena_free(&w.arena);
}

static void
lint_density(struct run *r, size_t line, struct span field)
{
	size_t n = count_tier(&r->all, S("dense"));

	if (n < DENSEST || n * 100 < DENSE * r->all.n)
		return;
	for (size_t row = 0; row < tab_slop.rows; row++) {
		struct span tier = tab_cell(&tab_slop, row, TIER), phrase = tab_cell(&tab_slop, row, WORDS);

		if (span_eq(tier, S("dense")) && holds(&r->all, phrase))
			warn(r, line, field, tier, phrase);
	}
}

/* The first line is the title. */
static void
lint_text(struct run *r, struct span text)
{
	struct span line;
	size_t n = 0;
	bool title = true;

	while (span_next(&text, '\n', &line)) {
		n++;
		if (!title)
			lint_paragraph(r, n, S("caption"), line);
		title &= span_trim(line).n == 0;
	}
	lint_density(r, 0, S("caption"));
}

static void
lint_tags(struct run *r, const struct post *p)
{
	struct buf b = BUF_INIT;
	size_t n = post_hashtags(p->text);

	if (p->limit->tags > 0 && n > p->limit->tags) {
		buf_fmt(&b, "caption: hashtags: %zu, of use on %.*s are %zu", n, SPAN_ARG(p->limit->platform),
		    p->limit->tags);
		r->lint->report(r->lint->file, 0, buf_view(&b));
	}
	buf_free(&b);
}

void
lint_post(const struct lint *l, const struct post *p, struct span text)
{
	struct run r = { .lint = l };

	for (size_t i = 0; i < l->house->n; i++)
		if (field_is_caption(l->house->v[i].field))
			read_words(&r.house, l->house->v[i].value);
	if (p->r == NULL)
		lint_text(&r, text);
	for (size_t i = 0; p->r != NULL && i < p->r->n; i++)
		if (field_is_caption(p->r->v[i].field) && !post_lacks(p, i))
			lint_paragraph(&r, p->r->v[i].line, field_name(p->r->v[i].field), p->r->v[i].value);
	if (p->r != NULL)
		lint_density(&r, p->r->line, S("caption"));
	lint_tags(&r, p);
	arena_free(&r.house.arena);
	arena_free(&r.all.arena);
}
