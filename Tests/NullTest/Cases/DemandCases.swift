import Control
import RealTime

enum DemandCases {
  private typealias Maker = @Sendable (inout NullGraph) -> NullGraph.Input
  private typealias Source = (unit: String, pattern: String, make: Maker)

  static let all: [NullCase] = (series + drawn + nested + working).flatMap(demanded) + readers + envelopes + buffers

  private static func numbers(_ values: [Float]) -> [NullGraph.Input] { values.map { .constant($0) } }

  private static func list(_ name: String, _ values: [Float]) -> Maker {
    { graph in graph.unit(name, .demand, numbers(values))[0] }
  }

  /// A unit's values as each reader has them, begun anew now and then.
  private static func demanded(_ source: Source) -> [NullCase] {
    let (unit, pattern, make) = source
    return [
      NullCase(unit, .demand, "\(pattern), Demand.ar") { graph in
        let source = make(&graph)
        let trigger = graph.triggers(.audio, hertz: 200)
        return graph.unit("Demand", .audio, [trigger, graph.triggers(.audio, hertz: 11), source])
      },
      NullCase(unit, .demand, "\(pattern), Duty.kr") { graph in
        let source = make(&graph)
        let reset = graph.triggers(.control, hertz: 7)
        return graph.unit("Duty", .control, [.constant(0.011), reset, .constant(0), source])
      },
    ]
  }

  private static let series: [Source] = [
    ("Dseq", "list", list("Dseq", [3, 1, 5, 2, 9])), ("Dser", "list", list("Dser", [7, 1, 5, 2, 9])),
    ("Dseries", "series", list("Dseries", [20, 1, 0.5])), ("Dgeom", "series", list("Dgeom", [20, 1, 1.1])),
    (
      "Dseries", "step moves",
      { graph in
        let step = list("Dseq", [.infinity, 1, -0.3, 4])(&graph)
        return graph.unit("Dseries", .demand, [.constant(.infinity), .constant(2), step])[0]
      }
    ),
    (
      "Dseq", "of signals",
      { graph in
        let signals = [graph.noise(.control), .constant(0.3), graph.line(.control, 3, 4)]
        return graph.unit("Dseq", .demand, [.constant(.infinity)] + signals)[0]
      }
    ),
  ]

  private static let drawn: [Source] = [
    ("Drand", "list", list("Drand", [50, 1, 5, 2, 9])), ("Dxrand", "list", list("Dxrand", [50, 1, 5, 2, 9])),
    ("Dshuf", "list", list("Dshuf", [5, 1, 5, 2, 9, 4])),
    ("Dwrand", "list", list("Dwrand", [50, 3, 0.2, 0.5, 0.3, 1, 5, 2])),
    ("Dwhite", "range", list("Dwhite", [.infinity, -1, 3])), ("Dwhite", "twenty", list("Dwhite", [20, -1, 3])),
    ("Diwhite", "range", list("Diwhite", [.infinity, -5, 7])),
    ("Dbrown", "range", list("Dbrown", [.infinity, 0, 4, 1])), ("Dbrown", "wide", list("Dbrown", [30, -1, 1, 5])),
    ("Dibrown", "range", list("Dibrown", [.infinity, 0, 9, 3])),
    ("Dibrown", "twelve", list("Dibrown", [12, -4, 9, 4])),
    (
      "Dwhite", "range moves",
      { graph in
        let low = list("Dseq", [.infinity, 0, 1, 2])(&graph)
        return graph.unit("Dwhite", .demand, [.constant(.infinity), low, graph.line(.control, 3, 9)])[0]
      }
    ),
  ]

  private static func inner(_ graph: inout NullGraph) -> NullGraph.Input {
    graph.unit("Dseries", .demand, numbers([3, 10, 1]))[0]
  }

  private static let nested: [Source] =
    ["Dseq", "Dser", "Drand", "Dxrand", "Dshuf"].map { name -> Source in
      let make: Maker = { graph in
        let list = inner(&graph)
        let other = graph.unit("Drand", .demand, numbers([2, 7, 8, 9]))[0]
        return graph.unit(name, .demand, [.constant(9), .constant(1), list, .constant(2), other])[0]
      }
      return (name, "nested", make)
    }

