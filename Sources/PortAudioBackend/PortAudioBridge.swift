import CRealTime
import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// PortAudio's bridge to JACK, whose streams cannot be closed once the server is gone: PortAudio would wait ten minutes
/// for it. Such a stream is abandoned, and the bridge not crossed again by this process; JACK's own backend is not
/// affected.
enum PortAudioBridge {
  private static let broken = Atomic<Bool>(false)

  static var isBroken: Bool { broken.load(ordering: .acquiring) }

  /// Whether the server still calls: looks for up to a second.
  static func isCrossed(_ calls: UnsafePointer<Int64>) -> Bool {
    let count = syrinx_load_relaxed(calls)
    for _ in 0..<200 {
      if syrinx_load_relaxed(calls) != count { return true }
      usleep(5000)
    }
    return false
  }

  /// Keeps PortAudio from ever being terminated, which would close the stream.
  static func abandon(_ session: PortAudioSession) {
    broken.store(true, ordering: .releasing)
    _ = Unmanaged.passRetained(session)
  }
}
