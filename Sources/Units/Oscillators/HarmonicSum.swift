import RealTime

/// The sum of the first n overtones of a pitch, all equally loud, at any moment of its period.
///
/// - Source: the closed form of the sum of cosines, sin (2n + 1)x / sin x (G. Winham and K. Steiglitz, "Input generators for
///   digital sound synthesis", 1970), with the cosecant from a table.
struct HarmonicSum: BitwiseCopyable {
  private let cosecant = WaveTables.cosecant

  /// How far half a period of one hertz moves in each value.
  static func perHertz(_ preparation: UnitPreparation) -> Double {
    Double(WaveTables.count) * 65_536 * 0.5 * (1 / preparation.valuesPerSecond)
  }

  /// The quotients at eight positions, in 2⁻²⁹ of two periods.
  ///
  /// - Parameters:
  ///   - factor: 2n + 1.
  ///   - peak: what stands where it is 0 over 0, or next to it.
  @inline(__always)
  func quotients(_ positions: SIMD8<Int32>, _ factor: Int32, peak: Float) -> Lanes {
    let numerators = sine(phases: positions &* factor)
    let places = (positions &>> 16) & Int32(WaveTables.count &- 1)
    let (inverse, highest) = Lanes.interpolating(cosecant, places, Self.parts(positions))
    let quotients = numerators * inverse
    guard highest.reaches(WaveTables.steep) else { return quotients }
    let denominators = sine(phases: positions)
    let steep = (numerators / denominators)
      .replacing(with: Lanes(repeating: peak), where: denominators.magnitude .< 0.0005)
    return quotients.replacing(with: steep, where: highest .>= WaveTables.steep)
  }

  /// The sums at eight positions, without their constant part; 1 at the peak.
  @inline(__always)
  func values(_ positions: SIMD8<Int32>, _ factor: Int32, _ scale: Float) -> Lanes {
    // Read from a table, between whose points it is straight, a sine is lower by this part on average; an integrator
    // behind it makes a thousand times as much of that.
    let shortfall: Float = 4.9e-8
    let quotients = quotients(positions, factor, peak: Self.peak(scale))
    return multiplyAdd(quotients - 1, Lanes(repeating: scale), Lanes(repeating: -shortfall * scale))
  }

  /// The quotient at the peak.
  @inline(__always)
  static func peak(_ scale: Float) -> Float { scale == 0 ? 0 : 1 / scale + 1 }

  /// 0 to 1: the parts between two values.
  @inline(__always)
  private static func parts(_ positions: SIMD8<Int32>) -> Lanes {
    unsafeBitCast(0x3F80_0000 | (0x007F_FF80 & (positions &<< 7)), to: Lanes.self) - 1
  }
}
