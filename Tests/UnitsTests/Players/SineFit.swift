import Foundation

/// The sine of a known frequency that fits samples best, and what is left.
struct SineFit {
  let amplitude: Double
  /// The sine's power over that of all the rest, in decibels.
  let signalToNoise: Double

  /// - Parameter cycles: in a frame.
  init(_ samples: ArraySlice<Float>, cycles: Double) {
    // Least squares of sine and cosine: the normal equations of two unknowns.
    var (ss, sc, cc, sx, cx) = (0.0, 0.0, 0.0, 0.0, 0.0)
    var waves: [(Double, Double)] = []
    for (index, sample) in samples.enumerated() {
      let angle = 2 * Double.pi * (cycles * Double(index)).truncatingRemainder(dividingBy: 1)
      let (s, c) = (sin(angle), cos(angle))
      waves.append((s, c))
      ss += s * s
      sc += s * c
      cc += c * c
      sx += s * Double(sample)
      cx += c * Double(sample)
    }
    let determinant = ss * cc - sc * sc
    let a = (sx * cc - cx * sc) / determinant
    let b = (cx * ss - sx * sc) / determinant
    var (signal, noise) = (0.0, 0.0)
    for (sample, wave) in zip(samples, waves) {
      let fit = a * wave.0 + b * wave.1
      signal += fit * fit
      noise += (Double(sample) - fit) * (Double(sample) - fit)
    }
    amplitude = (a * a + b * b).squareRoot()
    signalToNoise = 10 * log10(signal / noise)
  }

  /// Root mean square in decibels of a full sine's.
  static func level(_ samples: ArraySlice<Float>) -> Double {
    10 * log10(samples.reduce(0) { $0 + Double($1) * Double($1) } / Double(samples.count) * 2)
  }
}
