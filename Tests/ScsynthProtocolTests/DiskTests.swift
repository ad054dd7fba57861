import Control
import Foundation
import OSC
import RealTime
import Testing

/// Files that are streamed through buffers, in scores.
@Suite struct DiskTests {

  private static func score(_ bundles: [(Double, [OSCMessage])]) -> [UInt8] {
    bundles.flatMap { seconds, messages -> [UInt8] in
      let tag = OSCTimeTag(rawValue: UInt64(seconds * 4_294_967_296))
      let encoded = OSCPacket.bundle(OSCBundle(timeTag: tag, messages: messages)).encoded()
      return withUnsafeBytes(of: UInt32(encoded.count).bigEndian) { Array($0) } + encoded
    }
  }

  /// Renders a score of two channels; gives back the samples.
  private static func render(_ program: String, _ folder: Folder, _ bundles: [(Double, [OSCMessage])]) throws
    -> [Float]
  {
    try folder.write(score(bundles), "score.osc")
    let arguments = ["-N", folder.file("score.osc"), "_", folder.file("out"), "44100", "raw", "float"]
    let run = try Program.run(program, arguments + ["-o", "2", "-i", "0", "-D", "0"])
    #expect(run.code == 0, "\(run.output)")
    return Score.floats(try folder.read("out"), from: 0)
  }

  private static func player(_ unit: String, _ inputs: [Float]) throws -> [UInt8] {
    var def = SynthDefBuilder("player")
    let sound = def.unit(unit, rate: .audio, ([0] + inputs).map { .constant($0) }, outputs: 2)
    def.unit("Out", rate: .audio, [.constant(0)] + sound, outputs: 0)
    return try Definitions.bytes(def.build())
  }

  /// Once and around, at the file's own speed and at others.
  @Test(
    arguments: [
      ("DiskIn", [0]), ("DiskIn", [1]), ("VDiskIn", [1, 0, 0]), ("VDiskIn", [1, 1, 0]), ("VDiskIn", [0.7, 1, 0]),
      ("VDiskIn", [1.3, 0, 0]),
    ] as [(String, [Float])])
  func playsAsThePeer(unit: String, inputs: [Float]) throws {
    let peer = try #require(Program.installed("scsynth"), "scsynth is not installed: Scripts/bootstrap.sh test")
    let ours = try #require(Program.built("scsynth"))
    let folder = try Folder()
    try folder.write(NoiseFile(frames: 3000).bytes, "sound.au")
    let bundles: [(Double, [OSCMessage])] = [
      (
        0,
        [
          OSCMessage("/d_recv", .blob(try Self.player(unit, inputs))),
          OSCMessage("/b_alloc", 0, 512, 2),
          OSCMessage("/b_read", 0, .string(folder.file("sound.au")), 0, -1, 0, 1),
          OSCMessage("/s_new", "player", 1000, 0, 0),
        ]
      ), (0.2, [OSCMessage("/n_free", 1000)]),
    ]
    let (theirs, own) = (try Self.render(peer, folder, bundles), try Self.render(ours, folder, bundles))
    #expect(theirs.count == own.count && own.count > 2 * 8000)
    let difference = zip(theirs, own).map { abs($0 - $1) }.max() ?? 1
    #expect(difference < 1e-5, "\(difference)")
    #expect(own.prefix(4000).contains { $0 != 0 })
  }

  /// Every frame of the synth's life is in the file: what is free by the same bundle that closes it, too, and what lives
  /// when the score ends.
  @Test(arguments: [0.1, 0.0987, nil]) func recordsAllFrames(seconds: Double?) throws {
    let ours = try #require(Program.built("scsynth"))
    let folder = try Folder()
    var def = SynthDefBuilder("recorder")
    let left = def.unit("WhiteNoise", rate: .audio, [])[0]
    let right = def.unit("WhiteNoise", rate: .audio, [])[0]
    def.unit("DiskOut", rate: .audio, [.constant(0), left, right])
    def.unit("Out", rate: .audio, [.constant(0), left, right], outputs: 0)
    let sound = try Self.render(
      ours, folder,
      [
        (
          0,
          [
            OSCMessage("/d_recv", .blob(try Definitions.bytes(def.build()))), OSCMessage("/b_alloc", 0, 1024, 2),
            OSCMessage("/b_write", 0, .string(folder.file("record")), "raw", "float", 0, 0, 1),
            OSCMessage("/s_new", "recorder", 1000, 0, 0),
          ]
        )
      ]
        + (seconds.map {
          [($0, [OSCMessage("/n_free", 1000), OSCMessage("/b_close", 0), OSCMessage("/b_free", 0)])]
        } ?? []) + [(0.12, [OSCMessage("/c_set", 0, 0.0)])])
    let record = Score.floats(try folder.read("record"), from: 0)
    #expect(record.count >= 2 * Int((seconds ?? 0.12) * 44_100) - 128)
    #expect(record == Array(sound.prefix(record.count)))
    #expect(sound.dropFirst(record.count).allSatisfy { $0 == 0 })
  }
}
