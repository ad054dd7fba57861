import OSC
import Testing

/// What the strips do does not depend on how many frames the device asks for, nor on where in a block things happen.
@Suite struct StripsPulledAnyWayTests {
  private func render(start: Int, pulls: [Int], limiter: String, baseline: Bool) throws -> [[Float]] {
    let rig = try StemRig(pulls: pulls, baseline: baseline)
    rig.send("/limiter", .string(limiter))
    try rig.load(.noise(30_011, seed: 41), into: 1)
    try rig.load(.noise(20_011, seed: 42), into: 1100)
    rig.render(4096)
    func at(_ frame: Int, _ messages: OSCMessage...) { rig.send(at: start + frame, messages) }
    at(0, OSCMessage("/play_stem", 1, 1, 1.5), OSCMessage("/play_stem", 1100, 1, 1.5))
    at(301, OSCMessage("/deck_eq", "A", "low", 0), OSCMessage("/stem_eq", 1100, 100, 20, 50))
    at(777, OSCMessage("/deck_knob", "B", -0.7, 0.5), OSCMessage("/stem_pan", 1, 0.4))
    at(1999, OSCMessage("/crossfader", 0.3), OSCMessage("/stem_mute", 1, 1))
    at(3333, OSCMessage("/deck_eq", "A", "low", 50), OSCMessage("/stem_eq", 1100, 50, 50, 50))
    at(3500, OSCMessage("/deck_knob", "B", 0.6), OSCMessage("/stem_mute", 1, 0))
    at(4444, OSCMessage("/deck_eq_all", "A", 50, 70, 0), OSCMessage("/crossfader_curve", "scratch"))
    at(5050, OSCMessage("/deck_knob", "B", 0), OSCMessage("/stem_solo", 1, 1), OSCMessage("/crossfader", -1))
    at(8888, OSCMessage("/deck_eq_all", "A", 50, 50, 50), OSCMessage("/stem_pan", 1, 0))
    at(12_345, OSCMessage("/deck_filter", "A", "high", 0.5))
    rig.render(start + 14_000 - rig.frame)
    return [Array(rig.left[start...]), Array(rig.right[start...])]
  }

  @Test(arguments: ["soft", "true-peak"], [false, true]) func samples(limiter: String, baseline: Bool) throws {
    let expected = try render(start: 8192, pulls: [512], limiter: limiter, baseline: baseline)
    #expect(expected[0].contains { abs($0) > 0.1 })
    for (start, pulls) in [(8193, [512]), (8199, [1, 700]), (8223, [37, 1, 255]), (8255, [64]), (9973, [127, 129])] {
      let samples = try render(start: start, pulls: pulls, limiter: limiter, baseline: baseline)
      for side in 0..<2 {
        let first = samples[side].indices.first { samples[side][$0].bitPattern != expected[side][$0].bitPattern }
        #expect(first == nil, "start \(start), pulls \(pulls): differs from frame \(first ?? 0) on")
      }
    }
  }
}
