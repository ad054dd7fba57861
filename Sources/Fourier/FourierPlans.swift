public import CFFTW

/// Plans and windows for transforms of every length that is a power of two, from 8 to 262,144.
///
/// They are made once, when the first unit that transforms is prepared, in some fifty milliseconds, and are there for ever.
/// FFTW's heuristic chooses them, not a measurement: so the same processor gives the same samples in every run.
///
/// - Thread: made by control; read by the audio thread.
@frozen
public struct FourierPlans: BitwiseCopyable, @unchecked Sendable {
  // Unchecked: nothing is written after it was made.

  public static let exponents = 3...18

  public static let prepared = FourierPlans()

  /// By exponent.
  @usableFromInline let forward: UnsafeMutablePointer<fftwf_plan?>
  @usableFromInline let backward: UnsafeMutablePointer<fftwf_plan?>
  @usableFromInline let sines: UnsafeMutablePointer<UnsafeMutablePointer<Float>?>
  @usableFromInline let hanns: UnsafeMutablePointer<UnsafeMutablePointer<Float>?>

  private init() {
    let count = Self.exponents.upperBound + 1
    forward = .allocate(capacity: count)
    backward = .allocate(capacity: count)
    sines = .allocate(capacity: count)
    hanns = .allocate(capacity: count)
    forward.initialize(repeating: nil, count: count)
    backward.initialize(repeating: nil, count: count)
    sines.initialize(repeating: nil, count: count)
    hanns.initialize(repeating: nil, count: count)
    let longest = 1 << Self.exponents.upperBound
    // Planning by heuristic touches no samples, it only looks at how they are aligned: as the pool's memory is.
    let memory = UnsafeMutableRawPointer.allocate(byteCount: 4 * 2 * (longest + 64), alignment: 64)
    defer { memory.deallocate() }
    let data = memory.assumingMemoryBound(to: Float.self)
    let other = data + longest + 64
    for exponent in Self.exponents {
      let length = Int32(1) << Int32(exponent)
      data.withMemoryRebound(to: fftwf_complex.self, capacity: longest / 2 + 1) { complex in
        forward[exponent] = fftwf_plan_dft_r2c_1d(length, data, complex, FFTW_ESTIMATE)
        backward[exponent] = fftwf_plan_dft_c2r_1d(length, complex, other, FFTW_ESTIMATE)
      }
      sines[exponent] = SpectrumWindow.sine.values(Int(length))
      hanns[exponent] = SpectrumWindow.hann.values(Int(length))
    }
  }

  /// Nil where there is none of this length.
  @inlinable @inline(__always)
  public func transform(length: Int) -> FourierTransform? {
    guard let exponent = Self.exponent(of: length) else { return nil }
    guard let there = forward[exponent], let back = backward[exponent] else { return nil }
    return FourierTransform(there, back, length: length)
  }

  /// As many values as `length`; nil for a rectangle, and for a length that there is none of.
  @inlinable @inline(__always)
  public func window(_ window: SpectrumWindow, length: Int) -> UnsafeMutablePointer<Float>? {
    guard let exponent = Self.exponent(of: length) else { return nil }
    return switch window {
    case .rectangle: nil
    case .sine: sines[exponent]
    case .hann: hanns[exponent]
    }
  }

  @inlinable @inline(__always)
  static func exponent(of length: Int) -> Int? {
    guard length >= 8, length <= 262_144, length & (length - 1) == 0 else { return nil }
    return length.trailingZeroBitCount
  }
}
