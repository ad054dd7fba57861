import CLanes

/// Values of tables, and lanes that move up, as single steps of the processor.
extension Lanes {
  /// Eight values of a table.
  @inline(__always) init(gathering table: UnsafeMutablePointer<Float>, _ places: SIMD8<Int32>) {
    self.init(lowHalf: syrinx_gather(table, places.lowHalf), highHalf: syrinx_gather(table, places.highHalf))
  }

  /// Eight values of a table, and those behind them.
  @inline(__always)
  static func neighbours(
    _ table: UnsafeMutablePointer<Float>, _ places: SIMD8<Int32>
  ) -> (first: Lanes, second: Lanes) {
    let (low, high) = (
      syrinx_gather_neighbours(table, places.lowHalf), syrinx_gather_neighbours(table, places.highHalf)
    )
    return (Lanes(lowHalf: low.first, highHalf: high.first), Lanes(lowHalf: low.second, highHalf: high.second))
  }

  /// Values between the points of a table, and the higher of the two points that each lies between.
  ///
  /// - Parameter parts: 0 to 1, how far from one point to the next.
  @inline(__always)
  static func interpolating(
    _ table: UnsafeMutablePointer<Float>, _ places: SIMD8<Int32>, _ parts: Lanes
  ) -> (values: Lanes, highest: Lanes) {
    let low = syrinx_interpolate(table, places.lowHalf, parts.lowHalf)
    let high = syrinx_interpolate(table, places.highHalf, parts.highHalf)
    return (Lanes(lowHalf: low.value, highHalf: high.value), Lanes(lowHalf: low.highest, highHalf: high.highest))
  }

  /// Whether one of the eight is as high as this, or higher.
  @inline(__always) func reaches(_ limit: Float) -> Bool { syrinx_reaches(lowHalf, highHalf, limit) }

  /// Moved up by one lane; the first is 0.
  @inline(__always) var movedByOne: Lanes { syrinx_move_one(self) }

  @inline(__always) var movedByTwo: Lanes { syrinx_move_two(self) }

  @inline(__always) var movedByFour: Lanes { Lanes(lowHalf: .zero, highHalf: lowHalf) }
}

extension Lanes {
  /// A bit for each lane that is above 0, the first one's lowest.
  @inline(__always) var bitsAboveZero: UInt64 { UInt64(syrinx_bits_above_zero(self)) }

  /// The same for those that are 0 or below: what is no number is neither.
  @inline(__always) var bitsNotAboveZero: UInt64 { UInt64(syrinx_bits_not_above_zero(self)) }
}

extension SIMD8<Int32> {
  /// Products without their fraction, reckoned in double precision; the lowest number for all that are beyond.
  @inline(__always) init(processorTruncating lanes: Lanes, by factor: Double) {
    self = syrinx_truncate_products(lanes, factor)
  }

  /// Whether all eight are the same.
  @inline(__always) var areEqual: Bool { syrinx_are_equal(lowHalf, highHalf) }

  @inline(__always) var hasZero: Bool { syrinx_has_zero(lowHalf) || syrinx_has_zero(highHalf) }

  /// Moved up by one lane; the first is 0.
  @inline(__always) var movedByOne: SIMD8<Int32> {
    SIMD8(
      lowHalf: syrinx_shift_integers_one(.zero, lowHalf), highHalf: syrinx_shift_integers_one(lowHalf, highHalf))
  }

  @inline(__always) var movedByTwo: SIMD8<Int32> {
    SIMD8(
      lowHalf: syrinx_shift_integers_two(.zero, lowHalf), highHalf: syrinx_shift_integers_two(lowHalf, highHalf))
  }

  @inline(__always) var movedByFour: SIMD8<Int32> { SIMD8(lowHalf: .zero, highHalf: lowHalf) }

  /// For each the sum of it and all before it.
  @inline(__always) var runningSum: SIMD8<Int32> {
    let two = self &+ movedByOne
    let four = two &+ two.movedByTwo
    return four &+ four.movedByFour
  }
}
