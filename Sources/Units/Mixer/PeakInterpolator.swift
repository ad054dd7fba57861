import RealTime

/// Finds the peaks between samples: the signal eight times oversampled, which is twice what ITU-R BS.1770-4 (annex 2) asks
/// of a true-peak meter.
///
/// - Source: a sinc of 64 taps for each of the seven points between two samples, under a Kaiser window (β = 5).
struct PeakInterpolator: BitwiseCopyable {
  static var taps: Int { 2 * LookAhead.interpolationFrames }
  static var points: Int { 7 }
  /// Floats of memory that it takes.
  static var floats: Int { taps * points }

  /// The taps of each point one after the other, the oldest sample's first.
  private let taps: UnsafeMutablePointer<Float>

  /// Computes the taps into `memory`.
  init(_ memory: UnsafeMutablePointer<Float>) {
    taps = memory
    var point = 1
    while point <= Self.points {
      let row = memory + (point - 1) * Self.taps
      let sum = Self.fill(row, at: Double(point) / 8)
      var tap = 0
      while tap < Self.taps {
        row[tap] = Float(Double(row[tap]) / sum)
        tap += 1
      }
      point += 1
    }
  }

  /// Tap `t` is of the sample that lies `t − 31` frames after the one before the point; gives back their sum.
  private static func fill(_ row: UnsafeMutablePointer<Float>, at fraction: Double) -> Double {
    let half = Double(LookAhead.interpolationFrames)
    let wave = Double(sine(turns: Lanes(repeating: Float(fraction) / 2))[0])
    var sum = 0.0
    var tap = 0
    while tap < taps {
      let whole = tap - (LookAhead.interpolationFrames - 1)
      let distance = fraction - Double(whole)
      let sinc = (whole % 2 == 0 ? wave : -wave) / (Double.pi * distance)
      let value = sinc * bessel(ofSquare: 25 * (1 - distance * distance / (half * half)))
      row[tap] = Float(value)
      sum += value
      tap += 1
    }
    return sum
  }

  /// The modified Bessel function of order 0 of a number whose square is given, by its power series.
  private static func bessel(ofSquare x: Double) -> Double {
    let square = x / 4
    var term = 1.0
    var sum = 1.0
    var number = 1.0
    while number < 24 {
      term *= square / (number * number)
      sum += term
      number += 1
    }
    return sum
  }

  /// Writes for each frame the highest magnitude from it to the next one, of both channels.
  ///
  /// - Parameters:
  ///   - left, right: where the 31 frames before the first one begin; 32 after the last one are there, too.
  @inline(__always)
  func findPeaks(
    _ left: UnsafeMutablePointer<Float>, _ right: UnsafeMutablePointer<Float>, _ peaks: UnsafeMutablePointer<Float>,
    frames: Int
  ) {
    let before = LookAhead.interpolationFrames &- 1
    var frame = 0
    while frame < frames {
      var highest = Lanes(loading: left + frame + before).magnitude
      highest = highest.higher(Lanes(loading: right + frame + before).magnitude)
      var row = taps
      let end = taps + Self.floats
      while row < end {
        var sumLeft = Lanes.zero
        var sumRight = Lanes.zero
        var tap = 0
        while tap < Self.taps {
          let gain = Lanes(repeating: row[tap])
          sumLeft = multiplyAdd(gain, Lanes(loading: left + frame + tap), sumLeft)
          sumRight = multiplyAdd(gain, Lanes(loading: right + frame + tap), sumRight)
          tap &+= 1
        }
        highest = highest.higher(sumLeft.magnitude).higher(sumRight.magnitude)
        row += Self.taps
      }
      highest.store(to: peaks + frame)
      frame &+= 8
    }
  }
}
