import Foundation

/// What the tests measure on rendered samples.
enum Measure {
  /// The power of what differs over the power of what was expected, in decibels.
  static func residual(_ samples: ArraySlice<Float>, _ expected: [Double]) -> Double {
    guard samples.count == expected.count else { return .infinity }
    var difference = 0.0
    var power = 0.0
    for (sample, value) in zip(samples, expected) {
      difference += (Double(sample) - value) * (Double(sample) - value)
      power += value * value
    }
    return difference == 0 ? -.infinity : 10 * log10(difference / power)
  }

  /// The largest difference of neighbours.
  static func largestStep(_ samples: [Double]) -> Double {
    zip(samples, samples.dropFirst()).reduce(0) { max($0, abs($1.1 - $1.0)) }
  }

  /// The pitch of a steady tone in cycles a frame, from its first to its last upward crossing of zero.
  static func pitch(_ samples: ArraySlice<Float>) -> Double {
    var first: Double?
    var last = 0.0
    var cycles = -1
    for index in samples.indices.dropLast() where samples[index] < 0 && samples[index + 1] >= 0 {
      let (below, above) = (Double(samples[index]), Double(samples[index + 1]))
      last = Double(index) + below / (below - above)
      first = first ?? last
      cycles += 1
    }
    guard let first, cycles > 0 else { return 0 }
    return Double(cycles) / (last - first)
  }

  /// The cubic through four neighbours with their slopes (Catmull–Rom), at a position between the samples.
  static func cubic(_ at: Double, _ sample: (Int) -> Double) -> Double {
    let whole = Int(at.rounded(.down))
    let t = at - Double(whole)
    let (p0, p1, p2, p3) = (sample(whole - 1), sample(whole), sample(whole + 1), sample(whole + 2))
    let a = (3 * (p1 - p2) - p0 + p3) / 2
    let b = 2 * p2 + p0 - (5 * p1 + p3) / 2
    let c = (p2 - p0) / 2
    return ((a * t + b) * t + c) * t + p1
  }
}
