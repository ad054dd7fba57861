import Control
import RealTime

enum ConversionCases {
  static let all: [NullCase] =
    [
      NullUnit("DC", [.range(-2, 3, at: 0, audio: false)]),
      NullUnit("K2A", rates: [.audio], [.range(-2, 3, at: 0.5, audio: false)]),
      NullUnit("T2A", rates: [.audio], [.range(-1, 1, at: 1, audio: false), .constant(5)]),
    ].flatMap(\.cases) + [
      NullCase("A2K", .control, "noise") { graph in
        let noise = graph.noise(.audio)
        return graph.unit("A2K", .control, [noise])
      },
      NullCase("T2K", .control, "impulses") { graph in
        let triggers = graph.triggers(.audio, hertz: 300)
        return graph.unit("T2K", .control, [triggers])
      },
      NullCase("T2K", .control, "noise below and above 0") { graph in
        let noise = graph.noise(.audio)
        let low = graph.unit("BinaryOpUGen", .audio, [noise, .constant(0.99)], special: 1)[0]
        return graph.unit("T2K", .control, [low])
      },
      NullCase("T2A", .audio, "triggers, offset 63") { graph in
        let triggers = graph.triggers(.control, hertz: 100)
        return graph.unit("T2A", .audio, [triggers, .constant(63)])
      },
    ]
}
