/* SPDX-License-Identifier: ISC */
#ifndef REWRITE_H
#define REWRITE_H
#include "span.h"
#endif
