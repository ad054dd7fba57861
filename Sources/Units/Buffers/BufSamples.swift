public import RealTime

/// How many samples a buffer holds, of all channels together.
public struct BufSamples: BufferFactUnitGenerator {
  public static let specification: UnitSpecification = fact(
    "BufSamples", "How many samples a buffer holds, of all channels together.")

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  public init(_ preparation: UnitPreparation) {}

  @inline(__always)
  static func value(_ buffer: SampleBuffer, _ context: UnsafePointer<RenderContext>) -> Float {
    Float(buffer.frames &* buffer.channels)
  }
}
