public import RealTime

/// A leaky sum.
public struct Integrator: UnitGenerator {
  public static let specification = UnitSpecification(
    "Integrator", "The sum of all that came, leaking by a factor a frame.",
    inputs: [
      .init("in", "The signal.", followsUnit: true),
      .init("coef", "The leak; 1 leaks nothing.", range: -1...1, standard: 1),
    ],
    outputs: ["sum"], rates: [.audio, .control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  private let isFixed: Bool
  private var coefficient = 0.0
  private var level = 0.0

  public init(_ preparation: UnitPreparation) { isFixed = preparation.inputRates[1] == .scalar }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    coefficient = Double(wires[1].pointee)
    wires[2].pointee = wires[0].pointee
  }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    let input = wires[0]
    let output = wires[2]
    let target = isFixed ? coefficient : Double(wires[1].pointee)
    var b = coefficient
    let slope = (target - b) / Double(frames)
    if slope == 0 && frames & 7 == 0 {
      var pole = PoleLanes(b, last: level)
      var frame = 0
      while frame < frames {
        pole.next(WideLanes(loading: input + frame)).store(to: output + frame)
        frame &+= 8
      }
      level = Decaying.settled(pole.last[0])
      return
    }
    var y = level
    var frame = 0
    while frame < frames {
      y = multiplyAdd(b, y, Double(input[frame]))
      output[frame] = Float(y)
      b += slope
      frame &+= 1
    }
    coefficient = target
    level = Decaying.settled(y)
  }
}
