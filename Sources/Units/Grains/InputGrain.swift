import RealTime

/// A grain of what comes in just then.
struct InputGrain: GrainVoice {
  private let isAudio: Bool

  struct Passage {
    let signal: InputSignal
    var frame: Int
  }

  @inline(__always)
  init(isAudio: Bool) { self.isAudio = isAudio }

  @inline(__always)
  func passage(_ context: UnsafePointer<RenderContext>, _ wires: Wires, at frame: Int, frames: Int) -> Passage? {
    Passage(signal: InputSignal(wires[2], isAudio: isAudio), frame: frame)
  }

  @inline(__always)
  func next(_ passage: inout Passage, frames: Int) -> Lanes {
    defer { passage.frame &+= frames }
    if frames == 8 { return passage.signal.lanes(passage.frame) }
    var values = Lanes.zero
    for lane in 0..<8 where lane < frames { values[lane] = passage.signal[passage.frame &+ lane] }
    return values
  }

  @inline(__always)
  mutating func end(_ passage: Passage) {}
}
