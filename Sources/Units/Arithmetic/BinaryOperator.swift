/// The operators of BinaryOpUGen, by the special index of SynthDef files.
enum BinaryOperator: Int32 {
  case plus, minus, times, wholeDivision, divide, modulo
  case equal, notEqual, less, greater, lessOrEqual, greaterOrEqual
  case minimum, maximum
  case bitAnd, bitOr, bitXor
  case leastCommonMultiple, greatestCommonDivisor
  case round, roundUp, truncate
  case arcTangent, hypotenuse, hypotenuseApproximation, power
  case shiftLeft, shiftRight, shiftRightUnsigned, fill
  case ring1, ring2, ring3, ring4
  case differenceOfSquares, sumOfSquares, squareOfSum, squareOfDifference, absoluteDifference
  case threshold, amplitudeClip, scaleNegative
  case clip, excess, fold, wrap, first
  case randomRange, exponentialRandomRange

  /// Indices without an operator add.
  init(specialIndex: Int) {
    self = Int32(exactly: specialIndex).flatMap(BinaryOperator.init(rawValue:)) ?? .plus
  }

  /// Whether an operand glides in steps that add up to the bit, since the result has edges.
  @inline(__always) var steps: Bool {
    switch self {
    case .plus, .minus, .times, .divide, .equal, .notEqual, .less, .greater, .lessOrEqual, .greaterOrEqual, .minimum,
      .maximum, .power, .differenceOfSquares, .sumOfSquares, .squareOfSum, .squareOfDifference, .clip:
      false
    default: true
    }
  }

  /// Whether each result draws a random number.
  @inline(__always) var draws: Bool { self == .randomRange || self == .exponentialRandomRange }
}
