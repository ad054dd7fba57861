import CRealTime

/// The factor which, applied each time, leaves a thousandth after so many times: a decay by 60 dB.
@inline(__always) func decay(after times: Double) -> Double { syrinx_exp(-6.907_755_278_982_137 / times) }

/// 0 for what would poison a feedback loop: what is no number, is infinite, or so small that it is slow to compute with.
@inline(__always) func tamed(_ value: Float) -> Float {
  let magnitude = value.magnitude
  return magnitude > 1e-15 && magnitude < 1e15 ? value : 0
}

extension Lanes {
  /// 0 for what would poison a feedback loop.
  @inline(__always) var tamed: Lanes {
    replacing(with: Lanes.zero, where: .!((magnitude .> 1e-15) .& (magnitude .< 1e15)))
  }
}

/// 0 for what would poison a feedback loop.
@inline(__always) func tamed(_ value: Double) -> Double {
  let magnitude = value.magnitude
  return magnitude > 1e-15 && magnitude < 1e15 ? value : 0
}
