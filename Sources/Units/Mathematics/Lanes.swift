/// Eight frames at a time: the width that every kernel of the units works in.
typealias Lanes = SIMD8<Float>

extension Lanes {
  /// 0, 1, 2, … 7.
  @inline(__always) static var ascending: Lanes { Lanes(0, 1, 2, 3, 4, 5, 6, 7) }

  @inline(__always) init(loading pointer: UnsafePointer<Float>) {
    self = UnsafeRawPointer(pointer).loadUnaligned(as: Lanes.self)
  }

  @inline(__always) init(loading pointer: UnsafeMutablePointer<Float>) {
    self = UnsafeRawPointer(pointer).loadUnaligned(as: Lanes.self)
  }

  @inline(__always) func store(to pointer: UnsafeMutablePointer<Float>) {
    UnsafeMutableRawPointer(pointer).storeBytes(of: self, as: Lanes.self)
  }

  @inline(__always) var magnitude: Lanes {
    unsafeBitCast(unsafeBitCast(self, to: SIMD8<UInt32>.self) & 0x7FFF_FFFF, to: Lanes.self)
  }

  /// The higher of each two.
  @inline(__always) func higher(_ other: Lanes) -> Lanes { replacing(with: other, where: other .> self) }

  /// The highest of the eight. (The library's `max()` is a shared function, which a binary holds once for all builds of
  /// the units.)
  @inline(__always) var highest: Float {
    let four = lowHalf.replacing(with: highHalf, where: highHalf .> lowHalf)
    let two = four.lowHalf.replacing(with: four.highHalf, where: four.highHalf .> four.lowHalf)
    return two[0] > two[1] ? two[0] : two[1]
  }

  /// The sum of the eight.
  @inline(__always) var sum: Float {
    let four = lowHalf + highHalf
    let two = four.lowHalf + four.highHalf
    return two[0] + two[1]
  }

  /// The same angle within −0.5…0.5. For −4,000,000…4,000,000 turns.
  @inline(__always) var wrappedTurns: Lanes {
    // Adding 1.5 · 2^23 leaves no room for a fraction: what comes back is the nearest whole number.
    let magic = Lanes(repeating: 12_582_912)
    return self - ((self + magic) - magic)
  }

  /// 0 for what is no number.
  @inline(__always) var orSilence: Lanes { replacing(with: Lanes.zero, where: self .!= self) }

  @inline(__always) func limited(to bound: Float) -> Lanes {
    let upper = replacing(with: Lanes(repeating: bound), where: self .> bound)
    return upper.replacing(with: Lanes(repeating: -bound), where: upper .< -bound)
  }
}

extension SIMD8<Float> {
  /// Whole numbers as floats.
  @inline(__always) init(converting lanes: SIMD8<Int32>) {
    self.init(
      Float(lanes[0]), Float(lanes[1]), Float(lanes[2]), Float(lanes[3]), Float(lanes[4]), Float(lanes[5]),
      Float(lanes[6]), Float(lanes[7]))
  }
}

extension SIMD8<Float> {
  /// Numbers of double precision as floats.
  @inline(__always) init(rounding lanes: SIMD8<Double>) {
    self.init(
      Float(lanes[0]), Float(lanes[1]), Float(lanes[2]), Float(lanes[3]), Float(lanes[4]), Float(lanes[5]),
      Float(lanes[6]), Float(lanes[7]))
  }
}

extension SIMD4<Float> {
  /// These four, then those four.
  @inline(__always) func followed(by high: SIMD4<Float>) -> Lanes { Lanes(lowHalf: self, highHalf: high) }
}

/// `a * b + c`: fused where the processor fuses.
@inline(__always) func multiplyAdd(_ a: Lanes, _ b: Lanes, _ c: Lanes) -> Lanes {
  #if V3 || arch(arm64)
  return c.addingProduct(a, b)
  #else
  return a * b + c
  #endif
}

/// `a * b + c` of single numbers, rounded as the lanes are.
@inline(__always) func multiplyAdd(_ a: Float, _ b: Float, _ c: Float) -> Float {
  #if V3 || arch(arm64)
  return c.addingProduct(a, b)
  #else
  return a * b + c
  #endif
}

/// `a * b + c` in double precision, fused where the processor fuses.
@inline(__always) func multiplyAdd(_ a: Double, _ b: Double, _ c: Double) -> Double {
  #if V3 || arch(arm64)
  return c.addingProduct(a, b)
  #else
  return a * b + c
  #endif
}
