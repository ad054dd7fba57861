import KeyLock
import RealTime

/// A voice's place with key-lock, and the number that its port has in the engine's buffer table.
struct StretchSeat {
  let voice: KeyLockVoice
  let number: Int
  /// Where it was told to begin.
  let start: StretchState
}
