public import OSC

/// The clocks that a server goes by.
public struct StemTimebase: Sendable {
  /// The clock of the device's calls, in nanoseconds, for the engine's position (in seconds).
  let hostNanoseconds: @Sendable (Double) -> Int64
  /// The wall clock, for the engine's position.
  let wallClock: @Sendable (Double) -> OSCTimeTag

  public init(
    hostNanoseconds: @escaping @Sendable (Double) -> Int64, wallClock: @escaping @Sendable (Double) -> OSCTimeTag
  ) {
    self.hostNanoseconds = hostNanoseconds
    self.wallClock = wallClock
  }

  /// Where no device sets the pace: time is what has been rendered, from `start` on.
  public static func rendered(from start: OSCTimeTag) -> StemTimebase {
    StemTimebase(
      hostNanoseconds: { Int64($0 * 1e9) }, wallClock: { start.advanced(bySeconds: $0) })
  }
}
