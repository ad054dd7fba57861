public import RealTime

/// The faders of a deck's channel of the mixer: its level, and its side of the crossfader.
public struct DeckStrip: UnitGenerator {
  public static let specification = UnitSpecification(
    "DeckStrip", "The faders of a deck: its level times its side of the crossfader.",
    inputs: [
      .init("left", "The deck's sum, left.", standard: 0, rates: [.audio]),
      .init("right", "The deck's sum, right.", standard: 0, rates: [.audio]),
      .init("level", "Gain; a change glides.", range: 0...64, standard: 1, rates: [.audio]),
      .init(
        "glide", "Time of a change of level.", range: 0...3600, measure: "seconds", standard: 0.02, rates: [.control]),
      .init("crossfade", "Gain of the crossfader; a change glides.", range: 0...1, standard: 1, rates: [.audio]),
      .init(
        "cut", "Time of a change of the crossfader's gain.", range: 0...3600, measure: "seconds", standard: 0.02,
        rates: [.control]),
    ],
    outputs: ["left", "right"])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }

  var level = Glide(at: 1)
  var crossfade = Glide(at: 1)
  var hasBegun = false
  var meter = PeakMeter()

  public init(_ preparation: UnitPreparation) {}

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    if !hasBegun {
      hasBegun = true
      level = Glide(at: wires[2][0])
      crossfade = Glide(at: wires[4][0])
    }
    let levels = context.pointee.scratch
    let crossfades = levels + 72
    LevelSteps.fill(
      levels, &level, from: wires[2], glideSeconds: wires[3].pointee, context: context, frames: frames)
    LevelSteps.fill(
      crossfades, &crossfade, from: wires[4], glideSeconds: wires[5].pointee, context: context, frames: frames)
    let (left, right) = (wires[6], wires[7])
    var frame = 0
    while frame < frames {
      let gain = Lanes(loading: levels + frame) * Lanes(loading: crossfades + frame)
      (Lanes(loading: wires[0] + frame) * gain).store(to: left + frame)
      (Lanes(loading: wires[1] + frame) * gain).store(to: right + frame)
      frame += 8
    }
    meter.note(left, right)
    meter.report(context)
  }
}
