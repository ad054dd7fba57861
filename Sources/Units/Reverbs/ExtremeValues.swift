/// What is too small to be heard, or too great to be sound, is silence: so nothing lives on in a feedback for ever.
extension Float {
  @inline(__always) var withoutExtremes: Float { magnitude > 1e-15 && magnitude < 1e15 ? self : 0 }
}

extension SIMD4<Float> {
  @inline(__always) var withoutExtremes: SIMD4<Float> {
    let bits = unsafeBitCast(self, to: SIMD4<UInt32>.self) & 0x7FFF_FFFF
    let magnitude = unsafeBitCast(bits, to: SIMD4<Float>.self)
    return SIMD4().replacing(with: self, where: (magnitude .> 1e-15) .& (magnitude .< 1e15))
  }
}

extension Lanes {
  @inline(__always) var withoutExtremes: Lanes {
    Lanes.zero.replacing(with: self, where: (magnitude .> 1e-15) .& (magnitude .< 1e15))
  }
}
