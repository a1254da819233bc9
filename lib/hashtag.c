/* SPDX-License-Identifier: ISC */
#include "hashtag.h"
