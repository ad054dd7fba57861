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

  /// The same eight times.
  @inline(__always)
  static func wrap(_ values: Lanes, _ low: Lanes, _ high: Lanes) -> Lanes {
    let range = high - low
    let (isAbove, isBelow) = (values .>= high, values .< low)
    let moved = values.replacing(with: values - range, where: isAbove).replacing(with: values + range, where: isBelow)
    let isStillOut = (isAbove .& (moved .>= high)) .| (isBelow .& (moved .< low))
    guard Lanes(isStillOut).bitsAboveZero != 0 else { return moved }
    let around = (moved - range * ((moved - low) / range).floored).replacing(with: low, where: high .== low)
    return moved.replacing(with: around, where: isStillOut)
  }

  /// The same eight times.
  @inline(__always)
  static func fold(_ values: Lanes, _ low: Lanes, _ high: Lanes) -> Lanes {
    let (isAbove, isBelow) = (values .>= high, values .< low)
    let (down, up) = (high + high - values, low + low - values)
    let moved = values.replacing(with: down, where: isAbove).replacing(with: up, where: isBelow)
    let isStillOut = (isAbove .& (moved .< low)) .| (isBelow .& (moved .>= high))
    guard Lanes(isStillOut).bitsAboveZero != 0 else { return moved }
    let range = high - low
    let above = values - low
    let inside = above - 2 * range * (above / (2 * range)).floored
    let folded = inside.replacing(with: 2 * range - inside, where: inside .>= range) + low
    return moved.replacing(with: folded.replacing(with: low, where: high .== low), where: isStillOut)
  }

  @inline(__always)
  static func clamp(_ value: Float, _ low: Float, _ high: Float) -> Float {
    let upper = value < high ? value : high
    return upper > low ? upper : low
  }
}
