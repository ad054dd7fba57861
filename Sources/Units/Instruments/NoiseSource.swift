/// Noise that is the same each time for the same seed.
///
/// - Source: G. Marsaglia, "Xorshift RNGs", Journal of Statistical Software 8 (14), 2003.
struct NoiseSource: BitwiseCopyable {
  private var state: UInt32

  /// - seed: any number; what follows its decimal point counts for nothing.
  init(seed: Float, channel: UInt32 = 0) {
    let whole = seed > -1e9 && seed < 1e9 ? Int64(seed) : 0
    // Neighbouring seeds are taken far apart (multiplying by 2^32 over the golden ratio).
    state = UInt32(truncatingIfNeeded: whole &+ 1 &+ Int64(channel) &* 77_777) &* 2_654_435_769 | 1
    for _ in 0..<4 { _ = next() }
  }

  /// −1…1.
  @inline(__always)
  mutating func next() -> Float {
    state ^= state &<< 13
    state ^= state &>> 17
    state ^= state &<< 5
    return Float(Int32(bitPattern: state)) * 4.656_613e-10
  }
}
