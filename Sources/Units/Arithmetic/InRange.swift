public import RealTime

/// 1 while a signal lies between two bounds, else 0.
public struct InRange: UnitGenerator {
  public static let specification = UnitSpecification(
    "InRange", "1 while a signal lies between two bounds, else 0.",
    inputs: [
      .init("in", "The signal."),
      .init("lo", "The lower bound."),
      .init("hi", "The upper bound.", standard: 1),
    ], outputs: ["isInside"],
    rates: [.audio, .control, .scalar])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  private let inputs: UnitInputs

  public init(_ preparation: UnitPreparation) { inputs = UnitInputs(preparation) }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) { process(context, wires, 1) }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    let signal = inputs.signal(wires, 0)
    let (low, high) = (wires[1].pointee, wires[2].pointee)
    let output = wires[3]
    var frame = 0
    while frame < frames {
      let lanes = signal.lanes(frame)
      Lanes((lanes .>= low) .& (lanes .<= high)).store(to: output + frame)
      frame &+= 8
    }
  }
}
