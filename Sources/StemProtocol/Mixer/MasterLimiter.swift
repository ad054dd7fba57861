/// What keeps the master within bounds.
public enum MasterLimiter: String, Sendable, CaseIterable {
  /// tanh(0.9 · 0.8 · x) · 0.9.
  case soft
  /// Looks ahead: no true peak above −1 dBTP.
  case truePeak = "true-peak"
  /// Nothing but the master's gain of 0.8.
  case off

  /// As `MasterStrip` takes it.
  var control: Float {
    switch self {
    case .off: 0
    case .soft: 1
    case .truePeak: 2
    }
  }
}
