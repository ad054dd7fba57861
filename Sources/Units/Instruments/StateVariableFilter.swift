/// A filter of second order that may be swept at any speed.
///
/// - Source: A. Simper, "Solving the continuous SVF equations using trapezoidal integration and equivalent currents",
///   Cytomic, 2013.
struct StateVariableFilter: BitwiseCopyable {
  private var first: Float = 0
  private var second: Float = 0
  /// Low pass, band pass (its peak at the resonance's height) and high pass of the last frame.
  private(set) var low: Float = 0
  private(set) var band: Float = 0
  private(set) var high: Float = 0

  init() {}

  /// - g: tan(π · corner / sample rate); k: one over the resonance's Q.
  @inline(__always)
  mutating func take(_ input: Float, g: Float, k: Float) {
    let a1 = 1 / (1 + g * (g + k))
    let rest = input - second
    band = a1 * (first + g * rest)
    low = second + g * band
    high = input - k * band - low
    first = 2 * band - first
    second = 2 * low - second
  }

  /// tan(π · `turns`) within 0.4 % for turns of 0…0.42.
  ///
  /// - Source: a continued fraction of the tangent, cut off after its fourth term.
  @inline(__always)
  static func corner(turns: Float) -> Float {
    let x = Float.pi * (turns < 0.42 ? turns : 0.42)
    let square = x * x
    return x * (105 - 10 * square) / (105 - 45 * square + square * square)
  }
}
