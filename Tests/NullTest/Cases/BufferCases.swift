import Control
import RealTime

enum BufferCases {
  static let all: [NullCase] = facts + local + playing.flatMap(\.cases) + reading + edges + writing + recording + scopes

  private static let facts: [NullCase] = [
    "BufSampleRate", "BufRateScale", "BufFrames", "BufSamples", "BufDur", "BufChannels",
  ].flatMap { name in
    [Rate.scalar, .control].map { rate in
      NullCase(
        name, rate, "of two buffers", channels: 2, buffers: [stereo, .empty(frames: 777, channels: 3)]
      ) { graph in
        graph.unit(name, rate, [graph.buffer(0)]) + graph.unit(name, rate, [graph.buffer(1)])
      }
    }
  }

  static let stereo = NullBuffer.samples((0..<2 * 4000).map { noise($0) }, channels: 2)

  /// White, in −1…1.
  static func noise(_ index: Int) -> Float {
    let hash = RandomGenerator.hash(UInt32(truncatingIfNeeded: index &+ 1))
    return Float(Int32(bitPattern: hash)) / 2_147_483_648
  }

  // MARK: - Buffers of the synth's own

  private static let local: [NullCase] = [
    NullCase("LocalBuf", .scalar, "three of two", channels: 3) { graph in
      let count = graph.unit("MaxLocalBufs", .scalar, [.constant(2)])[0]
      let first = graph.unit("NumBuffers", .scalar, [])[0]
      return (1...3).map { index in
        let number = graph.unit("LocalBuf", .scalar, [.constant(1), .constant(Float(10 * index)), count])[0]
        // The numbers, counted from the first one of the synth's own; -1 is none.
        let isOne = graph.unit("BinaryOpUGen", .scalar, [number, .constant(0)], special: 9)[0]
        let offset = graph.unit("BinaryOpUGen", .scalar, [number, first], special: 1)[0]
        return graph.unit("BinaryOpUGen", .scalar, [offset, isOne], special: 2)[0]
      }
    },
    NullCase("LocalBuf", .scalar, "facts", channels: 4) { graph in
      let number = localBuffer(&graph, channels: 3, frames: 500)
      return ["BufFrames", "BufChannels", "BufSampleRate", "BufSamples"].map {
        graph.unit($0, .control, [number])[0]
      }
    },
    NullCase("SetBuf", .scalar, "and Index", channels: 1) { graph in
      let number = localBuffer(&graph, channels: 1, frames: 16)
      graph.unit("ClearBuf", .scalar, [number])
      graph.unit("SetBuf", .scalar, [number, .constant(3), .constant(4)] + fourValues)
      return graph.unit("Index", .audio, [number, graph.line(.audio, -1, 17)])
    },
    NullCase("SetBuf", .scalar, "beyond the end", channels: 1) { graph in
      let number = localBuffer(&graph, channels: 1, frames: 4)
      graph.unit("ClearBuf", .scalar, [number])
      graph.unit("SetBuf", .scalar, [number, .constant(2), .constant(4)] + fourValues)
      return graph.unit("Index", .audio, [number, graph.line(.audio, -1, 7)])
    },
    NullCase("ClearBuf", .scalar, "of the server's", channels: 1, buffers: [stereo]) { graph in
      graph.unit("ClearBuf", .scalar, [graph.buffer(0)])
      graph.unit("SetBuf", .scalar, [graph.buffer(0), .constant(5), .constant(1), .constant(0.5)])
      return graph.unit("Index", .audio, [graph.buffer(0), graph.line(.audio, -1, 20)])
    },
  ]

  private static let fourValues: [NullGraph.Input] = [0.1, -0.2, 0.3, -0.4].map { .constant($0) }

  private static func localBuffer(_ graph: inout NullGraph, channels: Float, frames: Float) -> NullGraph.Input {
    let count = graph.unit("MaxLocalBufs", .scalar, [.constant(1)])[0]
    return graph.unit("LocalBuf", .scalar, [.constant(channels), .constant(frames), count])[0]
  }

  // MARK: - Playing

  private static let channelCounts = [1, 2, 3, 8]

  private static func sound(_ channels: Int, frames: Int = 3000) -> NullBuffer {
    .samples((0..<channels * frames).map { noise($0) }, channels: channels)
  }

