/// How the playing of a whole plan ended.
public enum PlanOutcome: Sendable, Equatable {
  case finished
  /// It was stopped, or something else was chosen.
  case overtaken
}
