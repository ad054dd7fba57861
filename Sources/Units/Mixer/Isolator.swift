public import RealTime

/// A DJ's equaliser: three bands, each of which can be taken away altogether.
public struct Isolator: UnitGenerator {
  public static let specification = UnitSpecification(
    "Isolator",
    "Three bands that can be taken away altogether; at gains of 1 the sound is untouched, to the bit.",
    inputs: [
      .init("left", "The sound, left.", rates: [.audio]),
      .init("right", "The sound, right.", rates: [.audio]),
      .init("low", "Gain below 250 Hz; a change glides.", range: 0...64, standard: 1, rates: [.audio]),
      .init("mid", "Gain from 250 to 2500 Hz.", range: 0...64, standard: 1, rates: [.audio]),
      .init("high", "Gain above 2500 Hz.", range: 0...64, standard: 1, rates: [.audio]),
      .init(
        "glide", "Time of a change of a gain.", range: 0...3600, measure: "seconds", standard: 0.02, rates: [.control]),
    ],
    outputs: ["left", "right"],
    source: "Linkwitz–Riley crossovers of 48 dB an octave, compensated so that the bands add up to an allpass.")

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }

  var bands: BandGains
  var finite = FiniteGuard()

  public init(_ preparation: UnitPreparation) { bands = BandGains(sampleRate: preparation.sampleRate) }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    let (left, right) = (wires[6], wires[7])
    finite.copy(wires[0], wires[1], to: left, right)
    let controls = BandGains.Controls(low: wires[2], mid: wires[3], high: wires[4], glideSeconds: wires[5].pointee)
    if !bands.isFlat(controls, context) {
      bands.process(left, right, controls, context)
      if finite.clean(left, right) { bands.clear() }
    }
    finite.report(context)
  }
}
