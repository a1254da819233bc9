/* SPDX-License-Identifier: ISC */
#include "check.h"
