public import RealTime

/// The rate at which a buffer is to be played so that it sounds at its own pitch.
public struct BufRateScale: BufferFactUnitGenerator {
  public static let specification: UnitSpecification = fact(
    "BufRateScale", "The rate at which a buffer is to be played so that it sounds at its own pitch.")

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  public init(_ preparation: UnitPreparation) {}

  @inline(__always)
  static func value(_ buffer: SampleBuffer, _ context: UnsafePointer<RenderContext>) -> Float {
    Float(buffer.sampleRate * (1 / context.pointee.sampleRate))
  }
}
