/// Writes a SynthDef unit by unit, as the class library of SuperCollider's language would.
struct PatchBuilder {
  typealias Input = PeerSynthDef.Input

  private(set) var def: PeerSynthDef

  /// - Parameter controls: with their standards, all at control rate.
  init(_ name: String, _ controls: [(String, Float)] = []) {
    def = PeerSynthDef(name: name, controls: controls, units: [])
    if !controls.isEmpty {
      def.units.append(PeerSynthDef.Unit(name: "Control", rate: 1, inputs: [], outputs: controls.count))
    }
  }

  func control(_ name: String) -> Input { .unit(0, output: def.controls.firstIndex { $0.0 == name } ?? 0) }

  @discardableResult
  mutating func audio(_ name: String, _ inputs: [Input], outputs: Int = 1, special: Int16 = 0) -> [Input] {
    add(PeerSynthDef.Unit(name: name, rate: 2, inputs: inputs, outputs: outputs, special: special))
  }

  mutating func slow(_ name: String, _ inputs: [Input], special: Int16 = 0) -> Input {
    add(PeerSynthDef.Unit(name: name, rate: 1, inputs: inputs, outputs: 1, special: special))[0]
  }

  mutating func times(_ one: Input, _ other: Input) -> Input { audio("BinaryOpUGen", [one, other], special: 2)[0] }

  mutating func slowTimes(_ one: Input, _ other: Input) -> Input { slow("BinaryOpUGen", [one, other], special: 2) }

  mutating func plus(_ one: Input, _ other: Input) -> Input { audio("BinaryOpUGen", [one, other])[0] }

  mutating func slowPlus(_ one: Input, _ other: Input) -> Input { slow("BinaryOpUGen", [one, other]) }

  /// `EnvGen.kr(Env.adsr(attack, decay, sustain, release), gate, doneAction: 2)`.
  mutating func adsr(
    _ attack: Float, _ decay: Float, _ sustain: Float, _ release: Float, gate: Input
  ) -> Input {
    var inputs: [Input] = [gate] + [1, 0, 1, 2, 0, 3, 2, -99].map { .constant($0) }
    for (level, time) in [(1, attack), (sustain, decay), (0, release)] as [(Float, Float)] {
      inputs += [.constant(level), .constant(time), .constant(5), .constant(-4)]
    }
    return slow("EnvGen", inputs)
  }

  mutating func out(_ channels: [Input]) { audio("Out", [.constant(0)] + channels, outputs: 0) }

  private mutating func add(_ unit: PeerSynthDef.Unit) -> [Input] {
    def.units.append(unit)
    let index = def.units.count - 1
    return (0..<unit.outputs).map { .unit(index, output: $0) }
  }
}
