import Control
import OSC
import RealTime
import ScsynthProtocol
import Testing

/// When synths begin and end within a block.
@Suite struct TimingTests {
  /// A sine that ends itself after ten milliseconds.
  private static func note(_ name: String, out: String) -> SynthDef {
    Definitions.built(name, out: out) { builder in
      let line = builder.unit(
        "Line", rate: .control, [.constant(1), .constant(0.5), .constant(0.01), .constant(2)])
      let sine = builder.unit("SinOsc", [.constant(700), .constant(1)])
      return builder.unit("BinaryOpUGen", [sine[0], line[0]], specialIndex: 2)
    }
  }

  private static func definitions(_ definitions: SynthDef...) -> OSCMessage {
    OSCMessage("/d_recv", .blob((try? SynthDefWriter.write(definitions)) ?? []))
  }

  /// Frames in between, ends by themselves and by a client, several at once: OffsetOut's sound, and its last frames.
  @Test func offsetOutIsThePeers() throws {
    var score: [(Double, [OSCMessage])] = [(0, [Self.definitions(Self.note("note", out: "OffsetOut"))])]
    for number in 0..<40 {
      let time = 0.001 + 0.00437 * Double(number)
      score.append((time, [OSCMessage("/s_new", "note", .int32(Int32(1000 + number)), 1, 0)]))
      if number % 3 == 0 { score.append((time + 0.0031, [OSCMessage("/n_free", .int32(Int32(1000 + number)))])) }
    }
    score.append((0.3, []))
    let sound = try Score.sound(score)
    #expect(Score.difference(sound) < 1e-5)
    #expect(sound.ours.contains { abs($0) > 0.5 })
  }

  @Test func subsampleOffsetsAreThePeers() throws {
    let told = Definitions.built("told") { builder in
      let offset = builder.unit("SubsampleOffset", rate: .scalar, [])
      return builder.unit("K2A", offset)
    }
    var score: [(Double, [OSCMessage])] = [(0, [Self.definitions(told)])]
    for number in 0..<20 {
      let time = 0.0012 + 0.0051234 * Double(number)
      score.append((time, [OSCMessage("/s_new", "told", .int32(Int32(1000 + number)), 1, 0)]))
    }
    score.append((0.15, []))
    let sound = try Score.sound(score)
    #expect(Score.difference(sound) < 1e-5)
    #expect(Set(sound.ours).count > 15)
  }

  /// With `--sample-accurate` the first frame that sounds is the one that was asked for, without that the block's first.
  @Test(arguments: [true, false]) func synthsBeginAtTheirFrame(isAccurate: Bool) throws {
    let one = Definitions.built("one") { builder in builder.unit("DC", [.constant(1)]) }
    let score: [(Double, [OSCMessage])] = [
      (0, [Self.definitions(one)]), (1061.0 / 44_100, [OSCMessage("/s_new", "one", 1000, 1, 0)]), (0.1, []),
    ]
    let sound = try Score.ours(score, isAccurate ? ["--sample-accurate"] : [])
    #expect(sound.firstIndex { $0 != 0 } == (isAccurate ? 1061 : 1024))
  }

  /// What a synth writes to a bus, one behind it reads in the same short block, and what goes around in a synth comes back a
  /// block later.
  @Test func shortBlocksMeetOnBuses() throws {
    let source = Definitions.built("source", bus: 20) { builder in
      builder.unit("Impulse", [.constant(0), .constant(0)])
    }
    let reader = Definitions.built("reader") { builder in
      let bus = builder.unit("In", [.constant(20)])
      let back = builder.unit("LocalIn", [.constant(0)])
      let sum = builder.unit("BinaryOpUGen", [bus[0], back[0]], specialIndex: 0)
      builder.unit("LocalOut", sum, outputs: 0)
      return sum
    }
    let score: [(Double, [OSCMessage])] = [
      (0, [Self.definitions(source, reader)]),
      (1061.0 / 44_100, [OSCMessage("/s_new", "source", 1000, 1, 0), OSCMessage("/s_new", "reader", 1001, 1, 0)]),
      (1410.0 / 44_100, []),
    ]
    let sound = try Score.ours(score, ["--sample-accurate"])
    #expect(sound.indices.filter { sound[$0] != 0 } == Array(stride(from: 1061, to: sound.count, by: 64)))
  }
}
