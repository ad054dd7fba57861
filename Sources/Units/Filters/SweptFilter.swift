import RealTime

/// A low pass or a high pass of 24 dB an octave for a stereo signal, opened and closed by a sweep of 0 (open, and then
/// the signal is untouched) to 1 (closed).
///
/// - Source: two sections as in A. Simper, "Solving the continuous SVF equations using trapezoidal integration and
///   equivalent currents", Cytomic, 2013, whose corner may move at every frame.
struct SweptFilter: BitwiseCopyable {
  enum Kind {
    case lowPass, highPass
  }

  /// Where the sweep begins and ends, in hertz.
  static let lowPassCorners: (open: Float, closed: Float) = (20_000, 60)
  static let highPassCorners: (open: Float, closed: Float) = (20, 10_000)
  /// Up to this sweep the filter fades in.
  static let fadeSweep: Float = 0.03
  /// At full resonance the Q of the second section is 2 to this power times that of a Butterworth filter.
  static let resonanceOctaves: Float = 3

  private var first = (SIMD2<Float>.zero, SIMD2<Float>.zero)
  private var second = (SIMD2<Float>.zero, SIMD2<Float>.zero)

  /// The coefficients of a block, in the scratch: a value for each frame.
  private struct Coefficients {
    let share: UnsafeMutablePointer<Float>
    /// Of both sections: what Simper calls a1, a2 and a3.
    let first: (UnsafeMutablePointer<Float>, UnsafeMutablePointer<Float>, UnsafeMutablePointer<Float>)
    let second: (UnsafeMutablePointer<Float>, UnsafeMutablePointer<Float>, UnsafeMutablePointer<Float>)
    let damping: UnsafeMutablePointer<Float>

    @inline(__always)
    init(_ scratch: UnsafeMutablePointer<Float>) {
      share = scratch
      first = (scratch + 64, scratch + 128, scratch + 192)
      second = (scratch + 256, scratch + 320, scratch + 384)
      damping = scratch + 448
    }
  }

  /// Renders a block in place. Takes 512 floats of the scratch.
  ///
  /// - Parameters:
  ///   - sweeps: in the direction of this filter; what is below 0 counts as 0.
  ///   - steady: whether sweeps and resonances are the same at all frames.
  @inline(__always)
  mutating func process(
    _ kind: Kind, _ left: UnsafeMutablePointer<Float>, _ right: UnsafeMutablePointer<Float>,
    sweeps: UnsafeMutablePointer<Float>, sign: Float, resonances: UnsafeMutablePointer<Float>, steady: Bool,
    scratch: UnsafeMutablePointer<Float>, sampleRate: Float
  ) {
    guard Self.isSwept(sweeps, sign) else { return clear() }
    let coefficients = Coefficients(scratch)
    var frame = 0
    while frame < RenderContext.blockFrames {
      Self.compute(kind, Lanes(loading: sweeps + frame) * sign, Lanes(loading: resonances + frame), sampleRate)
        .store(to: coefficients, frame)
      frame &+= 8
      if steady { break }
    }
    filter(kind, left, right, coefficients, steady)
  }

  @inline(__always)
  private static func isSwept(_ sweeps: UnsafeMutablePointer<Float>, _ sign: Float) -> Bool {
    var highest = Lanes.zero
    var frame = 0
    while frame < RenderContext.blockFrames {
      highest = highest.higher(Lanes(loading: sweeps + frame) * sign)
      frame &+= 8
    }
    return highest.highest > 0
  }

  private struct EightFrames {
    var share: Lanes
    var first: (Lanes, Lanes, Lanes)
    var second: (Lanes, Lanes, Lanes)
    var damping: Lanes

    @inline(__always)
    func store(to coefficients: Coefficients, _ frame: Int) {
      share.store(to: coefficients.share + frame)
      first.0.store(to: coefficients.first.0 + frame)
      first.1.store(to: coefficients.first.1 + frame)
      first.2.store(to: coefficients.first.2 + frame)
      second.0.store(to: coefficients.second.0 + frame)
      second.1.store(to: coefficients.second.1 + frame)
      second.2.store(to: coefficients.second.2 + frame)
      damping.store(to: coefficients.damping + frame)
    }
  }

