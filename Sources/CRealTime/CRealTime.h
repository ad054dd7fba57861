// What the audio thread needs from below Swift: header only. Every function here neither locks nor allocates, which
// the Swift compiler takes on trust from the attributes (`@_noLocks`, `@_noAllocation`).
#ifndef SYRINX_CREALTIME_H
#define SYRINX_CREALTIME_H

#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>
#include <time.h>
#if defined(__x86_64__)
#include <xmmintrin.h>
#endif

#define SYRINX_REALTIME __attribute__((swift_attr("@_noLocks"))) __attribute__((swift_attr("@_noAllocation")))

/// A unit's entry point: state, render context, wires, frames.
typedef void (*syrinx_unit_thunk)(void *state, const void *context, const void *wires, long frames);

SYRINX_REALTIME static inline void syrinx_call_unit(
    syrinx_unit_thunk thunk, void *state, const void *context, const void *wires, long frames) {
  thunk(state, context, wires, frames);
}

/// Nanoseconds of the clock that never steps.
SYRINX_REALTIME static inline uint64_t syrinx_monotonic_nanoseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (uint64_t)now.tv_sec * 1000000000ull + (uint64_t)now.tv_nsec;
}

/// Nanoseconds that the calling thread has had of a processor.
SYRINX_REALTIME static inline uint64_t syrinx_thread_nanoseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return (uint64_t)now.tv_sec * 1000000000ull + (uint64_t)now.tv_nsec;
}

/// Denormal numbers count as zero on the calling thread from here on.
SYRINX_REALTIME static inline void syrinx_flush_denormals(void) {
#if defined(__x86_64__)
  _mm_setcsr(_mm_getcsr() | 0x8040);
#elif defined(__aarch64__)
  uint64_t control;
  __asm__ volatile("mrs %0, fpcr" : "=r"(control));
  control |= 1ull << 24;
  __asm__ volatile("msr fpcr, %0" : : "r"(control));
#endif
}

/// Has the line of memory at `address` brought near, for it will be read soon.
SYRINX_REALTIME static inline void syrinx_prefetch(const void *address) { __builtin_prefetch(address, 0, 2); }

/// Has the system put memory behind `byte`, whose value stays.
static inline void syrinx_touch(void *byte) { __atomic_fetch_or((uint8_t *)byte, 0, __ATOMIC_RELAXED); }

SYRINX_REALTIME static inline void syrinx_copy_bytes(void *to, const void *from, long bytes) {
  memcpy(to, from, (size_t)bytes);
}

/// The same where both may overlap.
SYRINX_REALTIME static inline void syrinx_move_bytes(void *to, const void *from, long bytes) {
  memmove(to, from, (size_t)bytes);
}

SYRINX_REALTIME static inline void syrinx_clear_bytes(void *bytes, long count) { memset(bytes, 0, (size_t)count); }

// Functions of the C library's mathematics.

