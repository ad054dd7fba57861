public import RealTime

/// The sample rate of a buffer.
public struct BufSampleRate: BufferFactUnitGenerator {
  public static let specification: UnitSpecification = fact("BufSampleRate", "The sample rate of a buffer.")

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  public init(_ preparation: UnitPreparation) {}

  @inline(__always)
  static func value(_ buffer: SampleBuffer, _ context: UnsafePointer<RenderContext>) -> Float {
    Float(buffer.sampleRate)
  }
}
