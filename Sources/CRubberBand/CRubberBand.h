// Rubber Band, which stretches time without changing pitch, through its C interface.
#ifndef SYRINX_CRUBBERBAND_H
#define SYRINX_CRUBBERBAND_H

#include <rubberband/rubberband-c.h>

#endif
