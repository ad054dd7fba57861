/// A place in a stem's file that one can go to at once.
struct HotCue {
  /// Numbers of the hot cues of a stem.
  static let numbers = 1...64

  var seconds: Double
  /// Keeps its place in a streamed file at hand.
  var claim: StreamClaim?
}
