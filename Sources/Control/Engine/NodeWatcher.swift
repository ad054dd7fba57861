/// What a door wants to be told of a node.
public struct NodeWatcher {
  var ended: () -> Void
  /// The levels since the last time, and the source position in 32.32 frames.
  var meter: (StereoLevels, Int64) -> Void
  var starved: () -> Void
  /// So many frames that were no finite numbers were silenced.
  var silenced: (Int) -> Void

  public init(
    ended: @escaping () -> Void = {}, meter: @escaping (StereoLevels, Int64) -> Void = { _, _ in },
    starved: @escaping () -> Void = {}, silenced: @escaping (Int) -> Void = { _ in }
  ) {
    self.ended = ended
    self.meter = meter
    self.starved = starved
    self.silenced = silenced
  }
}
