import Control
import RealTime

enum RandomCases {
  static let all: [NullCase] = [
    NullUnit("Rand", rates: [.scalar], [.range(-3, 5, at: 0.5), .range(-7, 9, at: 2)]),
    NullUnit("IRand", rates: [.scalar], [.range(-3, 5, at: 0.5), .range(-7, 9, at: 2)]),
    NullUnit("ExpRand", rates: [.scalar], [.range(0.1, 5, at: 0.5), .range(0.2, 9, at: 2)]),
    NullUnit("LinRand", rates: [.scalar], [.range(-3, 5, at: 0.5), .range(-7, 9, at: 2), .range(-1, 1, at: 0)]),
    NullUnit("NRand", rates: [.scalar], [.range(-3, 5, at: 0.5), .range(-7, 9, at: 2), .range(0, 8, at: 3)]),
    NullUnit("TRand", [.range(-3, 5, at: 0.5), .range(-7, 9, at: 2, audio: false), .triggers(hertz: 90)]),
    NullUnit("TIRand", [.range(-30, 50, at: 0.5), .range(-70, 90, at: 20, audio: false), .triggers(hertz: 90)]),
    NullUnit("TExpRand", [.range(0.1, 5, at: 0.5), .range(0.1, 9, at: 2, audio: false), .triggers(hertz: 90)]),
    NullUnit("TRand", [.constant(1), .constant(2), .signal], label: "noise triggers"),
    NullUnit("TIRand", [.constant(-100), .constant(200), .signal], label: "noise triggers"),
    NullUnit("TExpRand", [.constant(1), .constant(2), .signal], label: "noise triggers"),
    NullUnit("CoinGate", [.range(0, 1, at: 0.4, audio: false), .triggers(hertz: 300)]),
    NullUnit("CoinGate", [.constant(0.5), .signal], label: "noise triggers"),
    NullUnit("RandID", rates: [.control, .scalar], [.constant(40)]),
    NullUnit("RandSeed", rates: [.audio, .control], [.triggers(hertz: 40), .constant(9)]),
  ].flatMap(\.cases) + [
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
}
