/* SPDX-License-Identifier: ISC */
#include "bullet.h"
