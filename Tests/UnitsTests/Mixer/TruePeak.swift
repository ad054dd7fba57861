import Foundation

/// A true-peak meter of the tests' own: eight times oversampled by a sinc of 96 taps under a Blackman–Harris window, at
/// points that lie between those of the limiter.
enum TruePeak {
  private static let half = 48
  private static let rows: [[Double]] = (0..<8).map { point in
    let fraction = (Double(point) + 0.5) / 8
    let row = (-half + 1...half).map { whole in
      let distance = fraction - Double(whole)
      let turn = 2 * Double.pi * (0.5 + distance / Double(2 * half))
      let window = 0.35875 - 0.48829 * cos(turn) + 0.14128 * cos(2 * turn) - 0.01168 * cos(3 * turn)
      return sin(.pi * distance) / (.pi * distance) * window
    }
    let sum = row.reduce(0, +)
    return row.map { $0 / sum }
  }

  /// In dBTP.
  static func level(_ samples: ArraySlice<Float>) -> Double {
    let values = samples.map(Double.init)
    var highest = values.reduce(0) { max($0, abs($1)) }
    values.withUnsafeBufferPointer { values in
      for row in rows {
        row.withUnsafeBufferPointer { row in
          for start in 0...(values.count - row.count) {
            var sum = 0.0
            for tap in 0..<row.count { sum += row[tap] * values[start + tap] }
            highest = max(highest, abs(sum))
          }
        }
      }
    }
    return 20 * log10(highest)
  }
}
