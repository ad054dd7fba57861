public import RealTime

/// How many channels a buffer has.
public struct BufChannels: BufferFactUnitGenerator {
  public static let specification: UnitSpecification = fact("BufChannels", "How many channels a buffer has.")

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  public init(_ preparation: UnitPreparation) {}

  @inline(__always)
  static func value(_ buffer: SampleBuffer, _ context: UnsafePointer<RenderContext>) -> Float {
    Float(buffer.channels)
  }
}
