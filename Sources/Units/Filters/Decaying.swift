import CRealTime

/// What decays exponentially.
enum Decaying {
  /// The factor a value that leaves 1/1000 after so many seconds; 0 for no time.
  ///
  /// - Parameter radians: a turn a second is so many radians a value.
  @inline(__always)
  static func factor(seconds: Float, radians: Double) -> Double {
    // ln 0.001, and the radians of a turn.
    seconds == 0 ? 0 : syrinx_exp(-6.907_755_278_982_137 * radians / (Double(seconds) * 6.283_185_307_179_586))
  }

  /// A state that goes on: 0 for one too small to be heard, or no number any more.
  @inline(__always)
  static func settled(_ state: Double) -> Double {
    state.magnitude < 1e15 && state.magnitude > 1e-15 ? state : 0
  }
}
