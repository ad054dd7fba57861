public import RealTime

/// A reverb of one channel.
public struct FreeVerb: UnitGenerator {
  public static let specification = UnitSpecification(
    "FreeVerb", "A reverb of one channel.",
    inputs: [
      .init("in", "The signal.", followsUnit: true),
      .init("mix", "From the signal, 0, to the reverb, 1.", range: 0...1, standard: 0.33),
      .init("room", "The size of the room.", range: 0...1, standard: 0.5),
      .init("damp", "How much its walls swallow of the treble.", range: 0...1, standard: 0.5),
    ], outputs: ["reverb"],
    source: "Jezar at Dreampoint, Freeverb (2000), in the public domain; SuperCollider's lengths and order.")

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  private let inputs: UnitInputs
  private var tank: FreeVerbTank?

  public init(_ preparation: UnitPreparation) { inputs = UnitInputs(preparation) }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    tank = FreeVerbTank(context, spread: 0)
    process(context, wires, 1)
  }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    let output = wires[4]
    guard tank != nil else {
      clear(output, frames)
      return
    }
    let signal = inputs.signal(wires, 0)
    let settings = FreeVerbSettings(mix: wires[1].pointee, room: wires[2].pointee, damp: wires[3].pointee)
    let wet = context.pointee.scratch
    var frame = 0
    while frame < frames {
      (signal.lanes(frame) * FreeVerbSettings.inputGain).store(to: wet + frame)
      frame &+= 8
    }
    tank?.process(
      wet, frames, feedback: settings.feedback, damping: settings.damping, scratch: wet + RenderContext.blockFrames)
    settings.mix(signal, wet, into: output, frames)
  }
}
