import Control
import OSC
import RealTime
import Testing

/// What scores show of commands: to the line what is printed, to the sample what is heard.
@Suite struct PeerScoreTests {
  /// A traced synth and a traced group, all that the two print.
  @Test func tracesAreThePeers() throws {
    let traced = Definitions.built("traced") { builder in
      let line = builder.unit("Line", rate: .control, [.constant(1), .constant(2), .constant(1), .constant(0)])
      let sine = builder.unit("SinOsc", [.constant(441), .constant(0)])
      return builder.unit("BinaryOpUGen", [sine[0], line[0]], specialIndex: 2)
    }
    let score: [(Double, [OSCMessage])] = [
      (
        0,
        [
          OSCMessage("/d_recv", .blob(try Definitions.bytes(Definitions.sine, traced))),
          OSCMessage(
            "/d_recv",
            .blob(
              try Definitions.bytes(
                Definitions.control("LagControl", rate: .control, bus: 0, 300, inputs: [.constant(0.1)])))),
          OSCMessage("/g_new", 1, 0, 0), OSCMessage("/s_new", "sine", 1000, 0, 1),
          OSCMessage("/s_new", "traced", 1001, 1, 1), OSCMessage("/g_new", 2, 1, 1),
          OSCMessage("/s_new", "LagControlcontrol", 1002, 1, 1),
        ]
      ),
      (0.1, [OSCMessage("/n_trace", 1000)]), (0.2, [OSCMessage("/n_trace", 1001, 1002)]),
      (0.3, [OSCMessage("/n_trace", 1)]), (0.4, [OSCMessage("/g_dumpTree", 0, 1)]), (0.5, []),
    ]
    let (peer, ours) = try Score.print(score)
    #expect(peer == ours)
    #expect(ours.contains { $0.hasPrefix("TRACE 1000") })
  }

  /// Buses that a client sets trigger InTrig, each in its block.
  @Test func settingABusTriggers() throws {
    let triggered = Definitions.built("triggered") { builder in
      builder.unit("K2A", builder.unit("InTrig", rate: .control, [.constant(5)]))
    }
    let sound = try Score.sound([
      (
        0,
        [OSCMessage("/d_recv", .blob(try Definitions.bytes(triggered))), OSCMessage("/s_new", "triggered", 1000, 0, 0)]
      ),
      (0.1, [OSCMessage("/c_set", 5, 0.5)]), (0.2, [OSCMessage("/c_setn", 4, 2, 0.25, 0.75)]),
      (0.3, [OSCMessage("/c_fill", 4, 3, 1.0)]), (0.4, []),
    ])
    #expect(Score.difference(sound) < 1e-6)
    #expect(sound.ours.contains { $0 > 0.9 })
  }

  /// `-r`: so many generators, and no more.
  @Test(arguments: ["16", "128"]) func randomGenerators(count: String) throws {
    let seeded = Definitions.built("seeded") { builder in
      builder.unit("RandSeed", rate: .scalar, [.constant(1), .constant(7)])
      builder.unit("RandID", rate: .scalar, [.constant(100)])
      builder.unit("RandSeed", rate: .scalar, [.constant(1), .constant(9)])
      builder.unit("RandID", rate: .scalar, [.constant(0)])
      return builder.unit("WhiteNoise", [])
    }
    let sound = try Score.sound(
      [
        (0, [OSCMessage("/d_recv", .blob(try Definitions.bytes(seeded))), OSCMessage("/s_new", "seeded", 1000, 0, 0)]),
        (0.1, []),
      ],
      ["-r", count])
    #expect(Score.difference(sound) < 1e-6)
  }

  /// An audio-rate unit that gets a slower signal where scsynth's language does not let it.
  @Test func slowerSignalsAreBroughtToAudioRate() throws {
    var builder = SynthDefBuilder("slow")
    let level = builder.control("level", 0.5)
    let line = builder.unit("Line", rate: .control, [.constant(0), .constant(0), .constant(1), .constant(0)])
    let filtered = builder.unit("LPF", [.constant(0.25), .constant(1000)])
    builder.unit("Out", [.constant(0), level, .constant(0.125), filtered[0], line[0]], outputs: 0)
    let sound = try Score.ours(
      [
        (
          0,
          [
            OSCMessage("/d_recv", .blob(try Definitions.bytes(builder.build()))),
            OSCMessage("/s_new", "slow", 1000, 0, 0),
          ]
        ),
        (0.1, []),
      ], ["-o", "4"])
    #expect(sound.suffix(4).elementsEqual([0.5, 0.125, 0.25, 0]) { abs($0 - $1) < 1e-4 }, "\(sound.suffix(4))")
  }

