import RealTime

/// A buffer that holds a spectrum: the real values of 0 hertz and of half the sample rate, then pairs.
struct Spectrum {
  private let buffer: UnsafeMutablePointer<SampleBuffer>
  let values: UnsafeMutablePointer<Float>
  /// How many values there are.
  let count: Int

  /// Nil where there is no such buffer, or not all of it yet.
  @inline(__always)
  init?(_ context: UnsafePointer<RenderContext>, _ number: Float) {
    guard let buffer = context.pointee.buffer(number), let samples = buffer.pointee.samples else { return nil }
    let frames = buffer.pointee.frames
    guard !buffer.pointee.isStreamed, buffer.pointee.readyFrames >= frames else { return nil }
    let count = frames &* buffer.pointee.channels
    guard count >= 2 else { return nil }
    self.buffer = buffer
    values = samples
    self.count = count
  }

  /// Pairs, without the first two values.
  @inline(__always) var bins: Int { (count &- 2) >> 1 }

  @inline(__always) func pair(_ bin: Int) -> UnsafeMutablePointer<Float> { values + (2 &+ 2 &* bin) }

  @inline(__always) var form: SpectrumForm { buffer.pointee.spectrum }

  @inline(__always) func setForm(_ form: SpectrumForm) { buffer.pointee.spectrum = form }

  /// Magnitudes and phases; numbers that no transform has made are taken to be such already.
  @inline(__always)
  func makePolar(_ tables: PolarTables) {
    guard form == .complex else { return }
    var bin = 0
    while bin < bins {
      let pair = pair(bin)
      (pair[0], pair[1]) = tables.polar(pair[0], pair[1])
      bin &+= 1
    }
    setForm(.polar)
  }

  /// Real and imaginary parts.
  @inline(__always)
  func makeComplex(_ tables: PolarTables) {
    guard form == .polar else { return }
    var bin = 0
    while bin < bins {
      let pair = pair(bin)
      (pair[0], pair[1]) = tables.complex(pair[0], pair[1])
      bin &+= 1
    }
    setForm(.complex)
  }
}
