/// What a door wants to be told of a node.
public struct NodeWatcher {
  var ended: () -> Void
  /// Peaks of left and right since the last time, and the source position in 32.32 frames.
  var meter: (Float, Float, Int64) -> Void
  var starved: () -> Void

  public init(
    ended: @escaping () -> Void = {}, meter: @escaping (Float, Float, Int64) -> Void = { _, _, _ in },
    starved: @escaping () -> Void = {}
  ) {
    self.ended = ended
    self.meter = meter
    self.starved = starved
  }
}
