/* SPDX-License-Identifier: ISC */
#include "limit.h"
