import CRealTime

/// A segment of an envelope whose values are asked for: each value is one step behind the one before it.
///
/// - Source: the recurrences of SuperCollider's DemandEnvGen.
struct DemandEnvelopeSegment: BitwiseCopyable {
  /// By SuperCollider's numbers; others stand still.
  private enum Shape {
    static let step: Int32 = 0
    static let linear: Int32 = 1
    static let exponential: Int32 = 2
    static let sine: Int32 = 3
    static let welch: Int32 = 4
    static let curve: Int32 = 5
    static let squared: Int32 = 6
    static let cubed: Int32 = 7
  }

  var level = 0.0
  private var shape: Int32 = 0
  private var growth = 0.0
  private var offset = 0.0
  private var factor = 0.0
  private var one = 0.0
  private var two = 0.0

  /// Sets out for `target`.
  ///
  /// - Parameter count: how many values it takes.
  mutating func begin(_ newShape: Int32, to target: Double, in count: Double, curve: Double) {
    shape = newShape == Shape.curve && curve.magnitude < 0.001 ? Shape.linear : newShape
    switch shape {
    case Shape.step: level = target
    case Shape.linear: growth = (target - level) / count
    case Shape.exponential: growth = syrinx_pow(target / level, 1 / count)
    case Shape.sine:
      let angle = Double.pi / count
      offset = (target + level) * 0.5
      factor = 2 * syrinx_cos(angle)
      one = (target - level) * 0.5
      two = one * syrinx_sin(Double.pi * 0.5 - angle)
      level = offset - one
    case Shape.welch:
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
    case Shape.curve:
      factor = (target - level) / (1 - syrinx_exp(curve))
      offset = level + factor
      // This shape alone meets its end, whatever part of a value the segment has over.
      growth = syrinx_exp(curve / syrinx_ceil(count))
    case Shape.squared:
      one = syrinx_sqrt(level)
      growth = (syrinx_sqrt(target) - one) / count
    case Shape.cubed:
      one = syrinx_pow(level, 0.333_333_33)
      growth = (syrinx_pow(target, 0.333_333_33) - one) / count
    default: break
    }
  }

  @inline(__always)
  mutating func step() {
    switch shape {
    case Shape.linear: level += growth
    case Shape.exponential: level *= growth
    case Shape.sine, Shape.welch:
      let next = factor * one - two
      level = shape == Shape.sine ? offset - next : offset + next
      two = one
      one = next
    case Shape.curve:
      factor *= growth
      level = offset - factor
    case Shape.squared:
      one += growth
      level = one * one
    case Shape.cubed:
      one += growth
      level = one * one * one
    default: break
    }
  }
}
