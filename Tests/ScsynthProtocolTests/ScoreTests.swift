import Control
import Foundation
import OSC
import RealTime
import ScsynthProtocol
import Testing

/// Scores, rendered by scsynth and by ours in the same run.
@Suite struct ScoreTests {
  private static let bundles: [(Double, [OSCMessage])] = [
    (
      0,
      [
        OSCMessage("/d_recv", .blob((try? Definitions.bytes(Definitions.sine)) ?? [])),
        OSCMessage(
          "/d_recv",
          .blob(
            (try? Definitions.bytes(
              Definitions.control("Control", rate: .scalar, bus: 1, 500),
              Definitions.control("LagControl", rate: .control, bus: 2, 300, inputs: [.constant(0.1)]),
              Definitions.control("AudioControl", rate: .audio, bus: 3, 700),
              Definitions.control("TrigControl", rate: .control, bus: 4, 0))) ?? [])),
        OSCMessage("/g_new", 1, 0, 0),
      ]
    ),
    (0.01, [OSCMessage("/s_new", "sine", 1000, 1, 1, "freq", 330.0)]),
    (
      0.02,
      ["Controlscalar", "LagControlcontrol", "AudioControlaudio", "TrigControlcontrol"].enumerated().map {
        OSCMessage("/s_new", .string($1), .int32(Int32(1001 + $0)), 1, 1)
      }
    ),
    (
      0.1,
      [OSCMessage("/n_set", 1000, "freq", 550.0)]
        + (1001...1004).map { OSCMessage("/n_set", .int32($0), "x", 400.0) }
    ),
    (0.15, [OSCMessage("/c_set", 3, 220.0), OSCMessage("/n_map", 1000, "freq", 3), OSCMessage("/n_map", 1003, 0, 3)]),
    (0.2, [OSCMessage("/c_set", 3, 880.0), OSCMessage("/n_free", 1002)]),
    (0.25, [OSCMessage("/n_mapa", 1003, 0, 0)]),
    (0.3, [OSCMessage("/n_free", 77), OSCMessage("/n_free", 1000), OSCMessage("/c_set", 3, 1.0)]),
  ]

  /// The sound to a ten thousandth, all else to the byte.
  @Test func soundsAsThePeer() throws {
    let (peer, ours) = try Score.render(
      Score.bytes(Self.bundles), header: "W64", samples: "float", ["-o", "5", "-i", "0", "-D", "0"])
    #expect(peer.count == ours.count)
    let head = peer.count % (64 * 5 * 4)
    let heads = (peer[..<head], ours[..<head])
    #expect(heads.0.elementsEqual(heads.1))
    let (theirs, own) = (Score.floats(peer, from: head), Score.floats(ours, from: head))
    var residual: Float = 0
    for (one, other) in zip(theirs, own) { residual = max(residual, abs(one - other)) }
    #expect(residual < 1e-3)
    #expect(own.contains { abs($0) > 0.9 })
  }

  /// Silence leaves nothing to round: such files are the same to the byte, in every form.
  @Test(arguments: [
    ("AIFF", "int16"), ("WAV", "int24"), ("Sun", "float"), ("caf", "int32"), ("W64", "double"), ("FLAC", "int16"),
  ])
  func filesAreThePeers(header: String, samples: String) throws {
    let (peer, ours) = try Score.render(
      Score.bytes([(0, [OSCMessage("/g_new", 1, 0, 0)]), (0.1, [OSCMessage(.number(0), [])])]), header: header,
      samples: samples, ["-o", "2", "-D", "0"])
    #expect(peer == ours)
  }

  @Test(arguments: [0.0, 64 / 44_100.0, 63.4 / 44_100.0, 0.05, 128 / 44_100.0])
  func theFileEndsWithTheLastBundlesBlock(seconds: Double) throws {
    let (peer, ours) = try Score.render(
      Score.bytes([(0, [OSCMessage("/g_new", 1, 0, 0)]), (seconds, [OSCMessage("/g_new", 2, 0, 0)])]), header: "raw",
      samples: "int16", ["-o", "1", "-D", "0"])
    #expect(peer == ours && !ours.isEmpty)
  }

  @Test func brokenScoresAreRefused() throws {
    let ours = try #require(Program.built("scsynth"))
    let folder = try Folder()
    let good = Score.bytes([(0, [OSCMessage("/g_new", 1, 0, 0)])])
    for (bytes, words) in [
      ([], "command file empty."), (good.dropLast(4) + [], "the file ends within it"),
      (good + [0, 0, 0, 4, 1, 2, 3, 4], "score, packet at byte"),
    ] {
      try folder.write(Array(bytes), "bad.osc")
      let run = try Program.run(
        ours, ["-N", folder.file("bad.osc"), "_", folder.file("out.wav"), "44100", "WAV", "float"])
      #expect(run.code == 1 && run.output.contains(words), "\(run.output)")
    }
  }
}
