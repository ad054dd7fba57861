public import Control
import RealTime

/// Reads SynthDef files of versions 0, 1 and 2 (`SCgf`), as clients send them with `/d_recv`.
///
/// Nothing in the bytes is believed: every count is held against what is there, every wire against the units that stand
/// before it. Bytes behind the last definition are ignored.
///
/// - Source: SuperCollider's reference page "Synth Definition File Format".
public struct SynthDefReader {
  private let bytes: UnsafeRawBufferPointer
  private var position = 0
  private var version = 2
  /// What is being read, for errors.
  private var place = "SynthDef file"

  /// The definitions that the bytes hold, in their order.
  ///
  /// - Throws: what is wrong, and where; nothing is then read.
  public static func read(_ bytes: [UInt8]) throws(SynthDefError) -> [SynthDef] {
    try bytes.withUnsafeBufferPointer { buffer throws(SynthDefError) in
      var reader = SynthDefReader(bytes: UnsafeRawBufferPointer(buffer))
      return try reader.file()
    }
  }

  private init(bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  private mutating func file() throws(SynthDefError) -> [SynthDef] {
    let magic: UInt32 = try integer("its first four letters")
    guard magic == 0x5343_6766 else {
      throw failure("does not begin with SCgf: these bytes are no SynthDef file", at: 0)
    }
    let version: Int32 = try integer("its version")
    guard (0...2).contains(version) else {
      throw failure("has version \(version); versions 0, 1 and 2 can be read", at: 4)
    }
    self.version = Int(version)
    let count: Int16 = try integer("its number of definitions")
    guard count >= 0 else { throw failure("counts \(count) definitions", at: 8) }
    var definitions: [SynthDef] = []
    for index in 0..<Int(count) {
      place = "SynthDef \(index) of \(count)"
      definitions.append(try definition())
    }
    return definitions
  }

  private mutating func definition() throws(SynthDefError) -> SynthDef {
    let name = try text("its name")
    place = "SynthDef \(name)"
    let constants = try floats(try count("constants", bytesEach: 4), "constants")
    let standards = try floats(try count("parameters", bytesEach: 4), "parameters")
    var def = SynthDef(name: name, controls: standards.map { SynthDef.Control("", $0) }, units: [])
    for _ in 0..<(try count("parameter names", bytesEach: version < 2 ? 3 : 5)) { try parameterName(&def) }
    let unitCount = try count("units", bytesEach: version < 2 ? 8 : 12)
    def.units.reserveCapacity(unitCount)
    for index in 0..<unitCount {
      place = "SynthDef \(name), unit \(index)"
      def.units.append(try unit(constants, def.units))
    }
    place = "SynthDef \(name)"
    if version > 0 { try variants(&def) }
    return def
  }

  private mutating func parameterName(_ def: inout SynthDef) throws(SynthDefError) {
    let name = try text("a parameter's name")
    let start = position
    let index = try number("parameter \(name)'s index")
    guard def.controls.indices.contains(index) else {
      throw failure("parameter \(name) has index \(index), and there are \(def.controls.count) parameters", at: start)
    }
    def.controls[index].name = name
  }

  private mutating func unit(_ constants: [Float], _ earlier: [SynthDef.Unit]) throws(SynthDefError) -> SynthDef.Unit {
    let name = try text("a unit's name")
    place += " (\(name))"
    let rate = try rate("its rate")
    let inputCount = try count("inputs", bytesEach: 0)
    let outputCount = try count("outputs", bytesEach: 0)
    let special: Int16 = try integer("its special index")
    try check(inputCount, "inputs", bytesEach: version < 2 ? 4 : 8)
    var inputs: [SynthDef.Input] = []
    inputs.reserveCapacity(inputCount)
    for number in 0..<inputCount { inputs.append(try input(number, constants, earlier)) }
    try check(outputCount, "outputs", bytesEach: 1)
    var outputs: [Rate] = []
    outputs.reserveCapacity(outputCount)
    for number in 0..<outputCount { outputs.append(try self.rate("output \(number)'s rate")) }
    return SynthDef.Unit(name, rate: rate, inputs: inputs, outputRates: outputs, specialIndex: Int(special))
  }

  private mutating func input(
    _ number: Int, _ constants: [Float], _ earlier: [SynthDef.Unit]
  ) throws(SynthDefError) -> SynthDef.Input {
    let start = position
    let source = try self.number("input \(number)'s unit")
    let output = try self.number("input \(number)'s output")
    if source == -1 {
      guard constants.indices.contains(output) else {
        throw failure("input \(number) is constant \(output), and there are \(constants.count)", at: start)
      }
      return .constant(constants[output])
    }
    guard earlier.indices.contains(source) else {
      throw failure("input \(number) comes from unit \(source), which does not stand before it", at: start)
    }
    guard earlier[source].outputRates.indices.contains(output) else {
      throw failure(
        "input \(number) is output \(output) of unit \(source) (\(earlier[source].name)), which has "
          + "\(earlier[source].outputRates.count)", at: start)
    }
    return .wire(unit: source, output: output)
  }

  private mutating func variants(_ def: inout SynthDef) throws(SynthDefError) {
    let start = position
    let count: Int16 = try integer("its number of variants")
    guard count >= 0 else { throw failure("counts \(count) variants", at: start) }
    for _ in 0..<Int(count) {
      let name = try text("a variant's name")
      try check(def.controls.count, "parameters of variant \(name)", bytesEach: 4)
      def.variants.append(SynthDef.Variant(name: name, values: try floats(def.controls.count, "variant \(name)")))
    }
  }
}

extension SynthDefReader {
  private func failure(_ what: String, at offset: Int) -> SynthDefError {
    SynthDefError("\(place), byte \(offset): \(what)")
  }

