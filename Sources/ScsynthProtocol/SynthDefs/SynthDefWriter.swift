public import Control
import RealTime

/// Writes SynthDef files of version 2.
///
/// Controls that units take directly (`SynthDef.Input.control`) come from `Control` units here, one for each run of
/// neighbours of a rate, ahead of all others.
public struct SynthDefWriter {
  private var bytes: [UInt8] = []

  /// - Throws: when a name is longer than 255 bytes or there are more definitions than the format counts.
  public static func write(_ definitions: [SynthDef]) throws(SynthDefError) -> [UInt8] {
    guard let count = Int16(exactly: definitions.count) else {
      throw SynthDefError("\(definitions.count) definitions are too many for one file")
    }
    var writer = SynthDefWriter()
    writer.bytes += Array("SCgf".utf8)
    writer.integer(Int32(2))
    writer.integer(count)
    for definition in definitions { try writer.definition(definition) }
    return writer.bytes
  }

  private mutating func definition(_ def: SynthDef) throws(SynthDefError) {
    try text(def.name)
    let def = Self.withControlUnits(def)
    var constants: [UInt32] = []
    var places: [UInt32: Int] = [:]
    for case .constant(let value) in def.units.lazy.flatMap(\.inputs) where places[value.bitPattern] == nil {
      places[value.bitPattern] = constants.count
      constants.append(value.bitPattern)
    }
    integer(Int32(constants.count))
    for value in constants { integer(value) }
    integer(Int32(def.controls.count))
    for control in def.controls { integer(control.standard.bitPattern) }
    let named = def.controls.enumerated().filter { !$1.name.isEmpty }
    integer(Int32(named.count))
    for (index, control) in named {
      try text(control.name)
      integer(Int32(index))
    }
    integer(Int32(def.units.count))
    for unit in def.units { try self.unit(unit, places) }
    integer(Int16(clamping: def.variants.count))
    for variant in def.variants {
      try text(variant.name)
      for value in variant.values { integer(value.bitPattern) }
    }
  }

  private mutating func unit(_ unit: SynthDef.Unit, _ constants: [UInt32: Int]) throws(SynthDefError) {
    try text(unit.name)
    integer(unit.rate.rawValue)
    integer(Int32(unit.inputs.count))
    integer(Int32(unit.outputRates.count))
    integer(Int16(truncatingIfNeeded: unit.specialIndex))
    for input in unit.inputs {
      switch input {
      case .constant(let value):
        integer(Int32(-1))
        integer(Int32(constants[value.bitPattern] ?? 0))
      case .wire(let source, let output):
        integer(Int32(source))
        integer(Int32(output))
      case .control: break
      }
    }
    for rate in unit.outputRates { integer(rate.rawValue) }
  }

  /// The same definition with units that give the controls out.
  private static func withControlUnits(_ def: SynthDef) -> SynthDef {
    let taken = Set(
      def.units.lazy.flatMap(\.inputs).compactMap { input -> Int? in
        if case .control(let index) = input { index } else { nil }
      })
    guard !taken.isEmpty else { return def }
    var units: [SynthDef.Unit] = []
    var outputs: [Int: SynthDef.Input] = [:]
    for index in taken.sorted() where def.controls.indices.contains(index) {
      let rate = def.controls[index].rate
      if let last = units.last, last.rate == rate, last.specialIndex + last.outputRates.count == index {
        units[units.count - 1].outputRates.append(rate)
      } else {
        let name = rate == .audio ? "AudioControl" : "Control"
        units.append(SynthDef.Unit(name, rate: rate, inputs: [], outputRates: [rate], specialIndex: index))
      }
      outputs[index] = .wire(unit: units.count - 1, output: units[units.count - 1].outputRates.count - 1)
    }
    var result = def
    result.units =
      units
      + def.units.map { unit in
        var moved = unit
        moved.inputs = unit.inputs.map { input in
          switch input {
          case .control(let index): outputs[index] ?? .constant(0)
          case .wire(let source, let output): .wire(unit: source + units.count, output: output)
          case .constant: input
          }
        }
        return moved
      }
    return result
  }

  private mutating func integer<Number: FixedWidthInteger>(_ value: Number) {
    withUnsafeBytes(of: value.bigEndian) { bytes += $0 }
  }

  private mutating func text(_ text: String) throws(SynthDefError) {
    guard let count = UInt8(exactly: text.utf8.count) else {
      throw SynthDefError("the name \(text) is longer than 255 bytes")
    }
    bytes.append(count)
    bytes += Array(text.utf8)
  }
}
