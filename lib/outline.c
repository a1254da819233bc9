/* SPDX-License-Identifier: ISC */
#include "outline.h"
