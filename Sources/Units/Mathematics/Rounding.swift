import CLanes
import CRealTime

extension Lanes {
  /// The whole number below or at each.
  @inline(__always) var floored: Lanes {
    let whole = Lanes(converting: SIMD8<Int32>(truncatingLanes: self))
    let below = whole.replacing(with: whole - 1, where: whole .> self)
    // From 2²³ on every float is whole; what is no number stays so.
    return below.replacing(with: self, where: .!(magnitude .< 8_388_608))
  }

  /// The whole number above or at each.
  @inline(__always) var ceiled: Lanes { -(-self).floored }

  /// Limited to `high` first, then to `low`.
  @inline(__always) func clamped(from low: Lanes, to high: Lanes) -> Lanes {
    let below = replacing(with: high, where: self .> high)
    return below.replacing(with: low, where: below .< low)
  }

  @inline(__always) func clamped(from low: Float, to high: Float) -> Lanes {
    clamped(from: Lanes(repeating: low), to: Lanes(repeating: high))
  }

  /// The square root of each; of negative ones no number.
  @inline(__always) var root: Lanes {
    Lanes(
      syrinx_sqrtf(self[0]), syrinx_sqrtf(self[1]), syrinx_sqrtf(self[2]), syrinx_sqrtf(self[3]), syrinx_sqrtf(self[4]),
      syrinx_sqrtf(self[5]), syrinx_sqrtf(self[6]), syrinx_sqrtf(self[7]))
  }

  /// 1 where it holds, else 0.
  @inline(__always) init(_ mask: SIMDMask<SIMD8<Int32>>) {
    self = Lanes.zero.replacing(with: Lanes(repeating: 1), where: mask)
  }
}

extension SIMD8<Int32> {
  /// Each number without its fraction; the lowest number for all that are beyond, as processors have it.
  @inline(__always) init(processorTruncating lanes: Lanes) {
    self = syrinx_truncate_eight(lanes)
  }

  /// The same, where numbers beyond 2³¹ do not matter.
  @inline(__always) init(truncatingLanes lanes: Lanes) { self.init(processorTruncating: lanes) }
}

extension Int32 {
  /// A number without its fraction; the lowest number for all that are beyond, as processors have it.
  @inline(__always) init(processorTruncating value: Float) { self = syrinx_truncate(value) }

  @inline(__always) init(processorTruncating value: Double) { self = syrinx_truncate_double(value) }
}
