/* SPDX-License-Identifier: ISC */
#include "truecase.h"

#include "map.h"
#include "tab.h"
#include "tag.h"
#include "truecase_part.h"
#include "uni.h"

extern const struct tab tab_act, tab_case, tab_name, tab_numeral, tab_place, tab_stop;
extern const struct tab_marks marks_common;

/* An article of so many different words shows each of its names in mid-sentence. */
#define ENOUGH 150

/* How a word stands in mid-sentence. `alone`: capital, with no capital beside it. */
struct use {
	uint32_t low, high, alone;
	uint32_t form; /* the spelling with capitals that is seen most */
	uint32_t lead; /* by how much */
};

struct truecase {
	const struct vocab *vocab;
	struct use *use; /* of each spelling in lower case, by its number */
	size_t uses;     /* how many the vocab had */
	bool *fixed;     /* of each spelling: truecase_is_fixed */
	size_t words;    /* how many of them stand in mid-sentence */
	struct map pair; /* "scale ai": two words that stand side by side in capitals */
};

bool
truecase_is_fixed(struct span word)
{
	for (size_t i = 0; i < word.n; i++) {
		char c = word.s[i];

		if (span_is_lower(c))
			continue;
		if (span_is_digit(c) || (c == '.' && i + 1 < word.n))
			return true;
		if (i > 0 && ((span_is_upper(c) && word.s[i - 1] != '-') || c == '_' || c == '@'))
			return true;
	}
	return false;
}

/* The vote of Boyer and Moore: the form that has the majority, if one has it, is left at the end. */
static void
vote(struct use *u, uint32_t form)
{
	if (u->lead == 0)
		u->form = form;
	if (u->form == form)
		u->lead++;
	else
		u->lead--;
}

static void
count(struct truecase *t, const struct token *token, bool alone)
{
	const struct vocab_word *w = vocab_word(t->vocab, token->word);
	struct use *u = &t->use[w->low];

	t->words += u->low + u->high == 0;
	if (!w->high && !t->fixed[token->word]) {
		u->low++;
		return;
	}
	u->high++;
	u->alone += alone;
	vote(u, token->word);
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
	struct buf pair = BUF_INIT;

	uni_add_lower(&pair, x);
	buf_char(&pair, ' ');
	uni_add_lower(&pair, y);
	map_add(&t->pair, buf_view(&pair));
	buf_free(&pair);
}

static bool
is_high_token(const struct truecase *t, const struct token *token)
{
	return vocab_word(t->vocab, token->word)->high;
}

/* More than half of the words of five letters and more in capitals, and no verb low: a headline, which
 * shows nothing. */
static bool
is_headline(const struct truecase *t, const struct sentence *s)
{
	size_t high = 0, all = 0;

	if (s->role == ROLE_TITLE || s->role == ROLE_HEADING)
		return true;
	for (size_t i = 0; i < s->tokens.n; i++) {
		enum tag_upos u = tag_upos(&s->tokens.v[i]);

		if ((u == UPOS_VERB || u == UPOS_AUX) && !is_high_token(t, &s->tokens.v[i]))
			return false;
		if (!is_word(&s->tokens.v[i]) || s->tokens.v[i].text.n < 5)
			continue;
		high += is_high_token(t, &s->tokens.v[i]);
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
		before = i > 0 && is_word(&v[i - 1]) && is_high_token(t, &v[i - 1]);
		after = i + 1 < n && is_word(&v[i + 1]) && is_high_token(t, &v[i + 1]);
		if (is_mid(v, i))
			count(t, &v[i], !before && !after);
		if (before && is_high_token(t, &v[i]) && is_mid(v, i - 1) && !truecase_is_function(v[i - 1].text))
			count_pair(t, v[i - 1].text, v[i].text);
	}
}

