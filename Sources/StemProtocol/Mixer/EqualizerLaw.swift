import Foundation

/// How far a band is turned up, as gain: 0 percent kills it, up to 50 are −24 to 0 dB, up to 100 are 0 to 6 dB.
enum EqualizerLaw {
  static func gain(percent: Double) -> Float {
    switch percent {
    case ...0: 0
    case ..<50: Float(pow(10, (percent / 50 - 1) * 24 / 20))
    case 50: 1
    default: Float(pow(10, (percent / 50 - 1) * 6 / 20))
    }
  }

  /// The other way around: gains below −24 dB are killed, those above 6 dB are as far up as it goes.
  static func percent(gain: Float) -> Double {
    guard gain > 0 else { return 0 }
    let decibels = 20 * log10(Double(gain))
    return min(max(0, decibels > 0 ? 50 + decibels / 6 * 50 : 50 + decibels / 24 * 50), 100)
  }
}
