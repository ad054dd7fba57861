import RealTime

/// The page of the units, written from what they declare of themselves.
public enum UnitReference {
  /// In Markdown.
  public static var page: String {
    let units = UnitRegistry(baseline: true).all.map(\.specification)
    var text = """
      # Units

      The \(units.count) unit generators of the engine, from which SynthDefs are made. This page is generated from the \
      catalogue by `make docs`. Rates: a audio, k control, i when the synth starts, d on demand.

      """
    for unit in units { text += section(unit) }
    return text
  }

  private static func section(_ unit: UnitSpecification) -> String {
    var text = "\n## \(unit.name)\n\n\(unit.summary)"
    if !unit.source.isEmpty { text += " Source: \(unit.source)" + (unit.source.hasSuffix(".") ? "" : ".") }
    text += "\n\nRuns at \(letters(unit.rates)). "
    text +=
      unit.outputs.isEmpty ? "Outputs: as the graph asks.\n" : "Outputs: \(unit.outputs.joined(separator: ", ")).\n"
    guard !unit.inputs.isEmpty else { return text }
    text += "\n| input | range | unit | default | rates | |\n| --- | --- | --- | --- | --- | --- |\n"
    for (index, input) in unit.inputs.enumerated() {
      let repeats = unit.lastInputRepeats && index == unit.inputs.count - 1
      text +=
        "| \(input.name)\(repeats ? "…" : "") | \(range(input.range)) | \(input.measure) | \(number(Double(input.standard)))"
      text += " | \(letters(input.rates)) | \(input.summary) |\n"
    }
    return text
  }

  private static func letters(_ rates: [Rate]) -> String {
    rates.sorted { $0 > $1 }.map {
      switch $0 {
      case .scalar: "i"
      case .control: "k"
      case .audio: "a"
      case .demand: "d"
      }
    }.joined(separator: " ")
  }

  private static func range(_ range: ClosedRange<Double>) -> String {
    switch (range.lowerBound.isFinite, range.upperBound.isFinite) {
    case (false, false): "any"
    case (true, false): "\(number(range.lowerBound)) or more"
    case (false, true): "\(number(range.upperBound)) or less"
    case (true, true): "\(number(range.lowerBound)) to \(number(range.upperBound))"
    }
  }

  private static func number(_ value: Double) -> String {
    guard value.isFinite else { return "\(value)" }
    if value == value.rounded(), value.magnitude < 1e15 { return "\(Int(value))" }
    return "\(Float(value))"
  }
}
