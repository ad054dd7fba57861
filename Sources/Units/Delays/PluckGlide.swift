/// What a string is set to at a frame, and what is added with each frame.
struct PluckGlide {
  /// In frames.
  var time: Float
  var feedback: Float
  var damping: Float
  private(set) var timeStep: Float = 0
  private(set) var feedbackStep: Float = 0
  private(set) var dampingStep: Float = 0

  init(time: Float, feedback: Float, damping: Float) {
    (self.time, self.feedback, self.damping) = (time, feedback, damping)
  }

  @inline(__always)
  mutating func move(to target: PluckGlide, in frames: Int) {
    let share = 1 / Float(frames)
    timeStep = (target.time - time) * share
    feedbackStep = (target.feedback - feedback) * share
    dampingStep = (target.damping - damping) * share
  }
}