  private static let playing: [NullUnit] =
    channelCounts.map { channels in
      NullUnit(
        "PlayBuf",
        [
          .buffer(0), .range(-2.3, 1.7, at: 0.7), .triggers(hertz: 30), .range(0, 2900, at: 500.3, audio: false),
          .constant(1), .constant(0),
        ], outputs: channels, label: "\(channels) channels", buffers: [sound(channels)])
    } + [
      NullUnit(
        "PlayBuf", [.buffer(0), .range(-2.3, 1.7, at: 1), .constant(1), .constant(0), .constant(0), .constant(0)],
        outputs: 2, label: "once", buffers: [sound(2)]),
      NullUnit(
        "PlayBuf", [.buffer(0), .constant(-0.9), .constant(1), .constant(2999), .constant(0), .constant(0)],
        outputs: 2, label: "backwards", buffers: [sound(2)]),
      NullUnit(
        "PlayBuf", [.buffer(0), .range(0.1, 3, at: 1.3), .constant(1), .constant(3), .constant(1), .constant(0)],
        label: "short loop", buffers: [sound(1, frames: 11)]),
      NullUnit(
        "PlayBuf", [.buffer(0), .range(-9, 9, at: 1), .constant(1), .constant(0), .constant(1), .constant(0)],
        outputs: 4, label: "more outputs than channels", buffers: [sound(3)]),
      NullUnit(
        "PlayBuf", [.buffer(0), .constant(1), .constant(1), .constant(0), .constant(1), .constant(0)],
        outputs: 2, label: "fewer outputs than channels", buffers: [sound(3)]),
    ]

  private static func reading(
    _ rate: Rate, channels: Int, loop: Float, interpolation: Float, _ low: Float, _ high: Float
  ) -> [NullCase] {
    let label = "\(channels) channels, loop \(Int(loop)), interpolation \(Int(interpolation))"
    return ["still", "glides", "jumps"].map { movement in
      NullCase(
        "BufRd", rate, "\(label), \(movement)", channels: channels, buffers: [sound(channels)]
      ) { graph in
        let position =
          switch movement {
          case "still": graph.line(rate, 77.3, 77.3)
          case "glides": graph.line(rate, low, high)
          default: graph.jumps(rate, low, high)
          }
        return graph.unit(
          "BufRd", rate, [graph.buffer(0), position, .constant(loop), .constant(interpolation)], outputs: channels)
      }
    }
  }

  private static let reading: [NullCase] = [Rate.audio, .control].flatMap { rate in
    [Float(1), 2, 4].flatMap { interpolation in
      channelCounts.flatMap { channels in
        reading(rate, channels: channels, loop: 1, interpolation: interpolation, -4000, 7000)
      } + reading(rate, channels: 2, loop: 0, interpolation: interpolation, -50, 3100)
    }
  }

  private static let edges: [NullCase] = [
    NullCase("PlayBuf", .audio, "start at audio rate", buffers: [sound(1)]) { graph in
      let trigger = graph.triggers(.audio, hertz: 90)
      let start = graph.jumps(.audio, 0, 2000)
      return graph.unit(
        "PlayBuf", .audio, [graph.buffer(0), .constant(1), trigger, start, .constant(0), .constant(0)])
    },
    NullCase("PlayBuf", .audio, "is done", channels: 2, buffers: [sound(1)]) { graph in
      let player = graph.unit(
        "PlayBuf", .audio, [graph.buffer(0), .constant(1), .constant(1), .constant(0), .constant(0), .constant(0)])
      return player + graph.unit("Done", .control, [player[0]])
    },
    NullCase("PlayBuf", .audio, "frees its synth", buffers: [sound(1)]) { graph in
      graph.unit(
        "PlayBuf", .audio, [graph.buffer(0), .constant(1), .constant(1), .constant(0), .constant(0), .constant(2)])
    },
    NullCase("PlayBuf", .audio, "the buffer changes", channels: 2, buffers: [sound(2), stereo]) { graph in
      let number = graph.unit(
        "MulAdd", .control, [graph.gate(.control), .constant(-1), graph.buffer(1)])[0]
      return graph.unit(
        "PlayBuf", .audio, [number, .constant(1.1), .constant(1), .constant(0), .constant(1), .constant(0)], outputs: 2)
    },
    NullCase("PlayBuf", .audio, "nothing in the buffer", buffers: []) { graph in
      graph.unit(
        "PlayBuf", .audio, [.constant(1000), .constant(1), .constant(1), .constant(0), .constant(1), .constant(0)])
    },
    NullCase("PlayBuf", .audio, "of the synth's own", channels: 1) { graph in
      let number = localBuffer(&graph, channels: 1, frames: 4)
      graph.unit("SetBuf", .scalar, [number, .constant(0), .constant(4)] + fourValues)
      return graph.unit(
        "PlayBuf", .audio, [number, .constant(0.3), .constant(1), .constant(0), .constant(1), .constant(0)])
    },
  ]

