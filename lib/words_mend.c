/* SPDX-License-Identifier: ISC */
#include "words.h"

#include "list.h"
#include "stem.h"
#include "tab.h"
#include "tag.h"
#include "words_part.h"

extern const struct tab tab_act;

static bool
is_all_capitals(struct span t)
{
	for (size_t i = 0; i < t.n; i++)
		if (!span_is_upper(t.s[i]))
			return false;
	return t.n > 2;
}

/* Names that are also verbs: "Will Slack", "Mark", "PACE". A capital inside a sentence that is not
 * all capitals tells. */
static void
mend_letters(struct words *w)
{
	for (size_t i = 0; i < w->n; i++) {
		struct word *word = &w->v[i];
		bool verb;

		if (!words_is_capital(word))
			continue;
		verb = span_has(S("Mvpzd"), word->letter);
		if (words_is_numeral(w, i))
			word->letter = 'C';
		if ((word->letter == 'O' && words_is_letters(word)) || span_eq(word->token.text, S("AI")))
			word->letter = 'P'; /* nor the "ai" of "ain't" */
		if (word->letter == '\'')
			word->letter = 'P';
		if (word->letter == 'N' && i > 0 && span_is_alnum(w->v[i - 1].token.text.s[0]))
			word->letter = 'P';
		if (!verb)
			continue;
		if (is_all_capitals(word->token.text) || (i == 0 && word->letter == 'M' && w->n > 1 && words_is_capital(&w->v[1]))
		    || (i > 0 && i + 1 < w->n && span_is_alpha(w->v[i - 1].token.text.s[0])
			&& (words_is_capital(&w->v[i + 1]) || w->v[i - 1].letter == 'P')))
			word->letter = 'P';
	}
}

/* "we’ll", "they’ve": helping verbs, whatever the tagger made of them. */
static void
mend_clitics(struct words *w)
{
	static const struct {
		struct span list;
		char letter;
	} clitic[] = { { SPAN("’ll|'ll|’d|'d"), 'M' }, { SPAN("’ve|'ve"), 'p' }, { SPAN("’re|'re|’m|'m"), 'B' } };

	for (size_t i = 1; i < w->n; i++) {
		if (span_is_alnum(w->v[i].token.text.s[0]) || w->v[i].token.text.n < 2)
			continue;
		for (size_t k = 0; k < sizeof(clitic) / sizeof(clitic[0]); k++)
			if (span_listed(clitic[k].list, w->v[i].token.text))
				w->v[i].letter = clitic[k].letter;
	}
}

/* Forms of be are B; forms of have before a participle are H. "We’ve fixed": a past form is a participle there. */
static void
mend_auxiliaries(struct words *w)
{
	for (size_t i = 0; i < w->n; i++) {
		size_t next = i + 1;

		if (!words_is_finite(w->v[i].letter) || !span_has(S("zpd"), w->v[i].letter))
			continue;
		while (next + 1 < w->n && span_has(S("RX"), w->v[next].letter))
			next++;
		if (next < w->n && w->v[next].letter == 'd' && span_listed(S("’ve|'ve"), w->v[i].token.text))
			w->v[next].letter = 'n';
		if (span_listed(S("is|are|was|were|am|’s|'s|’re|'re"), w->v[i].token.text))
			w->v[i].letter = 'B';
		else if (next < w->n && span_has(S("nb"), w->v[next].letter)
		    && span_listed(S("has|have|had|’ve|'ve"), w->v[i].token.text))
			w->v[i].letter = 'H';
	}
}

/* "18F", "2i2c": a name, not a number; "14.5B" is one. */
static bool
is_code_name(struct span t)
{
	size_t turns = 0;

	for (size_t i = 1; i < t.n; i++)
		turns += span_is_digit(t.s[i]) != span_is_digit(t.s[i - 1]) && span_is_alnum(t.s[i]) && span_is_alnum(t.s[i - 1]);
	return turns > 2 || (span_is_digit(t.s[0]) && span_is_upper(t.s[t.n - 1]) && !span_has(S("BMKT"), t.s[t.n - 1]));
}

