/* SPDX-License-Identifier: ISC */
#include "article.h"
