import Foundation
import OSC
import SoundFiles
import StemProtocol
import Testing

/// Streamed files sound as they do from memory.
@Suite struct StreamingTests {
  /// Without ALAC: libsndfile 1.2.0 writes beyond its memory when an ALAC file of this length is made.
  static let formats: [SoundFileFormat] = [
    .wavPCM16, .wavFloat32, .aiffPCM24, .flac16, .flac24, .oggOpus, .mp3,
  ]

  private func rig(streams: Bool, loading: StemLoader.Mode = .inline, pulls: [Int] = [512]) throws -> StemRig {
    let rig = try StemRig(loading: loading, pulls: pulls)
    rig.server.policy.streamedAboveSeconds = streams ? 1 : 1e9
    return rig
  }

  /// Twenty seconds: 54 chunks.
  private func write(
    _ format: SoundFileFormat, channels: Int = 2, seconds: Int = 20
  ) throws -> (TemporaryFolder, String) {
    let folder = TemporaryFolder()
    let rate = format.encoding == .opus ? 48_000.0 : 44_100
    let path = folder.path("sound.\(format.container)")
    try Sound.noise(Int(rate) * seconds, channels: channels, sampleRate: rate, seed: 71).write(to: path, format: format)
    return (folder, path)
  }

  private func kept(_ rig: StemRig) -> (kept: String?, bits: Int?, megabytes: Double) {
    let reply = rig.ask("/get_buffers").first { $0.address == "/get_buffers.reply" }
    return (
      reply?.arguments[8].asText, reply?.arguments[9].asInteger, reply?.arguments[6].asNumber ?? .infinity
    )
  }

  @Test(arguments: formats) func samplesAreTheSame(format: SoundFileFormat) throws {
    let (folder, path) = try write(format)
    try withExtendedLifetime(folder) {
      let rigs = try [rig(streams: false), rig(streams: true)]
      for rig in rigs {
        rig.send("/load_buffer", 1, .string(path))
        #expect(rig.mailbox.take().map(\.address) == ["/done"])
        // Over the seam, fast and slow, backwards, in sections, at a place of its own, restarted while it plays.
        rig.send("/play_stem", 1, 1, 1, 1, 0.9)
        rig.render(200_000)
        rig.send("/play_stem", 1, 1.37, 1, 1, 0.8)
        rig.render(300_000)
        rig.send("/play_stem", 1, -2.1, 1, 1, 0.2)
        rig.render(250_000)
        rig.send("/play_stem_section", 1, 1.01, 0.7, 1, 0.37, 1.5)
        rig.render(150_000)
        rig.send("/play_stem", 1, 9.3, 1, 1, 0)
        rig.render(200_000)
        rig.send("/play_stem", 1, 1.1, 1, 1, 0)
        rig.render(5000)
        rig.send("/stem_seek", 1, 12.25)
        rig.render(30_000)
        rig.send("/stem_loop", 1, 3, 3.5)
        rig.render(100_000)
        #expect(rig.mailbox.take().allSatisfy { $0.address == "/done" })
      }
      #expect(kept(rigs[0]).kept == "whole" && kept(rigs[1]).kept == "streamed")
      #expect(rigs[0].left.contains { abs($0) > 0.1 })
      #expect(rigs[0].left == rigs[1].left && rigs[0].right == rigs[1].right)
    }
  }

  /// The reader works beside the player, as live; the player waits for it only where it has time to.
  @Test(arguments: [1.0, -0.7, 3.2]) func samplesAreTheSameFromAThreadOfItsOwn(rate: Double) throws {
    let (folder, path) = try write(.flac16, seconds: 60)
    try withExtendedLifetime(folder) {
      let rigs = try [rig(streams: false), rig(streams: true, loading: .background)]
      var highest = 0.0
      for rig in rigs {
        rig.send("/load_buffer", 1, .string(path))
        #expect(rig.render(atMost: 100_000_000) { rig.mailbox.all.contains { $0.arguments.first == "/load_buffer" } })
        let before = rig.frame
        rig.send("/play_stem", 1, .float32(Float(rate)), 1, 1, 0.7)
        #expect(rig.render(atMost: 100_000_000) { rig.mailbox.all.contains { $0.arguments.first == "/play_stem" } })
        let start = rig.left[before...].firstIndex { $0 != 0 } ?? before
        // Further than the file is long, so that it goes around.
        while rig.frame < start + 3_000_000 {
          rig.render(4096)
          while rig.server.isStreaming { rig.server.poll() }
          if rig === rigs[1], rig.frame % 65_536 < 4096 { highest = max(highest, kept(rig).megabytes) }
        }
        rig.dropSound(before: start)
      }
      #expect(rigs[0].left[..<2_900_000] == rigs[1].left[..<2_900_000])
      #expect(rigs[0].right[..<2_900_000] == rigs[1].right[..<2_900_000])
      // All of it would be 10 MB; a chunk is 1/16.
      #expect(highest > 0.25 && highest < (abs(rate) > 2 ? 3 : 1.8))
    }
  }

