import Control
import RealTime

enum RandomCases {
  static let all: [NullCase] =
    [
      NullUnit("Rand", rates: [.scalar], [.range(-3, 5, at: 0.5), .range(-7, 9, at: 2)]),
      NullUnit("IRand", rates: [.scalar], [.range(-3, 5, at: 0.5), .range(-7, 9, at: 2)]),
      NullUnit("ExpRand", rates: [.scalar], [.range(0.1, 5, at: 0.5), .range(0.2, 9, at: 2)]),
      NullUnit("LinRand", rates: [.scalar], [.range(-3, 5, at: 0.5), .range(-7, 9, at: 2), .range(-1, 1, at: 0)]),
      NullUnit("NRand", rates: [.scalar], [.range(-3, 5, at: 0.5), .range(-7, 9, at: 2), .range(0, 8, at: 3)]),
      NullUnit("CoinGate", [.range(0, 1, at: 0.4, audio: false), .triggers(hertz: 300)]),
      NullUnit("CoinGate", [.constant(0.5), .signal], label: "noise triggers"),
      NullUnit("RandID", rates: [.control, .scalar], [.constant(40)]),
      NullUnit("RandSeed", rates: [.audio, .control], [.triggers(hertz: 40), .constant(9)]),
    ].flatMap(\.cases) + triggered("TRand", -3, 5) + triggered("TIRand", -30, 50) + triggered("TExpRand", 0.1, 4) + [
      NullCase("RandSeed", .control, "seeds noise anew at each trigger") { graph in
        let triggers = graph.triggers(.control)
        graph.unit("RandSeed", .control, [triggers, .constant(12_345.7)])
        return [graph.noise(.audio)]
      },
      NullCase("RandSeed", .audio, "seeds noise anew at each trigger") { graph in
        let triggers = graph.triggers(.audio, hertz: 90)
        graph.unit("RandSeed", .audio, [triggers, .constant(-7)])
        return [graph.noise(.audio)]
      },
      NullCase("RandID", .scalar, "numbers that are none") { graph in
        graph.unit("RandID", .scalar, [.constant(64)])
        graph.unit("RandID", .scalar, [.constant(-1)])
        return [graph.noise(.audio)]
      },
    ]

  /// The trigger is given back, too: else scsynth would read it where the result was already written over it.
  private static func triggered(_ name: String, _ low: Float, _ high: Float) -> [NullCase] {
    [Rate.audio, .control].flatMap { rate -> [NullCase] in
      var cases = [
        NullCase(name, rate, "still", channels: 2) { graph in
          let trigger = graph.triggers(rate, hertz: 90)
          return graph.unit(name, rate, [.constant(low), .constant(high), trigger]) + [trigger]
        },
        NullCase(name, rate, "bounds jump, kr", channels: 2) { graph in
          let trigger = graph.triggers(rate, hertz: 90)
          let (from, to) = (graph.jumps(.control, low, high), graph.jumps(.control, low, high))
          return graph.unit(name, rate, [from, to, trigger]) + [trigger]
        },
        NullCase(name, rate, "triggers of noise", channels: 2) { graph in
          let trigger = graph.noise(rate)
          return graph.unit(name, rate, [.constant(low), .constant(high), trigger]) + [trigger]
        },
      ]
      if rate == .audio {
        cases.append(
          NullCase(name, rate, "bounds jump, ar", channels: 2) { graph in
            let trigger = graph.triggers(rate, hertz: 90)
            let (from, to) = (graph.jumps(.audio, low, high), graph.jumps(.audio, low, high))
            return graph.unit(name, rate, [from, to, trigger]) + [trigger]
          })
      }
      return cases
    }
  }
}
