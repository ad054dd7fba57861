import Foundation
import OSC
import StemProtocol
import Testing

/// Ramps, measured in the output.
@Suite struct RampTests {
  static let pulls = [[512], [1, 64, 699]]

  /// A stem of constant sound: the output tells its gain.
  private func rig(_ pulls: [Int] = [512], volume: OSCArgument = 0.2) throws -> StemRig {
    let rig = try StemRig(pulls: pulls)
    try rig.load(.constant(0.5, frames: 10_000), into: 100)
    rig.send("/play_stem", 100, 1, volume)
    rig.render(1000)
    _ = rig.mailbox.take()
    return rig
  }

  private func gain(_ rig: StemRig, _ frame: Int) -> Double { Master.sum(rig.left[frame]) / 0.5 }

  /// The curves, computed by themselves.
  private static func expected(_ curve: String, _ from: Double, _ to: Double, _ part: Double) -> Double {
    switch curve {
    case "linear": from + (to - from) * part
    case "exponential": from * pow(to / from, part)
    case "smooth": from + (to - from) * (3 * part * part - 2 * part * part * part)
    default: to > from ? from + (to - from) * sin(part * .pi / 2) : to + (from - to) * cos(part * .pi / 2)
    }
  }

  @Test(arguments: ["linear", "exponential", "constant-power", "smooth"], [(0.2, 0.9), (0.9, 0.1)])
  func volumesFollowTheCurve(curve: String, way: (Double, Double)) throws {
    let rig = try rig(volume: .double(way.0))
    let start = 2017
    let frames = 22_050
    rig.send(
      at: start, [OSCMessage("/ramp", "/stem_volume", 100, .double(way.0), .double(way.1), 0.5, .string(curve))])
    rig.render(30_000)
    #expect(abs(gain(rig, start - 1) - way.0) < 1e-5)
    for part in stride(from: 0.05, through: 0.95, by: 0.05) {
      let measured = gain(rig, start + Int(part * Double(frames)))
      #expect(abs(measured - Self.expected(curve, way.0, way.1, part)) < 2e-4)
    }
    for frame in [start + frames, start + frames + 1, 29_000] { #expect(abs(gain(rig, frame) - way.1) < 1e-5) }
    // Finer than a block: no step is larger than the curve's own steepest.
    let steps = Measure.largestStep(rig.left[start..<start + frames].map(Double.init))
    #expect(steps < 3 * abs(way.1 - way.0) / Double(frames))
    #expect(
      rig.mailbox.take() == [OSCMessage("/done", "/ramp", "/stem_volume", 100, .float32(Float(way.1)))])
  }

  @Test(arguments: pulls) func fromTheCurrentValue(pulls: [Int]) throws {
    let rig = try rig(pulls, volume: 0.6)
    rig.send(at: 2000, [OSCMessage("/ramp", "/stem_volume", 100, "current", 0, 0.1, "smooth")])
    rig.render(8000)
    #expect(abs(gain(rig, 2000 + 2205) - 0.3) < 1e-3)
    #expect(gain(rig, 2000 + 4410) == 0)
  }

  /// A value that is far from where the ramp sets out is reached without a click, in 20 ms.
  @Test func joinsWithoutAClick() throws {
    let rig = try rig(volume: 1)
    rig.send(at: 2000, [OSCMessage("/ramp", "/stem_volume", 100, 0.2, 0.4, 0.5)])
    rig.render(30_000)
    #expect(Measure.largestStep(rig.left[1900...].map(Double.init)) < 0.001)
    #expect(abs(gain(rig, 2000 + 882) - (0.2 + 0.2 * 0.04)) < 1e-4)
    #expect(abs(gain(rig, 2000 + 22_050) - 0.4) < 1e-5)
  }

  /// The phase of a stem whose rate ramps is the sum of all its rates.
  @Test(arguments: pulls) func ratesAddUp(pulls: [Int]) throws {
    let rig = try StemRig(pulls: pulls)
    try rig.load(Slope.sound(300_000), into: 1)
    rig.send("/play_stem", 1, 1, 1)
    rig.render(1000)
    rig.send(at: 4000, [OSCMessage("/ramp", "/stem_rate", 1, 1, 2, 1)])
    rig.render(to: 60_000)
    // One second at 1.5 on the average.
    let end = 4000 + 1.5 * 44_100
    for frame in [50_000, 59_000] {
      let position = Slope.position(rig.left[frame])
      #expect(abs(position - (end + 2 * Double(frame - 48_100))) < 1)
    }
    let half = 4000 + 22_050 + 0.25 * 22_050
    #expect(abs(Slope.position(rig.left[4000 + 22_050]) - half) < 1)
  }

