public import RealTime

/// How fast a signal rises.
public struct Slope: UnitGenerator {
  public static let specification = UnitSpecification(
    "Slope", "The change of a signal in a second.",
    inputs: [
      .init("in", "The signal.", followsUnit: true)
    ],
    outputs: ["slope"], rates: [.audio, .control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  private let valuesPerSecond: Double
  private var last = 0.0

  public init(_ preparation: UnitPreparation) { valuesPerSecond = preparation.valuesPerSecond }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    last = Double(wires[0].pointee)
    wires[1].pointee = 0
  }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    let input = wires[0]
    let output = wires[1]
    var frame = 0
    while frame < frames {
      let x = Double(input[frame])
      output[frame] = Float(valuesPerSecond * (x - last))
      last = x
      frame &+= 1
    }
  }
}
