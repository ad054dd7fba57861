/// Sums of what comes, which forget a thousandth with every frame: y = x + 0.999 · y1.
struct LeakyIntegrator: BitwiseCopyable {
  var level: Float

  /// Eight frames: sums of one, of two, of four neighbours, and of all before.
  @inline(__always)
  mutating func next(_ values: Lanes) -> Lanes {
    let two = multiplyAdd(values.movedByOne, Lanes(repeating: 0.999), values)
    let four = multiplyAdd(two.movedByTwo, Lanes(repeating: 0.998_001_025_723), two)
    let eight = multiplyAdd(four.movedByFour, Lanes(repeating: 0.996_006_047_345), four)
    let sums = multiplyAdd(Self.powers, Lanes(repeating: level), eight)
    level = sums[7]
    return sums
  }

  /// A block, in place.
  @inline(__always)
  mutating func integrate(_ samples: UnsafeMutablePointer<Float>, _ frames: Int) {
    var integrator = self
    var frame = 0
    while frame < frames {
      integrator.next(Lanes(loading: samples + frame)).store(to: samples + frame)
      frame &+= 8
    }
    if frames & 7 != 0 { integrator.level = samples[frames &- 1] }
    self = integrator
  }

  /// Of 0.999 as a float, which is a little more.
  @inline(__always)
  private static var powers: Lanes {
    Lanes(
      0.999_000_012_875, 0.998_001_025_723, 0.997_003_037_547, 0.996_006_047_345,
      0.995_010_054_121, 0.994_015_056_877, 0.993_021_054_618, 0.992_028_046_348)
  }
}
