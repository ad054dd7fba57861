import OSC
import Testing

/// Commands that wait for their time.
@Suite struct ScheduleTests {
  private func rigWithStem(_ sound: Sound = .everyOther(8000, seed: 71)) throws -> StemRig {
    let rig = try StemRig(pulls: [64])
    try rig.load(sound, into: 1)
    rig.render(64)
    _ = rig.mailbox.take()
    return rig
  }

  /// Frames that sound, as ranges from the first to the last loud one, with no silence of 300 frames between.
  private func spans(_ rig: StemRig) -> [ClosedRange<Int>] {
    var spans: [ClosedRange<Int>] = []
    for (frame, sample) in rig.left.enumerated() where sample != 0 {
      if let last = spans.last, frame - last.upperBound < 300 {
        spans[spans.count - 1] = last.lowerBound...frame
      } else {
        spans.append(frame...frame)
      }
    }
    return spans
  }

  @Test(arguments: [100, 44_100, 4_410_000]) func lateBundlesTakeEffectAtOnceAndAreTold(late: Int) throws {
    let rig = try StemRig(pulls: [64])
    try rig.load(.everyOther(8000, seed: 71), into: 1)
    rig.render(6400)
    _ = rig.mailbox.take()
    rig.send(at: 6400 - late, [OSCMessage("/play_stem", 1, 1, 1, 0)])
    rig.render(2000)
    let replies = rig.mailbox.take()
    #expect(replies.map(\.address) == ["/late", "/done"])
    #expect(replies.first?.arguments.first == .timeTag(rig.timeTag(ofFrame: 6400 - late)))
    #expect(abs((replies.first?.arguments.last?.asNumber ?? 0) - Double(late) / 44_100) < 1e-4)
    #expect(spans(rig).first?.lowerBound == 6401)
  }

  @Test func futureBundlesWait() throws {
    let rig = try rigWithStem()
    rig.send(at: 50_001, [OSCMessage("/play_stem", 1, 1, 1, 0)])
    #expect(rig.status()["scheduled"] == 1)
    #expect(rig.mailbox.all.isEmpty)
    rig.render(to: 60_000)
    #expect(spans(rig).first?.lowerBound == 50_002)
    #expect(rig.mailbox.all == [OSCMessage("/done", "/play_stem", 1)])
    #expect(rig.status()["scheduled"] == 0)
  }

  @Test func tagsOfZeroAndOneMeanAtOnce() throws {
    for raw: UInt64 in [0, 1] {
      let rig = try rigWithStem()
      rig.send(OSCBundle(timeTag: OSCTimeTag(rawValue: raw), messages: [OSCMessage("/play_stem", 1, 1, 1, 0)]))
      rig.render(500)
      #expect(rig.left[65] != 0)
      #expect(rig.mailbox.all.map(\.address) == ["/done"])
    }
  }

  /// Each with a time of its own; those of the outer one keep their order around it.
  @Test func bundlesInBundles() throws {
    let rig = try rigWithStem()
    let inner = OSCBundle(timeTag: rig.timeTag(ofFrame: 5001), messages: [OSCMessage("/stop_stem", 1, 0)])
    let outer = OSCBundle(
      timeTag: rig.timeTag(ofFrame: 3001),
      elements: [
        .message(OSCMessage("/play_stem", 1, 1, 1)), .bundle(inner), .message(OSCMessage("/stem_volume", 1, 1)),
      ])
    rig.send(outer)
    rig.render(8000)
    // Of the frames before 5001, 5000 is the last loud one: it fades from there.
    #expect(spans(rig).first?.lowerBound == 3002)
    #expect(rig.left[5000] != 0 && rig.left.suffix(2000).allSatisfy { $0 == 0 })
  }

  @Test func cancelDropsWhatWaits() throws {
    let rig = try rigWithStem()
    rig.send(at: 50_000, [OSCMessage("/play_stem", 1, 1), OSCMessage("/stem_volume", 1, 1)])
    rig.send("/at", 2.0, "/play_stem", 1, 1)
    #expect(rig.status()["scheduled"] == 3)
    #expect(rig.ask("/cancel") == [OSCMessage("/done", "/cancel", 3)])
    rig.render(100_000)
    #expect(rig.left.allSatisfy { $0 == 0 })
    #expect(rig.status()["scheduled"] == 0)
  }

