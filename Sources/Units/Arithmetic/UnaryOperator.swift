/// The operators of UnaryOpUGen, by the special index of SynthDef files.
enum UnaryOperator: Int32 {
  case negate, not, isNil, notNil, bitNot, absolute, asFloat, asInteger
  case ceiling, floor, fraction, sign, squared, cubed, squareRoot, exponential, reciprocal
  case midiToFrequency, frequencyToMIDI, midiToRatio, ratioToMIDI
  case decibelsToAmplitude, amplitudeToDecibels, octaveToFrequency, frequencyToOctave
  case logarithm, binaryLogarithm, decimalLogarithm
  case sine, cosine, tangent, arcSine, arcCosine, arcTangent
  case hyperbolicSine, hyperbolicCosine, hyperbolicTangent
  case random, bipolarRandom, linearRandom, bilinearRandom, sumOfThreeRandom
  case distort, softClip, coin
  case digitValue, silence, through
  case rectangularWindow, hannWindow, welchWindow, triangularWindow
  case ramp, sCurve

  /// Indices without an operator let the signal through.
  init(specialIndex: Int) {
    self = Int32(exactly: specialIndex).flatMap(UnaryOperator.init(rawValue:)) ?? .through
  }

  /// Whether each result draws a random number.
  @inline(__always) var draws: Bool {
    rawValue >= Self.random.rawValue && rawValue <= Self.sumOfThreeRandom.rawValue || self == .coin
  }
}
