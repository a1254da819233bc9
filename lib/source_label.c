/* SPDX-License-Identifier: ISC */
#include "pat.h"
#include "source_part.h"
#include "uni.h"
#include "utf8.h"

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

#define NUMBERED "Area|Case|Category|Challenge|Chapter|Day|Fact|Goal|Lesson|Level|Method|Objective|Option|Pillar|Play" \
	"|Priority|Mistake|Myth|Misconception|Part|Phase|Principle|Question|Reason|Rule|Session|Stage|Step|Strategy|Theme" \
	"|Tier|Tip|Topic|Track|Trend|Week"

/* Could there be a number to strip? Asked first. */
static bool
may_be_numbered(struct span text, bool heading)
{
	struct span list = S(NUMBERED), one;
	size_t at = text.s[0] == '#', n = at;

	while (n < text.n && n < at + 3 && span_is_digit(text.s[n]))
		n++;
	if (n > at)
		return n <= at + 2 && n < text.n && (text.s[n] == '.' || text.s[n] == ')' || text.s[n] == ':');
	if (!span_is_alpha(text.s[0]))
		return span_starts(text, S("№"));
	if (!heading && !holds_digit(span_head(text, 16)))
		return false;
	while (span_next(&list, '|', &one))
		if (one.s[0] == text.s[0] && span_starts(text, one))
			return true;
	return false;
}

/* "3.", "Lesson 2:", "Step 1 -": what numbers a heading is not part of it. */
struct span
source_strip_number(struct span text, bool heading)
{
	static const struct span number = SPAN("^(?:(?:" NUMBERED ")\\s*"
		"(?:[#№]\\s*)?(?:\\d{1,2}|One|Two|Three|Four|Five|Six|Seven)|[#№]?\\d{1,2}(?=[.):]))"
		"\\s*[.):–—-]?\\s+(?=\\S)");
	struct pat_match m;

	return may_be_numbered(text, heading) && pat_find(number, text, 0, &m) ? span_from(text, m.group[0].n) : text;
}

bool
source_is_myth(struct span text)
{
	return span_opens(text, S("myth|myths|misconception|misconceptions|fallacy|fallacys|false belief|false beliefs"));
}

/* A paragraph may open with its label: "Commodity pricing: In a cloud, ...". */
bool
source_opens_with_label(struct span text)
{
	size_t colon = span_find_char(text, 0, ':'), n;
	struct span label = span_head(text, colon), rest = span_from(text, colon + 2), one;

	if (!span_starts(span_from(text, colon), S(": ")) || rest.n == 0 || span_words(label) > 5
	    || utf8_count(label) < 3 || utf8_count(label) > 39)
		return false;
	if (!span_is_digit(text.s[0]) && !uni_is_upper(utf8_decode(text, 0, &n)))
		return false;
	for (struct span marks = S(".|!|?|,|“|”|\"|(|)"); span_next(&marks, '|', &one);)
		if (span_find(label, 0, one) < label.n)
			return false;
	return span_starts(rest, S("“")) || uni_is_upper(utf8_decode(rest, 0, &n));
}

/* A heading over what not to do: its items are said as mistakes only. */
bool
source_warns(struct span heading)
{
	return span_says(heading, S("mistake|mistakes|pitfall|pitfalls|errors|traps|blunders|avoid|dont|donts|don't|don'ts"
		"|don’t|don’ts|do not|what not to|wrong|never"));
}

bool
source_closes(struct span heading)
{
	return span_says(heading, S("conclusion|conclusions|looking ahead|looking forward|future|outlook|next|takeaway|takeaways"
		"|lesson|lessons|learned|final|summary|closing|moving forward|road ahead|in the end|where do we go"));
}
