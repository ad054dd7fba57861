import Foundation
import OSC
import Render
import SoundFiles
import StemProtocol
import Testing

/// Files into memory, while things play.
@Suite struct LoadingTests {
  private func bigFile(_ rig: StemRig, seconds: Int = 300) throws -> (path: String, sound: Sound) {
    var sound = Sound.noise(44_100, seed: 61)
    let second = sound.channels
    for channel in sound.channels.indices {
      sound.channels[channel] = Array((0..<seconds).map { _ in second[channel] }.joined())
    }
    let path = rig.folder.path("long.wav")
    try sound.write(to: path)
    return (path, sound)
  }

  /// `/play_stem` right behind `/load_buffer` of five minutes, with no sleep in the client.
  @Test func playsWhileItLoads() throws {
    let rig = try StemRig(loading: .background, pulls: [64])
    let (path, sound) = try bigFile(rig)
    rig.send("/load_buffer", 1, .string(path))
    rig.send("/play_stem", 1, 1, 1)
    // The rig runs as fast as it goes: render only a little at a time, until it sounds.
    let began = rig.render(atMost: 100_000_000) { rig.mailbox.all.contains { $0.arguments.first == "/play_stem" } }
    #expect(began)
    let start = rig.left.firstIndex { $0 != 0 } ?? 0
    let done = rig.render(atMost: 100_000_000) { rig.mailbox.all.contains { $0.arguments.first == "/load_buffer" } }
    #expect(done)
    rig.render(10_000)
    // Noise begins with a silent frame.
    let first = start - 1
    // The rig may be faster than the disk: then it waits, which is told apart by what comes first.
    let expected = (0..<10_000).map { Master.output(Double(sound.left[$0])) }
    #expect(Measure.residual(rig.left[first..<first + 10_000], expected) < -110)
    let replies = rig.mailbox.all.map { $0.arguments.first }
    #expect(replies.contains("/play_stem") && replies.contains("/load_buffer"))
    #expect(!rig.mailbox.all.contains { $0.address == "/fail" })
  }

  @Test func stoppedBeforeItIsLoaded() throws {
    let rig = try StemRig(loading: .background)
    let (path, _) = try bigFile(rig, seconds: 60)
    rig.send("/load_buffer", 1, .string(path))
    rig.send("/play_stem", 1, 1, 1, 1, 0.9)
    rig.send("/stop_stem", 1)
    #expect(rig.mailbox.all.contains(OSCMessage("/fail", "/play_stem", "stopped before its audio was there", 1)))
    #expect(rig.mailbox.all.contains(OSCMessage("/done", "/stop_stem", 1)))
    #expect(rig.render(atMost: 100_000_000) { !rig.isLoading })
    rig.render(1000)
    #expect(rig.left.allSatisfy { $0 == 0 })
    #expect(rig.status()["buffers"] == 1)
  }

  @Test func aLaterLoadReplacesAnEarlierOne() throws {
    let rig = try StemRig(loading: .background)
    let (path, _) = try bigFile(rig, seconds: 60)
    let short = Sound.noise(3000, channels: 1, seed: 62)
    let shortPath = rig.folder.path("short.wav")
    try short.write(to: shortPath)
    rig.send("/load_buffer", 1, .string(path))
    rig.send("/play_stem", 1, 1, 1)
    rig.send("/load_buffer", 1, .string(shortPath), "short")
    #expect(rig.render(atMost: 100_000_000) { !rig.isLoading })
    rig.render(5000)
    let failures = rig.mailbox.all.filter { $0.address == "/fail" }
    #expect(failures == [OSCMessage("/fail", "/load_buffer", "replaced by a later /load_buffer", 1)])
    // The start waits for the later file.
    let start = (rig.left.firstIndex { $0 != 0 } ?? 1) - 1
    let expected = short.left.map { Master.output(Double($0)) }
    #expect(Measure.residual(rig.left[start..<start + 3000], expected) < -110)
    #expect(rig.status()["buffers"] == 1)
  }

  @Test func syncWaitsForLoads() throws {
    let rig = try StemRig(loading: .background)
    let (path, _) = try bigFile(rig, seconds: 20)
    for id: Int32 in 0..<4 { rig.send("/load_buffer", .int32(id), .string(path)) }
    rig.send("/load_buffer", 9, "/nowhere.wav")
    rig.send("/sync", 5)
    rig.send("/sync", 6)
    #expect(rig.render(atMost: 100_000_000) { rig.mailbox.all.count { $0.address == "/synced" } == 2 })
    let replies = rig.mailbox.all
    #expect(replies.suffix(2) == [OSCMessage("/synced", 5), OSCMessage("/synced", 6)])
    let loads = replies.dropLast(2)
    #expect(loads.count { $0.address == "/done" } == 4)
    #expect(loads.count { $0.address == "/fail" } == 1)
  }

  struct BadFile: Sendable, CustomTestStringConvertible {
    var name: String
    var reason: String
    var make: @Sendable (TemporaryFolder) throws -> String
    var testDescription: String { name }
  }

