public import RealTime

/// Plays a list in an order that is drawn at random, so many times.
public struct Dshuf: DemandListUnitGenerator {
  public static let specification = UnitSpecification(
    "Dshuf", "Plays a list in an order that is drawn at random, so many times.",
    inputs: [
      .init("repeats", "How often; inf is for ever.", standard: 1, rates: Rate.any),
      .init("list", "What is played, one after the other.", rates: Rate.any),
    ], lastInputRepeats: true, outputs: ["value"], rates: [.demand])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  let inputCount: Int
  var list = DemandList()
  private var order: UnsafeMutablePointer<Float>?

  public init(_ preparation: UnitPreparation) { inputCount = preparation.inputRates.count }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    order = context.pointee.allocate(floats: inputCount)
    if let order {
      for index in 1..<(inputCount > 1 ? inputCount : 1) { order[index] = Float(index) }
    }
    restart(context, wires)
    wires[inputCount].pointee = 0
  }

  var input: Int {
    guard let order, list.index < inputCount else { return 0 }
    return Int(order[list.index])
  }

  mutating func restart(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    list.restart()
    guard let order else { return }
    var index = 1
    while index < inputCount - 1 {
      let other = index + draw(context, below: inputCount - index)
      (order[index], order[other]) = (order[other], order[index])
      index &+= 1
    }
  }

  mutating func turn() {
    guard list.index >= inputCount else { return }
    list.index = 1
    list.repeats.advance()
  }

  mutating func advance(_ context: UnsafePointer<RenderContext>, _ wires: Wires) { list.index &+= 1 }

  mutating func finish() { list.index = 1 }
}