static bool
is_many(struct span t)
{
	return t.n > 3 && (t.s[t.n - 1] == 's' || t.n == 4) && span_has(S("dhmtDHMT"), t.s[0])
	    && span_listed(S("half|dozens|hundreds|thousands|millions"), t);
}

/* "under half of", "over 40 people": a preposition before a number only says how exact it is; "before 2030.": what
 * has a number and no more after it is a preposition. */
static void
mend_numbers(struct words *w)
{
	static const struct span about = SPAN("over|under|about|around|nearly|almost|roughly|some|approximately");

	for (size_t i = 0; i < w->n; i++) {
		if (is_many(w->v[i].token.text))
			w->v[i].letter = 'C';
		if (span_is_digit(w->v[i].token.text.s[0]) && span_has(S("CJN"), w->v[i].letter) && is_code_name(w->v[i].token.text))
			w->v[i].letter = 'P';
		if (i > 0 && w->v[i].letter == 'C' && span_listed(about, w->v[i - 1].token.text))
			w->v[i - 1].letter = 'R';
		if (i > 0 && w->v[i].letter == 'C' && w->v[i - 1].letter == 'U'
		    && (i + 1 == w->n || span_has(S(".,"), w->v[i + 1].letter)))
			w->v[i - 1].letter = 'I';
	}
}

/* A sentence has a finite verb: where none is to be seen, a participle before an object is one, or,
 * where there is a full stop, before any phrase. */
static void
mend_participle(struct words *w)
{
	bool stop = w->n > 0 && w->v[w->n - 1].letter == '.';
	size_t first = 0;

	if (words_verb(w, 0) < w->n)
		return;
	while (first < w->n && w->v[first].letter != 'n')
		first++;
	if (first > 0 && first + 1 < w->n && span_has(S("NPCJRY"), w->v[first - 1].letter)
	    && span_find_char(S("DJNPCm$tIU"), 0, w->v[first + 1].letter) < (stop ? 10 : 8))
		w->v[first].letter = 'd';
}

/* "..., and these updates make it easy": a base form after the only noun of its clause is a present one. */
static void
mend_base(struct words *w)
{
	enum { STOP = 1, NOUN = 2, VERB = 4 };
	static const unsigned char kind[128] = { [','] = STOP, [';'] = STOP, [':'] = STOP, ['K'] = STOP, ['-'] = STOP,
		['('] = STOP, ['.'] = STOP, ['N'] = NOUN, ['P'] = NOUN, ['z'] = VERB, ['d'] = VERB, ['p'] = VERB, ['v'] = VERB,
		['g'] = VERB, ['n'] = VERB, ['M'] = VERB, ['B'] = VERB, ['H'] = VERB, ['A'] = VERB, ['b'] = VERB, ['t'] = VERB,
		['X'] = VERB };
	unsigned seen = 0, now;

	for (size_t i = 0; i < w->n; i++) {
		if (w->v[i].letter == 'v' && seen == NOUN && i > 0 && span_has(S("NPR"), w->v[i - 1].letter))
			w->v[i].letter = 'p';
		now = kind[w->v[i].letter & 127];
		seen = now == STOP ? 0 : seen | now;
	}
}

/* "Open data is", "how open source works": what opens nothing is an adjective. */
static void
mend_open(struct words *w)
{
	for (size_t i = 0; i + 2 < w->n; i++)
		if (w->v[i].letter == 'v' && w->v[i + 1].letter == 'N' && span_has(S("BzdpMH"), w->v[i + 2].letter)
		    && span_same(w->v[i].token.text, S("open")))
			w->v[i].letter = 'J';
}

