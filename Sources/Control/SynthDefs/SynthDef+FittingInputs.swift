import RealTime

extension SynthDef {
  /// The same graph as units can take it, where clients write what scsynth's language does not: without inputs behind a
  /// unit's last, which nobody reads, and with a signal of audio rate wherever a unit takes nothing else and gets a slower
  /// one, which is brought there by K2A.
  ///
  /// - Parameter places: where each unit has come to, brought up to date.
  func withFittingInputs(_ registry: UnitRegistry, _ places: inout [Int?]) -> SynthDef {
    var result = self
    result.units = []
    var moves: [Int] = []
    for unit in units {
      var moved = unit
      moved.inputs = unit.inputs.map { input in
        guard case .wire(let source, let output) = input else { return input }
        return .wire(unit: moves.indices.contains(source) ? moves[source] : -1, output: output)
      }
      let specification = registry[unit.name]?.specification
      let inputs = specification?.inputs ?? []
      if let specification, !specification.lastInputRepeats { moved.inputs = Array(moved.inputs.prefix(inputs.count)) }
      for (number, input) in moved.inputs.enumerated() where !inputs.isEmpty {
        guard inputs[min(number, inputs.count - 1)].needsAudio(of: unit.rate) else { continue }
        guard let rate = result.rate(of: input), rate != .audio, rate != .demand else { continue }
        result.units.append(Unit("K2A", rate: .audio, inputs: [input], outputRates: [.audio]))
        moved.inputs[number] = .wire(unit: result.units.count - 1, output: 0)
      }
      moves.append(result.units.count)
      result.units.append(moved)
    }
    places = places.map { $0.map { moves[$0] } }
    return result
  }

  /// Nil when the input points to nothing.
  private func rate(of input: Input) -> Rate? {
    switch input {
    case .constant: .scalar
    case .control(let index): controls.indices.contains(index) ? controls[index].rate : nil
    case .wire(let unit, let output):
      units.indices.contains(unit) && units[unit].outputRates.indices.contains(output)
        ? units[unit].outputRates[output] : nil
    }
  }
}