struct truecase *
truecase_learn(const struct sentence *v, size_t n, const struct vocab *vocab, struct arena *a)
{
	struct truecase *t = ARENA_NEW(a, struct truecase);

	t->vocab = vocab;
	t->pair.arena = a;
	t->uses = vocab_words(vocab);
	t->use = arena_table(a, t->uses, sizeof(*t->use));
	t->fixed = ARENA_ARRAY(a, bool, t->uses);
	for (uint32_t w = 0; w < t->uses; w++)
		t->fixed[w] = truecase_is_fixed(vocab_word(vocab, w)->text);
	for (size_t i = 0; i < n; i++)
		if (!is_headline(t, &v[i]))
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

/* How the word stands whose lower case has that number; what was not seen stands nowhere. */
static const struct use *
use_at(const struct truecase *t, uint32_t low)
{
	static const struct use unseen;

	return low < t->uses ? &t->use[low] : &unseen;
}

static const struct use *
use_of(const struct truecase *t, struct span word)
{
	return use_at(t, vocab_find_low(t->vocab, word));
}

static struct span
name(const struct truecase *t, const struct use *u)
{
	return u->high > u->low ? vocab_word(t->vocab, u->form)->text : S("");
}

static bool
is_low(const struct use *u)
{
	return u->low > 0 && u->low >= u->high;
}

struct span
truecase_name(const struct truecase *t, struct span word)
{
	return name(t, use_of(t, word));
}

struct span
truecase_name_of(const struct truecase *t, uint32_t word)
{
	return name(t, use_at(t, vocab_word(t->vocab, word)->low));
}

bool
truecase_is_low(const struct truecase *t, struct span word)
{
	return is_low(use_of(t, word));
}

bool
truecase_is_low_of(const struct truecase *t, uint32_t word)
{
	return is_low(use_at(t, vocab_word(t->vocab, word)->low));
}

/* Written small three times as often as with a capital. */
static bool
is_mostly_low(const struct truecase *t, struct span word)
{
	const struct use *u = use_of(t, word);

	return u != NULL && u->low >= 3 * u->high && u->low > 0;
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
	known = (map_find(&t->pair, buf_view(&b)) != MAP_NONE && !(is_mostly_low(t, x) && is_mostly_low(t, y)))
	    || tab_has(&tab_case, buf_view(&b)) || tab_has(&tab_place, buf_view(&b));
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
		    tab_mark_lower(&marks_common, span_head(word, word.n - ending[i].n)) != 0)
			return true;
	return tab_find_lower(&tab_act, word) != TAB_NONE && !is_known_name(word);
}

/* Is a word that stands in capitals an ordinary one? */
static bool
is_plain(const struct truecase *t, struct span word)
{
	static const struct span noun = SPAN("lender|lenders|boats|segment"); /* or its plural, be it a verb too, and never a name */
	bool common = is_common(word);
	const struct use *u = use_of(t, word);

	if (is_low(u))
		return true;
	if (u->high > u->low && (u->alone > 0 || !common))
		return false;
	if (common || tab_find_lower(&tab_numeral, word) != TAB_NONE)
		return true;
	return !is_known_name(word) && (has_plain_ending(word) || tag_is_like(word, noun));
}

bool
truecase_form(const struct truecase *t, struct span word, bool headline, struct span *form)
{
	struct span own, dash = span_head(word, span_find_char(word, 0, '-'));
	size_t row;

	*form = word;
	if (truecase_is_fixed(word) || span_eq(word, S("I")))
		return true;
	if (truecase_is_function(word))
		return false;
	own = truecase_name(t, word);
	if (own.n > 0 && truecase_is_fixed(own)) {
		*form = own;
		return true;
	}
	if (is_plain(t, word) || (dash.n < word.n && is_plain(t, dash)))
		return false;
	row = tab_find_lower(&tab_case, word);
	if (row != TAB_NONE)
		*form = tab_cell(&tab_case, row, 1);
	return row != TAB_NONE || !headline || own.n > 0 || t->words < ENOUGH || is_known_name(word);
}