/* "such as", "according to" and "as regards to" are prepositions, a help desk is a thing. */
static void
mend_pairs(struct words *w)
{
	for (size_t i = 0; i + 1 < w->n; i++) {
		struct span first = w->v[i].token.text, second = w->v[i + 1].token.text;

		if (span_same(first, S("help")) && span_same(second, S("desk")))
			w->v[i].letter = w->v[i + 1].letter = 'N';
		if (second.n != 2)
			continue;
		/* "Two Years of a New Assistant Lead to Lessons": neither a thing nor a name. */
		if (i > 0 && w->v[i + 1].letter == 'I' && span_same(first, S("lead")) && span_same(second, S("to"))
		    && span_has(S("NP"), w->v[i].letter) && span_has(S("NP"), w->v[i - 1].letter))
			w->v[i].letter = 'p';
		if ((span_same(first, S("such")) && span_same(second, S("as")))
		    || (span_listed(S("according|regards"), first) && span_same(second, S("to"))))
			w->v[i].letter = w->v[i + 1].letter = 'I';
	}
}

/* "The office reviewed the memo": what looks like a participle after the only noun phrase, before one with
 * an article or a number, is what the subject did. */
static void
mend_active(struct words *w)
{
	/* "of the sites they tested failed": the verb after that of a clause without "that". */
	for (size_t i = 2; i + 1 < w->n; i++)
		if (w->v[i].letter == 'n' && w->v[i - 1].letter == 'd' && w->v[i - 2].letter == 'O'
		    && span_has(S("RID"), w->v[i + 1].letter))
			w->v[i].letter = 'd';
	for (size_t i = 1; i + 1 < w->n && !span_has(S("zdpMBHAUW,:"), w->v[i].letter); i++) {
		size_t next = i + 1 + (i + 2 < w->n && w->v[i + 1].letter == 'R');

		if (w->v[i].letter != 'n' || !span_has(S("NPY)"), w->v[i - 1].letter))
			continue;
		if (span_has(S("DmC$"), w->v[next].letter) && !span_listed(list_named(S("twofold")), w->v[i].token.text))
			w->v[i].letter = 'd';
		return;
	}
}

/* "of existing content": an adjective, not what is done. */
static void
mend_lasting(struct words *w)
{
	for (size_t i = 0; i + 2 < w->n; i++)
		if (span_has(S("UIo"), w->v[i].letter) && w->v[i + 1].letter == 'g' && span_has(S("NPJ"), w->v[i + 2].letter)
		    && span_listed(list_named(S("lasting")), w->v[i + 1].token.text)) {
			w->v[i].letter = span_same(w->v[i].token.text, S("of")) ? 'o' : 'I';
			w->v[i + 1].letter = 'J';
		}
}

/* "44% never recruit": a base form after never, without a helping verb, is a present one. */
static void
mend_never(struct words *w)
{
	for (size_t i = 1; i + 1 < w->n; i++)
		if (w->v[i].letter == 'X' && w->v[i + 1].letter == 'v' && span_has(S("NPOQW"), w->v[i - 1].letter)
		    && span_same(w->v[i].token.text, S("never")))
			w->v[i + 1].letter = 'p';
}

/* "Meta's generational power shift": after a noun, ’s before a whole noun phrase that has no article is
 * a possessive, for "is" would ask for one. */
static void
mend_possessive(struct words *w)
{
	for (size_t i = 1; i + 1 < w->n; i++) {
		size_t to = i + 1;

		if (w->v[i].letter != 'B' || !span_listed(S("’s|'s"), w->v[i].token.text)
		    || !span_has(S("NP"), w->v[i - 1].letter))
			continue;
		while (to + 1 < w->n && span_has(S("JNP"), w->v[to].letter)
		    && span_has(S("JNP"), w->v[to + 1].letter))
			to++;
		if (w->v[to].letter == 'N' && words_is_counted(&w->v[to]))
			w->v[i].letter = 'S';
	}
}

/* "50 percent of users access the site.": where no verb is to be seen at all, what can be one after several is
 * one, and after one thing what ends in s. */
