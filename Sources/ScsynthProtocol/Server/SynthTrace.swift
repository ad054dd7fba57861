import Control
import Foundation
import OSC
import RealTime

/// One block of a synth, unit by unit, as `/n_trace` prints it.
struct SynthTrace {
  private let id: Int32
  private let definition: SynthDefinition
  private let controls: [Float]
  /// By unit of the blueprint: what went in, and what came out.
  private var values: [Int: (inputs: [Float], outputs: [Float])] = [:]

  init(_ id: Int32, _ definition: SynthDefinition, controls: [Float]) {
    self.id = id
    self.definition = definition
    self.controls = controls
  }

  /// Inputs come first.
  mutating func add(_ unit: Int, _ numbers: [Float]) {
    if values[unit] == nil { values[unit] = (numbers, []) } else { values[unit]?.outputs = numbers }
  }

  var lines: [String] {
    let blueprint = definition.blueprint
    let units = blueprint.source.units.enumerated().filter { $1.rate == .control || $1.rate == .audio }
    var lines = ["", "TRACE \(id)  \(definition.name)    #units: \(units.count)"]
    for (number, (index, unit)) in units.enumerated() {
      let (inputs, outputs) = numbers(index, unit)
      lines.append("  unit \(number) \(unit.name)")
      lines.append("    in " + Self.text(inputs))
      lines.append("    out" + Self.text(outputs))
    }
    return lines
  }

  private func numbers(_ index: Int, _ unit: SynthDef.Unit) -> ([Float], [Float]) {
    guard let place = definition.blueprint.place(ofUnit: index) else {
      // A unit that gives out controls: its readers take them directly.
      let given = unit.specialIndex..<unit.specialIndex + unit.outputRates.count
      return ([], given.map { controls.indices.contains($0) ? controls[$0] : 0 })
    }
    let (inputs, outputs) = values[place] ?? ([], [])
    // A unit that lags controls has them before its own inputs.
    return (inputs.suffix(unit.inputs.count), outputs)
  }

  private static func text(_ numbers: [Float]) -> String {
    numbers.map { " " + String(format: "%g", Double($0)) }.joined()
  }
}

extension ScsynthServer {
  func tellTrace(_ node: Int32, _ words: [UInt32]) {
    guard let number = words.first.map({ Int32(bitPattern: $0) }) else { return }
    switch number {
    case -1:
      guard words.count >= 3,
        let definition = library.definition(tag: UInt64(words[1]) | UInt64(words[2]) << 32)
      else { return }
      traces[node] = SynthTrace(node, definition, controls: words.dropFirst(3).map { Float(bitPattern: $0) })
    case -2: for line in traces.removeValue(forKey: node)?.lines ?? [] { output(line) }
    default: traces[node]?.add(Int(number), words.dropFirst().map { Float(bitPattern: $0) })
    }
  }

  func groupTrace(_ group: Int32, _ words: [UInt32]) -> [String] {
    var lines = ["TRACE Group \(group)"]
    for at in stride(from: 0, to: words.count - 3, by: 4) {
      let tag = UInt64(words[at + 2]) | UInt64(words[at + 3]) << 32
      let name = words[at + 1] != 0 ? "group" : library.definition(tag: tag)?.name ?? "syrinx"
      lines.append("   \(Int32(bitPattern: words[at])) \(name)")
    }
    return lines
  }
}
