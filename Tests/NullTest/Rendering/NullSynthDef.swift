import Control
import RealTime

/// SynthDefs without controls as a file of version 2.
enum NullSynthDef {
  static func file(_ defs: [SynthDef]) -> [UInt8] {
    Array("SCgf".utf8) + int32(2) + int16(defs.count) + defs.flatMap(definition)
  }

  private static func definition(_ def: SynthDef) -> [UInt8] {
    var constants: [Float] = []
    for unit in def.units {
      for case .constant(let value) in unit.inputs
      where !constants.contains(where: { $0.bitPattern == value.bitPattern }) { constants.append(value) }
    }
    var bytes =
      text(def.name) + int32(constants.count) + constants.flatMap { int32(Int(Int32(bitPattern: $0.bitPattern))) }
    bytes += int32(0) + int32(0) + int32(def.units.count)
    for unit in def.units {
      bytes += text(unit.name) + [unit.rate.rawValue] + int32(unit.inputs.count) + int32(unit.outputRates.count)
      bytes += int16(unit.specialIndex)
      for input in unit.inputs {
        switch input {
        case .constant(let value):
          let index = constants.firstIndex { $0.bitPattern == value.bitPattern } ?? 0
          bytes += int32(-1) + int32(index)
        case .wire(let unit, let output): bytes += int32(unit) + int32(output)
        case .control: preconditionFailure("a null test has no controls")
        }
      }
      bytes += unit.outputRates.map(\.rawValue)
    }
    return bytes + int16(0)
  }

  private static func text(_ text: String) -> [UInt8] { [UInt8(text.utf8.count)] + Array(text.utf8) }
  private static func int32(_ value: Int) -> [UInt8] { withUnsafeBytes(of: Int32(value).bigEndian) { Array($0) } }
  private static func int16(_ value: Int) -> [UInt8] { withUnsafeBytes(of: Int16(value).bigEndian) { Array($0) } }
}
