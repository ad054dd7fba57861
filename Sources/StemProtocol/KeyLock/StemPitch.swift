/// What a stem's pitch goes by.
struct StemPitch: Equatable {
  /// Whether it stays whatever the speed is.
  var isLocked = false
  var semitones = 0.0

  /// Whether anything is to be stretched for it.
  var isPlain: Bool { !isLocked && semitones == 0 }
}
