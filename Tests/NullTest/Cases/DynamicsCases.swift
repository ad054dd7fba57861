import Control
import RealTime

enum DynamicsCases {
  private static let seconds = NullUnit.Input.range(0.001, 0.2, at: 0.01, audio: false)

  static let all: [NullCase] =
    [
      NullUnit("Amplitude", [.signal, seconds, seconds]),
      NullUnit(
        "Compander",
        [
          .signal, .signal(peak: 0.8), .range(0.1, 0.9, at: 0.4, audio: false), .range(0.5, 4, at: 2, audio: false),
          .range(0.1, 1, at: 0.5, audio: false), seconds, seconds,
        ]),
      NullUnit("Limiter", rates: [.audio], [.signal(peak: 3), .range(0.1, 2, at: 0.5, audio: false), .constant(0.01)]),
      NullUnit(
        "Normalizer", rates: [.audio], [.signal(peak: 3), .range(0.1, 2, at: 0.5, audio: false), .constant(0.01)]),
    ].flatMap(\.cases) + [
      NullCase("Amplitude", .control, "of audio") { graph in
        let signal = graph.noise(.audio)
        return graph.unit("Amplitude", .control, [signal, .constant(0.01), .constant(0.05)])
      }
    ]
}
