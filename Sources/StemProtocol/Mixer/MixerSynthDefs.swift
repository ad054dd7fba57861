import Control
import RealTime

/// The SynthDefs of the mixer, made by our own code from units that any client could use.
enum MixerSynthDefs {
  /// A stem: a player onto its deck's buses. `StemPlayer` tells how its controls seek and loop.
  static var stem: SynthDef {
    var def = SynthDefBuilder("syrinx.stem")
    let buffer = def.control("buffer", 0, rate: .scalar)
    let rate = def.control("rate", 1, rate: .audio)
    let level = def.control("level", 0.8, rate: .audio)
    let gate = def.control("gate", 1, rate: .audio)
    let loop = def.control("loop", 1, rate: .audio)
    let start = def.control("start", 0, rate: .scalar)
    let startFine = def.control("startFine", 0, rate: .scalar)
    let length = def.control("length", 0, rate: .scalar)
    let lengthFine = def.control("lengthFine", 0, rate: .scalar)
    let glide = def.control("glide", 0.02)
    let curve = def.control("curve", 0)
    let startLevel = def.control("startLevel", -1, rate: .scalar)
    let bus = def.control("bus", 0, rate: .scalar)
    let loopStart = def.control("loopStart", 0, rate: .audio)
    let loopStartFine = def.control("loopStartFine", 0, rate: .audio)
    let loopEnd = def.control("loopEnd", 0, rate: .audio)
    let loopEndFine = def.control("loopEndFine", 0, rate: .audio)
    let seekPosition = def.control("seekPosition", 0, rate: .audio)
    let seekFine = def.control("seekFine", 0, rate: .audio)
    let seek = def.control("seek", 0, rate: .audio)
    let tap = def.control("tap", MixerBuses.nowhere)
    let quality = def.control("quality", Float(Interpolation.standard.rawValue))
    let stretch = def.control("stretch", -1)
    let sound = def.unit(
      "StemPlayer",
      [
        buffer, rate, level, gate, loop, start, startFine, length, lengthFine, glide, curve, startLevel, loopStart,
        loopStartFine, loopEnd, loopEndFine, seekPosition, seekFine, seek, quality, stretch,
      ],
      outputs: 2)
    let strip = bands(&def) + [def.control("pan", 0, rate: .audio), def.control("audible", 1, rate: .audio)]
    let placed = def.unit("StemStrip", sound + strip + [def.control("stripGlide", 0.02)], outputs: 2)
    def.unit("Out", [bus] + placed, outputs: 0)
    // Where a recording of this stem listens; nowhere else.
    def.unit("Out", [tap] + placed, outputs: 0)
    return def.build()
  }

  /// The controls of an equaliser's three bands.
  private static func bands(_ def: inout SynthDefBuilder) -> [SynthDef.Input] {
    BandLevels.names.map { def.control($0, 1, rate: .audio) }
  }

  /// A deck: its stems' sum, its equaliser, its filter, onto its cue's buses, its faders, onto its own buses and the
  /// master's.
  static var deck: SynthDef {
    var def = SynthDefBuilder("syrinx.deck")
    let source = def.control("source", 0, rate: .scalar)
    let cue = def.control("cue", 0, rate: .scalar)
    let output = def.control("output", 0, rate: .scalar)
    let destination = def.control("destination", 0, rate: .scalar)
    let level = def.control("level", 1, rate: .audio)
    let glide = def.control("glide", 0.02)
    let sum = def.unit("In", [source], outputs: 2)
    let sound = equalised(&def, sum)
    def.unit("Out", [cue] + sound, outputs: 0)
    let crossfade = [def.control("crossfade", 1, rate: .audio), def.control("cut", 0.02)]
    let faded = def.unit("DeckStrip", sound + [level, glide] + crossfade, outputs: 2)
    def.unit("Out", [output] + faded, outputs: 0)
    def.unit("Out", [destination] + faded, outputs: 0)
    return def.build()
  }

  /// A deck's equaliser, and behind it its filter on one knob.
  private static func equalised(_ def: inout SynthDefBuilder, _ sum: [SynthDef.Input]) -> [SynthDef.Input] {
    let isolated = def.unit("Isolator", sum + bands(&def) + [def.control("bandGlide", 0.02)], outputs: 2)
    let standard = DeckSettings()
    let knob = [
      def.control("knob", standard.knob, rate: .audio), def.control("resonance", standard.resonance, rate: .audio),
      def.control("knobGlide", 0.03),
    ]
    return def.unit("DJFilter", isolated + knob, outputs: 2)
  }

  /// The master: the decks' sum, its limiter, onto its own buses.
  static var master: SynthDef {
    var def = SynthDefBuilder("syrinx.master")
    let source = def.control("source", 0, rate: .scalar)
    let output = def.control("output", 0, rate: .scalar)
    let fade = def.control("fade", 1, rate: .audio)
    let glide = def.control("glide", 0.02)
    let sum = def.unit("In", [source], outputs: 2)
    let limiter = def.control("limiter", MasterLimiter.soft.control)
    let sound = def.unit("MasterStrip", sum + [fade, glide, limiter], outputs: 2)
    def.unit("Out", [output] + sound, outputs: 0)
    return def.build()
  }

  /// The headphones: what is mixed for them, their level, onto their own buses.
  static var headphones: SynthDef {
    var def = SynthDefBuilder("syrinx.headphones")
    let source = def.control("source", 0, rate: .scalar)
    let output = def.control("output", 0, rate: .scalar)
    let level = def.control("level", 1, rate: .audio)
    let glide = def.control("glide", 0.02)
    let sum = def.unit("In", [source], outputs: 2)
    let crossfade = def.control("crossfade", 1, rate: .audio)
    let sound = def.unit("DeckStrip", sum + [level, glide, crossfade, .constant(0.02)], outputs: 2)
    def.unit("Out", [output] + sound, outputs: 0)
    return def.build()
  }

  /// A way from a pair of buses to any two others.
  static var send: SynthDef {
    var def = SynthDefBuilder("syrinx.send")
    let source = def.control("source", 0, rate: .scalar)
    let left = def.control("left", 0, rate: .scalar)
    let right = def.control("right", 1, rate: .scalar)
    let level = def.control("level", 1, rate: .audio)
    let glide = def.control("glide", 0.02)
    let startLevel = def.control("startLevel", -1, rate: .scalar)
    let closes = def.control("closes", 0)
    let sum = def.unit("In", [source], outputs: 2)
    let sound = def.unit("Send", sum + [level, glide, startLevel, closes], outputs: 2)
    def.unit("Out", [left, sound[0]], outputs: 0)
    def.unit("Out", [right, sound[1]], outputs: 0)
    return def.build()
  }

  /// The test tone, behind the master's strip.
  static var tone: SynthDef {
    var def = SynthDefBuilder("syrinx.tone")
    let frequency = def.control("frequency", 440, rate: .scalar)
    let output = def.control("output", 0, rate: .scalar)
    let tone = def.unit("Tone", [frequency, .constant(0.1)])
    def.unit("Out", [output, tone[0], tone[0]], outputs: 0)
    return def.build()
  }
}
