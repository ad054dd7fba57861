public import Control
public import RealTime

/// What a case writes its synth with: a SynthDef builder, signals to feed units with, and the case's own buffers.
public struct NullGraph {
  public typealias Input = SynthDef.Input

  var builder: SynthDefBuilder
  private let firstBuffer: Int
  private let seconds: Double

  init(_ name: String, firstBuffer: Int, seconds: Double, generator: Int) {
    builder = SynthDefBuilder(name)
    self.firstBuffer = firstBuffer
    self.seconds = seconds
    builder.unit("RandID", rate: .scalar, [.constant(Float(generator))])
    builder.unit("RandSeed", rate: .scalar, [.constant(1), .constant(5)])
  }

  /// Adds a unit; gives back its outputs.
  @discardableResult
  public mutating func unit(
    _ name: String, _ rate: Rate, _ inputs: [Input], outputs: Int = 1, special: Int = 0
  ) -> [Input] {
    builder.unit(name, rate: rate, inputs, outputs: outputs, specialIndex: special)
  }

  /// The case's buffer of this index, as its number.
  public func buffer(_ index: Int) -> Input { .constant(Float(firstBuffer + index)) }

  /// Seeded white noise of this peak.
  public mutating func noise(_ rate: Rate, peak: Float = 1) -> Input {
    let noise = unit("WhiteNoise", rate, [])[0]
    return peak == 1 ? noise : scaled(noise, rate, by: peak, plus: 0)
  }

  /// A straight line from one value to another, over all of the case.
  public mutating func line(_ rate: Rate, _ from: Float, _ to: Float) -> Input {
    unit("Line", rate, [.constant(from), .constant(to), .constant(Float(seconds)), .constant(0)])[0]
  }

  /// A value that jumps about within a range: at control rate a new one in every block, at audio rate in every frame.
  public mutating func jumps(_ rate: Rate, _ low: Float, _ high: Float) -> Input {
    let noise = unit("WhiteNoise", rate, [])[0]
    return scaled(noise, rate, by: (high - low) / 2, plus: (high + low) / 2)
  }

  /// Triggers, so many in a second.
  public mutating func triggers(_ rate: Rate, hertz: Float = 40) -> Input {
    unit("Impulse", rate, [.constant(hertz), .constant(0)])[0]
  }

  /// A gate that is open for the first half.
  public mutating func gate(_ rate: Rate) -> Input {
    let line = line(rate, 1, 0)
    return unit("BinaryOpUGen", rate, [line, .constant(0.5)], special: 9)[0]
  }

  private mutating func scaled(_ input: Input, _ rate: Rate, by factor: Float, plus offset: Float) -> Input {
    unit("MulAdd", rate, [input, .constant(factor), .constant(offset)])[0]
  }
}
