import Foundation
import RealTime
import Testing

/// Seeks and loops of a stem player, by the samples that come out.
@Suite struct StemPlayerSeekTests {
  static let offsets = [0, 1, 13, 63]

  @Test(arguments: offsets, [0, 1, 3, 63, 65, 127, 1001]) func aSeekJumpsAtItsFrame(offset: Int, frame: Int) {
    var player = PlayerBench(PlayerBench.numbered(5000))
    player.startOffset = offset
    player.inputs = ["seekPosition": { _ in 3000 }, "seekFine": { _ in 4 }, "seek": { $0 < frame ? 0 : 1 }]
    let output = player.render(1500)
    let expected = (0..<1500).map { player.samples[$0 < frame ? $0 : 3004 + $0 - frame] }
    #expect(difference(output[0], expected) == nil)
    #expect(difference(output[1], expected) == nil)
  }

  /// Two within one block, the second back to where the first began.
  @Test(arguments: offsets) func manySeeks(offset: Int) {
    var player = PlayerBench(PlayerBench.numbered(5000))
    player.startOffset = offset
    player.inputs = [
      "seekPosition": { $0 < 112 ? 2000 : 100 }, "seek": { $0 < 101 ? 0 : $0 < 112 ? 1 : 2 },
    ]
    let expected = (0..<400).map { frame -> Float in
      if frame < 101 { return player.samples[frame] }
      return player.samples[frame < 112 ? 1899 + frame : frame - 12]
    }
    #expect(difference(player.render(400)[0], expected) == nil)
  }

  /// Where a float no longer counts frames.
  @Test func seeksFarIntoLongFiles() {
    let far = 16_777_216
    var samples = [Float](repeating: 0, count: far + 200)
    for frame in stride(from: far, to: far + 200, by: 2) { samples[frame] = Float(frame - far) + 1 }
    var player = PlayerBench(samples)
    player.inputs = ["seekPosition": { _ in Float(far) }, "seekFine": { _ in 7 }, "seek": { $0 < 65 ? 0 : 1 }]
    let expected = (0..<300).map { $0 < 65 ? 0 : $0 < 65 + 193 ? samples[far + 7 + $0 - 65] : 0 }
    #expect(difference(player.render(300)[0], expected) == nil)
  }

  @Test func aSeekPastTheEnd() {
    for loop in [0, 1] as [Float] {
      var player = PlayerBench(PlayerBench.numbered(1000))
      player.inputs = ["seekPosition": { _ in 4000 }, "seek": { $0 < 101 ? 0 : 1 }, "loop": { _ in loop }]
      let expected = (0..<800).map { frame -> Float in
        if frame < 101 { return player.samples[frame] }
        return loop > 0 ? player.samples[frame - 101] : 0
      }
      #expect(difference(player.render(800)[0], expected) == nil)
    }
  }

  // MARK: - Loops

  /// Set before the region is reached, moved while it sounds, let go.
  @Test(arguments: offsets) func aLoopRepeatsItsRegion(offset: Int) {
    var player = PlayerBench(PlayerBench.numbered(5000))
    player.startOffset = offset
    player.inputs["loopStart"] = { $0 < 701 ? 100 : 80 }
    player.inputs["loopEnd"] = { frame in
      if frame < 50 || frame >= 1201 { return 0 }
      return frame < 701 ? 301 : 140
    }
    player.inputs["loopEndFine"] = { $0 >= 701 && $0 < 1201 ? 1 : 0 }
    var position = 0
    let expected = (0..<2000).map { frame -> Float in
      if frame >= 50 && frame < 1201 {
        let (start, end) = frame < 701 ? (100, 301) : (80, 141)
        if position >= end { position = start + (position - start) % (end - start) }
      }
      defer { position += 1 }
      return player.samples[position]
    }
    // At 701 the sound stands at 299, and goes back by three rounds of 61 to 116.
    #expect(expected[700] == 0 && expected[701] == 0 && expected[702] == 117)
    #expect(difference(player.render(2000)[0], expected) == nil)
  }

  @Test func aLoopSwitchedOffPlaysOn() {
    var player = PlayerBench(PlayerBench.numbered(2000))
    player.inputs = ["loopStart": { _ in 100 }, "loopEnd": { _ in 201 }, "loop": { $0 < 630 ? 1 : 0 }]
    let output = player.render(3000)[0]
    let expected = (0..<3000).map { frame -> Float in
      if frame < 100 { return player.samples[frame] }
      if frame < 630 { return player.samples[100 + (frame - 100) % 101] }
      // 630 is round 5, frame 25 of it: it stands at 125.
      let position = 125 + frame - 630
      return position < 2000 ? player.samples[position] : 0
    }
    // The last sample of the file is a loud one: from there it fades.
    let end = 630 + 1875
    #expect(difference(Array(output[..<end]), Array(expected[..<end])) == nil)
    #expect(output[end + 400] == 0)
  }

