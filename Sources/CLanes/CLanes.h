// Steps of vectors that Swift has no word for, or takes apart lane by lane: header only. None of them locks or allocates.
#ifndef SYRINX_CLANES_H
#define SYRINX_CLANES_H

#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#if defined(__x86_64__)
#include <emmintrin.h>
#if defined(__AVX__)
#include <immintrin.h>
#endif
#elif defined(__aarch64__)
#include <arm_neon.h>
#endif

#define SYRINX_LANES __attribute__((swift_attr("@_noLocks"))) __attribute__((swift_attr("@_noAllocation"))) static inline

typedef float syrinx_floats __attribute__((ext_vector_type(4)));
typedef double syrinx_doubles __attribute__((ext_vector_type(4)));
typedef int32_t syrinx_integers __attribute__((ext_vector_type(4)));

// Eight at a time.
typedef float syrinx_eight __attribute__((ext_vector_type(8)));
typedef uint32_t syrinx_words __attribute__((ext_vector_type(8)));

typedef int32_t syrinx_eight_integers __attribute__((ext_vector_type(8)));

/// Moved up by a lane, and by two; the first are 0.
SYRINX_LANES syrinx_eight syrinx_move_one(syrinx_eight values) {
  return __builtin_shufflevector(values, (syrinx_eight)0.0f, 8, 0, 1, 2, 3, 4, 5, 6);
}

SYRINX_LANES syrinx_eight syrinx_move_two(syrinx_eight values) {
  return __builtin_shufflevector(values, (syrinx_eight)0.0f, 8, 8, 0, 1, 2, 3, 4, 5);
}

/// Moved down by so many bits, the sign with them.
SYRINX_LANES syrinx_eight_integers syrinx_shift_right(syrinx_eight_integers values, int32_t bits) {
  return values >> bits;
}

/// Numbers in 1..<2 of the upper 23 bits of words.
SYRINX_LANES syrinx_eight syrinx_one_to_two(syrinx_words words) { return (syrinx_eight)((words >> 9) | 0x3F800000u); }

SYRINX_LANES syrinx_words syrinx_exclusive_or(syrinx_words one, syrinx_words other) { return one ^ other; }

/// Registers of Tausworthe generators, a step later.
SYRINX_LANES syrinx_words syrinx_step_registers(
    syrinx_words registers, uint32_t mask, uint32_t up, uint32_t across, uint32_t down) {
  return ((registers & mask) << up) ^ (((registers << across) ^ registers) >> down);
}

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

/// The same of eight.
SYRINX_LANES syrinx_eight_integers syrinx_truncate_eight(syrinx_eight x) {
#if defined(__AVX__)
  return (syrinx_eight_integers)_mm256_cvttps_epi32((__m256)x);
#else
  return __builtin_shufflevector(
      syrinx_truncate_four(x.lo), syrinx_truncate_four(x.hi), 0, 1, 2, 3, 4, 5, 6, 7);
#endif
}

