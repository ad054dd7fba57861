// libebur128, which measures loudness by EBU R 128.
#ifndef SYRINX_CEBUR128_H
#define SYRINX_CEBUR128_H

#include <ebur128.h>

#endif
