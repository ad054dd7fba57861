public import RealTime

/// The part of a frame by which the synth should have begun later than its first frame.
public struct SubsampleOffset: EngineFact {
  public static let specification: UnitSpecification = fact(
    "SubsampleOffset", "The part of a frame by which the synth should have begun later than its first frame.")

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  public init(_ preparation: UnitPreparation) {}

  @inline(__always)
  static func value(_ context: UnsafePointer<RenderContext>) -> Float { context.pointee.synth.pointee.subsampleOffset }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) { tell(context, wires) }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    tell(context, wires)
  }
}
