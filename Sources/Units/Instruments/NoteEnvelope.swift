import RealTime

/// The loudness of a note that is held for a while: it rises, settles, and is let go. Rise, settling and release are
/// multiplied, so that it never steps, however short the note.
struct NoteEnvelope: BitwiseCopyable {
  private var elapsed: Int32 = 0
  private let attack: Int32
  private let length: Int32
  private let release: Int32
  private let sustain: Float
  private let fall: Float
  private var body: Float = 1

  /// Times in seconds; `decay` is the time to fall by 60 dB towards `sustain`.
  init(
    _ preparation: UnitPreparation, attack: Float, decay: Float, sustain: Float, length: Float, release: Float
  ) {
    self.attack = preparation.frames(attack)
    self.length = preparation.frames(length)
    self.release = preparation.frames(release)
    self.sustain = sustain
    fall = preparation.fall(decay)
  }

  var isOver: Bool { elapsed >= length &+ release }

  /// How far the held time has passed, 0…1.
  var progress: Float { elapsed < length ? Float(elapsed) / Float(length) : 1 }

  @inline(__always)
  mutating func next() -> Float {
    var level = sustain + (1 - sustain) * body
    body *= fall
    if elapsed < attack {
      let rise = Float(elapsed) / Float(attack)
      level *= rise * rise * (3 - 2 * rise)
    }
    if elapsed >= length {
      let left = elapsed < length &+ release ? 1 - Float(elapsed &- length) / Float(release) : 0
      level *= left * left
    }
    if elapsed < Int32.max { elapsed &+= 1 }
    return level
  }
}
