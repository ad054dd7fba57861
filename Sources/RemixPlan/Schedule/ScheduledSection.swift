/// When a section plays, in frames from the start of the plan.
public struct ScheduledSection: Sendable, Equatable {
  /// The section's index in the plan.
  public let index: Int
  public let start: Int
  public let frames: Int
  /// How long the section before is still heard behind this one's start.
  public let crossfadeFrames: Int

  public init(index: Int, start: Int, frames: Int, crossfadeFrames: Int) {
    self.index = index
    self.start = start
    self.frames = frames
    self.crossfadeFrames = crossfadeFrames
  }

  public var end: Int { start + frames }
}
