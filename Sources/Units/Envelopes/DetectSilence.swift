public import RealTime

/// Carries out its done action once a signal has been silent for a time, after it has sounded.
public struct DetectSilence: UnitGenerator {
  public static let specification = UnitSpecification(
    "DetectSilence", "Tells when a signal has been silent for a time.",
    inputs: [
      .init("in", "The signal.", followsUnit: true),
      .init("amp", "What is not louder than this is silence.", range: 0...1e6, standard: 0.0001),
      .init("time", "How long the silence has to last.", range: 0...1e6, measure: "seconds", standard: 0.1),
      .init("doneAction", "What becomes of the synth.", range: 0...15),
    ],
    outputs: ["silent"], rates: [.audio, .control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  private let valuesPerSecond: Double
  private var threshold: Float = 0
  private var length: Int32 = 0
  private var silent: Int32 = -1

  public init(_ preparation: UnitPreparation) { valuesPerSecond = preparation.valuesPerSecond }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    threshold = wires[1].pointee
    let values = Double(wires[2].pointee) * valuesPerSecond
    length = values >= 0 ? Int32(min(values, 2e9)) : 0
    wires[4].pointee = 0
  }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    let output = wires[4]
    var frame = 0
    while frame < frames {
      var isOver = false
      if wires[0][frame].magnitude > threshold {
        silent = 0
      } else if silent >= 0 {
        silent = silent < Int32.max ? silent &+ 1 : silent
        isOver = silent >= length
      }
      output[frame] = isOver ? 1 : 0
      if isOver {
        wires.call.pointee.isDone = true
        context.pointee.perform(doneAction: DoneAction.number(wires[3].pointee))
      }
      frame &+= 1
    }
  }
}
