import RealTime

/// Eight resonances side by side, which move from one vowel to another.
///
/// - Source: state variable filters as in `StateVariableFilter`.
struct FormantBank: BitwiseCopyable {
  private var first = Lanes.zero
  private var second = Lanes.zero
  private let corners: Lanes
  private let cornerWay: Lanes
  private let dampings: Lanes
  private let dampingWay: Lanes
  private let gains: Lanes
  private let gainWay: Lanes
  private var corner: Lanes
  private var damping: Lanes
  private var share = Lanes.zero
  private var gain = Lanes.zero

  init(_ preparation: UnitPreparation, from: Vowel, to: Vowel) {
    var low = Lanes.zero
    var high = Lanes.zero
    for lane in 0..<8 {
      low[lane] = preparation.corner(from.pitches[lane])
      high[lane] = preparation.corner(to.pitches[lane])
    }
    corners = low
    cornerWay = high - low
    dampings = from.dampings
    dampingWay = to.dampings - from.dampings
    gains = from.gains
    gainWay = to.gains - from.gains
    corner = low
    damping = from.dampings
  }

  /// 0 is the one vowel, 1 the other.
  @inline(__always)
  mutating func move(to progress: Float) {
    corner = corners + cornerWay * progress
    damping = dampings + dampingWay * progress
    share = 1 / (1 + corner * (corner + damping))
    gain = (gains + gainWay * progress) * damping
  }

  @inline(__always)
  mutating func next(_ input: Float) -> Float {
    let rest = input - second
    let band = share * (first + corner * rest)
    let low = second + corner * band
    first = 2 * band - first
    second = 2 * low - second
    return (band * gain).total
  }
}
