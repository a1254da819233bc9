/* SPDX-License-Identifier: ISC */
#include "plain.h"

#include "tab.h"
#include "utf8.h"

extern const struct tab tab_chrome, tab_chromeline;

/* Longer lines are not page furniture. */
#define CHROME_BYTES 160

#define LINE_BYTES TAB_KEY_MOST /* of a whole line in the table */
#define PHRASE_WORDS 4
#define MENU_WORDS 24
#define FORM_WORDS 8   /* of `[choice]` or `[logo.png]` */
#define COUNT_WORDS 12 /* of `3 responses to TITLE` */

/* A tail may hold so much of the page's words (in percent), and no more. */
#define TAIL_SHARE 35

/* So many words at a text's start and end are its edges. */
#define EDGE_WORDS 60

static bool
matches(struct span text, struct span how, struct span what)
{
	struct span first, rest = text;

	if (span_eq(how, S("starts")))
		return span_starts_same(text, what);
	if (!span_is_digit(text.s[0]))
		return false;
	if (span_eq(how, S("counts")))
		return span_words(text) <= 3 && span_ends_same(text, what);
	return span_word(&rest, &first) && span_starts_same(span_ltrim(rest), what) &&
	    span_words(rest) <= COUNT_WORDS;
}

/* The first row whose text begins with the byte or a higher one: the rows are sorted by text. */
static size_t
first_row(unsigned char c)
{
	size_t low = 0, high = tab_chromeline.rows;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if ((unsigned char)tab_cell(&tab_chromeline, middle, 2).s[0] < c)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* The kind of the first row that the line matches; what is counted may be any row's. */
static struct span
matched(struct span text)
{
	bool number = span_is_digit(text.s[0]);
	char c = span_lower(text.s[0]);

	for (size_t row = number ? 0 : first_row((unsigned char)c); row < tab_chromeline.rows; row++) {
		struct span what = tab_cell(&tab_chromeline, row, 2);

		if (!number && what.s[0] != c)
			break;
		if (matches(text, tab_cell(&tab_chromeline, row, 1), what))
			return tab_cell(&tab_chromeline, row, 0);
	}
	return S("");
}

static bool
is_trimming(uint32_t c)
{
	static const uint32_t marks[] = {
		':', '.', '*', '#', '+', '>', '<', '|', '/', 0xAB, 0xBB, 0x2026, 0x2039, 0x203A,
		0x2190, 0x2192, 0x2193, 0x25B2, 0x25BC, 0x25B6, 0x2304, 0x200B,
	};

	if (c < 0x80 && span_is_alnum((char)c))
		return false;
	for (size_t i = 0; i < sizeof(marks) / sizeof(marks[0]); i++)
		if (c == marks[i])
			return true;
	return utf8_is_blank(c);
}

/* The words of a button or a heading, without the arrows and stops around them. */
static struct span
bare(struct span text)
{
	size_t n;

	if (span_starts(text, S("(BUTTON)")))
		text = span_from(text, 8);
	while (text.n > 0 && is_trimming(utf8_decode(text, 0, &n)))
		text = span_from(text, n);
	while (text.n > 0 && is_trimming(utf8_before(text, text.n, &n)))
		text.n -= n;
	return text;
}

/* The whole line in the table. */
static struct span
listed(struct span text)
{
	struct tab_key key = TAB_KEY_INIT;
	size_t row;

	text = bare(text);
	if (text.n > LINE_BYTES)
		return S("");
	tab_key_plain(&key, text);
	row = tab_find_key(&tab_chrome, &key);
	return row != TAB_NONE ? tab_cell(&tab_chrome, row, 1) : S("");
}

/* Does a line of the table begin with the word? */
static bool
may_begin(struct span word)
{
	struct tab_key key = TAB_KEY_INIT;

	tab_key_plain(&key, bare(word));
	return tab_find_start(&tab_chrome, (struct span){ key.s, key.n }) != TAB_NONE;
}

/* The words of the longest phrase of the table that the text begins with; 0 without. */
static size_t
phrase_words(struct span text)
{
	struct span rest = text, word;
	size_t best = 0;

	for (size_t n = 1; n <= PHRASE_WORDS && span_word(&rest, &word) && (n > 1 || may_begin(word)); n++)
		if (listed(span_between(text.s, word.s + word.n)).n > 0)
			best = n;
	return best;
}

/* Buttons and links in a row, almost all of the table: `Log in Sign up Help`. */
static bool
is_menu(struct span text)
{
	size_t words = span_words(text), other = 0, phrases = 0, n;
	struct span word;

	if (words < 2 || words > MENU_WORDS)
		return false;
	while (text.n > 0 && other * 4 <= words) {
		n = phrase_words(text);
		other += n == 0;
		phrases += n > 0;
		for (n = n > 0 ? n : 1; n > 0 && span_word(&text, &word); n--)
			;
		text = span_ltrim(text);
	}
	return phrases >= 2 && other * 4 <= words;
}

struct span
plain_chrome(struct span text)
{
	struct span kind;

	if (text.n == 0 || text.n > CHROME_BYTES)
		return S("");
	if ((kind = listed(text)).n > 0)
		return kind;
	if ((kind = matched(text)).n > 0)
		return kind;
	return is_menu(text) ? S("page") : S("");
}

struct span
plain_chrome_of(struct plain_part *part)
{
	struct span text = part->block.text;

	if (part->judged.s != text.s || part->judged.n != text.n) {
		part->judged = text;
		part->chrome = plain_chrome(text);
	}
	return part->chrome;
}

/* `[          ][Search]`, `____ Search`: a field of a form; `[logo.png]`: an image. */
bool
plain_is_form(struct span text)
{
	if (text.n > 2 && text.s[0] == '[' && span_find_char(text, 0, ']') == text.n - 1)
		return span_words(text) <= FORM_WORDS && !span_starts(text, S("[...")) && !span_starts(text, S("[…"));
	return span_starts(text, S("[ ")) || span_starts(text, S("[]")) ||
	    span_find(text, 0, S("___")) < text.n ||
	    (text.n > 0 && text.s[0] == '[' && span_find(text, 0, S("][")) < text.n);
}

/* `expirydate: 2025-01-01`, left over from the page's source. */
static bool
is_metadata(struct span text)
{
	size_t n = 0;

	while (n < text.n && span_is_lower(text.s[n]))
		n++;
	if (n < 4 || !span_starts(span_from(text, n), S(": ")))
		return false;
	for (n += 2; n < text.n; n++)
		if (!span_is_digit(text.s[n]) && text.s[n] != '-')
			return false;
	return true;
}

/* It is set as a heading, by the rule under it; nobody reads it. */
static void
set_apart(struct plain_part *part)
{
	part->role = PLAIN_HEADING;
	part->block.level = 2;
	part->block.aside = true;
}

/* "bottom of page" is often glued to what was copied after it, "top of page" to what comes next. */
static void
unglue(struct span *text)
{
	if (span_starts_same(*text, S("top of page")) && text->n > 11)
		*text = span_ltrim(span_from(*text, 11));
	else if (span_starts_same(*text, S("bottom of page")))
		*text = S("bottom of page");
}

static size_t
prose_words(const struct plain *p)
{
	size_t words = 0;

	for (size_t i = 0; i < p->n; i++)
		if (p->v[i].role != PLAIN_DROPPED)
			words += p->v[i].words;
	return words;
}

static bool
is_tail(struct span kind)
{
	return span_eq(kind, S("tail")) || span_eq(kind, S("back")) || span_eq(kind, S("end"));
}

static void
cut_tail(struct plain *p, size_t total)
{
	size_t left = total;

	for (size_t i = 0; i < p->n; i++) {
		struct plain_part *part = &p->v[i];

		if (part->role == PLAIN_DROPPED)
			continue;
		if (left * 100 <= total * TAIL_SHARE && is_tail(plain_chrome_of(part))) {
			plain_drop(p, i, p->n);
			return;
		}
		left -= part->words;
	}
}

/* Words that buttons and menus have, and headings as well: chrome beside chrome, or at the
 * edges. */
static void
drop_edges(struct plain *p, size_t total)
{
	size_t seen = 0;

	for (size_t i = 0; i < p->n; i++) {
		bool beside = (i > 0 && p->v[i - 1].role == PLAIN_DROPPED) ||
		    (i + 1 < p->n && p->v[i + 1].role == PLAIN_DROPPED);
		bool edge = seen < EDGE_WORDS || total - seen < EDGE_WORDS;

		seen += p->v[i].words;
		if (p->v[i].words <= 2 && (beside || edge) &&
		    span_eq(plain_chrome_of(&p->v[i]), S("edge")))
			p->v[i].role = PLAIN_DROPPED;
	}
}

static size_t
all_words(const struct plain *p)
{
	size_t words = 0;

	for (size_t i = 0; i < p->n; i++)
		words += p->v[i].words;
	return words;
}

void
plain_find_chrome(struct plain *p)
{
	for (size_t i = 0; i < p->n; i++) {
		struct plain_part *part = &p->v[i];

		unglue(&part->block.text);
		if (plain_is_form(part->block.text) || span_eq(plain_chrome_of(part), S("drop")))
			part->role = PLAIN_DROPPED;
		else if (is_metadata(part->block.text))
			set_apart(part);
	}
	drop_edges(p, all_words(p));
	cut_tail(p, prose_words(p));
}
