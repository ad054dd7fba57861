import CRealTime
import RealTime

/// The results of an operator on a signal.
struct UnaryKernel {
  let input: Operand
  let output: UnsafeMutablePointer<Float>
  let frames: Int

  @inline(__always)
  private func lanes(_ result: (Lanes) -> Lanes) {
    var frame = 0
    while frame < frames {
      result(input.lanes(frame)).store(to: output + frame)
      frame &+= 8
    }
  }

  @inline(__always)
  private func values(_ result: (Float) -> Float) {
    var frame = 0
    while frame < frames {
      output[frame] = result(input[frame])
      frame &+= 1
    }
  }

  @inline(__always)
  func perform(_ operation: UnaryOperator) {
    switch operation {
    case .negate: lanes { Lanes.zero - $0 }
    case .not: lanes { Lanes(.!($0 .> 0)) }
    case .bitNot: lanes { Lanes(converting: ~SIMD8<Int32>(processorTruncating: $0)) }
    case .absolute: lanes { $0.magnitude }
    case .ceiling: lanes { $0.ceiled }
    case .floor: lanes { $0.floored }
    case .fraction: lanes { $0 - $0.floored }
    case .sign: lanes { Lanes($0 .> 0) - Lanes($0 .< 0) }
    case .squared: lanes { $0 * $0 }
    case .cubed: lanes { $0 * $0 * $0 }
    case .reciprocal: lanes { 1 / $0 }
    case .squareRoot:
      lanes { signal in
        let root = signal.magnitude.root
        return root.replacing(with: -root, where: signal .< 0)
      }
    case .distort: lanes { $0 / (1 + $0.magnitude) }
    case .softClip:
      lanes { $0.replacing(with: ($0.magnitude - 0.25) / $0, where: $0.magnitude .> 0.5) }
    case .silence: lanes { _ in Lanes.zero }
    case .rectangularWindow: lanes { Lanes(($0 .>= 0) .& ($0 .<= 1)) }
    case .triangularWindow:
      lanes { x in
        let rise = 2 * x
        let both = rise.replacing(with: 2 - rise, where: x .>= 0.5)
        return both.replacing(with: Lanes.zero, where: (x .< 0) .| (x .> 1))
      }
    case .ramp: lanes { $0.clamped(from: 0, to: 1) }
    case .sCurve:
      lanes { smoothstep($0).replacing(with: Lanes.zero, where: $0 .<= 0).replacing(with: 1, where: $0 .>= 1) }
    default: performFunction(operation)
    }
  }

  // Apart, so that the operators of arithmetic stay small in the cache.
  @inline(never)
  private func performFunction(_ operation: UnaryOperator) {
    if frames == 1, answersExactly(operation) { return }
    switch operation {
    case .exponential: lanes { exp($0) }
    case .midiToFrequency: lanes { 440 * exp2(($0 - 69) * (1 / 12)) }
    case .frequencyToMIDI: lanes { log2($0 * (1 / 440)) * 12 + 69 }
    case .midiToRatio: lanes { exp2($0 * (1 / 12)) }
    case .ratioToMIDI: lanes { log2($0) * 12 }
    case .decibelsToAmplitude: lanes { exp2($0 * 0.166_096_4) }
    case .amplitudeToDecibels: lanes { log2($0) * 6.020_599_9 }
    case .octaveToFrequency: lanes { 440 * exp2($0 - 4.75) }
    case .frequencyToOctave: lanes { log2($0 * (1 / 440)) + 4.75 }
    case .logarithm: lanes { log2($0) * 0.693_147_2 }
    case .binaryLogarithm: lanes { log2($0) }
    case .decimalLogarithm: lanes { log2($0) * 0.301_03 }
    case .hyperbolicTangent: lanes { hyperbolicTangent($0) }
    case .sine: lanes { sine(radians: $0) }
    case .cosine: lanes { cosine(radians: $0) }
    // Next to its poles every digit counts.
    case .tangent: values(syrinx_tanf)
    case .arcSine: lanes { arcSine($0) }
    case .arcCosine: lanes { Lanes(repeating: .pi / 2) - arcSine($0) }
    case .arcTangent: lanes { arcTangent($0) }
    case .hyperbolicSine: values(syrinx_sinhf)
    case .hyperbolicCosine: values(syrinx_coshf)
    case .hannWindow:
      lanes { x in
        let window = 0.5 - 0.5 * sine(turns: (x + 0.25).wrappedTurns)
        return window.replacing(with: Lanes.zero, where: (x .< 0) .| (x .> 1))
      }
    case .welchWindow:
      lanes { sine(turns: $0 * 0.5).replacing(with: Lanes.zero, where: ($0 .< 0) .| ($0 .> 1)) }
    default: lanes { $0 }
    }
  }

  /// One value, as control rate asks for, to the last digit: coefficients of filters are made of these.
  @inline(__always)
  private func answersExactly(_ operation: UnaryOperator) -> Bool {
    switch operation {
    case .exponential: output.pointee = syrinx_expf(input[0])
    case .logarithm: output.pointee = syrinx_logf(input[0])
    case .sine: output.pointee = syrinx_sinf(input[0])
    case .cosine: output.pointee = syrinx_cosf(input[0])
    case .arcTangent: output.pointee = syrinx_atanf(input[0])
    default: return transposesExactly(operation)
    }
    return true
  }

  /// The same for pitches and levels, on whose last digit the frame of a trigger may depend.
  @inline(__always)
  private func transposesExactly(_ operation: UnaryOperator) -> Bool {
    let value = input[0]
    switch operation {
    case .midiToFrequency: output.pointee = 440 * syrinx_powf(2, (value - 69) * 0.083_333_333_333)
    case .frequencyToMIDI: output.pointee = syrinx_log2f(value * 0.002_272_727_272_7) * 12 + 69
    case .midiToRatio: output.pointee = syrinx_powf(2, value * 0.083_333_333_333)
    case .ratioToMIDI: output.pointee = 12 * syrinx_log2f(value)
    case .decibelsToAmplitude: output.pointee = syrinx_powf(10, value * 0.05)
    case .amplitudeToDecibels: output.pointee = syrinx_log10f(value) * 20
    case .octaveToFrequency: output.pointee = 440 * syrinx_powf(2, value - 4.75)
    case .frequencyToOctave: output.pointee = syrinx_log2f(value * 0.002_272_727_272_7) + 4.75
    case .binaryLogarithm: output.pointee = syrinx_log2f(value)
    case .decimalLogarithm: output.pointee = syrinx_log10f(value)
    case .hyperbolicTangent: output.pointee = syrinx_tanhf(value)
    default: return false
    }
    return true
  }

  /// The operators that draw random numbers.
  @inline(__always)
  func draw(_ operation: UnaryOperator, _ context: UnsafePointer<RenderContext>) {
    var random = context.pointee.random.pointee
    switch operation {
    case .random: values { random.unipolar() * $0 }
    case .bipolarRandom: values { random.bipolar() * $0 }
    case .linearRandom: values { random.linear() * $0 }
    case .bilinearRandom: values { random.bilinear() * $0 }
    case .sumOfThreeRandom: values { random.sumOfThree() * $0 }
    default: values { random.unipolar() < $0 ? 1 : 0 }
    }
    context.pointee.random.pointee = random
  }
}
