import CRealTime

/// The levels of an envelope, at any time of it.
struct IndexedEnvelope: BitwiseCopyable {
  /// The first level, then time, shape, curve and level of each segment.
  let values: UnsafeMutablePointer<Float>
  let stages: Int
  /// The level that a segment that holds stays at.
  private var held: Float = 0

  init(values: UnsafeMutablePointer<Float>, stages: Int) {
    self.values = values
    self.stages = stages
  }

  @inline(__always)
  mutating func level(at point: Float, of duration: Float) -> Float {
    if point >= duration || stages == 0 {
      held = values[4 * stages]
    } else if point > 0 {
      return levelWithin(point)
    } else {
      held = values[0]
    }
    return held
  }

  private mutating func levelWithin(_ point: Float) -> Float {
    var stage = -1
    var end: Float = 0
    var past = point
    var length: Float = 0
    while point >= end && stage &+ 1 < stages {
      stage &+= 1
      length = values[4 &* stage &+ 1]
      end += length
      past -= length
    }
    guard stage >= 0 else { return values[0] }
    let segment = values + 4 &* stage
    let position = (past + length) / length
    let (from, to) = (Double(segment[0]), Double(segment[4]))
    let level = IndexedEnvelope.level(
      WholeNumbers.whole(segment[2]), curve: WholeNumbers.whole(segment[3]), from: from, to: to, at: Double(position))
    guard let level else {
      defer { held = segment[4] }
      return held
    }
    held = Float(level)
    return held
  }

  /// Nil where it stays at the level before.
  @inline(__always)
  private static func level(_ shape: Int, curve: Int, from: Double, to: Double, at position: Double) -> Double? {
    let straight = position * (to - from) + from
    switch shape {
    case 0: return to
    case 2: return from * syrinx_pow(to / from, position)
    case 3: return from + (to - from) * (0.5 - 0.5 * syrinx_cos(Double.pi * position))
    case 4:
      let quarter = Double.pi / 2
      return from < to
        ? from + (to - from) * syrinx_sin(quarter * position)
        : to - (to - from) * syrinx_sin(quarter - quarter * position)
    case 5:
      // Without its fraction, as in scsynth.
      guard curve != 0 else { return straight }
      let whole = 1 - syrinx_exp(Double(curve))
      return from + (to - from) * ((1 - syrinx_exp(position * Double(curve))) / whole)
    case 6:
      let (low, high) = (syrinx_sqrt(from), syrinx_sqrt(to))
      let root = position * (high - low) + low
      return root * root
    case 7:
      let (low, high) = (syrinx_pow(from, 0.333_333_3), syrinx_pow(to, 0.333_333_3))
      let root = position * (high - low) + low
      return root * root * root
    case 8: return nil
    default: return straight
    }
  }
}
