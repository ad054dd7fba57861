import Foundation

/// How a ramp goes from one value to another.
enum RampCurve: String, CaseIterable {
  case linear
  /// By equal factors in equal times: for frequencies, rates and decibels.
  case exponential
  /// Rises as a sine and falls as a cosine: two of them crossing keep the power of unrelated signals.
  case constantPower = "constant-power"
  /// Sets out and arrives slowly.
  case smooth

  /// What an exponential ramp takes for 0, which no factor leads to: so much of the other end.
  private static let silence = 1e-4

  /// The value when a part of the time, 0 to 1, has passed.
  func value(from: Double, to: Double, at part: Double) -> Double {
    if part <= 0 { return from }
    if part >= 1 { return to }
    switch self {
    case .linear: return from + (to - from) * part
    case .smooth: return from + (to - from) * part * part * (3 - 2 * part)
    case .constantPower:
      return to > from
        ? from + (to - from) * sin(part * .pi / 2) : to + (from - to) * cos(part * .pi / 2)
    case .exponential:
      let first = from == 0 ? to * Self.silence : from
      let last = to == 0 ? from * Self.silence : to
      return first == 0 ? 0 : first * pow(last / first, part)
    }
  }

  /// Whether there is such a way between these.
  func leads(from: Double, to: Double) -> Bool { self != .exponential || from * to >= 0 }
}
