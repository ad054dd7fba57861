public import RealTime

/// Writes a SynthDef unit by unit.
public struct SynthDefBuilder {
  private var def: SynthDef

  public init(_ name: String) { def = SynthDef(name: name, controls: [], units: []) }

  public mutating func control(_ name: String, _ standard: Float, rate: Rate = .control) -> SynthDef.Input {
    def.controls.append(.init(name, standard, rate: rate))
    return .control(def.controls.count - 1)
  }

  /// Adds a unit; gives back its outputs.
  @discardableResult
  public mutating func unit(
    _ name: String, rate: Rate = .audio, _ inputs: [SynthDef.Input], outputs: Int = 1, specialIndex: Int = 0
  ) -> [SynthDef.Input] {
    let index = def.units.count
    let rates = Array(repeating: rate, count: outputs)
    def.units.append(.init(name, rate: rate, inputs: inputs, outputRates: rates, specialIndex: specialIndex))
    return (0..<outputs).map { .wire(unit: index, output: $0) }
  }

  public func build() -> SynthDef { def }
}
