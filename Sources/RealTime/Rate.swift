/// How often a signal has a value. The raw values are those of SynthDef files.
public enum Rate: UInt8, Sendable, Comparable, BitwiseCopyable {
  /// Once, when the synth starts.
  case scalar = 0
  /// Once a block.
  case control = 1
  /// Every frame.
  case audio = 2
  /// When another unit asks.
  case demand = 3

  public static func < (left: Rate, right: Rate) -> Bool { left.rawValue < right.rawValue }

  /// Floats that a control of this rate holds.
  public var floats: Int { self == .audio ? RenderContext.blockFrames : 1 }
}
