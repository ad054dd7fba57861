public import RealTime

/// A value that stays as it was at the start.
public struct DC: UnitGenerator {
  public static let specification = UnitSpecification(
    "DC", "A value that stays as it was at the start.", inputs: [.init("in", "The value.")], outputs: ["value"],
    rates: [.audio, .control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  private var value: Float = 0

  public init(_ preparation: UnitPreparation) {}

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    value = wires[0].pointee
    wires[1].pointee = value
  }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    fill(wires[1], with: value, frames)
  }
}
