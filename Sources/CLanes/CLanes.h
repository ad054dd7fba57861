// Steps of vectors that Swift has no word for, or takes apart lane by lane: header only. None of them locks or allocates.
#ifndef SYRINX_CLANES_H
#define SYRINX_CLANES_H

#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#if defined(__x86_64__)
#include <emmintrin.h>
#elif defined(__aarch64__)
#include <arm_neon.h>
#endif

#define SYRINX_LANES __attribute__((swift_attr("@_noLocks"))) __attribute__((swift_attr("@_noAllocation"))) static inline

typedef float syrinx_floats __attribute__((ext_vector_type(4)));
typedef int32_t syrinx_integers __attribute__((ext_vector_type(4)));

// Whole numbers of floats, without their fraction; the lowest number for all that are beyond. (Swift's own conversion asks of
// each lane whether it fits.)

SYRINX_LANES syrinx_integers syrinx_truncate_four(syrinx_floats x) {
#if defined(__x86_64__)
  return (syrinx_integers)_mm_cvttps_epi32((__m128)x);
#elif defined(__aarch64__)
  const int32x4_t whole = vcvtq_s32_f32((float32x4_t)x);
  const uint32x4_t fits = vcltq_f32(vabsq_f32((float32x4_t)x), vdupq_n_f32(2147483648.0f));
  return (syrinx_integers)vbslq_s32(fits, whole, vdupq_n_s32(INT32_MIN));
#else
  syrinx_integers whole;
  for (int lane = 0; lane < 4; lane++) whole[lane] = fabsf(x[lane]) < 2147483648.0f ? (int32_t)x[lane] : INT32_MIN;
  return whole;
#endif
}

SYRINX_LANES int32_t syrinx_truncate(float x) {
#if defined(__x86_64__)
  return _mm_cvttss_si32(_mm_set_ss(x));
#else
  return fabsf(x) < 2147483648.0f ? (int32_t)x : INT32_MIN;
#endif
}

SYRINX_LANES int32_t syrinx_truncate_double(double x) {
#if defined(__x86_64__)
  return _mm_cvttsd_si32(_mm_set_sd(x));
#else
  return x > -2147483649.0 && x < 2147483648.0 ? (int32_t)x : INT32_MIN;
#endif
}

/// Four values of a table, one by one: the processor's own step for it is slower.
SYRINX_LANES syrinx_floats syrinx_gather(const float *table, syrinx_integers places) {
#if defined(__x86_64__)
  return (syrinx_floats)_mm_set_ps(table[places[3]], table[places[2]], table[places[1]], table[places[0]]);
#else
  return (syrinx_floats){table[places[0]], table[places[1]], table[places[2]], table[places[3]]};
#endif
}

/// Values of a table, and those behind them.
typedef struct {
  syrinx_floats first, second;
} syrinx_neighbours;

SYRINX_LANES syrinx_neighbours syrinx_gather_neighbours(const float *table, syrinx_integers places) {
  syrinx_neighbours all;
#if defined(__x86_64__)
  const __m128 low = _mm_loadh_pi(
      _mm_castpd_ps(_mm_load_sd((const double *)(table + places[0]))), (const __m64 *)(table + places[1]));
  const __m128 high = _mm_loadh_pi(
      _mm_castpd_ps(_mm_load_sd((const double *)(table + places[2]))), (const __m64 *)(table + places[3]));
  all.first = (syrinx_floats)_mm_shuffle_ps(low, high, _MM_SHUFFLE(2, 0, 2, 0));
  all.second = (syrinx_floats)_mm_shuffle_ps(low, high, _MM_SHUFFLE(3, 1, 3, 1));
#else
  all.first = syrinx_gather(table, places);
  all.second = syrinx_gather(table + 1, places);
#endif
  return all;
}

/// Values moved up by one lane, behind the last of those before them.
SYRINX_LANES syrinx_floats syrinx_shift_one(syrinx_floats before, syrinx_floats values) {
  return __builtin_shufflevector(before, values, 3, 4, 5, 6);
}

SYRINX_LANES syrinx_integers syrinx_shift_integers_one(syrinx_integers before, syrinx_integers values) {
  return __builtin_shufflevector(before, values, 3, 4, 5, 6);
}

/// The same by two lanes.
SYRINX_LANES syrinx_floats syrinx_shift_two(syrinx_floats before, syrinx_floats values) {
  return __builtin_shufflevector(before, values, 2, 3, 4, 5);
}

SYRINX_LANES syrinx_integers syrinx_shift_integers_two(syrinx_integers before, syrinx_integers values) {
  return __builtin_shufflevector(before, values, 2, 3, 4, 5);
}

/// Whether one of the numbers is 0.
SYRINX_LANES bool syrinx_has_zero(syrinx_integers numbers) {
  const syrinx_integers zero = numbers == (syrinx_integers)0;
#if defined(__x86_64__)
  return _mm_movemask_ps((__m128)zero) != 0;
#else
  return (zero[0] | zero[1] | zero[2] | zero[3]) != 0;
#endif
}

/// Whether one of the values is as high as this, or higher.
SYRINX_LANES bool syrinx_reaches(syrinx_floats values, float limit) {
  const syrinx_integers reached = values >= (syrinx_floats)limit;
#if defined(__x86_64__)
  return _mm_movemask_ps((__m128)reached) != 0;
#else
  return (reached[0] | reached[1] | reached[2] | reached[3]) != 0;
#endif
}

#endif
