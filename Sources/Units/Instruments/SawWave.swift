/// A sawtooth and a square without aliasing: each step is spread over two frames.
///
/// - Source: V. Välimäki and A. Huovilainen, "Antialiasing oscillators in subtractive synthesis", IEEE Signal
///   Processing Magazine 24 (2), 2007 (PolyBLEP).
struct SawWave: BitwiseCopyable {
  /// In turns, 0…1.
  var phase: Float

  init(phase: Float = 0) { self.phase = phase }

  /// The next frame of a rising sawtooth within ±1; `turns` is the pitch in turns a frame, above 0, below a half.
  @inline(__always)
  mutating func saw(_ turns: Float) -> Float {
    let value = Self.saw(at: phase, turns)
    advance(turns)
    return value
  }

  /// The next frame of a square within ±1.
  @inline(__always)
  mutating func square(_ turns: Float) -> Float {
    let opposite = phase >= 0.5 ? phase - 0.5 : phase + 0.5
    let value = Self.saw(at: phase, turns) - Self.saw(at: opposite, turns)
    advance(turns)
    return value
  }

  @inline(__always)
  mutating func advance(_ turns: Float) {
    phase += turns
    if phase >= 1 { phase -= 1 }
  }

  @inline(__always)
  static func saw(at phase: Float, _ turns: Float) -> Float {
    let plain = 2 * phase - 1
    if phase < turns {
      let near = phase / turns - 1
      return plain + near * near
    }
    if phase > 1 - turns {
      let near = (phase - 1) / turns + 1
      return plain - near * near
    }
    return plain
  }

  /// The same, eight sawtooths at a time; `period` is one over `turns`.
  @inline(__always)
  static func saws(at phases: Lanes, _ turns: Lanes, period: Lanes) -> Lanes {
    let behind = phases * period - 1
    let ahead = (phases - 1) * period + 1
    let correction =
      (behind * behind).replacing(with: Lanes.zero, where: phases .>= turns)
      - (ahead * ahead).replacing(with: Lanes.zero, where: phases .<= 1 - turns)
    return 2 * phases - 1 + correction
  }
}

extension Lanes {
  /// The sum of the eight. (The library's `sum()` is a shared function, which a binary holds once for all builds of the
  /// units.)
  @inline(__always) var total: Float {
    let four = lowHalf + highHalf
    let two = four.lowHalf + four.highHalf
    return two[0] + two[1]
  }

  /// Phases that have just moved on, back within 0…1.
  @inline(__always) var wrappedOnce: Lanes { replacing(with: self - 1, where: self .>= 1) }
}
