import RealTime

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// What an instrument works out of its inputs before its note begins.
extension UnitPreparation {
  /// An input's value at the start of the note, within its range; its standard where a unit computes it.
  func number(_ index: Int, of specification: UnitSpecification) -> Float {
    let input = specification.inputs[index]
    let value = inputValues.indices.contains(index) ? inputValues[index] ?? input.standard : input.standard
    guard value.isFinite else { return input.standard }
    return Float(min(max(Double(value), input.range.lowerBound), input.range.upperBound))
  }

  /// At least one, at most an hour's.
  func frames(_ seconds: Float) -> Int32 { Int32(min(max(Double(seconds) * sampleRate, 1), 3600 * 192_000)) }

  /// What a level is multiplied by each frame to fall by 60 dB in `seconds`.
  func fall(_ seconds: Float) -> Float { fall(seconds, over: 1) }

  /// What it is multiplied by in so many frames.
  func fall(_ seconds: Float, over passed: Int32) -> Float {
    Float(pow(0.001, Double(passed) / Double(frames(seconds))))
  }

  /// Turns a frame, below half a turn.
  func turns(_ hertz: Float) -> Float { min(hertz / Float(sampleRate), 0.49) }

  /// The coefficient g of a filter at this corner: tan(π · hertz / sample rate), kept below 0.42 of the sample rate.
  func corner(_ hertz: Float) -> Float {
    Float(tan(Double.pi * min(max(Double(hertz), 1) / sampleRate, 0.42)))
  }

  /// The share by which a one-pole low pass at this corner moves towards its input each frame.
  func smoothing(_ hertz: Float) -> Float {
    Float(1 - exp(-2 * Double.pi * min(max(Double(hertz), 0.1) / sampleRate, 0.45)))
  }

  /// What a pitch is multiplied by each frame to go from one to the other in `seconds`.
  func climb(_ seconds: Float, from low: Float, to high: Float) -> Float {
    Float(pow(Double(max(high, 1) / max(low, 1)), 1 / Double(frames(seconds))))
  }
}
