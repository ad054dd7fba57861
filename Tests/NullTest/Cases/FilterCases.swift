import RealTime

enum FilterCases {
  private static let pitch = NullUnit.Input.range(30, 15_000, at: 900)
  /// Frequencies for control rate stay below half its own rate.
  private static let slow = NullUnit.Input.range(2, 300, at: 40)
  private static let rq = NullUnit.Input.range(0.05, 2, at: 0.4)
  private static let seconds = NullUnit.Input.range(0.001, 2, at: 0.05, audio: false)

  /// A filter at both rates, with frequencies that suit each.
  private static func both(_ name: String, _ others: [NullUnit.Input]) -> [NullUnit] {
    [
      NullUnit(name, rates: [.audio], [.signal, pitch] + others),
      NullUnit(name, rates: [.control], [.signal, slow] + others),
    ]
  }

  private static let decibels = NullUnit.Input.range(-24, 24, at: 6)
  private static let radius = NullUnit.Input.range(0, 0.95, at: 0.8)
  private static let coefficient = NullUnit.Input.range(-0.95, 0.95, at: 0.6)

  static let all: [NullCase] =
    ([
      both("LPF", []), both("HPF", []), both("RLPF", [rq]), both("RHPF", [rq]), both("BPF", [rq]), both("BRF", [rq]),
      both("Resonz", [rq]), both("Ringz", [seconds]), both("MidEQ", [rq, decibels]), both("TwoPole", [radius]),
      both("TwoZero", [radius]), both("APF", [radius]),
      // SuperCollider has these at audio rate only.
      ["BLowPass", "BHiPass", "BAllPass", "BBandPass", "BBandStop"].map {
        NullUnit($0, rates: [.audio], [.signal, pitch, rq])
      },
      ["BPeakEQ", "BLowShelf", "BHiShelf"].map { NullUnit($0, rates: [.audio], [.signal, pitch, rq, decibels]) },
      [
        NullUnit(
          "MoogFF", rates: [.audio],
          [.signal, .range(20, 15_000, at: 900, audio: false), .range(-1, 5, at: 2, audio: false), .constant(0)]),
        NullUnit("MoogFF", rates: [.control], [.signal, slow, .range(0, 4, at: 2, audio: false), .constant(0)]),
        NullUnit(
          "MoogFF", rates: [.audio], [.signal, .constant(900), .constant(2), .triggers(hertz: 10)], label: "reset"),
      ],
      ["LPZ1", "HPZ1", "LPZ2", "HPZ2", "BPZ2", "BRZ2", "Slope"].map { NullUnit($0, [.signal]) },
      ["OnePole", "OneZero"].map { NullUnit($0, [.signal, coefficient]) },
      [
        NullUnit("Integrator", [.signal, .range(0, 0.99, at: 0.9, audio: false)]),
        NullUnit("LeakDC", [.signal, .range(0, 0.99, at: 0.995, audio: false)]),
        NullUnit("Decay", [.triggers(hertz: 40), seconds]),
        NullUnit("Decay2", [.triggers(hertz: 40), .range(0.001, 0.1, at: 0.01, audio: false), seconds]),
        NullUnit("Lag", [.signal, seconds]), NullUnit("Lag2", [.signal, seconds]),
        NullUnit("Lag3", [.signal, seconds]),
        NullUnit("LagUD", [.signal, seconds, .constant(0.2)]),
        NullUnit("Lag2UD", [.signal, seconds, .constant(0.2)]),
        NullUnit("Lag3UD", [.signal, seconds, .constant(0.2)]),
        NullUnit("VarLag", [.triggers(hertz: 40), .range(0.001, 0.2, at: 0.05, audio: false), .constant(0.5)]),
        NullUnit("Ramp", [.signal, .range(0.004, 0.2, at: 0.05, audio: false)]),
        NullUnit("Slew", [.signal, .range(10, 10_000, at: 200, audio: false), .constant(300)]),
        NullUnit("FOS", [.signal, .range(0, 1, at: 0.5), .constant(0.3), .range(-0.9, 0.9, at: 0.6)]),
        NullUnit(
          "SOS",
          [.signal, .range(0, 1, at: 0.5), .constant(0.3), .constant(0.2), .range(-0.5, 1, at: 0.6), .constant(-0.4)]),
        NullUnit("Median", [.constant(5), .signal]),
        NullUnit("Hilbert", rates: [.audio], [.signal], outputs: 2),
        NullUnit("FreqShift", rates: [.audio], [.signal, .range(-9000, 12_000, at: 100), .range(0, 3, at: 0.5)]),
      ],
    ] as [[NullUnit]]).flatMap { $0 }.flatMap(\.cases)
}
