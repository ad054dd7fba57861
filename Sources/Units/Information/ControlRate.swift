public import RealTime

/// The blocks in a second.
public struct ControlRate: EngineFact {
  public static let specification: UnitSpecification = fact("ControlRate", "The blocks in a second.")

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  public init(_ preparation: UnitPreparation) {}

  @inline(__always)
  static func value(_ context: UnsafePointer<RenderContext>) -> Float { Float(context.pointee.controlRate) }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) { tell(context, wires) }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    tell(context, wires)
  }
}
