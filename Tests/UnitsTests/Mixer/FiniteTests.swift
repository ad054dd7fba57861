import Foundation
import RealTime
import Testing

/// What is no finite number is silenced, told, and leaves no trace in any filter.
@Suite struct FiniteTests {
  private static var strips: [(String, [UnitBench.Signal])] {
    [
      ("Isolator", [.steady(0.5), .steady(1), .steady(2), .constant(0.02)]),
      ("Isolator", [.steady(1), .steady(1), .steady(1), .constant(0.02)]),
      ("DJFilter", [.steady(-0.4), .steady(0.5), .constant(0.03)]),
      ("DJFilter", [.steady(0), .steady(0.5), .constant(0.03)]),
      ("StemStrip", [.steady(0), .steady(1), .steady(1), .steady(0.2), .steady(1), .constant(0.02)]),
      ("StemStrip", [.steady(1), .steady(1), .steady(1), .steady(0), .steady(1), .constant(0.02)]),
      ("MasterStrip", [.steady(1), .constant(0.02), .constant(0)]),
      ("MasterStrip", [.steady(1), .constant(0.02), .constant(1)]),
      ("MasterStrip", [.steady(1), .constant(0.02), .constant(2)]),
    ]
  }

  /// The same as if those frames had been silent, to the bit; and each is counted.
  @Test(arguments: [Float.nan, -.nan, .infinity, -.infinity], strips.indices)
  func badFramesAreSilence(bad: Float, strip: Int) {
    let (name, controls) = Self.strips[strip]
    let noise = UnitBench.noise(12)
    let frames: Set<Int> = [64, 700, 701, 702, 1999, 5000]
    let bench = StripBench(name)
    let spoilt = bench.render({ frames.contains($0) ? bad : noise($0) }, controls, frames: 8192)
    let silent = bench.render({ frames.contains($0) ? 0 : noise($0) }, controls, frames: 8192)
    #expect(spoilt.left.allSatisfy { $0.isFinite })
    #expect(spoilt.right.allSatisfy { $0.isFinite })
    #expect(spoilt.left == silent.left)
    #expect(spoilt.silenced == frames.count && silent.silenced == 0)
  }

  /// The loudest numbers there are overflow inside of a filter; it recovers.
  @Test(arguments: strips.indices) func filtersRecoverFromOverflow(strip: Int) {
    let (name, controls) = Self.strips[strip]
    let noise = UnitBench.noise(12)
    let rendered = StripBench(name).render(
      { (1000..<1100).contains($0) ? ($0 % 7 < 3 ? 3.3e38 : -3.3e38) : noise($0) }, controls, frames: 60_000)
    #expect(rendered.left.allSatisfy { $0.isFinite })
    #expect(rendered.right.allSatisfy { $0.isFinite })
    #expect(rendered.left.suffix(8000).allSatisfy { abs($0) < 8 })
    #expect(rendered.left.suffix(8000).contains { abs($0) > 0.05 })
  }

  /// A gain that is no number is silence, and nothing of it stays.
  @Test func badGains() {
    let rendered = StripBench("Isolator").render(
      UnitBench.noise(4),
      [.audio { $0 < 640 ? 0.5 : $0 < 1280 ? .nan : 0.5 }, .steady(1), .steady(1), .constant(0.02)], frames: 8192)
    #expect(rendered.left.allSatisfy { $0.isFinite })
    #expect(rendered.left.dropFirst(3000).contains { $0.magnitude > 0.1 })
    #expect(rendered.silenced >= 600)
  }
}
