/* SPDX-License-Identifier: ISC */
#include "source.h"

#include "source_part.h"
#include "tab.h"
#include "utf8.h"

extern const struct tab tab_acronym;

enum {
	LETTERS_MOST = 6,
	WORDS_MOST = 9 /* of what they stand for */
};

/* The letters of an acronym, without a plural's s; 0 where the word is none. */
static size_t
letters_of(struct span word)
{
	size_t n = 0;

	while (n < word.n && span_is_upper(word.s[n]))
		n++;
	if (n < 2 || n > LETTERS_MOST || (n < word.n && !span_eq(span_from(word, n), S("s"))))
		return 0;
	return n;
}

/* The word before byte `end`. */
static struct span
last_word(struct span text, size_t end)
{
	size_t from;

	while (end > 0 && text.s[end - 1] == ' ')
		end--;
	from = end;
	while (from > 0 && text.s[from - 1] != ' ')
		from--;
	return span_from(span_head(text, end), from);
}

/* "System of Records Notices" before "(SORN)": as many words, each with its letter, small ones between. */
static struct span
spelled_before(struct span text, size_t open, struct span letters)
{
	size_t left = letters.n, at = open;
	struct span word, told;

	for (int words = 0; left > 0 && words < WORDS_MOST; words++) {
		word = last_word(text, at);
		if (word.n == 0 || !span_is_alpha(word.s[0]))
			return S("");
		at = (size_t)(word.s - text.s);
		if (span_listed(S("of|and|for|the|in|on|to|or|with"), word))
			continue;
		if (span_lower(word.s[0]) != span_lower(letters.s[left - 1]))
			return S("");
		left--;
	}
	told = span_rtrim(span_between(text.s + at, text.s + open));
	while (told.n > 0 && !span_is_alnum(told.s[told.n - 1])) /* "Amazon Web Services’ (AWS)" */
		told.n--;
	return left > 0 ? S("") : told;
}

/* What the article says that the letters stand for; empty where it does not. `the`: it has its article there. */
static struct span
spelled(const struct sources *s, struct span letters, bool *the)
{
	struct span open = arena_join(s->arena, S("("), letters), found;

	for (size_t i = 0; i < s->n; i++) {
		struct span text = s->v[i].text;
		size_t at = span_find(text, 0, open), end = at + open.n;

		if (at == text.n || (end < text.n && span_is_alpha(text.s[end]) && text.s[end] != 's'))
			continue;
		found = spelled_before(text, at, letters);
		if (found.n == 0)
			continue;
		*the = span_same(last_word(text, (size_t)(found.s - text.s)), S("the"));
		return found;
	}
	return S("");
}

/* May the word, at the start of `rest` after `before`, be told by what it stands for? */
static bool
fits(struct span whole, struct span word, struct span letters, struct span told)
{
	struct span before = last_word(whole, (size_t)(word.s - whole.s));

	return told.n > 0 && (word.n > letters.n) == span_ends(told, S("s")) && !span_listed(S("a|an"), before)
	    && span_find_same(whole, told) == whole.n;
}

/* Does it stand as a name of its own, which takes an article: "OMB asks", not "the OMB", "OMB memo"? */
static bool
is_own(const struct sources *s, struct span line, struct span word)
{
	struct words w;
	size_t at = 0;

	words_read(&w, line, s->arena);
	while (at < w.n && !span_eq(w.v[at].token.text, word))
		at++;
	if (at == w.n || (at > 0 && span_has(S("DmSJNPgn"), w.v[at - 1].letter)))
		return false;
	return at + 1 >= w.n || !span_has(S("NPJSCg"), w.v[at + 1].letter);
}

bool
source_expand(const struct sources *s, struct span said, struct span *line, size_t most, bool keep, struct span *proof)
{
	struct span rest = *line, word, letters, told;
	struct buf b = BUF_INIT;
	bool done = false, the;

	while (!done && span_word(&rest, &word)) {
		while (word.n > 0 && !span_is_alnum(word.s[word.n - 1]))
			word.n--;
		letters = span_head(word, letters_of(word));
		if (letters.n == 0 || tab_find(&tab_acronym, letters) != TAB_NONE || span_find(s->title, 0, letters) < s->title.n)
			continue;
		told = spelled(s, letters, &the);
		if (!fits(*line, word, letters, told) || span_find_same(said, told) < said.n || (*proof = source_proof(s, told)).n == 0)
			continue;
		buf_add(&b, span_between(line->s, word.s));
		if (the && is_own(s, *line, word))
			buf_str(&b, word.s == line->s ? "The " : "the ");
		buf_add(&b, told);
		if (keep)
			buf_fmt(&b, " (%.*s)", SPAN_ARG(word));
		buf_add(&b, span_between(word.s + word.n, line->s + line->n));
		done = utf8_count(buf_view(&b)) <= most;
		break;
	}
	if (done)
		*line = arena_span(s->arena, buf_view(&b));
	buf_free(&b);
	return done;
}
