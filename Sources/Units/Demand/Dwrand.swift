public import RealTime

/// Plays so many items of a list, drawn at random by weights.
public struct Dwrand: DemandListUnitGenerator {
  public static let specification = UnitSpecification(
    "Dwrand", "Plays so many items of a list, drawn at random by weights.",
    inputs: [
      .init("repeats", "How often; inf is for ever.", standard: 1, rates: Rate.any),
      .init("weightCount", "How many weights there are.", rates: [.scalar]),
      .init("items", "The weights, then what is played.", rates: Rate.any),
    ], lastInputRepeats: true, outputs: ["value"], rates: [.demand])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  let inputCount: Int
  var list = DemandList()
  private var weights = 0

  public init(_ preparation: UnitPreparation) { inputCount = preparation.inputRates.count }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    weights = max(0, min(inputCount - 2, WholeNumbers.whole(wires[1].pointee)))
    restart(context, wires)
    wires[inputCount].pointee = 0
  }

  mutating func restart(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    let last = list.index
    list.restart()
    list.index = last
    draw(context, wires)
  }

  mutating func advance(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    draw(context, wires)
    list.repeats.advance()
  }

  /// Stays where it is when the weights do not add up to what is drawn.
  @inline(__always)
  private mutating func draw(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    let drawn = context.pointee.random.pointee.unipolar()
    var sum: Float = 0
    var index = 0
    while index < inputCount - 2 - weights {
      sum += wires[2 + index].pointee
      if sum >= drawn {
        list.index = index + 2 + weights
        return
      }
      index &+= 1
    }
  }
}
