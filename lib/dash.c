/* SPDX-License-Identifier: ISC */
#include "dash.h"
