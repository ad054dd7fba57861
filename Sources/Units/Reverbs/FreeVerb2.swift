public import RealTime

/// A reverb of two channels.
public struct FreeVerb2: UnitGenerator {
  public static let specification = UnitSpecification(
    "FreeVerb2", "A reverb of two channels.",
    inputs: [
      .init("in", "The left signal.", followsUnit: true), .init("in2", "The right signal.", followsUnit: true),
      .init("mix", "From the signals, 0, to the reverb, 1.", range: 0...1, standard: 0.33),
      .init("room", "The size of the room.", range: 0...1, standard: 0.5),
      .init("damp", "How much its walls swallow of the treble.", range: 0...1, standard: 0.5),
    ], outputs: ["left", "right"],
    source: "Jezar at Dreampoint, Freeverb (2000), in the public domain; SuperCollider's lengths and order.")

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  private let inputs: UnitInputs
  private var left: FreeVerbTank?
  private var right: FreeVerbTank?

  public init(_ preparation: UnitPreparation) { inputs = UnitInputs(preparation) }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    left = FreeVerbTank(context, spread: 0)
    right = FreeVerbTank(context, spread: 23)
    process(context, wires, 1)
  }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    guard left != nil && right != nil else {
      clear(wires[5], frames)
      clear(wires[6], frames)
      return
    }
    let (one, two) = (inputs.signal(wires, 0), inputs.signal(wires, 1))
    let settings = FreeVerbSettings(mix: wires[2].pointee, room: wires[3].pointee, damp: wires[4].pointee)
    let block = RenderContext.blockFrames
    let wetLeft = context.pointee.scratch
    let wetRight = wetLeft + block
    var frame = 0
    while frame < frames {
      let sum = (one.lanes(frame) + two.lanes(frame)) * FreeVerbSettings.inputGain
      sum.store(to: wetLeft + frame)
      sum.store(to: wetRight + frame)
      frame &+= 8
    }
    let scratch = wetRight + block
    let (feedback, damping) = (settings.feedback, settings.damping)
    left?.process(wetLeft, frames, feedback: feedback, damping: damping, scratch: scratch)
    right?.process(wetRight, frames, feedback: feedback, damping: damping, scratch: scratch)
    settings.mix(one, wetLeft, into: wires[5], frames)
    settings.mix(two, wetRight, into: wires[6], frames)
  }
}
