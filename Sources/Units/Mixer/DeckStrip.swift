public import RealTime

/// A deck's channel of the mixer: its level, which glides.
public struct DeckStrip: UnitGenerator {
  public static let specification = UnitSpecification(
    "DeckStrip", "A deck's channel of the mixer.",
    inputs: [
      .init("left", "The deck's sum, left.", standard: 0, rates: [.audio]),
      .init("right", "The deck's sum, right.", standard: 0, rates: [.audio]),
      .init("level", "Gain; a change glides.", range: 0...64, standard: 1, rates: [.audio]),
      .init(
        "glide", "Time of a change of level.", range: 0...3600, measure: "seconds", standard: 0.02, rates: [.control]),
    ],
    outputs: ["left", "right"])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }

  var level = Glide(at: 1)
  var hasLevel = false
  var meter = PeakMeter()

  public init(_ preparation: UnitPreparation) {}

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    if !hasLevel {
      hasLevel = true
      level = Glide(at: wires[2][0])
    }
    let gains = context.pointee.scratch
    LevelSteps.fill(
      gains, &level, from: wires[2], glideSeconds: wires[3].pointee, context: context, frames: frames)
    var frame = 0
    while frame < frames {
      let gain = Lanes(loading: gains + frame)
      let left = Lanes(loading: wires[0] + frame) * gain
      let right = Lanes(loading: wires[1] + frame) * gain
      left.store(to: wires[4] + frame)
      right.store(to: wires[5] + frame)
      frame += 8
    }
    meter.note(wires[4], wires[5])
    meter.report(context)
  }
}
