public import RealTime

/// The time of a frame, in seconds.
public struct SampleDur: EngineFact {
  public static let specification: UnitSpecification = fact("SampleDur", "The time of a frame, in seconds.")

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  public init(_ preparation: UnitPreparation) {}

  @inline(__always)
  static func value(_ context: UnsafePointer<RenderContext>) -> Float { Float(1 / context.pointee.sampleRate) }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) { tell(context, wires) }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    tell(context, wires)
  }
}
