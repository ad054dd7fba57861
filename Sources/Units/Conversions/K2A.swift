public import RealTime

/// A control-rate signal at audio rate: it glides to each new value over a block.
public struct K2A: UnitGenerator {
  public static let specification = UnitSpecification(
    "K2A", "A control-rate signal at audio rate.", inputs: [.init("in", "The signal.")], outputs: ["signal"])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  private var input: GlidingInput

  public init(_ preparation: UnitPreparation) { input = GlidingInput(preparation, 0) }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    input.start(wires)
    wires[1].pointee = input.value
  }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    if wires[0].pointee == input.value {
      fill(wires[1], with: input.value, frames)
      return
    }
    let signal = input.operand(context, wires, frames, slot: 0)
    let output = wires[1]
    var frame = 0
    while frame < frames {
      signal.lanes(frame).store(to: output + frame)
      frame &+= 8
    }
  }
}
