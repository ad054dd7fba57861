/// When a change takes effect.
public enum EngineTime: Sendable, Equatable {
  /// At the beginning of the next block.
  case immediately
  /// At this frame, counted from the engine's start.
  case frame(Int64)
  /// At this monotonic time.
  case host(nanoseconds: Int64)
}
