import OSC
import StemProtocol
import Testing

/// What plays on which channel.
@Suite struct RoutingTests {
  private static let frames = 4096

  /// A rig with six channels and a stem on each of two decks, silent on even frames.
  private func rig(_ outputs: String? = nil) throws -> (StemRig, a: Sound, b: Sound) {
    let routes = try outputs.map { try OutputRoutes.parsed($0).get() }
    let rig = try StemRig(outputs: 6, routes: routes)
    let sounds = [Sound.everyOther(8000, seed: 1), .everyOther(8000, seed: 2)]
    try rig.load(sounds[0], into: 1)
    try rig.load(sounds[1], into: 1100)
    return (rig, sounds[0], sounds[1])
  }

  private func play(_ rig: StemRig) {
    rig.send(at: rig.frame + 1001, [OSCMessage("/play_stem", 1, 1, 1), OSCMessage("/play_stem", 1100, 1, 1)])
    rig.render(1001 + Self.frames)
  }

  private func isSilent(_ samples: some Sequence<Float>) -> Bool { samples.allSatisfy { $0 == 0 } }

  @Test func withoutRoutesTheMasterIsOnTheFirstTwo() throws {
    let (rig, a, b) = try rig()
    play(rig)
    let expected = (0..<Self.frames).map { Master.output(Double(a.left[$0]) + Double(b.left[$0])) }
    #expect(Measure.residual(rig.left[1001..<1001 + Self.frames], expected) < -110)
    #expect(rig.others.allSatisfy { isSilent($0) })
  }

  /// Decks behind their levels, the master turned round, and nothing where nothing is routed.
  @Test func everySignalOnItsChannels() throws {
    let (rig, a, b) = try rig("A=1-2,B=6,master=5-4")
    rig.send("/crossfade_levels", 0.5, 1)
    rig.render(2000)
    let begin = rig.frame + 1001
    play(rig)
    let span = begin..<begin + Self.frames
    #expect(Array(rig.left[span]) == a.left.prefix(Self.frames).map { $0 * 0.5 })
    #expect(Array(rig.right[span]) == a.right.prefix(Self.frames).map { $0 * 0.5 })
    #expect(isSilent(rig.others[0]))
    let left = (0..<Self.frames).map { Master.output(Double(a.left[$0]) * 0.5 + Double(b.left[$0])) }
    let right = (0..<Self.frames).map { Master.output(Double(a.right[$0]) * 0.5 + Double(b.right[$0])) }
    #expect(Measure.residual(rig.others[2][span], left) < -110)
    #expect(Measure.residual(rig.others[1][span], right) < -110)
    let both: [Float] = (0..<Self.frames).map { frame in b.left[frame] * 0.5 + b.right[frame] * 0.5 }
    #expect(Array(rig.others[3][span]) == both)
  }

  @Test func twoSignalsOnOnePairAdd() throws {
    let (rig, a, b) = try rig("A=3-4,B=3-4")
    play(rig)
    let sum: [Float] = (0..<3999).map { frame in a.left[frame] + b.left[frame] }
    #expect(Array(rig.others[0][1001..<5000]) == sum)
    #expect(isSilent(rig.left) && isSilent(rig.others[2]))
  }

  /// What a deck's cue hears does not depend on its level.
  @Test func theCueHearsADeckBeforeItsLevel() throws {
    let (rig, a, _) = try rig("cue=3-4")
    rig.send("/crossfade_levels", 0, 0)
    rig.render(512)
    #expect(rig.ask("/cue_listen", "a") == [OSCMessage("/done", "/cue_listen", "A", 1)])
    rig.render(2000)
    let begin = rig.frame + 1001
    play(rig)
    #expect(Array(rig.others[0][begin..<begin + Self.frames]) == Array(a.left.prefix(Self.frames)))
    // Half the deck, half the silent master.
    #expect(rig.ask("/cue_mix", 0.5) == [OSCMessage("/done", "/cue_mix", 0.5, 1.0)])
    rig.render(2000)
    let half = rig.frame
    rig.render(1000)
    let halved: [Float] = (half..<half + 1000).map { frame in a.left[(frame - begin) % 8000] * 0.5 }
    #expect(Array(rig.others[0][half..<half + 1000]) == halved)
    #expect(rig.ask("/cue_mix", 0, 0.25).first?.arguments.last == 0.25)
    rig.render(2000)
    #expect(rig.ask("/cue_listen", "A", 0).last == OSCMessage("/done", "/cue_listen", "A", 0))
    rig.render(2000)
    #expect(isSilent(rig.others[0].suffix(500)))
    #expect(rig.synthCount == StemRig.mixerSynths + 2, "two stems")
  }