  private mutating func integer<Value: FixedWidthInteger & BitwiseCopyable>(
    _ what: String
  ) throws(SynthDefError) -> Value {
    let size = MemoryLayout<Value>.size
    guard bytes.count - position >= size else { throw failure("the bytes end before \(what)", at: position) }
    defer { position += size }
    return Value(bigEndian: bytes.loadUnaligned(fromByteOffset: position, as: Value.self))
  }

  /// A number that is 16 bits wide in versions 0 and 1, 32 in version 2.
  private mutating func number(_ what: String) throws(SynthDefError) -> Int {
    if version < 2 {
      let value: Int16 = try integer(what)
      return Int(value)
    }
    let value: Int32 = try integer(what)
    return Int(value)
  }

  /// - Parameter bytesEach: what each takes at least; the rest of the file must be able to hold them.
  private mutating func count(_ what: String, bytesEach: Int) throws(SynthDefError) -> Int {
    let start = position
    let value = try number("its number of \(what)")
    guard value >= 0 else { throw failure("counts \(value) \(what)", at: start) }
    try check(value, what, bytesEach: bytesEach)
    return value
  }

  private func check(_ count: Int, _ what: String, bytesEach: Int) throws(SynthDefError) {
    guard count <= (bytes.count - position) / max(1, bytesEach) || bytesEach == 0 else {
      throw failure("counts \(count) \(what), and only \(bytes.count - position) bytes follow", at: position)
    }
  }

  private mutating func rate(_ what: String) throws(SynthDefError) -> Rate {
    let start = position
    let value: UInt8 = try integer(what)
    guard let rate = Rate(rawValue: value) else { throw failure("\(what) is \(value); rates are 0 to 3", at: start) }
    return rate
  }

  private mutating func floats(_ count: Int, _ what: String) throws(SynthDefError) -> [Float] {
    var values: [Float] = []
    values.reserveCapacity(count)
    for _ in 0..<count {
      let bits: UInt32 = try integer(what)
      values.append(Float(bitPattern: bits))
    }
    return values
  }

  /// A byte that counts, then so many letters.
  private mutating func text(_ what: String) throws(SynthDefError) -> String {
    let length: UInt8 = try integer(what)
    guard bytes.count - position >= Int(length) else { throw failure("the bytes end within \(what)", at: position) }
    defer { position += Int(length) }
    return String(
      decoding: UnsafeRawBufferPointer(rebasing: bytes[position..<position + Int(length)]), as: UTF8.self)
  }
}
