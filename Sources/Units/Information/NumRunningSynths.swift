public import RealTime

/// How many synths are in the tree.
public struct NumRunningSynths: EngineFact {
  public static let specification: UnitSpecification = fact(
    "NumRunningSynths", "How many synths are in the tree.", rates: [.scalar, .control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  public init(_ preparation: UnitPreparation) {}

  @inline(__always)
  static func value(_ context: UnsafePointer<RenderContext>) -> Float { Float(context.pointee.synthCount) }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) { tell(context, wires) }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    tell(context, wires)
  }
}
