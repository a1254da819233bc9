/* SPDX-License-Identifier: ISC */
#include "stem.h"

#include "list.h"
#include "tab.h"

/* form, verb, third person: what the rules below would get wrong. */
extern const struct tab tab_verb;
extern const struct tab tab_noun; /* form, singular, plural */

enum { VERB_LEMMA = 1, VERB_THIRD };
enum { NOUN_LEMMA = 1, NOUN_PLURAL };

static void
add_lower(struct buf *out, struct span v)
{
	buf_reserve(out, v.n);
	for (size_t i = 0; i < v.n; i++)
		buf_char(out, span_lower(v.s[i]));
}

static bool
is_vowel(char c)
{
	return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
}

/* The i-th letter from the end, the last one being 1; a blank before the beginning. */
static char
from_end(struct span v, size_t i)
{
	return i <= v.n ? span_lower(v.s[v.n - i]) : ' ';
}

/* A consonant to the rules of spelling: the u of qu is one. */
static bool
is_consonant(struct span v, size_t i)
{
	char c = from_end(v, i);

	return c != ' ' && (!is_vowel(c) || (c == 'u' && from_end(v, i + 1) == 'q'));
}

static bool
ends_in_any(struct span v, const char *list)
{
	const char *next;

	for (const char *end = list; v.n > 0 && *end != '\0'; end = *next == ' ' ? next + 1 : next) {
		for (next = end; *next != '\0' && *next != ' ';)
			next++;
		if (next[-1] == v.s[v.n - 1] && span_ends(v, span_between(end, next)))
			return true;
	}
	return false;
}

static size_t
vowel_groups(struct span v)
{
	size_t n = 0;

	for (size_t i = v.n; i >= 1; i--)
		if (!is_consonant(v, i) && (i == v.n || is_consonant(v, i + 1)))
			n++;
	return n;
}

/* One vowel between consonants at the end, as in hop and commit. */
static bool
ends_short(struct span v)
{
	return is_consonant(v, 1) && !is_consonant(v, 2) && (v.n == 2 || is_consonant(v, 3))
	    && !span_has(S("wxy"), from_end(v, 1));
}

/* Two vowels that are one sound: a stem that ends so needs no e (train, reveal). */
static bool
ends_long(struct span v)
{
	return is_consonant(v, 1) && v.n > 2
	    && ends_in_any(span_head(v, v.n - 1), "ai au ea ee ei eu oa oi oo ou ow ie ui oy ay ey aw ew")
	    && !(from_end(v, 3) == 'u' && from_end(v, 4) == 'q');
}

/* Was there an e after this stem, before -ed or -ing took it away? For what is left of verbs: their
 * spelling tells, but for those in the table. */
static bool
wants_e(struct span v)
{
	if (ends_in_any(v, "c v u dg lg rg nc ns rs ls ps bl cl dl fl gl kl pl tl zl yz"))
		return true;
	if (ends_in_any(v, "ang eng hing ring ung"))
		return vowel_groups(v) > 1 || ends_in_any(v, "chang rang hing");
	if (from_end(v, 1) == 's' || from_end(v, 1) == 'z')
		return from_end(v, 2) != from_end(v, 1);
	if (ends_long(v) || !is_consonant(v, 1) || is_consonant(v, 2))
		return false;
	if (ends_short(v) && vowel_groups(v) == 1)
		return true;
	return ends_in_any(v, "at ut ir ur ar quir ad id od ud am im um ap ak ik ok ab ib ub ag eg ul olv "
	    "in us ot");
}

/* The lemma of stem + ed or stem + ing. */
static void
add_stem(struct span v, struct buf *out)
{
	char last = from_end(v, 1);

	if (last == from_end(v, 2) && is_consonant(v, 1) && v.n > 3
	    && span_has(S("bdgkmnprtv"), last))
		v.n--;
	else if (wants_e(v)) {
		add_lower(out, v);
		buf_char(out, 'e');
		return;
	}
	add_lower(out, v);
}

static bool
has_vowel(struct span v)
{
	for (size_t i = 1; i <= v.n; i++)
		if (!is_consonant(v, i) || from_end(v, i) == 'y')
			return true;
	return false;
}