  /// What works on lists.
  private static let working: [Source] = [
    (
      "Ddup", "of a list",
      { graph in graph.unit("Ddup", .demand, [.constant(3), list("Dseq", [9, 1, 5, 2])(&graph)])[0] }
    ),
    (
      "Dstutter", "times from a list",
      { graph in
        let times = list("Dseq", [.infinity, 1, 2, 0, 3])(&graph)
        return graph.unit("Dstutter", .demand, [times, list("Dseries", [99, 1, 1])(&graph)])[0]
      }
    ),
    (
      "Dconst", "of a series",
      { graph in
        graph.unit("Dconst", .demand, [.constant(20), list("Dseries", [99, 1, 1])(&graph), .constant(0.001)])[0]
      }
    ),
    (
      "Dconst", "meets its sum",
      { graph in
        graph.unit("Dconst", .demand, [.constant(10), list("Dseries", [99, 1, 1])(&graph), .constant(0.001)])[0]
      }
    ),
    (
      "Dswitch1", "lists",
      { graph in
        let index = list("Dseq", [99, 0, 1, 2, 1, 4, -1])(&graph)
        let inner = list("Dseries", [99, 10, 1])(&graph)
        return graph.unit("Dswitch1", .demand, [index, .constant(5), inner, .constant(7)])[0]
      }
    ),
    (
      "Dswitch", "lists",
      { graph in
        let index = list("Dseq", [99, 0, 1, 2, 1])(&graph)
        let lists = [inner(&graph), list("Dseq", [2, 1, 2])(&graph), list("Dseries", [4, -1, -1])(&graph)]
        return graph.unit("Dswitch", .demand, [index] + lists)[0]
      }
    ),
    (
      "Dreset", "of a series",
      { graph in
        let inner = list("Dseries", [99, 10, 1])(&graph)
        let reset = list("Dseq", [99, 0, 0, 0, 1])(&graph)
        return graph.unit("Dreset", .demand, [inner, reset])[0]
      }
    ),
    (
      "BinaryOpUGen", "of lists",
      { graph in
        let one = list("Dseries", [30, 10, 1])(&graph)
        return graph.unit("BinaryOpUGen", .demand, [one, list("Dseq", [99, 2, 3, 5])(&graph)], special: 2)[0]
      }
    ),
    (
      "UnaryOpUGen", "of a list",
      { graph in graph.unit("UnaryOpUGen", .demand, [list("Dseries", [30, 10, 1])(&graph)], special: 12)[0] }
    ),
  ]

  private static let readers: [NullCase] =
    [Rate.audio, .control].flatMap { rate -> [NullCase] in
      [
        NullCase("Demand", rate, "two, the triggers are noise", channels: 2) { graph in
          let one = list("Dseq", [20, 1, 5, 2, 9])(&graph)
          let other = list("Dwhite", [.infinity, 0, 1])(&graph)
          return graph.unit("Demand", rate, [graph.noise(rate), .constant(0), one, other], outputs: 2)
        },
        NullCase("Demand", rate, "one generator for two", channels: 2) { graph in
          let one = list("Dseries", [99, 0, 1])(&graph)
          return graph.unit("Demand", rate, [graph.noise(rate), graph.noise(rate), one, one], outputs: 2)
        },
        NullCase("Demand", rate, "tells its end") { graph in
          let list = list("Dseq", [1, 1, 5, 2, 9])(&graph)
          let values = graph.unit("Demand", rate, [graph.triggers(rate, hertz: 100), .constant(0), list])
          return graph.unit("Done", .control, values)
        },
      ]
    }
    + [("Duty", [] as [Float]), ("TDuty", [0]), ("TDuty", [1])].flatMap { name, more -> [NullCase] in
      let label = more == [1] ? "gap first, " : ""
      return [Rate.audio, .control].flatMap { rate -> [NullCase] in
        func reader(
          _ pattern: String, _ build: @escaping @Sendable (inout NullGraph) -> [NullGraph.Input]
        ) -> NullCase {
          NullCase(name, rate, label + pattern, channels: 2) { graph in
            let inputs = build(&graph)
            return graph.unit(name, rate, inputs + numbers(more)) + [graph.noise(.audio)]
          }
        }
        return [
          reader("durations on demand") { graph in
            let durations = list("Dseq", [99, 0.01, 0.003, 0.0017])(&graph)
            return [durations, .constant(0), .constant(0), list("Dseq", [99, 1, 5, 2, 9])(&graph)]
          },
          reader("duration glides") { graph in
            let levels = list("Dseq", [99, 1, 5, 2, 9])(&graph)
            return [graph.line(.control, 0.001, 0.02), .constant(0), .constant(0), levels]
          },
          reader("level is a signal") { graph in
            let durations = list("Dwhite", [.infinity, 0.0002, 0.01])(&graph)
            return [durations, .constant(0), .constant(0), graph.noise(rate)]
          },
          reader("reset is noise") { graph in
            let levels = list("Dseq", [99, 1, 5, 2, 9])(&graph)
            return [.constant(0.004), graph.noise(rate), .constant(0), levels]
          },
          reader("reset on demand") { graph in
            let levels = list("Dseq", [99, 1, 5, 2, 9])(&graph)
            return [.constant(0.004), list("Dseq", [99, 0.02, 0.013])(&graph), .constant(0), levels]
          },
          reader("levels end") { graph in
            [.constant(0.02), .constant(0), .constant(2), list("Dseq", [1, 1, 5, 2])(&graph)]
          },
          reader("durations end") { graph in
            [list("Dseq", [2, 0.01, 0.03])(&graph), .constant(0), .constant(2), list("Dseq", [99, 1, 5, 2])(&graph)]
          },
        ]
      }
    }

