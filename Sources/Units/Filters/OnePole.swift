public import RealTime

/// A pole on the real axis.
public struct OnePole: UnitGenerator {
  public static let specification = UnitSpecification(
    "OnePole", "One pole: (1 − |coef|) · in + coef · the output before.",
    inputs: [
      .init("in", "The signal.", followsUnit: true),
      .init("coef", "The feedback.", range: -1...1, standard: 0.5),
    ],
    outputs: ["filtered"], rates: [.audio, .control])

  public static let thunk: UnitThunk = { run($0, $1, $2, $3) }
  public static let startThunk: UnitThunk? = { runStart($0, $1, $2, $3) }

  private let hasAudioCoefficient: Bool
  private var coefficient = 0.0
  private var level = 0.0

  public init(_ preparation: UnitPreparation) { hasAudioCoefficient = UnitInputs(preparation).isAudio(1) }

  public mutating func start(_ context: UnsafePointer<RenderContext>, _ wires: Wires) {
    coefficient = Double(wires[1].pointee)
    level = (1 - coefficient) * Double(wires[0].pointee)
    wires[2].pointee = Float(level)
  }

  public mutating func process(_ context: UnsafePointer<RenderContext>, _ wires: Wires, _ frames: Int) {
    let input = wires[0]
    let output = wires[2]
    var y = level
    var frame = 0
    if hasAudioCoefficient {
      let coefficients = wires[1]
      while frame < frames {
        let b = Double(coefficients[frame])
        y = multiplyAdd(b, y, (1 - b) * Double(input[frame]))
        output[frame] = Float(y)
        frame &+= 1
      }
    } else {
      let target = Double(wires[1].pointee)
      var b = coefficient
      let slope = (target - b) / Double(frames)
      if slope == 0 && frames & 7 == 0 {
        let fresh = 1 - b.magnitude
        var pole = PoleLanes(b, last: level)
        while frame < frames {
          pole.next(WideLanes(loading: input + frame) * fresh).store(to: output + frame)
          frame &+= 8
        }
        level = Decaying.settled(pole.last[0])
        return
      }
      while frame < frames {
        y = multiplyAdd(b, y, (1 - b.magnitude) * Double(input[frame]))
        output[frame] = Float(y)
        b += slope
        frame &+= 1
      }
      coefficient = target
    }
    level = Decaying.settled(y)
  }
}
