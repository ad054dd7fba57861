public import OSC

/// The clocks that a server goes by.
public struct ScsynthClocks: Sendable {
  /// The clock of the device's calls, in nanoseconds.
  let now: @Sendable () -> Int64
  private let wallClock: @Sendable () -> OSCTimeTag

  public init(now: @escaping @Sendable () -> Int64, wallClock: @escaping @Sendable () -> OSCTimeTag) {
    self.now = now
    self.wallClock = wallClock
  }

  /// For scores, whose bundles come at frames.
  public static let none = ScsynthClocks(now: { 0 }, wallClock: { .immediately })

  /// When a time tag is due by the device's clock, and how late that is already; nil where there is no clock.
  func due(_ tag: OSCTimeTag) -> (nanoseconds: Int64, lateSeconds: Double)? {
    let wall = wallClock()
    guard !wall.isImmediate else { return nil }
    let seconds = tag.seconds(since: wall)
    return (now() + Int64(seconds * 1e9), max(0, -seconds))
  }
}
