/* SPDX-License-Identifier: ISC */
#include "tag.h"
