public import RealTime

/// A way from one pair of buses to another: its level glides, so that opening, changing and closing it makes no click.
public struct Send: UnitGenerator {
  public static let specification = UnitSpecification(
    "Send", "A way from one pair of buses to another, that opens and closes without a click.",
    inputs: [
      .init("left", "What is sent, left.", rates: [.audio]),
      .init("right", "What is sent, right.", rates: [.audio]),
      .init("level", "Gain; a change glides.", range: 0...64, standard: 1, rates: [.audio]),
      .init(
        "glide", "Time of a change of level.", range: 0...3600, measure: "seconds", standard: 0.02, rates: [.control]),
      .init(
        "startLevel", "The gain that it sets out from; below 0 its level.", range: -1...64, standard: -1,
        rates: [.scalar]),
      .init("closes", "Above 0 the synth is freed once the level is 0.", range: 0...1, rates: [.control]),
    ],
    outputs: ["left", "right"])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }

  var level = Glide(at: 0)
  var hasLevel = false

  public init(_ preparation: UnitPreparation) {}

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    if !hasLevel {
      hasLevel = true
      level = Glide(at: wires[4].pointee >= 0 ? wires[4].pointee : wires[2][0])
    }
    let gains = context.pointee.scratch
    LevelSteps.fill(gains, &level, from: wires[2], glideSeconds: wires[3].pointee, context: context, frames: frames)
    var frame = 0
    while frame < frames {
      let gain = Lanes(loading: gains + frame)
      (Lanes(loading: wires[0] + frame) * gain).store(to: wires[6] + frame)
      (Lanes(loading: wires[1] + frame) * gain).store(to: wires[7] + frame)
      frame += 8
    }
    if wires[5].pointee > 0 && level.isSettled && level.target == 0 { context.pointee.doneAction.pointee = 2 }
  }
}
