import Foundation
import RealTime
import Testing

/// A stem's channel: balance and mute; its bands are those of the isolator.
@Suite struct StemStripTests {
  private func controls(
    _ bands: [Float] = [1, 1, 1], pan: UnitBench.Signal = .steady(0), audible: UnitBench.Signal = .steady(1)
  ) -> [UnitBench.Signal] {
    bands.map { .steady($0) } + [pan, audible, .constant(0.02)]
  }

  @Test func standardIsUntouched() {
    let sound = UnitBench.noise(3)
    let rendered = StripBench("StemStrip").render(
      sound,
      controls(
        pan: .audio { (2000..<4000).contains($0) ? 0.5 : 0 }, audible: .audio { (6000..<8000).contains($0) ? 0 : 1 }),
      frames: 12_000)
    let input = (0..<12_000).map(sound)
    for range in [0..<2000, 5000..<6000, 9000..<12_000] {
      #expect(rendered.left[range] == input[range][...])
      #expect(rendered.right[range] == input[range].map { -$0 }[...])
    }
    // 20 ms after it was muted there is nothing at all.
    #expect(rendered.left[6900..<8000].allSatisfy { $0 == 0 })
  }

  /// The near side stays, the far side falls as a cosine.
  @Test(arguments: [-1, -0.75, -0.5, -0.1, 0, 0.1, 0.5, 0.75, 1] as [Float]) func balance(pan: Float) {
    let rendered = StripBench("StemStrip").render({ _ in 0.5 }, controls(pan: .steady(pan)), frames: 128)
    let far = pan.magnitude == 1 ? 0 : 0.5 * cos(Double(pan.magnitude) * Double.pi / 2)
    #expect(abs(Double(rendered.left[100]) - (pan > 0 ? far : 0.5)) < 1e-6)
    #expect(abs(-Double(rendered.right[100]) - (pan < 0 ? far : 0.5)) < 1e-6)
    if pan == 1 { #expect(rendered.left[100] == 0) }
  }

  @Test func nothingClicks() {
    let rendered = StripBench("StemStrip").render(
      StripBench.sine(100, 0.5, 44_100),
      controls(
        pan: .audio { [0, 1, -1, 0.3][$0 / 1999 % 4] }, audible: .audio { $0 / 3001 % 2 == 0 ? 1 : 0 }),
      frames: 40_000)
    let ownStep = 0.5 * 2 * Double.pi * 100 / 44_100
    // A gain of a quarter of a sine wave moves by up to π in 882 frames, a mute by 1.
    let limit = ownStep + 0.5 * (Double.pi + 1) / 882
    #expect(StripBench.largestStep(rendered.left) < limit)
    #expect(StripBench.largestStep(rendered.right) < limit)
  }

  @Test func bandsAreThoseOfTheIsolator() {
    let gains: [Float] = [0.2, 1.4, 0]
    let sound = UnitBench.noise(8)
    let stem = StripBench("StemStrip").render(sound, controls(gains), frames: 4096)
    let deck = StripBench("Isolator").render(sound, gains.map { .steady($0) } + [.constant(0.02)], frames: 4096)
    #expect(stem.left == deck.left && stem.right == deck.right)
  }
}