  /// The clock's beats add up over a ramp of its tempo, and stems follow.
  @Test func tempos() throws {
    let rig = try StemRig()
    try rig.load(Slope.sound(300_000), into: 1)
    rig.send("/play_stem", 1, 1, 1)
    rig.render(1000)
    rig.send(at: 4000, [OSCMessage("/ramp", "/set_tempo", "current", 180, 1)])
    rig.render(to: 60_000)
    let position = Slope.position(rig.left[59_000])
    #expect(abs(position - (4000 + 1.25 * 44_100 + 1.5 * (59_000 - 48_100))) < 1)
    let reply = try #require(rig.ask("/clock").last)
    let frames = reply.arguments[2].asNumber ?? 0
    let beats = (4000 * 120 + 44_100 * 150 + (frames - 48_100) * 180) / 60 / 44_100
    #expect(abs((reply.arguments[3].asNumber ?? 0) - beats) < 0.001)
    #expect(reply.arguments[5] == .double(180))
  }

  @Test func deckLevels() throws {
    let rig = try rig(volume: 1)
    rig.send(at: 2000, [OSCMessage("/ramp", "/deck_level", "A", 1, 0.25, 0.5)])
    rig.render(30_000)
    #expect(abs(gain(rig, 2000 + 11_025) - 0.625) < 1e-4)
    #expect(abs(gain(rig, 2000 + 22_050) - 0.25) < 1e-5)
  }

  /// What bends between the number and the sound follows the number: the cosine law of a pan.
  @Test func pans() throws {
    let rig = try rig(volume: 1)
    rig.send(at: 2000, [OSCMessage("/ramp", "/stem_pan", 100, 0, 1, 0.5)])
    rig.render(30_000)
    for part in [0.25, 0.5, 0.75, 0.9] {
      #expect(abs(gain(rig, 2000 + Int(part * 22_050)) - cos(part * .pi / 2)) < 2e-3)
    }
    #expect(abs(gain(rig, 2000 + 22_050)) < 1e-5)
    #expect(abs(Master.sum(rig.right[20_000]) - 0.5) < 1e-5)
  }

  /// A fade of the crossfader and turns of the equaliser arrive where the commands themselves would.
  @Test(
    arguments: [
      ("/crossfader", [], -1, 1), ("/deck_eq", ["A", "low"], 50, 0), ("/deck_filter", ["A", "low"], 1, 0.25),
    ] as [(String, [OSCArgument], Double, Double)])
  func mixerControlsArrive(address: String, leading: [OSCArgument], from: Double, to: Double) throws {
    let ramped = try rig(volume: 1)
    ramped.send(OSCMessage(.path(address), leading + [.double(from)]))
    ramped.render(4000)
    ramped.send(OSCMessage("/ramp", [.string(address)] + leading + ["current", .double(to), 0.2, "smooth"]))
    ramped.render(40_000)
    let told = try rig(volume: 1)
    told.send(OSCMessage(.path(address), leading + [.double(to)]))
    told.render(44_000)
    #expect(abs(Double(ramped.left[ramped.frame - 1] - told.left[told.frame - 1])) < 1e-5)
    #expect(ramped.mailbox.take().allSatisfy { $0.address == "/done" })
    #expect(Measure.largestStep(ramped.left[1000...].map(Double.init)) < 0.002)
  }

