/// Where a player is, as it tells whoever stretches for it: one of these a block.
@frozen
public struct StretchState: BitwiseCopyable, Sendable {
  /// The engine's frame at which the rest holds.
  public var frame: Int64
  /// Output frames of the buffer's sound that were played before.
  public var played: Int64
  /// In the buffer, 32.32 fixed point, as `increment` (buffer frames in an output frame), `low` and `high`.
  public var position: Int64
  public var increment: Int64
  /// The region that it plays; with `loops` it goes around in it.
  public var low: Int64
  public var high: Int64
  public var loops: Bool
  /// How often it has gone elsewhere than on: a seek, another loop region.
  public var jumps: Int64

  public init(
    frame: Int64, played: Int64, position: Int64, increment: Int64, low: Int64, high: Int64, loops: Bool, jumps: Int64
  ) {
    self.frame = frame
    self.played = played
    self.position = position
    self.increment = increment
    self.low = low
    self.high = high
    self.loops = loops
    self.jumps = jumps
  }
}
