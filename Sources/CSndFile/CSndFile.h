// libsndfile, which reads and writes sound files.
#ifndef SYRINX_CSNDFILE_H
#define SYRINX_CSNDFILE_H

#include <sndfile.h>

#endif
