enum OscillatorCases {
  static let all: [NullCase] = [
    NullUnit("SinOsc", [.range(-200, 12_000, at: 440), .range(-6, 6, at: 0.5)])
  ].flatMap(\.cases)
}