  @Test func aLoopBackwards() {
    var player = PlayerBench(PlayerBench.numbered(2000))
    player.inputs = [
      "rate": { _ in -1 }, "start": { _ in 500 }, "loopStart": { _ in 200 }, "loopEnd": { _ in 301 },
    ]
    let expected = (0..<1500).map { frame -> Float in
      frame <= 300 ? player.samples[500 - frame] : player.samples[300 - (frame - 301) % 101]
    }
    #expect(difference(player.render(1500)[0], expected) == nil)
  }

  /// A region with a fraction of a frame keeps its phase for a thousand rounds.
  @Test func loopsKeepTheirFraction() {
    var player = PlayerBench((0..<2000).map { Float($0) })
    player.inputs = ["loopStart": { _ in 100 }, "loopEnd": { _ in 1150 }, "loopEndFine": { _ in 0.25 }]
    let output = player.render(1_100_000)[0]
    for frame in stride(from: 1500, to: 1_100_000, by: 997) {
      let position = 100 + (Double(frame) - 100).truncatingRemainder(dividingBy: 1050.25)
      // Past the declick, the ramp tells the position.
      if position > 600 { #expect(abs(Double(output[frame]) - position) < 1e-3) }
    }
  }

  /// The whole buffer as a region joins end to beginning, as without a region.
  @Test func aRegionOfTheWholeBufferIsSeamless() {
    let noise = UnitBench.noise(5)
    var player = PlayerBench((0..<777).map { noise($0) })
    player.inputs = ["rate": { _ in 0.77 }]
    let plain = player.render(4000)
    player.inputs["loopEnd"] = { _ in 777 }
    let looped = player.render(4000)
    #expect(difference(looped[0], plain[0]) == nil)
  }

  @Test func aRegionThatIsNone() {
    var player = PlayerBench(PlayerBench.numbered(500))
    for (start, end) in [(300, 300), (300, 100), (.nan, 100), (100, .nan), (900, 1200), (-5, 0)] as [(Float, Float)] {
      player.inputs = ["loopStart": { _ in start }, "loopEnd": { _ in end }]
      let output = player.render(400)[0]
      #expect(difference(output, Array(player.samples[..<400])) == nil, "\(start) to \(end)")
    }
  }

  /// A section that plays once, and that a loop holds up.
  @Test func aSectionHeldByALoop() {
    var player = PlayerBench(PlayerBench.numbered(5000))
    player.inputs = [
      "start": { _ in 1000 }, "length": { _ in 401 }, "loop": { $0 < 100 || $0 >= 900 ? 0 : 1 },
      "loopStart": { _ in 1100 }, "loopEnd": { _ in 1301 },
    ]
    let expected = (0..<2000).map { frame -> Float in
      if frame < 100 { return player.samples[1000 + frame] }
      let looped = 1100 + (frame - 100) % 201
      if frame < 900 { return player.samples[looped] }
      // At 900 it stands at 1297, and plays to the section's end at 1401.
      let position = 1297 + frame - 900
      return position < 1401 ? player.samples[position] : 0
    }
    #expect(difference(player.render(2000)[0], expected) == nil)
  }

  /// No step larger than the sine's own, and the steepest of a declick between its two peaks.
  @Test(arguments: 0..<12) func seeksAndLoopsDoNotClick(turn: Int) {
    let step = 2 * Float.pi * 100 / 44_100
    var player = PlayerBench((0..<40_000).map { 0.5 * Float(sin(2 * Double.pi * Double($0) * 100 / 44_100)) })
    let stride = 911 + turn * 37
    player.inputs = ["seek": { Float($0 / 777) }, "loopStart": { _ in 1000 }, "loopEnd": { _ in 5300.7 }]
    player.inputs["seekPosition"] = { frame in Float(3000 + frame / 777 * stride % 30_000) }
    let output = player.render(20_000)[0]
    let largest = zip(output, output.dropFirst()).reduce(0) { max($0, abs($1.1 - $1.0)) }
    #expect(largest < 0.5 * step + 1.5 / (0.008 * 44_100))
    #expect(output.contains { abs($0) > 0.45 })
  }

  /// Seeks, loops and rates, wherever blocks begin.
  @Test(arguments: [1, 0.979, -1.3] as [Float]) func theSameWhereverBlocksBegin(rate: Float) {
    let noise = UnitBench.noise(9)
    var player = PlayerBench((0..<2 * 1500).map { noise($0) }, channels: 2)
    player.inputs = ["rate": { _ in rate }, "seek": { Float($0 / 401) }, "loop": { $0 < 1700 ? 1 : 0 }]
    player.inputs["seekPosition"] = { frame in Float(frame / 401 * 333 % 1500) }
    player.inputs["loopStart"] = { $0 < 900 ? 0 : 200 }
    player.inputs["loopEnd"] = { $0 < 900 ? 0 : 333.3 }
    let expected = player.render(2400)
    for offset in [1, 17, 40, 63] {
      player.startOffset = offset
      let output = player.render(2400)
      #expect(difference(output[0], expected[0]) == nil, "from frame \(offset)")
      #expect(difference(output[1], expected[1]) == nil, "from frame \(offset)")
    }
  }
}
