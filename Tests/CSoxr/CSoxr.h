// libsoxr, a resampler to compare with.
#ifndef SYRINX_CSOXR_H
#define SYRINX_CSOXR_H

#include <soxr.h>

#endif
