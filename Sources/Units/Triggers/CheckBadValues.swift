public import RealTime

/// Tells what is wrong with a signal: 1 no number, 2 infinite, 3 denormal, else 0.
public struct CheckBadValues: UnitGenerator {
  public static let specification = UnitSpecification(
    "CheckBadValues", "Tells what is wrong with a signal: 1 no number, 2 infinite, 3 denormal, else 0.",
    inputs: [
      .init("in", "The signal."),
      .init("id", "Names it in the lines that are posted.", rates: [.scalar, .control]),
      .init(
        "post", "0 posts nothing, 1 a line for each bad value, 2 a line at each change.", range: 0...2, standard: 2,
        rates: [.scalar, .control]),
    ], outputs: ["kind"],
    rates: [.audio, .control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  private let inputs: UnitInputs
  private var last = BadValue.none
  private var repeats = 0

  public init(_ preparation: UnitPreparation) { inputs = UnitInputs(preparation) }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) { process(context, wires, 1) }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    let signal = inputs.signal(wires, 0)
    let mode = WholeNumbers.whole(wires[2].pointee)
    let output = wires[3]
    var frame = 0
    while frame < frames {
      let kind = BadValue(signal[frame])
      output[frame] = Float(kind.rawValue)
      if mode == 1 && kind != .none {
        tell(context, wires, kind)
      } else if mode == 2 {
        if kind != last { tell(context, wires, kind) }
        repeats = kind == last ? repeats &+ 1 : 1
        last = kind
      }
      frame &+= 1
    }
  }

  @inline(__always)
  private func tell(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ kind: BadValue) {
    var line = TextLine(context)
    line.append("CheckBadValues: ")
    line.append(kind.name)
    line.append(" found in Synth ")
    line.append(Int(context.pointee.node))
    line.append(", ID ")
    line.append(WholeNumbers.whole(wires[1].pointee))
    if repeats > 0 {
      line.append(" (previous ")
      line.append(repeats)
      line.append(" values were ")
      line.append(last.name)
      line.append(")")
    }
    line.send(context)
  }
}
