/* SPDX-License-Identifier: ISC */
#include "salience.h"
