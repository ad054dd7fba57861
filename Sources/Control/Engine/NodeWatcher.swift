/// What a door wants to be told of a node.
public struct NodeWatcher {
  var ended: () -> Void
  /// The levels since the last time.
  var meter: (StereoLevels) -> Void
  /// Where in its source the node is, in 32.32 frames.
  var position: (Int64) -> Void
  var starved: () -> Void
  /// So many frames that were no finite numbers were silenced.
  var silenced: (Int) -> Void

  public init(
    ended: @escaping () -> Void = {}, meter: @escaping (StereoLevels) -> Void = { _ in },
    position: @escaping (Int64) -> Void = { _ in }, starved: @escaping () -> Void = {},
    silenced: @escaping (Int) -> Void = { _ in }
  ) {
    self.ended = ended
    self.meter = meter
    self.position = position
    self.starved = starved
    self.silenced = silenced
  }
}
