import Control
import RealTime

enum EnvelopeCases {
  static let all: [NullCase] =
    [
      NullUnit("Line", [.constant(-1), .constant(2), .constant(0.1), .constant(0)]),
      NullUnit("XLine", [.constant(0.01), .constant(2), .constant(0.1), .constant(0)]),
      NullUnit("XLine", [.constant(-3), .constant(-0.001), .constant(0.5), .constant(0)], label: "down"),
      NullUnit("XLine", [.constant(1), .constant(3), .constant(0), .constant(0)], label: "at once"),
    ].flatMap(\.cases) + shapes + gates + cuts + ends + indexed

  private typealias Segment = (level: Float, seconds: Float, shape: Float, curve: Float)

  private static func envelope(
    _ graph: inout NullGraph, _ rate: Rate, gate: NullGraph.Input, from first: Float, _ segments: [Segment],
    release: Float = -99, loop: Float = -99, scale: Float = 1, bias: Float = 0, times: Float = 1, action: Float = 0
  ) -> NullGraph.Input {
    let numbers = segments.flatMap { [$0.level, $0.seconds, $0.shape, $0.curve] }
    let head = [scale, bias, times, action, first, Float(segments.count), release, loop]
    return graph.unit("EnvGen", rate, [gate] + (head + numbers).map { .constant($0) })[0]
  }

  /// Each shape, rising and falling.
  private static let shapes: [NullCase] = [Rate.audio, .control].flatMap { rate in
    (0...8).map { shape in
      NullCase("EnvGen", rate, "shape \(shape)") { graph in
        let segments: [Segment] = [
          (1, 0.05, Float(shape), 0), (0.2, 0.07, Float(shape), 0), (0.6, 0.03, Float(shape), 0),
        ]
        return [envelope(&graph, rate, gate: .constant(1), from: 0.1, segments, scale: 0.5, bias: 0.05, times: 1.2)]
      }
    }
      + [-8, -2, 0.0005, 3].map { curve in
        NullCase("EnvGen", rate, "curve \(curve)") { graph in
          [envelope(&graph, rate, gate: .constant(1), from: 0, [(1, 0.05, 5, curve), (-0.5, 0.1, 5, curve)])]
        }
      }
  }

  /// Gates that open, close and open again, at control and at audio rate, with sustain, loop and cut-off.
  private static let gates: [NullCase] = [(Rate.audio, Rate.control), (.audio, .audio), (.control, .control)].flatMap {
    rate, gateRate in
    [
      NullCase("EnvGen", rate, "sustains and releases, gate \(gateRate.suffix)") { graph in
        let gate = graph.gate(gateRate)
        return [
          envelope(
            &graph, rate, gate: gate, from: 0, [(1, 0.02, 1, 0), (0.5, 0.03, 5, -4), (0, 0.05, 5, -4)], release: 2)
        ]
      },
      NullCase("EnvGen", rate, "loops, gate \(gateRate.suffix)") { graph in
        let gate = graph.gate(gateRate)
        return [
          envelope(
            &graph, rate, gate: gate, from: 0,
            [(1, 0.02, 1, 0), (0.5, 0.013, 3, 0), (0.8, 0.011, 1, 0), (0, 0.05, 2, 0)],
            release: 3, loop: 1)
        ]
      },
      NullCase("EnvGen", rate, "begins again and again, gate \(gateRate.suffix)") { graph in
        let gate = graph.triggers(gateRate, hertz: 17)
        return [envelope(&graph, rate, gate: gate, from: 0, [(1, 0.02, 1, 0), (0.01, 0.1, 2, 0)])]
      },
      NullCase("EnvGen", rate, "waits for its gate, gate \(gateRate.suffix)") { graph in
        let line = graph.line(gateRate, -1, 1)
        return [envelope(&graph, rate, gate: line, from: 0.25, [(1, 0.02, 1, 0), (0, 0.05, 1, 0)], release: 1)]
      },
    ]
  }

  /// A gate below −1 cuts off.
  private static let cuts: [NullCase] = [(Rate.audio, Rate.control), (.audio, .audio), (.control, .control)].map {
    rate, gateRate in
    NullCase("EnvGen", rate, "is cut off, gate \(gateRate.suffix)") { graph in
      let gate = graph.unit("MulAdd", gateRate, [graph.gate(gateRate), .constant(2.05), .constant(-1.05)])[0]
      return [envelope(&graph, rate, gate: gate, from: 0, [(1, 0.02, 1, 0), (0, 0.5, 1, 0)], release: 1)]
    }
  }

