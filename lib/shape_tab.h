/* SPDX-License-Identifier: ISC */
/*
 * shape_tab: the patterns of a table, for mktab. `# shapes: COLUMN` names the column that holds them. A
 * row whose first cell is <x> is a macro: <x> in the patterns below it stands for its own, and it has
 * no program itself.
 */
#ifndef SHAPE_TAB_H
#define SHAPE_TAB_H

#include "tab.h"

/* Puts programs in place of the patterns of a table that was made from `text`. */
bool shape_tab(struct tab *t, struct span text, struct arena *a, struct tab_error *e);

/* For other checks of a table's text: what stands after `# NAME:` in its head, empty without it; the column
 * of that name, or the number of columns; the line of a row. */
struct span shape_tab_head(struct span text, struct span name);
uint32_t shape_tab_column(struct span text, struct span wanted);
size_t shape_tab_line(struct span text, uint32_t row);

#endif
