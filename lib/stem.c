/* SPDX-License-Identifier: ISC */
#include "stem.h"
