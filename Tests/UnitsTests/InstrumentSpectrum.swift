import Foundation

/// The power spectrum of a piece of sound.
struct InstrumentSpectrum {
  /// Power by bin, up to half the sample rate.
  let power: [Double]
  let hertzPerBin: Double

  /// - Parameter samples: as many as a power of two are taken from the beginning, under a Hann window.
  init(_ samples: some Collection<Float>, sampleRate: Double) {
    var size = 1
    while size * 2 <= samples.count { size *= 2 }
    var real = samples.prefix(size).enumerated().map { index, sample in
      Double(sample) * (0.5 - 0.5 * cos(2 * Double.pi * Double(index) / Double(size)))
    }
    var imaginary = [Double](repeating: 0, count: size)
    Self.transform(&real, &imaginary)
    power = (0..<size / 2).map { real[$0] * real[$0] + imaginary[$0] * imaginary[$0] }
    hertzPerBin = sampleRate / Double(size)
  }

  func power(_ hertz: Range<Double>) -> Double {
    let low = max(0, Int(hertz.lowerBound / hertzPerBin))
    let high = min(power.count, Int(hertz.upperBound / hertzPerBin) + 1)
    return low < high ? power[low..<high].reduce(0, +) : 0
  }

  var total: Double { power.reduce(0, +) }

  /// The pitch of the strongest partial within a range, between the bins.
  func peak(_ hertz: Range<Double>) -> Double {
    let low = max(1, Int(hertz.lowerBound / hertzPerBin))
    let high = min(power.count - 1, Int(hertz.upperBound / hertzPerBin) + 1)
    guard let bin = (low..<high).max(by: { power[$0] < power[$1] }) else { return 0 }
    let (before, at, after) = (log(power[bin - 1]), log(power[bin]), log(power[bin + 1]))
    return (Double(bin) + 0.5 * (before - after) / (before - 2 * at + after)) * hertzPerBin
  }

  /// The share of the power that does not lie within `width` hertz of a multiple of `pitch`.
  func shareBesideHarmonics(of pitch: Double, width: Double) -> Double {
    var beside = 0.0
    for (bin, value) in power.enumerated() {
      let hertz = Double(bin) * hertzPerBin
      let nearest = max(1, (hertz / pitch).rounded()) * pitch
      if abs(hertz - nearest) > width { beside += value }
    }
    return beside / total
  }

  /// The plain transform by halves: bits reversed, then butterflies.
  private static func transform(_ real: inout [Double], _ imaginary: inout [Double]) {
    let size = real.count
    var swapped = 0
    for index in 1..<size {
      var bit = size >> 1
      while swapped & bit != 0 {
        swapped ^= bit
        bit >>= 1
      }
      swapped |= bit
      if index < swapped {
        real.swapAt(index, swapped)
        imaginary.swapAt(index, swapped)
      }
    }
    var half = 1
    while half < size {
      for offset in 0..<half {
        let angle = -Double.pi * Double(offset) / Double(half)
        let (c, s) = (cos(angle), sin(angle))
        var low = offset
        while low < size {
          let high = low + half
          let (r, i) = (real[high] * c - imaginary[high] * s, real[high] * s + imaginary[high] * c)
          (real[high], imaginary[high]) = (real[low] - r, imaginary[low] - i)
          (real[low], imaginary[low]) = (real[low] + r, imaginary[low] + i)
          low += 2 * half
        }
      }
      half *= 2
    }
  }

  /// How far a pitch is above another, in cents.
  static func cents(_ pitch: Double, over other: Double) -> Double { 1200 * log2(pitch / other) }

  static func decibels(_ powerRatio: Double) -> Double { 10 * log10(powerRatio) }
}
