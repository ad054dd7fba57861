/// A control's name as the audio thread knows it: a number made of its letters, the control's index, and how many controls
/// it names, more than one where it is an array.
@frozen
public struct ControlName: BitwiseCopyable, Sendable {
  public var hash: UInt64
  public var index: Int32
  public var count: Int32

  public init(_ name: String, index: Int, count: Int) {
    hash = Self.hash(name)
    self.index = Int32(truncatingIfNeeded: index)
    self.count = Int32(truncatingIfNeeded: count)
  }

  /// - Source: FNV-1a, 64 bits (Fowler, Noll, Vo).
  public static func hash(_ name: String) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash
  }
}
