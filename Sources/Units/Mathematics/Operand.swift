/// A signal that a kernel reads eight frames at a time, whatever its rate: a block of an audio wire, one value, or a
/// straight line between two values, laid into scratch.
struct Operand: BitwiseCopyable {
  private let values: UnsafeMutablePointer<Float>
  private let step: Int

  @inline(__always)
  init(audio wire: UnsafeMutablePointer<Float>) {
    values = wire
    step = 1
  }

  /// - Parameter memory: room for eight floats.
  @inline(__always)
  init(constant value: Float, _ memory: UnsafeMutablePointer<Float>) {
    Lanes(repeating: value).store(to: memory)
    values = memory
    step = 0
  }

  /// Begins at `first`, and would reach `last` behind the block.
  ///
  /// - Parameter memory: room for a block.
  @inline(__always)
  init(from first: Float, to last: Float, _ frames: Int, _ memory: UnsafeMutablePointer<Float>) {
    var slope = StraightLine(from: first, by: (last - first) / Float(frames))
    var frame = 0
    while frame < frames {
      slope.next().store(to: memory + frame)
      frame &+= 8
    }
    values = memory
    step = 1
  }

  /// Begins at `first`, with the same step from each frame to the next; gives back what comes behind the block.
  ///
  /// Unlike a line it is the running sum of its steps, to the bit: for what has edges, where a rounding would show.
  @inline(__always)
  init(
    stepping first: inout Float, by step: Float, _ frames: Int, _ memory: UnsafeMutablePointer<Float>
  ) {
    var frame = 0
    while frame < frames {
      memory[frame] = first
      first += step
      frame &+= 1
    }
    values = memory
    self.step = 1
  }

  @inline(__always)
  subscript(_ frame: Int) -> Float { values[frame &* step] }

  @inline(__always)
  func lanes(_ frame: Int) -> Lanes { Lanes(loading: values + frame &* step) }
}
