import OSC
import RealTime
import StemProtocol
import TestRandomness
import Testing

/// What acts in time acts at exactly its frame.
@Suite struct ExactFrameTests {
  static let pulls = [[512], [1], [64], [37, 1, 255], [700]]

  /// Silence, one impulse, silence.
  private static var click: Sound { Sound([[0, 0.5] + [Float](repeating: 0, count: 198)]) }

  private static func frames(of impulse: [Float]) -> [Int] { impulse.indices.filter { impulse[$0] != 0 } }

  @Test(arguments: pulls, [0, 1, 63, 64, 1017]) func bundleBeginsAtItsFrame(pulls: [Int], ahead: Int) throws {
    let rig = try StemRig(pulls: pulls)
    try rig.load(Self.click, into: 1)
    rig.render(640)
    let start = rig.frame + ahead + 64
    rig.send(at: start, [OSCMessage("/play_stem", 1, 1, 1, 0)])
    rig.render(2000)
    #expect(Self.frames(of: rig.left) == [start + 1])
    #expect(Self.frames(of: rig.right) == [start + 1])
    #expect(!rig.mailbox.all.contains { $0.address == "/late" })
  }

  @Test(arguments: pulls, [8_000, 44_100, 48_000, 192_000.0]) func atBeginsAtItsFrame(pulls: [Int], rate: Double) throws
  {
    let rig = try StemRig(sampleRate: rate, pulls: pulls)
    try rig.load(Sound(Self.click.channels, sampleRate: rate), into: 1)
    for start in [777, 1999, 4001] {
      rig.send("/at", .double(Double(start) / rate), "/play_stem", 1, 1, 1, 0)
    }
    rig.render(6000)
    #expect(Self.frames(of: rig.left) == [778, 2000, 4002])
  }

  /// Far in the future, and long after the start.
  @Test func staysExactForHours() throws {
    let rig = try StemRig(sampleRate: 8000, pulls: [700, 65])
    try rig.load(Sound(Self.click.channels, sampleRate: 8000), into: 1)
    let start = 8000 * 3600 + 13
    rig.send(at: start, [OSCMessage("/play_stem", 1, 1, 1, 0)])
    rig.send("/at", .double(Double(start + 777) / 8000), "/play_stem", 1, 1, 1, 0)
    rig.render(to: start + 1000)
    #expect(Self.frames(of: rig.left) == [start + 1, start + 778])
  }

  @Test(arguments: [false, true]) func sixteenStemsOfABundleStartTogether(inBackground: Bool) throws {
    let rig = try StemRig(loading: inBackground ? .background : .inline, pulls: [300])
    var messages: [OSCMessage] = []
    for index: Int32 in 0..<16 {
      let id = index * 137
      let click = Sound([[0, 0.03] + [Float](repeating: 0, count: 30_000 + Int(index) * 7000)])
      let path = rig.folder.path("\(id).wav")
      try click.write(to: path)
      messages.append(OSCMessage("/load_buffer", .int32(id), .string(path)))
      messages.append(OSCMessage("/play_stem", .int32(id), 1, 1, 0))
    }
    rig.send(at: nil, messages)
    let started = rig.render(atMost: 40_000_000) {
      rig.mailbox.all.count { $0.address == "/done" && $0.arguments[0] == "/play_stem" } == 16
    }
    rig.render(1000)
    #expect(started)
    let frames = Self.frames(of: rig.left)
    #expect(frames.count == 1)
    let sum = frames.first.map { Master.sum(rig.left[$0]) } ?? 0
    #expect(abs(sum - 16 * 0.03) < 1e-5)
  }

