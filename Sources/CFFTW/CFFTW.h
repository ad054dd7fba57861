// FFTW in single precision, which transforms between time and frequency. The transforms neither lock nor allocate; making
// plans does both.
#ifndef SYRINX_CFFTW_H
#define SYRINX_CFFTW_H

#include <fftw3.h>

#define SYRINX_TRANSFORM __attribute__((swift_attr("@_noLocks"))) __attribute__((swift_attr("@_noAllocation")))

/// In place: as many samples as the plan is for become half as many complex numbers and one more.
SYRINX_TRANSFORM static inline void syrinx_transform_forward(fftwf_plan plan, float *data) {
  fftwf_execute_dft_r2c(plan, data, (fftwf_complex *)data);
}

/// The way back, from one memory to another; what was in the first is lost.
SYRINX_TRANSFORM static inline void syrinx_transform_backward(fftwf_plan plan, float *spectrum, float *samples) {
  fftwf_execute_dft_c2r(plan, (fftwf_complex *)spectrum, samples);
}

#endif
