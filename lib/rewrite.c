/* SPDX-License-Identifier: ISC */
#include "rewrite.h"
