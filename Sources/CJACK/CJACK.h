// The JACK client library.
#ifndef SYRINX_CJACK_H
#define SYRINX_CJACK_H

#include <jack/jack.h>
#include <stddef.h>

/// `jack_client_open` takes variadic arguments, which Swift cannot pass. A null `server` means the server that
/// JACK_DEFAULT_SERVER names.
static inline jack_client_t *syrinx_jack_client_open(const char *name, jack_status_t *status, const char *server) {
  if (server != NULL) {
    return jack_client_open(name, (jack_options_t)(JackNoStartServer | JackServerName), status, server);
  }
  return jack_client_open(name, JackNoStartServer, status);
}

static inline void syrinx_jack_swallow(const char *words) { (void)words; }

/// libjack prints nothing on stderr from here on.
static inline void syrinx_jack_silence(void) {
  jack_set_error_function(syrinx_jack_swallow);
  jack_set_info_function(syrinx_jack_swallow);
}

#endif