  // MARK: - Writing

  private static func writing(_ rate: Rate, channels: Int, loop: Float) -> NullCase {
    NullCase(
      "BufWr", rate, "\(channels) channels, loop \(Int(loop))", channels: channels,
      buffers: [.empty(frames: 500, channels: channels)]
    ) { graph in
      let place = graph.jumps(rate, -40, 700)
      let signals = (0..<channels).map { _ in graph.noise(rate) }
      graph.unit("BufWr", rate, [graph.buffer(0), place, .constant(loop)] + signals)
      let position = graph.line(rate, 0, 499)
      return graph.unit(
        "BufRd", rate, [graph.buffer(0), position, .constant(1), .constant(1)], outputs: channels)
    }
  }

  private static let writing: [NullCase] = [Rate.audio, .control].flatMap { rate in
    [1, 2, 5].flatMap { channels in [Float(0), 1].map { writing(rate, channels: channels, loop: $0) } }
  }

  /// Records into a buffer that is read at the same time.
  private static func recording(
    _ rate: Rate, _ pattern: String, channels: Int, loop: Float = 1,
    _ settings: @escaping @Sendable (inout NullGraph) -> [NullGraph.Input]
  ) -> NullCase {
    NullCase(
      "RecordBuf", rate, "\(pattern), \(channels) channels", channels: channels, buffers: [sound(channels, frames: 700)]
    ) { graph in
      let levels = settings(&graph)
      let signals = (0..<channels).map { _ in graph.noise(rate) }
      graph.unit(
        "RecordBuf", rate,
        [graph.buffer(0), .constant(30)] + levels.prefix(3) + [.constant(loop), levels[3], .constant(0)] + signals)
      let position = graph.jumps(rate, 0, 699)
      return graph.unit(
        "BufRd", rate, [graph.buffer(0), position, .constant(1), .constant(1)], outputs: channels)
    }
  }

  private static let recording: [NullCase] = [Rate.audio, .control].flatMap { rate in
    [1, 2, 3].flatMap { channels in
      [
        recording(rate, "over", channels: channels) { _ in [1, 0, 1, 1].map { .constant($0) } },
        recording(rate, "mixed", channels: channels) { _ in [0.5, 0.7, 1, 1].map { .constant($0) } },
        recording(rate, "levels jump", channels: channels) { graph in
          [graph.jumps(.control, 0, 1), graph.jumps(.control, 0, 1), .constant(1), .constant(1)]
        },
        recording(rate, "backwards", channels: channels) { _ in [1, 0, -1, 1].map { .constant($0) } },
        recording(rate, "to and fro", channels: channels) { graph in
          [.constant(0.6), .constant(0.5), graph.jumps(.control, -1, 1), .constant(1)]
        },
        recording(rate, "once", channels: channels, loop: 0) { _ in [1, 0, 1, 1].map { .constant($0) } },
        recording(rate, "once, levels glide", channels: channels, loop: 0) { graph in
          [graph.line(.control, 0, 1), graph.line(.control, 1, 0), .constant(1), .constant(1)]
        },
        recording(rate, "once, triggered", channels: channels, loop: 0) { graph in
          [.constant(1), .constant(0.3), .constant(1), graph.triggers(.control, hertz: 23)]
        },
      ]
    }
  }

  /// Read while it is recorded.
  private static let scopes: [NullCase] = [Rate.audio, .control].flatMap { rate in
    [1, 2, 3].map { channels in
      NullCase(
        "ScopeOut", rate, "\(channels) channels", channels: channels,
        buffers: [.empty(frames: 500, channels: channels)],
        expectation: .property("what is recorded is in the buffer; scsynth's records nothing in a score") { ours, _ in
          ours.allSatisfy { $0.contains { $0 != 0 } && $0.allSatisfy { $0.magnitude <= 1 } } ? nil : "nothing is there"
        }
      ) { graph in
        let signals = (0..<channels).map { _ in graph.noise(rate) }
        graph.unit("ScopeOut", rate, [graph.buffer(0)] + signals)
        let position = graph.jumps(rate, 0, 499)
        return graph.unit(
          "BufRd", rate, [graph.buffer(0), position, .constant(1), .constant(1)], outputs: channels)
      }
    }
  }
}
