import Control
import RealTime

enum ReverbCases {
  private static let share = NullUnit.Input.range(-0.1, 1.1, at: 0.6, audio: false)

  static let all: [NullCase] = units.flatMap(\.cases) + rooms

  private static let units: [NullUnit] = [
    NullUnit("FreeVerb", rates: [.audio], [.signal, share, share, share]),
    NullUnit("FreeVerb2", rates: [.audio], [.signal, .signal, share, share, share], outputs: 2),
    NullUnit("FreeVerb", rates: [.audio], [.triggers(hertz: 3), share, share, share], label: "clicks", seconds: 1),
    NullUnit(
      "FreeVerb2", rates: [.audio], [.triggers(hertz: 3), .triggers(hertz: 5), share, share, share], outputs: 2,
      label: "clicks", seconds: 1),
    NullUnit(
      "GVerb", rates: [.audio],
      [
        .signal, .constant(10), .range(0.3, 20, at: 3, audio: false),
        .range(0, 1, at: 0.5, audio: false), .range(0, 1, at: 0.5, audio: false), .constant(15),
        .range(0, 1, at: 1, audio: false), .range(0, 1, at: 0.7, audio: false), .range(0, 1, at: 0.5, audio: false),
        .constant(300),
      ], outputs: 2),
  ]

  private static func room(
    _ pattern: String, _ size: Float, seconds: Float = 3, spread: Float = 15, largest: Float = 300
  ) -> NullCase {
    NullCase("GVerb", .audio, pattern, seconds: 1, channels: 2) { graph in
      let numbers = [size, seconds, 0.4, 0.7, spread, 0.3, 0.7, 0.5, largest].map { NullGraph.Input.constant($0) }
      return graph.unit("GVerb", .audio, [graph.triggers(.audio, hertz: 3)] + numbers, outputs: 2)
    }
  }

  private static let rooms: [NullCase] = [
    room("clicks", 10), room("a small room", 1.2), room("a large room", 200, seconds: 8),
    room("no spread", 30, spread: 0),
    room("a wide spread", 30, spread: 90), room("a prime length", 10.03), room("another length", 11.11),
    room("a low largest", 40, largest: 41),
    // Growing beyond its first size scsynth reads beyond its memory.
    NullCase("GVerb", .audio, "shrinks", channels: 2) { graph in
      let numbers = [3, 0.4, 0.7, 15, 0.3, 0.7, 0.5, 300].map { NullGraph.Input.constant($0) }
      let inputs = [graph.noise(.audio), graph.line(.control, 60, 0.5)] + numbers
      return graph.unit("GVerb", .audio, inputs, outputs: 2)
    },
  ]
}