/* third person or plural, without its s */
static void
add_without_s(struct span v, struct buf *out)
{
	if (v.n > 4 && span_ends(v, S("ies"))) {
		add_lower(out, span_head(v, v.n - 3));
		buf_char(out, 'y');
	} else if (ends_in_any(v, "sses xes ches shes zzes")
	    || (v.n > 4 && span_ends(v, S("oes")))) {
		add_lower(out, span_head(v, v.n - 2));
	} else {
		add_lower(out, span_head(v, v.n - 1));
	}
}

static bool
ends_in_s(struct span v)
{
	return v.n > 3 && from_end(v, 1) == 's' && !ends_in_any(v, "ss us is 's");
}

/* Lower case, on the stack: longer words have no forms that are known. */
enum { LONGEST = 48 };
struct lower {
	char s[LONGEST];
	struct span v;
};

static bool
lower(struct lower *l, struct span v)
{
	if (v.n == 0 || v.n > sizeof(l->s))
		return false;
	for (size_t i = 0; i < v.n; i++)
		l->s[i] = span_lower(v.s[i]);
	l->v = (struct span){ l->s, v.n };
	return true;
}

static bool
add_regular_lemma(struct span v, struct buf *out)
{
	if (ends_in_s(v)) {
		add_without_s(v, out);
	} else if (v.n > 4 && span_ends(v, S("ied"))) {
		add_lower(out, span_head(v, v.n - 3));
		buf_char(out, 'y');
	} else if (v.n == 4 && span_ends(v, S("ied"))) {
		add_lower(out, span_head(v, 3));
	} else if (v.n > 4 && span_ends(v, S("eed"))) {
		add_lower(out, span_head(v, v.n - (vowel_groups(v) > 1)));
	} else if (v.n > 3 && span_ends(v, S("ed")) && has_vowel(span_head(v, v.n - 2))) {
		add_stem(span_head(v, v.n - 2), out);
	} else if (v.n > 4 && span_ends(v, S("ying")) && v.n == 5) {
		add_lower(out, span_head(v, v.n - 4));
		buf_str(out, "ie");
	} else if (v.n > 4 && span_ends(v, S("ing")) && has_vowel(span_head(v, v.n - 3))) {
		add_stem(span_head(v, v.n - 3), out);
	} else {
		return false;
	}
	return true;
}

/* The lemma of a form in lower case, which the table has in that row, or in none. */
static void
add_verb_lemma(struct span form, size_t row, struct buf *out)
{
	if (row != TAB_NONE)
		buf_add(out, tab_cell(&tab_verb, row, VERB_LEMMA));
	else if (!add_regular_lemma(form, out))
		buf_add(out, form);
}

static void
add_noun_lemma(struct span form, size_t row, struct buf *out)
{
	if (row != TAB_NONE)
		buf_add(out, tab_cell(&tab_noun, row, NOUN_LEMMA));
	else if (ends_in_s(form) && !span_ends(form, S("ics")))
		add_without_s(form, out);
	else
		buf_add(out, form);
}

void
stem_lemma_verb(struct span form, struct buf *out)
{
	struct lower l;

	if (lower(&l, form))
		add_verb_lemma(l.v, tab_find(&tab_verb, l.v), out);
	else
		add_lower(out, form);
}

void
stem_lemma_noun(struct span form, struct buf *out)
{
	struct lower l;

	if (lower(&l, form))
		add_noun_lemma(l.v, tab_find(&tab_noun, l.v), out);
	else
		add_lower(out, form);
}

/* word + s, as nouns and verbs have it */
static void
add_s(struct span v, struct buf *out)
{
	struct lower l;

	if (!lower(&l, v)) {
		add_lower(out, v);
	} else if (from_end(v, 1) == 'y' && is_consonant(v, 2)) {
		buf_add(out, span_head(l.v, v.n - 1));
		buf_str(out, "ies");
		return;
	} else {
		buf_add(out, l.v);
		if (ends_in_any(l.v, "s x z ch sh"))
			buf_char(out, 'e');
	}
	buf_char(out, 's');
}

