public import RealTime

/// A DJ's filter on one knob: a low pass to the left, a high pass to the right, nothing in the middle.
public struct DJFilter: UnitGenerator {
  public static let specification = UnitSpecification(
    "DJFilter",
    "A filter on one knob: to the left a low pass, to the right a high pass, in the middle untouched, to the bit.",
    inputs: [
      .init("left", "The sound, left.", rates: [.audio]),
      .init("right", "The sound, right.", rates: [.audio]),
      .init(
        "position", "To −1 a low pass closes from 20 kHz to 60 Hz, to 1 a high pass from 20 Hz to 10 kHz.",
        range: -1...1,
        rates: [.audio]),
      .init("resonance", "At 1 the corner stands out by 15 dB, at 0 not at all.", range: 0...1, rates: [.audio]),
      .init(
        "glide", "Time of a change of position or resonance.", range: 0...3600, measure: "seconds", standard: 0.03,
        rates: [.control]),
    ],
    outputs: ["left", "right"],
    source: "State variable filters of 24 dB an octave, a Butterworth filter without resonance.")

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }

  var position = Glide(at: 0)
  var resonance = Glide(at: 0)
  var hasBegun = false
  var lowPass = SweptFilter()
  var highPass = SweptFilter()
  var finite = FiniteGuard()

  public init(_ preparation: UnitPreparation) {}

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    let (left, right) = (wires[5], wires[6])
    finite.copy(wires[0], wires[1], to: left, right)
    if !hasBegun {
      hasBegun = true
      position = Glide(at: wires[2][0])
      resonance = Glide(at: wires[3][0])
    }
    let steady =
      LevelSteps.isSteady(position, wires[2], context) && LevelSteps.isSteady(resonance, wires[3], context)
    if !steady || position.target != 0 {
      filter(left, right, wires, context, steady)
      if finite.clean(left, right) {
        lowPass.clear()
        highPass.clear()
      }
    } else {
      lowPass.clear()
      highPass.clear()
    }
    finite.report(context)
  }

  @inline(__always)
  private mutating func filter(
    _ left: UnsafeMutablePointer<Float>, _ right: UnsafeMutablePointer<Float>, _ wires: Wires,
    _ context: UnsafePointer<RenderContext>, _ steady: Bool
  ) {
    let frames = RenderContext.blockFrames
    let positions = context.pointee.scratch
    let resonances = positions + 72
    let scratch = positions + 144
    let glide = wires[4].pointee
    let sampleRate = Float(context.pointee.sampleRate)
    LevelSteps.fill(positions, &position, from: wires[2], glideSeconds: glide, context: context, frames: frames)
    LevelSteps.fill(resonances, &resonance, from: wires[3], glideSeconds: glide, context: context, frames: frames)
    lowPass.process(
      .lowPass, left, right, sweeps: positions, sign: -1, resonances: resonances, steady: steady, scratch: scratch,
      sampleRate: sampleRate)
    highPass.process(
      .highPass, left, right, sweeps: positions, sign: 1, resonances: resonances, steady: steady, scratch: scratch,
      sampleRate: sampleRate)
  }
}
