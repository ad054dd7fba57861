extension PeerSynthDef {
  /// A deck's strip: noise, through what is wanted of an isolator and a filter, onto buses 16 and 17. Without either it is
  /// what the others are compared with.
  ///
  /// The isolator has the same slopes, four sections of `LPF` or `HPF` for each, without the allpass that would keep the
  /// bands in phase. The filter is two sections of `RLPF`.
  static func strip(isolator: Bool, filter: Bool) -> PeerSynthDef {
    var units = [Unit(name: "Control", rate: 1, inputs: [], outputs: 5)]
    func add(_ unit: Unit) -> Input {
      units.append(unit)
      return .unit(units.count - 1)
    }
    func gain(_ input: Input, _ control: Int) -> Input {
      add(Unit(name: "BinaryOpUGen", rate: 2, inputs: [input, .unit(0, output: control)], outputs: 1, special: 2))
    }
    func sum(_ one: Input, _ other: Input) -> Input {
      add(Unit(name: "BinaryOpUGen", rate: 2, inputs: [one, other], outputs: 1))
    }
    func sections(_ name: String, _ input: Input, hertz: Float) -> Input {
      (0..<4).reduce(input) { input, _ in
        add(Unit(name: name, rate: 2, inputs: [input, .constant(hertz)], outputs: 1))
      }
    }
    var outputs: [Input] = []
    for _ in 0..<2 {
      var sound = add(Unit(name: "WhiteNoise", rate: 2, inputs: [], outputs: 1))
      if isolator {
        let low = sections("LPF", sound, hertz: 250)
        let rest = sections("HPF", sound, hertz: 250)
        let mid = sections("LPF", rest, hertz: 2500)
        let high = sections("HPF", rest, hertz: 2500)
        sound = sum(sum(gain(low, 0), gain(mid, 1)), gain(high, 2))
      }
      if filter {
        for _ in 0..<2 {
          sound = add(
            Unit(name: "RLPF", rate: 2, inputs: [sound, .unit(0, output: 3), .unit(0, output: 4)], outputs: 1))
        }
      }
      outputs.append(sound)
    }
    units.append(Unit(name: "Out", rate: 2, inputs: [.constant(16)] + outputs, outputs: 0))
    return PeerSynthDef(
      name: "strip", controls: [("low", 0.5), ("mid", 1), ("high", 0.7), ("corner", 1000), ("rq", 0.7)], units: units)
  }
}