  /// Of a command with several numbers each has its own ramp, from numbers that are given or from where it is.
  @Test(arguments: [["current"], [1, 0.25]] as [[OSCArgument]]) func crossfades(from: [OSCArgument]) throws {
    let rig = try rig(volume: 1)
    try rig.load(.constant(0.25, frames: 10_000), into: 1100)
    rig.send("/crossfade_levels", 1, 0.25)
    rig.send("/play_stem", 1100, 1, 1)
    rig.render(to: 4000)
    _ = rig.mailbox.take()
    rig.send(at: 5000, [OSCMessage("/ramp", ["/crossfade_levels"] + from + [0, 1, 0.5])])
    rig.render(to: 40_000)
    #expect(rig.mailbox.take() == [OSCMessage("/done", "/ramp", "/crossfade_levels", 0.0, 1.0)])
    for part in [0, 0.25, 0.5, 0.75, 1] {
      let sum = Master.sum(rig.left[5000 + Int(part * 22_050)])
      #expect(abs(sum - (0.5 * (1 - part) + 0.25 * (0.25 + 0.75 * part))) < 1e-4)
    }
  }

  @Test func levelsOfSomeDecks() throws {
    let rig = try rig(volume: 1)
    rig.send(at: 2000, [OSCMessage("/ramp", "/deck_levels", "current", 0.5, 0.5)])
    rig.render(30_000)
    #expect(abs(gain(rig, 2000 + 11_025) - 0.75) < 1e-4)
    #expect(abs(gain(rig, 2000 + 22_050) - 0.5) < 1e-5)
  }

  /// All bands of an equaliser at a time arrive where the command would, and one of them can be taken by hand.
  @Test(
    arguments: [("/deck_eq_all", "A", "/deck_eq"), ("/stem_eq", 100, "/stem_band")] as [(String, OSCArgument, String)])
  func equalisers(address: String, whose: OSCArgument, one: String) throws {
    let ramped = try rig(volume: 1)
    ramped.send("/ramp", .string(address), whose, "current", 25, 60, 100, 0.5, "smooth")
    ramped.render(12_000)
    ramped.send(OSCMessage(.path(one), [whose, "low", 40]))
    ramped.render(40_000)
    let told = try rig(volume: 1)
    told.send(OSCMessage(.path(address), [whose, 40, 60, 100]))
    told.render(52_000)
    #expect(abs(Double(ramped.left[ramped.frame - 1] - told.left[told.frame - 1])) < 1e-5)
    #expect(ramped.mailbox.take().map(\.address) == ["/done", "/done"])
    #expect(Measure.largestStep(ramped.left[1000...].map(Double.init)) < 0.002)
    #expect(ramped.ask("/ramp_stop", .string(address), whose).last == OSCMessage("/done", "/ramp_stop", 0))
  }

  /// The bands' own percents: half way in decibels, from where the bands are.
  @Test func bandsGoInPercents() throws {
    let rig = try rig(volume: 1)
    rig.send("/deck_filter", "A", "low", 0.25)
    rig.render(4000)
    let start = rig.frame
    rig.send("/ramp", "/deck_eq", "A", "low", "current", 50, 0.5)
    rig.render(40_000)
    let percent = 50 * (1 - 20 * log10(4.0) / 24)
    for part in [0.25, 0.5, 0.75] {
      let at = percent + (50 - percent) * part
      let expected = pow(10, (at / 50 - 1) * 24 / 20)
      // The group delay of the crossover, at 48 dB an octave, is some 4 ms.
      #expect(abs(gain(rig, start + 64 + Int(part * 22_050)) - expected) < 0.02, "\(part)")
    }
    #expect(abs(gain(rig, start + 30_000) - 1) < 1e-5)
  }

  @Test func headphones() throws {
    let rig = try StemRig(outputs: 4, routes: try OutputRoutes.parsed("master=1-2,cue=3-4").get())
    try rig.load(.constant(0.5, frames: 10_000), into: 100)
    rig.send("/play_stem", 100, 1, 1)
    rig.send("/cue_listen", "A")
    rig.render(2048)
    rig.send(at: 3000, [OSCMessage("/ramp", "/cue_mix", 0, 1, 0.5), OSCMessage("/ramp", "/cue_level", 1, 0.5, 0.5)])
    rig.render(30_000)
    let master = Master.output(0.5)
    for part in [0, 0.25, 0.5, 0.75, 1] {
      let expected = (0.5 * (1 - part) + master * part) * (1 - 0.5 * part)
      #expect(abs(Double(rig.others[0][3000 + Int(part * 22_050)]) - expected) < 1e-4)
    }
  }

