/* SPDX-License-Identifier: ISC */
#include "pat.h"
#include "list.h"
#include "source_part.h"
#include "tab.h"
#include "uni.h"
#include "utf8.h"

extern const struct tab tab_backmatter;

/* `Label: text` and `Speaker: “text”` come apart at the first colon. */
struct span
source_take_label(struct span *text)
{
	size_t at = span_find(*text, 0, S(": "));
	struct span label = span_head(*text, at);

	if (at >= text->n)
		return S("");
	*text = span_trim(span_from(*text, at + 1));
	return label;
}

/* Asked first: most items have no dash. */
static bool
is_dashed(struct span text)
{
	return span_find(text, 0, S("—")) < text.n || span_find(text, 0, S("–")) < text.n
	    || span_find(text, 0, S(" - ")) < text.n;
}

/* "Machine learning (ML) — the use of ...": an item may set its label off by a dash. */
struct span
source_take_dashed(struct span *text)
{
	static const struct span dashed = SPAN("^([\\p{L}\\d][^.!?—–,;]{2,40}?)(?: \\([^)]{1,12}\\))?(?: [—–-] |—)(?=\\p{L})");
	struct pat_match m;

	if (!is_dashed(*text) || !pat_find(dashed, *text, 0, &m) || span_words(m.group[1]) > 5)
		return S("");
	*text = span_from(*text, m.group[0].n);
	return m.group[1];
}

static bool
holds_digit(struct span text)
{
	for (size_t i = 0; i < text.n; i++)
		if (span_is_digit(text.s[i]))
			return true;
	return false;
}

/* Takes blanks off the front; whether there were any. */
static bool
take_blanks(struct span *text)
{
	struct span rest = span_ltrim(*text);
	bool some = rest.n < text->n;

	*text = rest;
	return some;
}

/* Takes one of a list off the front. */
static bool
take_one(struct span *text, struct span list)
{
	struct span one;

	while (span_next(&list, '|', &one))
		if (span_starts(*text, one)) {
			*text = span_from(*text, one.n);
			return true;
		}
	return false;
}

static bool
take_digits(struct span *text)
{
	size_t n = 0;

	while (n < text->n && span_is_digit(text->s[n]))
		n++;
	if (n < 1 || n > 2)
		return false;
	*text = span_from(*text, n);
	return true;
}

/* "3", "#3", "Lesson 2", "Step One". */
static bool
take_count(struct span *text)
{
	struct span rest = *text;
	bool named = take_one(&rest, list_named(S("count")));

	if (named)
		take_blanks(&rest);
	if (take_one(&rest, S("#|№")) && named)
		take_blanks(&rest);
	if (!take_digits(&rest) && !(named && take_one(&rest, S("One|Two|Three|Four|Five|Six|Seven"))))
		return false;
	*text = rest;
	return named || (rest.n > 0 && span_has(S(".):"), rest.s[0]));
}

/* "3.", "Lesson 2:", "Step 1 -": what numbers a heading is not part of it. */
struct span
source_strip_number(struct span text, bool heading)
{
	struct span rest = text, marked;
	bool blank;

	if ((!heading && !holds_digit(span_head(text, 16))) || !take_count(&rest))
		return text;
	blank = take_blanks(&rest);
	marked = rest;
	if (take_one(&marked, S(".|)|:|–|—|-")) && take_blanks(&marked) && marked.n > 0)
		return marked;
	return blank && rest.n > 0 ? rest : text;
}

bool
source_is_myth(struct span text)
{
	return span_opens(text, S("myth|myths|misconception|misconceptions|fallacy|fallacies|false belief|false beliefs"));
}

/* A paragraph may open with its label: "Commodity pricing: In a cloud, ...". */
bool
source_opens_with_label(struct span text)
{
	size_t colon = span_find_char(text, 0, ':');
	struct span label = span_head(text, colon), rest = span_from(text, colon + 2), one;

	if (!span_starts(span_from(text, colon), S(": ")) || rest.n == 0 || span_words(label) > 5
	    || utf8_count(label) < 3 || utf8_count(label) > 39)
		return false;
	if (!span_is_digit(text.s[0]) && !uni_is_capital(text))
		return false;
	for (struct span marks = S(".|!|?|,|“|”|\"|(|)"); span_next(&marks, '|', &one);)
		if (span_find(label, 0, one) < label.n)
			return false;
	return span_starts(rest, S("“")) || uni_is_capital(rest);
}

/* A heading over what not to do: its items are said as mistakes only. */
bool
source_warns(struct span heading)
{
	return span_says(heading, list_named(S("warning")));
}

bool
source_closes(struct span heading)
{
	return span_says(heading, list_named(S("closing")));
}

bool
source_gives_reason(const struct source *s)
{
	struct span line = s->whole.n > 0 ? s->whole : s->text; /* with its label */

	return span_says(line, list_named(S("reason")));
}

bool
source_threatens(struct span label)
{
	return span_listed(list_named(S("threat")), label);
}

bool
source_frames(struct span text)
{
	if (tab_find_lower(&tab_backmatter, span_trim(span_head(text, span_find_char(text, 0, ':')))) != TAB_NONE)
		return true; /* what stands there is a name of a page */
	return span_says(text, list_named(S("framing")));
}

bool
source_denies(struct span text)
{
	struct span first;

	return span_word(&text, &first) && span_listed(list_named(S("denying")), first);
}