/* A form of another verb that looks like this one (found, of find) has no third person of it. */
void
stem_third(struct span verb, struct buf *out)
{
	struct span third = S("");
	struct lower l;
	size_t row = lower(&l, verb) ? tab_find(&tab_verb, l.v) : TAB_NONE;

	if (row != TAB_NONE && span_eq(tab_cell(&tab_verb, row, VERB_LEMMA), l.v))
		third = tab_cell(&tab_verb, row, VERB_THIRD);
	if (third.n > 0)
		buf_add(out, third);
	else
		add_s(verb, out);
}

/* The stem that the -ing of a verb stands on: a regular past form shows it. */
static struct span
ing_stem(struct span form, struct span lemma)
{
	if (form.n > lemma.n && form.n > 4 && span_ends(form, S("ed")) && span_starts(form, span_head(lemma, lemma.n - 1))
	    && !span_ends(form, S("ied")) && !span_ends(form, S("eed")))
		return span_head(form, form.n - 2);
	if (span_ends(lemma, S("e")) && !ends_in_any(lemma, "ee oe ye ie") && lemma.n > 2)
		return span_head(lemma, lemma.n - 1);
	return lemma;
}

void
stem_ing(struct span form, struct buf *out)
{
	struct span twice = list_named(S("doubles"));
	struct buf lemma = BUF_INIT;
	struct lower l;
	struct span stem;

	stem_lemma_verb(form, &lemma);
	stem = ing_stem(lower(&l, form) ? l.v : form, buf_view(&lemma));
	buf_add(out, stem);
	if (span_ends(stem, S("ie"))) {
		buf_cut(out, out->n - 2);
		buf_char(out, 'y');
	} else if (stem.n == lemma.n && span_listed(twice, stem)) {
		buf_char(out, stem.s[stem.n - 1]);
	}
	buf_str(out, "ing");
	buf_free(&lemma);
}

void
stem_plural(struct span noun, struct buf *out)
{
	struct lower l;
	size_t row;

	if (!lower(&l, noun)) {
		add_s(noun, out);
		return;
	}
	row = tab_find(&tab_noun, l.v);
	if (row != TAB_NONE) {
		buf_add(out, tab_cell(&tab_noun, row, NOUN_PLURAL));
	} else if (noun.n > 4 && ends_in_any(l.v, "ysis osis esis")) {
		buf_add(out, span_head(l.v, noun.n - 2));
		buf_str(out, "es");
	} else {
		add_s(noun, out);
	}
}

/* Forms of verbs that are as often another word: for matching they stay what they are. */
static bool
is_other_word(struct span v)
{
	static const struct span word[] = { SPAN("bore"), SPAN("born"), SPAN("bound"), SPAN("building"),
		SPAN("ceiling"), SPAN("during"), SPAN("earring"), SPAN("evening"), SPAN("felt"), SPAN("ground"),
		SPAN("hundred"), SPAN("lay"), SPAN("left"), SPAN("morning"), SPAN("rose"), SPAN("sacred"),
		SPAN("saw"), SPAN("shot"), SPAN("sibling"), SPAN("spoke"), SPAN("wedding"), SPAN("wound") };

	return (span_has(S("degntwy"), from_end(v, 1)) && span_in(v, word, sizeof(word) / sizeof(word[0])))
	    || (span_ends(v, S("thing")) && ends_in_any(v, "nothing ything mething"));
}

static void
add_light(struct span low, size_t noun, size_t verb, struct buf *out)
{
	if (noun == TAB_NONE && verb == TAB_NONE && !span_has(S("sdg"), from_end(low, 1)))
		buf_add(out, low); /* no ending to lose */
	else if (noun != TAB_NONE || (verb == TAB_NONE && ends_in_s(low)))
		add_noun_lemma(low, noun, out);
	else
		add_verb_lemma(low, verb, out);
}

void
stem_light_rows(struct span low, size_t noun, size_t verb, struct buf *out)
{
	if (low.n > LONGEST || is_other_word(low))
		buf_add(out, low);
	else
		add_light(low, noun, verb, out);
}

void
stem_light(struct span word, struct buf *out)
{
	struct lower l;

	if (!lower(&l, word) || is_other_word(l.v)) {
		add_lower(out, word);
		return;
	}
	if (span_ends(l.v, S("'s")))
		l.v.n -= 2;
	add_light(l.v, tab_find(&tab_noun, l.v), tab_find(&tab_verb, l.v), out);
}