  /// Two bands that turn at a time, set out for at different times, do not disturb each other.
  @Test func rampsOfOneStripLeaveEachOtherAlone() throws {
    let rigs = try [false, true].map { both in
      let rig = try rig(volume: 1)
      rig.send(at: 3001, [OSCMessage("/ramp", "/deck_eq", "A", "low", 50, 10, 0.4, "smooth")])
      if both { rig.send(at: 5077, [OSCMessage("/ramp", "/deck_eq", "A", "high", 50, 100, 0.3, "exponential")]) }
      rig.render(40_000)
      return rig
    }
    // Of direct current the high band has nothing. A step of one may take as long as one of the other, not more.
    let differences = zip(rigs[0].left, rigs[1].left).map { abs($0 - $1) }
    #expect((differences.max() ?? 1) < 2e-3)
    #expect(abs(gain(rigs[0], 39_000) - gain(rigs[1], 39_000)) < 1e-6)
  }

  /// Steps that the audio thread has been told of already do not come through behind a command.
  @Test(
    arguments: ["smooth", "linear"],
    [["/stem_volume"], ["/stem_fade", 0.02], ["/ramp", "/stem_volume"]] as [[OSCArgument]])
  func aLaterCommandTakesOver(curve: String, by later: [OSCArgument]) throws {
    let rig = try rig(volume: 1)
    rig.send("/ramp", "/stem_volume", 100, 1, 0, 0.5, .string(curve))
    rig.render(8192)
    let at = rig.frame
    switch later[0] {
    case "/stem_volume": rig.send("/stem_volume", 100, 0.9)
    case "/stem_fade": rig.send("/stem_fade", 100, 0.9, later[1])
    default: rig.send("/ramp", later[1], 100, "current", 0.9, 0.02)
    }
    rig.render(30_000)
    // From the next block on.
    for frame in [at + 64 + 882, at + 1000, at + 3000, at + 20_000] { #expect(abs(gain(rig, frame) - 0.9) < 1e-5) }
    #expect(Measure.largestStep(rig.left[1000...].map(Double.init)) < 0.001)
  }

  @Test func aTempoTakesOverExactly() throws {
    let rig = try StemRig()
    try rig.load(Slope.sound(300_000), into: 1)
    rig.send("/play_stem", 1, 1, 1)
    rig.send("/ramp", "/set_tempo", 120, 240, 2)
    rig.render(10_240)
    let at = rig.frame
    rig.send("/set_tempo", 60)
    rig.render(20_000)
    let from = Slope.position(rig.left[at + 64])
    #expect(abs(Slope.position(rig.left[at + 16_064]) - from - 8000) < 0.5)
    let reply = try #require(rig.ask("/clock").last)
    // 120 and what the ramp had added, then one beat a second.
    let tempo = 120 + 120 * Double(at) / 88_200
    let beats = (Double(at) * (120 + tempo) / 2 + ((reply.arguments[2].asNumber ?? 0) - Double(at)) * 60) / 60 / 44_100
    #expect(abs((reply.arguments[3].asNumber ?? 0) - beats) < 0.001)
  }

  @Test(arguments: ["smooth", "linear"]) func stopHoldsTheValue(curve: String) throws {
    let rig = try rig(volume: 0)
    rig.send("/ramp", "/stem_volume", 100, 0, 1, 1, .string(curve))
    rig.render(22_050 - 1000)
    let part = Double(rig.frame - 1000) / 44_100
    #expect(rig.ask("/ramp_stop", "/stem_volume", 100).last == OSCMessage("/done", "/ramp_stop", 1))
    rig.render(20_000)
    let expected = curve == "linear" ? part : part * part * (3 - 2 * part)
    #expect(abs(gain(rig, rig.frame - 1) - expected) < 1e-3)
    #expect(abs(gain(rig, rig.frame - 1) - gain(rig, rig.frame - 18_000)) < 1e-6)
    #expect(rig.ask("/ramp_stop").last == OSCMessage("/done", "/ramp_stop", 0))
  }

  /// A start and the ramp of its volume in one bundle: the first frame is at the ramp's beginning.
  @Test func aStartWithItsRamp() throws {
    let rig = try StemRig()
    try rig.load(.constant(0.5, frames: 10_000), into: 100)
    rig.send(
      at: 2000,
      [OSCMessage("/play_stem", 100, 1, 0.8), OSCMessage("/ramp", "/stem_volume", 100, 0, 0.5, 0.5)])
    rig.render(30_000)
    #expect(rig.left[..<2000].allSatisfy { $0 == 0 })
    for part in [0.1, 0.25, 0.5, 0.75] {
      #expect(abs(gain(rig, 2000 + Int(part * 22_050)) - 0.5 * part) < 1e-3)
    }
    #expect(abs(gain(rig, 2000 + 22_050) - 0.5) < 1e-5)
  }

  /// A stem that stops takes its ramp along; the rest goes on.
  @Test func aStemThatStopsEndsItsRamp() throws {
    let rig = try rig()
    rig.send("/ramp", "/stem_volume", 100, 0.2, 1, 5, "smooth")
    rig.send("/stop_stem", 100)
    rig.render(20_000)
    #expect(rig.ask("/ramp_stop").last == OSCMessage("/done", "/ramp_stop", 0))
  }

  /// One message of a client, and no more than that comes back.
  @Test func manyRampsAtATime() throws {
    let rig = try StemRig()
    try rig.load(.constant(0.01, frames: 10_000), into: 1)
    for id: Int32 in 2...32 { try rig.load(.constant(0.01, frames: 10_000), into: id) }
    for id: Int32 in 1...32 { rig.send("/play_stem", .int32(id), 1, 1) }
    rig.render(1024)
    _ = rig.mailbox.take()
    for id: Int32 in 1...32 { rig.send("/ramp", "/stem_volume", .int32(id), 1, 0.5, 1, "smooth") }
    rig.render(50_000)
    #expect(rig.mailbox.take().count == 32)
    #expect(abs(Master.sum(rig.left[49_000]) - 32 * 0.005) < 1e-5)
  }

  @Test(
    arguments: [
      (["/stem_volume", 100, 1], "from, to or seconds is missing, as in /ramp /stem_volume 100 current 0.9 4"),
      (["/stem_volume", 100, 0.5, 99, 1], "volume must be 0 to 64, got 99"),
      (["/stem_volume", 100, "x", 1, 1], "from must be a finite number or `current`, got \"x\""),
      (["/stem_volume", 100, 0, 1, -1], "seconds must be 0 to 86400, got -1"),
      (
        ["/stem_volume", 100, 0, 1, 1, "wavy"],
        "curve must be one of linear, exponential, constant-power, smooth, got \"wavy\""
      ),
      (
        ["/stem_rate", 100, -1, 1, 1, "exponential"],
        "no exponential curve leads from -1.0 to 1.0: both must be above 0, or both below"
      ),
      (["/stem_volumes", 100, 0, 1, 1], "/stem_volumes is no command: did you mean /stem_volume?"),
      (["/version", 0, 1, 1], "/version has nothing that can be ramped"),
      (
        ["/stem_volume", 0, 1, 1],
        "what can be ramped of /stem_volume is volume, behind id; as in /ramp /stem_volume 100 current 0.9 4"
      ),
      (
        ["/crossfade_levels", "current", 0, 1],
        "/crossfade_levels takes 2 numbers to ramp (deck_a, deck_b), got 1: write `current` or as many numbers to set out "
          + "from, as many to arrive at, and the seconds"
      ),
      (["/deck_eq_all", "A", "current", 0, 1, 101, 1], "percent must be 0 to 100, got 101"),
      (["/stem_mute", 100, 0, 1, 1], "/stem_mute has nothing that can be ramped"),
      (["/stem_volume", 7, 0, 1, 1], "buffer 7 holds nothing: load a file into it first (/load_buffer)"),
    ] as [([OSCArgument], String)]) func mistakesAreTold(arguments: [OSCArgument], reason: String) throws
  {
    let rig = try rig(volume: 0.5)
    rig.send(OSCMessage("/ramp", arguments))
    let reply = try #require(rig.mailbox.take().first)
    #expect(reply.address == "/fail")
    #expect(Array(reply.arguments.prefix(2)) == ["/ramp", .string(reason)])
    rig.render(5000)
    #expect(abs(gain(rig, rig.frame - 1) - 0.5) < 1e-5)
  }
}
