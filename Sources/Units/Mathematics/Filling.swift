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

/// The same value for any number of frames, and no more.
@inline(__always) func fill(exactly output: UnsafeMutablePointer<Float>, with value: Float, _ frames: Int) {
  let lanes = Lanes(repeating: value)
  var frame = 0
  while frame &+ 8 <= frames {
    lanes.store(to: output + frame)
    frame &+= 8
  }
  while frame < frames {
    output[frame] = value
    frame &+= 1
  }
}
