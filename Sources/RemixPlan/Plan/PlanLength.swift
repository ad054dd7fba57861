/// How long a section lasts.
public enum PlanLength: Sendable, Equatable {
  /// As long as its first stem at its rate.
  case firstStem
  case seconds(Double)
  /// Bars of four beats at the plan's base tempo.
  case bars(Double, bpm: Double)
}
