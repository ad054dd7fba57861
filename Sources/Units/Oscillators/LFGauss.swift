import CRealTime
public import RealTime

/// A bell curve, again and again or once.
public struct LFGauss: UnitGenerator {
  public static let specification = UnitSpecification(
    "LFGauss", "A bell curve, again and again or once.",
    inputs: [
      .init("duration", "The time of a cycle.", range: 0...1e9, measure: "seconds", standard: 1),
      .init("width", "The width of the bell.", range: 0...1e9, standard: 0.1),
      .init("iphase", "Where it begins.", rates: [.scalar, .control]),
      .init("loop", "Whether it goes on: not 0.", standard: 1, rates: [.scalar, .control]),
      .init("doneAction", "What becomes of the synth after one cycle.", range: 0...15, rates: [.scalar, .control]),
    ], outputs: ["bell"],
    rates: [.audio, .control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  private let inputs: UnitInputs
  private let valuesPerSecond: Float
  private var position = -1.0

  public init(_ preparation: UnitPreparation) {
    inputs = UnitInputs(preparation)
    valuesPerSecond = Float(preparation.valuesPerSecond)
  }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    process(context, wires, 1)
    position = -1
  }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    let output = wires[5]
    let duration = inputs.signal(wires, 0)
    // A width of audio rate beside a duration of another is taken once a block.
    let width = InputSignal(wires[1], isAudio: inputs.isAudio(0) && inputs.isAudio(1))
    let offset = Double(wires[2].pointee)
    let loops = wires[3].pointee != 0
    var x = position - offset
    var frame = 0
    let step = Double(2 / (duration[0] * valuesPerSecond))
    if !inputs.isAudio(0) && frames & 7 == 0 && x + step * Double(frames) < 1 {
      let factor = -1 / (2 * width[0] * width[0])
      var low = SIMD4(0, 1, 2, 3) * step + x
      while frame < frames {
        let places = WideLanes(low: low, high: low + 4 * step).lanes
        exp(places * places * factor).store(to: output + frame)
        low += 8 * step
        frame &+= 8
      }
      position = low[0] + offset
      return
    }
    while frame < frames {
      if x > 1 {
        if loops { x -= 2 } else { context.pointee.perform(doneAction: DoneAction.number(wires[4].pointee)) }
      }
      let factor = Double(-1 / (2 * width[frame] * width[frame]))
      output[frame] = Float(syrinx_exp(x * x * factor))
      x += Double(2 / (duration[frame] * valuesPerSecond))
      frame &+= 1
    }
    position = x + offset
  }
}
