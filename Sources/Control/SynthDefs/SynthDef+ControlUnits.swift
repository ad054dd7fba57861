import RealTime

extension SynthDef {
  /// The same graph without the units that give controls out in SynthDef files: their readers take the controls directly,
  /// which then are what those units made of them (fixed, triggers, of audio rate). LagControl stays a unit, with the
  /// controls before its lag times.
  ///
  /// - Parameter places: where each unit has come to; nil for those that are gone.
  /// - Throws: when such a unit gives out controls that there are not.
  func withoutControlUnits(_ places: inout [Int?]) throws(SynthDefError) -> SynthDef {
    guard units.contains(where: { Self.controlUnits.contains($0.name) }) else { return self }
    var result = self
    result.units = []
    /// What has taken the place of each unit's outputs.
    var replacements: [[Input]] = []
    for (index, unit) in units.enumerated() {
      var moved = unit
      moved.inputs = unit.inputs.map { Self.moved($0, replacements) }
      guard Self.controlUnits.contains(unit.name) else {
        replacements.append(unit.outputRates.indices.map { .wire(unit: result.units.count, output: $0) })
        places[index] = result.units.count
        result.units.append(moved)
        continue
      }
      let given = unit.specialIndex..<unit.specialIndex + unit.outputRates.count
      guard given.lowerBound >= 0, given.upperBound <= controls.count else {
        throw SynthDefError(
          "SynthDef \(name), unit \(index) (\(unit.name)): gives out controls \(given.lowerBound) to "
            + "\(given.upperBound - 1), and there are \(controls.count)")
      }
      if unit.name == "LagControl" {
        replacements.append(unit.outputRates.indices.map { .wire(unit: result.units.count, output: $0) })
        moved.inputs = given.map { .control($0) } + moved.inputs
        moved.specialIndex = 0
        places[index] = result.units.count
        result.units.append(moved)
        continue
      }
      for control in given {
        result.controls[control].rate = unit.name == "AudioControl" ? .audio : unit.rate
        result.controls[control].isTrigger = unit.name == "TrigControl"
      }
      replacements.append(given.map { .control($0) })
      places[index] = nil
    }
    return result
  }

  private static let controlUnits: Set<String> = ["Control", "TrigControl", "LagControl", "AudioControl"]

  /// Wires that lead nowhere stay as they are, for whoever checks the graph.
  private static func moved(_ input: Input, _ replacements: [[Input]]) -> Input {
    guard case .wire(let unit, let output) = input else { return input }
    guard replacements.indices.contains(unit), replacements[unit].indices.contains(output) else {
      return .wire(unit: -1, output: output)
    }
    return replacements[unit][output]
  }
}
