/// What becomes of a synth when one of its units is done, by SuperCollider's numbers.
enum DoneAction {
  /// The whole number of a signal; 0, which does nothing, for what is none.
  @inline(__always)
  static func number(_ value: Float) -> Int32 { value >= 0 && value < 16 ? Int32(value) : 0 }
}
