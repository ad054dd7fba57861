public import RealTime

/// How many buffers there are.
public struct NumBuffers: EngineFact {
  public static let specification: UnitSpecification = fact("NumBuffers", "How many buffers there are.")

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  public init(_ preparation: UnitPreparation) {}

  @inline(__always)
  static func value(_ context: UnsafePointer<RenderContext>) -> Float { Float(context.pointee.bufferCount) }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) { tell(context, wires) }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    tell(context, wires)
  }
}
