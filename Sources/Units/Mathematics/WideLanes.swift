import CLanes

/// Eight frames in double precision.
struct WideLanes {
  var low: SIMD4<Double>
  var high: SIMD4<Double>

  @inline(__always)
  init(low: SIMD4<Double>, high: SIMD4<Double>) {
    self.low = low
    self.high = high
  }

  @inline(__always)
  init(_ lanes: Lanes) {
    low = SIMD4(Double(lanes[0]), Double(lanes[1]), Double(lanes[2]), Double(lanes[3]))
    high = SIMD4(Double(lanes[4]), Double(lanes[5]), Double(lanes[6]), Double(lanes[7]))
  }

  @inline(__always)
  init(loading pointer: UnsafeMutablePointer<Float>) { self.init(Lanes(loading: pointer)) }

  @inline(__always)
  func store(to pointer: UnsafeMutablePointer<Float>) {
    lanes.store(to: pointer)
  }

  /// Rounded.
  @inline(__always)
  var lanes: Lanes {
    Lanes(
      Float(low[0]), Float(low[1]), Float(low[2]), Float(low[3]), Float(high[0]), Float(high[1]), Float(high[2]),
      Float(high[3]))
  }

  @inline(__always)
  static func * (lanes: WideLanes, factor: Double) -> WideLanes {
    WideLanes(low: lanes.low * factor, high: lanes.high * factor)
  }

  @inline(__always)
  static func - (left: Double, right: WideLanes) -> WideLanes {
    WideLanes(low: left - right.low, high: left - right.high)
  }

  @inline(__always)
  static func + (left: WideLanes, right: Double) -> WideLanes {
    WideLanes(low: left.low + right, high: left.high + right)
  }

  @inline(__always)
  static func - (left: WideLanes, right: WideLanes) -> WideLanes {
    WideLanes(low: left.low - right.low, high: left.high - right.high)
  }

  @inline(__always)
  static func + (left: WideLanes, right: WideLanes) -> WideLanes {
    WideLanes(low: left.low + right.low, high: left.high + right.high)
  }

  /// What lies one frame before each; before the first the last of `before`.
  @inline(__always)
  func delayedByOne(_ before: SIMD4<Double>) -> WideLanes {
    WideLanes(low: syrinx_shift_doubles_one(before, low), high: syrinx_shift_doubles_one(low, high))
  }

  /// What lies two frames before each.
  @inline(__always)
  func delayedByTwo(_ before: SIMD4<Double>) -> WideLanes {
    WideLanes(low: syrinx_shift_doubles_two(before, low), high: syrinx_shift_doubles_two(low, high))
  }
}

/// `a * b + c`: fused where the processor fuses.
@inline(__always) func multiplyAdd(_ a: SIMD4<Double>, _ b: Double, _ c: SIMD4<Double>) -> SIMD4<Double> {
  #if V3 || arch(arm64)
  return c.addingProduct(a, SIMD4(repeating: b))
  #else
  return a * b + c
  #endif
}
