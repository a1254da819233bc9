/* SPDX-License-Identifier: ISC */
#include "punycode.h"

#include "utf8.h"

#define LONGEST 63

/* The digits that a number of punycode takes, and the bias for the next one (RFC 3492, 3.3, 6.1). */
static size_t
digits(uint64_t delta, uint32_t bias)
{
	size_t n = 1;

	for (uint32_t k = 36, t;; k += 36, n++) {
		t = k <= bias ? 1 : k >= bias + 26 ? 26 : k - bias;
		if (delta < t)
			return n;
		delta = (delta - t) / (36 - t);
	}
}

static uint32_t
adapt(uint64_t delta, size_t points, bool first)
{
	uint32_t k = 0;

	delta = first ? delta / 700 : delta / 2;
	delta += delta / points;
	for (; delta > 455; k += 36)
		delta /= 35;
	return k + (uint32_t)(36 * delta / (delta + 38));
}

size_t
punycode_length(struct span v)
{
	uint32_t next, m, c, at = 0x80, bias = 72;
	size_t all = utf8_count(v), basic = 0, done, length, n;
	uint64_t delta = 0;

	for (size_t i = 0; i < v.n; i++)
		basic += (unsigned char)v.s[i] < 0x80;
	if (basic == v.n || all > LONGEST)
		return all;
	length = 4 + basic + (basic > 0);
	for (done = basic; done < all; at = next + 1, delta++) {
		next = UTF8_BAD;
		for (size_t i = 0; i < v.n; i += n)
			if ((c = utf8_decode(v, i, &n)) >= at && c < next)
				next = c;
		delta += (uint64_t)(next - at) * (done + 1);
		for (size_t i = 0; i < v.n; i += n) {
			m = utf8_decode(v, i, &n);
			delta += m < next;
			if (m != next)
				continue;
			length += digits(delta, bias);
			bias = adapt(delta, done + 1, done == basic);
			delta = 0;
			done++;
		}
	}
	return length;
}
