/* SPDX-License-Identifier: ISC */
#include "truecase.h"

#include "map.h"
#include "tab.h"
#include "truecase_part.h"
#include "uni.h"
#include "utf8.h"

extern const struct tab tab_case, tab_common, tab_name, tab_numeral, tab_place, tab_stop;

/* An article of so many different words shows each of its names in mid-sentence. */
#define ENOUGH 150

/* How a word stands in mid-sentence. `alone`: capital, with no capital beside it. */
struct use {
	unsigned low, high, alone;
	struct span form; /* the spelling with capitals that is seen most */
	unsigned lead;    /* by how much */
};

struct truecase {
	struct arena *arena;
	struct map word; /* in lower case */
	struct use *use;
	size_t uses;
	struct map pair; /* "scale ai": two words that stand side by side in capitals */
};

static struct span
lower(struct arena *a, struct span word)
{
	struct buf b = BUF_INIT;

	uni_add_lower(&b, word);
	word = arena_span(a, buf_view(&b));
	buf_free(&b);
	return word;
}

static bool
is_high(struct span word)
{
	size_t n;

	return word.n > 0 && uni_is_upper(utf8_decode(word, 0, &n));
}

bool
truecase_is_fixed(struct span word)
{
	for (size_t i = 1; i < word.n; i++)
		if ((span_is_upper(word.s[i]) && word.s[i - 1] != '-') || word.s[i] == '_' || word.s[i] == '@')
			return true;
	for (size_t i = 0; i < word.n; i++)
		if (span_is_digit(word.s[i]) || (word.s[i] == '.' && i + 1 < word.n))
			return true;
	return false;
}

/* The vote of Boyer and Moore: the form that has the majority, if one has it, is left at the end. */
static void
vote(struct use *u, struct span form)
{
	if (u->lead == 0)
		u->form = form;
	if (span_eq(u->form, form))
		u->lead++;
	else
		u->lead--;
}

static void
count(struct truecase *t, struct span word, bool alone)
{
	size_t id = map_add(&t->word, lower(t->arena, word));
	struct use *u;

	t->use = arena_grow(t->arena, t->use, t->word.n, &t->uses, sizeof(*t->use));
	u = &t->use[id];
	if (!is_high(word) && !truecase_is_fixed(word)) {
		u->low++;
		return;
	}
	u->high++;
	u->alone += alone;
	vote(u, word);
}

static bool
is_word(const struct token *t)
{
	return t->kind == TOKEN_WORD && t->text.n > 0 && (unsigned char)t->text.s[0] != 0xE2;
}

/* Where a word opens a sentence, or a quotation or clause in it, its capital says nothing. */
static bool
is_mid(const struct token *v, size_t i)
{
	struct span before;

	if (i == 0 || v[i - 1].kind == TOKEN_PUNCT) {
		before = i > 0 ? v[i - 1].text : S("");
		return span_eq(before, S(",")) || span_eq(before, S(";"));
	}
	return true;
}

static void
count_pair(struct truecase *t, struct span x, struct span y)
{
	struct span pair = arena_join(t->arena, arena_join(t->arena, x, S(" ")), y);

	map_add(&t->pair, lower(t->arena, pair));
}

/* More than half of the words of five letters and more in capitals: a headline, which shows nothing. */
static bool
is_headline(const struct sentence *s)
{
	size_t high = 0, all = 0;

	if (s->role == ROLE_TITLE || s->role == ROLE_HEADING)
		return true;
	for (size_t i = 0; i < s->tokens.n; i++) {
		if (!is_word(&s->tokens.v[i]) || s->tokens.v[i].text.n < 5)
			continue;
		high += is_high(s->tokens.v[i].text);
		all++;
	}
	return all > 1 && 2 * high > all;
}

static void
learn(struct truecase *t, const struct sentence *s)
{
	const struct token *v = s->tokens.v;
	size_t n = s->tokens.n;
	bool before, after;

	for (size_t i = 0; i < n; i++) {
		if (!is_word(&v[i]))
			continue;
		before = i > 0 && is_word(&v[i - 1]) && is_high(v[i - 1].text);
		after = i + 1 < n && is_word(&v[i + 1]) && is_high(v[i + 1].text);
		if (is_mid(v, i))
			count(t, v[i].text, !before && !after);
		if (before && is_high(v[i].text) && is_mid(v, i - 1) && !truecase_is_function(v[i - 1].text))
			count_pair(t, v[i - 1].text, v[i].text);
	}
}

struct truecase *
truecase_learn(const struct sentence *v, size_t n, struct arena *a)
{
	struct truecase *t = ARENA_NEW(a, struct truecase);

	t->arena = t->word.arena = t->pair.arena = a;
	for (size_t i = 0; i < n; i++)
		if (!is_headline(&v[i]))
			learn(t, &v[i]);
	return t;
}

bool
truecase_is_function(struct span word)
{
	size_t row = tab_find_lower(&tab_stop, word);
	struct span class = row != TAB_NONE ? tab_cell(&tab_stop, row, 1) : S("");

	return span_eq(class, S("f")) || span_eq(class, S("v"));
}

