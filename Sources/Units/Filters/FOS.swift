public import RealTime

/// A first-order section.
public struct FOS: UnitGenerator {
  public static let specification = UnitSpecification(
    "FOS", "out = a0 · y + a1 · y1, with y = in + b1 · y1.",
    inputs: [
      .init("in", "The signal.", followsUnit: true),
      .init("a0", "Of the state."),
      .init("a1", "Of the state before."),
      .init("b1", "Of the feedback."),
    ],
    outputs: ["filtered"], rates: [.audio, .control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  private let isAudio: Bool
  private var coefficients = SIMD4<Double>()
  private var y1 = 0.0

  public init(_ preparation: UnitPreparation) {
    let inputs = UnitInputs(preparation)
    isAudio = inputs.isAudio(1) && inputs.isAudio(2) && inputs.isAudio(3)
  }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    coefficients = Self.take(wires)
    let x = Double(wires[0].pointee)
    wires[4].pointee = Float(coefficients[0] * x)
    y1 = x
  }

  @inline(__always)
  private static func take(_ wires: Wires) -> SIMD4<Double> {
    SIMD4(Double(wires[1].pointee), Double(wires[2].pointee), Double(wires[3].pointee), 0)
  }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    let input = wires[0]
    let output = wires[4]
    var frame = 0
    if isAudio {
      while frame < frames {
        let y = Double(input[frame]) + Double(wires[3][frame]) * y1
        output[frame] = Float(Double(wires[1][frame]) * y + Double(wires[2][frame]) * y1)
        y1 = y
        frame &+= 1
      }
    } else {
      let target = Self.take(wires)
      var c = frames == 1 ? target : coefficients
      let slope = (target - c) / Double(frames)
      while frame < frames {
        let y = Double(input[frame]) + c[2] * y1
        output[frame] = Float(c[0] * y + c[1] * y1)
        y1 = y
        c += slope
        frame &+= 1
      }
      coefficients = target
    }
    y1 = Decaying.settled(y1)
  }
}
