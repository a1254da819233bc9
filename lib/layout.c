/* SPDX-License-Identifier: ISC */
#include "layout.h"
