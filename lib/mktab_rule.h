/* SPDX-License-Identifier: ISC */
/*
 * mktab_rule: the rules of a table held to what its head says that there is, for mktab, so that no rule
 * asks when the program runs for what is not there:
 *
 *     # groups: COUNT                      a pattern has so many groups at least
 *     # number: COLUMN LEAST MOST          a number between the two
 *     # rises: COLUMN                      by its bytes it is never less than in the row above
 *     # output: COLUMN FORM ...            {G} or {G:FORM}, G a group of the pattern, or 0: all of it
 *     # conditions: COLUMN NAME:WHAT ...   conditions, one blank apart. WHAT is G, a group; G=list, then
 *                                          a|b or the list @x of a row above or below; G=number; or the
 *                                          words of which there may be some: a|b
 *
 * The column of the patterns is that of `# shapes:`.
 */
#ifndef MKTAB_RULE_H
#define MKTAB_RULE_H

#include "tab.h"

/* Does every row hold to the head of `text`, of which the table was parsed? The patterns are still text. */
bool mktab_rule(const struct tab *t, struct span text, struct tab_error *e);

#endif
