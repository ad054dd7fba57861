import RealTime

/// An input that a unit of audio rate follows smoothly: from a control-rate signal it glides to each new value over a block.
struct GlidingInput: BitwiseCopyable {
  private let index: Int32
  private let isAudio: Bool
  /// What it held at the end of the last block.
  private(set) var value: Float = 0

  init(_ preparation: UnitPreparation, _ index: Int) {
    self.index = Int32(index)
    isAudio = preparation.inputRates.indices.contains(index) && preparation.inputRates[index] == .audio
  }

  @inline(__always)
  mutating func start(_ wires: Wires) { value = wires[Int(index)].pointee }

  /// The input over a block; a single frame has the newest value.
  ///
  /// - Parameters:
  ///   - slot: which of the blocks of scratch it may use.
  ///   - steps: whether it is the running sum of its steps, to the bit.
  @inline(__always)
  mutating func operand(
    _ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int, slot: Int, steps: Bool = false
  ) -> Operand {
    let wire = wires[Int(index)]
    if isAudio { return Operand(audio: wire) }
    let memory = context.pointee.scratch + slot &* RenderContext.blockFrames
    let last = value
    value = wire.pointee
    if last == value || frames == 1 { return Operand(constant: value, memory) }
    if steps {
      let step = (value - last) / Float(frames)
      value = last
      return Operand(stepping: &value, by: step, frames, memory)
    }
    return Operand(from: last, to: value, frames, memory)
  }
}
