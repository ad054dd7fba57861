import Control
import RealTime

enum RandomCases {
  static let all: [NullCase] = [
    NullUnit("Rand", rates: [.scalar], [.range(-3, 5, at: 0.5), .range(-7, 9, at: 2)]),
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
