/* SPDX-License-Identifier: ISC */
#include "truecase.h"
