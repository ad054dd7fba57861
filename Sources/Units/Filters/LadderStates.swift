/// What the four poles of a ladder hold.
struct LadderStates: BitwiseCopyable {
  var first = 0.0
  var second = 0.0
  var third = 0.0
  var fourth = 0.0

  /// What is too small to be heard, or no sound, is silence.
  @inline(__always)
  mutating func settle() {
    first = Decaying.settled(first)
    second = Decaying.settled(second)
    third = Decaying.settled(third)
    fourth = Decaying.settled(fourth)
  }
}
