/* SPDX-License-Identifier: ISC */
#include "phrase.h"