  @Test func theCueHearsTheMaster() throws {
    let (rig, a, b) = try rig("cue=3-4")
    rig.send("/cue_mix", 1)
    rig.render(2000)
    let begin = rig.frame + 1001
    play(rig)
    let expected = (0..<Self.frames).map { Master.output(Double(a.left[$0]) + Double(b.left[$0])) }
    #expect(Measure.residual(rig.others[0][begin..<begin + Self.frames], expected) < -110)
  }

  /// Opening and closing a way makes no step that the sound itself does not make.
  @Test func routesChangeWithoutAClick() throws {
    let rig = try StemRig(outputs: 6)
    try rig.load(.sine(100, amplitude: 0.5, frames: 441_000), into: 1)
    rig.send("/play_stem", 1, 1, 1)
    rig.render(4000)
    let own = 2 * Double.pi * 100 / 44_100 * 0.5 + 0.5 / 882 + 1e-4
    #expect(rig.ask("/route", "A", "3-4", "6") == [OSCMessage("/done", "/route", "A", "3-4", "6")])
    rig.render(4000)
    #expect(rig.others[0].suffix(1000).contains { abs($0) > 0.4 })
    #expect(rig.others[3].suffix(1000).contains { abs($0) > 0.4 })
    #expect(rig.ask("/route", "A", "4-3") == [OSCMessage("/done", "/route", "A", "4-3")])
    rig.render(4000)
    #expect(rig.ask("/route", "A", "none") == [OSCMessage("/done", "/route", "A")])
    #expect(rig.ask("/route", "master") == [OSCMessage("/done", "/route", "master")])
    rig.render(4000)
    for channel in [rig.left] + rig.others {
      #expect(Measure.largestStep(channel.map { Double($0) }) < 2 * own)
      #expect(isSilent(channel.suffix(1000)))
    }
    #expect(rig.ask("/get_routes") == [OSCMessage("/done", "/get_routes", 0)])
  }

  @Test func routesAreTold() throws {
    let (rig, _, _) = try rig("master=1-2,cue=3-4,master=5-6")
    #expect(
      rig.ask("/get_routes") == [
        OSCMessage("/get_routes.reply", "master", "1-2", "5-6"), OSCMessage("/get_routes.reply", "cue", "3-4"),
        OSCMessage("/done", "/get_routes", 2),
      ])
    let wrong: [[OSCArgument]] = [
      ["master", "7-8"], ["master", "0-1"], ["master", "left"], ["C", "1-2"], [1, "1-2"],
    ]
    for arguments in wrong {
      rig.send(OSCMessage("/route", arguments))
      #expect(rig.mailbox.take().last?.address == "/fail", "\(arguments)")
    }
  }

  @Test func oneChannelTakesBothSides() throws {
    let rig = try StemRig(outputs: 1)
    try rig.load(Sound([[0, 0.5, 0.5, 0.5], [0, 0.25, 0.25, 0.25]]), into: 1)
    rig.send("/play_stem", 1, 1, 1, 0)
    rig.render(64)
    #expect(abs(Double(rig.left[1]) - (Master.output(0.5) + Master.output(0.25)) / 2) < 1e-6)
  }

  @Test func channelsAreNamedAfterWhatTheyPlay() throws {
    let routes = try OutputRoutes.parsed("master=1-2,cue=3-4,B=6").get()
    #expect(routes.channels == 6)
    #expect(routes.channelNames(6) == ["master_1", "master_2", "cue_1", "cue_2", "out_5", "deck_b_1"])
    for text in ["", "master", "master=", "master=0-1", "5=1-2", "x=1-2", "master=1-2-3", "master=1-2,,"] {
      if case .success = OutputRoutes.parsed(text) { Issue.record("\(text) is no route") }
    }
  }
}
