import Control
import RealTime

enum TriggerCases {
  private static let seconds = NullUnit.Input.range(0, 0.05, at: 0.01, audio: false)
  private static let again = NullUnit.Input.range(-1, 0.2, at: 0)

  static let all: [NullCase] = units.flatMap(\.cases) + peaks + loudness + wrong

  private static let units: [NullUnit] = [
    NullUnit("Trig1", [.triggers(hertz: 40), seconds]), NullUnit("Trig1", [.signal, seconds], label: "noise"),
    NullUnit("Trig", [.triggers(hertz: 40), seconds]), NullUnit("Trig", [.signal, seconds], label: "noise"),
    NullUnit("TDelay", [.triggers(hertz: 40), seconds]), NullUnit("TDelay", [.signal, seconds], label: "noise"),
    NullUnit("Latch", [.signal, .range(-1, 1, at: 1)]),
    NullUnit("Gate", [.signal, .range(-1, 1, at: 1)]),
    NullUnit("ToggleFF", [.triggers(hertz: 40)]), NullUnit("ToggleFF", [.signal], label: "noise"),
    NullUnit("SetResetFF", [.signal, again]),
    NullUnit("PulseCount", [.signal, again]),
    NullUnit("PulseDivider", [.signal, .range(0, 9, at: 3, audio: false), .constant(1.6)]),
    NullUnit(
      "Stepper",
      [
        .signal, again, .range(-3, 2, at: 0, audio: false), .constant(7), .range(-9, 9, at: 2, audio: false),
        .constant(4),
      ]),
    NullUnit("ZeroCrossing", [.signal]), NullUnit("Timer", [.signal]),
    NullUnit("Timer", [.triggers(hertz: 40)], label: "triggers"),
    NullUnit("Peak", [.signal, again]), NullUnit("RunningMin", [.signal, again]),
    NullUnit("RunningMax", [.signal, again]),
    NullUnit("RunningSum", [.signal, .constant(37)]),
    NullUnit("LastValue", [.signal, .range(0, 1, at: 0.3, audio: false)]),
    NullUnit("Sanitize", [.signal, .range(-1, 1, at: 0.5)]),
    NullUnit("AmpComp", rates: [.scalar, .control], [.range(20, 5000, at: 300), .constant(261.6), .constant(0.3333)]),
    NullUnit(
      "AmpComp", rates: [.control],
      [.range(20, 5000, at: 300), .range(50, 500, at: 260, audio: false), .constant(0.3333)], label: "root moves"),
    NullUnit(
      "AmpCompA", rates: [.scalar, .control],
      [.range(20, 15_000, at: 300), .constant(1000), .constant(0.32), .constant(1)]),
  ]

  /// Peak at control rate, of a signal at audio rate.
  private static let peaks: [NullCase] = [Rate.control, .audio].map { rate in
    NullCase("Peak", .control, "of audio, trigger \(rate.suffix)") { graph in
      let signal = graph.noise(.audio)
      return graph.unit("Peak", .control, [signal, graph.triggers(rate, hertz: 60)])
    }
  }

  /// At audio rate scsynth reads a tone of audio rate only.
  private static let loudness: [NullCase] = [
    NullCase("AmpComp", .audio, "glides") { graph in
      let tone = graph.line(.audio, 20, 5000)
      return graph.unit("AmpComp", .audio, [tone, .constant(261.6), .constant(0.3333)])
    },
    NullCase("AmpComp", .audio, "glides, root moves") { graph in
      let tone = graph.line(.audio, 20, 5000)
      return graph.unit("AmpComp", .audio, [tone, graph.line(.control, 50, 500), .constant(0.3333)])
    },
    NullCase("AmpCompA", .audio, "glides") { graph in
      let tone = graph.line(.audio, 20, 15_000)
      return graph.unit("AmpCompA", .audio, [tone, .constant(1000), .constant(0.32), .constant(1)])
    },
  ]

  /// Signals that are no numbers.
  private static let bad: [(name: String, rest: [Float])] = [("Sanitize", [0.5]), ("CheckBadValues", [1, 0])]

  private static let wrong: [NullCase] = bad.map { name, rest in
    NullCase(name, .audio, "bad values") { graph in
      let noise = graph.noise(.audio)
      let gate = graph.unit("BinaryOpUGen", .audio, [noise, .constant(0.5)], special: 9)[0]
      // 1 / 0 is infinite, 0 / 0 is no number.
      let other = graph.unit("BinaryOpUGen", .audio, [graph.noise(.audio), .constant(0)], special: 9)[0]
      let infinite = graph.unit("BinaryOpUGen", .audio, [gate, other], special: 4)[0]
      return graph.unit(name, .audio, [infinite] + rest.map { .constant($0) })
    }
  }
}
