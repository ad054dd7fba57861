/// When a change takes effect.
public enum EngineTime: Sendable, Equatable {
  /// At the beginning of the next block.
  case immediately
  /// At this frame, counted from the engine's start.
  case frame(Int64)
  /// At this monotonic time.
  case host(nanoseconds: Int64)

  /// Whether this is certain to come first; times of different clocks do not tell.
  public func precedes(_ other: EngineTime) -> Bool {
    switch (self, other) {
    case (.immediately, .immediately): false
    case (.immediately, _): true
    case (.frame(let one), .frame(let two)): one < two
    case (.host(let one), .host(let two)): one < two
    default: false
    }
  }
}
