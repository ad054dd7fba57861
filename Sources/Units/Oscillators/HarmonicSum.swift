import RealTime

/// The sum of the first n overtones of a pitch, all equally loud, at any moment of its period.
///
/// - Source: the closed form of the sum of cosines, sin (2n + 1)x / sin x (G. Winham and K. Steiglitz, "Input generators for
///   digital sound synthesis", 1970), from tables of the sine and of the cosecant.
struct HarmonicSum: BitwiseCopyable {
  private let sine: UnsafeMutablePointer<Float>
  private let cosecant: UnsafeMutablePointer<Float>

  init() {
    sine = WaveTables.sine
    cosecant = WaveTables.cosecant
  }

  /// How far half a period of one hertz moves in each value.
  static func perHertz(_ preparation: UnitPreparation) -> Double {
    Double(WaveTables.count) * 65_536 * 0.5 * (1 / preparation.valuesPerSecond)
  }

  /// The quotient at a position; nil next to where it is 0 over 0.
  ///
  /// - Parameter factor: 2n + 1.
  @inline(__always)
  func quotient(_ position: Int32, _ factor: Int32) -> Float? {
    let mask = WaveTables.count &- 1
    let index = Int(position &>> 16) & mask
    let (one, two) = (cosecant[index], cosecant[index &+ 1])
    if one == WaveTables.steep || two == WaveTables.steep {
      let below = sine[index] + (sine[index &+ 1] - sine[index]) * (TablePosition.part(position) - 1)
      if below.magnitude < 0.0005 { return nil }
      return TablePosition.plain(sine, position &* factor, mask: mask) / below
    }
    let inverse = one + (two - one) * (TablePosition.part(position) - 1)
    return TablePosition.plain(sine, position &* factor, mask: mask) * inverse
  }

  /// The quotients at eight positions; nil where one of them is next to where it is 0 over 0, or near.
  @inline(__always)
  func quotients(_ positions: SIMD8<Int32>, _ factor: Int32) -> Lanes? {
    let mask = Int32(WaveTables.count &- 1)
    let places = (positions &>> 16) & mask
    let (ones, twos) = Lanes.neighbours(cosecant, places)
    if ones.reaches(WaveTables.steep) || twos.reaches(WaveTables.steep) { return nil }
    let inverse = ones + (twos - ones) * Self.parts(positions)
    let turned = positions &* factor
    let turnedPlaces = (turned &>> 16) & mask
    let (values, next) = Lanes.neighbours(sine, turnedPlaces)
    return (values + Self.parts(turned) * (next - values)) * inverse
  }

  /// 0 to 1: the parts between two values.
  @inline(__always)
  private static func parts(_ positions: SIMD8<Int32>) -> Lanes {
    unsafeBitCast(0x3F80_0000 | (0x007F_FF80 & (positions &<< 7)), to: Lanes.self) - 1
  }

  /// The sum without its constant part; 1 at its peak.
  @inline(__always)
  func value(_ position: Int32, _ factor: Int32, _ scale: Float) -> Float {
    quotient(position, factor).map { ($0 - 1) * scale } ?? (scale == 0 ? 0 : 1)
  }
}
