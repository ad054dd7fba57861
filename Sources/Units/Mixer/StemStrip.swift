public import RealTime

/// A stem's channel of the mixer: equaliser, balance, mute.
public struct StemStrip: UnitGenerator {
  public static let specification = UnitSpecification(
    "StemStrip",
    "A stem's channel of the mixer; with bands at 1, in the middle and audible the sound is untouched, to the bit.",
    inputs: [
      .init("left", "The stem, left.", rates: [.audio]),
      .init("right", "The stem, right.", rates: [.audio]),
      .init("low", "Gain below 250 Hz; a change glides.", range: 0...64, standard: 1, rates: [.audio]),
      .init("mid", "Gain from 250 to 2500 Hz.", range: 0...64, standard: 1, rates: [.audio]),
      .init("high", "Gain above 2500 Hz.", range: 0...64, standard: 1, rates: [.audio]),
      .init(
        "pan", "Balance, −1 is left: the other side's gain is the cosine of a quarter turn times its magnitude.",
        range: -1...1, rates: [.audio]),
      .init("audible", "Gain behind all that: 0 mutes.", range: 0...1, standard: 1, rates: [.audio]),
      .init(
        "glide", "Time of a change of any of these.", range: 0...3600, measure: "seconds", standard: 0.02,
        rates: [.control]),
    ],
    outputs: ["left", "right"],
    source: "Linkwitz–Riley crossovers of 48 dB an octave, compensated so that the bands add up to an allpass.")

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }

  var bands: BandGains
  var pan = Glide(at: 0)
  var audible = Glide(at: 1)
  var hasBegun = false
  var finite = FiniteGuard()
  var meter = PeakMeter()

  public init(_ preparation: UnitPreparation) { bands = BandGains(sampleRate: preparation.sampleRate) }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    let (left, right) = (wires[8], wires[9])
    finite.copy(wires[0], wires[1], to: left, right)
    if !hasBegun {
      hasBegun = true
      pan = Glide(at: wires[5][0])
      audible = Glide(at: wires[6][0])
    }
    let controls = BandGains.Controls(low: wires[2], mid: wires[3], high: wires[4], glideSeconds: wires[7].pointee)
    if !bands.isFlat(controls, context) {
      bands.process(left, right, controls, context)
      if finite.clean(left, right) { bands.clear() }
    }
    let steady = LevelSteps.isSteady(pan, wires[5], context) && LevelSteps.isSteady(audible, wires[6], context)
    if !steady || pan.target != 0 || audible.target != 1 { place(left, right, wires, context) }
    meter.note(left, right)
    meter.report(context)
    finite.report(context)
  }

  @inline(__always)
  private mutating func place(
    _ left: UnsafeMutablePointer<Float>, _ right: UnsafeMutablePointer<Float>, _ wires: Wires,
    _ context: UnsafePointer<RenderContext>
  ) {
    let frames = RenderContext.blockFrames
    let pans = context.pointee.scratch
    let gains = pans + 72
    let glide = wires[7].pointee
    LevelSteps.fill(pans, &pan, from: wires[5], glideSeconds: glide, context: context, frames: frames)
    LevelSteps.fill(gains, &audible, from: wires[6], glideSeconds: glide, context: context, frames: frames)
    var frame = 0
    while frame < frames {
      let place = Lanes(loading: pans + frame)
      let gain = Lanes(loading: gains + frame)
      (Lanes(loading: left + frame) * Self.gain(place) * gain).store(to: left + frame)
      (Lanes(loading: right + frame) * Self.gain(-place) * gain).store(to: right + frame)
      frame += 8
    }
  }

  /// Of the side that a pan above 0 leads away from: exactly 1 up to the middle, exactly 0 at the end.
  @inline(__always)
  private static func gain(_ pan: Lanes) -> Lanes {
    let low = pan.replacing(with: Lanes.zero, where: .!(pan .> 0))
    let away = low.replacing(with: Lanes(repeating: 1), where: low .> 1)
    let falling = sine(turns: (1 - away) * 0.25)
    return falling.replacing(with: Lanes(repeating: 1), where: away .== 0)
  }
}