  /// Seeks, loops far away and hot cues, with the reader beside the player: nobody starves, and it sounds as from memory.
  @Test func jumpsWaitForTheirAudio() throws {
    let (folder, path) = try write(.wavPCM16, seconds: 60)
    try withExtendedLifetime(folder) {
      let rigs = try [rig(streams: false), rig(streams: true, loading: .background)]
      for rig in rigs {
        func settle(_ frames: Int) {
          let end = rig.frame + frames
          while rig.frame < end {
            rig.render(64)
            while rig.server.isStreaming { rig.server.poll() }
          }
        }
        rig.send("/load_buffer", 1, .string(path))
        #expect(rig.render(atMost: 100_000_000) { !rig.mailbox.all.isEmpty })
        rig.send("/play_stem", 1, 1, 1)
        settle(20_000)
        let start = rig.left.firstIndex { $0 != 0 } ?? 0
        // What waits for the disk happens when it may: an answer tells of it, then the sound is compared from there on.
        let jumps: [OSCMessage] = [
          OSCMessage("/stem_seek", 1, 31.5), OSCMessage("/stem_loop", 1, 10, 10.5), OSCMessage("/stem_loop", 1, 0, 0),
          OSCMessage("/cue_set", 1, 1, 47), OSCMessage("/cue_go", 1, 1), OSCMessage("/stem_seek", 1, 0.25),
        ]
        for jump in jumps {
          _ = rig.mailbox.take()
          rig.send(jump)
          #expect(rig.render(atMost: 10_000_000) { !rig.mailbox.all.isEmpty })
          #expect(rig.mailbox.all.allSatisfy { $0.address == "/done" }, "\(jump)")
          settle(40_000)
        }
        #expect(rig.left[start...].count { $0 == 0 } < 100)
      }
    }
  }

  /// What is not played is given back, and a stem that is stopped keeps its beginning only.
  @Test func memoryIsGivenBack() throws {
    let (folder, path) = try write(.wavFloat32, seconds: 60)
    try withExtendedLifetime(folder) {
      let rig = try rig(streams: true)
      rig.send("/load_buffer", 1, .string(path))
      #expect(kept(rig).megabytes == 0.5)
      rig.send("/play_stem", 1, 1, 1, 1, 0.5)
      rig.render(200_000)
      let playing = kept(rig).megabytes
      #expect(playing > 1 && playing < 3.4)
      rig.send("/stop_stem", 1)
      rig.render(100_000)
      #expect(kept(rig).megabytes == 0.5)
      rig.send("/free_buffer", 1)
      rig.render(1000)
      #expect(rig.status()["memory_mb"] == 0.0)
    }
  }

  /// Many starts from one streamed file, far apart.
  @Test func severalVoicesFromOneFile() throws {
    let (folder, path) = try write(.wavPCM16)
    try withExtendedLifetime(folder) {
      let rigs = try [rig(streams: false), rig(streams: true)]
      for rig in rigs {
        for id: Int32 in 1...4 { rig.send("/load_buffer", .int32(id), .string(path)) }
        // A stem that restarts while its last voice fades has two voices.
        for turn in 0..<12 {
          let id = Int32(turn % 4 + 1)
          rig.send("/play_stem", .int32(id), .float32(turn % 3 == 2 ? -1 : 1), 0.2, 1, .float32(Float(turn) / 12))
          rig.render(5000)
        }
        rig.render(300_000)
      }
      #expect(rigs[0].left == rigs[1].left)
    }
  }

  /// What has to be read from its beginning is held whole.
  @Test func vorbisIsHeldWhole() throws {
    let (folder, path) = try write(.oggVorbis, seconds: 3)
    try withExtendedLifetime(folder) {
      let rig = try rig(streams: true)
      rig.send("/load_buffer", 1, .string(path))
      #expect(rig.mailbox.take().map(\.address) == ["/done"])
      #expect(kept(rig).kept == "whole")
    }
  }

  /// A file that vanishes or breaks while it plays is silent there, and the server goes on.
  @Test func aFileCutWhileItPlays() throws {
    let (folder, path) = try write(.wavPCM16)
    try withExtendedLifetime(folder) {
      let rig = try rig(streams: true)
      rig.send("/load_buffer", 1, .string(path))
      rig.send("/play_stem", 1, 1, 1)
      rig.render(5000)
      let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
      try handle.truncate(atOffset: 1_000_000)
      rig.render(600_000)
      #expect(rig.left[100_000..<200_000].contains { $0 != 0 })
      #expect(rig.left[400_000..<500_000].allSatisfy { $0 == 0 })
      #expect(rig.status()["playing"] == 1)
    }
  }
}
