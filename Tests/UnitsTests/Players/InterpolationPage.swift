import Foundation

/// The page of the interpolations, from what is measured.
enum InterpolationPage {
  static let semitone = pow(2, 1.0 / 12)
  static let hertz = [1000.0, 5000, 10_000, 15_000]
  private static let aliases = [(15_000.0, 2.0), (18_000, 2), (5000, 7)]

  static let file = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Documentation/Interpolation.md")

  /// Beyond what a 32-bit float holds, a number says no more.
  private static func decibels(_ value: Double) -> String {
    value > 120 ? "over 120" : value < -120 ? "under −120" : "\(Int(value.rounded()))".replacing("-", with: "−")
  }

  private static func table(_ head: [String], _ row: (Resampler) throws -> [String]) rethrows -> String {
    var lines = ["| " + head.joined(separator: " | ") + " |", "|" + String(repeating: " --- |", count: head.count)]
    for resampler in Resampler.allCases {
      lines.append("| " + ([resampler.description] + (try row(resampler))).joined(separator: " | ") + " |")
    }
    return lines.joined(separator: "\n")
  }

  static func text() throws -> String {
    let noise = try table(["", "1 kHz", "5 kHz", "10 kHz", "15 kHz"]) { resampler in
      try hertz.map { decibels(try resampler.fit(hertz: $0, rate: semitone).signalToNoise) }
    }
    let alias = try table(["", "15 kHz at rate 2", "18 kHz at rate 2", "5 kHz at rate 7"]) { resampler in
      try aliases.map { decibels(try resampler.alias(hertz: $0.0, rate: $0.1)) }
    }
    return """
      # Interpolation

      At any rate but 1 a stem is read between its samples. `--quality` says how, and `/stem_quality` for one stem:
      `cubic`, `sinc16`, `sinc32` (which is the default) or `sinc64`. At rate 1 the samples are the file's own, to the bit.

      `cubic` takes four neighbours, as scsynth's PlayBuf does. The others are windowed sincs over 16, 32 and 64 neighbours.
      Above rate 1 they are wider by as much, and cut off what would lie above half of the device's sample rate: up to rate
      28, 14 and 7.

      This page is measured by the tests, and written by `make docs`.

      ## Signal over noise

      Of a sine in a file of 44.1 kHz, played a semitone up, in decibels.

      \(noise)

      ## What must not be heard

      Of a tone that the rate lifts above half of the sample rate, what is left of it at other frequencies, in decibels
      under the tone.

      \(alias)

      """
  }
}
