import CRealTime

/// What complex numbers are turned into magnitudes and phases with, and back, the same as SuperCollider's server has it:
/// tables without interpolation, exact to about a thousandth.
///
/// Made when the first unit that needs them is prepared; there for ever.
struct PolarTables: BitwiseCopyable {
  /// Steps from a slope of 0 to one of 1.
  private static let steps = 1024

  /// One over the cosine of the angle, and the angle, by slopes from −1 to 1.
  private let lengths: UnsafeMutablePointer<Float>
  private let angles: UnsafeMutablePointer<Float>
  private let sine: UnsafeMutablePointer<Float>

  nonisolated(unsafe) static let prepared = PolarTables()

  private init() {
    let count = 2 * Self.steps + 1
    lengths = .allocate(capacity: count)
    angles = .allocate(capacity: count)
    sine = WaveTables.sine
    for index in 0..<count {
      let angle = syrinx_atan(Double(index - Self.steps) / Double(Self.steps))
      angles[index] = Float(angle)
      lengths[index] = Float(1 / syrinx_cos(angle))
    }
  }

  /// Phases lie in −π/4…7π/4.
  @inline(__always)
  func polar(_ real: Float, _ imaginary: Float) -> (magnitude: Float, phase: Float) {
    let (width, height) = (real.magnitude, imaginary.magnitude)
    let isFlat = width > height
    let longer = isFlat ? width : height
    guard longer > 0 else { return (0, 0) }
    let slope = isFlat ? imaginary / real : real / imaginary
    let place = 1024 + 1024 * slope
    let index = place >= 0 && place <= 2048 ? Int(place) : 0
    let isPositive = (isFlat ? real : imaginary) > 0
    let angle = Double(angles[index])
    let quarter = isFlat ? (isPositive ? 0 : Double.pi) : (isPositive ? 0.5 * Double.pi : 1.5 * Double.pi)
    return (lengths[index] * longer, Float(isFlat ? quarter + angle : quarter - angle))
  }

  @inline(__always)
  func complex(_ magnitude: Float, _ phase: Float) -> (real: Float, imaginary: Float) {
    let index = Int(Int32(processorTruncating: Self.perRadian * Double(phase))) & (WaveTables.count - 1)
    let quarter = (index &+ WaveTables.count / 4) & (WaveTables.count - 1)
    return (magnitude * sine[quarter], magnitude * sine[index])
  }

  /// Steps of the sine in a radian.
  @inline(__always) private static var perRadian: Double { 1303.797_293_808_806_7 }
}
