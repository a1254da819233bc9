/* SPDX-License-Identifier: ISC */
#include "sent.h"
