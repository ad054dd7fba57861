/// Splits a stereo signal at 250 and 2500 Hz, 48 dB an octave, into three bands that add up to an allpass: at equal gains
/// nothing but the phase has changed.
///
/// The lanes are left and right of low, mid and high. Four sections divide at the lower corner, four at the upper one,
/// where the low band passes the allpass that the other two add up to.
///
/// - Source: S. Linkwitz and R. Riley, "Active crossover networks for noncoincident drivers", JAES 24, 1976; of the eighth
///   order, a Butterworth filter of the fourth order twice. The compensation: J. D'Appolito, "Active realization of
///   multiway all-pass crossover systems", JAES 35, 1987.
struct ThreeBandCrossover: BitwiseCopyable {
  static let lowCorner = 250.0
  static let highCorner = 2500.0

  /// One over the Q of the two halves of a Butterworth filter of the fourth order.
  static let dampings = (1.847_759_065_022_573_5, 0.765_366_864_730_179_6)

  private var divideLow: (FilterSection, FilterSection, FilterSection, FilterSection)
  private var divideHigh: (FilterSection, FilterSection, FilterSection, FilterSection)

  /// - Thread: control.
  init(sampleRate: Double) {
    let low = Self.corner(Self.lowCorner, sampleRate)
    let high = Self.corner(Self.highCorner, sampleRate)
    let (one, other) = Self.dampings
    divideLow = (
      Self.lowerSection(low, one), Self.lowerSection(low, other), Self.lowerSection(low, one),
      Self.lowerSection(low, other)
    )
    divideHigh = (
      Self.upperSection(high, one, .allPass(damping: one)), Self.upperSection(high, other, .allPass(damping: other)),
      Self.upperSection(high, one, .same), Self.upperSection(high, other, .same)
    )
  }

  private static func corner(_ hertz: Double, _ sampleRate: Double) -> Double {
    tangent(Double.pi * min(hertz / sampleRate, 0.45))
  }

  private static func lowerSection(_ corner: Double, _ damping: Double) -> FilterSection {
    let (low, rest) = (FilterSection.Answer.lowPass, FilterSection.Answer.highPass(damping: damping))
    return section(corner, damping, low, rest, rest)
  }

  private static func upperSection(_ corner: Double, _ damping: Double, _ low: FilterSection.Answer) -> FilterSection {
    section(corner, damping, low, .lowPass, .highPass(damping: damping))
  }

  private static func section(
    _ corner: Double, _ damping: Double, _ low: FilterSection.Answer, _ mid: FilterSection.Answer,
    _ high: FilterSection.Answer
  ) -> FilterSection {
    FilterSection(
      corner: corner, damping: damping, answers: [low, low, mid, mid, high, high, .nothing, .nothing])
  }

  /// Writes eight floats for each frame into `bands`: left and right of low, mid and high, then two zeros.
  @inline(__always)
  mutating func split(
    _ left: UnsafeMutablePointer<Float>, _ right: UnsafeMutablePointer<Float>, _ bands: UnsafeMutablePointer<Float>,
    frames: Int
  ) {
    // Two sections at a time, so that their state stays in registers and one need not wait for the other.
    var (one, other) = (divideLow.0, divideLow.1)
    var frame = 0
    while frame < frames {
      let pair = SIMD2<Float>(left[frame], right[frame])
      let four = SIMD4<Float>(lowHalf: pair, highHalf: pair)
      other.take(one.take(four.followed(by: four))).store(to: bands + 8 &* frame)
      frame &+= 1
    }
    (divideLow.0, divideLow.1) = (one, other)
    Self.run(&divideLow.2, &divideLow.3, bands, frames)
    Self.run(&divideHigh.0, &divideHigh.1, bands, frames)
    Self.run(&divideHigh.2, &divideHigh.3, bands, frames)
  }

  @inline(__always)
  private static func run(
    _ first: inout FilterSection, _ second: inout FilterSection, _ bands: UnsafeMutablePointer<Float>, _ frames: Int
  ) {
    var (one, other) = (first, second)
    var frame = 0
    while frame < frames {
      other.take(one.take(Lanes(loading: bands + 8 &* frame))).store(to: bands + 8 &* frame)
      frame &+= 1
    }
    (first, second) = (one, other)
  }

  /// Forgets what has passed.
  @inline(__always)
  mutating func clear() {
    divideLow.0.clear()
    divideLow.1.clear()
    divideLow.2.clear()
    divideLow.3.clear()
    divideHigh.0.clear()
    divideHigh.1.clear()
    divideHigh.2.clear()
    divideHigh.3.clear()
  }
}
