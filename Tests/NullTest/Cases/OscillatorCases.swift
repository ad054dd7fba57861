enum OscillatorCases {
  static let all: [NullCase] = [
    NullUnit("Impulse", [.range(-900, 2_000, at: 440), .range(-1.3, 2.7, at: 0.3)]),
    NullUnit("Impulse", [.constant(100), .constant(0)], label: "plain"),
    NullUnit("SinOsc", [.range(-200, 12_000, at: 440), .range(-6, 6, at: 0.5)])
  ].flatMap(\.cases)
}
