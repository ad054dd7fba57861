import CRealTime

/// Silence for a block.
@inline(__always) func clear(_ output: UnsafeMutablePointer<Float>, _ frames: Int) {
  syrinx_clear_bytes(output, 4 &* frames)
}

/// The same value for a whole block.
@inline(__always) func fill(_ output: UnsafeMutablePointer<Float>, with value: Float, _ frames: Int) {
  let lanes = Lanes(repeating: value)
  var frame = 0
  while frame < frames {
    lanes.store(to: output + frame)
    frame &+= 8
  }
}
