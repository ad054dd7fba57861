import CRealTime

/// A segment of an envelope on its way from one level to another, value by value.
///
/// - Source: the recurrences of SuperCollider's EnvGen.
struct EnvelopeSegment: BitwiseCopyable {
  /// By SuperCollider's numbers; others stand still.
  enum Shape: Int32, BitwiseCopyable {
    case step = 0
    case linear = 1
    case exponential = 2
    case sine = 3
    case welch = 4
    case curve = 5
    case squared = 6
    case cubed = 7
    case hold = 8
    case sustain = 9999
  }

  private(set) var shape = Shape.hold
  /// The next value.
  var level = 0.0
  private var growth = 0.0
  private var offset = 0.0
  private var factor = 0.0
  private var one = 0.0
  private var two = 0.0

  /// Stays where it is.
  @inline(__always)
  mutating func stay(at newLevel: Double, _ newShape: Shape) {
    level = newLevel
    shape = newShape
  }

  /// Goes straight to `target` in so many values.
  @inline(__always)
  mutating func glide(to target: Double, in values: Int32) {
    shape = .linear
    growth = (target - level) / Double(values)
  }

  /// Sets out for `target`.
  ///
  /// - Parameters:
  ///   - values: how long it takes; one value is always a straight line.
  ///   - former: where the segment before was to end.
  mutating func begin(_ newShape: Shape, to target: Double, in values: Int32, curve: Double, former: Double) {
    let count = Double(values)
    shape = values == 1 ? .linear : newShape
    switch shape {
    case .step: level = target
    case .hold: level = former
    case .linear: growth = (target - level) / count
    case .exponential: growth = syrinx_pow(target / level, 1 / count)
    case .sine:
      let angle = Double.pi / count
      offset = (target + level) * 0.5
      factor = 2 * syrinx_cos(angle)
      one = (target - level) * 0.5
      two = one * syrinx_sin(Double.pi * 0.5 - angle)
      level = offset - one
    case .welch:
      let angle = Double.pi * 0.5 / count
      factor = 2 * syrinx_cos(angle)
      if target >= level {
        offset = level
        one = 0
        two = -syrinx_sin(angle) * (target - level)
      } else {
        offset = target
        one = level - target
        two = syrinx_cos(angle) * (level - target)
      }
      level = offset + one
    case .curve:
      if curve.magnitude < 0.001 {
        glide(to: target, in: values)
      } else {
        factor = (target - level) / (1 - syrinx_exp(curve))
        offset = level + factor
        growth = syrinx_exp(curve / count)
      }
    case .squared:
      one = syrinx_sqrt(level)
      growth = (syrinx_sqrt(target) - one) / count
    case .cubed:
      one = syrinx_pow(level, 1 / 3)
      growth = (syrinx_pow(target, 1 / 3) - one) / count
    case .sustain: break
    }
  }

  /// Writes `count` values.
  @inline(__always)
  mutating func fill(_ output: UnsafeMutablePointer<Float>, _ count: Int) {
    var segment = self
    var at = 0
    switch shape {
    case .step, .hold, .sustain:
      let value = Float(level)
      while at < count {
        output[at] = value
        at &+= 1
      }
    case .linear:
      while at < count {
        output[at] = Float(segment.level)
        segment.level += growth
        at &+= 1
      }
    case .exponential:
      while at < count {
        output[at] = Float(segment.level)
        segment.level *= growth
        at &+= 1
      }
    case .sine, .welch:
      let sign = shape == .sine ? -1.0 : 1.0
      while at < count {
        output[at] = Float(segment.level)
        let next = factor * segment.one - segment.two
        segment.level = offset + sign * next
        segment.two = segment.one
        segment.one = next
        at &+= 1
      }
    case .curve:
      while at < count {
        output[at] = Float(segment.level)
        segment.factor *= growth
        segment.level = offset - segment.factor
        at &+= 1
      }
    case .squared:
      while at < count {
        output[at] = Float(segment.level)
        segment.one += growth
        segment.level = segment.one * segment.one
        at &+= 1
      }
    case .cubed:
      while at < count {
        output[at] = Float(segment.level)
        segment.one = max(segment.one + growth, 0)
        segment.level = segment.one * segment.one * segment.one
        at &+= 1
      }
    }
    self = segment
  }
}
