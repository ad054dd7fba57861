enum EnvelopeCases {
  static let all: [NullCase] = [
    NullUnit("Line", [.constant(-1), .constant(2), .constant(0.1), .constant(0)])
  ].flatMap(\.cases)
}
