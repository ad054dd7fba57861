public import RealTime

/// A second-order section.
public struct SOS: UnitGenerator {
  public static let specification = UnitSpecification(
    "SOS", "out = a0 · y + a1 · y1 + a2 · y2, with y = in + b1 · y1 + b2 · y2.",
    inputs: [
      .init("in", "The signal.", followsUnit: true),
      .init("a0", "Of the state."),
      .init("a1", "Of the state before."),
      .init("a2", "Of the one before that."),
      .init("b1", "Of the first feedback."),
      .init("b2", "Of the second feedback."),
    ],
    outputs: ["filtered"], rates: [.audio, .control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  private let isAudio: Bool
  private var section = Section()

  public init(_ preparation: UnitPreparation) {
    let inputs = UnitInputs(preparation)
    isAudio = (1...5).allSatisfy { inputs.isAudio($0) }
  }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    section.coefficients = Self.take(wires, 0)
    wires[6].pointee = section.next(wires[0].pointee)
  }

  @inline(__always)
  private static func take(_ wires: Wires, _ frame: Int) -> SectionCoefficients {
    SectionCoefficients(
      a0: Double(wires[1][frame]), a1: Double(wires[2][frame]), a2: Double(wires[3][frame]),
      b1: Double(wires[4][frame]), b2: Double(wires[5][frame]))
  }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    if isAudio {
      var frame = 0
      while frame < frames {
        section.coefficients = Self.take(wires, frame)
        wires[6][frame] = section.next(wires[0][frame])
        frame &+= 1
      }
      section.settle()
    } else if frames == 1 {
      section.coefficients = Self.take(wires, 0)
      section.render(wires[0], wires[6], 1)
    } else {
      section.render(wires[0], wires[6], frames, glidingTo: Self.take(wires, 0))
    }
  }
}
