import Foundation

/// What a piece of sound is made of.
enum DemoSpectrum {
  /// The power of one pitch in a piece of sound under a Hann window (Goertzel's way).
  static func power(_ samples: ArraySlice<Float>, at hertz: Double, sampleRate: Double) -> Double {
    let step = 2 * cos(2 * Double.pi * hertz / sampleRate)
    var (last, beforeLast) = (0.0, 0.0)
    let count = Double(samples.count)
    for (index, sample) in samples.enumerated() {
      let window = 0.5 - 0.5 * cos(2 * Double.pi * (Double(index) + 0.5) / count)
      (last, beforeLast) = (Double(sample) * window + step * last - beforeLast, last)
    }
    return (last * last + beforeLast * beforeLast - step * last * beforeLast) / (count * count)
  }

  /// The power between two pitches, summed in steps as wide as the window's own.
  static func power(_ samples: ArraySlice<Float>, _ hertz: Range<Double>, sampleRate: Double) -> Double {
    let width = 2 * sampleRate / Double(samples.count)
    return stride(from: hertz.lowerBound, to: hertz.upperBound, by: width).reduce(0) {
      $0 + power(samples, at: $1, sampleRate: sampleRate)
    }
  }

  /// The strongest pitch near an expected one, in cents over it: by the tenth of a cent, within a semitone and a half.
  static func cents(_ samples: ArraySlice<Float>, over hertz: Double, sampleRate: Double) -> Double {
    var best = 0.0
    for reach in [150.0, 20, 2] {
      let candidates = stride(from: best - reach, through: best + reach, by: reach / 20)
      best =
        candidates.max {
          power(samples, at: hertz * exp2($0 / 1200), sampleRate: sampleRate)
            < power(samples, at: hertz * exp2($1 / 1200), sampleRate: sampleRate)
        } ?? best
    }
    return best
  }

  static func decibels(_ power: Double) -> Double { 10 * log10(max(power, 1e-30)) }
}