  /// One over the Q of the two halves of a Butterworth filter of the fourth order; that of the second falls with the
  /// resonance.
  private static let firstDamping: Float = 1.847_759_1
  private static let secondDamping: Float = 0.765_366_86

  @inline(__always)
  private static func compute(_ kind: Kind, _ sweep: Lanes, _ resonance: Lanes, _ sampleRate: Float) -> EightFrames {
    let positive = sweep.replacing(with: Lanes.zero, where: .!(sweep .> 0))
    let swept = positive.replacing(with: Lanes(repeating: 1), where: positive .> 1)
    // From 20 kHz down 8.38 octaves, or from 20 Hz up 8.97.
    let octaves = kind == .lowPass ? swept * -8.380_822 : swept * 8.965_784
    let open = kind == .lowPass ? lowPassCorners.open : highPassCorners.open
    let g = filterCorner(turns: powerOfTwo(octaves) * (open / sampleRate))
    let resonates = resonance.replacing(with: Lanes.zero, where: .!(resonance .> 0))
    let limited = resonates.replacing(with: Lanes(repeating: 1), where: resonates .> 1)
    let damping = powerOfTwo(limited * -resonanceOctaves) * secondDamping
    let faded = swept * (1 / fadeSweep)
    let share = smoothstep(faded.replacing(with: Lanes(repeating: 1), where: faded .> 1))
    return EightFrames(
      share: share, first: integrators(g, Lanes(repeating: firstDamping)), second: integrators(g, damping),
      damping: damping)
  }

  @inline(__always)
  private static func integrators(_ g: Lanes, _ damping: Lanes) -> (Lanes, Lanes, Lanes) {
    let a1 = 1 / (1 + g * (g + damping))
    let a2 = g * a1
    return (a1, a2, g * a2)
  }

  @inline(__always)
  private mutating func filter(
    _ kind: Kind, _ left: UnsafeMutablePointer<Float>, _ right: UnsafeMutablePointer<Float>,
    _ coefficients: Coefficients, _ steady: Bool
  ) {
    var (one, other) = (first, second)
    var frame = 0
    while frame < RenderContext.blockFrames {
      let at = steady ? 0 : frame
      let share = coefficients.share[at]
      // Where nothing of it is heard it begins anew: so it does not matter where blocks begin.
      if share == 0 {
        one = (.zero, .zero)
        other = (.zero, .zero)
        frame &+= 1
        continue
      }
      let input = SIMD2<Float>(left[frame], right[frame])
      let middle = Self.take(
        kind, input, &one, coefficients.first.0[at], coefficients.first.1[at], coefficients.first.2[at],
        Self.firstDamping)
      let output = Self.take(
        kind, middle, &other, coefficients.second.0[at], coefficients.second.1[at], coefficients.second.2[at],
        coefficients.damping[at])
      let mixed = input * (1 - share) + output * share
      left[frame] = mixed[0]
      right[frame] = mixed[1]
      frame &+= 1
    }
    (first, second) = (one, other)
  }

  @inline(__always)
  private static func take(
    _ kind: Kind, _ input: SIMD2<Float>, _ state: inout (SIMD2<Float>, SIMD2<Float>), _ a1: Float, _ a2: Float,
    _ a3: Float, _ damping: Float
  ) -> SIMD2<Float> {
    let rest = input - state.1
    let band = state.0 * a1 + rest * a2
    let low = state.1 + state.0 * a2 + rest * a3
    state.0 = band + band - state.0
    state.1 = low + low - state.1
    return kind == .lowPass ? low : input - band * damping - low
  }

  /// Forgets what has passed.
  @inline(__always)
  mutating func clear() {
    first = (.zero, .zero)
    second = (.zero, .zero)
  }
}
