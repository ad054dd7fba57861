import Foundation
import OSC
import RealTime
import StemProtocol
import Testing

/// The chosen interpolation is the one that sounds.
@Suite struct QualityTests {
  private static let rate = Float(1.0594631)
  /// The least signal-to-noise ratio of 10 kHz at that rate, and the most: what the next better one passes.
  static let ratios: [(quality: String, least: Double, most: Double)] = [
    ("cubic", 15, 40), ("sinc16", 60, 99.5), ("sinc32", 100, 200), ("sinc64", 100, 200),
  ]

  private func ratio(_ rig: StemRig, from frame: Int, started: Int) -> Double {
    let increment = (Double(Self.rate) * 4_294_967_296).rounded() / 4_294_967_296
    let expected = (frame..<frame + 8820).map {
      0.8 * 0.5 * 0.5 * sin(2 * Double.pi * 10_000 / 44_100 * Double($0 - started) * increment)
    }
    return -Measure.residual(rig.left[frame..<frame + 8820], expected)
  }

  @Test(arguments: ratios) func byCommandAndByOption(quality: String, least: Double, most: Double) throws {
    for isOption in [false, true] {
      let rig = try StemRig()
      rig.send("/limiter", "off")
      if isOption {
        rig.server.interpolation = try #require(
          [Interpolation.cubic, .sinc16, .sinc32, .sinc64].first { "\($0)" == quality })
      }
      try rig.load(.sine(10_000, frames: 60_000), into: 1)
      if !isOption { rig.send("/stem_quality", 1, .string(quality)) }
      rig.send(at: 3000, [OSCMessage("/play_stem", 1, .float32(Self.rate), 0.5)])
      rig.render(20_000)
      let measured = ratio(rig, from: 8000, started: 3000)
      #expect((least...most).contains(measured), "\(measured) dB")
    }
  }

  /// While it plays, too, from the next block on.
  @Test func whileItPlays() throws {
    let rig = try StemRig()
    rig.send("/limiter", "off")
    try rig.load(.sine(10_000, frames: 60_000), into: 1)
    rig.send(at: 3000, [OSCMessage("/play_stem", 1, .float32(Self.rate), 0.5)])
    rig.render(20_000)
    #expect(ratio(rig, from: 8000, started: 3000) > 100)
    rig.send("/stem_quality", 1, "cubic")
    rig.render(12_000)
    #expect(ratio(rig, from: 21_000, started: 3000) < 52)
  }
}
