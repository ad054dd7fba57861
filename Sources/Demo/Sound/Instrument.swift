import Control
import RealTime

/// A unit and how it is set: what a part is played on.
struct Instrument {
  /// The unit's name.
  let unit: String
  /// At full loudness.
  var amplitude: Double
  /// The unit's other inputs, by name, where they are not the unit's own standard.
  var settings: [String: Double] = [:]
  /// A MIDI number, for drums with a pitch.
  var pitch: Double?
  /// −1 left, 1 right.
  var position = 0.0
  /// How far notes lie apart from it to both sides, in turn.
  var spread = 0.0
  /// The share that goes to echo and room.
  var send = 0.2
  /// The part of a note's length for which it is held.
  var hold = 0.95

  /// Buses of the stem's sum and of what goes to echo and room, two each; those below are the engine's outputs.
  static let dryBus: Float = 2
  static let sendBus: Float = 4

  /// A SynthDef that plays one note: the unit, with a control for each of its inputs, put in its place.
  func blueprint(_ engine: EngineControl) throws -> SynthBlueprint {
    guard let specification = engine.units[unit]?.specification else {
      throw DemoError("this program has no unit called \(unit)")
    }
    var def = SynthDefBuilder("demo.\(unit)")
    let inputs = specification.inputs.map {
      def.control($0.name, settings[$0.name].map { Float($0) } ?? $0.standard, rate: .scalar)
    }
    let outputs = def.unit(unit, inputs, outputs: specification.outputs.count)
    let position = def.control("position", 0, rate: .scalar)
    guard let left = outputs.first, let right = outputs.last else { throw DemoError("\(unit) makes no sound") }
    let dry = def.unit("Placement", [left, right, position, .constant(1)], outputs: 2)
    def.unit("Out", [.constant(Self.dryBus)] + dry, outputs: 0)
    if send > 0 {
      let sent = def.unit("Placement", [left, right, position, .constant(Float(send))], outputs: 2)
      def.unit("Out", [.constant(Self.sendBus)] + sent, outputs: 0)
    }
    return try engine.blueprint(def.build())
  }
}
