import Foundation

/// The master's formula and its inverse, computed by themselves.
enum Master {
  static func output(_ sum: Double) -> Double { tanh(0.9 * 0.8 * sum) * 0.9 }

  /// The sum of the decks that sounds like this.
  static func sum(_ output: Float) -> Double { atanh(Double(output) / 0.9) / (0.9 * 0.8) }
}