  /// What numbers of buses do that are none, and what is said to an array beyond its end.
  @Test func numbersOutOfRangeAreThePeers() throws {
    let level = SynthDef(
      name: "level", controls: [.init("bus", 0), .init("level", 0.5), .init("", 0.25), .init("after", 0.125)],
      units: [
        .init("Control", rate: .control, inputs: [], outputRates: Array(repeating: .control, count: 4)),
        .init("DC", rate: .audio, inputs: [.constant(0.0625)], outputRates: [.audio]),
      ]
        + (1..<4).map { output in
          .init(
            "BinaryOpUGen", rate: .audio, inputs: [.wire(unit: 1, output: 0), .wire(unit: 0, output: output)],
            outputRates: [.audio])
        } + [
          .init(
            "Out", rate: .audio, inputs: [0, 2, 3, 4].map { .wire(unit: $0, output: 0) },
            outputRates: [])
        ])
    let synths: [(OSCMessage, OSCMessage)] = [
      (OSCMessage("/s_new", "level", 1000, 0, 0, "bus", -1), OSCMessage("/n_set", 1000, "bus", 1)),
      (OSCMessage("/s_new", "level", 1000, 0, 0, "bus", -7), OSCMessage("/n_set", 1000, "bus", 5000)),
      (OSCMessage("/s_new", "level", 1000, 0, 0, "bus", 1022), OSCMessage("/n_setn", 1000, "bus", 2, 1, 9)),
      (
        OSCMessage("/s_new", "level", 1000, 0, 0, "level", .array([1, 2, 3])),
        OSCMessage("/n_setn", 1000, "level", 3, 3, 4, 5)
      ), (OSCMessage("/s_new", "level", 1000, 0, 0, 1, 2), OSCMessage("/n_setn", 1000, 1, 3, 7, 8, 9)),
      (OSCMessage("/s_new", "level", 1000, 0, 0), OSCMessage("/n_mapn", 1000, "level", 3, 3)),
    ]
    for (start, change) in synths {
      let sound = try Score.sound(
        [
          (
            0,
            [
              OSCMessage("/d_recv", .blob(try Definitions.bytes(level))), OSCMessage("/c_setn", 3, 3, 0.1, 0.2, 0.3),
              start,
            ]
          ), (0.01, [change]), (0.02, []),
        ], channels: 4)
      #expect(Score.difference(sound) < 1e-6, "\(start), \(change)")
      #expect(sound.peer.contains { $0 != 0 })
    }
  }

  /// A unit at demand rate that knows nothing of it: it starts, and is never asked.
  @Test func unitsAtDemandRate() throws {
    let polled = Definitions.built("polled") { builder in
      let trigger = builder.unit("Impulse", rate: .demand, [.constant(10), .constant(0)])
      let steps = builder.unit("Dseries", rate: .demand, [.constant(100), .constant(0), .constant(0.01)])
      builder.unit("SendTrig", rate: .demand, trigger + [.constant(3)] + steps, outputs: 0)
      let pace = builder.unit("Impulse", [.constant(1000), .constant(0)])
      return builder.unit("Demand", pace + [.constant(0)] + steps)
    }
    let sound = try Score.sound(
      [
        (0, [OSCMessage("/d_recv", .blob(try Definitions.bytes(polled))), OSCMessage("/s_new", "polled", 1000, 0, 0)]),
        (0.05, []),
      ])
    #expect(Score.difference(sound) < 1e-6)
    #expect(sound.ours.contains { $0 > 0.1 })
  }

  /// The input file comes in on the buses behind the outputs.
  @Test func inputsAreHeard() throws {
    let folder = try Folder()
    let tone = Definitions.built("tone") { builder in
      builder.unit("SinOsc", [.constant(300), .constant(0)]) + builder.unit("SinOsc", [.constant(500), .constant(0)])
    }
    try folder.write(
      Score.bytes([
        (0, [OSCMessage("/d_recv", .blob(try Definitions.bytes(tone))), OSCMessage("/s_new", "tone", 1000, 0, 0)]),
        (0.2, []),
      ]), "tone.osc")
    let made = try Program.run(
      try #require(Program.built("scsynth")),
      ["-N", folder.file("tone.osc"), "_", folder.file("tone.wav"), "44100", "WAV", "float", "-o", "2", "-D", "0"])
    #expect(made.code == 0)
    let heard = Definitions.built("heard") { builder in builder.unit("In", [.constant(1)], outputs: 2).reversed() }
    let sound = try Score.sound(
      [
        (0, [OSCMessage("/d_recv", .blob(try Definitions.bytes(heard))), OSCMessage("/s_new", "heard", 1000, 0, 0)]),
        (0.3, []),
      ],
      input: folder.file("tone.wav"))
    #expect(Score.difference(sound) < 1e-6)
    #expect(sound.ours.contains { abs($0) > 0.9 })
  }
}
