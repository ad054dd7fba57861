import OSC
import Testing

/// What sounds does not depend on how many frames the device asks for, nor on where in a block things happen.
@Suite struct SamePulledAnyWayTests {
  struct Session: Sendable, CustomTestStringConvertible {
    var rate: Float
    var channels: Int
    var sectionFrames: Int?
    var testDescription: String { "rate \(rate), \(channels) channels, section \(sectionFrames ?? 0)" }
  }

  static let sessions = [
    Session(rate: 1, channels: 2), Session(rate: 1, channels: 1), Session(rate: 0.979, channels: 2),
    Session(rate: 0.979, channels: 1), Session(rate: 1.5, channels: 2), Session(rate: -1, channels: 1),
    Session(rate: -0.3, channels: 2), Session(rate: 8, channels: 1), Session(rate: 8, channels: 2),
    Session(rate: 1, channels: 2, sectionFrames: 401), Session(rate: 1.07, channels: 2, sectionFrames: 999),
    Session(rate: 0.4, channels: 1, sectionFrames: 3000), Session(rate: -1.1, channels: 2, sectionFrames: 777),
  ]

  /// Sounds from frame `start` on, with everything that acts in time.
  private func render(_ session: Session, start: Int, pulls: [Int], baseline: Bool = false) throws -> [[Float]] {
    let rig = try StemRig(pulls: pulls, baseline: baseline)
    try rig.load(.noise(2003, channels: session.channels, sampleRate: 44_100, seed: 41), into: 1)
    try rig.load(.noise(1511, channels: session.channels, sampleRate: 48_000, seed: 42), into: 1100)
    rig.render(256)
    func play(_ id: Int32, _ fraction: Double) -> OSCMessage {
      guard let frames = session.sectionFrames else {
        return OSCMessage("/play_stem", .int32(id), .float32(session.rate), 0.9, 1, .double(fraction))
      }
      let seconds = OSCArgument.double(Double(frames) / 44_100)
      return OSCMessage("/play_stem_section", .int32(id), .float32(session.rate), 0.9, 1, .double(fraction), seconds)
    }
    rig.send(at: start, [play(1, 0.3), play(1100, 0.6)])
    rig.send(at: start + 501, [OSCMessage("/stem_volume", 1, 0.2)])
    rig.send(at: start + 777, [OSCMessage("/stem_fade", 1, 1.1, 0.033, "constant-power")])
    rig.send(at: start + 1200, [OSCMessage("/crossfade_levels", 0.3, 1.2)])
    rig.send(at: start + 1500, [OSCMessage("/crossfade_levels", 1, 0.7)])
    rig.send(at: start + 2222, [play(1, 0.1)])
    rig.send(at: start + 3000, [OSCMessage("/stop_stem", 1)])
    rig.send(at: start + 3100, [OSCMessage("/stop_stem", 1100, 0)])
    rig.send(at: start + 3500, [OSCMessage("/test_tone", 1234)])
    rig.render(start + 8000)
    let end = start + 8000
    #expect(rig.left[..<start].allSatisfy { $0 == 0 })
    return [Array(rig.left[start..<end]), Array(rig.right[start..<end])]
  }

  @Test(arguments: sessions) func samples(session: Session) throws {
    let expected = try render(session, start: 512, pulls: [512])
    #expect(expected[0].contains { abs($0) > 0.1 })
    for (start, pulls) in [
      (513, [512]), (519, [1]), (543, [37, 1, 255]), (575, [64]), (576, [700]), (600, [63]), (4093, [127, 129]),
    ] {
      let samples = try render(session, start: start, pulls: pulls)
      for channel in 0..<2 {
        let differing = zip(samples[channel], expected[channel]).enumerated().filter {
          $1.0.bitPattern != $1.1.bitPattern
        }
        #expect(
          differing.isEmpty,
          "channel \(channel), from frame \(start) in pulls of \(pulls): \(differing.count) from \(differing.first?.offset ?? 0)"
        )
      }
    }
  }

  /// Both builds of the units render the same, to rounding.
  @Test(arguments: sessions) func builds(session: Session) throws {
    let best = try render(session, start: 600, pulls: [512])
    let baseline = try render(session, start: 600, pulls: [512], baseline: true)
    for channel in 0..<2 {
      #expect(Measure.residual(best[channel][...], baseline[channel].map { Double($0) }) < -110)
    }
  }
}
