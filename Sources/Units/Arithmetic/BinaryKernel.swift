import CRealTime

/// The results of an operator on two signals, but for those that draw random numbers.
struct BinaryKernel {
  let left: Operand
  let right: Operand
  let output: UnsafeMutablePointer<Float>
  let frames: Int

  @inline(__always)
  private func lanes(_ result: (Lanes, Lanes) -> Lanes) {
    var frame = 0
    while frame < frames {
      result(left.lanes(frame), right.lanes(frame)).store(to: output + frame)
      frame &+= 8
    }
  }

  @inline(__always)
  private func mask(_ holds: (Lanes, Lanes) -> SIMDMask<SIMD8<Int32>>) { lanes { Lanes(holds($0, $1)) } }

  @inline(__always)
  private func whole(_ result: (SIMD8<Int32>, SIMD8<Int32>) -> SIMD8<Int32>) {
    lanes { Lanes(converting: result(SIMD8(processorTruncating: $0), SIMD8(processorTruncating: $1))) }
  }

  @inline(__always)
  private func values(_ result: (Float, Float) -> Float) {
    var frame = 0
    while frame < frames {
      output[frame] = result(left[frame], right[frame])
      frame &+= 1
    }
  }

  /// `bound` above it, −`bound` below that, and else the signal.
  @inline(__always)
  private func clipped(_ signal: Lanes, _ bound: Lanes) -> Lanes {
    signal.replacing(with: -bound, where: signal .< -bound).replacing(with: bound, where: signal .> bound)
  }

  @inline(__always)
  func perform(_ operation: BinaryOperator) {
    switch operation {
    case .plus, .shiftRightUnsigned, .fill, .randomRange, .exponentialRandomRange: lanes { $0 + $1 }
    case .minus: lanes { $0 - $1 }
    case .times: lanes { $0 * $1 }
    case .divide: lanes { $0 / $1 }
    case .wholeDivision: lanes { ($0 / $1).floored }
    case .modulo: values(Bounds.modulo)
    case .minimum: lanes { $1.replacing(with: $0, where: $0 .< $1) }
    case .maximum: lanes { $1.replacing(with: $0, where: $0 .> $1) }
    case .first: lanes { first, _ in first }
    default: performLess(operation)
    }
  }

  // Apart, so that the common operators stay small in the cache.
  @inline(never)
  private func performLess(_ operation: BinaryOperator) {
    switch operation {
    case .equal: mask { $0 .== $1 }
    case .notEqual: mask { $0 .!= $1 }
    case .less: mask { $0 .< $1 }
    case .greater: mask { $0 .> $1 }
    case .lessOrEqual: mask { $0 .<= $1 }
    case .greaterOrEqual: mask { $0 .>= $1 }
    case .bitAnd: whole { $0 & $1 }
    case .bitOr: whole { $0 | $1 }
    case .bitXor: whole { $0 ^ $1 }
    case .shiftLeft: whole { $0 &<< $1 }
    case .shiftRight: whole { $0 &>> $1 }
    case .ring1: lanes { $0 * $1 + $0 }
    case .ring2: lanes { $0 * $1 + $0 + $1 }
    case .ring3: lanes { $0 * $0 * $1 }
    case .ring4: lanes { $0 * $0 * $1 - $0 * $1 * $1 }
    case .differenceOfSquares: lanes { $0 * $0 - $1 * $1 }
    case .sumOfSquares: lanes { $0 * $0 + $1 * $1 }
    case .squareOfSum: lanes { ($0 + $1) * ($0 + $1) }
    case .squareOfDifference: lanes { ($0 - $1) * ($0 - $1) }
    case .absoluteDifference: lanes { ($0 - $1).magnitude }
    case .threshold: lanes { $0.replacing(with: Lanes.zero, where: $0 .< $1) }
    case .amplitudeClip: lanes { ($0 * $1).replacing(with: Lanes.zero, where: .!($1 .> 0)) }
    case .scaleNegative: lanes { $0.replacing(with: $0 * $1, where: $0 .< 0) }
    default: performLeast(operation)
    }
  }

  @inline(never)
  private func performLeast(_ operation: BinaryOperator) {
    switch operation {
    case .round: lanes { $0.replacing(with: ($0 / $1 + 0.5).floored * $1, where: $1 .!= 0) }
    case .roundUp: lanes { $0.replacing(with: ($0 / $1).ceiled * $1, where: $1 .!= 0) }
    case .truncate: lanes { $0.replacing(with: ($0 / $1).floored * $1, where: $1 .!= 0) }
    case .hypotenuse: lanes { ($0 * $0 + $1 * $1).root }
    case .hypotenuseApproximation:
      lanes { left, right in
        let (x, y) = (left.magnitude, right.magnitude)
        return x + y - x.replacing(with: y, where: y .< x) * 0.414_213_56
      }
    case .power where frames == 1:
      let (base, exponent) = (left[0], right[0])
      let result = syrinx_powf(base.magnitude, exponent)
      output.pointee = base < 0 ? -result : result
    case .power:
      lanes { base, exponent in
        let result = power(base.magnitude, exponent)
        return result.replacing(with: -result, where: base .< 0)
      }
    case .clip:
      // For negative bounds the two differ.
      if frames > 1 { lanes { $0.clamped(from: -$1, to: $1) } } else { lanes { clipped($0, $1) } }
    case .excess: lanes { $0 - clipped($0, $1) }
    case .fold: values { Bounds.fold($0, -$1, $1) }
    case .wrap: values { Bounds.wrap($0, -$1, $1) }
    case .arcTangent: values { syrinx_atan2f($0, $1) }
    case .leastCommonMultiple: values(WholeNumbers.leastCommonMultiple)
    case .greatestCommonDivisor: values(WholeNumbers.greatestCommonDivisor)
    default: lanes { $0 + $1 }
    }
  }
}
