public import RealTime

/// The end of the mixer: the soft clip tanh(0.9 · 0.8 · x) · 0.9 of the sum of the decks, and the fade of the whole.
public struct MasterStrip: UnitGenerator {
  public static let specification = UnitSpecification(
    "MasterStrip", "The master's soft clip and fade.",
    inputs: [
      .init("left", "The decks' sum, left.", rates: [.audio]),
      .init("right", "The decks' sum, right.", rates: [.audio]),
      .init("fade", "Gain behind the soft clip; a change glides.", range: 0...1, standard: 1, rates: [.audio]),
      .init(
        "glide", "Time of a change of fade.", range: 0...3600, measure: "seconds", standard: 0.02, rates: [.control]),
    ],
    outputs: ["left", "right"])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }

  /// The gain before the soft clip: 0.9 of the master at 0.8.
  static let drive: Float = 0.9 * 0.8
  static let ceiling: Float = 0.9

  var fade = Glide(at: 1)
  var meter = PeakMeter()

  public init(_ preparation: UnitPreparation) {}

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    let gains = context.pointee.scratch
    LevelSteps.fill(gains, &fade, from: wires[2], glideSeconds: wires[3].pointee, context: context, frames: frames)
    var frame = 0
    while frame < frames {
      let gain = Lanes(loading: gains + frame) * Self.ceiling
      let left = hyperbolicTangent(Lanes(loading: wires[0] + frame).orSilence * Self.drive) * gain
      let right = hyperbolicTangent(Lanes(loading: wires[1] + frame).orSilence * Self.drive) * gain
      left.store(to: wires[4] + frame)
      right.store(to: wires[5] + frame)
      frame += 8
    }
    meter.note(wires[4], wires[5])
    meter.report(context)
  }
}