static const struct use *
use_of(const struct truecase *t, struct span word)
{
	size_t id;
	struct buf b = BUF_INIT;

	uni_add_lower(&b, word);
	id = map_find(&t->word, buf_view(&b));
	buf_free(&b);
	return id != MAP_NONE ? &t->use[id] : NULL;
}

struct span
truecase_name(const struct truecase *t, struct span word)
{
	const struct use *u = use_of(t, word);

	return u != NULL && u->high > u->low ? u->form : S("");
}

bool
truecase_is_low(const struct truecase *t, struct span word)
{
	const struct use *u = use_of(t, word);

	return u != NULL && u->low > 0 && u->low >= u->high;
}

bool
truecase_is_pair(const struct truecase *t, struct span x, struct span y)
{
	struct buf b = BUF_INIT;
	bool known;

	if (x.n == 0 || y.n == 0)
		return false;
	uni_add_lower(&b, x);
	buf_char(&b, ' ');
	uni_add_lower(&b, y);
	known = map_find(&t->pair, buf_view(&b)) != MAP_NONE || tab_has(&tab_case, buf_view(&b)) ||
	    tab_has(&tab_place, buf_view(&b));
	buf_free(&b);
	return known;
}

/* Endings of ordinary words, which names of people, places and products seldom have. */
static bool
has_plain_ending(struct span word)
{
	static const struct span ending[] = { SPAN("tion"), SPAN("tions"), SPAN("sion"), SPAN("sions"),
		SPAN("ment"), SPAN("ments"), SPAN("ness"), SPAN("ity"), SPAN("ities"), SPAN("ing"),
		SPAN("ings"), SPAN("ance"), SPAN("ence"), SPAN("ances"), SPAN("ences"), SPAN("able"),
		SPAN("ible"), SPAN("ical"), SPAN("ional"), SPAN("ful"), SPAN("less"), SPAN("ous"),
		SPAN("ive"), SPAN("ives"), SPAN("ized"), SPAN("izes"), SPAN("ize"), SPAN("ship"),
		SPAN("ships"), SPAN("isms"), SPAN("ism"), SPAN("ated"), SPAN("ates"), SPAN("ology"),
		SPAN("ware"), SPAN("ally"), SPAN("ists"), SPAN("ures"), SPAN("ened") };

	for (size_t i = 0; i < sizeof(ending) / sizeof(ending[0]); i++)
		if (word.n > ending[i].n + 2 && span_ends(word, ending[i]))
			return true;
	return false;
}

bool
truecase_is_first_name(struct span word)
{
	size_t row = tab_find_lower(&tab_name, word);

	return row != TAB_NONE && span_eq(tab_cell(&tab_name, row, 1), S("f"));
}

static bool
is_known_name(struct span word)
{
	return truecase_is_first_name(word) || tab_find_lower(&tab_place, word) != TAB_NONE;
}

/* Is it, or what is left of it without an ending, a common word? */
static bool
is_common(struct span word)
{
	static const struct span ending[] = { SPAN(""), SPAN("s"), SPAN("es"), SPAN("d"), SPAN("ed"), SPAN("ing"),
		SPAN("ly"), SPAN("r"), SPAN("er"), SPAN("ers") };

	for (size_t i = 0; i < sizeof(ending) / sizeof(ending[0]); i++)
		if (span_ends(word, ending[i]) && word.n > ending[i].n + 3 * (i > 0) &&
		    tab_find_lower(&tab_common, span_head(word, word.n - ending[i].n)) != TAB_NONE)
			return true;
	return false;
}

/* Is a word that stands in capitals an ordinary one? */
static bool
is_plain(const struct truecase *t, struct span word)
{
	bool common = is_common(word);
	const struct use *u = use_of(t, word);

	if (u != NULL && u->low > 0 && u->low >= u->high)
		return true;
	if (u != NULL && u->high > u->low && (u->alone > 0 || !common))
		return false;
	if (common || tab_find_lower(&tab_numeral, word) != TAB_NONE)
		return true;
	return !is_known_name(word) && has_plain_ending(word);
}

bool
truecase_form(const struct truecase *t, struct span word, bool headline, struct span *form)
{
	struct span name, dash = span_head(word, span_find_char(word, 0, '-'));
	size_t row;

	*form = word;
	if (truecase_is_fixed(word) || span_eq(word, S("I")))
		return true;
	if (truecase_is_function(word))
		return false;
	name = truecase_name(t, word);
	if (name.n > 0 && truecase_is_fixed(name)) {
		*form = name;
		return true;
	}
	if (is_plain(t, word) || (dash.n < word.n && is_plain(t, dash)))
		return false;
	row = tab_find_lower(&tab_case, word);
	if (row != TAB_NONE)
		*form = tab_cell(&tab_case, row, 1);
	return row != TAB_NONE || !headline || name.n > 0 || t->word.n < ENOUGH || is_known_name(word);
}
