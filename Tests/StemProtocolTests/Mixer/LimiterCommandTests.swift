import Foundation
import OSC
import RealTime
import StemProtocol
import Testing

/// What keeps the master within bounds, chosen while it plays.
@Suite struct LimiterCommandTests {
  @Test func modes() throws {
    let rig = try StemRig()
    let delay = Float(Double(LookAhead.frames(sampleRate: 44_100)) / 44_100)
    try rig.load(.constant(0.5, frames: 4000), into: 7)
    rig.send("/play_stem", 7, 1, 1, 1)
    rig.render(6000)
    #expect(abs(Double(rig.left.last ?? 0) - Master.output(0.5)) < 1e-6)
    #expect(rig.status()["limiter"] == "soft")
    #expect(
      rig.ask("/limiter", "true-peak") == [OSCMessage("/done", "/limiter", "true-peak", .float32(delay))])
    rig.render(6000)
    #expect(rig.left.last == 0.4)
    #expect(rig.status()["limiter"] == "true-peak" && rig.status()["latency"] == .float32(delay))
    rig.send("/stem_volume", 7, 8)
    rig.render(6000)
    #expect(abs(20 * log10(Double(rig.left.last ?? 0)) + 1.4) < 0.01)
    #expect(rig.ask("/limiter", "off") == [OSCMessage("/done", "/limiter", "off", 0.0)])
    rig.render(6000)
    #expect(abs(Double(rig.left.last ?? 0) - 3.2) < 1e-6)
  }
}