static void
mend_hidden(struct words *w)
{
	size_t from = w->n;

	if (w->n < 5 || w->v[w->n - 1].letter != '.')
		return;
	while (from > 0 && w->v[from - 1].letter != 'U')
		from--;
	if (words_verb(w, from) < w->n)
		return;
	for (size_t i = from + 1; i + 2 < w->n && !span_has(S("UWgnv"), w->v[i].letter); i++) {
		enum tag_xpos before = tag_xpos(&w->v[i - 1].token), now = tag_xpos(&w->v[i].token);
		struct buf b = BUF_INIT;
		bool verb;

		if (w->v[i].letter != 'N' || words_is_capital(&w->v[i]) || !span_has(S("NP"), w->v[i - 1].letter)
		    || !span_has(S("DmJNIRCP"), w->v[i + 1].letter)
		    || span_ends(w->v[i].token.text, S("ing")) || (before == XPOS_NNS ? now != XPOS_NN : now != XPOS_NNS))
			continue;
		stem_lemma_verb(w->v[i].token.text, &b);
		verb = tab_find_lower(&tab_act, buf_view(&b)) != TAB_NONE;
		buf_free(&b);
		if (!verb)
			continue;
		w->v[i].letter = now == XPOS_NNS ? 'z' : 'p';
		return;
	}
}

/* "Student loan repayment tool revamp", "energy use in the sheds fell": a base form behind one thing, at the end
 * or before the verb of the sentence, is a thing too. */
static void
mend_agreement(struct words *w)
{
	size_t at = 0, verb;

	while (at < w->n && span_has(S("JNP"), w->v[at].letter) && tag_xpos(&w->v[at].token) != XPOS_NNS)
		at++;
	if (at == 0 || at == w->n || w->v[at].letter != 'p' || words_is_capital(&w->v[at]) || w->v[at - 1].letter == 'J')
		return;
	if (at + 1 == w->n && at > 1 && w->v[at - 1].letter == 'N')
		w->v[at].letter = 'N';
	if (at + 1 == w->n || !span_has(S("Io"), w->v[at + 1].letter))
		return;
	verb = words_verb(w, at + 1);
	for (size_t i = at + 1; i < verb; i++)
		if (!span_has(S("IoDmJNPC"), w->v[i].letter))
			return;
	if (verb < w->n)
		w->v[at].letter = 'N';
}

/* "helping small farmers access credit": after help, let and make a base form is an infinitive. */
static void
mend_helped(struct words *w)
{
	struct span helps = list_named(S("lets"));

	for (size_t i = 0; i + 2 < w->n; i++) {
		size_t at = i + 1;

		if (!span_has(S("vpzdg"), w->v[i].letter) || !span_listed(helps, w->v[i].token.text))
			continue;
		while (at < w->n && span_has(S("DmJNPCS"), w->v[at].letter))
			at++;
		if (at > i + 1 && at < w->n && w->v[at].letter == 'p')
			w->v[at].letter = 'v';
	}
}

/* "to create, maintain, and present digital content": behind two base forms in a list, what can be one is one. */
static void
mend_listed(struct words *w)
{
	for (size_t i = 0; i + 6 < w->n; i++)
		if (w->v[i].letter == 'v' && w->v[i + 1].letter == ',' && w->v[i + 2].letter == 'v' && w->v[i + 3].letter == ','
		    && w->v[i + 4].letter == 'K' && w->v[i + 5].letter == 'J' && span_has(S("DmJNP"), w->v[i + 6].letter)
		    && tab_find_lower(&tab_act, w->v[i + 5].token.text) != TAB_NONE)
			w->v[i + 5].letter = 'v';
}

void
words_mend(struct words *w)
{
	mend_letters(w);
	mend_numbers(w);
	mend_base(w);
	mend_pairs(w);
	mend_open(w);
	mend_lasting(w);
	mend_never(w);
	mend_clitics(w);
	mend_auxiliaries(w);
	mend_possessive(w);
	mend_participle(w);
	mend_active(w);
	mend_hidden(w);
	mend_agreement(w);
	mend_helped(w);
	mend_listed(w);
}
