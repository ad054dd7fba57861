enum EnvelopeCases {
  static let all: [NullCase] = [
    NullUnit("Line", [.constant(-1), .constant(2), .constant(0.1), .constant(0)]),
    NullUnit("XLine", [.constant(0.01), .constant(2), .constant(0.1), .constant(0)]),
    NullUnit("XLine", [.constant(-3), .constant(-0.001), .constant(0.5), .constant(0)], label: "down"),
    NullUnit("XLine", [.constant(1), .constant(3), .constant(0), .constant(0)], label: "at once"),
  ].flatMap(\.cases)
}
