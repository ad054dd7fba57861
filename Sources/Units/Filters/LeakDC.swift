public import RealTime

/// Removes what stands still.
public struct LeakDC: UnitGenerator {
  public static let specification = UnitSpecification(
    "LeakDC", "Removes a constant offset.",
    inputs: [
      .init("in", "The signal.", followsUnit: true),
      .init("coef", "The leak.", range: -1...1, standard: 0.995),
    ],
    outputs: ["filtered"], rates: [.audio, .control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  private let isFixed: Bool
  private var coefficient = 0.0
  private var last = 0.0
  private var level = 0.0

  public init(_ preparation: UnitPreparation) {
    isFixed = preparation.rate == .audio && preparation.inputRates[1] == .scalar
  }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    coefficient = Double(wires[1].pointee)
    last = Double(wires[0].pointee)
    wires[2].pointee = 0
  }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    let input = wires[0]
    let output = wires[2]
    let target = isFixed ? coefficient : Double(wires[1].pointee)
    var b = frames == 1 ? target : coefficient
    let slope = (target - b) / Double(frames)
    if slope == 0 && frames & 7 == 0 {
      var pole = PoleLanes(b, last: level)
      var before = SIMD4(repeating: last)
      var frame = 0
      while frame < frames {
        let x = WideLanes(loading: input + frame)
        pole.next(x - x.delayedByOne(before)).store(to: output + frame)
        before = x.high
        frame &+= 8
      }
      last = before[3]
      level = Decaying.settled(pole.last[0])
      return
    }
    var y = level
    var frame = 0
    while frame < frames {
      let x = Double(input[frame])
      y = multiplyAdd(b, y, x - last)
      last = x
      output[frame] = Float(y)
      b += slope
      frame &+= 1
    }
    coefficient = target
    level = Decaying.settled(y)
  }
}