SYRINX_REALTIME static inline float syrinx_floorf(float x) { return floorf(x); }
SYRINX_REALTIME static inline float syrinx_ceilf(float x) { return ceilf(x); }
SYRINX_REALTIME static inline float syrinx_sqrtf(float x) { return sqrtf(x); }
SYRINX_REALTIME static inline float syrinx_sinf(float x) { return sinf(x); }
SYRINX_REALTIME static inline float syrinx_cosf(float x) { return cosf(x); }
SYRINX_REALTIME static inline float syrinx_tanf(float x) { return tanf(x); }
SYRINX_REALTIME static inline float syrinx_asinf(float x) { return asinf(x); }
SYRINX_REALTIME static inline float syrinx_acosf(float x) { return acosf(x); }
SYRINX_REALTIME static inline float syrinx_atanf(float x) { return atanf(x); }
SYRINX_REALTIME static inline float syrinx_atan2f(float y, float x) { return atan2f(y, x); }
SYRINX_REALTIME static inline float syrinx_hypotf(float x, float y) { return hypotf(x, y); }
SYRINX_REALTIME static inline float syrinx_sinhf(float x) { return sinhf(x); }
SYRINX_REALTIME static inline float syrinx_coshf(float x) { return coshf(x); }
SYRINX_REALTIME static inline float syrinx_tanhf(float x) { return tanhf(x); }
SYRINX_REALTIME static inline float syrinx_expf(float x) { return expf(x); }
SYRINX_REALTIME static inline float syrinx_logf(float x) { return logf(x); }
SYRINX_REALTIME static inline float syrinx_log2f(float x) { return log2f(x); }
SYRINX_REALTIME static inline float syrinx_log10f(float x) { return log10f(x); }
SYRINX_REALTIME static inline float syrinx_powf(float x, float y) { return powf(x, y); }
SYRINX_REALTIME static inline float syrinx_fmodf(float x, float y) { return fmodf(x, y); }
SYRINX_REALTIME static inline double syrinx_floor(double x) { return floor(x); }
SYRINX_REALTIME static inline double syrinx_ceil(double x) { return ceil(x); }
SYRINX_REALTIME static inline double syrinx_sin(double x) { return sin(x); }
SYRINX_REALTIME static inline double syrinx_cos(double x) { return cos(x); }
SYRINX_REALTIME static inline double syrinx_tan(double x) { return tan(x); }
SYRINX_REALTIME static inline double syrinx_atan(double x) { return atan(x); }
SYRINX_REALTIME static inline double syrinx_exp(double x) { return exp(x); }
SYRINX_REALTIME static inline double syrinx_log(double x) { return log(x); }
SYRINX_REALTIME static inline double syrinx_pow(double x, double y) { return pow(x, y); }
SYRINX_REALTIME static inline double syrinx_sqrt(double x) { return sqrt(x); }
SYRINX_REALTIME static inline double syrinx_sinh(double x) { return sinh(x); }

// Atomics on memory that both threads reach through plain pointers.

SYRINX_REALTIME static inline int64_t syrinx_load_acquire(const int64_t *from) {
  return __atomic_load_n(from, __ATOMIC_ACQUIRE);
}
SYRINX_REALTIME static inline void syrinx_store_release(int64_t *to, int64_t value) {
  __atomic_store_n(to, value, __ATOMIC_RELEASE);
}
SYRINX_REALTIME static inline int64_t syrinx_load_relaxed(const int64_t *from) {
  return __atomic_load_n(from, __ATOMIC_RELAXED);
}
SYRINX_REALTIME static inline void syrinx_store_relaxed(int64_t *to, int64_t value) {
  __atomic_store_n(to, value, __ATOMIC_RELAXED);
}
SYRINX_REALTIME static inline int64_t syrinx_exchange(int64_t *at, int64_t value) {
  return __atomic_exchange_n(at, value, __ATOMIC_ACQ_REL);
}

SYRINX_REALTIME static inline int32_t syrinx_load_acquire_word(const int32_t *from) {
  return __atomic_load_n(from, __ATOMIC_ACQUIRE);
}
SYRINX_REALTIME static inline void syrinx_store_release_word(int32_t *to, int32_t value) {
  __atomic_store_n(to, value, __ATOMIC_RELEASE);
}
SYRINX_REALTIME static inline int32_t syrinx_exchange_word(int32_t *at, int32_t value) {
  return __atomic_exchange_n(at, value, __ATOMIC_ACQ_REL);
}

SYRINX_REALTIME static inline uint8_t syrinx_load_acquire_byte(const uint8_t *from) {
  return __atomic_load_n(from, __ATOMIC_ACQUIRE);
}
SYRINX_REALTIME static inline void syrinx_store_release_byte(uint8_t *to, uint8_t value) {
  __atomic_store_n(to, value, __ATOMIC_RELEASE);
}
static inline void syrinx_fence(void) { __atomic_thread_fence(__ATOMIC_SEQ_CST); }

/// Brings frames `low` through `high` of a streamed file while the caller waits; false when that failed. Only where
/// nobody hears the render: it reads files.
typedef bool (*syrinx_fetch_frames)(void *context, long low, long high);

SYRINX_REALTIME static inline bool syrinx_call_fetch(syrinx_fetch_frames fetch, void *context, long low, long high) {
  return fetch(context, low, high);
}

/// Whether this processor runs the x86-64-v3 build of the units (AVX2, FMA, BMI2).
static inline bool syrinx_has_x86_64_v3(void) {
#if defined(__x86_64__)
  return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") && __builtin_cpu_supports("bmi2") &&
         __builtin_cpu_supports("bmi");
#else
  return false;
#endif
}

#endif
