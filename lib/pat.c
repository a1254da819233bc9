/* SPDX-License-Identifier: ISC */
#define PCRE2_CODE_UNIT_WIDTH 8
#include "pat.h"

#include "die.h"
#include "pat_need.h"

#include <pcre2.h>
#include <stdint.h>

#define MATCH_LIMIT 200000
#define HEAP_LIMIT 20000 /* KiB */
#define SEEN_MOST 256   /* a longer text is not looked through before */
#define SLOTS 512        /* a power of two, well over the number of patterns */

/* The one cache: patterns seen so far, by the address of their text. Many are never tried, for want
 * of what they need: code is NULL until one is. */
static struct known {
	const char *key;
	pcre2_code *code;
	struct pat_need need;
} cache[SLOTS];
static unsigned short slots[SLOTS]; /* by the hash of a key: its place in the cache, plus 1 */
static size_t cached;
static pcre2_match_context *context;
static pcre2_match_data *data;

static pcre2_code *
compile(struct span re)
{
	PCRE2_UCHAR what[120];
	PCRE2_SIZE at;
	pcre2_code *code;
	int error;

	/* Subjects are repaired before they come here, but a span may be cut anywhere. */
	code = pcre2_compile((PCRE2_SPTR)re.s, re.n,
	    PCRE2_UTF | PCRE2_MATCH_INVALID_UTF | PCRE2_NEVER_BACKSLASH_C, &error, &at, NULL);
	if (code != NULL)
		return code;
	pcre2_get_error_message(error, what, sizeof(what));
	die("pattern %.*s: at %zu: %s", SPAN_ARG(re), (size_t)at, (const char *)what);
}

static void
prepare(void)
{
	context = pcre2_match_context_create(NULL);
	data = pcre2_match_data_create(PAT_GROUPS, NULL);
	if (context == NULL || data == NULL)
		die("out of memory");
	pcre2_set_match_limit(context, MATCH_LIMIT);
	pcre2_set_heap_limit(context, HEAP_LIMIT);
}

static struct known *
lookup(struct span re)
{
	size_t i = ((uintptr_t)re.s >> 1) * 2654435761u % SLOTS;

	while (slots[i] != 0 && cache[slots[i] - 1].key != re.s)
		i = (i + 1) % SLOTS;
	if (slots[i] == 0) {
		if (cached + 1 == SLOTS)
			die("too many patterns");
		cache[cached].key = re.s;
		pat_need_read(&cache[cached].need, re);
		slots[i] = (unsigned short)++cached;
	}
	return &cache[slots[i] - 1];
}

static const pcre2_code *
code_of(struct known *known, struct span re)
{
	if (known->code != NULL)
		return known->code;
	if (context == NULL)
		prepare();
	return known->code = compile(re);
}

bool
pat_find(struct span re, struct span subject, size_t from, struct pat_match *m)
{
	struct known *known = lookup(re);
	const pcre2_code *code;
	struct pat_set has;
	PCRE2_SIZE *at;
	int n;

	if (from > subject.n)
		return false;
	if (subject.n <= SEEN_MOST && known->need.n > 0) {
		has = pat_set_of(subject);
		if (!pat_need_met(&known->need, &has))
			return false;
	}
	code = code_of(known, re); /* first: it makes the match data too */
	n = pcre2_match(code, (PCRE2_SPTR)subject.s, subject.n, from, 0, data, context);
	if (n < 0)
		return false;
	if (m == NULL)
		return true;
	at = pcre2_get_ovector_pointer(data);
	*m = (struct pat_match){ 0 };
	for (int i = 0; i < (n > 0 ? n : PAT_GROUPS); i++)
		if (at[2 * i] != PCRE2_UNSET)
			m->group[i] = (struct span){ subject.s + at[2 * i], at[2 * i + 1] - at[2 * i] };
	return true;
}

bool
pat_test(struct span re, struct span subject)
{
	return pat_find(re, subject, 0, NULL);
}