  /// `/at` in the past happens now; those of one time happen together, in order.
  @Test(arguments: [0.05, 0.5]) func atKeepsOrder(seconds: Double) throws {
    let rig = try rigWithStem()
    for volume: Float in [0.1, 0.9, 0.5] { rig.send("/at", .double(seconds), "/play_stem", 1, 1, .float32(volume)) }
    rig.send("/at", .double(seconds), "/stem_volume", 1, 0.5)
    let start = Int(seconds * 44_100)
    rig.render(to: start + 5000)
    let replies = rig.mailbox.take()
    #expect(replies.contains(OSCMessage("/done", "/stem_volume", 1, 0.5)))
    #expect(replies.count == 4)
    #expect(spans(rig).first?.lowerBound == start + 1)
    // Only the last of the three sounds.
    let expected = Sound.everyOther(8000, seed: 71).left[..<4000].map { Master.output(0.5 * Double($0)) }
    #expect(Measure.residual(rig.left[start..<start + 4000], expected) < -110)
    #expect(rig.synthCount == StemRig.mixerSynths + 1)
    rig.send("/at", 0, "/stop_stem", 1)
    rig.render(5000)
    #expect(rig.left.last == 0)
  }

  @Test func thereIsAnEndToWhatWaits() throws {
    let rig = try rigWithStem()
    let many = (0..<1000).map { _ in OSCMessage("/stop_stem", 1) }
    for _ in 0..<100 { rig.send(at: 40_000_000, many) }
    #expect(rig.status()["scheduled"] == 100_000)
    rig.send("/at", 1000.0, "/stop_stem", 1)
    #expect(rig.mailbox.take().map(\.address) == ["/fail"])
    #expect(rig.ask("/cancel") == [OSCMessage("/done", "/cancel", 100_000)])
  }

  // MARK: - What was handed to the audio thread already

  /// Commands without a time meet the stem as it is, not as it is about to be.
  @Test func theVoiceThatPlaysIsMeant() throws {
    let rig = try rigWithStem(.constant(0.5, frames: 44_100))
    rig.send("/play_stem", 1, 1, 1)
    rig.render(4000)
    let restart = rig.frame + 3000
    rig.send(at: restart, [OSCMessage("/play_stem", 1, 1, 0.25)])
    rig.render(64)
    rig.send("/stem_volume", 1, 0.5)
    rig.render(to: restart - 64)
    #expect(abs(Master.sum(rig.left[restart - 100]) - 0.25) < 1e-5)
    rig.render(2000)
    #expect(abs(Master.sum(rig.left[restart + 1500]) - 0.125) < 1e-5)
    #expect(!rig.mailbox.all.contains { $0.address == "/fail" })
  }

  @Test func aStopNowIsNotAStopOfWhatIsToCome() throws {
    let rig = try rigWithStem(.constant(0.5, frames: 44_100))
    rig.send("/play_stem", 1, 1, 1)
    rig.render(4000)
    let restart = rig.frame + 4000
    rig.send(at: restart, [OSCMessage("/play_stem", 1, 1, 0.25)])
    rig.send("/stop_stem", 1, 0.01)
    rig.render(to: restart)
    #expect(rig.left.last == 0)
    rig.render(2000)
    #expect(abs(Master.sum(rig.left[restart + 1500]) - 0.125) < 1e-5)
    rig.send("/stop_stem", 1)
    rig.render(4000)
    #expect(rig.left.last == 0)
    #expect(rig.status()["playing"] == 0)
  }

  /// A start now, a start in a moment: never two voices of one stem.
  @Test func aStartNowBeforeAStartToCome() throws {
    let rig = try rigWithStem(.constant(0.5, frames: 44_100))
    let second = rig.frame + 4000
    rig.send(at: second, [OSCMessage("/play_stem", 1, 1, 0.25)])
    rig.send("/play_stem", 1, 1, 1)
    rig.render(to: second - 1)
    #expect(abs(Master.sum(rig.left[second - 2]) - 0.5) < 1e-5)
    rig.render(2000)
    #expect(abs(Master.sum(rig.left[second + 1500]) - 0.125) < 1e-5)
    rig.send("/stop_stem", 1)
    rig.render(4000)
    #expect(rig.left.last == 0)
    #expect(rig.synthCount == StemRig.mixerSynths)
  }

  @Test(arguments: ["/free_buffer", "/mixer_cleanup", "/load_buffer"]) func whatIsToComeGoesWithItsBuffer(
    command: String
  ) throws {
    let rig = try rigWithStem(.constant(0.5, frames: 44_100))
    let start = rig.frame + 4000
    rig.send(at: start, [OSCMessage("/play_stem", 1, 1, 1)])
    rig.render(64)
    if command == "/load_buffer" {
      try rig.load(.constant(0.25, frames: 1000), into: 1)
    } else {
      rig.send(OSCMessage(.path(command), [1]))
    }
    rig.render(10_000)
    #expect(rig.left.allSatisfy { $0 == 0 })
    let replies = rig.mailbox.take()
    #expect(replies.count { $0.address == "/done" } == 1)
    #expect(replies.contains { $0.address == "/fail" && $0.arguments.first == "/play_stem" })
    let status = rig.status()
    #expect(status["playing"] == 0 && status["buffers"] == (command == "/load_buffer" ? 1 : 0))
    #expect(rig.synthCount == StemRig.mixerSynths)
  }
}
