/* SPDX-License-Identifier: ISC */
/*
 * nfc: Unicode's Normalization Form C, for those who count characters after it.
 */
#ifndef NFC_H
#define NFC_H

#include "buf.h"

/* Appends v composed; bytes that are no UTF-8 stay as they are. */
void nfc_add(struct buf *out, struct span v);

#endif
