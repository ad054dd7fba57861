import Foundation
import OSC

/// Measures what the mixer does to tones and constants, with the master as a plain gain of 0.8.
extension StemRig {
  /// A rig whose master is no more than a gain, with a sound on each of these stems.
  static func mixing(_ sounds: [(Int32, Sound)], decks: Int = 2) throws -> StemRig {
    let rig = try StemRig(decks: decks)
    rig.send("/limiter", "off")
    for (id, sound) in sounds {
      try rig.load(sound, into: id)
      rig.send("/play_stem", .int32(id), 1, 1, 1)
    }
    rig.render(8000)
    _ = rig.mailbox.take()
    return rig
  }

  /// Sends a command, waits until it has settled, and measures the sum of the decks for so many frames.
  func settled(_ frames: Int = 8820) -> (left: ArraySlice<Float>, right: ArraySlice<Float>) {
    render(6000)
    let start = frame
    render(frames)
    return (left[start...], right[start...])
  }

  /// The root of the mean square of the sum of the decks.
  func level(_ samples: ArraySlice<Float>) -> Double {
    sqrt(samples.reduce(0) { $0 + Double($1) * Double($1) } / Double(samples.count)) / 0.8
  }

  /// What the left side is once all has settled.
  func value() -> Double { Double(settled(64).left.last ?? 0) / 0.8 }
}
