import Foundation
import RealTime

/// The kernel of an interpolation at a rate, in Double, from its definition.
struct SincReference {
  private let taps: Int
  private let beta: Double
  /// How much wider than at full bandwidth.
  private let width: Double

  init(_ interpolation: Interpolation, rate: Double) {
    taps = interpolation.taps
    beta = interpolation == .sinc16 ? 8 : 11.7
    // The cut-offs lie at every sixteenth of an octave's upper half: 1, 16/15, 16/14, … 16/9, 2.
    var octave = 1.0
    while rate > 2 * octave { octave *= 2 }
    width = rate <= 1 ? 1 : octave * ((0...8).map { 16 / Double(16 - $0) }.first { rate <= octave * $0 } ?? 2)
  }

  private func bessel(_ x: Double) -> Double {
    var (sum, term, index) = (1.0, 1.0, 1.0)
    while term > 1e-17 * sum {
      term *= x * x / (4 * index * index)
      sum += term
      index += 1
    }
    return sum
  }

  private func kernel(_ distance: Double) -> Double {
    let x = distance / width
    let u = x / Double(taps / 2)
    guard abs(u) < 1 else { return 0 }
    let sinc = x == 0 ? 1 : sin(Double.pi * x) / (Double.pi * x)
    return sinc * bessel(beta * (1 - u * u).squareRoot()) / bessel(beta)
  }

  func value(at position: Double, _ sample: (Int) -> Double) -> Double {
    let reach = Int(Double(taps / 2) * width) + 1
    let whole = Int(position.rounded(.down))
    var (sum, weights) = (0.0, 0.0)
    for index in whole - reach...whole + reach {
      let weight = kernel(Double(index) - position)
      sum += weight * sample(index)
      weights += weight
    }
    return sum / weights
  }
}
