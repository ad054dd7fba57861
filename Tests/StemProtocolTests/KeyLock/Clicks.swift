import Foundation
import TestRandomness

/// Short noises at even distances, and where they are found again.
struct Clicks {
  static let distance = 22_050
  /// A millisecond.
  static let bound = 44.1

  /// A click every half second, the first of them `offset` frames from the beginning.
  static func sound(_ count: Int, offset: Int = 0, channels: Int = 1, seed: UInt64 = 1) -> Sound {
    var random = SplitMix(seed: seed)
    var samples = [Float](repeating: 0, count: count * distance)
    let click = (0..<500).map { frame in
      frame == 0 ? Float(0.4) : Float.random(in: -0.5...0.5, using: &random) * Float(exp(-Double(frame) / 90))
    }
    for index in 0..<count {
      for (frame, sample) in click.enumerated() where index * distance + offset + frame < samples.count {
        samples[index * distance + offset + frame] = sample
      }
    }
    return Sound(Array(repeating: samples, count: channels))
  }

  /// The first frame around `expected` that is at least a third as loud as the loudest there; nil where all is quiet.
  static func onset(near expected: Double, in samples: [Float], within: Int = 2000) -> Int? {
    let middle = Int(expected.rounded())
    let range = max(0, middle - within)..<min(samples.count, middle + within)
    guard range.count > within else { return nil }
    let loudest = samples[range].reduce(0) { max($0, abs($1)) }
    guard loudest > 0.02 else { return nil }
    return range.first { abs(samples[$0]) > loudest / 3 }
  }
}