  @Test(arguments: pulls, [1001, 1064, 2999]) func stopWithoutFadeCutsAtItsFrame(pulls: [Int], frames: Int) throws {
    let rig = try StemRig(pulls: pulls)
    let sound = Sound.everyOther(8000, seed: 21)
    try rig.load(sound, into: 1)
    rig.render(64)
    let start = rig.frame + 77
    rig.send(at: start, [OSCMessage("/play_stem", 1, 1, 1)])
    rig.send(at: start + frames, [OSCMessage("/stop_stem", 1, 0)])
    rig.render(start + frames + 1000)
    // The last frame is a silent one, so that nothing needs to fade.
    let last = (frames - 1) / 2 * 2
    expectFile(rig, sound, from: start, frames: last + 1)
    if last == frames - 1 { #expect(rig.left[(start + frames)...].allSatisfy { $0 == 0 }) }
  }

  @Test(arguments: pulls, [301, 4097, 4999]) func sectionsLastTheirFrames(pulls: [Int], frames: Int) throws {
    let rig = try StemRig(pulls: pulls)
    let sound = Sound.everyOther(20_000, seed: 22)
    try rig.load(sound, into: 1)
    rig.render(64)
    let start = rig.frame + 19
    // A third of a frame more, which rounds off.
    let seconds = (Double(frames) + 0.3) / 44_100
    rig.send(at: start, [OSCMessage("/play_stem_section", 1, 1, 1, 0, 0.25, .double(seconds))])
    rig.render(start + frames + 1000)
    let part = Sound(sound.channels.map { Array($0[5000...]) })
    expectFile(rig, part, from: start, frames: frames)
    #expect(rig.left[(start + frames)...].allSatisfy { $0 == 0 })
    #expect(rig.status()["playing"] == 0)
  }

  @Test(arguments: [[512], [37, 1, 255]]) func sectionsLoopOnTheirFrames(pulls: [Int]) throws {
    let rig = try StemRig(pulls: pulls)
    let sound = Sound.everyOther(20_000, seed: 23)
    try rig.load(sound, into: 1)
    rig.render(64)
    let start = rig.frame + 19
    rig.send(at: start, [OSCMessage("/play_stem_section", 1, 1, 1, 1, 0.5, .double(1001.0 / 44_100))])
    rig.render(start + 30_000)
    let around = Sound(sound.channels.map { samples in (0..<30_000).map { samples[10_000 + $0 % 1001] } })
    expectFile(rig, around, from: start, frames: 29_000)
  }

  @Test(arguments: [1, 2]) func aThousandRoundsKeepPhase(channels: Int) throws {
    let rig = try StemRig(pulls: [4096])
    let sound = Sound.noise(441, channels: channels, seed: 24)
    try rig.load(sound, into: 1)
    rig.send("/play_stem", 1, 1, 1)
    rig.render(441 * 1002)
    let first = rig.left[0..<441]
    #expect((1..<1002).allSatisfy { rig.left[$0 * 441..<($0 + 1) * 441].elementsEqual(first) })
    expectFile(rig, sound, from: 0, frames: 441)
  }

  @Test func aThousandRoundsKeepPhaseBetweenSamples() throws {
    let rig = try StemRig(pulls: [4096])
    rig.server.interpolation = .cubic
    let sound = Sound.noise(441, channels: 1, seed: 25)
    try rig.load(sound, into: 1)
    let rate: Float = 0.979
    rig.send("/play_stem", 1, .float32(rate), 1)
    rig.render(460_000)
    let step = Int64((Double(rate) * 4_294_967_296).rounded())
    let expected = (450_000..<460_000).map { frame in
      let at = Int64(frame) * step % (441 << 32)
      return Master.output(Measure.cubic(Double(at) / 4_294_967_296) { Double(sound.left[($0 + 441) % 441]) })
    }
    #expect(Measure.residual(rig.left[450_000..<460_000], expected) < -110)
  }

  /// Half an hour at 8 kHz, near its end: every frame of it is one that a Float could not count.
  @Test func longFilesStayExact() throws {
    let rig = try StemRig(sampleRate: 8000)
    let frames = 30 * 60 * 8000 + 1
    var random = SplitMix(seed: 26)
    var samples = [Float](repeating: 0, count: frames)
    let start = Int((0.99 * Double(frames)).rounded(.down))
    for index in stride(from: start + 1, to: frames, by: 1) {
      samples[index] = Float.random(in: -0.5...0.5, using: &random)
    }
    try rig.load(Sound([samples], sampleRate: 8000), into: 1)
    rig.send(at: 100, [OSCMessage("/play_stem", 1, 1, 1, 1, .double(0.99))])
    rig.render(20_100)
    expectFile(rig, Sound([Array(samples[start...])]), from: 100, frames: 20_000)
    rig.send("/stop_stem", 1, 0)
    rig.render(1000)
    let slow = rig.frame + 69
    rig.send(at: slow, [OSCMessage("/play_stem", 1, 0.5, 1, 1, .double(0.99))])
    rig.render(20_100)
    let evens = (0..<10_000).map { rig.left[slow + 2 * $0] }
    #expect(Measure.residual(evens[...], (0..<10_000).map { Master.output(Double(samples[start + $0])) }) < -110)
  }

  private func expectFile(_ rig: StemRig, _ sound: Sound, from start: Int, frames: Int) {
    #expect(rig.left[..<start].allSatisfy { $0 == 0 })
    for (output, samples) in [(rig.left, sound.left), (rig.right, sound.right)] {
      let expected = samples[..<frames].map { Master.output(Double($0)) }
      let worst = zip(output[start..<start + frames], expected).reduce(0) { max($0, abs(Double($1.0) - $1.1)) }
      #expect(worst < 2e-6)
    }
  }
}
