import Control
import RealTime
import ScsynthProtocol

/// Definitions that the tests send.
enum Definitions {
  static let sine = SynthDef(
    name: "sine",
    controls: [.init("freq", 440), .init("out", 0), .init("arr", 1), .init("", 2), .init("", 3)],
    units: [
      .init("Control", rate: .control, inputs: [], outputRates: Array(repeating: .control, count: 5)),
      .init("SinOsc", rate: .audio, inputs: [.wire(unit: 0, output: 0), .constant(0)], outputRates: [.audio]),
      .init("Out", rate: .audio, inputs: [.wire(unit: 0, output: 1), .wire(unit: 1, output: 0)], outputRates: []),
    ], variants: [.init(name: "sine.low", values: [100, 0, 7, 8, 9])])

  /// A control-rate line of 50 ms with a done action.
  static func line(_ name: String, doneAction: Float) -> SynthDef {
    SynthDef(
      name: name, controls: [],
      units: [
        .init(
          "Line", rate: .control, inputs: [.constant(0), .constant(1), .constant(0.05), .constant(doneAction)],
          outputRates: [.control]),
        .init("Out", rate: .control, inputs: [.constant(900), .wire(unit: 0, output: 0)], outputRates: []),
      ])
  }

  /// A control unit of a kind, straight onto a bus.
  static func control(_ unit: String, rate: Rate, bus: Float, _ standard: Float, inputs: [SynthDef.Input] = [])
    -> SynthDef
  {
    SynthDef(
      name: unit + "\(rate)", controls: [.init("x", standard)],
      units: [
        .init(unit, rate: rate, inputs: inputs, outputRates: [rate]),
        .init(
          "SinOsc", rate: .audio, inputs: [.wire(unit: 0, output: 0), .constant(0)], outputRates: [.audio]),
        .init("Out", rate: .audio, inputs: [.constant(bus), .wire(unit: 1, output: 0)], outputRates: []),
      ])
  }

  /// One of the builder's, which is handed over; what comes back goes to bus 0.
  static func built(
    _ name: String, out: String = "Out", rate: Rate = .audio, bus: Float = 0,
    _ body: (inout SynthDefBuilder) -> [SynthDef.Input]
  ) -> SynthDef {
    var builder = SynthDefBuilder(name)
    let outputs = body(&builder)
    builder.unit(out, rate: rate, [.constant(bus)] + outputs, outputs: 0)
    return builder.build()
  }

  static func bytes(_ definitions: SynthDef...) throws -> [UInt8] { try SynthDefWriter.write(definitions) }
}
