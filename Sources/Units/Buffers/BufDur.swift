public import RealTime

/// How long a buffer is, in seconds.
public struct BufDur: BufferFactUnitGenerator {
  public static let specification: UnitSpecification = fact("BufDur", "How long a buffer is, in seconds.")

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  public init(_ preparation: UnitPreparation) {}

  @inline(__always)
  static func value(_ buffer: SampleBuffer, _ context: UnsafePointer<RenderContext>) -> Float {
    buffer.sampleRate > 0 ? Float(Double(buffer.frames) * (1 / buffer.sampleRate)) : 0
  }
}
