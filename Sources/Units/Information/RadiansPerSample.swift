public import RealTime

/// The angle of a frame at one hertz: a full turn by the sample rate.
public struct RadiansPerSample: EngineFact {
  public static let specification: UnitSpecification = fact(
    "RadiansPerSample", "The angle of a frame at one hertz: a full turn by the sample rate.")

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  public init(_ preparation: UnitPreparation) {}

  @inline(__always)
  static func value(_ context: UnsafePointer<RenderContext>) -> Float {
    Float(2 * Double.pi / context.pointee.sampleRate)
  }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) { tell(context, wires) }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    tell(context, wires)
  }
}
