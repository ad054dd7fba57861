import RealTime

/// Gives every audio-rate output of a graph a shared wire, and takes it back once its last reader has run, so that a synth
/// keeps to a few wires that stay in the cache. Outputs never share with the inputs of the same unit.
struct WireAllocation {
  /// Wire numbers by unit and output; −1 for outputs of other rates.
  private(set) var wires: [[Int]] = []
  private(set) var count = 0

  init(_ def: SynthDef) {
    var lastReader = def.units.map { unit in Array(repeating: -1, count: unit.outputRates.count) }
    for (index, unit) in def.units.enumerated() {
      for case .wire(let source, let output) in unit.inputs { lastReader[source][output] = index }
    }
    var free: [Int] = []
    for (index, unit) in def.units.enumerated() {
      var numbers: [Int] = []
      for rate in unit.outputRates {
        guard rate == .audio else {
          numbers.append(-1)
          continue
        }
        if let reused = free.popLast() {
          numbers.append(reused)
        } else {
          numbers.append(count)
          count += 1
        }
      }
      wires.append(numbers)
      release(readBy: index, unit, lastReader, into: &free)
      for (output, number) in numbers.enumerated() where number >= 0 && lastReader[index][output] < 0 {
        free.append(number)
      }
    }
  }

  private func release(readBy index: Int, _ unit: SynthDef.Unit, _ lastReader: [[Int]], into free: inout [Int]) {
    for (source, outputs) in readOutputs(unit) {
      for output in outputs.sorted() where lastReader[source][output] == index && wires[source][output] >= 0 {
        free.append(wires[source][output])
      }
    }
  }

  private func readOutputs(_ unit: SynthDef.Unit) -> [(key: Int, value: Set<Int>)] {
    var outputs: [Int: Set<Int>] = [:]
    for case .wire(let source, let output) in unit.inputs { outputs[source, default: []].insert(output) }
    return outputs.sorted { $0.key < $1.key }
  }
}
