import RealTime

/// The loudness of something struck: up within a millisecond, then falling, until nothing is left.
struct StruckLevel: BitwiseCopyable {
  /// −80 dB: what remains is taken off, so that the fall ends at nothing.
  private static let floor: Float = 1e-4

  private var level: Float = 1
  private let fall: Float
  private var rise: Float = 0
  private let rising: Float

  /// - decay: seconds to fall by 60 dB.
  init(_ preparation: UnitPreparation, attack: Float = 0.0005, decay: Float) {
    fall = preparation.fall(decay)
    rising = 1 / Float(preparation.frames(attack))
  }

  var isOver: Bool { level <= Self.floor }

  @inline(__always)
  mutating func next() -> Float {
    let value = level > Self.floor ? (level - Self.floor) * rise : 0
    level *= fall
    rise = rise + rising < 1 ? rise + rising : 1
    return value
  }
}
