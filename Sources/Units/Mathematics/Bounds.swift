import CRealTime

/// Folding and wrapping of single numbers. Where a bound is passed once only, no division is made.
enum Bounds {
  /// `value` brought into `low`..<`high` by adding or taking away the distance of the two.
  @inline(__always)
  static func wrap(_ value: Float, _ low: Float, _ high: Float) -> Float {
    let range = high - low
    var moved = value
    if value >= high {
      moved = value - range
      if moved < high { return moved }
    } else if value < low {
      moved = value + range
      if moved >= low { return moved }
    } else {
      return value
    }
    return high == low ? low : moved - range * syrinx_floorf((moved - low) / range)
  }

  @inline(__always)
  static func wrap(_ value: Double, _ low: Double, _ high: Double) -> Double {
    let range = high - low
    var moved = value
    if value >= high {
      moved = value - range
      if moved < high { return moved }
    } else if value < low {
      moved = value + range
      if moved >= low { return moved }
    } else {
      return value
    }
    return high == low ? low : moved - range * syrinx_floor((moved - low) / range)
  }

  /// `value` reflected at `low` and `high` until it lies between them.
  @inline(__always)
  static func fold(_ value: Float, _ low: Float, _ high: Float) -> Float {
    if value >= high {
      let moved = high + high - value
      if moved >= low { return moved }
    } else if value < low {
      let moved = low + low - value
      if moved < high { return moved }
    } else {
      return value
    }
    if high == low { return low }
    let range = high - low
    let above = value - low
    var inside = above - 2 * range * syrinx_floorf(above / (2 * range))
    if inside >= range { inside = 2 * range - inside }
    return inside + low
  }

  /// The remainder with the sign of the divisor; of 0 it is 0.
  @inline(__always)
  static func modulo(_ value: Float, _ divisor: Float) -> Float {
    var moved = value
    if value >= divisor {
      moved = value - divisor
      if moved < divisor { return moved }
    } else if value < 0 {
      moved = value + divisor
      if moved >= 0 { return moved }
    } else {
      return value
    }
    return divisor == 0 ? 0 : moved - divisor * syrinx_floorf(moved / divisor)
  }

  @inline(__always)
  static func clamp(_ value: Float, _ low: Float, _ high: Float) -> Float {
    let upper = value < high ? value : high
    return upper > low ? upper : low
  }
}