  static let badFiles = [
    BadFile(name: "missing", reason: "no such file") { $0.path("missing.wav") },
    BadFile(name: "folder", reason: "is a folder") { $0.path },
    BadFile(name: "text", reason: "not an audio file") { folder in
      try Data("these are words, not sound, and quite a few of them".utf8).write(
        to: URL(fileURLWithPath: folder.path("text.wav")))
      return folder.path("text.wav")
    },
    BadFile(name: "empty", reason: "is empty") { folder in
      try Data().write(to: URL(fileURLWithPath: folder.path("empty.wav")))
      return folder.path("empty.wav")
    },
    BadFile(name: "no frames", reason: "0 frames") { folder in
      try Sound([[], []]).write(to: folder.path("none.wav"))
      return folder.path("none.wav")
    },
    BadFile(name: "truncated WAV", reason: "truncated") { folder in
      try Sound.noise(40_000, seed: 63).write(to: folder.path("whole.wav"))
      let bytes = try Data(contentsOf: URL(fileURLWithPath: folder.path("whole.wav")))
      try bytes.prefix(bytes.count / 2).write(to: URL(fileURLWithPath: folder.path("cut.wav")))
      return folder.path("cut.wav")
    },
    BadFile(name: "corrupt FLAC", reason: "corrupt") { folder in
      let flac = SoundFileFormat(.flac, .pcm16)
      try Sound.noise(400_000, seed: 64).write(to: folder.path("whole.flac"), format: flac)
      var bytes = try Data(contentsOf: URL(fileURLWithPath: folder.path("whole.flac")))
      for index in bytes.count / 2..<bytes.count / 2 + 5000 { bytes[index] = 0x55 }
      try bytes.write(to: URL(fileURLWithPath: folder.path("corrupt.flac")))
      return folder.path("corrupt.flac")
    },
  ]

  /// What plays goes on, and so does the buffer that was there.
  @Test(arguments: badFiles, [false, true]) func aBadFileChangesNothing(file: BadFile, inBackground: Bool) throws {
    let rig = try StemRig(loading: inBackground ? .background : .inline)
    let sound = Sound.noise(3000, seed: 65)
    try rig.load(sound, into: 1, name: "good")
    #expect(rig.render(atMost: 100_000_000) { !rig.isLoading })
    rig.send("/play_stem", 1, 1, 1)
    rig.render(512)
    _ = rig.mailbox.take()
    let path = try file.make(rig.folder)
    rig.send("/load_buffer", 1, .string(path), "bad")
    #expect(rig.render(atMost: 100_000_000) { !rig.mailbox.all.isEmpty })
    rig.render(6000)
    let replies = rig.mailbox.take()
    #expect(replies.count == 1)
    #expect(replies.first?.address == "/fail")
    let arguments = replies.first?.arguments ?? []
    #expect(arguments.count == 3 && arguments.first == "/load_buffer" && arguments.last == 1)
    let reason = arguments.dropFirst().first?.asText ?? ""
    #expect(reason.contains(file.reason) && reason.contains(path), "\(reason)")
    let start = (rig.left.firstIndex { $0 != 0 } ?? 1) - 1
    let count = rig.frame - start
    let expected = (0..<count).map { Master.output(Double(sound.left[$0 % 3000])) }
    #expect(Measure.residual(rig.left[start...], expected) < -110)
    #expect(rig.ask("/get_stems").first?.arguments[1] == "good")
  }

  /// A start that waits for a file that turns out bad is answered too.
  @Test func aStartThatWaitsForABadFileFails() throws {
    let rig = try StemRig(loading: .background)
    rig.send("/load_buffer", 1, "/nowhere.wav")
    rig.send("/play_stem", 1, 1)
    #expect(rig.render(atMost: 100_000_000) { rig.mailbox.all.count == 2 })
    #expect(rig.mailbox.all.allSatisfy { $0.address == "/fail" })
    #expect(rig.status()["playing"] == 0)
  }

  @Test func freedMemoryIsFree() throws {
    let rig = try StemRig()
    for id: Int32 in 0..<10 { try rig.load(.noise(44_100, seed: 66), into: id) }
    let full = rig.status()["memory_mb"]?.asNumber ?? 0
    #expect(abs(full - 10 * 44_116 * 8 / 1_048_576.0) < 0.01)
    rig.send("/play_stem", 0, 1)
    rig.send("/free_buffer", 1)
    rig.send("/memory_cleanup")
    rig.render(1000)
    let cleanup = rig.mailbox.take().last { $0.arguments.first == "/memory_cleanup" }
    #expect(cleanup?.arguments[1] == 8)
    #expect(abs((rig.status()["memory_mb"]?.asNumber ?? 0) - full / 10) < 0.01)
    // Freed while it plays: first the fade, then the memory.
    rig.send("/free_buffer", 0)
    #expect(abs((rig.status()["memory_mb"]?.asNumber ?? 0) - full / 10) < 0.01)
    rig.render(5000)
    #expect(rig.status()["memory_mb"] == 0.0)
    #expect(rig.ask("/get_stems") == [OSCMessage("/done", "/get_stems", 0)])
  }

  /// Buffer numbers go round: more loads than the table has places.
  @Test func numbersAreUsedAgain() throws {
    let rig = try StemRig { $0.buffers = 16 }
    for round in 0..<40 {
      try rig.load(.noise(500, channels: 1, seed: UInt64(round)), into: Int32(round % 4))
      rig.render(128)
    }
    #expect(rig.mailbox.take().allSatisfy { $0.address == "/done" })
    for id: Int32 in 4..<8 { try rig.load(.noise(500, channels: 1, seed: 1), into: id) }
    rig.render(128)
    _ = rig.mailbox.take()
    try rig.load(.noise(500, channels: 1, seed: 1), into: 8)
    rig.render(128)
    let replies = rig.mailbox.take()
    #expect(replies.count == 1 && replies[0].arguments[1].asText?.contains("8 buffer numbers are in use") == true)
    #expect(rig.status()["buffers"] == 8)
  }
}
