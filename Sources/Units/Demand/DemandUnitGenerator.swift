import RealTime

/// A unit that has its next value when it is asked for it, and no number when there is none any more.
protocol DemandUnitGenerator: UnitGenerator {
  var inputCount: Int { get }

  /// Begins anew.
  mutating func restart(_ context: UnsafePointer<RenderContext>, _ wires: Wires)

  /// - Parameter offset: the frame of the block, from 1, at which the value is wanted.
  mutating func next(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ offset: Int) -> Float
}

extension DemandUnitGenerator {
  @inline(__always)
  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    restart(context, wires)
    wires[inputCount].pointee = 0
  }

  @inline(__always)
  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    if frames > 0 { wires[inputCount].pointee = next(context, wires, frames) } else { restart(context, wires) }
  }
}
