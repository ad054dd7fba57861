/// What happens while a plan is played; a section is its index in the plan.
public enum PlanProgress: Sendable, Equatable {
  /// A section's stems are in memory.
  case loaded(section: Int)
  /// The section plays without that stem.
  case loadFailed(section: Int, stem: String, reason: String)
  /// The section was loaded too late, and starts so many seconds behind its time; the one before repeats until then.
  case late(section: Int, seconds: Double)
  /// The section sounds since that frame of the server's clock. One that repeats plays until something else is chosen.
  case started(section: Int, frame: Int, repeats: Bool)
  /// The server did not do what it was asked for.
  case refused(StageRefusal)
  /// The plan has been played to its end, which was at that frame.
  case finished(frame: Int)
  case stopped
}
