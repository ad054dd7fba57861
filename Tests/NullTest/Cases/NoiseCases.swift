enum NoiseCases {
  static let all: [NullCase] = [
    NullUnit("WhiteNoise", [])
  ].flatMap(\.cases)
}
