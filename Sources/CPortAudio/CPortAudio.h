// PortAudio, and silence for the ALSA library beneath it.
#ifndef SYRINX_CPORTAUDIO_H
#define SYRINX_CPORTAUDIO_H

#include <portaudio.h>

static inline PaSampleFormat syrinx_planar_floats(void) { return paFloat32 | paNonInterleaved; }

/// Set in a callback's flags when output ran dry or input was lost.
static inline PaStreamCallbackFlags syrinx_xrun_flags(void) { return paOutputUnderflow | paInputOverflow; }

#if defined(__linux__)
static inline void syrinx_alsa_swallow(
    const char *file, int line, const char *function, int error, const char *format, ...) {
  (void)file, (void)line, (void)function, (void)error, (void)format;
}

typedef void (*syrinx_alsa_handler)(const char *, int, const char *, int, const char *, ...);

/// Hands ALSA a handler that prints nothing. `setter` is the address of `snd_lib_error_set_handler`, looked up at run
/// time, so that ALSA need not be linked.
static inline void syrinx_alsa_silence(void *setter) {
  int (*set_handler)(syrinx_alsa_handler) = (int (*)(syrinx_alsa_handler))setter;
  set_handler(syrinx_alsa_swallow);
}
#endif

#endif
