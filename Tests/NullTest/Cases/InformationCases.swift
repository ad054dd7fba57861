import RealTime

enum InformationCases {
  static let all: [NullCase] =
    [
      "SampleRate", "SampleDur", "RadiansPerSample", "ControlRate", "ControlDur", "BlockSize", "NumInputBuses",
      "NumRunningSynths",
    ].flatMap { NullUnit($0, rates: [.scalar], []).cases } + NullUnit("NumRunningSynths", rates: [.control], []).cases
}
