/* SPDX-License-Identifier: ISC */
#include "emoji.h"
