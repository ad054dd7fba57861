import CPortAudio

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Keeps what the libraries beneath PortAudio say of absent cards and servers off the terminal.
enum QuietStandardError {
  /// What any thread writes to standard error meanwhile is lost.
  static func during<Result>(_ body: () -> Result) -> Result {
    #if os(Linux)
    let kept = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3)
    let nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC)
    guard kept >= 0, nowhere >= 0 else {
      if kept >= 0 { close(kept) }
      if nowhere >= 0 { close(nowhere) }
      return body()
    }
    dup2(nowhere, STDERR_FILENO)
    close(nowhere)
    defer {
      dup2(kept, STDERR_FILENO)
      close(kept)
    }
    #endif
    return body()
  }

  /// For good, and for the ALSA library alone.
  static func silenceALSA() {
    #if os(Linux)
    if let setter = dlsym(nil, "snd_lib_error_set_handler") { syrinx_alsa_silence(setter) }
    #endif
  }
}
