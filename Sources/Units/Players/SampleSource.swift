import RealTime

/// Samples of a buffer as floats that can be reckoned with: scaled, and silence for what is no finite number.
protocol SampleSource {
  func one(_ index: Int) -> Float
  func eight(_ index: Int) -> Lanes
}

struct Floats: SampleSource {
  let samples: UnsafePointer<Float>
  let scale: Float

  @inline(__always)
  func one(_ index: Int) -> Float {
    let sample = samples[index]
    return sample.isFinite ? sample * scale : 0
  }

  @inline(__always)
  func eight(_ index: Int) -> Lanes {
    let lanes = Lanes(loading: samples + index)
    // 0 for every number; nothing but a number minus itself is one. (Integer masks would be taken apart lane by lane.)
    let difference = lanes - lanes
    return (lanes * scale).replacing(with: Lanes.zero, where: difference .!= difference)
  }
}

struct Integers: SampleSource {
  let samples: UnsafePointer<Int16>
  let scale: Float

  @inline(__always)
  func one(_ index: Int) -> Float { Float(samples[index]) * scale }

  @inline(__always)
  func eight(_ index: Int) -> Lanes {
    let u = UnsafeRawPointer(samples + index).loadUnaligned(as: SIMD8<UInt16>.self) ^ 0x8000
    let wide = SIMD8<UInt32>(
      UInt32(u[0]), UInt32(u[1]), UInt32(u[2]), UInt32(u[3]), UInt32(u[4]), UInt32(u[5]), UInt32(u[6]), UInt32(u[7]))
    // The lowest bits of a number in 2^23..<2^24 count its whole part.
    return (unsafeBitCast(wide | 0x4B00_0000, to: Lanes.self) - 8_421_376) * scale
  }
}
