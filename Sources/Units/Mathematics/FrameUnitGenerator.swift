import RealTime

/// A unit that computes each frame of its one output from that frame of its first one or two inputs.
protocol FrameUnitGenerator: UnitGenerator {
  static var inputCount: Int { get }

  var inputs: UnitInputs { get }

  /// Reads, once a block, what holds for all of it.
  mutating func prepare(_ wires: Wires)

  mutating func next(_ first: Float, _ second: Float) -> Float
}

extension FrameUnitGenerator {
  @inline(__always)
  mutating func prepare(_ wires: Wires) {}

  @inline(__always)
  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) { process(context, wires, 1) }

  @inline(__always)
  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    var unit = self
    unit.prepare(wires)
    let output = wires[Self.inputCount]
    let first = inputs.signal(wires, 0)
    let second = Self.inputCount > 1 ? inputs.signal(wires, 1) : first
    var frame = 0
    while frame < frames {
      output[frame] = unit.next(first[frame], second[frame])
      frame &+= 1
    }
    self = unit
  }
}