  private static let envelopes: [NullCase] = [(Rate.audio, Rate.control), (.audio, .audio), (.control, .control)]
    .flatMap { rate, gateRate -> [NullCase] in
      @Sendable func level(_ value: Float, _ graph: inout NullGraph) -> NullGraph.Input {
        gateRate == .audio ? graph.unit("DC", .audio, [.constant(value)])[0] : .constant(value)
      }
      func envelope(
        _ pattern: String, shape: Float = 1, curve: Float = 0, levels: [Float] = [9, 0.2, 1, 0.5, 0.1],
        action: Float = 0, _ others: (@Sendable (inout NullGraph) -> [NullGraph.Input])? = nil
      ) -> NullCase {
        NullCase("DemandEnvGen", rate, "\(pattern), gate \(gateRate.suffix)", channels: 2) { graph in
          let target = list("Dseq", levels)(&graph)
          let duration = list("Dseq", [99, 0.02, 0.013, 0.001])(&graph)
          let head = [target, duration, .constant(shape), .constant(curve)]
          let gates = others.map { $0(&graph) } ?? [level(1, &graph), level(0, &graph)]
          return graph.unit("DemandEnvGen", rate, head + gates + numbers([1.5, 0.1, 1.2, action]))
            + [graph.noise(.audio)]
        }
      }
      return (0...7).map { envelope("shape \($0)", shape: Float($0)) }
        + [-8, 0.0005, 3].map { envelope("curve \($0)", shape: 5, curve: $0) }
        + [
          envelope("levels end", levels: [1, 0.2, 1, 0.5], action: 2),
          envelope("gate opens and closes") { graph in
            let gate = graph.unit("LFPulse", gateRate, [.constant(23), .constant(0), .constant(0.5)])
            return gate + [level(0, &graph)]
          },
          envelope("gate between 0 and 1", action: 2) { graph in
            let gate = graph.unit("MulAdd", gateRate, [graph.gate(gateRate), .constant(0.5), .constant(0.5)])
            return gate + [level(0, &graph)]
          },
          envelope("reset") { graph in
            let gate = graph.unit("DC", gateRate, [.constant(1)])
            return gate + [graph.triggers(gateRate, hertz: 17)]
          },
          envelope("reset jumps") { graph in
            let gate = graph.unit("DC", gateRate, [.constant(1)])
            let reset = graph.triggers(gateRate, hertz: 17)
            return gate + graph.unit("MulAdd", gateRate, [reset, .constant(2), .constant(0)])
          },
        ]
    }

  private static let ramp = NullBuffer.samples((0..<64).map { Float($0) / 64 + ($0 % 2 == 0 ? 0 : 5) }, channels: 2)

  private static let buffers: [NullCase] = [Float(0), 1].flatMap { loop -> [NullCase] in
    [
      NullCase("Dbufrd", .demand, "loop \(Int(loop))", buffers: [ramp]) { graph in
        let phase = list("Dseries", [.infinity, -40, 1.7])(&graph)
        let source = graph.unit("Dbufrd", .demand, [graph.buffer(0), phase, .constant(loop)])[0]
        return graph.unit("Demand", .audio, [graph.triggers(.audio, hertz: 500), .constant(0), source])
      },
      NullCase("Dbufwr", .demand, "loop \(Int(loop))", channels: 2, buffers: [ramp]) { graph in
        let phase = list("Dseries", [90, -4, 1.7])(&graph)
        let values = list("Dwhite", [.infinity, 0, 1])(&graph)
        let writer = graph.unit("Dbufwr", .demand, [graph.buffer(0), phase, values, .constant(loop)])[0]
        let reading = list("Dseries", [.infinity, 0, 1])(&graph)
        let reader = graph.unit("Dbufrd", .demand, [graph.buffer(0), reading, .constant(loop)])[0]
        let reset = graph.triggers(.audio, hertz: 9)
        return graph.unit("Demand", .audio, [graph.triggers(.audio, hertz: 500), reset, writer, reader], outputs: 2)
      },
    ]
  }
}