/// Products without their fraction, reckoned in double precision; the lowest number for all that are beyond.
SYRINX_LANES syrinx_eight_integers syrinx_truncate_products(syrinx_eight x, double factor) {
#if defined(__AVX__)
  const __m256d by = _mm256_set1_pd(factor);
  const __m128i low = _mm256_cvttpd_epi32(_mm256_mul_pd(_mm256_cvtps_pd((__m128)x.lo), by));
  const __m128i high = _mm256_cvttpd_epi32(_mm256_mul_pd(_mm256_cvtps_pd((__m128)x.hi), by));
  return (syrinx_eight_integers)_mm256_setr_m128i(low, high);
#elif defined(__x86_64__)
  const __m128d by = _mm_set1_pd(factor);
  const __m128i one = _mm_cvttpd_epi32(_mm_mul_pd(_mm_cvtps_pd((__m128)x.lo), by));
  const __m128i two = _mm_cvttpd_epi32(_mm_mul_pd(_mm_cvtps_pd(_mm_movehl_ps((__m128)x.lo, (__m128)x.lo)), by));
  const __m128i three = _mm_cvttpd_epi32(_mm_mul_pd(_mm_cvtps_pd((__m128)x.hi), by));
  const __m128i four = _mm_cvttpd_epi32(_mm_mul_pd(_mm_cvtps_pd(_mm_movehl_ps((__m128)x.hi, (__m128)x.hi)), by));
  const syrinx_integers low = (syrinx_integers)_mm_unpacklo_epi64(one, two);
  const syrinx_integers high = (syrinx_integers)_mm_unpacklo_epi64(three, four);
  return __builtin_shufflevector(low, high, 0, 1, 2, 3, 4, 5, 6, 7);
#else
  syrinx_eight_integers whole;
  for (int lane = 0; lane < 8; lane++) whole[lane] = syrinx_truncate_double((double)x[lane] * factor);
  return whole;
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

/// Values between the points of a table, and the higher of the two points that each lies between.
typedef struct {
  syrinx_floats value, highest;
} syrinx_interpolation;

/// - Parameter parts: 0 to 1, how far from one point to the next.
SYRINX_LANES syrinx_interpolation syrinx_interpolate(const float *table, syrinx_integers places, syrinx_floats parts) {
  const syrinx_neighbours points = syrinx_gather_neighbours(table, places);
  syrinx_interpolation all;
  all.value = points.first + (points.second - points.first) * parts;
#if defined(__x86_64__)
  all.highest = (syrinx_floats)_mm_max_ps((__m128)points.first, (__m128)points.second);
#else
  all.highest = __builtin_elementwise_max(points.first, points.second);
#endif
  return all;
}

/// Values moved up by one lane, behind the last of those before them.
SYRINX_LANES syrinx_integers syrinx_shift_integers_one(syrinx_integers before, syrinx_integers values) {
  return __builtin_shufflevector(before, values, 3, 4, 5, 6);
}

SYRINX_LANES syrinx_doubles syrinx_shift_doubles_one(syrinx_doubles before, syrinx_doubles values) {
  return __builtin_shufflevector(before, values, 3, 4, 5, 6);
}

SYRINX_LANES syrinx_doubles syrinx_shift_doubles_two(syrinx_doubles before, syrinx_doubles values) {
  return __builtin_shufflevector(before, values, 2, 3, 4, 5);
}

/// The same by two lanes.
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

/// A bit for each of the values that is above 0.
SYRINX_LANES uint32_t syrinx_bits_above_zero(syrinx_eight values) {
#if defined(__AVX__)
  return (uint32_t)_mm256_movemask_ps(_mm256_cmp_ps((__m256)values, _mm256_setzero_ps(), _CMP_GT_OQ));
#elif defined(__x86_64__)
  const __m128 zero = _mm_setzero_ps();
  const int low = _mm_movemask_ps(_mm_cmpgt_ps((__m128)values.lo, zero));
  return (uint32_t)(low | _mm_movemask_ps(_mm_cmpgt_ps((__m128)values.hi, zero)) << 4);
#else
  uint32_t bits = 0;
  for (int lane = 0; lane < 8; lane++) bits |= (uint32_t)(values[lane] > 0) << lane;
  return bits;
#endif
}

/// A bit for each of the values that is 0 or below.
SYRINX_LANES uint32_t syrinx_bits_not_above_zero(syrinx_eight values) {
#if defined(__AVX__)
  return (uint32_t)_mm256_movemask_ps(_mm256_cmp_ps((__m256)values, _mm256_setzero_ps(), _CMP_LE_OQ));
#elif defined(__x86_64__)
  const __m128 zero = _mm_setzero_ps();
  const int low = _mm_movemask_ps(_mm_cmple_ps((__m128)values.lo, zero));
  return (uint32_t)(low | _mm_movemask_ps(_mm_cmple_ps((__m128)values.hi, zero)) << 4);
#else
  uint32_t bits = 0;
  for (int lane = 0; lane < 8; lane++) bits |= (uint32_t)(values[lane] <= 0) << lane;
  return bits;
#endif
}

/// Whether the eight numbers are all the same.
SYRINX_LANES bool syrinx_are_equal(syrinx_integers low, syrinx_integers high) {
  const syrinx_integers first = __builtin_shufflevector(low, low, 0, 0, 0, 0);
  const syrinx_integers same = (low == first) & (high == first);
#if defined(__x86_64__)
  return _mm_movemask_ps((__m128)same) == 15;
#else
  return (same[0] & same[1] & same[2] & same[3]) != 0;
#endif
}

/// Whether one of the eight values is as high as this, or higher.
SYRINX_LANES bool syrinx_reaches(syrinx_floats low, syrinx_floats high, float limit) {
  const syrinx_integers reached = (low >= (syrinx_floats)limit) | (high >= (syrinx_floats)limit);
#if defined(__x86_64__)
  return _mm_movemask_ps((__m128)reached) != 0;
#else
  return (reached[0] | reached[1] | reached[2] | reached[3]) != 0;
#endif
}

#endif
