/// SynthDefs such as people write.
extension PeerSynthDef {
  /// Four partials, in the middle.
  static var sines: PeerSynthDef {
    var patch = PatchBuilder("sines", [("freq", 440), ("amp", 0.01)])
    let partials = [1, 2.01, 3.02, 4.05].map { (ratio: Float) in
      let pitch = ratio == 1 ? patch.control("freq") : patch.slowTimes(patch.control("freq"), .constant(ratio))
      return patch.audio("SinOsc", [pitch, .constant(0)])[0]
    }
    let sum = patch.audio("Sum4", partials)
    patch.out(patch.audio("Pan2", sum + [.constant(0), patch.control("amp")], outputs: 2))
    return patch.def
  }

  /// Pink noise through a resonance that wanders, at a place that wanders.
  static var filteredNoise: PeerSynthDef {
    var patch = PatchBuilder("filteredNoise", [("freq", 1000), ("rq", 0.2), ("amp", 0.01)])
    let noise = patch.audio("PinkNoise", [])[0]
    let swing = patch.slow("SinOsc", [.constant(0.3), .constant(0)])
    let cutoff = patch.slow("MulAdd", [swing, .constant(500), patch.control("freq")])
    let filtered = patch.audio("RLPF", [noise, cutoff, patch.control("rq")])[0]
    let bright = patch.audio("HPF", [noise, .constant(5000)])[0]
    let sum = patch.plus(filtered, bright)
    let place = patch.slow("LFNoise1", [.constant(1)])
    patch.out(patch.audio("Pan2", [sum, place, patch.control("amp")], outputs: 2))
    return patch.def
  }

  /// A carrier and a modulator under an envelope.
  static var frequencyModulation: PeerSynthDef {
    var patch = PatchBuilder(
      "frequencyModulation", [("freq", 300), ("ratio", 1.5), ("index", 3), ("gate", 1), ("amp", 0.01)])
    let envelope = patch.adsr(0.01, 0.3, 0.7, 0.5, gate: patch.control("gate"))
    let modulatorPitch = patch.slowTimes(patch.control("freq"), patch.control("ratio"))
    let modulator = patch.audio("SinOsc", [modulatorPitch, .constant(0)])[0]
    let depth = patch.slowTimes(patch.slowTimes(patch.control("freq"), patch.control("index")), envelope)
    let pitch = patch.audio("MulAdd", [modulator, depth, patch.control("freq")])[0]
    let carrier = patch.times(patch.audio("SinOsc", [pitch, .constant(0)])[0], envelope)
    patch.out(patch.audio("Pan2", [carrier, .constant(0), patch.control("amp")], outputs: 2))
    return patch.def
  }

  /// Clicks through SuperCollider's own reverb.
  static var reverb: PeerSynthDef {
    var patch = PatchBuilder("reverb", [("room", 0.7)])
    let clicks = [2, 3].map { (hertz: Float) in patch.audio("Impulse", [.constant(hertz), .constant(0)])[0] }
    patch.out(
      patch.audio("FreeVerb2", clicks + [.constant(0.5), patch.control("room"), .constant(0.3)], outputs: 2))
    return patch.def
  }

  /// Clicks through seven combs, which wander, and four all-pass filters on each side.
  static var combs: PeerSynthDef {
    var patch = PatchBuilder("combs", [("amp", 0.2)])
    let click = patch.audio("Impulse", [.constant(2), .constant(0)])[0]
    let late = patch.audio("DelayN", [click, .constant(0.048), .constant(0.048)])[0]
    let combs = (0..<7).map { index in
      let swing = patch.slow("LFNoise1", [.constant(0.1 + Float(index) * 0.01)])
      let time = patch.slow("MulAdd", [swing, .constant(0.04), .constant(0.05)])
      return patch.audio("CombL", [late, .constant(0.1), time, .constant(15)])[0]
    }
    let first = patch.audio("Sum4", Array(combs[0..<4]))[0]
    let sum = patch.audio("Sum4", [first] + combs[4..<7])[0]
    let sides = [Float(0.03), 0.031].map { time in
      (0..<4).reduce(sum) { sound, index in
        let own = Input.constant(time + Float(index) * 0.003)
        return patch.audio("AllpassN", [sound, .constant(0.05), own, .constant(1)])[0]
      }
    }
    patch.out(sides.map { patch.audio("MulAdd", [$0, patch.control("amp"), click])[0] })
    return patch.def
  }

  /// Twenty grains a second out of a buffer, each for a tenth of one.
  static var grains: PeerSynthDef {
    var patch = PatchBuilder("grains", [("rate", 1), ("amp", 0.01)])
    let trigger = patch.slow("Impulse", [.constant(20), .constant(0)])
    let place = patch.slow("LFNoise1", [.constant(1)])
    let sound = patch.audio(
      "GrainBuf",
      [
        trigger, .constant(0.1), .constant(0), patch.control("rate"), .constant(0.3), .constant(2), place,
        .constant(-1),
        .constant(512),
      ], outputs: 2)
    patch.out(sound.map { patch.times($0, patch.control("amp")) })
    return patch.def
  }

  /// The same with TGrains.
  static var triggeredGrains: PeerSynthDef {
    var patch = PatchBuilder("triggeredGrains", [("rate", 1), ("amp", 0.01)])
    let trigger = patch.audio("Impulse", [.constant(20), .constant(0)])[0]
    let swing = patch.slow("LFNoise1", [.constant(2)])
    let centre = patch.slow("MulAdd", [swing, .constant(0.3), .constant(0.5)])
    let place = patch.slow("LFNoise1", [.constant(1)])
    patch.out(
      patch.audio(
        "TGrains",
        [
          trigger, .constant(0), patch.control("rate"), centre, .constant(0.1), place, patch.control("amp"),
          .constant(4),
        ], outputs: 2))
    return patch.def
  }

  /// A note: two oscillators, a filter that the envelope opens, a place.
  static var note: PeerSynthDef {
    var patch = PatchBuilder(
      "note", [("freq", 440), ("amp", 0.05), ("pan", 0), ("gate", 1), ("cutoff", 2000)])
    let envelope = patch.adsr(0.01, 0.2, 0.6, 0.3, gate: patch.control("gate"))
    let saw = patch.audio("Saw", [patch.control("freq")])[0]
    let higher = patch.slowTimes(patch.control("freq"), .constant(1.005))
    let pulse = patch.audio("Pulse", [higher, .constant(0.4)])[0]
    let sound = patch.audio("MulAdd", [pulse, .constant(0.5), saw])[0]
    let cutoff = patch.slow("MulAdd", [patch.control("cutoff"), envelope, .constant(200)])
    let filtered = patch.times(patch.audio("RLPF", [sound, cutoff, .constant(0.3)])[0], envelope)
    patch.out(patch.audio("Pan2", [filtered, patch.control("pan"), patch.control("amp")], outputs: 2))
    return patch.def
  }
}