  /// What a unit that is done does to its synth, heard in a signal beside it.
  private static let ends: [NullCase] = [
    NullCase("EnvGen", .control, "frees its synth", channels: 2) { graph in
      let envelope = envelope(&graph, .control, gate: .constant(1), from: 1, [(0, 0.1, 1, 0)], action: 2)
      return [envelope, graph.noise(.audio)]
    },
    NullCase("EnvGen", .control, "does nothing while its gate is closed", channels: 2) { graph in
      let envelope = envelope(&graph, .control, gate: .constant(0), from: 1, [(0, 0.1, 1, 0)], action: 2)
      return [envelope, graph.noise(.audio)]
    },
    NullCase("Linen", .control, "attack, sustain, release") { graph in
      let gate = graph.gate(.control)
      return graph.unit("Linen", .control, [gate, .constant(0.03), .constant(0.7), .constant(0.05), .constant(0)])
    },
    NullCase("Linen", .control, "is cut off") { graph in
      let gate = graph.unit("MulAdd", .control, [graph.gate(.control), .constant(2.05), .constant(-1.05)])[0]
      return graph.unit("Linen", .control, [gate, .constant(0.03), .constant(0.7), .constant(0.5), .constant(0)])
    },
    NullCase("Linen", .control, "frees its synth", channels: 2) { graph in
      let gate = graph.gate(.control)
      let linen = graph.unit("Linen", .control, [gate, .constant(0.01), .constant(1), .constant(0.05), .constant(2)])
      return linen + [graph.noise(.audio)]
    },
    NullCase("Line", .audio, "frees its synth", channels: 2) { graph in
      let line = graph.unit("Line", .audio, [.constant(0), .constant(1), .constant(0.1), .constant(2)])
      return line + [graph.noise(.audio)]
    },
    NullCase("Done", .control, "watches a line") { graph in
      let line = graph.unit("Line", .control, [.constant(0), .constant(1), .constant(0.1), .constant(0)])
      return graph.unit("Done", .control, line)
    },
    NullCase("FreeSelf", .control, "at a trigger", channels: 1) { graph in
      let line = graph.line(.control, -1, 1)
      graph.unit("FreeSelf", .control, [line])
      return [graph.noise(.audio)]
    },
    NullCase("PauseSelf", .control, "at a trigger", channels: 1) { graph in
      let line = graph.line(.control, -1, 1)
      graph.unit("PauseSelf", .control, [line])
      return [graph.noise(.audio)]
    },
    NullCase("FreeSelfWhenDone", .control, "watches a line") { graph in
      let line = graph.unit("Line", .control, [.constant(0), .constant(1), .constant(0.1), .constant(0)])
      graph.unit("FreeSelfWhenDone", .control, line)
      return [graph.noise(.audio)]
    },
    NullCase("PauseSelfWhenDone", .control, "watches a line") { graph in
      let line = graph.unit("Line", .control, [.constant(0), .constant(1), .constant(0.1), .constant(0)])
      graph.unit("PauseSelfWhenDone", .control, line)
      return [graph.noise(.audio)]
    },
    NullCase("DetectSilence", .audio, "of a decay") { graph in
      let decay = graph.unit("Decay", .audio, [graph.triggers(.audio, hertz: 5), .constant(0.05)])
      return graph.unit("DetectSilence", .audio, decay + [.constant(0.01), .constant(0.02), .constant(0)])
    },
    NullCase("DetectSilence", .audio, "frees its synth", channels: 2) { graph in
      let decay = graph.unit("Decay", .audio, [graph.triggers(.audio, hertz: 5), .constant(0.05)])
      let silence = graph.unit("DetectSilence", .audio, decay + [.constant(0.01), .constant(0.02), .constant(2)])
      return silence + [graph.noise(.audio)]
    },
  ]

  /// An index that goes through the segments, and beyond both ends.
  private static let indexed: [NullCase] = [(Rate.audio, Rate.audio), (.audio, .control), (.control, .control)].flatMap
  {
    rate, indexRate -> [NullCase] in
    func reader(
      _ pattern: String, shape: Float, curve: Float = 0, offset: Float = 0, first: Float = 0.2,
      levels: [Float] = [1, 0.3, 0.8]
    ) -> NullCase {
      NullCase("IEnvGen", rate, "\(pattern), index \(indexRate.suffix)") { graph in
        let index = graph.line(indexRate, -0.1, 1.2)
        let segments = zip(levels, [0.3, 0.5, 0.2] as [Float]).flatMap { [$1, shape, curve, $0] }
        let head = [offset, first, 3, 1]
        return graph.unit("IEnvGen", rate, [index] + (head + segments).map { .constant($0) })
      }
    }
    return (0...8).map { reader("shape \($0)", shape: Float($0)) }
      + [-4, -1.5, 0.5, 3.25].map { reader("curve \($0)", shape: 5, curve: $0) }
      + [
        reader("offset", shape: 1, offset: 0.25), reader("offset, holds", shape: 8, offset: 0.25),
        reader("exponential below zero", shape: 2, first: -1, levels: [-0.5, -2, -0.1]),
        reader("falls and rises", shape: 4, first: 1, levels: [-1, 0.5, 0]),
        reader("sustain's number", shape: 9999),
      ]
  }
}
