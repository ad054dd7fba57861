import Control
import Foundation
import OSC
import SoundFiles
import StemProtocol
import Testing

/// A recording holds what was rendered, to the bit and to the frame.
@Suite struct RecordingTests {
  private func read(_ path: String) throws -> [[Float]] {
    let file = try SoundFileReader(path: path)
    let count = file.info.channels
    var samples = [Float](repeating: 0, count: Int(file.info.frames) * count)
    _ = try samples.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return 0 }
      return try file.read(into: base, frames: Int(file.info.frames))
    }
    return (0..<count).map { channel in stride(from: channel, to: samples.count, by: count).map { samples[$0] } }
  }

  /// Renders until the stop has been answered.
  private func awaitStop(_ rig: StemRig) -> [OSCMessage] {
    rig.render(256)
    let answers: Set<OSCArgument> = ["/record_stop"]
    #expect(
      rig.poll { rig.mailbox.all.contains { $0.arguments.first.map(answers.contains) ?? false } })
    return rig.mailbox.take()
  }

  @Test(arguments: [[512], [37, 1, 255]]) func holdsWhatWasRenderedBetweenTwoFrames(pulls: [Int]) throws {
    let rig = try StemRig(pulls: pulls)
    try rig.load(.noise(10_000, seed: 101), into: 1)
    rig.send("/play_stem", 1, 0.979, 1)
    let path = rig.folder.path("take.wav")
    rig.send(at: 12_345, [OSCMessage("/record_start", .string(path), "wavfloat")])
    rig.send(at: 98_765, [OSCMessage("/record_stop", .string(path))])
    rig.render(to: 100_000)
    let seconds = Double(98_765 - 12_345) / 44_100
    #expect(
      awaitStop(rig).suffix(3) == [
        OSCMessage("/done", "/record_start", .string(path), "master"),
        OSCMessage("/record_stop.reply", .string(path), .double(seconds), .int64(0)),
        OSCMessage("/done", "/record_stop", .string(path), .double(seconds), .int64(0)),
      ])
    #expect(try read(path) == [Array(rig.left[12_345..<98_765]), Array(rig.right[12_345..<98_765])])
  }

  /// The master, a deck and a stem at a time, each by itself.
  @Test func severalSignalsAtATime() throws {
    let rig = try StemRig()
    let sounds = [Sound.everyOther(20_000, seed: 1), .everyOther(20_000, seed: 2), .everyOther(20_000, seed: 3)]
    for (sound, id) in zip(sounds, [1, 2, 1100] as [Int32]) { try rig.load(sound, into: id) }
    rig.send("/crossfade_levels", 0.5, 0.25)
    rig.render(2000)
    let names = ["master", "A", "B", "2"]
    var bundle: [OSCMessage] = names.map {
      OSCMessage("/record_start", .string(rig.folder.path("\($0).wav")), "wavfloat", .string($0))
    }
    bundle += [1, 2, 1100].map { OSCMessage("/play_stem", .integer($0), 1, 1, 1) }
    rig.send(at: 5001, bundle)
    rig.send(at: 45_002, [OSCMessage("/record_stop")])
    rig.render(to: 50_000)
    let replies = awaitStop(rig)
    #expect(replies.count { $0.address == "/record_stop.reply" } == 4)
    #expect(replies.count { $0.address == "/done" && $0.arguments.first == "/record_stop" } == 1)
    var files: [String: [[Float]]] = [:]
    for name in names { files[name] = try read(rig.folder.path("\(name).wav")) }
    #expect(names.allSatisfy { files[$0]?.first?.count == 40_001 })
    #expect(files["master"] == [Array(rig.left[5001..<45_002]), Array(rig.right[5001..<45_002])])
    let frames = 0..<40_001
    let second: [Float] = frames.map { frame in sounds[1].left[frame % 20_000] }
    let deckA: [Float] = frames.map { frame in (sounds[0].right[frame % 20_000] + sounds[1].right[frame % 20_000]) * 0.5
    }
    let deckB: [Float] = frames.map { frame in sounds[2].left[frame % 20_000] * 0.25 }
    #expect(files["2"]?.first == second)
    #expect(files["A"]?.last == deckA)
    #expect(files["B"]?.first == deckB)
  }

  /// A stem that starts anew, and is silent between, is one recording.
  @Test func aStemThatStartsAgainGoesOn() throws {
    let rig = try StemRig()
    let sound = Sound.noise(4000, seed: 5)
    try rig.load(sound, into: 1)
    let path = rig.folder.path("stem.wav")
    rig.send(at: 1000, [OSCMessage("/record_start", .string(path), "wavfloat", 1)])
    rig.send(at: 3000, [OSCMessage("/play_stem", 1, 1, 1, 0)])
    rig.send(at: 9000, [OSCMessage("/play_stem", 1, 1, 0.5, 0)])
    rig.send(at: 15_000, [OSCMessage("/record_stop")])
    rig.render(to: 16_000)
    _ = awaitStop(rig)
    var expected = [Float](repeating: 0, count: 14_000)
    for frame in 0..<4000 {
      expected[2000 + frame] = sound.left[frame]
      expected[8000 + frame] = sound.left[frame] * 0.5
    }
    #expect(try read(path).first == expected)
    // Nobody listens any more, and the next recording does.
    rig.send("/record_start", .string(path), "wavfloat", 1)
    rig.send("/play_stem", 1, 1, 1, 0)
    rig.render(4096)
    rig.send("/record_stop")
    _ = awaitStop(rig)
    #expect(try read(path).first?.prefix(4000) == sound.left[...])
  }

  @Test func anEndBeforeTheBeginningIsAnEmptyFile() throws {
    let rig = try StemRig()
    let path = rig.folder.path("none.wav")
    rig.render(512)
    rig.send(at: 3000, [OSCMessage("/record_start", .string(path), "wavfloat")])
    rig.send("/record_stop", .string(path))
    rig.render(to: 8000)
    let replies = awaitStop(rig)
    #expect(replies.last == OSCMessage("/done", "/record_stop", .string(path), .double(0), .int64(0)))
    #expect(try SoundFileReader(path: path).info.frames == 0)
  }

  /// Of 24 bits nothing is lost but what lies below them.
  @Test(arguments: ["flac", "flac16", "wav", "wav16", "rf64"]) func everyFormatIsReadBack(format: String) throws {
    let rig = try StemRig()
    try rig.load(.noise(10_000, seed: 7), into: 1)
    rig.send("/play_stem", 1, 1, 1)
    rig.render(640)
    let path = rig.folder.path("take")
    let begin = rig.frame
    #expect(rig.ask("/record_start", .string(path), .string(format)).first?.address == "/done")
    rig.render(to: 60_032)
    rig.send("/record_stop")
    _ = awaitStop(rig)
    let recorded = try read(path)
    let step: Float = format.hasSuffix("16") ? 1 / 32_768 : format == "rf64" ? 0 : 1 / 8_388_608
    let expected = rig.left[begin..<begin + (recorded.first?.count ?? 0)]
    #expect(recorded.first?.count ?? 0 >= 59_000)
    for (sample, value) in zip(recorded.first ?? [], expected) where abs(sample - value) > step / 2 {
      Issue.record("\(sample) for \(value)")
      break
    }
  }

  /// The ring holds so much; what nobody writes in time is counted.
  @Test func lostFramesAreCounted() throws {
    let rig = try StemRig(pulls: [4096])
    let path = rig.folder.path("lost.wav")
    rig.send("/record_start", .string(path))
    rig.render(2_000_000)
    rig.send("/record_stop")
    let reply = try #require(awaitStop(rig).last)
    let frames = (reply.arguments[2].asNumber ?? 0) * 44_100 + (reply.arguments[3].asNumber ?? 0)
    #expect(abs(frames - 2_000_000) < 64)
  }

  @Test func refusals() throws {
    let rig = try StemRig()
    let path = rig.folder.path("a.wav")
    func reason(_ arguments: OSCArgument...) -> String {
      rig.server.receive(.message(OSCMessage("/record_start", arguments)), from: rig.mailbox.client)
      let reply = rig.mailbox.take().last
      return reply?.address == "/fail" ? reply?.arguments[1].asText ?? "" : ""
    }
    #expect(reason("/nowhere/at/all.wav").contains("/nowhere/at/all.wav"))
    #expect(reason(.string(rig.folder.path)) != "")
    #expect(reason(.string(rig.folder.path("a.xyz"))).contains(".flac"))
    #expect(reason(.string(path), "auto", "C").contains("--decks 4"))
    #expect(reason(.string(path), "auto", 5).contains("buffer 5 holds nothing"))
    #expect(reason(.string(path), "auto", "louder").contains("no signal"))
    #expect(reason(.string(path), "mp5").contains("flac"))
    #expect(rig.ask("/record_stop").first?.arguments[1] == "nothing is being recorded")
    #expect(rig.ask("/record_start", .string(path)).first?.address == "/done")
    #expect(reason(.string(path)).contains("already"))
    #expect(reason(.string(rig.folder.path + "/./x/../a.wav")).contains("already"))
    #expect(rig.ask("/record_stop", "other.wav").first?.address == "/fail")
    let listed = rig.ask("/get_recordings")
    #expect(listed.first?.arguments.prefix(2) == [.string(path), "master"])
    rig.send("/record_stop")
    _ = awaitStop(rig)
  }

  /// With a folder for recordings no client writes elsewhere.
  @Test func recordingsStayInTheirFolder() throws {
    let rig = try StemRig()
    let inner = rig.folder.path("inner")
    try FileManager.default.createDirectory(atPath: inner, withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(atPath: inner + "/out", withDestinationPath: rig.folder.path)
    rig.server.recordingFolder = inner
    for path in [rig.folder.path("a.wav"), "../a.wav", "/a.wav", "out/a.wav", inner + "x/a.wav"] {
      let reply = rig.ask("/record_start", .string(path)).first
      #expect(reply?.address == "/fail" && reply?.arguments[1].asText?.contains("below") == true, "\(path)")
    }
    #expect(rig.ask("/record_start", "a.wav").first?.address == "/done")
    #expect(FileManager.default.fileExists(atPath: inner + "/a.wav"))
    rig.send("/record_stop", "a.wav")
    #expect(awaitStop(rig).last?.address == "/done")
  }

  #if os(Linux)
  /// Whether the file can be made at all or fills at once: the music goes on.
  @Test func aFullDiskEndsTheRecordingNotTheMusic() throws {
    let rig = try StemRig()
    let sound = Sound.noise(10_000, seed: 103)
    try rig.load(sound, into: 1)
    guard FileManager.default.isWritableFile(atPath: "/dev/full") else { return }
    rig.send("/notify", 1, "state")
    rig.send("/record_start", "/dev/full", "wavfloat")
    rig.send("/play_stem", 1, 1, 1)
    rig.render(20_000)
    #expect(rig.poll { rig.mailbox.all.contains { $0.address == "/fail" } })
    let failure = rig.mailbox.take().first { $0.address == "/fail" }
    #expect(failure?.arguments.first == "/record_start" && failure?.arguments.last == "/dev/full")
    let expected = (0..<20_000).map { Master.output(Double(sound.left[$0 % 10_000])) }
    #expect(Measure.residual(rig.left[0..<20_000], expected) < -110)
  }
  #endif
}
