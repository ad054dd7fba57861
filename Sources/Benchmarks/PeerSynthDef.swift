/// A SynthDef as scsynth reads it (its file format, version 2), for what the benchmarks compare with.
struct PeerSynthDef {
  enum Input {
    case constant(Float)
    case unit(Int, output: Int = 0)
  }

  struct Unit {
    var name: String
    /// 0 scalar, 1 control, 2 audio.
    var rate: UInt8
    var inputs: [Input]
    var outputs: Int
    var special: Int16 = 0
  }

  var name: String
  /// Controls and their standards, all at control rate; a `Control` unit at index 0 gives them out.
  var controls: [(String, Float)]
  var units: [Unit]

  /// The whole file.
  var bytes: [UInt8] {
    var writer = Writer()
    writer.bytes += Array("SCgf".utf8)
    writer.integer(Int32(2))
    writer.integer(Int16(1))
    writer.text(name)
    let constants = units.flatMap(\.inputs).compactMap { input -> Float? in
      if case .constant(let value) = input { value } else { nil }
    }
    writer.integer(Int32(constants.count))
    for value in constants { writer.integer(value.bitPattern) }
    writer.integer(Int32(controls.count))
    for control in controls { writer.integer(control.1.bitPattern) }
    writer.integer(Int32(controls.count))
    for (index, control) in controls.enumerated() {
      writer.text(control.0)
      writer.integer(Int32(index))
    }
    var constant: Int32 = 0
    writer.integer(Int32(units.count))
    for unit in units {
      writer.text(unit.name)
      writer.integer(unit.rate)
      writer.integer(Int32(unit.inputs.count))
      writer.integer(Int32(unit.outputs))
      writer.integer(unit.special)
      for input in unit.inputs {
        switch input {
        case .constant:
          writer.integer(Int32(-1))
          writer.integer(constant)
          constant += 1
        case .unit(let index, let output):
          writer.integer(Int32(index))
          writer.integer(Int32(output))
        }
      }
      for _ in 0..<unit.outputs { writer.integer(unit.rate) }
    }
    writer.integer(Int16(0))
    return writer.bytes
  }

  private struct Writer {
    var bytes: [UInt8] = []

    mutating func integer<Number: FixedWidthInteger>(_ value: Number) {
      withUnsafeBytes(of: value.bigEndian) { bytes += $0 }
    }

    mutating func text(_ text: String) {
      bytes.append(UInt8(text.utf8.count))
      bytes += Array(text.utf8)
    }
  }
}

extension PeerSynthDef {
  /// A stem: `PlayBuf.ar(2) * EnvGen.kr * volume` onto buses 16 and 17.
  static var stem: PeerSynthDef {
    PeerSynthDef(
      name: "stem", controls: [("bufnum", 0), ("rate", 1), ("volume", 0.8), ("gate", 1)],
      units: [
        Unit(name: "Control", rate: 1, inputs: [], outputs: 4),
        // bufnum, rate, trigger, start, loop, done action
        Unit(
          name: "PlayBuf", rate: 2,
          inputs: [.unit(0), .unit(0, output: 1), .constant(1), .constant(0), .constant(1), .constant(0)], outputs: 2),
        // gate, level scale, level bias, time scale, done action, then Env.asr(0.005, 1, 0.05)
        Unit(
          name: "EnvGen", rate: 1,
          inputs: [
            .unit(0, output: 3), .unit(0, output: 2), .constant(0), .constant(1), .constant(2), .constant(0),
            .constant(2), .constant(1), .constant(-99), .constant(1), .constant(0.005), .constant(5), .constant(-4),
            .constant(0), .constant(0.05), .constant(5), .constant(-4),
          ], outputs: 1),
        Unit(name: "BinaryOpUGen", rate: 2, inputs: [.unit(1), .unit(2)], outputs: 1, special: 2),
        Unit(name: "BinaryOpUGen", rate: 2, inputs: [.unit(1, output: 1), .unit(2)], outputs: 1, special: 2),
        Unit(name: "Out", rate: 2, inputs: [.constant(16), .unit(3), .unit(4)], outputs: 0),
      ])
  }

  /// The same, whose channels PitchShift (a window of 0.2 s) brings back to the pitch of rate 1.
  static var keyLockedStem: PeerSynthDef {
    var def = stem
    let out = def.units.removeLast()
    let ratio = def.units.count
    def.units.append(
      Unit(name: "UnaryOpUGen", rate: 1, inputs: [.unit(0, output: 1)], outputs: 1, special: 16))
    for channel in [3, 4] {
      def.units.append(
        Unit(
          name: "PitchShift", rate: 2,
          inputs: [.unit(channel), .constant(0.2), .unit(ratio), .constant(0), .constant(0)], outputs: 1))
    }
    def.units.append(
      Unit(name: out.name, rate: out.rate, inputs: [.constant(16), .unit(ratio + 1), .unit(ratio + 2)], outputs: 0))
    return def
  }

  /// The master: `(In.ar(16, 2) * 0.72).tanh * 0.9`.
  static var master: PeerSynthDef {
    var units = [Unit(name: "In", rate: 2, inputs: [.constant(16)], outputs: 2)]
    for channel in 0..<2 {
      let first = units.count
      units.append(
        Unit(
          name: "BinaryOpUGen", rate: 2, inputs: [.unit(0, output: channel), .constant(0.72)], outputs: 1, special: 2))
      units.append(Unit(name: "UnaryOpUGen", rate: 2, inputs: [.unit(first)], outputs: 1, special: 36))
      units.append(
        Unit(name: "BinaryOpUGen", rate: 2, inputs: [.unit(first + 1), .constant(0.9)], outputs: 1, special: 2))
    }
    units.append(Unit(name: "Out", rate: 2, inputs: [.constant(0), .unit(3), .unit(6)], outputs: 0))
    return PeerSynthDef(name: "master", controls: [], units: units)
  }
}
