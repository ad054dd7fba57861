import RealTime

/// The lengths of a GVerb's seven diffusers, and what they do.
struct GVerbDiffusers {
  private var lengths = SIMD8<Int32>()

  /// - Parameters:
  ///   - scale: frames for one of 1341 parts.
  ///   - spread: by how many parts they differ.
  init(scale: Float, spread: Float) {
    let wide = Float(3 * Double(spread))
    let left = Self.parts(spread * 0.125541, wide * 0.854046)
    let right = Self.parts(spread * -0.568366, wide * -0.126815)
    let parts = SIMD8<Float>(210, left.0, left.1, left.2, right.0, right.1, right.2, 0)
    for index in 0..<7 {
      lengths[index] = Int32(processorTruncating: scale * parts[index] + 12_582_912 - 12_582_912)
    }
  }

  /// From the second on: 1341 parts are divided anew, the last has what remains.
  private static func parts(_ second: Float, _ third: Float) -> (Float, Float, Float) {
    let (a, b) = (Float(WholeNumbers.whole(second)), Float(WholeNumbers.whole(third)))
    return (159 + a, 562 + b - a, 410 - b)
  }

  subscript(_ index: Int) -> Int32 { lengths[index] }

  /// Whether each has a length.
  var isSound: Bool {
    var lowest = Int32.max
    for index in 0..<7 { lowest = min(lowest, lengths[index]) }
    return lowest > 0
  }

  /// An all-pass filter, in place.
  @inline(__always)
  static func diffuse(
    _ ring: UnsafeMutablePointer<ReverbRing>, _ coefficient: Float, _ signal: UnsafeMutablePointer<Float>,
    _ frames: Int
  ) {
    var line = ring.pointee
    var frame = 0
    while frame < frames {
      let run = min(frames &- frame, line.length &- line.place)
      let row = line.samples + line.place
      let output = signal + frame
      var at = 0
      while at &+ 8 <= run {
        let old = Lanes(loading: row + at)
        let new = (Lanes(loading: output + at) - old * coefficient).withoutExtremes
        (old + new * coefficient).store(to: output + at)
        new.store(to: row + at)
        at &+= 8
      }
      while at < run {
        let old = row[at]
        let new = (output[at] - old * coefficient).withoutExtremes
        output[at] = old + new * coefficient
        row[at] = new
        at &+= 1
      }
      line.pass(run)
      frame &+= run
    }
    ring.pointee = line
  }
}
